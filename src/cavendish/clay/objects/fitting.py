"""Where somebody's face and neck are, and which way they turn: measured on the figure, whatever it does.

Eyes are marked wherever they end up; from a pair of them follow the middle, the width and the directions of the face.
The neck is the narrowest place on the way from the head's middle to the trunk's. All lengths are in the builder's
units; `right`, `up` and `front` are unit vectors (3,), x, y and z of whoever looks at +z.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from cavendish.clay.sculpt import Floats, Part, Shape

from . import KINDS
from .eyes import EYE
from .look import Look
from .probe import Probe

__all__ = ["Axes", "Fitting", "across", "fitted", "fitting_of", "unit"]

GRID = 22
STATIONS, ANGLES = 26, 20
STATION = {"hoofed": 2.6, "elephant": 2.5, "frog": 1.7, "cow": 1.7, "sheep": 1.7, "pig": 1.7, "deer": 2.4}
"""How far below the middle of the head the neck is, in radii of the skull, where a jaw or ears hide the narrowest."""
UPRIGHT = 0.6  # how nearly the trunk lies beneath a head, as a cosine, of whoever is upright
AHEAD = 0.8  # how nearly such a one looks at +z: bodies that lie along x have their heads turned


@dataclass(frozen=True, slots=True, eq=False)
class Axes:
    """A place with its own directions."""

    middle: Floats
    right: Floats
    up: Floats
    front: Floats

    def at(self, x: float, y: float, z: float) -> Floats:
        """The point so far to the right, up and to the front."""
        place = self.middle + np.float32(x) * self.right + np.float32(y) * self.up + np.float32(z) * self.front
        return np.asarray(place, np.float32)

    def placed(self, shape: Shape) -> Shape:
        """A shape that was modelled in these axes, in those of the figure."""
        rotation = np.stack([self.right, self.up, self.front], axis=1)
        done = Shape(shape.name)
        done.parts = [part.moved(rotation, self.middle, 1.0) for part in shape.parts]
        return done


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """`gap` is from the middle of one eye to that of the other, `eye` the radius of one."""

    axes: Axes
    gap: float
    eye: float
    turned: bool
    """Whether the head looks elsewhere than where the figure is built to look."""


def unit(vector: Floats) -> Floats:
    """The vector at length 1."""
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9), np.float32)


def across(vector: Floats, axis: Floats) -> Floats:
    """What of a vector is square to a unit axis, at length 1."""
    return unit(vector - axis * np.float32(vector @ axis))


def _face(eyes: list[Part]) -> Face | None:
    """The face that has those eyes; None without one on either side."""
    if not eyes:
        return None
    places = np.array([part.form.ball()[0] for part in eyes], np.float32)
    rotation = eyes[0].form.frame.rotation
    spread = np.ptp(places @ rotation, axis=0)
    side, front = (rotation[:, 0], rotation[:, 2]) if spread[0] >= spread[2] else (-rotation[:, 2], rotation[:, 0])
    along = (places - places.mean(axis=0)) @ side
    if not float(np.ptp(along)):
        return None
    left, right = places[along < 0].mean(axis=0), places[along > 0].mean(axis=0)
    reach = right - left
    sideways = unit(reach)
    ahead = across(np.asarray(front, np.float32), sideways)
    axes = Axes((left + right) / 2, sideways, unit(np.cross(ahead, sideways)), ahead)
    turned = float(ahead[2]) < AHEAD
    return Face(axes, float(np.linalg.norm(reach)), max(part.form.ball()[1] for part in eyes), turned)


class Fitting:
    """A figure to be dressed: its face, its neck, and its skin to be felt."""

    def __init__(self, shape: Shape, face: Face, station: float | None = None) -> None:
        self.face, self.probe, self._station = face, Probe(shape), station
        self.size = float((self.probe.high - self.probe.low).max())

    @cached_property
    def skull(self) -> tuple[Floats, float]:
        """The middle of the head, and its radius from there to the eyes."""
        axes, gap = self.face.axes, self.face.gap
        start = axes.at(0, 0, -0.25 * gap)
        depth = float(self.probe.way_out(start[None], -axes.front[None], 2.6 * gap)[0])
        radius = 0.5 * (max(depth, 0.6 * gap) + 0.25 * gap)
        height = float(self.probe.way_out(axes.at(0, 0, -radius)[None], axes.up[None], 2.6 * gap)[0])
        radius = min(radius, max(1.1 * height, 0.6 * gap))
        return axes.at(0, 0, -radius), radius

    @cached_property
    def width(self) -> float:
        """From the middle of the head to its side, measured before the ears and made good for that."""
        radius, axes = self.skull[1], self.face.axes
        middle = axes.at(0, 0, -0.5 * radius)
        ways = np.array([axes.right, -axes.right])
        return float(self.probe.way_out(np.array([middle, middle]), ways, 2 * radius).mean()) / 0.87

    @cached_property
    def head(self) -> float:
        """How large the head is, as a radius: by its depth, its width, and the width between its eyes."""
        radius = self.skull[1]
        wide = 0.0 if self.is_rolled_up else 0.8 * min(self.width, 1.7 * radius)
        return max(radius, 0.8 * self.face.gap, wide)

    @cached_property
    def trunk(self) -> Floats:
        """The middle of all that is not the head."""
        head, radius = self.skull
        sides = [np.linspace(low, high, GRID) for low, high in zip(self.probe.low, self.probe.high, strict=True)]
        points = np.stack(np.meshgrid(*sides), axis=-1).reshape(-1, 3).astype(np.float32)
        points = points[np.linalg.norm(points - head, axis=1) > 1.3 * radius]
        inside = points[self.probe.distance(points) < 0]
        return head - self.face.axes.up if not len(inside) else np.asarray(inside.mean(axis=0), np.float32)

    @cached_property
    def is_upright(self) -> bool:
        """Whether the trunk is beneath the head, its belly to the front."""
        return not self.face.turned and float(unit(self.skull[0] - self.trunk) @ self.face.axes.up) > UPRIGHT

    @property
    def is_rolled_up(self) -> bool:
        """Whether the head looks ahead with the trunk round it."""
        return not (self.is_upright or self.face.turned)

    @cached_property
    def neck(self) -> Axes:
        """The middle of the neck; up is towards the head, front where the face looks."""
        head, radius = self.skull
        axes = self._axes(head, unit(head - self.trunk))
        if self._station is not None:
            middle = self._section(axes, -self._station * radius)[0]
            return self._axes(middle, unit(head - middle))
        length = float(np.linalg.norm(head - self.trunk))
        last = max(0.85 * length, 1.6 * radius) if self.is_upright else 2.0 * radius
        ways = np.linspace((0.5 if self.is_upright else 0.8) * radius, last, STATIONS)
        sections = [self._section(axes, -way) for way in ways]
        narrowest = int(np.argmin([girth for _, girth in sections]))
        if narrowest in (0, STATIONS - 1):
            narrowest = int(np.argmin(np.abs(ways - 1.15 * radius)))
        middle = sections[narrowest][0]
        return self._axes(middle, unit(head - middle))

    @cached_property
    def girth(self) -> float:
        """The radius of the neck; who is rolled up has the trunk where the neck would end."""
        found = float(np.median(self.ring(self.neck, 0, ANGLES)[1]))
        return min(found, 1.35 * self.head) if self.is_rolled_up else found

    @cached_property
    def is_maned(self) -> bool:
        """Whether a mane or arms hide most of the neck, and so the band of what is tied round it."""
        lengths = self.ring(self.neck, 0, ANGLES)[1]
        return self.is_upright and float(lengths.max()) > 2 * float(lengths.min())

    def _axes(self, middle: Floats, axis: Floats) -> Axes:
        front = across(self.face.axes.front, axis)
        return Axes(middle, unit(np.cross(axis, front)), axis, front)

    def _section(self, axes: Axes, height: float) -> tuple[Floats, float]:
        """The middle of a cut square to an axis, and its girth; outside the figure it is as wide as can be."""
        ways, lengths = self.ring(axes, height, ANGLES)
        if not lengths.max():
            return axes.at(0, height, 0), np.inf
        shift = 2 * (ways * lengths[:, None]).mean(axis=0)
        middle = np.asarray(axes.at(0, height, 0) + shift, np.float32)
        around = self.ring(Axes(middle, axes.right, axes.up, axes.front), 0, ANGLES)[1]
        return middle, float(np.median(around)) or np.inf

    def ring(self, axes: Axes, height: float, count: int) -> tuple[Floats, Floats]:
        """Directions (n, 3) all round an axis, from the front over the right, and the lengths (n,) to the skin."""
        angles = np.linspace(0, 2 * np.pi, count, endpoint=False, dtype=np.float32)
        ways = np.asarray(np.cos(angles)[:, None] * axes.front + np.sin(angles)[:, None] * axes.right, np.float32)
        starts = np.repeat(axes.at(0, height, 0)[None], count, axis=0)
        return ways, self.probe.way_out(starts, ways, 0.6 * self.size)


def fitted(shape: Shape, station: float | None = None) -> Fitting | None:
    """The measures of a figure; None for what has no face. `station` says how far below the head its neck is."""
    face = _face(shape.marked(EYE))
    return None if face is None else Fitting(shape, face, station)


@lru_cache(maxsize=64)
def fitting_of(kind: str) -> Fitting | None:
    """The measures of a kind in its pose; None for what has no face. Raises KeyError for an unknown kind."""
    if not KINDS[kind].face:
        return None
    station = STATION.get(KINDS[kind].base) or STATION.get(KINDS[kind].family)
    return fitted(KINDS[kind].build(Look()), station)
