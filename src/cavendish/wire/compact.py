"""JSON as it goes out: UTF-8, without spaces. One encoder for all, since making one takes longer than using it."""

import json
from typing import Any

__all__ = ["compact"]

ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def compact(value: Any) -> bytes:
    return ENCODER.encode(value).encode()
