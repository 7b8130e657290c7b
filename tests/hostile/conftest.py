"""One server for all hostile requests, and the report in the end."""

from collections.abc import Iterator

import pytest

from tests.hostile.effort import TALLY
from tests.hostile.server import Caller, hostile_server


@pytest.fixture(scope="session")
def caller(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Caller]:
    with hostile_server(tmp_path_factory.mktemp("hostile")) as caller:
        yield caller


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if TALLY.total:
        terminalreporter.section("hostile requests and answers")
        for line in TALLY.lines():
            terminalreporter.write_line(line)
