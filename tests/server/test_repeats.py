"""An SDK's repetition of a call whose outcome is unknown: the same caller's, within half an hour."""

import pytest

from cavendish.core.errors import OutcomeUnknown
from cavendish.server.repeats import Repeats

BODY = b'{"model":"nano-banana"}'
AGAIN = {"x-stainless-retry-count": "1"}


def test_a_repetition_gets_the_same_outcome_until_it_is_forgotten() -> None:
    now = 0.0
    repeats = Repeats(clock=lambda: now)
    repeats.remember(BODY, key="mine")
    repeats.refuse(BODY, {}, key="mine")  # sent anew, not as a repetition
    with pytest.raises(OutcomeUnknown):
        repeats.refuse(BODY, AGAIN, key="mine")
    now = 31 * 60.0
    repeats.refuse(BODY, AGAIN, key="mine")


def test_other_bodies_and_other_callers_are_none_of_it() -> None:
    repeats = Repeats()
    repeats.remember(BODY, key="mine")
    repeats.refuse(BODY + b" ", AGAIN, key="mine")
    repeats.refuse(BODY, AGAIN, key="theirs")
