"""Metal, glass and gloss: surfaces that show what is around them, or behind.

Metal has hardly a colour of its own, it tints what it mirrors, and mirrors white where it turns away. Glass mirrors
little but lamps, and everything at its rims; the rest comes from behind, bent and coloured by the way through.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from cavendish.clay.sculpt import Floats, Material

from .refraction import mirrored, through
from .solids import Rays, Solids
from .surface import Surface
from .surroundings import Surroundings
from .thinning import Thinned

__all__ = ["Glazing", "glaze", "polish"]

_DULLING = np.float32(0.4)  # how much of the colours around it silver does not show; gold shows hardly any
_DIM = np.float32(0.14)  # as a share of the key light
_CLEAREST, _DEEPEST = 0.45, 0.9  # how much of its colour the thinnest and the thickest glass takes on
_AHEAD = 0.85  # cosine: light that is bent further comes from the surroundings, no matter what stands there
_DEEP = 0.55  # metres of glass that have its colour

Look = Callable[[Rays, int], Floats]


def polish(around: Surroundings, seen: Surface, views: Floats, openness: Floats, colors: Floats) -> None:
    """Make metal of the metal among surfaces whose `colors` (3, n) are so far those of clay."""
    metal = np.flatnonzero(seen.materials == Material.METAL)
    if not metal.size:
        return
    points, normals = seen.points[:, metal], seen.normals[:, metal]
    directions = mirrored(views[:, metal], normals)
    grazing = np.clip(1 + (views[:, metal] * normals).sum(axis=0), 0, 1)
    tint = np.clip(seen.colors[:, metal] * np.float32(1.1), 0, 1)
    golden = 1 - tint.min(axis=0) / np.maximum(tint.max(axis=0), 1e-3)
    dull = _DULLING + (1 - _DULLING) * np.float32(0.8) * golden
    tint += (1 - tint) * grazing**5
    light = around.around(points, directions)
    light += (light.mean(axis=0) - light) * dull
    light += around.lamps(points, directions)
    # What has no colour to tell it must do so by contrast.
    harsh = light.mean(axis=0)
    light *= golden + (1 - golden) * np.float32(1.4) * harsh / (harsh + _DIM * around.key.mean())
    tint **= 1 + np.float32(0.45) * np.exp(light.mean(axis=0) * -2)
    light *= tint * (np.float32(0.35) + np.float32(0.75) * openness[metal])
    colors[:, metal] = colors[:, metal] * np.float32(0.12) + light


class Glazing(NamedTuple):
    """What glass needs to know of its world; `look` says what rays see when the solid of that index is not there, None
    asks the surroundings. `pixel`: a pixel's width per metre."""

    around: Surroundings
    solids: Solids
    pixel: float
    look: Look | None


def glaze(glazing: Glazing, seen: Surface, views: Floats, colors: Floats) -> None:
    """Make glass of the glass among surfaces whose `colors` (3, n) are so far those of clay."""
    glass = seen.materials == Material.GLASS
    for index in np.unique(seen.solids[glass]):
        here = np.flatnonzero(glass & (seen.solids == index))
        colors[:, here] = _glazed(glazing, seen.take(here), views[:, here], colors[:, here])


def _glazed(glazing: Glazing, seen: Surface, views: Floats, clay: Floats) -> Floats:
    grazing = np.clip(1 + (views * seen.normals).sum(axis=0), 0, 1)
    rim = np.float32(0.05) + np.float32(0.85) * grazing**4
    directions = mirrored(views, seen.normals)
    light = glazing.around.lamps(seen.points, directions) * (np.float32(0.22) + rim * np.float32(0.78))
    # Rims are lines: dark before what is bright, bright before what is dark.
    light += (
        glazing.around.around(seen.points, directions) * np.float32(0.5) + glazing.around.key * np.float32(0.1)
    ) * rim
    # Neighbours differ by a pixel in their views, and by little in their normals.
    thinned = Thinned(np.concatenate([views * np.float32(1 / glazing.pixel), seen.normals * 8]), 2.0)
    light += thinned.spread(_passed(glazing, seen.take(thinned.own), views[:, thinned.own])) * (1 - rim)
    frost = np.clip(seen.colors.max(axis=0) - 1, 0, 1)
    glazed: Floats = light + (clay - light) * frost
    return glazed


def _passed(glazing: Glazing, seen: Surface, views: Floats) -> Floats:
    """The light (3, n) that comes through one solid of glass."""
    index = int(seen.solids[0])
    way = through(glazing.solids.items[index], seen, views)
    behind = glazing.around.around(way.rays.origins, way.rays.directions[:3])
    ahead = np.flatnonzero((way.rays.directions[:3] * views).sum(axis=0) > _AHEAD)
    if glazing.look is not None and ahead.size:
        behind[:, ahead] = glazing.look(way.rays.take(ahead), index)
    inner = glazing.around.around(way.rays.origins, way.inward) + glazing.around.lamps(way.rays.origins, way.inward)
    behind += (inner - behind) * way.trapped
    tint = np.clip(seen.colors, 0.06, 1) ** np.clip(way.lengths / np.float32(_DEEP), _CLEAREST, _DEEPEST)
    passed: Floats = behind * tint
    return passed
