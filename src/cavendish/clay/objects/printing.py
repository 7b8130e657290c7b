"""Words printed on a finished shape, whatever it is made of: painted on its parts, or on a board before them."""

from dataclasses import replace

from cavendish.clay.ink import backing
from cavendish.clay.sculpt import Material, Part, Patch, Shape, fitted, printed, srgb
from cavendish.clay.sculpt.drawn_forms import Glyph

from . import KINDS
from .legibility import LEGIBLE, contrast
from .look import Look
from .prints import PRINTS, SELF_WRITTEN, Print

__all__ = ["with_words"]

FRAME = 0.03
"""How far a board stands out beyond its print on each side."""


def with_words(shape: Shape, kind: str, look: Look) -> Shape:
    """The shape of that kind with the look's words where they belong; as it was where it has no place for them."""
    base, words, ink = KINDS[kind].base, look.text, look.ink
    if ink and base in SELF_WRITTEN:
        return _inked(shape, ink)
    if not words or base not in PRINTS:
        return shape
    done = Shape(shape.name)
    done.parts = list(shape.parts)
    lift = _lift(shape, kind)
    for standing in PRINTS[base]:
        x, y, z = standing.center
        place = replace(_tinted(standing, ink), center=(x, y + lift, z))
        patch = Patch(
            place.center, place.width, place.height, place.yaw, place.pitch, radius=place.radius, reach=place.reach
        )
        if place.board:
            _nail(done, place)
        bare = ink is not None and _is_on_own_color(standing)
        done.parts = [_printed(part, words, patch, place, bare=bare) for part in done.parts]
    return done


def _tinted(place: Print, ink: str | None) -> Print:
    """A print in another ink; on what that could not be read on, it gets a label."""
    if ink is None:
        return place
    ground = place.paper or (None if _is_on_own_color(place) else backing(place.ink or ""))
    if ground is None or contrast(srgb(ink), srgb(ground)) >= LEGIBLE:
        return replace(place, ink=ink)
    return replace(place, ink=ink, paper=backing(ink))


def _is_on_own_color(place: Print) -> bool:
    """Whether a print lies on the thing's own colour: only what is bright by itself has dark letters set for it."""
    return place.paper is None and (place.ink is None or backing(place.ink) == backing("#ffffff"))


def _inked(shape: Shape, ink: str) -> Shape:
    """The shape of a kind that writes by itself, its raised letters in another colour."""
    done = Shape(shape.name)
    done.parts = [replace(part, color=srgb(ink)) if isinstance(part.form, Glyph) else part for part in shape.parts]
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


def _printed(part: Part, text: str, patch: Patch, place: Print, *, bare: bool = False) -> Part:
    """A part with words where the patch meets it; on a `bare` one of nearly their colour they get a label."""
    if part.op != "union" or (part.material is Material.EMISSIVE) != place.glows:
        return part
    ink = None if place.ink is None else srgb(place.ink)
    paper = None if place.paper is None else srgb(place.paper)
    if paper is None and ink is not None and bare and contrast(ink, part.color) < LEGIBLE:
        paper = srgb(backing(place.ink or ""))
    lines = fitted(text, patch, label=paper is not None)
    return replace(part, pattern=printed(lines, patch, ink=ink, paper=paper, beneath=part.pattern))
