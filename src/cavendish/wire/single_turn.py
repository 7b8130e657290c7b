"""A conversation as one prompt with pictures, for dialects that know no conversation."""

from dataclasses import dataclass

from cavendish.core.parts import Image
from cavendish.core.request import Request

__all__ = ["SingleTurn", "single_turn"]


@dataclass(frozen=True, slots=True)
class SingleTurn:
    prompt: str
    images: tuple[Image, ...]


def single_turn(request: Request) -> SingleTurn:
    """The last turn's words and pictures, and before them the latest picture of the conversation: what is edited."""
    *earlier, last = request.turns
    before = [image for turn in earlier for image in turn.images][-1:]
    prompt = f"{request.system}\n\n{last.text}" if request.system else last.text
    return SingleTurn(prompt, (*before, *last.images))
