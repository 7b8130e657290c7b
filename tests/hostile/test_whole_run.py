"""What all the tests before this one came to: enough cases, enough pictures among them, a server that stayed small."""

import pytest

from tests.hostile.effort import CASES, TALLY
from tests.hostile.server import Caller

pytestmark = pytest.mark.slow

LEAST = 0.95  # of the cases that were planned: a small space is exhausted early
MOST_GROWTH = 48 * 1024  # KiB of the server's memory, from the first kind of requests to the last
KINDS_OF_REQUESTS = 8


@pytest.fixture(autouse=True)
def _whole() -> None:
    if len(TALLY.memory) < KINDS_OF_REQUESTS:
        pytest.skip("only some of the tests were run")


def test_enough_was_tried() -> None:
    assert TALLY.total >= CASES * LEAST


def test_a_third_was_answered_with_a_picture() -> None:
    assert TALLY.drawn * 3 >= TALLY.total


def test_memory_stays_flat() -> None:
    first, *_, last = TALLY.memory
    assert last - first <= MOST_GROWTH


def test_the_server_never_stumbled(caller: Caller) -> None:
    log = caller.log.read_text()
    assert "Traceback" not in log
    assert "ERROR" not in log
