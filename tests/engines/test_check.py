"""A look at an engine: it costs nothing, and says whether it is there and takes our key."""

import asyncio

import pytest

from cavendish.core.errors import CavendishError, EngineFailed, EngineKeyRejected
from cavendish.engines.base import EngineFactory
from cavendish.engines.bfl import open_bfl
from cavendish.engines.google import open_google
from cavendish.engines.openai import open_openai
from cavendish.engines.reseller import open_reseller
from tests.engines.asking import KEY, settings
from tests.upstream_process import upstream
from tests.upstreams import Answer, Reply, as_json, cut

LISTED = as_json({"object": "list", "data": [{"id": "m"}, {"id": "n"}]})
ENGINES: dict[str, tuple[EngineFactory, str, Reply, str]] = {
    "google": (
        open_google,
        "/v1beta/models?pageSize=1000",
        as_json({"models": [{"name": "models/m"}, {"name": "models/n"}]}),
        "answers and takes the key; it lists 2 models",
    ),
    "reseller": (open_reseller, "/models", LISTED, "answers and takes the key; it lists 2 models"),
    "openai": (open_openai, "/models", LISTED, "answers and takes the key; it lists 2 models"),
    "bfl": (open_bfl, "/credits", as_json({"credits": 12.5}), "answers and takes the key"),
}
QUOTED = as_json({"error": {"code": 401, "message": f"wrong key {KEY}", "status": "UNAUTHENTICATED"}}, 401)
BROKEN = as_json({"error": {"code": 500, "message": f"at {KEY}", "status": "INTERNAL"}}, 500)


def looked(factory: EngineFactory, said: Answer) -> tuple[str | CavendishError, list[tuple[str, str]]]:
    """What the look finds or raises, and what was asked."""

    async def look(url: str) -> str | CavendishError:
        async with factory(settings(url)) as engine:
            try:
                return await engine.check()
            except CavendishError as error:
                return error

    with upstream() as there:
        there.says(said)
        return asyncio.run(look(there.url)), [(asked.method, asked.path) for asked in there.requests]


@pytest.mark.parametrize("name", ENGINES)
def test_a_look_at_an_engine_that_is_well(name: str) -> None:
    factory, path, said, words = ENGINES[name]
    assert looked(factory, said) == (words, [("GET", path)])


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize(
    ("said", "kind"), [(QUOTED, EngineKeyRejected), (BROKEN, EngineFailed), (cut(b""), EngineFailed)]
)
def test_a_look_says_what_is_wrong_without_the_key(name: str, said: Answer, kind: type[CavendishError]) -> None:
    found, asked = looked(ENGINES[name][0], said)
    assert isinstance(found, kind)
    assert KEY not in found.message
    assert len(asked) == 1


@pytest.mark.parametrize("name", ["google", "reseller", "openai"])
def test_a_page_is_no_list(name: str) -> None:
    found, _ = looked(ENGINES[name][0], Reply(b"<html></html>"))
    assert isinstance(found, EngineFailed)
