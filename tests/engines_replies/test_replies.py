"""Replies are kept where that is asked for, without pictures and without keys, and nowhere else."""

import asyncio
import json
import logging
import os
import re
import stat
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from cavendish import assemble
from cavendish.core.caller import ANYONE
from cavendish.core.errors import EngineFailed, EngineKeyRejected, InvalidRequest, OutcomeUnknown
from cavendish.core.events import Begin, collect
from cavendish.core.result import Result
from cavendish.engines.base import EngineFactory
from cavendish.engines.bfl import open_bfl
from cavendish.engines.google import open_google
from cavendish.engines.openai import open_openai
from cavendish.engines.reseller import open_reseller
from cavendish.service.run import Run
from cavendish.settings import Settings
from tests.engines.asking import KEY, answers, pictures, request, settings, told
from tests.samples import png, png64
from tests.upstreams import Answer, Reply, again_and_again, as_json, cut, reset, upstream

BIG = png(2, 1, filler=3_000_000)
BIG64 = png64(2, 1, filler=3_000_000)
NOTE = f"<{len(BIG64):,} characters of base64>"
USAGE = {"promptTokenCount": 7, "candidatesTokenCount": 1290, "totalTokenCount": 1297}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "replies"


def google_answer(words: str = "Here it is.") -> dict[str, Any]:
    parts = [{"text": words}, {"inlineData": {"mimeType": "image/png", "data": BIG64}}]
    return {
        "candidates": [{"content": {"role": "model", "parts": parts}, "finishReason": "STOP"}],
        "usageMetadata": USAGE,
        "responseId": "the-id",
    }


def ask(
    folder: Path | str, *said: Answer, factory: EngineFactory = open_google, name: str = "tested", **more: Any
) -> list[Any]:
    """What the engine makes of each of these answers."""
    with upstream() as server:
        server.says(*said)
        setup = settings(server.url, keep_replies=str(folder), name=name)
        return answers(factory, setup, *[request(**more)] * len(said))


@asynccontextmanager
async def started(folder: Path, url: str) -> AsyncIterator[Run]:
    engines = (settings(url, kind="google", models=("gemini-*",)),)
    async with (
        assemble.open(Settings(keep_replies=str(folder), engines=engines)) as cavendish,
        cavendish.start(request(stream=True), caller=ANYONE) as run,
    ):
        yield run


def files(folder: Path) -> list[tuple[dict[str, str], str]]:
    """The lines above each body, and the body, in the order of the files' names."""
    found = []
    for path in sorted(folder.iterdir()):
        ours, theirs, body = path.read_text("utf-8").split("\n\n", 2)
        found.append((dict(line.split(": ", 1) for line in f"{ours}\n{theirs}".split("\n")), body))
    return found


def test_a_reply_is_kept_without_its_picture(folder: Path) -> None:
    raw = as_json(google_answer(), X_Request_Id="abc", Set_Cookie="session=1", Retry_After="3", X_Other="5")
    [result] = ask(folder, raw)
    assert pictures(result) == [BIG]
    [(lines, body)] = files(folder)
    assert body == json.dumps(google_answer()).replace(BIG64, NOTE)
    assert lines.pop("time").endswith("+00:00")
    assert lines.pop("call").endswith("/v1beta/models/gemini-3-pro-image:generateContent")
    assert lines == {
        "engine": "tested",
        "body": f"{len(raw.body):,} bytes, complete",
        "status": "200",
        "content-type": "application/json",
        "content-length": str(len(raw.body)),
        "x-request-id": "abc",
        "retry-after": "3",
    }


def test_the_files_are_for_nobody_else_and_sort_by_time(folder: Path) -> None:
    ask(folder, told("gemini-answer-drafts"), Reply(b"{}", 500), name="mine/../x")
    first, second = sorted(folder.iterdir())
    assert re.fullmatch(r"\d{8}T\d{6}\.\d{6}-mine_.._x-[0-9a-f]{8}\.txt", first.name)
    assert "status: 200" in first.read_text()
    assert "status: 500" in second.read_text()
    if os.name == "posix":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert {stat.S_IMODE(path.stat().st_mode) for path in (first, second)} == {0o600}


