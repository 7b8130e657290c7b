"""The primitives of clay: how far is a point from an ellipsoid, a limb, a box, a ring?

Every form answers for many points at once. `points` is a (4, n) float32 array whose columns are (x, y, z, 1), so one
matrix product moves, turns and stretches all of them; that product is the cheapest thing NumPy can do, and most of a
picture's time is spent here. Distances are float32 (n,), in metres, negative inside. They never overestimate by much,
which is what lets a ray march along them.
"""

import math
from abc import ABC, abstractmethod

import numpy as np
from numpy.typing import ArrayLike

from .frame import Floats, Frame

__all__ = ["Block", "Cone", "Cylinder", "Ellipsoid", "Form", "Torus", "inside_all"]


class Form(ABC):
    """One primitive. Subclasses keep what they need to answer `distance` fast, worked out once."""

    __slots__ = ("frame",)

    def __init__(self, frame: Frame) -> None:
        self.frame = frame

    @abstractmethod
    def distance(self, points: Floats) -> Floats:
        """Signed distance (n,) of points (4, n) given in the shape's coordinates."""

    @abstractmethod
    def box(self) -> tuple[Floats, Floats]:
        """The corners (low, high) of a box around the form, in the form's own axes."""

    @abstractmethod
    def moved(self, rotation: Floats, shift: Floats, scale: float) -> "Form":
        """A copy that was scaled, then turned, then shifted."""

    def girth(self) -> float:
        """Half of the form's second smallest extent: what a wire or a whisker has little of."""
        low, high = self.box()
        return float(np.sort(high - low)[1]) / 2

    def bounds(self) -> tuple[Floats, Floats]:
        """The corners (low, high) of a box around the form, in the shape's axes."""
        low, high = self.box()
        half: Floats = np.abs(self.frame.rotation) @ ((high - low) * np.float32(0.5))
        middle = self._middle()
        return middle - half, middle + half

    def ball(self) -> tuple[Floats, float]:
        """Middle and radius of a ball around the form, in the shape's axes."""
        low, high = self.box()
        return self._middle(), float(np.linalg.norm(high - low)) / 2

    def _middle(self) -> Floats:
        low, high = self.box()
        middle: Floats = self.frame.origin + self.frame.rotation @ ((low + high) * np.float32(0.5))
        return middle


def inside_all(gaps: Floats) -> Floats:
    """Distance to where every row of `gaps` (k, n) is negative, the corners being round. Overwrites `gaps`."""
    deepest = np.maximum.reduce(gaps)
    np.minimum(deepest, 0, out=deepest)
    np.maximum(gaps, 0, out=gaps)
    gaps *= gaps
    outside: Floats = np.add.reduce(gaps)
    np.sqrt(outside, out=outside)
    outside += deepest
    return outside


class Ellipsoid(Form):
    """A ball stretched along its own axes; the distance is exact for a ball and first order otherwise."""

    __slots__ = ("radii", "sums", "unit")

    def __init__(self, frame: Frame, radii: ArrayLike) -> None:
        super().__init__(frame)
        self.radii = np.broadcast_to(np.asarray(radii, np.float32), 3).copy()
        self.unit = frame.inverse() / self.radii[:, None]
        self.sums = np.stack([np.ones(3, np.float32), 1 / self.radii**2])

    def distance(self, points: Floats) -> Floats:
        unit = self.unit @ points
        unit *= unit
        lengths = self.sums @ unit
        lengths += 1e-12
        np.sqrt(lengths, out=lengths)
        reach, slope = lengths
        result: Floats = reach - 1
        result *= reach
        result /= slope
        return result

    def box(self) -> tuple[Floats, Floats]:
        return -self.radii, self.radii

    def bounds(self) -> tuple[Floats, Floats]:
        half = np.linalg.norm(self.frame.rotation * self.radii, axis=1).astype(np.float32)
        return self.frame.origin - half, self.frame.origin + half

    def ball(self) -> tuple[Floats, float]:
        return self.frame.origin, float(self.radii.max())

    def moved(self, rotation: Floats, shift: Floats, scale: float) -> "Ellipsoid":
        return Ellipsoid(self.frame.moved(rotation, shift, scale), self.radii * np.float32(scale))


