"""Camera words: what "low angle", "85mm lens", "closer", "bokeh" and "in the lower left" do to a camera.

They are heeded in a photographer's order, whatever the order in which they were said: where to stand, which lens, how
near, where in the frame, and what is sharp. A word may name the kind that it speaks of: "focus:dog".
"""

import math
from collections.abc import Sequence
from dataclasses import replace

from cavendish.clay.objects import KINDS
from cavendish.clay.scene import Camera, Item

from .extents import bounds_of
from .framing import FILL, Angle, above_ground, angle_of, frame, panned, rolled
from .groups import heads_sideways

__all__ = ["directed"]

CLOSER = 1 / 1.35
BLURRED = 0.85
LEANING = 12.0  # degrees
BUST, FACE = 0.45, 0.58  # how much of a standing figure a portrait and a macro shot leave out, from below
WAIST = 0.2

_ANGLES: dict[str, tuple[float | None, float | None]] = {
    "low": (-9.0, None),
    "high": (32.0, None),
    "top": (68.0, None),
    "flat_lay": (74.0, None),
    "level": (6.0, 0.0),
    "left": (None, -36.0),
    "right": (None, 36.0),
    "side": (None, 72.0),
    "behind": (None, 180.0),
}
# Vertical degrees, and how far the lens is open at least.
_LENSES = {
    "fisheye": (92.0, 0.0),
    "wide_lens": (64.0, 0.0),
    "normal": (27.0, 0.2),
    "portrait": (22.0, 1.0),
    "tele": (12.0, 1.0),
}
_CORNERS = {
    "lower_left": (-0.40, -0.36),
    "lower_right": (0.40, -0.36),
    "upper_left": (-0.40, 0.30),
    "upper_right": (0.40, 0.30),
}
_NEAR = ("recenter", "closer", "zoom", "macro", "medium", "wider", "space")
_ORDER = (*_ANGLES, *_LENSES, *_NEAR, *_CORNERS, "dutch")


def directed(camera: Camera, words: Sequence[str], items: Sequence[Item], target: Sequence[Item]) -> Camera:
    """Return the camera after camera words, for a scene of `items`; `target` are those that the words speak of."""
    for word in sorted(words, key=_turn):
        name, _, kind = word.partition(":")
        named = [item for item in items if KINDS[item.kind].base == kind]
        camera = _directed(camera, name, items, named[:1] or target)
    return camera


def _turn(word: str) -> int:
    name = word.partition(":")[0]
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def _directed(camera: Camera, word: str, items: Sequence[Item], target: Sequence[Item]) -> Camera:
    if word == "side" and items and heads_sideways(items[0].kind):
        return _from(camera, Angle(angle_of(camera).pitch, _broadside(items[0].yaw)), items)
    if word == "level":
        camera = replace(camera, roll=0.0)
    if word in _ANGLES:
        return _from(camera, _angle(angle_of(camera), *_ANGLES[word]), items)
    if word in _LENSES:
        return _through(camera, *_LENSES[word], items)
    if word in _CORNERS:
        return panned(_spacious(camera, items, fill=0.46), *_CORNERS[word])
    match word:
        case "closer":
            return _near(camera, items, target, crop=BUST, fill=0.9, aperture=0.5)
        case "zoom":
            return (
                _near(camera, items, target, crop=BUST, fill=0.9, aperture=0.5) if target else _dollied(camera, CLOSER)
            )
        case "macro":
            return _near(replace(camera, fov=24.0), items, target, crop=FACE, fill=1.1, aperture=1.0)
        case "medium":
            return _near(camera, items, target, crop=WAIST, fill=0.9, aperture=0.3)
        case "wider":
            return _dollied(camera, 1 / CLOSER)
        case "space":
            return _spacious(camera, items, fill=0.42)
        case "recenter":
            return _from(replace(camera, roll=0.0), angle_of(camera), target or items)
        case "dutch":
            return rolled(camera, items, LEANING)
        case "sharp":
            return replace(camera, aperture=0.0)
        case _:
            focus = target[0].id if target else camera.focus
            return replace(camera, focus=focus or _main(items), aperture=BLURRED)


def _broadside(yaw: float) -> float:
    """Return whence something that heads along its own x axis is seen from its side, rather from the front."""
    return (yaw + 90) % 180 - 90


def _angle(angle: Angle, pitch: float | None, yaw: float | None) -> Angle:
    return Angle(angle.pitch if pitch is None else pitch, angle.yaw if yaw is None else yaw)


def _through(camera: Camera, fov: float, aperture: float, items: Sequence[Item]) -> Camera:
    """Return the camera with another lens, as near or far as it must be to see the same."""
    if not items:
        return replace(camera, fov=fov)
    found = _from(replace(camera, fov=fov), angle_of(camera), items)
    focus = camera.focus or (_main(items) if aperture > 0.5 else None)
    return replace(found, aperture=max(camera.aperture, aperture), focus=focus)


def _spacious(camera: Camera, items: Sequence[Item], *, fill: float) -> Camera:
    """Return the camera with so much room round the items that they fill `fill` of the frame."""
    if not items:
        return camera
    found = frame(items, angle_of(camera), ratio=camera.ratio, fill=fill, lens=camera)
    return replace(found, focus=camera.focus, aperture=camera.aperture)


def _near(
    camera: Camera, items: Sequence[Item], target: Sequence[Item], *, crop: float, fill: float, aperture: float
) -> Camera:
    """Return the camera near what is named, or else what comes first; of somebody upright it sees the upper part."""
    chosen = list(target[:1]) or [item for item in items if KINDS[item.kind].face][:1] or list(items[:1])
    if not chosen:
        return camera
    _, height, depth = bounds_of(chosen[0]).size
    upright = KINDS[chosen[0].kind].face and height > 1.15 * max(depth, bounds_of(chosen[0]).size[0])
    worn = [item for item in items if item.at[1] > chosen[0].at[1] + 0.6 * height and _is_over(item, chosen[0])]
    found = frame(
        [*chosen, *worn],
        angle_of(camera),
        ratio=camera.ratio,
        fill=fill,
        lens=camera,
        crop=crop if upright else 0.0,
    )
    return replace(found, focus=chosen[0].id, aperture=max(camera.aperture, aperture))


def _is_over(item: Item, other: Item) -> bool:
    return abs(item.at[0] - other.at[0]) < 0.5 * bounds_of(other).size[0] and item is not other


def _from(camera: Camera, angle: Angle, items: Sequence[Item]) -> Camera:
    """Return the camera at another angle, at the distance from which the items fill the frame."""
    if not items:
        distance = math.dist(camera.eye, camera.look)
        x, y, z = (look - step * distance for look, step in zip(camera.look, angle.forward, strict=True))
        return replace(camera, eye=above_ground((x, y, z)))
    found = frame(items, angle, ratio=camera.ratio, fill=FILL, lens=camera)
    return replace(found, focus=camera.focus, aperture=camera.aperture)


def _dollied(camera: Camera, factor: float) -> Camera:
    x, y, z = (look + (eye - look) * factor for eye, look in zip(camera.eye, camera.look, strict=True))
    return replace(camera, eye=above_ground((x, y, z)))


def _main(items: Sequence[Item]) -> str | None:
    """Return the id of what stands nearest, for a focus that nobody named."""
    nearest = max(items, key=lambda item: item.at[2], default=None)
    return nearest.id if nearest else None
