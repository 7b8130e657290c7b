"""What is worn before the eyes, modelled in the axes of a face: x to the right, y up, z to the front, from between
the eyes. Lenses keep clear of eyes and cheeks, a bridge of the nose, and side pieces of the temples.
"""

import math
from dataclasses import dataclass

import numpy as np

from cavendish.clay.sculpt import Floats, Material, Shape, srgb

from .fitting import Fitting
from .look import Look
from .palette import BLACK, WHITE, Color, mix

__all__ = ["MODELS"]

GLOSSY = Material.GLOSSY
Point = tuple[float, float, float]
SLANT = 26.0  # degrees at most by which a lens looks aside


@dataclass(frozen=True, slots=True)
class _Lens:
    """A round lens: where its middle is, how large it is, and by how many degrees it looks to the right."""

    at: Point
    radius: float
    turned: float

    def edge(self, x: float, y: float) -> Point:
        """A point of it, in radii from its middle."""
        c, s = math.cos(math.radians(self.turned)), math.sin(math.radians(self.turned))
        return (self.at[0] + x * self.radius * c, self.at[1] + y * self.radius, self.at[2] - x * self.radius * s)


def sunglasses(fit: Fitting, look: Look) -> Shape:
    """Dark glasses in a thick frame, black unless a colour is asked for."""
    frame = look.paint("#1b1a1f")
    dark = mix(srgb("#0b0c10"), frame, 0.04)
    shape = Shape("sunglasses")
    lenses = [_lens(fit, side, 1.06) for side in (-1, 1)]
    for lens in lenses:
        turned = (("y", lens.turned),)
        depth = 0.10 * lens.radius
        outline = _wayfarer(lens.radius, 1.0 if lens.at[0] > 0 else -1.0)
        shape.prism(lens.at, outline, depth, frame, round=depth, rotate=turned, material=GLOSSY)
        pane = lens.edge(0, -0.02)
        inner = [(x * 0.82, y * 0.80) for x, y in outline]
        shape.prism(pane, inner, depth * 1.35, dark, round=0.6 * depth, rotate=turned, material=GLOSSY)
        _glint(shape, lens, depth * 1.35)
    _mounted(shape, fit, lenses, frame, 0.11, height=0.30)
    return fit.face.axes.placed(shape)


def eyeglasses(fit: Fitting, look: Look) -> Shape:
    """Round glasses that one can look through."""
    frame = look.paint("#27211f")
    shape = Shape("eyeglasses")
    lenses = [_lens(fit, side, 1.0) for side in (-1, 1)]
    for lens in lenses:
        shape.torus(lens.at, lens.radius, 0.105 * lens.radius, frame, rotate=(("y", lens.turned),), material=GLOSSY)
    _mounted(shape, fit, lenses, frame, 0.085, height=0.16)
    return fit.face.axes.placed(shape)


def eye_patch(fit: Fitting, look: Look) -> Shape:
    """A patch over one eye, on a band round the head."""
    cloth = look.paint("#1b1a1f")
    lens = _lens(fit, -1, 0.95)
    outline = []
    for a in np.linspace(0, math.tau, 28, endpoint=False):
        height = math.sin(a) * (1.06 if math.sin(a) < 0 else 0.72)
        outline.append((lens.radius * math.cos(a), lens.radius * height))
    shape = Shape("eye patch")
    shape.prism(lens.at, outline, 0.10 * lens.radius, cloth, round=0.09 * lens.radius, rotate=(("y", lens.turned),))
    band = _band(fit, 0.04 * lens.radius, 0.5 * lens.radius)
    strap = Shape("strap").chain(band, [0.085 * lens.radius] * len(band), cloth, blend=0.0)
    return fit.face.axes.placed(shape).merge(strap)


def _band(fit: Fitting, lift: float, height: float) -> list[Floats]:
    """A closed line round the head that rises from over one eye to above the other."""
    face, tilt = fit.face.axes, math.radians(20.0)
    aside = math.cos(tilt) * face.right + math.sin(tilt) * face.up
    angles = np.linspace(0, math.tau, 37)
    ways = np.array([math.cos(a) * face.front + math.sin(a) * aside for a in angles], np.float32)
    middle = face.at(0, height + 0.5 * fit.face.gap * math.tan(tilt), -fit.skull[1])
    starts = np.repeat(middle[None], len(ways), axis=0)
    lengths = fit.probe.way_out(starts, ways, 3 * fit.skull[1])
    lengths = np.minimum(lengths, np.float32(1.3 * np.median(lengths))) + np.float32(lift)
    return list(starts + ways * lengths[:, None])


