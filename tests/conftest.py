"""Servers that several tests share."""

from collections.abc import Iterator

import pytest

from tests.serving import Server, Upstream, cavendish_server, google_answer, upstream


@pytest.fixture(scope="session")
def clay_server() -> Iterator[Server]:
    """A server as a newcomer starts it: no key, Clay draws."""
    with cavendish_server() as server:
        yield server


@pytest.fixture(scope="session")
def _relay() -> Iterator[tuple[Server, Upstream]]:
    with (
        upstream() as google,
        cavendish_server(GOOGLE_GEMINI_BASE_URL=google.url, GEMINI_API_KEY="secret-key") as server,
    ):
        yield server, google


@pytest.fixture
def relay(_relay: tuple[Server, Upstream]) -> tuple[Server, Upstream]:
    """A server in front of an upstream of Google's format, which answers with a picture until told otherwise."""
    _, google = _relay
    google.answer, google.status = google_answer(), 200
    google.requests.clear()
    return _relay
