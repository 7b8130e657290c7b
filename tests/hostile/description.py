"""The server's own description, and what it says a reply must look like."""

import json
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

import jsonschema_rs

from tests.serving import Reply

DESCRIPTION: dict[str, Any] = json.loads(
    resources.files("cavendish.server").joinpath("openapi.json").read_text("utf-8")
)


def resolved(value: Any) -> Any:
    """The object, or what it refers to."""
    while isinstance(value, dict) and "$ref" in value:
        target: Any = DESCRIPTION
        for step in value["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        value = target
    return value


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Path, method and what is said of it."""
    for path, item in DESCRIPTION["paths"].items():
        for method, operation in resolved(item).items():
            if method in ("get", "post", "put", "delete", "patch", "head", "options"):
                yield method, path, operation


@cache
def operation(method: str, path: str) -> dict[str, Any]:
    return next(found for name, where, found in operations() if (name, where) == (method, path))


@cache
def validator(schema: str) -> Any:
    """Of a schema, given as JSON."""
    return jsonschema_rs.Draft202012Validator({**json.loads(schema), "components": DESCRIPTION["components"]})


def fits(reply: Reply, method: str, path: str) -> None:
    """The reply is one of those described; ValidationError or KeyError when it is none."""
    response = resolved(operation(method, path)["responses"][str(reply.status)])
    media_type = reply.headers["content-type"].partition(";")[0]
    schema = response["content"][media_type].get("schema", True)
    if media_type == "application/json":
        validator(json.dumps(schema)).validate(reply.json)
    for name, header in response.get("headers", {}).items():
        header = resolved(header)
        value = reply.headers.get(name.lower())
        assert value is not None or not header.get("required"), f"there is no {name}"
        if value is not None:
            validator(json.dumps(header["schema"])).validate(value)


def schema_named(name: str) -> Any:
    return validator(json.dumps({"$ref": f"#/components/schemas/{name}"}))