def _wayfarer(radius: float, side: float) -> list[tuple[float, float]]:
    """The outline of a lens with a straight brow that rises to the temple."""
    outline = []
    for a in np.linspace(0, math.tau, 32, endpoint=False):
        c, s = math.cos(a), math.sin(a)
        x = 1.02 * math.copysign(abs(c) ** 0.72, c)
        y = 0.86 * math.copysign(abs(s) ** 0.72, s)
        brow = max(0.0, y)
        outline.append((radius * x * (1 + 0.10 * y), radius * (y + 0.10 * brow * x * side)))
    return outline


def _glint(shape: Shape, lens: _Lens, depth: float) -> None:
    """What a window leaves on dark glass: a slanting streak."""
    normal = (math.sin(math.radians(lens.turned)), math.cos(math.radians(lens.turned)))
    low, high = lens.edge(-0.52, 0.02), lens.edge(-0.20, 0.44)
    lifted = [(x + normal[0] * depth, y, z + normal[1] * depth) for x, y, z in (low, high)]
    shape.chain(lifted, [0.045 * lens.radius] * 2, mix(BLACK, WHITE, 0.75), blend=0.0, material=GLOSSY)


def _lens(fit: Fitting, side: int, wide: float) -> _Lens:
    """The lens before the eye on that side, so wide beside what is usual; it lies close, but on nothing."""
    gap, eye = fit.face.gap, fit.face.eye
    radius = wide * min(max(0.40 * gap, 1.22 * eye), 0.455 * gap)
    x = side * (0.5 * gap + 0.02 * gap)
    near, far = (_skin(fit, side * (0.5 * gap + share * radius), 0.12 * radius) for share in (-0.5, 1.0))
    turned = side * min(max(math.degrees(math.atan2(near - far, 1.5 * radius)), 0.0) * 0.55, SLANT)
    lens = _Lens((x, 0.0, 0.0), radius, turned)
    ring = [lens.edge(0.8 * math.cos(a), 0.8 * math.sin(a)) for a in np.linspace(0, math.tau, 12, endpoint=False)]
    ring = [point for point in ring if point[1] > -0.3 * radius or abs(point[0]) > 0.5 * gap]  # but not on the nose
    needed = [_skin(fit, px, py) - pz for px, py, pz in (*ring, (x, 0.0, 0.0), lens.edge(0, 0.3))]
    return _Lens((x, 0.0, max(needed) + 0.13 * radius), radius, turned)


def _skin(fit: Fitting, x: float, y: float) -> float:
    """How far before the eyes' middles the face is at a place, at most half of the way from eye to eye."""
    face = fit.face
    start = face.axes.at(x, y, 0.5 * face.gap)
    return 0.5 * face.gap - float(fit.probe.way_in(start[None], -face.axes.front[None], 1.2 * face.gap)[0])


def _mounted(shape: Shape, fit: Fitting, lenses: list[_Lens], color: Color, thick: float, *, height: float) -> None:
    """Add the bridge and the two side pieces, so thick and so high as shares of a lens."""
    left, right = lenses
    radius = thick * left.radius
    ends = left.edge(0.96, height), right.edge(-0.96, height)
    z = max((ends[0][2] + ends[1][2]) / 2, _skin(fit, 0.0, height * left.radius) + 0.9 * radius)
    top = ((ends[0][0] + ends[1][0]) / 2, ends[0][1] + 0.10 * left.radius, min(z, ends[0][2] + 0.4 * fit.face.gap))
    shape.chain([ends[0], top, ends[1]], [radius] * 3, color, blend=0.0, material=GLOSSY)
    for lens, side in ((left, -1), (right, 1)):
        hinge = lens.edge(side * 1.0, height + 0.12)
        path = _along_temple(fit, hinge, side, radius)
        shape.chain([hinge, *path], [radius] * (len(path) + 1), color, blend=0.0, material=GLOSSY)


def _along_temple(fit: Fitting, hinge: Point, side: int, radius: float) -> list[Point]:
    """From a hinge back along the head to where an ear would be."""
    face, (_, depth) = fit.face, fit.skull
    stations = np.linspace(hinge[2] - 0.25 * face.gap, -1.05 * depth, 5)
    starts = np.array([face.axes.at(0, hinge[1], z) for z in stations], np.float32)
    sides = np.repeat(side * face.axes.right[None], len(starts), axis=0).astype(np.float32)
    widths: Floats = fit.probe.way_out(starts, sides, 2.5 * face.gap)
    reach = abs(hinge[0])
    path = []
    for z, width in zip(stations, widths, strict=True):
        reach = min(max(reach, float(width) + 0.5 * radius), abs(hinge[0]) + 0.7 * face.gap)
        path.append((side * reach, hinge[1], float(z)))
    return path


MODELS = {"sunglasses": sunglasses, "eyeglasses": eyeglasses, "eye_patch": eye_patch}
