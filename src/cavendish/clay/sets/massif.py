"""Mountains as a landscape of facets: a grid of heights, cut into triangles, with the snow and rock that lie on it.

One range is one primitive, however many peaks it has: a step along a ray costs one look into a table, and the flat
facets catch the sun each in its own way.
"""

import numpy as np
from numpy.typing import NDArray

from cavendish.clay.objects.palette import SNOW, Color, mix
from cavendish.clay.objects.patterns import covered, toned
from cavendish.clay.render import Placed, Vector
from cavendish.clay.sculpt import Floats, Part, Shape, fractal, noise, srgb
from cavendish.clay.sculpt.forms import Form
from cavendish.clay.sculpt.frame import Frame

from .scatter import chance_for

__all__ = ["mountains"]

Peak = tuple[float, float, float, float]
"""Where a peak stands (x, z), how high it is and how far it reaches, in metres."""

CELL = 0.85
PEAKS: tuple[Peak, ...] = (
    (-7.4, -0.5, 7.0, 7.6),
    (3.6, -4.0, 8.4, 8.8),
    (11.6, 0.0, 6.2, 7.2),
    (-17.5, -2.5, 7.6, 8.6),
    (20.5, -3.0, 7.4, 8.4),
    (-28.0, -3.5, 8.0, 9.0),
    (31.0, -3.5, 7.6, 9.0),
    (-2.6, 3.4, 2.6, 4.2),
    (7.2, 4.0, 2.4, 4.0),
)
FAR_PEAKS: tuple[Peak, ...] = tuple((x * 1.5 + 3.0, z, height * 1.62, reach * 1.5) for x, z, height, reach in PEAKS[:7])


class Facets(Form):
    """A grid of heights (rows along z, columns along x) as triangles; below them everything is solid.

    The grid is centred on the form's origin. Which way a cell is cut in two is drawn by lot, so that no pattern shows.
    """

    __slots__ = ("_cell", "_flipped", "_half", "_inverse", "_planes", "_slowness", "heights", "steepness")

    def __init__(self, frame: Frame, heights: Floats, cell: float, flipped: NDArray[np.bool_]) -> None:
        super().__init__(frame)
        self.heights, self._cell, self._flipped = heights, float(cell), flipped
        rows, columns = heights.shape
        self._half = np.array([(columns - 1) / 2, (rows - 1) / 2], np.float32) * np.float32(cell)
        self._inverse = frame.inverse()
        self._planes = _planes(heights, flipped)
        slope = np.hypot(self._planes[:, 1], self._planes[:, 2]) / np.float32(cell)
        self.steepness = slope / np.sqrt(1 + slope * slope)
        self._slowness = 1 / np.sqrt(1 + np.float32(slope.max()) ** 2)

    def facet(self, x: Floats, z: Floats) -> tuple[NDArray[np.int32], Floats, Floats]:
        """Which triangle lies under points (n,) of the form's plane, and where in its cell, 0 to 1 across and down."""
        rows, columns = self.heights.shape
        across = np.clip((x + self._half[0]) / self._cell, 0, columns - 1.001)
        down = np.clip((z + self._half[1]) / self._cell, 0, rows - 1.001)
        column, row = across.astype(np.int32), down.astype(np.int32)
        across -= column
        down -= row
        cell = row * (columns - 1) + column
        across = np.where(self._flipped.take(cell), 1 - across, across)
        return cell * 2 + (across + down > 1), across, down

    def distance(self, points: Floats) -> Floats:
        x, y, z = self._inverse @ points
        triangle, across, down = self.facet(x, z)
        base, right, back = self._planes.take(triangle, axis=0).T
        result: Floats = y - base
        result -= right * across
        result -= back * down
        result *= self._slowness
        return result

    def box(self) -> tuple[Floats, Floats]:
        low = np.array([-self._half[0], -0.3, -self._half[1]], np.float32)
        return low, np.array([self._half[0], float(self.heights.max()), self._half[1]], np.float32)

    def moved(self, rotation: Floats, shift: Floats, scale: float) -> "Facets":
        frame = self.frame.moved(rotation, shift, scale)
        return Facets(frame, self.heights * np.float32(scale), self._cell * scale, self._flipped)


def _planes(heights: Floats, flipped: NDArray[np.bool_]) -> Floats:
    """(2 * cells, 3): for each triangle the height at its cell's corner, and what it gains across and down a cell."""
    left, right = heights[:, :-1].copy(), heights[:, 1:].copy()
    turned = flipped.reshape(len(heights) - 1, -1)
    near_left, near_right = np.where(turned, right[:-1], left[:-1]), np.where(turned, left[:-1], right[:-1])
    far_left, far_right = np.where(turned, right[1:], left[1:]), np.where(turned, left[1:], right[1:])
    first = (near_left, near_right - near_left, far_left - near_left)
    second = (near_right + far_left - far_right, far_right - far_left, far_right - near_right)
    both = np.stack([np.stack(first, axis=-1), np.stack(second, axis=-1)], axis=2)
    return np.ascontiguousarray(both.reshape(-1, 3), np.float32)


