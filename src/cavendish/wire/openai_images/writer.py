"""Events as an answer of the images endpoints: `{"created": …, "data": [{"b64_json": …}], "usage": …}`.

There is no place for words here, nor for an answer without a picture: a refusal becomes the error that OpenAI's own
endpoint gives. Drafts are left out. Nothing is said before the first picture, so a failure before it has its status.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from cavendish.core.errors import CavendishError, UpstreamEmpty
from cavendish.core.events import Begin, Data, End, Event, Finish, Piece
from cavendish.core.rejection import Rejected, Rejection
from cavendish.core.result import Usage
from cavendish.wire.compact import compact
from cavendish.wire.report import render_outcome

__all__ = ["UnaryWriter"]


class UnaryWriter:
    """Write one answer; `send` raises where the answer turns out to hold no picture."""

    media_type = "application/json"
    keep_alive: bytes | None = None

    def __init__(self, *, created: int) -> None:
        self._created = created
        self._pictures = 0
        self._open = False

    def send(self, event: Event) -> Iterable[Piece]:
        match event:
            case Begin(kind="image", thought=False):
                yield b"," if self._pictures else b'{"created":%d,"data":[' % self._created
                yield b'{"b64_json":"'
                self._pictures, self._open = self._pictures + 1, True
            case Data(piece) if self._open:
                yield piece
            case End() if self._open:
                yield b'"}'
                self._open = False
            case Finish():
                yield from self._finish(event)
            case _:
                pass

    def fail(self, error: CavendishError) -> Iterable[Piece] | None:  # noqa: ARG002 - it ends like this for every error
        """None: whatever was sent began with a picture, and this format cannot say that it is not all."""
        return None

    def _finish(self, event: Finish) -> Iterator[Piece]:
        if not self._pictures:
            raise _without_picture(event.outcome.rejection if event.outcome else None)
        yield b'],"usage":' + compact(_usage(event.usage))
        if event.outcome:
            yield b',"cavendish":' + compact(render_outcome(event.outcome))
        yield b"}"


def _without_picture(rejection: Rejection | None) -> CavendishError:
    return Rejected(rejection) if rejection else UpstreamEmpty("The engine answered without a picture.")


def _usage(usage: Usage) -> dict[str, Any]:
    prompt, pictures = usage.prompt_tokens or 0, usage.prompt_image_tokens or 0
    return {
        "input_tokens": prompt,
        "output_tokens": (usage.candidates_tokens or 0) + (usage.thoughts_tokens or 0),
        "total_tokens": usage.total_tokens,
        "input_tokens_details": {"text_tokens": max(prompt - pictures, 0), "image_tokens": pictures},
    }
