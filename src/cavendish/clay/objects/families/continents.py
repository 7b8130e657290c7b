"""The face of the Earth as a pattern on a ball: continents of ovals with ragged coasts, deserts, ice at the poles."""

import numpy as np
from numpy.typing import NDArray

from cavendish.clay.objects.palette import SNOW, Color
from cavendish.clay.objects.patterns import Coordinates, Pattern
from cavendish.clay.sculpt import noise, srgb

__all__ = ["world"]

LAND, SAND = srgb("#4f9a3a"), srgb("#c9a860")
# Latitude and longitude of an oval, and how far it reaches either way, in degrees.
_DESERTS = ((18, 8, 17, 21), (22, 26, 14, 14), (24, 46, 10, 11), (-25, 134, 12, 20))
_LANDS = (
    *((4, 22, 14, 18), (-14, 24, 17, 13), (-28, 23, 8, 8), (-20, 46, 7, 3)),
    *((47, 12, 9, 22), (57, 40, 13, 26), (64, 16, 7, 10), (54, -3, 5, 4)),
    *((60, 90, 14, 46), (38, 78, 16, 34), (34, 108, 14, 16), (18, 78, 12, 8), (14, 102, 12, 7), (37, 138, 7, 4)),
    *((50, -105, 16, 26), (62, -100, 12, 42), (36, -98, 10, 22), (22, -102, 9, 9), (72, -40, 10, 20)),
    *((12, -86, 5, 6), (-6, -60, 17, 18), (-22, -60, 14, 12), (-40, -68, 14, 5), (0, 113, 5, 7)),
)
_POLAR = 72.0


def world(middle: tuple[float, float, float], meridian: float) -> Pattern:
    """Land, sand and ice on a ball round `middle` whose colour is the sea's; `meridian`, in degrees, faces +z."""

    def pattern(base: Color, x: Coordinates, y: Coordinates, z: Coordinates) -> Color:
        place = np.stack((x - middle[0], y - middle[1], z - middle[2]))
        px, py, pz = place / (np.linalg.norm(place, axis=0) + np.float32(1e-6))
        ragged = (noise(px * 9 + 11, py * 9 + pz * 5) - 0.5) * 0.9
        lat = np.degrees(np.arcsin(np.clip(py, -1, 1)))
        lon = np.degrees(np.arctan2(px, pz)) + meridian
        sand = _within(_DESERTS, lat, lon, ragged)
        dry = sand | _within(_LANDS, lat, lon, ragged)
        colors = np.where(dry[:, None], np.where(sand[:, None], SAND, LAND), base)
        ice = np.abs(lat + 3) > _POLAR + 10 * ragged
        return np.where(ice[:, None], SNOW, colors).astype(np.float32)

    return pattern


def _within(
    ovals: tuple[tuple[int, int, int, int], ...], lat: Coordinates, lon: Coordinates, ragged: Coordinates
) -> NDArray[np.bool_]:
    """Whether points (n,) lie in any of the ovals, whose rims are `ragged` (n,)."""
    inside = np.zeros(lat.shape, np.bool_)
    for at, along, high, wide in ovals:
        away = (lon - along + 180.0) % 360.0 - 180.0
        inside |= ((lat - at) / high) ** 2 + (away / wide) ** 2 < 1.0 + ragged
    return inside
