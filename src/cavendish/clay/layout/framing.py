"""The photographer: from which side, how high and how near the camera stands.

A direction is chosen for the place, then the distance is bisected until the subjects fill the frame as wished on its
constraining side, then they are centred. Later edits move the camera only along what was asked for.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cavendish.clay.render import frame_size
from cavendish.clay.scene import Camera, Item, Scene, Setting, Vector

from .extents import corners
from .variety import standpoint

__all__ = [
    "Angle",
    "above_ground",
    "angle_of",
    "camera_for",
    "frame",
    "frame_again",
    "outline",
    "panned",
    "rolled",
    "subjects",
    "widened",
]

FILL = 0.8
WIDE = 45.0  # a lens so wide that near things move faster than the camera; it is centred in small steps
LOWEST_EYE = 0.2
NEAREST = 1.2
NORMAL = Camera()
_PITCHES = {
    "table": 15.0,
    "sea": 4.0,
    "lake": 5.0,
    "street": 5.0,
    "sky": 1.0,
    "space": 3.0,
    "underwater": 4.0,
    "city": 3.0,
    "poster": 0.0,
}
POSTER = Camera(eye=(0.0, 2.0, 8.6), look=(0.0, 2.0, 0.0), aperture=0.0)


@dataclass(frozen=True, slots=True)
class Angle:
    """Whence the camera looks: degrees above the horizon, degrees to the right of the front."""

    pitch: float
    yaw: float = 0.0

    @property
    def forward(self) -> Vector:
        """The direction in which the camera looks."""
        pitch, yaw = math.radians(self.pitch), math.radians(self.yaw)
        return (-math.sin(yaw) * math.cos(pitch), -math.sin(pitch), -math.cos(yaw) * math.cos(pitch))


@dataclass(frozen=True, slots=True)
class _Axes:
    forward: Vector
    right: Vector
    up: Vector


def camera_for(scene: Scene, *, ratio: float) -> Camera:
    """Return the camera for a new picture."""
    items = subjects(scene)
    if not items:
        return replace(POSTER if scene.setting.place == "poster" else Camera(), ratio=ratio)
    fill = 0.92 if len(items) < len(scene.items) else FILL
    fill = 0.56 if any(letters.place == "top" for letters in scene.lettering) else fill
    angle = _natural_angle(scene.setting, items)
    if scene.setting.place != "poster":
        turn, rise, nearness = standpoint(scene.seed)
        angle, fill = Angle(max(angle.pitch + rise, 0.0), angle.yaw + turn), fill * nearness
    camera = frame(items, angle, ratio=ratio, fill=fill)
    return replace(camera, aperture=0.12 if len(items) < 4 else 0.06)


def subjects(scene: Scene) -> tuple[Item, ...]:
    """Return the items that must be seen whole: all, but in a village only its first houses and its guests."""
    if not any(item.noun == "village" for item in scene.items):
        return scene.items
    guests = tuple(item for item in scene.items if item.noun != "village")
    houses = [item for item in scene.items if item.kind == "house" and item.noun == "village"]
    return (*guests, *sorted(houses, key=lambda item: -item.at[2])[:2])


def frame(
    items: Sequence[Item], angle: Angle, *, ratio: float, fill: float = FILL, lens: Camera = NORMAL, crop: float = 0.0
) -> Camera:
    """Return the camera that looks from an angle and fills `fill` of the frame's constraining side with the items.

    `lens` is a camera of the same field of view and roll; `crop` is the share of each item's height, from below, that
    need not be seen.
    """
    points = _points(items, crop=crop)
    bare = Camera(fov=lens.fov, ratio=ratio, roll=lens.roll)
    low = [min(values) for values in zip(*points, strict=True)]
    high = [max(values) for values in zip(*points, strict=True)]
    middle = ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2)
    near, far = NEAREST, 80.0
    for _ in range(26):
        distance = (near + far) / 2
        camera = _centered(points, middle, angle, distance, bare)
        left, right, bottom, top = _edges(camera, points)
        fits = right - left <= 2 * fill and top - bottom <= 2 * (fill - 0.02)
        fits = fits and (fill > 1 or max(-left, right, -bottom, top) < 1)  # near a wide lens centring falls short
        near, far = (near, distance) if fits else (distance, far)
    return _centered(points, middle, angle, far, bare)


def frame_again(camera: Camera, items: Sequence[Item], *, ratio: float, fill: float = FILL) -> Camera:
    """Return the camera set anew for other items or another frame, from the same angle."""
    found = frame(items, angle_of(camera), ratio=ratio, fill=fill, lens=camera)
    return replace(found, focus=camera.focus, aperture=camera.aperture)


def widened(camera: Camera, items: Sequence[Item]) -> Camera:
    """Return the camera drawn back and turned just as far as is needed to see all items."""
    points = _points(items)
    if _inside(camera, points):
        return camera
    near, far = 0.0, 60.0
    for _ in range(22):
        middle = (near + far) / 2
        near, far = (near, middle) if _inside(_drawn_back(camera, points, middle), points) else (middle, far)
    return _drawn_back(camera, points, far)


def rolled(camera: Camera, items: Sequence[Item], degrees: float) -> Camera:
    """Return the camera leaning to the right, so far back that it still sees whole what it saw whole."""
    whole = [item for item in items if _inside(camera, _points([item]))]
    leaning = replace(camera, roll=degrees)
    return widened(leaning, whole) if whole else leaning


def panned(camera: Camera, across: float, upward: float) -> Camera:
    """Return the camera moved sideways until what stood in the middle stands at a place in the frame, -1 to 1."""
    half_width, half_height = frame_size(camera.fov, camera.ratio)
    reach, axes = math.dist(camera.eye, camera.look), _axes(camera)
    eye, look = (
        _sum(_sum(point, axes.right, -across * half_width * reach), axes.up, -upward * half_height * reach)
        for point in (camera.eye, camera.look)
    )
    return replace(camera, eye=above_ground(eye), look=look)


def outline(camera: Camera, item: Item) -> tuple[float, float, float, float]:
    """Return left, right, bottom and top of an item in the frame, which itself goes from -1 to 1 both ways."""
    return _edges(camera, _points([item]))


def angle_of(camera: Camera) -> Angle:
    """Return whence a camera looks."""
    x, y, z = (eye - look for eye, look in zip(camera.eye, camera.look, strict=True))
    return Angle(math.degrees(math.atan2(y, math.hypot(x, z))), math.degrees(math.atan2(x, z)))


def above_ground(eye: Vector) -> Vector:
    """Return an eye that is not lower than a camera can stand."""
    return (eye[0], max(eye[1], LOWEST_EYE), eye[2])


def _natural_angle(setting: Setting, items: Sequence[Item]) -> Angle:
    pitch = _PITCHES.get(setting.place, 7.0)
    depth = max(item.at[2] for item in items) - min(item.at[2] for item in items)
    on_ground = all(item.at[1] < 0.1 for item in items)
    if len(items) > 3 and on_ground and depth > 0.5 and items[0].noun != "village":
        pitch = max(pitch, 15.0 if len(items) < 7 else 27.0)
    highest = max(item.at[1] for item in items)
    return Angle(min(pitch, 4.0) if highest > 1.2 and setting.place != "table" else pitch)


def _points(items: Iterable[Item], *, crop: float = 0.0) -> list[Vector]:
    points = []
    for item in items:
        box = list(corners(item, trim=0.12))
        low, high = min(y for _, y, _ in box), max(y for _, y, _ in box)
        points += [(x, max(y, low + crop * (high - low)), z) for x, y, z in box]
    return points


def _centered(points: Sequence[Vector], middle: Vector, angle: Angle, distance: float, camera: Camera) -> Camera:
    """Return the camera at a distance, shifted until the points stand in the middle, or lower where they leave sky."""
    look = middle
    steps, heed = (3, 1.0) if camera.fov < WIDE else (12, 0.6)
    for _ in range(steps):
        eye = _sum(look, angle.forward, -distance)
        camera = replace(camera, eye=above_ground(eye), look=look)
        left, right, bottom, top = _edges(camera, points)
        half_width, half_height = frame_size(camera.fov, camera.ratio)
        height = -0.03 - 0.28 * max(0.0, 1 - (top - bottom) / 1.5)
        axes = _axes(camera)
        look = _sum(look, axes.right, heed * (left + right) / 2 * half_width * distance)
        look = _sum(look, axes.up, heed * ((bottom + top) / 2 - height) * half_height * distance)
    eye = _sum(look, angle.forward, -distance)
    return replace(camera, eye=above_ground(eye), look=look)


def _drawn_back(camera: Camera, points: Sequence[Vector], distance: float) -> Camera:
    """Return the camera further away, and shifted to where the points overhang."""
    back = _sum(camera.eye, _axes(camera).forward, -distance)
    camera = replace(camera, eye=above_ground(back))
    left, right, bottom, top = _edges(camera, points)
    half_width, half_height = frame_size(camera.fov, camera.ratio)
    reach = math.dist(camera.eye, camera.look)
    across = _overhang(left, right) * half_width * reach
    upward = _overhang(bottom, top) * half_height * reach
    axes = _axes(camera)
    eye = _sum(_sum(camera.eye, axes.right, across), axes.up, upward)
    look = _sum(_sum(camera.look, axes.right, across), axes.up, upward)
    return replace(camera, eye=above_ground(eye), look=look)


def _overhang(low: float, high: float) -> float:
    """Return how far to shift a span into the frame; a span that is too long is centred."""
    edge = 0.92
    if low >= -edge and high <= edge:
        return 0.0
    if high - low >= 2 * edge:
        return (low + high) / 2
    return high - edge if high > edge else low + edge


def _inside(camera: Camera, points: Sequence[Vector]) -> bool:
    return all(-0.95 <= edge <= 0.95 for edge in _edges(camera, points))


def _edges(camera: Camera, points: Iterable[Vector]) -> tuple[float, float, float, float]:
    """Return left, right, bottom and top of points in the frame; whatever is behind the eye is far outside."""
    half_width, half_height = frame_size(camera.fov, camera.ratio)
    axes = _axes(camera)
    left, right, bottom, top = math.inf, -math.inf, math.inf, -math.inf
    for point in points:
        ray = (point[0] - camera.eye[0], point[1] - camera.eye[1], point[2] - camera.eye[2])
        depth = max(_dot(ray, axes.forward), 0.05)
        across, upward = _dot(ray, axes.right) / depth / half_width, _dot(ray, axes.up) / depth / half_height
        left, right, bottom, top = min(left, across), max(right, across), min(bottom, upward), max(top, upward)
    return left, right, bottom, top


def _axes(camera: Camera) -> _Axes:
    x, y, z = (look - eye for eye, look in zip(camera.eye, camera.look, strict=True))
    length = math.sqrt(x * x + y * y + z * z)
    forward = (x / length, y / length, z / length)
    flat = math.hypot(forward[0], forward[2])
    right = (-forward[2] / flat, 0.0, forward[0] / flat) if flat > 1e-6 else (1.0, 0.0, 0.0)
    up = (
        right[1] * forward[2] - right[2] * forward[1],
        right[2] * forward[0] - right[0] * forward[2],
        right[0] * forward[1] - right[1] * forward[0],
    )
    sine, cosine = math.sin(math.radians(camera.roll)), math.cos(math.radians(camera.roll))
    leaning = _mixed(right, cosine, up, -sine), _mixed(up, cosine, right, sine)
    return _Axes(forward, *leaning)


def _mixed(first: Vector, share: float, second: Vector, other: float) -> Vector:
    return _sum((first[0] * share, first[1] * share, first[2] * share), second, other)


def _sum(point: Vector, direction: Vector, times: float) -> Vector:
    return (point[0] + direction[0] * times, point[1] + direction[1] * times, point[2] + direction[2] * times)


def _dot(a: Vector, b: Vector) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
