"""What a ray sees that meets nothing: gradients, the sun or moon, stars, clouds, the glow of a city.

Directions are (3, n) unit vectors, colours (3, n). Every sky is smooth down to the horizon and below it, so that fog,
which takes the sky's colour, leaves no seam where the ground ends.
"""

import numpy as np
from numpy.typing import ArrayLike

from cavendish.clay.sculpt import Floats, fractal, hash_cells

from .camera import Camera
from .vectors import column, unit
from .world import Sky, World

__all__ = ["Heaven"]

# Linear RGB: horizon, zenith, and how fast the one becomes the other.
_GRADIENTS: dict[Sky, tuple[ArrayLike, ArrayLike, float]] = {
    "day": ((0.60, 0.80, 0.95), (0.055, 0.22, 0.66), 3.6),
    "overcast": ((0.72, 0.76, 0.81), (0.42, 0.48, 0.57), 2.5),
    "winter": ((0.80, 0.87, 0.96), (0.30, 0.50, 0.80), 2.6),
    "sunset": ((0.80, 0.235, 0.07), (0.055, 0.07, 0.30), 3.9),
    "night": ((0.050, 0.085, 0.20), (0.006, 0.012, 0.05), 4.0),
    "neon": ((0.26, 0.035, 0.30), (0.010, 0.008, 0.055), 4.2),
    "space": ((0.012, 0.010, 0.030), (0.004, 0.004, 0.014), 2.0),
    "studio": ((0.80, 0.78, 0.76), (0.52, 0.53, 0.58), 2.0),
    "stage": ((0.050, 0.018, 0.070), (0.008, 0.006, 0.016), 2.6),
    "party": ((0.23, 0.10, 0.50), (0.10, 0.045, 0.28), 1.2),
    "room": ((0.72, 0.64, 0.54), (0.50, 0.46, 0.42), 2.0),
}


