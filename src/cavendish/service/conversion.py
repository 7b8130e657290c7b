"""Pictures in the file type the caller asked for, where the engine made another.

One that cannot be read is passed on as it came: it may have been paid for, and the outcome says of what type it is.
"""

import asyncio
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing

from cavendish.codec import convert
from cavendish.core.errors import InvalidRequest
from cavendish.core.events import Begin, Data, End, Event
from cavendish.core.parts import Blob

__all__ = ["converted"]


async def converted(drawn: AsyncGenerator[Event, None], media_type: str) -> AsyncGenerator[Event, None]:
    """The same events with final pictures re-encoded as `media_type`; closes `drawn` when it is closed itself."""
    begun: Begin | None = None  # the picture that is held
    held: list[bytes] = []
    async with aclosing(drawn) as events:
        async for event in events:
            match event:
                case Begin("image", found, False) if media_type != found:
                    begun, held = event, []
                case Data(piece) if begun:
                    held.append(bytes(piece))
                case End() if begun:
                    for told in await asyncio.to_thread(_picture, begun, b"".join(held), media_type):
                        yield told
                    begun = None
                    yield event
                case _:
                    yield event


def _picture(begun: Begin, data: bytes, media_type: str) -> Iterator[Event]:
    try:
        blob = convert(Blob(data, encoded=True), media_type)
    except (InvalidRequest, OSError, ValueError):  # Pillow's for pixels that a type cannot hold
        return iter((begun, Data(data)))
    return iter((Begin("image", media_type, begun.thought, begun.candidate), Data(blob.base64)))
