"""Places: a scene graph becomes a World, with ground, sky, light and scenery round the items.

Items stand where the scene says. Scenery is seeded by the scene's seed and the place, never by what else is there, so
that taking away a tree leaves every flower where it was.
"""

from dataclasses import replace

import numpy as np

from cavendish.clay.render import Placed, View, World
from cavendish.clay.scene import Camera, Item, Lettering, Scene
from cavendish.clay.sculpt import extent, letters, srgb

from .clearance import Clearance
from .festive import Frame, balloons
from .grades import grade_for
from .items import footprint, place
from .lights import light_for
from .scenery import PLACES, Scenery, furnish

__all__ = ["PLACES", "build"]

SNOWFLAKES, RAIN_STREAKS, CONFETTI = 420, 700, 170
RIM = "#3a1d66"
APERTURES = {"table": 0.55, "room": 0.3, "kitchen": 0.3, "city": 0.3, "street": 0.16}
"""How far a photographer would open the lens at least, to part the subject from a busy background."""


def build(scene: Scene, *, width: int, height: int) -> World:
    """What the renderer draws for a scene in a picture of `width` x `height` pixels. Raises KeyError for an unknown
    kind."""
    ratio = width / height
    clear = Clearance(scene.camera, [footprint(item) for item in scene.items], ratio)
    scenery = furnish(scene, clear)
    camera = _lifted(scene.camera, scenery.lift)
    items = [place(item, scene, lift=scenery.lift) for item in scene.items]
    words, taken = _lettering(scene, clear, lift=scenery.lift)
    festive = scene.setting.place == "poster" and scene.setting.light is None
    party = balloons(scene.seed, clear, taken, floor=scenery.ground is not None) if festive and words else []
    return _world(scene, scenery, camera, (*items, *words, *party, *scenery.objects), festive=festive)


def _world(scene: Scene, scenery: Scenery, camera: Camera, objects: tuple[Placed, ...], *, festive: bool) -> World:
    light, grade = light_for(scene.setting), grade_for(scene.grade)
    snowing, raining = scene.setting.weather == "snow", scene.setting.weather == "rain"
    sheltered = scene.setting.place in ("table", "room", "kitchen", "stage", "space")
    outdoors = scene.setting.light not in ("stage", "studio") and not sheltered
    focused = next((item for item in scene.items if item.id == camera.focus), None)
    return World(
        camera=View(camera.eye, camera.look, camera.fov, _focus_distance(camera, scene, focused), _aperture(scene)),
        objects=objects,
        ground=scenery.ground,
        ground_color=scenery.ground_color,
        sky=light.sky,
        horizon=light.horizon,
        zenith=light.zenith,
        sun=light.sun,
        sun_color=light.sun_color,
        sky_light=light.sky_light,
        ground_light=light.ground_light,
        sun_disk=light.sun_disk,
        fog_color=light.fog_color,
        fog_density=light.fog_density,
        points=(*light.points, *scenery.points),
        exposure=light.exposure,
        bloom=light.bloom,
        grade=grade.tint,
        saturation=grade.saturation,
        contrast=grade.contrast,
        vignette=light.vignette,
        snowfall=SNOWFLAKES if snowing and outdoors else 0,
        rain=RAIN_STREAKS if raining and outdoors else 0,
        confetti=CONFETTI if festive and scene.lettering else 0,
        seed=scene.seed & 0x7FFFFFFF,
    )


def _aperture(scene: Scene) -> float:
    least = APERTURES.get(scene.setting.place, 0.0) if scene.items and scene.setting.light != "stage" else 0.0
    return max(scene.camera.aperture, least)


def _lifted(camera: Camera, lift: float) -> Camera:
    eye, look = camera.eye, camera.look
    return replace(camera, eye=(eye[0], eye[1] + lift, eye[2]), look=(look[0], look[1] + lift, look[2]))


def _focus_distance(camera: Camera, scene: Scene, focused: Item | None) -> float:
    """Metres to the item in focus; else to the nearest item's middle, so that it is the background that blurs."""
    eye = np.array(camera.eye)
    if not scene.items:
        return float(np.linalg.norm(np.array(camera.look) - eye))
    items = [focused] if focused is not None else list(scene.items)
    return min(_distance(eye, item) for item in items)


def _distance(eye: np.ndarray, item: Item) -> float:
    body = footprint(item)
    return float(np.linalg.norm(np.array((body.x, body.y + body.height * 0.6, body.z + body.radius * 0.3)) - eye))


def _lettering(scene: Scene, clear: Clearance, *, lift: float) -> tuple[list[Placed], list[Frame]]:
    """The letters, upright before the viewer, and what they and the items cover on the screen."""
    taken = [_screen_frame(clear, item) for item in scene.items]
    placed = []
    for lettering in scene.lettering:
        left, bottom, right, top = _band(lettering, taken)
        depth = clear.distance
        wide, tall = (right - left) * depth * clear.half_width, (top - bottom) * depth * clear.half_height
        color = None if lettering.color is None else srgb(lettering.color)
        shape = letters(lettering.text, width=wide, height=tall, color=color, edge=srgb(RIM))
        if not shape.parts:
            continue
        x, y, z = clear.point((left + right) / 2, (bottom + top) / 2, depth)
        yaw = float(np.degrees(np.arctan2(-clear.forward[0], -clear.forward[2])))
        placed.append(Placed(shape, (x, y + lift, z), yaw=yaw, casts_shadow=bool(scene.items)))
        across, upward = extent(lettering.text, width=wide, height=tall)
        half_x, half_y = across / 2 / depth / clear.half_width, upward / 2 / depth / clear.half_height
        middle = ((left + right) / 2, (bottom + top) / 2)
        taken.append((middle[0] - half_x, middle[1] - half_y, middle[0] + half_x, middle[1] + half_y))
    return placed, taken


def _band(lettering: Lettering, taken: list[Frame]) -> Frame:
    """Where on the screen letters go: the middle, or what the items leave free above or below them."""
    match lettering.place:
        case "top":
            highest = max([frame[3] for frame in taken], default=0.2)
            return (-0.9, min(max(highest + 0.06, 0.25), 0.62), 0.9, 0.92)
        case "bottom":
            lowest = min([frame[1] for frame in taken], default=-0.3)
            return (-0.9, -0.92, 0.9, max(min(lowest - 0.06, -0.35), -0.62))
    reach = min(0.28 + 0.09 * (1 + lettering.text.count("\n")), 0.66)
    return (-0.88, 0.02 - reach, 0.88, 0.02 + reach)


def _screen_frame(clear: Clearance, item: Item) -> Frame:
    body = footprint(item)
    middle = clear.on_screen((body.x, body.y + body.height / 2, body.z))
    half_x = body.radius / middle[2] / clear.half_width
    half_y = body.height / 2 / middle[2] / clear.half_height
    return (middle[0] - half_x, middle[1] - half_y, middle[0] + half_x, middle[1] + half_y)
