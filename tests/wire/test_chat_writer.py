"""Chat completions with pictures in them, whole and streamed."""

import base64
import json
import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.core.errors import EngineTimeout
from cavendish.core.events import Begin, Data, End, Event, Finish, replay
from cavendish.core.money import Micros
from cavendish.core.parts import Blob, Image, Text
from cavendish.core.rejection import Rejection
from cavendish.core.result import Candidate, Outcome, Result, Usage
from cavendish.wire.openai_chat import Answer, StreamWriter, UnaryWriter, parse_request
from tests.core.test_events import PARTS
from tests.samples import png, written
from tests.wire.answers import DRAFT, PICTURE, THOUGHT, USAGE, WORDS, result

SEED_PATTERN = r"data:image/([^;]+);base64,([A-Za-z0-9+/=]+)"  # what scripts look for
PICTURE_CHUNK = re.compile(r"\n*!\[image\]\(data:image/[^;]+;base64,[A-Za-z0-9+/=]*\)")
SECOND = Image(Blob(png(3, 1)), "image/webp")
URI = f"data:image/png;base64,{PICTURE.blob.base64.decode()}"
SECOND_URI = f"data:image/webp;base64,{SECOND.blob.base64.decode()}"
FAILURE = EngineTimeout("The engine took too long.")
OUTCOME = Outcome(id="gen_1", engine="clay", cost=Micros(134_000))


def answer(**fields: Any) -> Answer:
    return Answer(**{"id": "chatcmpl-1", "created": 1795200000, "model": "nano-banana", **fields})


def whole(events: Iterable[Event], **fields: Any) -> Any:
    return json.loads(written(UnaryWriter(answer(**fields)), events))


def chunks_of(stream: bytes) -> list[Any]:
    """The JSON of each event; the stream must be in order."""
    *events, last, rest = stream.split(b"\n\n")
    assert (last, rest) == (b"data: [DONE]", b"")
    assert all(event.startswith(b"data: {") and b"\n" not in event for event in events)
    return [json.loads(event.removeprefix(b"data: ")) for event in events]


def streamed(events: Iterable[Event], **fields: Any) -> list[Any]:
    return chunks_of(written(StreamWriter(answer(**fields)), events))


def heard(chunks: list[Any], index: int = 0) -> tuple[str, list[str]]:
    """What a client that puts deltas together has in the end: content and pictures."""
    deltas = [choice["delta"] for chunk in chunks for choice in chunk["choices"] if choice["index"] == index]
    urls = [image["image_url"]["url"] for delta in deltas for image in delta.get("images", [])]
    return "".join(delta.get("content", "") for delta in deltas), urls


CONTENTS = [
    ((PICTURE,), f"![image]({URI})", [URI]),
    ((WORDS, PICTURE), f"{WORDS.text}\n\n![image]({URI})", [URI]),
    ((PICTURE, WORDS), f"![image]({URI})\n\n{WORDS.text}", [URI]),
    ((PICTURE, SECOND), f"![image]({URI})\n\n![image]({SECOND_URI})", [URI, SECOND_URI]),
    ((THOUGHT, DRAFT, WORDS, PICTURE, Text("")), f"{WORDS.text}\n\n![image]({URI})", [URI]),
    ((Text(""), Text("one"), Text(""), Text("two")), "one\n\ntwo", []),
]


@pytest.mark.parametrize(("parts", "content", "urls"), CONTENTS)
def test_markdown_and_images_whole_and_streamed(parts: tuple[Any, ...], content: str, urls: list[str]) -> None:
    events = list(replay(result(*parts)))
    assert whole(events)["choices"][0]["message"] == {"role": "assistant", "content": content, "refusal": None}
    assert heard(streamed(events)) == (content, [])
    words = "\n\n".join(part.text for part in parts if isinstance(part, Text) and part.text and not part.thought)
    message = whole(events, images="images")["choices"][0]["message"]
    assert message["content"] == words
    assert message.get("images", []) == [
        {"type": "image_url", "image_url": {"url": url}, "index": index} for index, url in enumerate(urls)
    ]
    assert heard(streamed(events, images="images")) == (words, urls)


def test_the_whole_answer() -> None:
    events = [*replay(result(Text("Here."), PICTURE))]
    events[-1] = Finish(usage=USAGE, outcome=OUTCOME)
    text = written(UnaryWriter(answer()), events)
    assert b'"cost":0.134000}' in text
    sent = json.loads(text, parse_float=Decimal)
    assert sent.pop("cavendish") == {"id": "gen_1", "outcome": "ok", "engine": "clay", "charged": True, "images": []}
    assert sent == {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1795200000,
        "model": "nano-banana",
        "system_fingerprint": None,
        "choices": [
            {
                "index": 0,
                "logprobs": None,
                "message": {"role": "assistant", "content": f"Here.\n\n![image]({URI})", "refusal": None},
                "finish_reason": "stop",
                "native_finish_reason": "STOP",
            }
        ],
        "usage": {
            "prompt_tokens": 10,
            "completion_tokens": 1305,
            "total_tokens": 1315,
            "prompt_tokens_details": {"cached_tokens": 0, "text_tokens": 10, "image_tokens": 0},
            "completion_tokens_details": {"reasoning_tokens": 5, "text_tokens": 10, "image_tokens": 1290},
            "cost": Decimal("0.134000"),
        },
    }


