"""Words wait for the picture, where whoever asked does not watch them come.

What an answer without a picture means is known only at its end. Held until then, its words leave together with headers
that say how it ended; and who wants refusals as errors gets one, with nothing sent before it. A picture is never held.
"""

from collections.abc import AsyncGenerator
from contextlib import aclosing

from cavendish.core.events import Begin, Data, Event, Finish, Progress
from cavendish.core.rejection import Rejected
from cavendish.core.request import RefusalMode

__all__ = ["with_words_held"]


async def with_words_held(
    told: AsyncGenerator[Event, None], refusal: RefusalMode | None
) -> AsyncGenerator[Event, None]:
    """The same events, `told` closed at their end; Rejected in place of a refusal where `refusal` asks for errors."""
    held: list[Event] | None = []
    async with aclosing(told) as events:
        async for event in events:
            match event:
                case Progress():
                    yield event
                    continue
                case Finish() if refusal == "error" and event.outcome and event.outcome.rejection:
                    raise Rejected(event.outcome.rejection)
                case Begin(kind="image") | Finish() if held:
                    for waiting in held:
                        yield waiting
                    held = None
            if held is None or not _waits(event):
                held = None
                yield event
            else:
                held.append(Data(bytes(event.piece)) if isinstance(event, Data) else event)


def _waits(event: Event) -> bool:
    """It belongs to words."""
    return not isinstance(event, Finish) and not (isinstance(event, Begin) and event.kind == "image")
