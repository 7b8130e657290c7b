"""The sculpting vocabulary: a Shape is a list of primitives that melt into, cut, or trim one another, in order.

    Shape("pear").ellipsoid((0, 0.3, 0), 0.3, srgb("#c9d23a")).ellipsoid((0, 0.6, 0), 0.18, green, blend=0.2)

Every verb returns the shape, so verbs chain. Coordinates are metres in the shape's own axes (x right, y up, z to the
front), angles degrees, colours linear RGB. Keywords that every verb takes:

    blend     how far the part melts into what is already there, in metres
    material  a Material
    pattern   pattern(color, x, y, z) -> colours: (n, 3) and three (n,) in, (n, 3) out; the shape's own coordinates
    rotate    (("x", 20), ("y", 5)): turns about the part's center, the last one first
    op        "union", "subtract" (cut away from what is there) or "intersect" (keep only what lies within)
    mark      what the part is, for who wants to find it in the finished shape, wherever it has been moved: an "eye"
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Literal, NamedTuple, Self, TypedDict, Unpack

import numpy as np
from numpy.typing import ArrayLike

from .drawn_forms import Glyph, Lathe, Prism
from .forms import Block, Cone, Cylinder, Ellipsoid, Form, Torus
from .frame import Floats, Frame, turn

__all__ = ["Box", "Floats", "Material", "Operation", "Part", "Pattern", "Shape", "box_around", "srgb"]

Operation = Literal["union", "subtract", "intersect"]
Pattern = Callable[[Floats, Floats, Floats, Floats], Floats]


class Material(IntEnum):
    """What a surface is made of: how it shines, and whether it glows, mirrors or lets through."""

    CLAY = 0
    GLOSSY = 1
    EMISSIVE = 2
    METAL = 3
    WATER = 4
    CLOUD = 5
    LEAF = 6
    GLASS = 7
    NEON = 8


class Box(NamedTuple):
    """Two corners, `lo` and `hi`, each (x, y, z) in metres."""

    lo: tuple[float, float, float]
    hi: tuple[float, float, float]


class Finish(TypedDict, total=False):
    """The keywords that every verb takes; see the module."""

    blend: float
    material: Material
    pattern: Pattern | None
    rotate: Sequence[tuple[str, float]]
    op: Operation
    mark: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One primitive in a shape, with its surface and the way it joins what comes before it."""

    form: Form
    color: Floats
    blend: float = 0.0
    material: Material = Material.CLAY
    pattern: Pattern | None = None
    op: Operation = "union"
    mark: str | None = None

    def moved(self, rotation: Floats, shift: Floats, scale: float) -> "Part":
        """The part of a shape that was scaled, then turned (3, 3), then shifted (3,); its pattern comes along."""
        form = self.form.moved(rotation, shift, scale)
        pattern = self.pattern and _moved_pattern(self.pattern, rotation, shift, scale)
        return replace(self, form=form, blend=self.blend * scale, pattern=pattern)


def box_around(parts: Sequence[Part], *, bulge: float = 0.0) -> tuple[Floats, Floats]:
    """The low and the high corner (3,) of a box round all that parts can fill; low > high when that is nothing.

    Blends make unions swell: `bulge` says by how much, as a share of the blend.
    """
    low, high = np.full(3, np.inf, np.float32), np.full(3, -np.inf, np.float32)
    for part in parts:
        part_low, part_high = part.form.bounds()
        match part.op:
            case "union":
                swelling = np.float32(part.blend * bulge)
                low, high = np.minimum(low, part_low - swelling), np.maximum(high, part_high + swelling)
            case "intersect":
                low, high = np.maximum(low, part_low), np.minimum(high, part_high)
    return low, high


def srgb(code: str) -> Floats:
    """Linear RGB (3,), float32, of a "#rrggbb" colour. Raises ValueError for anything else."""
    digits = code.lstrip("#")
    if len(digits) != 6:
        raise ValueError(f"a colour is #rrggbb, not {code!r}")
    values = np.array([int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)])
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4).astype(np.float32)


def _moved_pattern(pattern: Pattern, rotation: Floats, shift: Floats, scale: float) -> Pattern:
    back = rotation.T / np.float32(scale)

    def moved(color: Floats, x: Floats, y: Floats, z: Floats) -> Floats:
        local = back @ (np.stack([x, y, z]) - shift[:, None])
        return pattern(color, local[0], local[1], local[2])

    return moved