@pytest.mark.parametrize(
    "usage", [Usage(), Usage(candidates_tokens=5, image_tokens=9, prompt_tokens=1, prompt_image_tokens=3)]
)
def test_usage_has_both_details_and_no_negative_count_whatever_is_known(usage: Usage) -> None:
    sent = whole([Finish(usage=usage)])["usage"]
    assert "cost" not in sent
    for details in (sent["prompt_tokens_details"], sent["completion_tokens_details"]):
        assert all(isinstance(count, int) and count >= 0 for count in details.values())
    assert "cached_tokens" in sent["prompt_tokens_details"]
    assert "reasoning_tokens" in sent["completion_tokens_details"]


@pytest.mark.parametrize(
    ("cost", "text"), [(0, "0.000000"), (1, "0.000001"), (38_700, "0.038700"), (12_345_678, "12.345678")]
)
def test_a_cost_is_an_exact_decimal(cost: int, text: str) -> None:
    finish = Finish(outcome=Outcome(id="g", engine="e", cost=Micros(cost)))
    assert f'"cost":{text}}}'.encode() in written(UnaryWriter(answer()), [finish])
    assert f'"cost":{text}}}'.encode() in written(StreamWriter(answer(include_usage=True)), [finish])


@given(st.lists(PARTS, max_size=5))
def test_the_pattern_of_scripts_finds_every_final_picture_and_no_other(parts: list[Any]) -> None:
    finals = [part for part in parts if isinstance(part, Image) and not part.thought and len(part.blob)]
    events = list(replay(result(*parts)))
    for content in (whole(events)["choices"][0]["message"]["content"], heard(streamed(events))[0]):
        found = re.findall(SEED_PATTERN, content)
        assert [(kind, base64.b64decode(data)) for kind, data in found] == [("png", image.blob.raw) for image in finals]


@given(st.lists(PARTS, max_size=5))
def test_drafts_and_thoughts_are_never_delivered(parts: list[Any]) -> None:
    finals = [part for part in parts if not part.thought]
    for images in ("markdown", "images"):
        told, final = (list(replay(result(*some))) for some in (parts, finals))
        assert whole(told, images=images) == whole(final, images=images)
        assert streamed(told, images=images) == streamed(final, images=images)


def test_what_is_delivered_comes_back_as_history() -> None:
    content = whole(replay(result(Text("Here."), PICTURE, Text("Well?"))))["choices"][0]["message"]
    messages = [{"role": "user", "content": "x"}, content, {"role": "user", "content": "y"}]
    asked = parse_request(json.dumps({"model": "m", "messages": messages}).encode(), headers={}).request
    assert asked.turns[1].parts == (Text("Here."), Image(PICTURE.blob, "image/png"), Text("Well?"))


@pytest.mark.parametrize("images", ["markdown", "images"])
@given(parts=st.lists(PARTS, max_size=5), include_usage=st.booleans())
def test_the_rules_of_a_stream(images: str, parts: list[Any], include_usage: bool) -> None:
    chunks = streamed(replay(result(*parts)), images=images, include_usage=include_usage)
    assert chunks[0]["choices"][0]["delta"] == {"role": "assistant", "content": ""}
    if include_usage or images == "images":
        last = chunks.pop()
        assert last["choices"] == []
        assert {"prompt_tokens_details", "completion_tokens_details"} <= set(last["usage"])
    *content, end = chunks
    assert (end["choices"][0]["delta"], end["choices"][0]["finish_reason"]) == ({}, "stop")
    for chunk in content:
        [choice] = chunk["choices"]
        assert (choice["finish_reason"], "usage" in chunk) == (None, False)
        assert choice["delta"].get("content", "") is not None
        if "images" in choice["delta"]:
            assert len(choice["delta"]) == 1
        if "![image](data:" in choice["delta"].get("content", ""):
            assert PICTURE_CHUNK.fullmatch(choice["delta"]["content"])


def test_a_picture_and_words_are_in_chunks_of_their_own() -> None:
    chunks = streamed(replay(result(Text("Here."), PICTURE, Text("Well?"))))
    deltas = [chunk["choices"][0]["delta"].get("content") for chunk in chunks]
    assert deltas == ["", "Here.", f"\n\n![image]({URI})", "\n\nWell?", None]


