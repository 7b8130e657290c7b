"""Answers in OpenAI's chat format, in every shape that upstreams gave them."""

import json
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.core.errors import EngineFailed, OutcomeUnknown
from cavendish.core.events import Event, Finish, replay
from cavendish.core.money import Micros
from cavendish.core.parts import Blob, Image, Part, Text
from cavendish.core.rejection import Rejection
from cavendish.core.result import Outcome, Usage
from cavendish.wire.link import Link
from cavendish.wire.openai_chat import Answer, Reader, StreamWriter, UnaryWriter
from tests.core.test_events import PARTS
from tests.samples import BORDERS, cut, png, png64, written
from tests.wire.answers import USAGE, result
from tests.wire.upstream_answers import CAT, SECOND, SKETCH, finish_of, heard, sent, told

SHOWN = "https://cdn.example.com/cdn/20250402/a.png"
URI = f"data:image/png;base64,{png64(2, 1)}"
LARGE = Image(Blob(png(filler=9000)), "image/png")
LARGE_URI = f"data:image/png;base64,{png64(filler=9000)}"

ANSWERS: dict[str, list[Part | str]] = {
    "chat-answer-new-api": [Text("Here is your cat."), CAT],
    "chat-answer-bare-data-uri": [Text("Here you go:"), CAT],
    "chat-answer-link": ["https://cdn.example.com/nb/2025/11/a1b2.png?e=1764&token=x_y-z"],
    "chat-answer-openrouter": [Text("**Planning**\nA cat on a sofa.", thought=True), CAT],
    "chat-answer-litellm": [Text("Sketching.", thought=True), Text("Two of them."), CAT, SECOND],
    "chat-answer-content-array": [Text("Here."), CAT],
    "chat-answer-content-blocks": [Text("Sketching.", thought=True), Text("Here."), CAT],
    "chat-answer-progress-prose": [SHOWN],
    "chat-answer-download-only": ["https://cdn.example.com/cdn/download/20250402/a.png"],
    "chat-answer-blocked-empty-choices": [],
    "chat-stream-new-api": [Text("Sketching.", thought=True), SKETCH, Text("Here is your cat."), CAT],
    "chat-stream-openrouter": [Text("Here it is."), CAT],
    "chat-stream-progress-prose": [SHOWN],
    "chat-stream-content-blocks": [Text("Here."), CAT],
}


@pytest.mark.parametrize("name", ANSWERS)
def test_every_shape_gives_words_pictures_and_links_in_their_order(name: str) -> None:
    assert told(heard([sent(name)])) == ANSWERS[name]


@pytest.mark.parametrize("name", ANSWERS)
@given(borders=BORDERS)
def test_any_chunking_gives_the_same(name: str, borders: list[int]) -> None:
    body = sent(name)
    assert heard(cut(body, borders)) == heard([body])


def whole(message: Any, **choice: Any) -> bytes:
    return json.dumps({"choices": [{"index": 0, "message": message, "finish_reason": "stop", **choice}]}).encode()


def stream(*deltas: Any, done: bool = True) -> bytes:
    lines = [json.dumps({"choices": [{"index": 0, "delta": delta, "finish_reason": None}]}) for delta in deltas]
    return b"".join(b"data: %s\n\n" % line.encode() for line in [*lines, *(["[DONE]"] if done else [])])


def content(text: Any) -> list[Part | str]:
    """What a content comes to, whole and streamed in one piece: the same."""
    told_whole = told(heard([whole({"content": text})]))
    assert told(heard([stream({"content": text})])) == told_whole
    return told_whole


