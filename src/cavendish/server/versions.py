"""Paths that name the API version twice (`/v1beta/v1/models`), because a user put it into the base URL too."""

import re

from starlette.types import ASGIApp, Receive, Scope, Send

__all__ = ["OneVersion"]

TWICE = re.compile(r"(?:/v1beta|/v1alpha|/v1)+(?P<last>/v1beta|/v1alpha|/v1)(?=/)")


class OneVersion:
    """Keeps the last version of a path that repeats it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and (match := TWICE.match(scope["path"])):
            scope = {**scope, "path": match["last"] + scope["path"][match.end() :]}
        await self._app(scope, receive, send)
