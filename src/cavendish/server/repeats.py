"""Calls whose outcome nobody knows, remembered so that an SDK's own repetition does not pay twice.

OpenAI's SDKs send a request again when its answer was cut or never came, whatever that may have cost, and number the
repetition in `x-stainless-retry-count`. A repetition of such a call gets the same outcome, not a second call.
"""

import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping

from cavendish.core.errors import OutcomeUnknown

__all__ = ["Repeats"]

REMEMBERED_SECONDS = 30 * 60.0
MOST_REMEMBERED = 4096


class Repeats:
    """Fingerprints of callers' keys with bodies, in memory, bounded."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._doubtful: OrderedDict[bytes, float] = OrderedDict()

    def refuse(self, body: bytes, headers: Mapping[str, str], *, key: str) -> None:
        """OutcomeUnknown when this is an SDK's repetition of a call whose outcome is unknown."""
        if headers.get("x-stainless-retry-count", "0") == "0":
            return
        since = self._doubtful.get(_fingerprint(body, key))
        if since is not None and self._clock() - since <= REMEMBERED_SECONDS:
            raise OutcomeUnknown(
                "This request was sent before and broke off after it had reached the engine: it may have been drawn "
                "and charged. It was not sent again. Send it anew, not as a repetition, if you want another picture."
            )

    def remember(self, body: bytes, *, key: str) -> None:
        """This body's call may have been paid, and its caller has no whole answer."""
        self._doubtful[_fingerprint(body, key)] = self._clock()
        if len(self._doubtful) > MOST_REMEMBERED:
            self._doubtful.popitem(last=False)


def _fingerprint(body: bytes, key: str) -> bytes:
    digest = hashlib.blake2b(key.encode(), digest_size=16)
    digest.update(b"\0" + body)
    return digest.digest()
