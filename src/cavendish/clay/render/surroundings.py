"""What polished things mirror: a photographer's set that goes round every picture, in the light of its own scene.

A ray traced for each reflection would find mostly what lies behind the camera, where no scene has anything. So mirrors
see the ground that they stand on, the scene's sky over a dark horizon, a dark room behind the camera, and lamps: a
window where the sun is, a strip light on the other side, and the scene's own lamps. Curved metal shows all of it at
once, light against dark, and that contrast is what makes it metal.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from cavendish.clay.sculpt import Floats

from .camera import Camera
from .ground import PLAIN_COLORS, soil
from .sky import Heaven
from .vectors import column, unit
from .world import World

__all__ = ["Surroundings"]

_INDOORS = ("studio", "stage", "room", "party")
_DARK = ("night", "neon", "space", "stage")
_WINDOW = (0.62, 0.50)  # half width and half height of the sun's window, at distance 1
_STRIP = (0.20, 1.1)
_FRAME = 0.05  # half the breadth of the bars across the window
_SOFT = 0.07
_HORIZON = 0.15  # how high the dark horizon rises


def _within(offset: Floats, half: float) -> Floats:
    """1 inside a span round 0, 0 outside, soft between."""
    inside: Floats = np.clip((np.float32(half) - np.abs(offset)) * np.float32(1 / _SOFT) + np.float32(0.5), 0, 1)
    return inside


class _Panel:
    """A rectangle of light, infinitely far away, upright and turned to the scene."""

    def __init__(self, toward: ArrayLike, size: tuple[float, float], *, frame: float = 0.0) -> None:
        self._toward = unit(toward)
        across = np.cross(self._toward, (0.0, 1.0, 0.0))
        self._across = unit(across if np.linalg.norm(across) > 1e-3 else (1.0, 0.0, 0.0))
        self._upward = np.cross(self._across, self._toward).astype(np.float32)
        self._size, self._frame = size, frame

    def seen(self, directions: Floats) -> Floats:
        """How much of it lies in each direction (3, n), 0 to 1."""
        ahead = self._toward @ directions
        depth = np.maximum(ahead, np.float32(0.05))
        x, y = (self._across @ directions) / depth, (self._upward @ directions) / depth
        light = _within(x, self._size[0]) * _within(y, self._size[1]) * (ahead > 0.05)
        if self._frame:
            light *= 1 - np.maximum(_within(x, self._frame), _within(y, self._frame))
        return light


class Surroundings:
    """The set round one world, as seen by one camera."""

    def __init__(self, world: World, camera: Camera, heaven: Heaven) -> None:
        self._world, self._heaven = world, heaven
        self._forward = unit((camera.forward[0], 0.0, camera.forward[2] - 1e-6))
        right = camera.right.astype(np.float32)
        side = np.float32(-1 if unit(world.sun) @ right > 0 else 1)
        self._window = _Panel(world.sun, _WINDOW, frame=_FRAME)
        self._strip = _Panel(side * right + np.float32(0.12) * self._forward + unit((0, 0.25, 0)) * 0.3, _STRIP)
        sun, sky = column(world.sun_color), column(world.sky_light)
        self.key, self._fill = sun * np.float32(0.85) + sky * np.float32(1.5), sun * np.float32(0.3) + sky
        self._dome = np.float32(0.8 if world.sky in _DARK else 0.6 if world.sky in _INDOORS else 0.25)
        self._falling = sun * np.float32(0.95 * max(unit(world.sun)[1], 0.2)) + sky

    def around(self, points: Floats, directions: Floats) -> Floats:
        """The colours (3, n) of all but the lamps that points (4, n) mirror from directions (3, n)."""
        height = directions[1]
        behind = np.clip(-(self._forward @ directions), 0, 1)
        colors = self._heaven.haze(directions)
        if self._world.sky in _INDOORS:
            colors *= (0.62 - 0.42 * np.clip(height, 0, 1)) * (1 - 0.6 * behind)
        else:
            colors *= 1 - 0.30 * behind
        if self._world.sky in _DARK:
            colors += self.key * np.float32(0.07)
        colors += self.key * (np.clip((height - 0.42) * 3.2, 0, 1) * self._dome)
        colors *= 1 - 0.85 * np.exp(-((height / _HORIZON) ** 2))
        below = np.flatnonzero(height < 0)
        if below.size:
            self._lay_ground(points[:, below], directions[:, below], below, colors)
        return colors

    def lamps(self, points: Floats, directions: Floats) -> Floats:
        """The light (3, n) of the lamps alone."""
        light: Floats = self._window.seen(directions) * self.key + self._strip.seen(directions) * self._fill
        for lamp in self._world.points:
            offset = column(lamp.at) - points[:3]
            squared = (offset * offset).sum(axis=0) + np.float32(0.02)
            cosine = (offset * directions).sum(axis=0) / np.sqrt(squared)
            bulb = np.clip((cosine - np.float32(0.95)) * 30, 0, 1) * np.float32(2.5 * lamp.power) / (squared + 0.5)
            light += bulb * column(lamp.color)
        return light

    def _lay_ground(self, points: Floats, directions: Floats, below: NDArray[np.intp], colors: Floats) -> None:
        """The ground, dark where the mirror itself stands on it, fading into the horizon."""
        steep = np.maximum(-directions[1], np.float32(0.02))
        lengths = np.maximum(points[1], np.float32(0)) / steep
        kind = self._world.ground
        if kind is None:
            ground = np.broadcast_to(column(self._world.ground_light) * 2, directions.shape)
        else:
            color = PLAIN_COLORS[kind] if self._world.ground_color is None else self._world.ground_color
            x, z = (points[axis] + directions[axis] * lengths for axis in (0, 2))
            ground = soil(kind, np.asarray(color, np.float32), x, z, lengths + 8).colors * self._falling
        ground = ground * (1 - 0.8 * np.exp(lengths * -2.5))
        far = np.exp(-((steep / np.float32(0.10)) ** 2))
        colors[:, below] = ground + (colors[:, below] - ground) * far
