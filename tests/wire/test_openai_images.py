"""The images endpoints for callers: JSON and forms in, pictures out."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.core.errors import CavendishError, EngineTimeout, InvalidRequest, UpstreamEmpty
from cavendish.core.events import Begin, Data, End, Event, Finish, Progress, replay
from cavendish.core.money import Micros
from cavendish.core.parts import Blob, Image, Reference, Text
from cavendish.core.rejection import Rejected, Rejection
from cavendish.core.request import Request
from cavendish.core.result import Outcome
from cavendish.wire.openai_images import CARRIES, ImagesRequest, UnaryWriter, parse_request
from tests.samples import png, png64, written
from tests.wire.answers import DRAFT, PICTURE, THOUGHT, USAGE, result

URI = f"data:image/png;base64,{png64(2, 1)}"
CAT = Image(Blob(png(2, 1)), "image/png")
BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW"


def parsed(**fields: Any) -> ImagesRequest:
    return parse_request(json.dumps({"prompt": "a cat", **fields}).encode(), headers={})


def form(*parts: tuple[str, str | None, bytes]) -> bytes:
    """As clients write one: name, file name, content."""
    body = b""
    for name, filename, data in parts:
        file = f'; filename="{filename}"\r\nContent-Type: image/png' if filename is not None else ""
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'
        body += head.encode() + data + b"\r\n"
    return body + f"--{BOUNDARY}--\r\n".encode()


def edited(*parts: tuple[str, str | None, bytes], **headers: str) -> ImagesRequest:
    content_type = f'multipart/form-data; boundary="{BOUNDARY}"'
    return parse_request(form(("prompt", None, b"a cat"), *parts), headers={"content-type": content_type, **headers})


def test_what_open_webui_sends() -> None:
    sent = parsed(model="nano-banana", n=1, size="1024x1024", response_format="b64_json")
    assert (sent.request.model, sent.request.prompt, sent.request.count) == ("nano-banana", "a cat", 1)
    assert (sent.request.width, sent.request.height) == (1024, 1024)
    assert sent.unused == ()


def test_everything_that_is_used() -> None:
    request = parsed(
        model="m", n=2, size="2K", quality="high", output_format="webp", seed=0, aspect_ratio="16:9",
        images=[{"image_url": URI}, {"image_url": "https://example.com/a.png"}],
    ).request  # fmt: skip
    assert (request.count, request.image_size, request.quality, request.seed) == (2, "2K", "high", 0)
    assert (request.media_type, request.aspect_ratio, request.images) == ("image/webp", "16:9", (CAT,))
    assert [reference for _, reference in request.turns[0].references] == [
        Reference("https://example.com/a.png", "images[1].image_url")
    ]


def test_a_field_set_by_this_dialect_is_one_that_it_carries() -> None:
    bare = Request(model="", turns=())
    requests = [
        parsed(model="m", n=2, size="512x512", quality="low", output_format="png", seed=1).request,
        parsed(aspect_ratio="1:1", image_size="2K").request,
    ]
    changed = {
        name for one in requests for name in Request.__dataclass_fields__ if getattr(one, name) != getattr(bare, name)
    }
    assert changed == CARRIES


def test_what_has_no_use_is_named() -> None:
    sent = parsed(
        style="vivid", user="me", background="transparent", moderation="auto", negative_prompt="", partial_images=None,
        response_format="url", stream=False, **{"näme\r\nX: y": 1},
    )  # fmt: skip
    assert sent.unused == ("style", "user", "background", "response_format")


@pytest.mark.parametrize("name", ["image", "image[]", "image[0]"])
def test_an_edit_comes_as_a_form(name: str) -> None:
    sent = edited(
        (name, "a.jpg", png(2, 1)), (name, "b.png", png(3, 1)), ("mask", "m.png", png()), ("model", None, b"m"),
        ("n", None, b"2"), ("size", None, b"auto"), ("quality", None, b""), ("seed", None, b"7"),
        ("stream", None, b"false"), ("input_fidelity", None, b"high"),
    )  # fmt: skip
    request = sent.request
    assert (request.model, request.count, request.seed, request.quality, request.width) == ("m", 2, 7, None, None)
    assert request.images == (CAT, Image(Blob(png(3, 1)), "image/png"))
    assert request.prompt == "a cat"
    assert sent.unused == ("input_fidelity", "mask")


@given(st.binary(max_size=200))
def test_a_files_bytes_are_kept_whatever_they_are(tail: bytes) -> None:
    data = png() + tail + b"\r\n--" + BOUNDARY[:-1].encode() + b"\r\n\r\n"
    assert edited(("image", 'a"b.png', data)).request.images[0].blob.raw == data


def test_our_own_options() -> None:
    assert edited(**{"x-cavendish-format": "webp"}).request.media_type == "image/webp"
    assert parsed(cavendish={"format": "jpeg"}, output_format="png").request.media_type == "image/jpeg"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"prompt": ""}, "prompt"), ({"prompt": None}, "prompt"), ({"prompt": 5}, "prompt"), ({"n": 0}, "n"),
        ({"n": 11}, "n"), ({"size": "huge"}, "size"), ({"quality": "best"}, "quality"), ({"stream": True}, "stream"),
        ({"output_format": "bmp"}, "output_format"), ({"seed": 1.5}, "seed"), ({"model": 5}, "model"),
        ({"aspect_ratio": "wide"}, "aspect_ratio"), ({"images": [{"image_url": "x"}]}, "images[0].image_url"),
    ],
)  # fmt: skip
def test_what_is_refused_is_named(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        parsed(**fields)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"", f"multipart/form-data; boundary={BOUNDARY}"),
        (b"{}", f"multipart/form-data; boundary={BOUNDARY}"),
        (form(("prompt", None, b"x"))[:-9], f"multipart/form-data; boundary={BOUNDARY}"),
        (form(("prompt", None, b"x")), "multipart/form-data"),
        (form(("prompt", None, b"x")), "multipart/form-data; boundary=" + "x" * 999),
        (form(("prompt", None, b"x"), ("prompt", None, b"y")), f"multipart/form-data; boundary={BOUNDARY}"),
        (form(("prompt", None, b"x"), ("image", "a.png", b"no picture")), f"Multipart/Form-Data; boundary={BOUNDARY}"),
        (form(*[("a", None, b"x")] * 200), f"multipart/form-data; boundary={BOUNDARY}"),
        (form(("image", "a.png", png())), f"multipart/form-data; boundary={BOUNDARY}"),
    ],
)
def test_a_broken_form_is_refused_in_words(body: bytes, content_type: str) -> None:
    with pytest.raises(InvalidRequest):
        parse_request(body, headers={"content-type": content_type})


def answered(events: list[Event]) -> Any:
    return json.loads(written(UnaryWriter(created=5), events))


def test_pictures_without_drafts_and_words() -> None:
    second = Image(Blob(png(3, 1)), "image/webp")
    outcome = Outcome(id="gen_1", engine="clay", cost=Micros(0))
    events = [Progress(0.5), *replay(result(THOUGHT, DRAFT, Text("Here."), PICTURE, second))]
    events[-1] = Finish(usage=USAGE, outcome=outcome)
    assert answered(events) == {
        "created": 5,
        "data": [{"b64_json": PICTURE.blob.base64.decode()}, {"b64_json": second.blob.base64.decode()}],
        "usage": {
            "input_tokens": 10, "output_tokens": 1305, "total_tokens": 1315,
            "input_tokens_details": {"text_tokens": 10, "image_tokens": 0},
        },
        "cavendish": {"id": "gen_1", "outcome": "ok", "engine": "clay", "images": [], "charged": False},
    }  # fmt: skip


REFUSALS = [
    (
        Rejection(stage="REVIEW", reason="SAFETY"),
        "content_policy_violation",
        "as a result of the safety system (SAFETY)",
    ),
    (Rejection(stage="GENERATION", reason="IMAGE_SAFETY"), "content_policy_violation", "(IMAGE_SAFETY)"),
    (Rejection(stage="GENERATION", reason="NO_IMAGE", message="I only talk."), "no_image", "I only talk."),
    (Rejection(stage="REPLY", reason="NO_IMAGE", message="Which cat?"), "text_only", "Which cat?"),
]


@pytest.mark.parametrize(("rejection", "code", "words"), REFUSALS)
def test_a_refusal_is_an_error_before_the_first_byte(rejection: Rejection, code: str, words: str) -> None:
    outcome = Outcome(id="g", engine="e", kind=rejection.kind, rejection=rejection)
    writer = UnaryWriter(created=5)
    before: list[Event] = [
        Begin("text"),
        Data(b"No."),
        End(),
        Begin("image", "image/png", thought=True),
        Data(b"A"),
        End(),
    ]
    assert written(writer, before) == b""
    with pytest.raises(Rejected) as caught:
        written(writer, [Finish(outcome=outcome)])
    assert caught.value.code == code
    assert words in caught.value.message


def test_an_answer_of_nothing_is_a_failure() -> None:
    with pytest.raises(UpstreamEmpty):
        answered([Finish()])


def test_what_begins_with_a_picture_can_only_be_cut() -> None:
    writer = UnaryWriter(created=5)
    assert written(writer, [Begin("image", "image/png"), Data(b"AAAA")])
    assert writer.fail(EngineTimeout("The engine took too long.")) is None
    assert isinstance(EngineTimeout("x"), CavendishError)
