"""The reseller's engine in front of everyone who speaks OpenAI's chat format, as they were seen to answer."""

import json

import pytest

from cavendish.core.errors import (
    CavendishError,
    EngineFailed,
    EngineKeyRejected,
    EngineTimeout,
    InvalidRequest,
    LimitReached,
    OutcomeUnknown,
    Overloaded,
)
from cavendish.core.result import Result
from cavendish.engines.reseller import open_reseller
from tests.engines.asking import (
    CAT,
    DOG,
    KEY,
    answer,
    answers,
    failure,
    image,
    pictures,
    request,
    settings,
    told,
    turns,
)
from tests.samples import png
from tests.upstream_process import upstream
from tests.upstreams import Answer, Reply, Told, as_json, cut
from tests.wire.upstream_answers import sent

CHAT, FILES = "/v1/chat/completions", "/files/"
SKETCH = png(1, 2)
EVENTS = {"Content-Type": "text/event-stream"}
INLINE: dict[str, tuple[str, list[bytes]]] = {
    "chat-answer-new-api": ("Here is your cat.", [CAT]),
    "chat-answer-bare-data-uri": ("Here you go:", [CAT]),
    "chat-answer-openrouter": ("", [CAT]),
    "chat-answer-litellm": ("Two of them.", [CAT, DOG]),
    "chat-answer-content-array": ("Here.", [CAT]),
    "chat-answer-content-blocks": ("Here.", [CAT]),
    "chat-stream-new-api": ("Here is your cat.", [CAT]),
    "chat-stream-openrouter": ("Here it is.", [CAT]),
    "chat-stream-content-blocks": ("Here.", [CAT]),
}
LINKED = {
    "chat-answer-link": "/nb/2025/11/a1b2.png?e=1764&token=x_y-z",
    "chat-answer-progress-prose": "/cdn/20250402/a.png",
    "chat-answer-download-only": "/cdn/download/20250402/a.png",
    "chat-stream-progress-prose": "/cdn/20250402/a.png",
}


def here(name: str, reseller: Told) -> Reply:
    """A captured answer whose links lead to the upstream of the test."""
    own = reseller.url.encode() + FILES.rstrip("/").encode()
    return Reply(sent(name).replace(b"https://cdn.example.com", own).replace(b"https://videos.example.com", own))


@pytest.mark.parametrize("name", INLINE)
def test_every_shape(name: str) -> None:
    words, found = INLINE[name]
    with upstream() as reseller:
        reseller.says(told(name, headers=EVENTS if "stream" in name else {}))
        result = answer(open_reseller, settings(reseller.url + "/v1"))
        [call] = reseller.calls()
    assert (result.text, pictures(result)) == (words, found)
    assert call.path == CHAT
    assert call.headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("name", LINKED)
def test_pictures_behind_links_are_fetched_without_the_key(name: str) -> None:
    with upstream() as reseller:
        reseller.says(here(name, reseller), at=CHAT)
        reseller.says(Reply(CAT, headers={"Content-Type": "text/plain"}), at=FILES)
        result = answer(open_reseller, settings(reseller.url + "/v1", private_links=True))
        [fetched] = [asked for asked in reseller.requests if asked.method == "GET"]
        assert len(reseller.calls()) == 1
    assert pictures(result) == [CAT]
    assert result.images[0].media_type == "image/png"
    assert fetched.path == FILES.rstrip("/") + LINKED[name]
    assert KEY not in str(fetched.headers)


@pytest.mark.parametrize(
    ("said", "private_links"),
    [
        (Reply(CAT), False),
        (Reply(b"", 404), True),
        (Reply(b"<html>expired</html>"), True),
        (cut(Reply(CAT).raw[:-9]), True),
        (cut(b""), True),
    ],
)
def test_a_link_that_leads_nowhere_is_a_picture_that_may_be_paid(said: Answer, private_links: bool) -> None:
    with upstream() as reseller:
        reseller.says(here("chat-answer-link", reseller), at=CHAT)
        reseller.says(said, at=FILES)
        error = failure(open_reseller, settings(reseller.url + "/v1", private_links=private_links))
        assert len(reseller.calls()) == 1
    assert isinstance(error, OutcomeUnknown)


def test_a_refusal_by_empty_choices_is_an_answer() -> None:
    with upstream() as reseller:
        reseller.says(told("chat-answer-blocked-empty-choices"))
        result = answer(open_reseller, settings(reseller.url))
    assert not result.parts
    assert result.usage.candidates_tokens == 0


REFUSALS = ("chat-error-prompt-blocked", "chat-error-openrouter-moderation")


@pytest.mark.parametrize("name", REFUSALS)
@pytest.mark.parametrize("status", [200, 400, 403, 500])
def test_refusals_that_come_as_errors_are_answers_too(name: str, status: int) -> None:
    with upstream() as reseller:
        reseller.says(told(name, status))
        result = answer(open_reseller, settings(reseller.url))
    assert result.feedback
    assert result.feedback["blockReason"] == "PROHIBITED_CONTENT"