def test_a_stream_is_kept_event_by_event(folder: Path) -> None:
    events = [google_answer("One."), {"usageMetadata": USAGE}]
    text = "".join(f"data: {json.dumps(event)}\r\n\r\n" for event in events)
    [result] = ask(folder, Reply(text.encode(), headers={"Content-Type": "text/event-stream"}), stream=True)
    assert pictures(result) == [BIG]
    [(lines, body)] = files(folder)
    assert lines["content-type"] == "text/event-stream"
    assert body == text.replace(BIG64, NOTE).replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("factory", "body"),
    [
        (open_openai, {"created": 1, "data": [{"b64_json": BIG64}], "usage": {"total_tokens": 5}}),
        (
            open_reseller,
            {"choices": [{"message": {"content": f"![cat](data:image/png;base64,{BIG64}) A cat."}}], "id": "x"},
        ),
    ],
)
def test_every_engine_keeps_them(folder: Path, factory: EngineFactory, body: dict[str, Any]) -> None:
    [result] = ask(folder, as_json(body), factory=factory)
    assert pictures(result) == [BIG]
    assert [kept for _, kept in files(folder)] == [json.dumps(body).replace(BIG64, NOTE)]


def test_errors_are_kept_and_what_was_made_of_them(folder: Path) -> None:
    page = Reply(b"<html>Bad gateway</html>", 502, {"Content-Type": "text/html"})
    limit = as_json({"error": {"code": 429, "message": "Slow down", "status": "RESOURCE_EXHAUSTED"}}, 429)
    failures = ask(folder, page, limit, Reply(b"", 302, {"Location": "https://elsewhere.example/?token=1"}))
    assert [isinstance(failure, EngineFailed) for failure in failures] == [True, False, True]
    (first, html), (second, told), (third, nothing) = files(folder)
    assert (first["status"], html) == ("502", "<html>Bad gateway</html>")
    assert (second["status"], json.loads(told)["error"]["message"]) == ("429", "Slow down")
    assert second["error"].startswith("LimitReached: ")
    assert (third["status"], nothing) == ("302", "")
    assert "token" not in str(third)