class Heaven:
    """The sky of one world."""

    def __init__(self, world: World, camera: Camera) -> None:
        horizon, zenith, self._steepness = _GRADIENTS[world.sky]
        self.kind = world.sky
        self._horizon = column(horizon if world.horizon is None else world.horizon)
        self._zenith = column(zenith if world.zenith is None else world.zenith)
        self._disk = None if world.sun_disk is None else unit(world.sun_disk)
        self._forward = camera.forward.astype(np.float32)
        self._right, self._up = camera.right.astype(np.float32), camera.up.astype(np.float32)

    def haze(self, directions: Floats) -> Floats:
        """The sky without its small things: what fog and dull reflections take their colour from."""
        rising = 1 - np.exp(np.maximum(directions[1], 0) * -self._steepness)
        colors: Floats = self._horizon + (self._zenith - self._horizon) * rising
        if self.kind == "sunset":
            colors += self._afterglow(directions)
        if self.kind in ("studio", "stage", "room"):
            colors *= 0.72 + 0.45 * np.exp((self._forward @ directions - 1) * 9)
        return colors

    def see(self, directions: Floats) -> Floats:
        """The whole sky."""
        colors = self.haze(directions)
        match self.kind:
            case "day" | "winter":
                colors += self._cirrus(directions)
            case "sunset":
                self._evening_clouds(directions, colors)
            case "night":
                colors += self._stars(directions, 60, 0.06) + self._milky_way(directions)
            case "space":
                colors += self._stars(directions, 70, 0.09) + self._nebula(directions)
            case "party":
                colors *= self._sunburst(directions)
        if self._disk is not None:
            colors += self._lamp(directions, self._disk)
        return colors

    def _lamp(self, directions: Floats, disk: Floats) -> Floats:
        """The sun or the moon itself, and the air shining round it."""
        cosine = np.clip(disk @ directions, 0, 1)
        if self.kind in ("night", "neon", "space"):
            face = np.clip((cosine - 0.9990) / 0.00010, 0, 1)
            maria = 0.52 + 0.75 * fractal(directions[0] * 60, directions[1] * 60, 3)
            glow = cosine**420 * 0.16 + cosine**60 * 0.06
            moon: Floats = (face * maria) * column((1.5, 1.48, 1.36)) + glow * column((0.55, 0.7, 1.0))
            return moon
        if self.kind == "sunset":
            face = np.clip((cosine - 0.99885) / 0.00022, 0, 1)
            glow = column((1.0, 0.46, 0.12)) * (cosine**300 * 0.55) + column((0.9, 0.42, 0.13)) * (cosine**34 * 0.24)
            low_sun: Floats = glow + face * column((2.6, 1.25, 0.30))
            return low_sun
        face = np.clip((cosine - 0.9988) / 0.0003, 0, 1)
        glow = column((1.0, 0.95, 0.85)) * (cosine**260 * 0.8 + cosine**40 * 0.2)
        high_sun: Floats = glow + face * column((4.2, 3.6, 2.6))
        return high_sun

    def _afterglow(self, directions: Floats) -> Floats:
        """Orange round where the sun goes down, rose on either side."""
        sun = unit((0.3, 0.08, -1.0)) if self._disk is None else self._disk
        height = np.maximum(directions[1], 0)
        facing = np.clip((directions[0] * sun[0] + directions[2] * sun[2]) / np.hypot(sun[0], sun[2]), 0, 1)
        low, rose = np.exp(height * -7) * facing**5, np.exp(-(((height - 0.20) / 0.16) ** 2))
        glow: Floats = low * column((0.42, 0.14, 0.012)) + rose * column((0.25, 0.035, 0.10))
        return glow

    def _cirrus(self, directions: Floats) -> Floats:
        height = np.maximum(directions[1], 0)
        x, z = directions[0] / (height + 0.16), directions[2] / (height + 0.16)
        veil = np.clip(fractal(x * 0.55 + 11, z * 1.5 + 3, 5) * 2.4 - 1.15, 0, 1)
        clouds: Floats = veil * np.clip(height * 7 - 0.25, 0, 1) * column((0.26, 0.22, 0.16))
        return clouds

    def _evening_clouds(self, directions: Floats, colors: Floats) -> None:
        """Long bands lit from below: their bellies glow where the sun is, their tops are dusk."""
        height = np.maximum(directions[1], 0)
        x, z = directions[0] / (height + 0.22), directions[1] * 13
        here, above = fractal(x * 1.25 + 5, z * 1.2, 5), fractal(x * 1.25 + 5, z * 1.2 + 0.45, 5)
        cover = (
            np.clip((here - 0.455) * 6, 0, 1) * np.clip(height * 11 - 0.25, 0, 1) * np.clip(1.35 - height * 2.0, 0, 1)
        )
        belly = np.clip(0.55 + (here - above) * 5.0, 0, 1.4)
        sun = unit((0.3, 0.08, -1.0)) if self._disk is None else self._disk
        warmth = 0.45 + 0.75 * np.clip(sun @ directions, 0, 1) ** 6
        lit = column((1.25, 0.42, 0.20)) * belly * warmth + column((0.22, 0.11, 0.24))
        colors += (lit - colors) * (cover * 0.85)

    def _stars(self, directions: Floats, fineness: float, share: float) -> Floats:
        """One star in some of the cells of a grid laid over the six sides of a cube."""
        size = np.abs(directions)
        side = size.argmax(axis=0)
        longest = np.take_along_axis(size, side[None], 0)[0]
        others = np.where(side == 0, 1, 0), np.where(side == 2, 1, 2)
        u, v = (np.take_along_axis(directions, axis[None], 0)[0] / longest * fineness for axis in others)
        cell_u, cell_v = np.floor(u), np.floor(v)
        face = side * 37 + np.where(np.take_along_axis(directions, side[None], 0)[0] > 0, 101, 0)
        chance, size_of = hash_cells(cell_u * 13 + face, cell_v * 7), hash_cells(cell_u * 5 + 3, cell_v * 11 + face)
        off_u = u - cell_u - 0.2 - 0.6 * size_of
        off_v = v - cell_v - 0.2 - 0.6 * hash_cells(cell_u + 9 + face, cell_v)
        brightness = np.where(chance > 1 - share, 0.25 + 1.9 * size_of**4, 0)
        above = 1 if self.kind == "space" else np.clip(directions[1] * 9, 0, 1)
        spark = np.exp((off_u**2 + off_v**2) * -150) * brightness * above
        tint = column((1.0, 0.95, 0.85)) + column((-0.2, 0.0, 0.3)) * chance * 3 % 1
        stars: Floats = (spark * tint).astype(np.float32)
        return stars

    def _milky_way(self, directions: Floats) -> Floats:
        across = directions[0] * 0.75 + directions[1] * 0.55 + directions[2] * 0.35
        band = np.exp(-((across / 0.22) ** 2))
        dust = fractal(directions[0] * 5 + 40, directions[1] * 7 + directions[2] * 3, 4)
        haze: Floats = band * np.clip(dust * 2 - 0.6, 0, 1) * column((0.020, 0.026, 0.055))
        return haze

    def _nebula(self, directions: Floats) -> Floats:
        u, v = directions[0] * 2.2 + 20, directions[1] * 2.2 + directions[2]
        warp = fractal(u * 1.5, v * 1.5, 3)
        violet = np.clip(fractal(u + warp * 2, v, 5) * 2.6 - 1.15, 0, 1)
        teal = np.clip(fractal(u + 9, v + warp * 2.4, 5) * 2.6 - 1.3, 0, 1)
        gas: Floats = violet * column((0.16, 0.035, 0.24)) + teal * column((0.015, 0.12, 0.17))
        return gas

    def _sunburst(self, directions: Floats) -> Floats:
        """Rays from the middle of the picture, for posters."""
        depth = np.maximum(self._forward @ directions, 0.05)
        x, y = (self._right @ directions) / depth, (self._up @ directions) / depth
        distance = np.sqrt(x * x + y * y)
        wave = np.sin(np.arctan2(y, x) * 14)
        edge = np.clip(wave * (distance * 55 + 1.5), -1, 1)
        rays: Floats = (1 + 0.20 * edge) * (0.75 + 0.6 * np.exp(distance * distance * -5))
        return rays
