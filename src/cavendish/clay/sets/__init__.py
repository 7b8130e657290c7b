"""Places: a scene graph becomes a World, with ground, sky, light and scenery round the items.

Items stand where the scene says. Scenery is seeded by the scene's seed and the place, never by what else is there, so
that taking away a tree leaves every flower where it was.
"""

from dataclasses import replace

import numpy as np

from cavendish.clay.layout import Stand, stands
from cavendish.clay.objects.stand_model import stand
from cavendish.clay.render import Placed, View, World
from cavendish.clay.scene import Camera, Item, Scene

from .clearance import Clearance
from .daylight import turned
from .festive import balloons
from .grades import grade_for
from .items import footprint, place
from .lights import Light, light_for
from .scenery import PLACES, Scenery, furnish
from .wording import words_of

__all__ = ["PLACES", "build"]

SNOWFLAKES, RAIN_STREAKS, CONFETTI = 420, 700, 170
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
    props = [_stand(each, lift=scenery.lift) for each in stands(scene)]
    words, taken = words_of(scene, clear, lift=scenery.lift)
    sober = any(lettering.on for lettering in scene.lettering)
    festive = scene.setting.place == "poster" and scene.setting.light is None and not sober
    party = balloons(scene.seed, clear, taken, floor=scenery.ground is not None) if festive and words else []
    return _world(scene, scenery, camera, (*items, *words, *party, *props, *scenery.objects), festive=festive)


def _world(scene: Scene, scenery: Scenery, camera: Camera, objects: tuple[Placed, ...], *, festive: bool) -> World:
    light, grade = turned(_light(scene), scene.seed), grade_for(scene.grade)
    snowing, raining = scene.setting.weather == "snow", scene.setting.weather == "rain"
    sheltered = scene.setting.place in ("table", "room", "kitchen", "stage", "space")
    outdoors = scene.setting.light not in ("stage", "studio") and not sheltered
    return World(
        camera=_view(camera, scene),
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
        sun_disk=None if any(item.kind in ("moon", "sun") for item in scene.items) else light.sun_disk,
        fog_color=light.fog_color,
        fog_density=light.fog_density,
        points=(*light.points, *scenery.points),
        exposure=light.exposure,
        bloom=light.bloom + grade.bloom,
        grade=grade.tint,
        shadow_grade=grade.shadows,
        saturation=grade.saturation,
        contrast=grade.contrast,
        vignette=light.vignette + grade.vignette,
        snowfall=SNOWFLAKES if snowing and outdoors else 0,
        rain=RAIN_STREAKS if raining and outdoors else 0,
        confetti=CONFETTI if festive and scene.lettering else 0,
        seed=scene.seed & 0x7FFFFFFF,
    )


def _light(scene: Scene) -> Light:
    """The setting's light; what is printed hangs on a plain wall, under a lamp so high that no ink shines."""
    if scene.setting.place == "poster" and any(lettering.on for lettering in scene.lettering):
        wall = light_for(replace(scene.setting, place="studio"))
        return replace(wall, sun=(-0.40, 0.90, 0.42), fog_density=0.0, exposure=1.15)
    return light_for(scene.setting)


def _stand(each: Stand, *, lift: float) -> Placed:
    return Placed(stand(each.width, each.height, each.depth), (each.at[0], each.at[1] + lift, each.at[2]))


def _view(camera: Camera, scene: Scene) -> View:
    focused = next((item for item in scene.items if item.id == camera.focus), None)
    return View(
        camera.eye,
        camera.look,
        camera.fov,
        focus_distance=_focus_distance(camera, scene, focused),
        aperture=_aperture(scene),
        roll=camera.roll,
    )


def _aperture(scene: Scene) -> float:
    if any(lettering.on for lettering in scene.lettering):
        return 0.0
    plain = not scene.items or scene.setting.light == "stage" or any(item.text for item in scene.items)
    least = 0.0 if plain else APERTURES.get(scene.setting.place, 0.0)
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
    """Metres to the nearer part of an item, or to its front where there is something to read."""
    body = footprint(item)
    front = body.radius * (0.9 if item.text else 0.3)
    return float(np.linalg.norm(np.array((body.x, body.y + body.height * 0.6, body.z + front)) - eye))
