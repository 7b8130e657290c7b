"""One HTTP request as handlers see it: what its head says, and its body, which is read on demand."""

from collections.abc import AsyncIterator
from functools import cached_property
from urllib.parse import parse_qsl

from starlette.types import Receive, Scope

from cavendish.server.versions import one_version

__all__ = ["Call", "CallerLeft"]


class CallerLeft(Exception):
    """The caller went away in the middle of the body."""


class Call:
    """Headers are by lower-case name, the first of each; of a query's names the last counts."""

    def __init__(self, scope: Scope, receive: Receive) -> None:
        self.query_string: str = scope["query_string"].decode("latin-1")
        self._receive = receive
        self.method: str = scope["method"]
        self.path = one_version(scope["path"])
        self.headers: dict[str, str] = {
            name.decode("latin-1"): value.decode("latin-1") for name, value in reversed(scope["headers"])
        }
        self.name = ""  # what stands at the path's end, where the route leaves that open

    @cached_property
    def query(self) -> dict[str, str]:
        return dict(parse_qsl(self.query_string, keep_blank_values=True))

    async def pieces(self) -> AsyncIterator[bytes]:
        """The body as it comes; CallerLeft when it ends too early."""
        more = True
        while more:
            message = await self._receive()
            if message["type"] != "http.request":
                raise CallerLeft
            more = message.get("more_body", False)
            yield message.get("body", b"")
