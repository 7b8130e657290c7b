"""Light on its way through glass: bent where it enters, let out where it leaves, thrown back where it cannot."""

from typing import NamedTuple

import numpy as np

from cavendish.clay.sculpt import Floats, Mass

from .solids import Rays, Solid
from .surface import Surface, slopes_at

__all__ = ["Passage", "mirrored", "through"]

_BENDING = 1.30  # below real glass: solid toys should show what is behind them, not the world upside down
_STEPS = 18
_LEAST, _NEAR = 0.012, 0.0015


class Passage(NamedTuple):
    """How light leaves: `rays` onward, metres of glass passed (n,), and how much is thrown back inside (n,), for
    which `inward` (3, n) is the direction."""

    rays: Rays
    lengths: Floats
    trapped: Floats
    inward: Floats


def mirrored(directions: Floats, normals: Floats) -> Floats:
    """Directions (3, n) after a mirror with these normals."""
    turned: Floats = directions - 2 * (directions * normals).sum(axis=0) * normals
    return turned


def through(solid: Solid, seen: Surface, views: Floats) -> Passage:
    """Follow rays with directions (3, n) into the surfaces that they have met on one solid, and out again."""
    inside, _ = _bent(views, seen.normals, 1 / _BENDING)
    directions = np.zeros((4, inside.shape[1]), np.float32)
    directions[:3] = inside
    lengths = _crossed(solid, Rays(seen.points, directions))
    exits = Rays(seen.points, directions).at(lengths)
    facing = -slopes_at(solid, exits)
    facing = np.where((facing * inside).sum(axis=0) > 0, -facing, facing)
    onward, trapped = _bent(inside, facing, _BENDING)
    directions[:3] = onward
    return Passage(Rays(exits, directions), lengths, trapped, mirrored(inside, facing))


def _bent(directions: Floats, normals: Floats, ratio: float) -> tuple[Floats, Floats]:
    """Directions beyond a surface, and the share (n,) of light that is thrown back; what cannot pass goes along it."""
    cosine = np.clip(-(directions * normals).sum(axis=0), 0, 1)
    rest = 1 - np.float32(ratio * ratio) * (1 - cosine * cosine)
    bent = np.float32(ratio) * directions + (np.float32(ratio) * cosine - np.sqrt(np.maximum(rest, 0))) * normals
    bent /= np.sqrt((bent * bent).sum(axis=0) + 1e-12)
    return bent, np.clip(1 - rest * np.float32(8), 0, 1) ** 2


def _crossed(solid: Solid, rays: Rays) -> Floats:
    """How far each ray runs within the solid; at least a little."""
    mass, scale = Mass(solid.parts), solid.scale
    origins, directions = solid.to_local @ rays.origins, solid.to_local @ rays.directions
    lengths = np.full(len(rays), _LEAST, np.float32)
    alive = np.arange(len(rays))
    for _ in range(_STEPS):
        depth = mass.distance(origins[:, alive] + directions[:, alive] * lengths[alive])
        depth *= np.float32(-scale)
        # Distances within flat things are guesses: whatever comes out too far turns back.
        lengths[alive] = np.maximum(lengths[alive] + depth * np.float32(0.8), 0)
        alive = alive[np.abs(depth) > _NEAR]
        if not alive.size:
            break
    return lengths
