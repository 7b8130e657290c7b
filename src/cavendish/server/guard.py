"""The door: who may knock at a server that only this machine should reach.

A web page of a stranger can send requests to a loopback address, by its own name that resolves here (a foreign `Host`)
or from the page itself (a foreign `Origin`). Both are refused before anything is read. Decided on the raw headers,
never on a URL put together from them.
"""

import re
from collections.abc import Iterable

from cavendish.core.errors import InvalidRequest, PermissionDenied

__all__ = ["Guard"]

HOST = re.compile(r"(?P<name>\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+)(?::\d{1,5})?")
LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")


class Guard:
    """Lets through requests whose `Host`, and `Origin` where there is one, are this server's own or allowed."""

    def __init__(self, *, hosts: Iterable[str], origins: Iterable[str]) -> None:
        self._hosts = {name.lower() for name in (*LOOPBACK_NAMES, *hosts)}
        self._origins = {origin.lower().rstrip("/") for origin in origins}

    def check(self, headers: list[tuple[bytes, bytes]]) -> None:
        """InvalidRequest or PermissionDenied for a request with these headers that must not come in."""
        hosts = [value.decode("latin-1") for name, value in headers if name == b"host"]
        if len(hosts) != 1:
            raise InvalidRequest("A request must have exactly one Host header.", field="Host")
        match = HOST.fullmatch(hosts[0])
        if match is None or match["name"].lower() not in self._hosts:
            raise PermissionDenied("This server does not answer to that Host. Add it to `allowed_hosts`.", field="Host")
        own = f"http://{hosts[0]}".lower()
        for origin in [value.decode("latin-1").lower() for name, value in headers if name == b"origin"]:
            if origin != own and origin not in self._origins:
                raise PermissionDenied(
                    "Pages of this Origin may not call. Add it to `allowed_origins`.", field="Origin"
                )