@pytest.mark.parametrize("size", [10, 100_000, 200_000])
def test_lines_are_short_for_clients_that_bound_them(size: int) -> None:
    image = Image(Blob(png(filler=size)), "image/png")
    data = image.blob.base64
    events: list[Event] = [
        Begin("image", "image/png"),
        *(Data(data[at : at + 70_001]) for at in range(0, len(data), 70_001)),
    ]
    events += [End(), Finish()]
    stream = written(StreamWriter(answer(short_lines=True)), events)
    assert max(len(line) for line in stream.split(b"\n")) < 64 * 1024
    assert heard(chunks_of(stream))[0] == f"![image](data:image/png;base64,{data.decode()})"
    assert max(len(line) for line in written(StreamWriter(answer()), events).split(b"\n")) > len(data)


@given(st.lists(st.integers(0, 40), max_size=20))
def test_characters_cut_between_pieces_are_put_together(borders: list[int]) -> None:
    word = 'Bänäne 🍌🍌 \u2028"\\'.encode()
    places = [0, *sorted(border % len(word) for border in borders), len(word)]
    events = [Begin("text"), *(Data(word[start:end]) for start, end in pairwise(places)), End(), Finish()]
    assert whole(events)["choices"][0]["message"]["content"] == word.decode()
    assert heard(streamed(events))[0] == word.decode()


def test_a_media_type_cannot_break_out_of_its_string() -> None:
    events = [Begin("image", 'image/x"},'), Data(b"AAAA"), End(), Finish()]
    for images in ("markdown", "images"):
        assert 'image/x"},' in json.dumps(whole(events, images=images)).replace("\\", "")
        assert streamed(events, images=images)


SEVERAL = Result(candidates=(Candidate((WORDS, PICTURE)), Candidate((), "NO_IMAGE"), Candidate((DRAFT, SECOND))))


@pytest.mark.parametrize("images", ["markdown", "images"])
def test_several_choices(images: str) -> None:
    sent = whole(replay(SEVERAL), images=images, choices=3)["choices"]
    chunks = streamed(replay(SEVERAL), images=images, choices=3)
    assert [choice["index"] for choice in sent] == [0, 1, 2]
    assert [choice["native_finish_reason"] for choice in sent] == ["STOP", "NO_IMAGE", "STOP"]
    for index, choice in enumerate(sent):
        urls = [image["image_url"]["url"] for image in choice["message"].get("images", [])]
        assert heard(chunks, index) == (choice["message"]["content"], urls)
    assert sent[1]["message"]["content"] == "There is no picture."
    assert (SECOND_URI in sent[2]["message"]["content"]) == (images == "markdown")


REFUSALS = [
    ((), "REVIEW", "PROHIBITED_CONTENT", "prompt_blocked", "content_filter"),
    (("STOP",), "REVIEW", "OTHER", "prompt_blocked", "content_filter"),
    (("IMAGE_SAFETY",), "GENERATION", "IMAGE_SAFETY", "output_blocked", "content_filter"),
    (("RECITATION",), "GENERATION", "RECITATION", "output_blocked", "content_filter"),
    (("NO_IMAGE",), "GENERATION", "NO_IMAGE", "no_image", "stop"),
    (("IMAGE_OTHER",), "GENERATION", "IMAGE_OTHER", "no_image", "stop"),
    (("MAX_TOKENS",), "GENERATION", "MAX_TOKENS", "truncated", "length"),
]


@pytest.mark.parametrize(("reasons", "stage", "reason", "kind", "finish"), REFUSALS)
@pytest.mark.parametrize("before", [[], [Begin("text"), End()]], ids=["nothing", "an empty text"])
def test_a_refusal_is_a_sentence(
    reasons: tuple[str, ...], stage: Any, reason: str, kind: str, finish: str, before: list[Event]
) -> None:
    rejection = Rejection(stage=stage, reason=reason)
    outcome = Outcome(id="gen_1", engine="google", kind=rejection.kind, rejection=rejection, cost=Micros(0))
    events = [*before, Finish(reasons=reasons, outcome=outcome)]
    [choice] = whole(events)["choices"]
    assert choice["message"]["content"] == rejection.explanation
    assert (choice["finish_reason"], choice["native_finish_reason"]) == (finish, reason)
    *_, end, usage = chunks = streamed(events, include_usage=True)
    assert heard(chunks)[0] == rejection.explanation
    assert (end["choices"][0]["finish_reason"], end["choices"][0]["native_finish_reason"]) == (finish, reason)
    for report in (whole(events)["cavendish"], usage["cavendish"]):
        assert (report["outcome"], report["stage"], report["charged"]) == (kind, stage, False)