def mountains(seed: int, *, snowy: bool, near: float = -24.0) -> list[Placed]:
    """A chain of ridged peaks with snow on their heads, in winter down to their feet, and a paler chain behind."""
    front = _range(seed, PEAKS, "mountains", rock=srgb("#5b6178"), snowline=0.10 if snowy else 0.50, feet=not snowy)
    behind = _range(seed, FAR_PEAKS, "far mountains", rock=srgb("#8b9cc0"), snowline=0.2 if snowy else 0.45, feet=False)
    places: tuple[tuple[Shape, Vector], ...] = ((front, (0, -0.15, near)), (behind, (0, -0.15, near - 21)))
    return [Placed(shape, at, casts_shadow=False) for shape, at in places]


def _range(seed: int, peaks: tuple[Peak, ...], name: str, *, rock: Color, snowline: float, feet: bool) -> Shape:
    chance = chance_for(seed, name)
    heights = _relief(chance, peaks)
    flipped = chance.random((len(heights) - 1) * (heights.shape[1] - 1)) < 0.5
    form = Facets(Frame.at((0, 0, 0)), heights, CELL, flipped)
    shape = Shape(name)
    shape.parts.append(Part(form, rock, pattern=_Cover(form, chance, snowline=snowline, feet=feet)))
    return shape


def _relief(chance: np.random.Generator, peaks: tuple[Peak, ...]) -> Floats:
    """Heights (rows, columns): every peak falls away in spurs; gullies are worn into their flanks."""
    wide = max(abs(x) + reach for x, _, _, reach in peaks) + 2
    deep = max(abs(z) + reach for _, z, _, reach in peaks)
    columns, rows = (np.arange(-reach, reach + CELL, CELL, dtype=np.float32) for reach in (wide, deep))
    x, z = np.meshgrid(columns, rows)
    shift = chance.uniform(0, 90, 2).astype(np.float32)
    warp = (fractal(x * 0.25 + shift[0], z * 0.25 + shift[1], 3) - 0.45) * 2.2
    heights = np.zeros_like(x)
    for middle_x, middle_z, tall, reach in peaks:
        off_x, off_z = x - middle_x - chance.uniform(-1.2, 1.2) + warp, z - middle_z - chance.uniform(-0.6, 0.6) - warp
        turn, spurs = chance.uniform(0, 6.3), int(chance.integers(3, 6))
        away = np.hypot(off_x, off_z) / reach
        away *= 1 + 0.26 * np.sin(np.arctan2(off_z, off_x) * spurs + turn + away * 2)
        tall *= chance.uniform(0.88, 1.12)
        heights = np.maximum(heights, tall * (np.clip(1 - away, 0, 1) ** 1.08))
    folds = 1 - np.abs(2 * noise(x * 0.42 + shift[1], z * 0.42 + shift[0]) - 1)
    rough = (folds - 0.5) * 0.7 + (chance.random(x.shape) - 0.5) * 0.6
    heights += rough * np.clip(heights * 0.45, 0, 1.3)
    return (heights - 0.3).astype(np.float32)


class _Cover:
    """Rock by the facet, darker in gullies; snow where it is high and not too steep; in summer green at the feet."""

    def __init__(self, form: Facets, chance: np.random.Generator, *, snowline: float, feet: bool) -> None:
        self._form, self._feet = form, feet
        self._snowline = float(form.heights.max()) * snowline
        self._tones = chance.uniform(0.80, 1.18, len(form.steepness)).astype(np.float32)
        self._edge = chance.uniform(-0.9, 0.9, len(form.steepness)).astype(np.float32)

    def __call__(self, base: Color, x: Floats, y: Floats, z: Floats) -> Color:
        triangle, _, _ = self._form.facet(x, z)
        grain = fractal(x * 1.9 + y * 0.6, y * 2.3 + z, 3)
        stone = toned(base, self._tones[triangle] * (0.72 + 0.55 * grain))
        if self._feet:
            moss = mix(srgb("#4f7f45"), base[0], 0.35)
            stone = covered(stone, moss, np.clip(1.3 - y * 0.75 + (grain - 0.45) * 1.5, 0, 0.85))
        steep = self._form.steepness[triangle]
        level = y - self._snowline + self._edge[triangle] * 0.7 + (grain - 0.45) * 1.2 - (steep - 0.66) * 7
        return covered(stone, toned(np.broadcast_to(SNOW, base.shape), 0.9 + 0.16 * grain), np.clip(level * 4, 0, 1))