@pytest.mark.parametrize("ending", [reset, cut])
def test_what_came_before_the_connection_broke_is_kept(folder: Path, ending: Callable[[bytes], Answer]) -> None:
    whole = as_json(google_answer()).raw
    half = whole[: len(whole) // 2]
    [failure] = ask(folder, ending(half))
    assert isinstance(failure, OutcomeUnknown)
    [(lines, body)] = files(folder)
    assert lines["body"].endswith(" bytes, not read to its end")
    assert lines["error"].startswith("OutcomeUnknown: The connection to 127.0.0.1 broke")
    if ending is cut:  # a reset may overtake what was sent
        sent = half.partition(b"\r\n\r\n")[2].decode()
        start, _, data = sent.rpartition('"')
        assert body == f'{start}"<{len(data):,} characters of base64>'


def test_what_came_before_the_caller_left_is_kept(folder: Path) -> None:
    async def leave(url: str) -> None:
        async with started(folder, url) as run:
            async for event in run:
                if isinstance(event, Begin):
                    return

    start = b'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: {"candidates": [{"content": {"parts": '
    with upstream() as server:
        server.says(again_and_again(start + b'[{"text": "A cat"}]}}]}\n\n', b": wait\n\n", pause=0.02))
        asyncio.run(leave(server.url))
    [(lines, body)] = files(folder)
    assert lines["body"].endswith(" bytes, not read to its end")
    assert body.startswith('data: {"candidates"')


@pytest.mark.parametrize(
    "key", [KEY, "sk-with/slash+and=equals", 'quote"and\\backslash-key', "AIzaSyA-plain_key_0123456789"]
)
def test_a_key_that_comes_back_is_not_kept(folder: Path, key: str) -> None:
    spellings = [
        key,
        json.dumps(key)[1:-1],
        json.dumps(key)[1:-1].replace("/", "\\/"),
        "".join(f"\\u{ord(char):04x}" for char in key),
        "".join(char if char.isalnum() else f"%{ord(char):02X}" for char in key),
    ]
    echo = f"<p>{' and '.join(spellings)} are wrong</p>".encode()
    with upstream() as server:
        server.says(Reply(echo, 401, {"Content-Type": "text/html", "X-Request-Id": f"of-{key}"}))
        setup = settings(server.url, keep_replies=str(folder), api_key=key)
        [failure] = answers(open_reseller, setup, request())
    assert isinstance(failure, EngineKeyRejected)
    [(lines, body)] = files(folder)
    assert body == f"<p>{' and '.join('…' for _ in spellings)} are wrong</p>"
    assert lines["x-request-id"] == "of-…"
    [path] = folder.iterdir()
    assert key not in path.read_text("utf-8")


@pytest.mark.parametrize("shift", range(0, len(KEY), 5))
def test_no_half_of_a_key_is_kept_where_a_body_is_cut(folder: Path, shift: int) -> None:
    body = b"." * shift + (KEY.encode() + b" ") * 60_000
    ask(folder, Reply(body, headers={"Content-Type": "text/plain"}))
    [path] = folder.iterdir()
    kept = path.read_text("utf-8", "replace")
    assert "bytes left out>" in kept
    assert not re.search(f"{KEY[:5]}|{KEY[-5:]}", kept)


def test_each_call_to_bfl_is_kept(folder: Path) -> None:
    with upstream() as vendor:
        poll = f"{vendor.url}/get_result?id=the-task"
        vendor.says(as_json({"id": "the-task", "polling_url": poll}), at="/flux")
        ready = {"id": "the-task", "status": "Ready", "result": {"sample": f"{vendor.url}/files/cat.png?sig=x"}}
        vendor.says(as_json({"id": "the-task", "status": "Pending"}), as_json(ready), at="/get_result")
        vendor.says(Reply(BIG, headers={"Content-Type": "image/png"}), at="/files/")
        setup = settings(vendor.url, keep_replies=str(folder), private_links=True)
        [result] = answers(open_bfl, setup, request(model="flux-kontext-pro"))
    assert pictures(result) == [BIG]
    found = [(lines["call"].removeprefix(f"GET {vendor.url}"), body) for lines, body in files(folder)]
    assert found[0][0] == f"POST {vendor.url}/flux-kontext-pro"
    assert [call for call, _ in found[1:3]] == ["/get_result"] * 2
    assert json.loads(found[2][1]) == ready
    assert found[3:] == [("/files/cat.png", f"<{len(BIG):,} bytes of image/png>")]


def test_nothing_is_kept_unless_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ask("", told("gemini-answer-drafts"), Reply(b"{}", 500))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_named_at_the_start(tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.write_text("")
    for folder in (taken, taken / "below"):
        setup = settings("http://127.0.0.1:9", keep_replies=str(folder))
        with pytest.raises(InvalidRequest, match=re.escape(str(folder))) as caught:
            answers(open_google, setup)
        assert caught.value.field == "keep_replies"


def test_a_file_that_cannot_be_written_is_said_once_and_harms_no_answer(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def work(url: str) -> list[Result]:
        async with open_google(settings(url, keep_replies=str(folder))) as engine:
            os.rmdir(folder)
            return [await _collected(engine) for _ in range(3)]

    with caplog.at_level(logging.WARNING), upstream() as server:
        server.says(told("gemini-answer-drafts"))
        results = asyncio.run(work(server.url))
    assert all(result.images for result in results)
    [record] = caplog.records
    assert str(folder) in record.getMessage()


async def _collected(engine: Any) -> Result:
    async with aclosing(engine.generate(request())) as events:
        return await collect(events)


def test_the_setting_is_for_every_engine_and_a_reply_bears_its_runs_name(folder: Path) -> None:
    async def draw(url: str) -> str:
        async with started(folder, url) as run:
            _ = [event async for event in run]
        return run.id

    with upstream() as server:
        server.says(as_json(google_answer()))
        name = asyncio.run(draw(server.url))
    [(lines, _)] = files(folder)
    assert lines["run"] == name
