"""An SDK's repetition of a call whose outcome is unknown: the same caller's, within half an hour."""

import pytest

from cavendish.core.errors import OutcomeUnknown
from cavendish.server.repeats import Repeats, fingerprint

BODY = b'{"model":"nano-banana"}'
AGAIN = {"x-stainless-retry-count": "1"}


def test_a_repetition_gets_the_same_outcome_until_it_is_forgotten() -> None:
    now = 0.0
    repeats, mark = Repeats(clock=lambda: now), fingerprint(BODY, key="mine")
    repeats.remember(mark)
    repeats.refuse(mark, {})  # sent anew, not as a repetition
    with pytest.raises(OutcomeUnknown):
        repeats.refuse(mark, AGAIN)
    now = 31 * 60.0
    repeats.refuse(mark, AGAIN)


def test_other_bodies_and_other_callers_are_none_of_it() -> None:
    repeats = Repeats()
    repeats.remember(fingerprint(BODY, key="mine"))
    repeats.refuse(fingerprint(BODY + b" ", key="mine"), AGAIN)
    repeats.refuse(fingerprint(BODY, key="theirs"), AGAIN)


@pytest.mark.parametrize("size", [100, 200_000, 20_000_000])
def test_a_fingerprint_sees_both_ends_and_the_length(size: int) -> None:
    body = bytes(size)
    others = [body + b"\0", b"x" + body[1:], body[:-1] + b"x"]
    assert fingerprint(body, key="mine") == fingerprint(bytes(size), key="mine")
    assert fingerprint(body, key="mine") not in {fingerprint(other, key="mine") for other in others}
