"""The camera: how much of the world its frame takes in, and which ray belongs to a pixel."""

import math

import numpy as np

from cavendish.clay.sculpt import Floats

from .solids import Rays
from .world import View

__all__ = ["Camera", "frame_size"]

_NARROWEST, _WIDEST = 0.62, 1.35


def frame_size(fov: float, ratio: float) -> tuple[float, float]:
    """Half width and half height of the frame at distance 1, for a vertical field of view in degrees.

    A tall frame keeps at least 0.62 of the square one's width and grows upwards instead; a very wide one stops at a
    half width of 1.35 (53 degrees to each side) and shrinks in height, so that its ends are not torn.
    """
    square = math.tan(math.radians(fov) / 2)
    if ratio < 1:
        width = square * max(ratio, _NARROWEST)
        return width, width / ratio
    width = min(square * ratio, max(_WIDEST, square))
    return width, width / ratio


class Camera:
    """A view that is to fill width x height pixels, which may be broken: half of an odd number.

    `pixel` is the width of a pixel per metre of distance.
    """

    def __init__(self, view: View, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.eye = np.array(view.eye, np.float64)
        forward = np.array(view.look, np.float64) - self.eye
        self.forward = forward / np.linalg.norm(forward)
        right = np.cross(self.forward, (0.0, 1.0, 0.0))
        if np.linalg.norm(right) < 1e-6:  # looking straight down or up
            right = np.array((1.0, 0.0, 0.0))
        right /= np.linalg.norm(right)
        sine, cosine = math.sin(math.radians(view.roll)), math.cos(math.radians(view.roll))
        self.right = right * cosine - np.cross(right, self.forward) * sine
        self.up = np.cross(self.right, self.forward)
        self.half_width, self.half_height = frame_size(view.fov, width / height)
        self.pixel = 2 * self.half_height / height

    def rays(self, x: Floats, y: Floats) -> Rays:
        """Rays through points of the picture, in pixels from its top left corner; a pixel's middle is at .5."""
        across = (2 * x / self.width - 1) * self.half_width
        upward = (1 - 2 * y / self.height) * self.half_height
        directions = np.zeros((4, x.size), np.float32)
        directions[:3] = self.forward[:, None] + self.right[:, None] * across + self.up[:, None] * upward
        directions[:3] /= np.sqrt((directions[:3] ** 2).sum(axis=0))
        origins = np.ones((4, x.size), np.float32)
        origins[:3] = self.eye[:, None]
        return Rays(origins, directions)
