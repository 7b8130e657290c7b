"""Pictures in the file type the caller asked for, where the engine made another."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator

from cavendish.codec import convert
from cavendish.core.events import Begin, Data, End, Event
from cavendish.core.parts import Blob

__all__ = ["converted"]


async def converted(events: AsyncIterator[Event], media_type: str | None) -> AsyncGenerator[Event, None]:
    """The same events with final pictures re-encoded as `media_type`; None lets all pass."""
    held: list[bytes] | None = None
    async for event in events:
        match event:
            case Begin("image", found, thought) if media_type not in (None, found) and not thought:
                held = []
                yield Begin("image", media_type or found, thought, event.candidate)
            case Data(piece) if held is not None:
                held.append(bytes(piece))
            case End() if held is not None and media_type is not None:
                blob = await asyncio.to_thread(convert, Blob(b"".join(held), encoded=True), media_type)
                held = None
                yield Data(blob.base64)
                yield event
            case _:
                yield event
