"""The names that engines tell, without spending money."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from cavendish.core.errors import CavendishError, EngineFailed, EngineKeyRejected
from cavendish.engine_settings import EngineSettings
from cavendish.engines.base import EngineFactory
from cavendish.engines.bfl import open_bfl
from cavendish.engines.clay import open_clay
from cavendish.engines.google import open_google
from cavendish.engines.openai import open_openai
from cavendish.engines.reseller import open_reseller
from cavendish.engines.scripted import open_scripted
from tests.serving import Upstream, upstream

GOOGLES = {"models": [{"name": "models/m"}, {"name": "models/n"}]}
OPENAIS = {"object": "list", "data": [{"id": "m"}, {"id": "n"}]}
REMOTE: dict[str, tuple[EngineFactory, str, Any]] = {
    "google": (open_google, "/v1beta/models?pageSize=1000", GOOGLES),
    "reseller": (open_reseller, "/models", OPENAIS),
    "openai": (open_openai, "/models", OPENAIS),
}


def listed(factory: EngineFactory, base_url: str) -> tuple[str, ...] | CavendishError:
    async def ask() -> tuple[str, ...] | CavendishError:
        settings = EngineSettings(name="tested", kind="any", base_url=base_url, api_key="secret-key")
        async with factory(settings) as engine:
            try:
                return await engine.models()
            except CavendishError as error:
                return error

    return asyncio.run(ask())


def asked(state: Upstream) -> list[str]:
    return [path for path, _, _ in state.requests]


@pytest.mark.parametrize("name", REMOTE)
def test_an_upstream_is_asked_once_for_its_list(name: str) -> None:
    factory, path, models = REMOTE[name]
    with upstream() as there:
        there.models = models
        assert listed(factory, there.url) == ("m", "n")
        assert asked(there) == [path]


@pytest.mark.parametrize("name", REMOTE)
@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (
            401,
            {"error": {"code": 401, "message": "secret-key is wrong", "status": "UNAUTHENTICATED"}},
            EngineKeyRejected,
        ),
        (500, {"error": {"code": 500, "message": "broken", "status": "INTERNAL"}}, EngineFailed),
        (200, ["no list"], EngineFailed),
    ],
)
def test_a_list_that_cannot_be_had_says_why(name: str, status: int, body: Any, kind: type[CavendishError]) -> None:
    with upstream() as there:
        there.models, there.status = body, status
        found = listed(REMOTE[name][0], there.url)
    assert isinstance(found, kind)
    assert "secret-key" not in found.message


def test_who_has_no_list_asks_nobody(tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps([{"candidates": []}]))
    assert listed(open_scripted, str(answers)) == ()
    with upstream() as there:
        assert listed(open_bfl, there.url) == ()
        assert asked(there) == []


def test_clay_draws_under_every_name() -> None:
    async def ask() -> tuple[str, ...]:
        async with open_clay(workers=1) as clay:
            return await clay.models()

    assert asyncio.run(ask()) == ("*",)
