"""Calls whose outcome nobody knows, remembered so that an SDK's own repetition does not pay twice.

OpenAI's SDKs send a request again when its answer was cut or never came, whatever that may have cost, and number the
repetition in `x-stainless-retry-count`. A repetition of such a call gets the same outcome, not a second call.
"""

import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping

from cavendish.core.errors import OutcomeUnknown

__all__ = ["Repeats", "fingerprint"]

REMEMBERED_SECONDS = 30 * 60.0
MOST_REMEMBERED = 4096
SLICE = 4096  # bytes
MOST_SLICES = 64


class Repeats:
    """Calls by their fingerprints, in memory, bounded."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._doubtful: OrderedDict[bytes, float] = OrderedDict()

    def refuse(self, mark: bytes, headers: Mapping[str, str]) -> None:
        """OutcomeUnknown when this is an SDK's repetition of a call whose outcome is unknown."""
        if headers.get("x-stainless-retry-count", "0") == "0":
            return
        since = self._doubtful.get(mark)
        if since is not None and self._clock() - since <= REMEMBERED_SECONDS:
            raise OutcomeUnknown(
                "This request was sent before and broke off after it had reached the engine: it may have been drawn "
                "and charged. It was not sent again. Send it anew, not as a repetition, if you want another picture."
            )

    def remember(self, mark: bytes) -> None:
        """The call of this fingerprint may have been paid, and its caller has no whole answer."""
        self._doubtful[mark] = self._clock()
        if len(self._doubtful) > MOST_REMEMBERED:
            self._doubtful.popitem(last=False)


def fingerprint(body: bytes, *, key: str) -> bytes:
    """Of a caller's key and body. Of a large body slices are looked at: who repeats sends the same pictures again."""
    digest = hashlib.blake2b(b"%d\0%s\0" % (len(body), key.encode()), digest_size=16)
    step = max(SLICE, len(body) // MOST_SLICES)
    for at in range(0, len(body), step):
        digest.update(body[at : at + SLICE])
    digest.update(body[-SLICE:])
    return digest.digest()