CONTENTS: list[tuple[Any, list[Part | str]]] = [
    (f"![a]({URI})\n\n![b]({LARGE_URI})", [CAT, LARGE]),
    (f"one ![a]({URI}) two [media]({LARGE_URI}) three", [Text("one "), CAT, Text(" two "), LARGE, Text(" three")]),
    (URI, [CAT]),
    (f"{URI}\n{LARGE_URI}", [CAT, LARGE]),
    (f"Here:\n\n{LARGE_URI}.", [Text("Here:"), LARGE, Text(".")]),
    (URI.replace("image/png", "application/octet-stream"), [CAT]),
    (URI.replace("image/png", "image/jpeg"), [CAT]),
    (URI.replace("image/png;", "image/png;name=a.png;"), [CAT]),
    (LARGE_URI.replace("+", "-").replace("/", "_").replace("image_", "image/"), [LARGE]),
    (f"![a]({URI})![a]({URI})", [CAT]),
    (f"![a]({URI})\n[Click to download](https://cdn.example.com/a.png)", [
        CAT, Text("[Click to download](https://cdn.example.com/a.png)")]),
    (f"![a]({URI})\n![a](https://cdn.example.com/a.png)", [CAT]),
    ("![image](data:image/png;base64,)", []),
    ("No picture: data: is the name of a scheme; data:image/png is half of one.", [
        Text("No picture: data: is the name of a scheme; data:image/png is half of one.")]),
    ("![a](https://e.com/a) and ![b](https://e.com/b) and ![a](https://e.com/a)", [
        Text(" and  and "), "https://e.com/a", "https://e.com/b"]),
    ("https://e.com/made/1234", ["https://e.com/made/1234"]),
    ("It is at https://e.com/a.webp?x=1 now", [Text("It is at  now"), "https://e.com/a.webp?x=1"]),
    ("Read https://e.com/why and [this](https://e.com/help)", [
        Text("Read https://e.com/why and [this](https://e.com/help)")]),
    ("> A quotation\n\n```json\n{}\n```", [Text("> A quotation\n\n```json\n{}\n```")]),
    ("![x](javascript:alert(1)) ![y](/local.png) ![z](file:///etc/passwd)", [
        Text("![x](javascript:alert(1)) ![y](/local.png) ![z](file:///etc/passwd)")]),
    ("", []),
    (None, []),
    ("Bänäne 🍌 \u2028 \"x\" \\ \n end", [Text("Bänäne 🍌 \u2028 \"x\" \\ \n end")]),
    ([{"type": "text", "text": "a"}, "b", {"type": "image_url", "image_url": URI}], [Text("ab"), CAT]),
    ([{"type": "image_url", "image_url": {"url": "https://e.com/a"}}], ["https://e.com/a"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CONTENTS)
def test_contents(text: Any, expected: list[Part | str]) -> None:
    assert content(text) == expected


@pytest.mark.parametrize(
    ("images", "expected"),
    [
        ([{"type": "image_url", "image_url": {"url": URI}, "index": 0}] * 2, [CAT]),
        ([URI, {"url": LARGE_URI}], [CAT, LARGE]),
        ([{"b64_json": png64(2, 1)}], [CAT]),
        ([{"image_url": "https://e.com/a"}, {"image_url": {"url": "https://e.com/b"}}, "https://e.com/a"],
         ["https://e.com/a", "https://e.com/b"]),
        ([{"url": "/v1/images/1/content"}, {}, None, 5, {"image_url": {}}], []),
    ],
)  # fmt: skip
def test_pictures_in_a_field_of_their_own(images: Any, expected: list[Part | str]) -> None:
    assert told(heard([whole({"content": None, "images": images})])) == expected
    assert told(heard([stream({"images": images})])) == expected


def test_a_link_and_its_copy_in_the_words_are_one_picture() -> None:
    shown = "Done.\n![a](https://e.com/a.png)\n[Click to download](https://e.com/a.png?dl=1)"
    images = [{"image_url": {"url": "https://e.com/a.png"}}]
    words = Text("Done.\n\n[Click to download](https://e.com/a.png?dl=1)")
    assert told(heard([whole({"content": shown, "images": images})])) == [words, "https://e.com/a.png"]
    assert told(heard([whole({"content": f"Here.\n![a]({URI})", "images": [URI]})])) == [Text("Here."), CAT]


@pytest.mark.parametrize("slashes", ["/", "\\/", "\\u002f"])
@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize("size", [3, 100, 5000])
def test_a_picture_split_over_many_deltas(slashes: str, marked: bool, size: int) -> None:
    text = f"Here.\n![image]({LARGE_URI})\nWell?" if marked else f"Here.\n{LARGE_URI}\nWell?"
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    body = stream(*({"content": piece} for piece in pieces)).decode().replace("/", slashes)
    assert told(heard([body.encode()])) == [Text("Here."), LARGE, Text("Well?")]
    assert told(heard([whole({"content": text}).replace(b"/", slashes.encode())])) == [
        Text("Here."), LARGE, Text("Well?")
    ]  # fmt: skip


@given(st.lists(st.integers(0, 400), max_size=30))
def test_deltas_may_be_cut_anywhere(borders: list[int]) -> None:
    text = f"a ![image]({URI}) b {URI} c ![x](https://e.com/x) data:image/png;base64"
    pieces = list(cut(text.encode(), borders))
    assert told(heard([stream(*({"content": piece.decode()} for piece in pieces))])) == content(text)


@pytest.mark.parametrize("opening", ["![image](data:image", "data:image/png;base64", "![image](", "![a](https://e.com/",
                                     "data:image/png;base64,A ", "```json\n", "[a](http://e.com/a.png"])  # fmt: skip
def test_many_beginnings_without_an_end_are_read_in_one_go(opening: str) -> None:
    body = whole({"content": opening * 20_000})
    try:
        assert told(heard([body])) or opening.endswith("A ")
    except OutcomeUnknown:
        assert opening.endswith("A ")  # one character of base64 is none


FLAT: list[Part] = [Text("Here."), LARGE, Text("Und\nhier: 🍌"), CAT, SECOND]


def plain(parts: Iterable[Part]) -> list[Part]:
    """What this format can carry of parts: no drafts, flags or empty parts, no margins, each picture once."""
    kept: list[Part] = []
    for part in parts:
        match part:
            case Text(words) if words.strip() and not part.thought:
                kept.append(Text(words.strip("\n")))
            case Image(blob) if len(blob) and not part.thought and Image(blob, "image/png") not in kept:
                kept.append(Image(blob, "image/png"))
    return kept


def with_words_joined(parts: Iterable[Part]) -> list[Part]:
    joined: list[Part] = []
    for part in parts:
        if isinstance(part, Text) and joined and isinstance(joined[-1], Text):
            joined[-1] = Text(f"{joined[-1].text}\n\n{part.text}")
        else:
            joined.append(part)
    return joined


def cavendish(events: Iterable[Event], images: str, *, streamed: bool, **further: Any) -> bytes:
    answer = Answer(id="c", created=1, model="m", images=images, include_usage=True, **further)
    return written((StreamWriter if streamed else UnaryWriter)(answer), events)


@pytest.mark.parametrize("streamed", [False, True], ids=["whole", "stream"])
@pytest.mark.parametrize("short_lines", [False, True])
@given(parts=st.lists(PARTS | st.sampled_from(FLAT), max_size=5), borders=BORDERS)
def test_cavendish_reads_what_cavendish_writes(
    streamed: bool, short_lines: bool, parts: list[Part], borders: list[int]
) -> None:
    spoken = [part for part in parts if isinstance(part, Text) or len(part.blob)]
    expected = with_words_joined(plain(spoken))
    body = cavendish(replay(result(*spoken)), "markdown", streamed=streamed, short_lines=short_lines)
    events = heard(cut(body, borders))
    blank = any(isinstance(part, Text) and part.text and not part.thought for part in spoken)  # which nobody can read
    silent = [] if blank else [Text("There is no picture.")]
    assert [normal(part) for part in told(events)] == [normal(part) for part in expected or silent]
    assert finish_of(events).usage == USAGE
    assert finish_of(events).model_version == "m"


def normal(part: Part | str) -> Part | str:
    return Text(" ".join(part.text.split())) if isinstance(part, Text) else part


@pytest.mark.parametrize("streamed", [False, True], ids=["whole", "stream"])
def test_cavendish_reads_pictures_beside_the_content(streamed: bool) -> None:
    events = heard([cavendish(replay(result(Text("Here."), LARGE, CAT)), "images", streamed=streamed)])
    assert told(events) == [Text("Here."), LARGE, CAT]


def test_several_choices_are_candidates() -> None:
    body = json.dumps({"choices": [
        {"index": 1, "message": {"content": f"b ![]({URI})"}, "finish_reason": "length"},
        {"index": 0, "message": {"content": "a"}, "finish_reason": "stop"},
    ]}).encode()  # fmt: skip
    events = heard([body])
    assert [event.candidate for event in events if hasattr(event, "kind")] == [1, 1, 0]
    assert finish_of(events).reasons == ("STOP", "MAX_TOKENS")


@pytest.mark.parametrize(
    ("finish", "native", "reason"),
    [
        ("stop", None, "STOP"), ("length", None, "MAX_TOKENS"), ("max_tokens", None, "MAX_TOKENS"),
        ("content_filter", None, "SAFETY"), ("content_filter", "NO_IMAGE", "NO_IMAGE"),
        ("stop", "image_safety", "IMAGE_SAFETY"), ("stop", "end_turn", "STOP"),
        ("stop", "IMAGE_NEWEST", "IMAGE_NEWEST"), ("stop", "completed", "STOP"),
        ("safety", None, "SAFETY"), (None, None, "STOP"), ("tool_calls", None, "UNEXPECTED_TOOL_CALL"),
    ],
)  # fmt: skip
def test_finish_reasons_become_googles(finish: str | None, native: str | None, reason: str) -> None:
    body = whole({"content": "No."}, finish_reason=finish, native_finish_reason=native)
    assert finish_of(heard([body])).reasons == (reason,)


def test_a_refusal_in_its_own_field_is_one() -> None:
    refusal = "I can't help with that."
    for body in (
        whole({"content": None, "refusal": refusal}),
        stream({"refusal": refusal[:5]}, {"refusal": refusal[5:]}),
    ):
        assert told(heard([body])) == [Text(refusal)]
        assert finish_of(heard([body])).reasons == ("PROHIBITED_CONTENT",)
    assert told(heard([whole({"content": refusal, "refusal": refusal})])) == [Text(refusal)]


USAGES: list[tuple[dict[str, Any], Usage]] = [
    ({}, Usage()),
    ({"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}, Usage()),
    ({"prompt_tokens": 7, "completion_tokens": 0}, Usage(prompt_tokens=7, candidates_tokens=0)),
    ({"prompt_tokens": 9, "completion_tokens": 1431, "total_tokens": 1440,
      "completion_tokens_details": {"reasoning_tokens": 311, "image_tokens": 1120}},
     Usage(prompt_tokens=9, candidates_tokens=1120, image_tokens=1120, thoughts_tokens=311)),
    ({"prompt_tokens": 9, "completion_tokens": 1120, "total_tokens": 1440,
      "completion_tokens_details": {"reasoning_tokens": 311, "image_tokens": 0}},
     Usage(prompt_tokens=9, candidates_tokens=1120, thoughts_tokens=311)),
    ({"prompt_tokens": "9", "completion_tokens": -5, "completion_tokens_details": []}, Usage()),
    ({"cost": 0.134}, Usage(cost=Micros(134_000))), ({"cost": 0.1340001}, Usage(cost=Micros(134_001))),
    ({"cost": "0.0387"}, Usage(cost=Micros(38_700))), ({"cost": 0}, Usage(cost=Micros(0))),
    ({"cost": 1e-7}, Usage(cost=Micros(1))), ({"cost": -1}, Usage()), ({"cost": "NaN"}, Usage()),
    ({"cost": 1e300}, Usage()), ({"cost": True}, Usage()), ({"cost": None}, Usage()), ({"cost": "free"}, Usage()),
    ({"cost": "1e999999999"}, Usage()),
]  # fmt: skip


@pytest.mark.parametrize(("sent_usage", "usage"), USAGES)
def test_usage(sent_usage: dict[str, Any], usage: Usage) -> None:
    body = json.dumps({"choices": [], "usage": sent_usage}).encode()
    assert finish_of(heard([body])).usage == usage


def test_what_a_cavendish_says_of_its_answer_is_heard() -> None:
    refused = Outcome(id="g", engine="google", kind="prompt_blocked", cost=Micros(0),
                      rejection=Rejection(stage="REVIEW", reason="PROHIBITED_CONTENT"))  # fmt: skip
    for streamed in (False, True):
        body = cavendish([Finish(reasons=(), outcome=refused)], "images", streamed=streamed)
        finish = finish_of(heard([body]))
        assert finish.feedback == {"blockReason": "PROHIBITED_CONTENT"}
        assert finish.usage.cost == 0
        assert finish.native
        assert finish.native.document["cavendish"]["charged"] is False
        for charged, kind in ((None, OutcomeUnknown), (Micros(0), EngineFailed)):
            failed = Outcome(id="g", engine="google", kind="failed", failure="It broke.", cost=charged)
            with pytest.raises(EngineFailed, match=r"It broke\.") as caught:
                heard([cavendish([Finish(reasons=("OTHER",), outcome=failed)], "images", streamed=streamed)])
            assert type(caught.value) is kind


BROKEN = [
    b"", b"[]", b"<html>524</html>", sent("error-cloudflare-524"), b'{"choices":[', b'{"choices":}',
    whole({"content": f"![a]({LARGE_URI})"})[:-9], whole({"content": f"![a]({LARGE_URI})"})[:6000],
    whole({"content": f"![a]({LARGE_URI}"}), whole({"content": "![a](data:image/png;base64,*)"}),
    whole({"images": [{"image_url": {"url": "data:image/png;base64,A"}}]}),
    stream({"content": "Here."}, done=False), stream({"content": f"![a]({URI}"}),
    whole({"content": "x"}, finish_reason="error"),
]  # fmt: skip


@pytest.mark.parametrize("body", BROKEN)
def test_what_is_broken_or_cut_off_has_an_unknown_outcome(body: bytes) -> None:
    with pytest.raises(OutcomeUnknown):
        heard([body])


def test_a_picture_that_came_whole_is_kept_though_its_stream_is_cut_off() -> None:
    reader = Reader()
    body = stream({"content": f"![a]({URI})"}, {"content": "And"}, done=False)
    assert told([*reader.feed(body), Finish()]) == [CAT]
    assert told(heard([body])) == [CAT, Text("And")]
    reader = Reader()
    assert told([*reader.feed(body + b'data: {"choices":['), Finish()]) == [CAT]
    with pytest.raises(OutcomeUnknown):
        list(reader.close())


ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from([URI, "http://a"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=4,
)


@pytest.mark.parametrize("place", ["choices", "usage", "model", "cavendish", "error", "message", "detail"])
@given(value=ODD)
def test_no_odd_value_at_the_top_brings_more_than_an_error_of_ours(place: str, value: Any) -> None:
    survives({"choices": [], place: value})


@pytest.mark.parametrize(
    "place",
    ["content", "images", "content_blocks", "reasoning", "reasoning_content", "refusal", "index", "finish_reason",
     "native_finish_reason", "error", "delta", "message"],
)  # fmt: skip
@given(value=ODD, inside=st.sampled_from(["message", "delta"]))
def test_no_odd_value_in_a_choice_brings_more_than_an_error_of_ours(place: str, value: Any, inside: str) -> None:
    survives({"choices": [{"index": 0, inside: {place: value}, place: value}]})


def survives(document: Any) -> None:
    try:
        assert finish_of(heard([json.dumps(document).encode()]))
    except EngineFailed:
        return
    except Exception as error:
        assert hasattr(error, "charged"), error  # noqa: PT017 - any error of ours will do


def test_a_link_tells_its_candidate_and_nothing_else() -> None:
    body = json.dumps({"choices": [{"index": 2, "message": {"images": ["https://e.com/a"]}}]}).encode()
    assert [event for event in heard([body]) if isinstance(event, Link)] == [Link("https://e.com/a", 2)]