class Cone(Form):
    """A limb: from the frame's origin to `tip` (in the form's axes), the radius going from `root` to `end`.

    It is what a ball fills that goes along and grows or shrinks, so that its flanks run into its ends without an edge:
    the nearest ball lies `lean` times a point's distance from the axis further on than the point's foot on it.
    """

    __slots__ = ("end", "lean", "matrix", "reach", "root", "tip")

    def __init__(self, frame: Frame, tip: ArrayLike, root: float, end: float) -> None:
        super().__init__(frame)
        self.tip = np.asarray(tip, np.float32)
        self.root, self.end = float(root), float(end)
        inverse = frame.inverse()
        self.reach = np.float32(self.tip @ self.tip + 1e-12)
        self.matrix = np.concatenate([inverse, (self.tip / self.reach)[None] @ inverse])
        length = float(self.reach) ** 0.5
        slope = (self.end - self.root) / length
        self.lean = np.float32(slope / max(1.0 - slope * slope, 1e-6) ** 0.5 / length)

    def distance(self, points: Floats) -> Floats:
        local = self.matrix @ points
        offset, share = local[:3], local[3]
        aside = np.einsum("in,in->n", offset, offset)
        aside -= share * share * self.reach
        np.maximum(aside, 0, out=aside)
        np.sqrt(aside, out=aside)
        aside *= self.lean
        share += aside
        np.clip(share, 0, 1, out=share)
        offset -= self.tip[:, None] * share
        offset *= offset
        result: Floats = np.add.reduce(offset)
        np.sqrt(result, out=result)
        share *= self.end - self.root
        result -= share
        result -= self.root
        return result

    def box(self) -> tuple[Floats, Floats]:
        low = np.minimum(-self.root, self.tip - np.float32(self.end))
        return low, np.maximum(self.root, self.tip + np.float32(self.end))

    def bounds(self) -> tuple[Floats, Floats]:
        root, tip = self.frame.origin, self.frame.origin + self.frame.rotation @ self.tip
        low = np.minimum(root - np.float32(self.root), tip - np.float32(self.end))
        return low, np.maximum(root + np.float32(self.root), tip + np.float32(self.end))

    def girth(self) -> float:
        return max(self.root, self.end)

    def ball(self) -> tuple[Floats, float]:
        middle: Floats = self.frame.origin + self.frame.rotation @ (self.tip * np.float32(0.5))
        return middle, float(np.linalg.norm(self.tip)) / 2 + max(self.root, self.end)

    def moved(self, rotation: Floats, shift: Floats, scale: float) -> "Cone":
        frame = self.frame.moved(rotation, shift, scale)
        return Cone(frame, self.tip * np.float32(scale), self.root * scale, self.end * scale)


class Block(Form):
    """A box with rounded edges; `half` is its half size."""

    __slots__ = ("core", "half", "matrix", "round")

    def __init__(self, frame: Frame, half: ArrayLike, round_: float) -> None:
        super().__init__(frame)
        self.half = np.asarray(half, np.float32)
        self.round = min(float(round_), float(self.half.min()))
        self.matrix = frame.inverse()
        self.core = (self.half - np.float32(self.round))[:, None]

    def distance(self, points: Floats) -> Floats:
        gaps = self.matrix @ points
        np.abs(gaps, out=gaps)
        gaps -= self.core
        result = inside_all(gaps)
        result -= self.round
        return result

    def box(self) -> tuple[Floats, Floats]:
        return -self.half, self.half

    def moved(self, rotation: Floats, shift: Floats, scale: float) -> "Block":
        return Block(self.frame.moved(rotation, shift, scale), self.half * np.float32(scale), self.round * scale)


class Cylinder(Form):
    """A drum, or a flower pot when the radius at the top differs; its axis is y."""

    __slots__ = ("_matrix", "bottom", "half_height", "round", "top")

    def __init__(self, frame: Frame, radii: tuple[float, float], half_height: float, round_: float) -> None:
        super().__init__(frame)
        self.bottom, self.top = map(float, radii)
        self.half_height = float(half_height)
        self.round = min(float(round_), self.half_height, max(radii))
        self._matrix = frame.inverse()

    def distance(self, points: Floats) -> Floats:
        x, y, z = self._matrix @ points
        gaps = np.empty((2, x.size), np.float32)
        np.abs(y, out=gaps[1])
        gaps[1] -= self.half_height - self.round
        radius: Floats | float = self.bottom
        if self.top != self.bottom:
            share = np.clip(y * (0.5 / self.half_height) + 0.5, 0, 1)
            radius = share * (self.top - self.bottom) + self.bottom
        np.sqrt(x * x + z * z, out=gaps[0])
        gaps[0] -= radius
        gaps[0] += self.round
        result = inside_all(gaps)
        result -= self.round
        result *= 1 / math.hypot(1, (self.top - self.bottom) / (2 * self.half_height))
        return result

    def box(self) -> tuple[Floats, Floats]:
        widest = max(self.bottom, self.top)
        half = np.array([widest, self.half_height, widest], np.float32)
        return -half, half

    def moved(self, rotation: Floats, shift: Floats, scale: float) -> "Cylinder":
        frame = self.frame.moved(rotation, shift, scale)
        return Cylinder(frame, (self.bottom * scale, self.top * scale), self.half_height * scale, self.round * scale)


class Torus(Form):
    """A ring in its xy plane: `major` from the middle to the tube, `minor` the tube's radius."""

    __slots__ = ("_matrix", "major", "minor")

    def __init__(self, frame: Frame, major: float, minor: float) -> None:
        super().__init__(frame)
        self.major, self.minor = float(major), float(minor)
        self._matrix = frame.inverse()

    def distance(self, points: Floats) -> Floats:
        local = self._matrix @ points
        local *= local
        result: Floats = local[0] + local[1]
        np.sqrt(result, out=result)
        result -= self.major
        result *= result
        result += local[2]
        np.sqrt(result, out=result)
        result -= self.minor
        return result

    def girth(self) -> float:
        return self.minor

    def box(self) -> tuple[Floats, Floats]:
        wide = self.major + self.minor
        half = np.array([wide, wide, self.minor], np.float32)
        return -half, half

    def moved(self, rotation: Floats, shift: Floats, scale: float) -> "Torus":
        return Torus(self.frame.moved(rotation, shift, scale), self.major * scale, self.minor * scale)
