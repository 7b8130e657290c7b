"""Paths that name the API version twice (`/v1beta/v1/models`), because a user put it into the base URL too."""

import re

__all__ = ["one_version"]

TWICE = re.compile(r"(?:/v1beta|/v1alpha|/v1)+(?P<last>/v1beta|/v1alpha|/v1)(?=/)")


def one_version(path: str) -> str:
    """The path with the last of its versions."""
    match = TWICE.match(path)
    return match["last"] + path[match.end() :] if match else path
