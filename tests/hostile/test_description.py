"""`/openapi.json` is valid OpenAPI, describes every route and nothing else, and its examples work."""

import asyncio
import base64
import json
import re
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

import jsonschema_rs
import pytest
import schemathesis

from cavendish import assemble
from cavendish.core.errors import CavendishError
from cavendish.core.result import Outcome
from cavendish.server.app import build
from cavendish.server.google import VERSIONS
from cavendish.server.routes import Routes
from cavendish.settings import Settings
from cavendish.wire import gemini, openai_chat, options
from cavendish.wire.report import render_outcome
from tests.hostile.description import DESCRIPTION, fits, operations, resolved, schema_named
from tests.hostile.server import Caller
from tests.hostile.test_requests import in_documents
from tests.serving import Server
from tests.wire.test_gemini_errors import classes


def every_route() -> Routes:
    async def built() -> Routes:
        async with assemble.open(Settings()) as cavendish:
            return build(cavendish, Settings()).routes

    return asyncio.run(built())


def test_it_is_valid() -> None:
    schemathesis.openapi.from_dict(DESCRIPTION).validate()
    for schema in DESCRIPTION["components"]["schemas"].values():
        jsonschema_rs.meta.validate(schema)
    assert DESCRIPTION["info"]["version"] == version("cavendish")
    for reference in references(DESCRIPTION):
        assert resolved({"$ref": reference})


def test_nothing_in_it_is_unused() -> None:
    used = set(references(DESCRIPTION))
    kinds = ("schemas", "responses", "parameters", "headers", "pathItems", "requestBodies")
    there = {f"#/components/{kind}/{name}" for kind in kinds for name in DESCRIPTION["components"][kind]}
    assert there == used


def references(value: Any) -> Iterator[str]:
    match value:
        case {"$ref": str(target)}:
            yield target
        case dict():
            for inner in value.values():
                yield from references(inner)
        case list():
            for inner in value:
                yield from references(inner)


def test_every_route_is_described_and_every_description_has_a_route() -> None:
    routes = every_route()
    asked = {(method.upper(), path): path.replace("{model}", "some-model") for method, path, _ in operations()}
    taken = {described: route_of(routes, described[0], path) for described, path in asked.items()}
    assert None not in taken.values(), taken
    assert {(route.method, route.path) for route in routes} == {(method, taken[method, path]) for method, path in asked}


def route_of(routes: Routes, method: str, path: str) -> str | None:
    try:
        return routes.find(method, path)[0].path
    except CavendishError:
        return None


def test_every_method_of_googles_is_described() -> None:
    paths = DESCRIPTION["paths"]
    for name in VERSIONS:
        assert {path.rpartition(":")[2] for path in paths if path.startswith(f"/{name}/models/{{model}}:")} == {
            "generateContent", "streamGenerateContent", "countTokens",
        }  # fmt: skip


def test_options_are_those_that_are_read() -> None:
    described = DESCRIPTION["components"]["schemas"]["Options"]["properties"]
    assert set(described) == set(options.NAMES)
    assert {*described["images"]["enum"]} - {None, ""} == {*options.IMAGE_MODES}
    assert {*described["format"]["enum"]} - {None, ""} == {*options.FORMATS}
    assert {*described["refusal"]["enum"]} - {None, ""} == {*options.REFUSAL_MODES}
    headers = {parameter["name"] for parameter in DESCRIPTION["components"]["parameters"].values()}
    assert {f"X-Cavendish-{name.title()}" for name in options.NAMES} <= headers


@pytest.mark.parametrize("kind", list(classes()), ids=lambda kind: kind.__name__)
def test_every_error_is_described(kind: type[CavendishError]) -> None:
    error = kind("What went wrong.", field="size", retry_after=2)
    google, openai = gemini.render_error(error), openai_chat.render_error(error)
    schema_named("GoogleError").validate(json.loads(google[1]))
    schema_named("OpenAIError").validate(json.loads(openai[2]))
    if kind.__name__ != "MethodNotAllowed":  # which comes where no operation is
        assert str(google[0]) in statuses("/v1beta/models/{model}:generateContent")
        assert str(openai[0]) in statuses("/v1/chat/completions")


def statuses(path: str) -> set[str]:
    return set(resolved(DESCRIPTION["paths"][path])["post"]["responses"])


def test_an_outcome_without_a_picture_is_described() -> None:
    outcome = Outcome.failed("gen_1", CavendishError("What went wrong."))
    schema_named("Cavendish").validate(render_outcome(outcome))


def examples() -> list[Any]:
    return [
        pytest.param(path, example["value"], id=f"{path} {name}")
        for method, path, operation in operations()
        if method == "post"
        for name, example in resolved(operation["requestBody"])["content"]["application/json"]["examples"].items()
    ]


@pytest.mark.slow
@pytest.mark.parametrize(("path", "example"), examples())
def test_its_examples_work(caller: Caller, path: str, example: Any) -> None:
    asked = path.replace("{model}", "gemini-2.5-flash-image")
    for query in ("", "?alt=sse") if "stream" in path else ("",):
        reply = caller.server.post(asked + query, example)
        assert reply.status == 200, reply.body
        fits(reply, "post", path)
        if "countTokens" not in path:
            text = json.dumps(in_documents(reply))
            assert any(base64.b64decode(data)[:4] == b"\x89PNG" for data in re.findall(r"iVBOR[\w+/=]+", text))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/", {}), ("/", {"Accept": "text/html"}), ("/openapi.json", {}), ("/healthz", {}), ("/readyz", {}),
        ("/v1/models", {}), ("/v1/models", {"x-goog-api-key": "any"}), ("/v1alpha/models", {}), ("/v1beta/models", {}),
        *((f"/{name}/models/{{model}}", {}) for name in VERSIONS), ("/v1/models/{model}", {"x-goog-api-key": "any"}),
        ("/", {"Origin": "https://elsewhere.test"}), ("/v1/models/{model}", {"Origin": "https://elsewhere.test"}),
    ],
)  # fmt: skip
def test_what_is_read_is_as_described(clay_server: Server, path: str, headers: dict[str, str]) -> None:
    for model in ("gemini-2.5-flash-image", "no-such-model"):
        fits(clay_server.get(path.replace("{model}", model), headers), "get", path)


@pytest.mark.slow
def test_it_is_served_and_listed(clay_server: Server) -> None:
    assert clay_server.get("/openapi.json").json == DESCRIPTION
    assert "/openapi.json" in clay_server.get("/").body.decode()


@pytest.mark.slow
def test_images_endpoints_that_are_not_served_say_so_as_described(clay_server: Server) -> None:
    for path in ("/v1/images/generations", "/v1/images/edits"):
        reply = clay_server.post(path, {"prompt": "a cat"})
        assert reply.status == 404
        fits(reply, "post", path)