class Shape:
    """A sculpture in the making; `parts` is the list so far."""

    __slots__ = ("name", "parts")

    def __init__(self, name: str = "") -> None:
        self.name = name
        self.parts: list[Part] = []

    def _add(self, form: Form, color: ArrayLike, finish: Finish) -> Self:
        self.parts.append(
            Part(
                form,
                np.asarray(color, np.float32),
                finish.get("blend", 0.0),
                finish.get("material", Material.CLAY),
                finish.get("pattern"),
                finish.get("op", "union"),
                finish.get("mark"),
            )
        )
        return self

    def ellipsoid(self, center: ArrayLike, radii: ArrayLike, color: ArrayLike, **finish: Unpack[Finish]) -> Self:
        """A ball (one radius) or an ellipsoid (three)."""
        return self._add(Ellipsoid(_frame(center, finish), radii), color, finish)

    def cone(
        self,
        a: ArrayLike,
        b: ArrayLike,
        radius_a: float,
        radius_b: float,
        color: ArrayLike,
        **finish: Unpack[Finish],
    ) -> Self:
        """A limb with round ends from `a` to `b`."""
        tip = np.asarray(b, np.float32) - np.asarray(a, np.float32)
        return self._add(Cone(_frame(a, finish), tip, radius_a, radius_b), color, finish)

    def box(
        self,
        center: ArrayLike,
        half: ArrayLike,
        color: ArrayLike,
        *,
        round: float = 0.03,  # noqa: A002
        **finish: Unpack[Finish],
    ) -> Self:
        """A box of half size `half`; `round` is the radius of its edges and lies within the size."""
        return self._add(Block(_frame(center, finish), half, round), color, finish)

    def cylinder(
        self,
        center: ArrayLike,
        radius: float,
        half_height: float,
        color: ArrayLike,
        *,
        round: float = 0.02,  # noqa: A002
        top_radius: float | None = None,
        **finish: Unpack[Finish],
    ) -> Self:
        """A drum along y; `top_radius` makes it a pot or a pointed roof."""
        radii = (radius, radius if top_radius is None else top_radius)
        return self._add(Cylinder(_frame(center, finish), radii, half_height, round), color, finish)

    def torus(self, center: ArrayLike, major: float, minor: float, color: ArrayLike, **finish: Unpack[Finish]) -> Self:
        """A ring in the xy plane; rotate=(("x", 90),) lays it flat."""
        return self._add(Torus(_frame(center, finish), major, minor), color, finish)

    def prism(
        self,
        center: ArrayLike,
        polygon: ArrayLike,
        half_depth: float,
        color: ArrayLike,
        *,
        round: float = 0.02,  # noqa: A002
        **finish: Unpack[Finish],
    ) -> Self:
        """A polygon of (x, y) corners, either way round and not necessarily convex, pushed into depth along z."""
        return self._add(Prism(_frame(center, finish), polygon, half_depth, round), color, finish)

    def lathe(
        self, center: ArrayLike, profile: ArrayLike, thickness: float, color: ArrayLike, **finish: Unpack[Finish]
    ) -> Self:
        """An open outline of (radius, y) corners turned round y: bowls, bottles, bells."""
        return self._add(Lathe(_frame(center, finish), profile, thickness), color, finish)

    def glyph(
        self,
        center: ArrayLike,
        field: Floats,
        width: float,
        height: float,
        half_depth: float,
        color: ArrayLike,
        *,
        round: float = 0.03,  # noqa: A002
        **finish: Unpack[Finish],
    ) -> Self:
        """A sampled outline: `field` (rows, columns) of signed distances in metres over width x height, top first."""
        return self._add(Glyph(_frame(center, finish), field, (width, height), half_depth, round), color, finish)

    def chain(
        self,
        points: Sequence[ArrayLike],
        radii: Sequence[float],
        color: ArrayLike,
        **finish: Unpack[Finish],
    ) -> Self:
        """Limbs from point to point: tails, hoses, ropes. They blend by 0.05 unless told."""
        finish.setdefault("blend", 0.05)
        for index in range(len(points) - 1):
            self.cone(points[index], points[index + 1], radii[index], radii[index + 1], color, **finish)
        return self

    def merge(self, shape: "Shape", at: ArrayLike = (0, 0, 0), scale: float = 1.0, yaw: float = 0.0) -> Self:
        """Everything of another shape: scaled, turned about y, moved to `at`. A cut of it cuts what is there too."""
        rotation, shift = turn("y", yaw), np.asarray(at, np.float32)
        self.parts.extend(part.moved(rotation, shift, scale) for part in shape.parts)
        return self

    def marked(self, mark: str) -> list[Part]:
        """The parts that bear a mark, in order."""
        return [part for part in self.parts if part.mark == mark]

    def bounds(self) -> Box:
        """The box around the shape in its own axes; ValueError when nothing is there."""
        low, high = box_around(self.parts)
        if not np.all(low <= high):
            raise ValueError(f"the shape {self.name!r} is empty")
        return Box(_corner(low), _corner(high))


def _corner(values: Floats) -> tuple[float, float, float]:
    x, y, z = (float(value) for value in values)
    return x, y, z


def _frame(center: ArrayLike, finish: Finish) -> Frame:
    return Frame.at(center, finish.get("rotate", ()))
