"""The images endpoints' engine in front of OpenAI's and `sglang serve`'s answers, as they are documented."""

from email.message import Message
from email.parser import BytesParser

import pytest

from cavendish.core.errors import CavendishError, EngineKeyRejected, InvalidRequest, LimitReached, OutcomeUnknown
from cavendish.engines.openai import open_openai
from tests.engines.asking import CAT, DOG, KEY, answer, failure, image, pictures, request, settings, told, turns
from tests.samples import body
from tests.upstream_process import upstream
from tests.upstreams import Answer, Asked, Reply, as_json, cut

GENERATIONS, EDITS, FILES = "/v1/images/generations", "/v1/images/edits", "/files/"


def form(asked: Asked) -> list[tuple[str, str | None, str, bytes]]:
    """Name, file name, type and content of each part, as the standard library reads them."""
    head = b"Content-Type: " + asked.headers["content-type"].encode() + b"\r\n\r\n"
    parts = BytesParser().parsebytes(head + asked.body).get_payload()
    return [_part(part) for part in parts if isinstance(part, Message)]


def _part(part: Message) -> tuple[str, str | None, str, bytes]:
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    name = part.get_param("name", header="content-disposition")
    return str(name), part.get_filename(), part.get_content_type(), content


@pytest.mark.parametrize(
    ("name", "model", "expected"),
    [
        ("images-answer-openai", "gpt-image-1.5", {"size": "1536x1024", "quality": "high", "output_format": "webp"}),
        (
            "images-answer-sglang",
            "Qwen/Qwen-Image",
            {"size": "1536x1024", "quality": "high", "response_format": "b64_json", "seed": 7},
        ),
    ],
)
def test_generations(name: str, model: str, expected: dict[str, object]) -> None:
    asked = request(
        "a cat",
        model=model,
        width=1536,
        height=1024,
        quality="high",
        seed=7,
        media_type="image/webp",
        system="Be kind.",
    )
    with upstream() as openai:
        openai.says(told(name))
        result = answer(open_openai, settings(openai.url + "/v1"), asked)
        [call] = openai.calls()
    assert pictures(result) == [CAT]
    assert call.path == GENERATIONS
    assert call.headers["authorization"] == f"Bearer {KEY}"
    assert call.json == {"model": model, "prompt": "Be kind.\n\na cat", **expected}


def test_edits_are_a_form_with_the_pictures_in_it() -> None:
    asked = request(
        turns=(*turns("a cat", image(DOG)), request("make it night", image(CAT)).turns[0]), model="m", seed=7
    )
    with upstream() as openai:
        openai.says(told("images-answer-sglang"))
        answer(open_openai, settings(openai.url + "/v1"), asked)
        [call] = openai.calls()
    assert call.path == EDITS
    assert form(call) == [
        ("model", None, "text/plain", b"m"),
        ("prompt", None, "text/plain", b"make it night"),
        ("response_format", None, "text/plain", b"b64_json"),
        ("seed", None, "text/plain", b"7"),
        ("image[]", "image-1.png", "image/png", DOG),
        ("image[]", "image-2.png", "image/png", CAT),
    ]


def test_usage_is_theirs() -> None:
    with upstream() as openai:
        openai.says(told("images-answer-openai"))
        usage = answer(open_openai, settings(openai.url)).usage
    assert (usage.prompt_tokens, usage.prompt_image_tokens, usage.candidates_tokens) == (50, 40, 1056)


def test_a_link_is_fetched_without_the_key() -> None:
    with upstream() as openai:
        there = body("images-answer-link").replace(b"https://cdn.example.com/", openai.url.encode() + FILES.encode())
        openai.says(Reply(there), at="/images/")
        openai.says(Reply(CAT), at=FILES)
        result = answer(open_openai, settings(openai.url, private_links=True))
        assert [asked.path for asked in openai.requests] == ["/images/generations", "/files/a.png"]
        assert KEY not in str(openai.requests[1].headers)
    assert pictures(result) == [CAT]


@pytest.mark.parametrize(
    ("name", "reasons", "blocked"),
    [("images-error-moderation-input", [], True), ("images-error-moderation-output", ["IMAGE_SAFETY"], False)],
)
def test_moderation_is_a_refusal(name: str, reasons: list[str], blocked: bool) -> None:
    with upstream() as openai:
        openai.says(told(name, 400))
        result = answer(open_openai, settings(openai.url))
    assert [candidate.finish_reason for candidate in result.candidates] == reasons
    assert bool(result.feedback) is blocked


FAILURES: dict[str, tuple[Answer, type[CavendishError], str]] = {
    "our key": (told("chat-error-openai-key", 401), EngineKeyRejected, "no"),
    "no such size": (as_json({"error": {"message": "size", "param": "size"}}, 400), InvalidRequest, "no"),
    "a limit": (as_json({"error": {"message": "slow", "code": "rate_limit_exceeded"}}, 429), LimitReached, "no"),
    "no money": (as_json({"error": {"message": "pay", "code": "insufficient_quota"}}, 429), LimitReached, "no"),
    "a failure": (as_json({"error": {"message": "oops", "type": "server_error"}}, 500), OutcomeUnknown, "unknown"),
    "sglang's detail": (as_json({"detail": "CUDA out of memory"}, 500), OutcomeUnknown, "unknown"),
    "half an answer": (cut(Reply(body("images-answer-openai")[:100]).raw), OutcomeUnknown, "unknown"),
    "an empty answer": (Reply(b""), OutcomeUnknown, "unknown"),
}


@pytest.mark.parametrize("name", FAILURES)
def test_failures_say_what_they_may_have_cost(name: str) -> None:
    said, kind, charged = FAILURES[name]
    with upstream() as openai:
        openai.says(said)
        error = failure(open_openai, settings(openai.url))
        assert len(openai.calls()) == 1
    assert (type(error), error.charged) == (kind, charged)
    assert KEY not in error.message
