"""How much of the world a picture's frame takes in; plain arithmetic, for those who frame and those who render."""

import math

__all__ = ["frame_size"]

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
