"""Words printed on a finished shape, whatever it is made of: painted on its parts, or on a board before them."""

from dataclasses import replace

from cavendish.clay.sculpt import Material, Part, Patch, Shape, fitted, printed, srgb

from . import KINDS
from .look import Look
from .prints import PRINTS, Print

__all__ = ["with_words"]

FRAME = 0.03
"""How far a board stands out beyond its print on each side."""


def with_words(shape: Shape, kind: str, text: str | None) -> Shape:
    """The shape of that kind with the words where they belong on it; as it was where it has no place for them."""
    base = KINDS[kind].base
    if not text or base not in PRINTS:
        return shape
    done = Shape(shape.name)
    done.parts = list(shape.parts)
    lift = _lift(shape, kind)
    for standing in PRINTS[base]:
        x, y, z = standing.center
        place = replace(standing, center=(x, y + lift, z))
        patch = Patch(
            place.center, place.width, place.height, place.yaw, place.pitch, radius=place.radius, reach=place.reach
        )
        if place.board:
            _nail(done, place)
        done.parts = [_printed(part, text, patch, place) for part in done.parts]
    return done


def _lift(shape: Shape, kind: str) -> float:
    """How much higher than a standing one's a figure's chest is in its pose; its head is as far above it as ever."""
    if KINDS[kind].pose is None:
        return 0.0
    return shape.bounds().hi[1] - KINDS[KINDS[kind].base].build(Look()).bounds().hi[1]


def _nail(shape: Shape, place: Print) -> None:
    """Put up the board that is printed on."""
    half = (place.width / 2 + FRAME, place.height / 2 + FRAME, place.board / 2 + 0.005)
    x, y, z = place.center
    color = srgb(place.paper or "#ffffff")
    shape.box((x, y, z), half, color, round=min(0.03, half[2]), rotate=(("y", place.yaw), ("x", -place.pitch)))


def _printed(part: Part, text: str, patch: Patch, place: Print) -> Part:
    if part.op != "union" or (part.material is Material.EMISSIVE) != place.glows:
        return part
    ink = None if place.ink is None else srgb(place.ink)
    paper = None if place.paper is None else srgb(place.paper)
    lines = fitted(text, patch, label=paper is not None)
    return replace(part, pattern=printed(lines, patch, ink=ink, paper=paper, beneath=part.pattern))
