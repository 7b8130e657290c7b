"""Servers that several tests share."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving import Server, Upstream, cavendish_server, google_answer, upstream

HERE = Path(__file__).parent
SLOW = (  # what draws, or starts a program for nearly every test
    "cli", "clay/objects", "clay/render", "clay/sets", "clay/test_studio.py", "clients", "conformance", "server",
    "test_library.py", "test_programs.py",
)  # fmt: skip
SECRET_KEYS = ("secret-key",)  # what tests give engines as their key


def pytest_configure() -> None:
    """Ctrl-C reaches the programs that tests start, even where a shell's background has it ignored."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


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


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    """Whatever any test printed, servers and commands included, holds no key."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    printed = "".join(text for _, text in report.sections)
    if any(key in printed for key in SECRET_KEYS):
        report.outcome, report.longrepr = "failed", "a key was printed"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    slow = tuple(str(HERE / path) for path in SLOW)
    for item in items:
        if str(item.path).startswith(slow):
            item.add_marker(pytest.mark.slow)
