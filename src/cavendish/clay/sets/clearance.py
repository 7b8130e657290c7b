"""Where scenery may stand: inside the picture, clear of the items, and out of the viewer's way.

Scenery has fixed, seeded places. What would be in the way is left out, not moved; take the item away and it is there.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cavendish.clay.render import Vector, frame_size
from cavendish.clay.scene import Camera

__all__ = ["Clearance", "Footprint"]


@dataclass(frozen=True, slots=True)
class Footprint:
    """The upright cylinder that an item fills, in metres."""

    x: float
    y: float
    z: float
    radius: float
    height: float


class Clearance:
    """One picture's free ground. `ratio` is width over height."""

    def __init__(self, camera: Camera, footprints: Sequence[Footprint], ratio: float) -> None:
        self.footprints = tuple(footprints)
        self.eye = np.array(camera.eye, np.float64)
        forward = np.array(camera.look, np.float64) - self.eye
        self.distance = float(np.linalg.norm(forward))
        self.forward = forward / self.distance
        right = np.cross(self.forward, (0.0, 1.0, 0.0))
        self.right = right / max(float(np.linalg.norm(right)), 1e-6)
        self.up = np.cross(self.right, self.forward)
        self.half_width, self.half_height = frame_size(camera.fov, ratio)

    def seen(self, at: Vector, radius: float) -> bool:
        """Whether a ball shows in the frame."""
        offset = np.array(at) - self.eye
        depth = float(offset @ self.forward)
        if depth < -radius:
            return False
        reach = max(depth, 0.0)
        slack = radius * 1.5
        sideways, upward = abs(float(offset @ self.right)), abs(float(offset @ self.up))
        return sideways < reach * self.half_width + slack and upward < reach * self.half_height + slack

    def free(self, x: float, z: float, *, radius: float = 0.1, height: float = 0.2) -> bool:
        """Whether a thing of that size may stand there: beside the items and not before them."""
        if (np.array((x, 0.4 * height, z)) - self.eye) @ self.forward < 1.3 + radius + height:
            return False
        return all(
            self._beside(item, x, z, radius) and self._aside(item, x, z, radius, height) for item in self.footprints
        )

    def _beside(self, item: Footprint, x: float, z: float, radius: float) -> bool:
        if item.y > 0.6 and radius < 0.5:
            return True
        return math.hypot(x - item.x, z - item.z) > item.radius + radius

    def _aside(self, item: Footprint, x: float, z: float, radius: float, height: float) -> bool:
        """Whether it leaves the item's sight free: it may hide no more than the item's foot."""
        ex, ey, ez = self.eye
        path = (item.x - ex, item.z - ez)
        length = math.hypot(*path) or 1.0
        along = ((x - ex) * path[0] + (z - ez) * path[1]) / length
        if along > length - item.radius * 0.4:
            return True
        across = abs((x - ex) * path[1] - (z - ez) * path[0]) / length
        share = max(along / length, 0.05)
        if across > item.radius * share + radius:
            return True
        line = ey + (item.y + item.height * 0.16 - ey) * share
        return bool(height < line)

    def on_screen(self, at: Vector) -> tuple[float, float, float]:
        """Where a point shows, -1 to 1 across and up, and its depth in metres."""
        offset = np.array(at) - self.eye
        depth = max(float(offset @ self.forward), 1e-3)
        return (
            float(offset @ self.right) / depth / self.half_width,
            float(offset @ self.up) / depth / self.half_height,
            depth,
        )

    def point(self, across: float, upward: float, depth: float) -> Vector:
        """The point that shows at (`across`, `upward`), each -1 to 1, at that depth."""
        place = self.eye + self.forward * depth
        place = place + self.right * (across * depth * self.half_width) + self.up * (upward * depth * self.half_height)
        return (float(place[0]), float(place[1]), float(place[2]))

    def floor(self, upward: float, *, most: float) -> float:
        """The z at which the ground shows at that height of the picture's middle; no more than `most`."""
        _, y, z = self.point(0.0, upward, 1.0)
        down = float(self.eye[1]) - y
        return (
            most
            if down < 1e-3
            else min(most, float(self.eye[2]) + (z - float(self.eye[2])) / down * float(self.eye[1]))
        )

    def behind_item(self, at: Vector, *, margin: float = 0.05) -> bool:
        """Whether a point shows where an item does or just above it, so that the two would seem to touch."""
        across, upward, _ = self.on_screen(at)
        for item in self.footprints:
            left, _, _ = self.on_screen((item.x - item.radius, item.y, item.z))
            right, _, _ = self.on_screen((item.x + item.radius, item.y, item.z))
            _, top, _ = self.on_screen((item.x, item.y + item.height, item.z))
            if left - margin < across < right + margin and upward < top + margin:
                return True
        return False
