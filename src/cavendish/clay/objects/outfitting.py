"""Figures get dressed: every piece is modelled to measure, finished in its own colour and material, and put on."""

from collections.abc import Callable, Sequence
from importlib import import_module

from cavendish.clay.sculpt import Shape, srgb

from . import KINDS
from .fitting import Fitting, fitting_of
from .look import Look
from .materials import finish
from .worn import WORN, Worn

__all__ = ["by_itself", "can_wear", "outfitted"]

NECKLESS = {"octopus", "crab", "snail", "sun", "fish", "whale", "dolphin", "shark", "turtle", "bee"}
TIGHT = {"eyewear", "headwear"}  # what a head suffices for
HATTED = {"snowman"}  # who has a hat that stays on


def can_wear(kind: str, piece: str) -> bool:
    """Say whether a kind, in its pose, has what a piece is worn on."""
    if piece not in WORN or fitting_of(kind) is None:
        return False
    base, place = KINDS[kind].base, WORN[piece]
    return base not in HATTED if place == "hats" else place in TIGHT or base not in NECKLESS


def outfitted(shape: Shape, kind: str, worn: Sequence[Worn]) -> Shape:
    """The shape of that kind in what it wears; what it cannot wear is left out."""
    fit = fitting_of(kind) if worn else None
    pieces = [piece for piece in worn if can_wear(kind, piece.kind)]
    if fit is None or not pieces:
        return shape
    done = Shape(shape.name).merge(shape)
    for piece in pieces:
        look = Look(color=None if piece.color is None else srgb(piece.color), material=piece.material)
        done.merge(finish(_model(piece.kind)(fit, look), piece.material))
    return done


def by_itself(piece: str, fit: Fitting, look: Look) -> Shape:
    """A piece without who wears it, set on the ground."""
    shape = _model(piece)(fit, look)
    low, high = shape.bounds()
    middle = (-(low[0] + high[0]) / 2, -low[1], -(low[2] + high[2]) / 2)
    return Shape(piece).merge(shape, middle)


def _model(piece: str) -> Callable[[Fitting, Look], Shape]:
    models: dict[str, Callable[[Fitting, Look], Shape]] = import_module(f".{WORN[piece]}", __package__).MODELS
    return models[piece]
