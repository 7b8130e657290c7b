"""Requests of every kind to a real server: good ones get their picture, all others a 4xx in the caller's dialect."""

import base64
import json
import re
from typing import Any

import pytest

from cavendish.core.parts import Blob
from cavendish.core.sniff import sniff
from tests.hostile.description import fits, schema_named
from tests.hostile.effort import TALLY, try_all
from tests.hostile.requests import KINDS, Asked, cases
from tests.hostile.server import Caller, events_of
from tests.serving import Reply

pytestmark = pytest.mark.slow

SHARE = 0.094  # of all cases, for each of the seven kinds
DATA_URI = re.compile(r"data:[\w/+.-]+;base64,([\w+/=]+)")
LEAKS = re.compile(rb"Traceback|File \"|0x[0-9a-f]{6,}|\w\.py\b|Error\(")


@pytest.mark.parametrize("kind", KINDS)
def test_requests(caller: Caller, kind: str) -> None:
    try_all(cases(kind), lambda asked: ask(caller, asked), share=SHARE)
    TALLY.memory.append(caller.memory())


def ask(caller: Caller, asked: Asked) -> None:
    reply = caller.call("POST", asked.path, asked.body, asked.headers)
    assert reply.status < 500, reply.body
    fits(reply, "post", described(asked))
    found = pictures(asked.kind, reply) if reply.status == 200 else []
    TALLY.count(asked.kind, picture=bool(found), refused=reply.status != 200)
    assert all(sniff(Blob(picture)) for picture in found)
    if reply.status != 200:
        assert not asked.good, reply.body
        assert not LEAKS.search(reply.body), reply.body
    else:
        assert found, reply.body


def described(asked: Asked) -> str:
    path, _, _ = asked.path.partition("?")
    if not asked.kind.startswith("google"):
        return path
    version = path.replace("/v1beta/v1/", "/v1/").split("/")[1]
    return f"/{version}/models/{{model}}:{path.rpartition(':')[2]}"


def pictures(kind: str, reply: Reply) -> list[bytes]:
    """The final pictures of an answer, which is read as strictly as it can be."""
    if kind.startswith("google"):
        documents = in_documents(reply)
        for document in documents:
            schema_named("GenerateContentResponse").validate(document)
        return [base64.b64decode(data, validate=True) for document in documents for data in google_pictures(document)]
    if kind.startswith("images"):
        return [base64.b64decode(entry["b64_json"], validate=True) for entry in reply.json["data"]]
    if reply.headers["content-type"].startswith("text/event-stream"):
        assert reply.body.endswith(b"data: [DONE]\n\n")
    return [base64.b64decode(data, validate=True) for data in DATA_URI.findall(json.dumps(in_documents(reply)))]


def in_documents(reply: Reply) -> list[Any]:
    if reply.headers["content-type"].startswith("text/event-stream"):
        return events_of(reply.body)
    document = reply.json
    return document if isinstance(document, list) else [document]


def google_pictures(document: Any) -> list[str]:
    parts = [part for candidate in document.get("candidates", []) for part in candidate["content"].get("parts", [])]
    return [part["inlineData"]["data"] for part in parts if "inlineData" in part and not part.get("thought")]
