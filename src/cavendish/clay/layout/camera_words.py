"""Camera words: what "low angle", "from the left", "closer" and "bokeh" do to a camera."""

import math
from collections.abc import Sequence
from dataclasses import replace

from cavendish.clay.scene import Camera, Item

from .framing import FILL, Angle, above_ground, angle_of, frame

__all__ = ["directed"]

CLOSER = 1 / 1.35
BLURRED = 0.85


def directed(camera: Camera, words: Sequence[str], items: Sequence[Item], target: Sequence[Item]) -> Camera:
    """Return the camera after camera words, for a scene of `items`; `target` are those that the words speak of."""
    for word in words:
        camera = _directed(camera, word, items, target)
    return camera


def _directed(camera: Camera, word: str, items: Sequence[Item], target: Sequence[Item]) -> Camera:
    angle = angle_of(camera)
    match word:
        case "low":
            return _from(camera, replace(angle, pitch=-9.0), items)
        case "high":
            return _from(camera, replace(angle, pitch=32.0), items)
        case "top":
            return _from(camera, replace(angle, pitch=68.0), items)
        case "level":
            return _from(camera, Angle(6.0), items)
        case "left":
            return _from(camera, replace(angle, yaw=-36.0), items)
        case "right":
            return _from(camera, replace(angle, yaw=36.0), items)
        case "side":
            return _from(camera, replace(angle, yaw=72.0), items)
        case "behind":
            return _from(camera, replace(angle, yaw=180.0), items)
        case "closer":
            return _closer(camera, target)
        case "wider":
            return _dollied(camera, 1 / CLOSER)
        case "recenter":
            return _from(camera, angle, target or items)
        case "sharp":
            return replace(camera, aperture=0.0)
        case _:
            focus = target[0].id if target else camera.focus
            return replace(camera, focus=focus or _main(items), aperture=BLURRED)


def _from(camera: Camera, angle: Angle, items: Sequence[Item]) -> Camera:
    """Return the camera at another angle, at the distance from which the items fill the frame."""
    if not items:
        distance = math.dist(camera.eye, camera.look)
        x, y, z = (look - step * distance for look, step in zip(camera.look, angle.forward, strict=True))
        return replace(camera, eye=above_ground((x, y, z)))
    found = frame(items, angle, ratio=camera.ratio, fill=FILL, fov=camera.fov)
    return replace(found, focus=camera.focus, aperture=camera.aperture)


def _closer(camera: Camera, target: Sequence[Item]) -> Camera:
    """Go to what is named, or else a third nearer to what is in the middle."""
    if not target:
        return _dollied(camera, CLOSER)
    return replace(_from(camera, angle_of(camera), target), focus=target[0].id, aperture=max(camera.aperture, 0.5))


def _dollied(camera: Camera, factor: float) -> Camera:
    x, y, z = (look + (eye - look) * factor for eye, look in zip(camera.eye, camera.look, strict=True))
    return replace(camera, eye=above_ground((x, y, z)))


def _main(items: Sequence[Item]) -> str | None:
    """Return the id of what stands nearest, for a focus that nobody named."""
    nearest = max(items, key=lambda item: item.at[2], default=None)
    return nearest.id if nearest else None
