"""A mark of this process, sent with every call upstream: a server that receives its own mark is its own upstream."""

import secrets

__all__ = ["MARK_HEADER", "PROCESS_MARK"]

MARK_HEADER = "x-cavendish-process"
PROCESS_MARK = secrets.token_hex(8)
