"""What schemathesis makes of the description: requests that should be right and requests that should be wrong."""

import re
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from tests.hostile.description import DESCRIPTION, operations
from tests.hostile.effort import LONGEST, TALLY, try_all
from tests.hostile.server import Caller
from tests.hostile.values import base64_texts, pictures

pytestmark = pytest.mark.slow

SHARE = 0.0025  # of all cases, for each operation and mode
PATIENCE_HEADERS = ("X-Server-Timeout", "X-Stainless-Read-Timeout")  # who asks for a 504 gets it
CHECKS = [
    not_a_server_error, checks.status_code_conformance, checks.content_type_conformance,
    checks.response_headers_conformance, checks.response_schema_conformance,
]  # fmt: skip
PICTURE = re.compile(rb'data:image/|"inlineData":|"b64_json":')

schemathesis.openapi.format("byte", base64_texts())
schemathesis.openapi.format("binary", pictures())
schemathesis.openapi.format("rehearsal", st.sampled_from(["", "BLOCK_SAFETY", "image_safety", "TEXT", "429", "404"]))
schemathesis.openapi.format("uri", base64_texts().map(lambda data: f"data:image/png;base64,{data}"))
described = schemathesis.openapi.from_dict(DESCRIPTION)


@pytest.fixture(scope="module")
def session() -> Any:
    with requests.Session() as session:
        yield session


@pytest.mark.parametrize(
    ("mode", "method", "path"),
    [
        *((GenerationMode.POSITIVE, method, path) for method, path, _ in operations()),
        *((GenerationMode.NEGATIVE, method, path) for method, path, _ in operations() if method == "post"),
    ],
)
def test_operation(caller: Caller, session: Any, mode: GenerationMode, method: str, path: str) -> None:
    operation = described[path][method.upper()]

    def check(case: Case) -> None:
        for name in PATIENCE_HEADERS:
            case.headers.pop(name, None)
        response = case.call_and_validate(caller.server.url, session, checks=CHECKS, timeout=LONGEST)
        drawn = response.status_code == 200 and bool(PICTURE.search(response.content))
        TALLY.count(f"schemathesis, {mode.value}", picture=drawn, refused=response.status_code != 200)

    try_all(operation.as_strategy(generation_mode=mode), check, share=SHARE)