PAGE = {"Content-Type": "text/html"}
FAILURES: dict[str, tuple[Answer, type[CavendishError], str]] = {
    "our key": (told("chat-error-openai-key", 401), EngineKeyRejected, "no"),
    "our key, inside a 200": (told("chat-error-openai-key"), EngineKeyRejected, "no"),
    "no credits": (told("chat-error-openrouter-credits", 402), LimitReached, "no"),
    "no credits, inside a 200": (told("chat-error-openrouter-credits"), LimitReached, "no"),
    "no quota": (told("chat-error-quota", 403), LimitReached, "no"),
    "cannot do it": (told("chat-error-convert", 400), InvalidRequest, "no"),
    "a limit": (Reply(b"", 429, {"Retry-After": "3"}), LimitReached, "no"),
    "overload": (Reply(b"", 503, {"Retry-After": "3"}), Overloaded, "no"),
    "overload without a word": (Reply(b"", 503), OutcomeUnknown, "unknown"),
    "a page with 502": (told("error-nginx-502", 502, PAGE), OutcomeUnknown, "unknown"),
    "a page with 524": (told("error-cloudflare-524", 524, PAGE), EngineTimeout, "unknown"),
    "a page with 522": (told("error-cloudflare-524", 522, PAGE), EngineFailed, "no"),
    "a page with 200": (told("error-nginx-502", 200, PAGE), OutcomeUnknown, "unknown"),
    "an error in a stream": (told("chat-stream-error", headers=EVENTS), OutcomeUnknown, "unknown"),
    "an empty answer": (Reply(b""), OutcomeUnknown, "unknown"),
    "half an answer": (cut(Reply(sent("chat-answer-new-api")[:300]).raw), OutcomeUnknown, "unknown"),
    "half a stream": (Reply(sent("chat-stream-openrouter")[:300], headers=EVENTS), OutcomeUnknown, "unknown"),
    "no answer": (cut(b""), OutcomeUnknown, "unknown"),
    "an error of Cavendish": (
        as_json({"error": {"message": "broke", "type": "upstream_error", "code": "outcome_unknown"}}, 502),
        OutcomeUnknown,
        "unknown",
    ),
}


@pytest.mark.parametrize("name", FAILURES)
def test_failures_say_what_they_may_have_cost(name: str) -> None:
    said, kind, charged = FAILURES[name]
    with upstream() as reseller:
        reseller.says(said)
        error = failure(open_reseller, settings(reseller.url))
        assert len(reseller.calls()) == 1
    assert isinstance(error, kind), repr(error)
    assert error.charged == charged
    assert KEY not in error.message
    assert "sk-SECRET" not in error.message


@pytest.mark.parametrize(
    ("asked", "prefix", "expected"),
    [
        ("gemini-3-pro-image", "google/", "google/gemini-3-pro-image"),
        ("gemini-3-pro-image", "", "gemini-3-pro-image"),
        ("openai/gpt-5-image", "google/", "openai/gpt-5-image"),
    ],
)
def test_the_models_name_may_need_a_prefix(asked: str, prefix: str, expected: str) -> None:
    with upstream() as reseller:
        reseller.says(told("chat-answer-new-api"))
        answer(open_reseller, settings(reseller.url, model_prefix=prefix), request(model=asked))
        assert reseller.calls()[0].json["model"] == expected


SIZE = {"aspect_ratio": "16:9", "image_size": "4K"}


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("google", {"model": "m", "extra_body": {"google": {"image_config": SIZE}}}),
        ("openrouter", {"model": "m", "image_config": SIZE}),
        ("suffix", {"model": "m-4k-16x9"}),
        ("none", {"model": "m"}),
    ],
)
def test_ratio_and_size_are_said_as_the_reseller_hears_them(style: str, expected: dict[str, object]) -> None:
    with upstream() as reseller:
        reseller.says(told("chat-answer-new-api"))
        answer(open_reseller, settings(reseller.url, sizes=style), request(model="m", **SIZE))
        document = reseller.calls()[0].json
    assert {name: document[name] for name in document if name not in ("messages", "modalities", "stream")} == expected


def test_an_unknown_style_names_the_known_ones() -> None:
    with pytest.raises(InvalidRequest, match="google, openrouter, suffix, none"):
        answers(open_reseller, settings("http://127.0.0.1:1", sizes="square"))


def test_a_conversation_with_pictures_reaches_the_reseller() -> None:
    asked = request(turns=turns("a cat", image(CAT), "and a dog"), system="Be kind.", seed=7)
    with upstream() as reseller:
        reseller.says(told("chat-answer-new-api"))
        result = answer(open_reseller, settings(reseller.url), asked)
        document = reseller.calls()[0].json
    assert isinstance(result, Result)
    assert [message["role"] for message in document["messages"]] == ["system", "user", "assistant", "user"]
    [shown] = document["messages"][2]["content"]
    assert shown["image_url"]["url"].startswith("data:image/png;base64,iVBOR")
    assert document["seed"] == 7
    assert json.dumps(document).count("data:image") == 1
