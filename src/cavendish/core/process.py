"""A mark of this process, added to those that a request came with and sent with every call upstream.

A server that finds its own mark among them is its own upstream, however many stand in between.
"""

import secrets

__all__ = ["MARK_HEADER", "PROCESS_MARK", "is_ours", "marked"]

MARK_HEADER = "x-cavendish-process"
PROCESS_MARK = secrets.token_hex(8)


def marked(via: str) -> str:
    """The marks to send: those that came, and ours."""
    return f"{via},{PROCESS_MARK}" if via else PROCESS_MARK


def is_ours(via: str) -> bool:
    """Whether a request with these marks has been here before."""
    return PROCESS_MARK in via.split(",")
