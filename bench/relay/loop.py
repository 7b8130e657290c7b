"""The event loop of the processes beside the gateways: the fastest there is."""

import asyncio
import resource
from collections.abc import Coroutine
from typing import Any

__all__ = ["run"]


def run(task: Coroutine[Any, Any, None]) -> None:
    """Runs it, with as many open files as the system allows."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    try:
        import uvloop
    except ImportError:
        asyncio.run(task)
    else:
        uvloop.run(task)
