"""What each place is made of: its ground and everything that stands round the items."""

from collections.abc import Callable
from dataclasses import dataclass, field

from cavendish.clay.objects import Look
from cavendish.clay.objects.palette import Color, shade
from cavendish.clay.render import Ground, Placed, PointLight, Vector
from cavendish.clay.scene import Scene
from cavendish.clay.sculpt import srgb

from . import city, countryside, ground_cover, interior, islets, kitchen, landscape, massif, stage, street, waters
from .clearance import Clearance
from .doubles import is_double
from .lights import is_dark, is_snowy, leaves_of

__all__ = ["PLACES", "Scenery", "furnish"]


@dataclass(slots=True)
class Scenery:
    """The part of a World that a place decides."""

    ground: Ground | None = "grass"
    ground_color: Vector | None = None
    objects: list[Placed] = field(default_factory=list)
    points: list[PointLight] = field(default_factory=list)
    lift: float = 0.0
    """How far items (and the camera with them) are raised, to stand on a pedestal."""


@dataclass(frozen=True, slots=True)
class Site:
    """What a place needs to know to be built."""

    scene: Scene
    clear: Clearance
    snowy: bool
    lit: bool

    @property
    def seed(self) -> int:
        return self.scene.seed


def furnish(scene: Scene, clear: Clearance) -> Scenery:
    """The scenery of a scene's setting."""
    site = Site(scene, clear, is_snowy(scene.setting), is_dark(scene.setting))
    if scene.setting.light == "stage":
        return _stage(site)
    if scene.setting.light == "studio" and scene.setting.place not in ("table", "room", "kitchen", "stage"):
        return _studio(site)
    scenery = _PLACES.get(scene.setting.place, _meadow)(site)
    scenery.objects = [placed for placed in scenery.objects if not is_double(placed, scene, clear)]
    if site.lit:
        scenery.points += countryside.house_lights(scene.items) + countryside.lamp_lights(scene.items)
    return scenery


def _cloud_brightness(site: Site) -> tuple[float, Color | None]:
    match site.scene.setting.time:
        case "night":
            return 0.5, None
        case "sunset":
            return 1.0, srgb("#ffcdb0") * 1.15
    return (0.9, None) if site.scene.setting.weather else (1.0, None)


def _sky_objects(site: Site) -> list[Placed]:
    if site.scene.setting.weather in ("rain", "fog") or site.scene.setting.time == "night":
        return []
    brightness, tint = _cloud_brightness(site)
    return landscape.clouds(site.seed, brightness=brightness, tint=tint)


AUTUMN_GRASS: Vector = (0.30, 0.30, 0.07)
SNOWFIELD: Vector = (0.62, 0.71, 0.86)


def _turf(site: Site) -> tuple[Ground, Vector | None, Color]:
    """The ground, its colour, and the colour of hills that go with it."""
    if site.snowy:
        return "snow", SNOWFIELD, srgb("#c3d2ea")
    if site.scene.setting.season == "autumn":
        return "grass", AUTUMN_GRASS, srgb("#a8923f")
    return "grass", None, srgb("#67a845")


def _meadow(site: Site) -> Scenery:
    ground, tint, hill = _turf(site)
    scenery = Scenery(ground, tint)
    scenery.objects += landscape.hills(site.seed, hill) + _sky_objects(site)
    scenery.objects += landscape.wood(site.seed, snowy=site.snowy, leaves=leaves_of(site.scene.setting))
    if site.snowy:
        scenery.objects += ground_cover.tufts(site.seed, site.clear, srgb("#b9b58a"))[::3]
        scenery.objects += ground_cover.drifts(site.seed, site.clear) + ground_cover.firs(site.seed, site.clear)
        return scenery
    scenery.objects += ground_cover.tufts(site.seed, site.clear) + ground_cover.flowers(site.seed, site.clear)
    return scenery


def _forest(site: Site) -> Scenery:
    ground, tint, _ = _turf(site)
    scenery = Scenery(ground, tint if site.snowy or tint else (0.13, 0.25, 0.05))
    scenery.objects += countryside.forest(site.seed, site.clear, snowy=site.snowy, leaves=leaves_of(site.scene.setting))
    if not site.snowy:
        scenery.objects += ground_cover.tufts(site.seed, site.clear, srgb("#4f8a2a"))
        scenery.objects += ground_cover.mushrooms(site.seed, site.clear)
    return scenery


def _mountains(site: Site) -> Scenery:
    if any(item.noun == "village" for item in site.scene.items):
        return _village(site)
    ground, tint, hill = _turf(site)
    scenery = Scenery(ground, tint)
    leaves = leaves_of(site.scene.setting)
    scenery.objects += massif.mountains(site.seed, snowy=site.snowy)
    scenery.objects += landscape.wood(site.seed, snowy=site.snowy, leaves=leaves, near=-10, count=26, firs=0.85)
    scenery.objects += [*landscape.hills(site.seed, hill, near=-17.0)[:7], *_sky_objects(site)]
    if site.snowy:
        scenery.objects += ground_cover.drifts(site.seed, site.clear) + ground_cover.firs(site.seed, site.clear)
        return scenery
    scenery.objects += ground_cover.pebbles(site.seed, site.clear)
    scenery.objects += ground_cover.tufts(site.seed, site.clear) + ground_cover.flowers(site.seed, site.clear)
    return scenery


def _village(site: Site) -> Scenery:
    ground, tint, _ = _turf(site)
    scenery = Scenery(ground, tint)
    lamps, lights = countryside.village_lamps(site.clear, lit=site.lit, snowy=site.snowy)
    scenery.objects += massif.mountains(site.seed, snowy=site.snowy) + lamps
    scenery.objects += countryside.far_cottages(site.seed, site.clear, lit=site.lit, snowy=site.snowy)
    scenery.points += lights
    if site.snowy:
        scenery.objects += ground_cover.drifts(site.seed, site.clear)
    else:
        scenery.objects += ground_cover.tufts(site.seed, site.clear) + ground_cover.flowers(site.seed, site.clear)
        scenery.objects += _sky_objects(site)
    return scenery


def _beach(site: Site) -> Scenery:
    scenery = Scenery("sand")
    scenery.objects += waters.shore(site.seed, site.clear) + _sky_objects(site)
    scenery.objects += landscape.islands(site.seed, shade(srgb("#5f8a5a"), 0.5 if site.lit else 1.0))
    scenery.objects += ground_cover.shells(site.seed, site.clear) + ground_cover.pebbles(
        site.seed, site.clear, "#d8c8a8", share=0.1
    )
    return scenery


def _sea(site: Site) -> Scenery:
    time = site.scene.setting.time
    tone: dict[str, Vector] = {
        "day": (0.012, 0.13, 0.23),
        "sunset": (0.045, 0.050, 0.085),
        "night": (0.006, 0.016, 0.045),
    }
    scenery = Scenery("water", tone[time])
    island = {"day": "#5f8a6a", "sunset": "#4a2c48", "night": "#141c34"}[time]
    scenery.objects += landscape.islands(site.seed, srgb(island))
    scenery.objects += landscape.gulls(
        site.seed, site.clear, srgb("#2a1a24" if time == "sunset" else "#f2f2f2" if time == "day" else "#39425e")
    )
    if time == "day":
        scenery.objects += _sky_objects(site)
    scenery.objects += islets.footing(site.scene, snowy=site.snowy)
    return scenery


def _underwater(site: Site) -> Scenery:
    scenery = Scenery("sand", (0.42, 0.50, 0.42))
    scenery.objects += ground_cover.sea_weeds(site.seed, site.clear) + ground_cover.pebbles(
        site.seed, site.clear, "#7f9a94"
    )
    scenery.objects += waters.bubbles(site.seed, site.clear) + waters.shoal(site.seed, site.clear)
    return scenery


def _sky(site: Site) -> Scenery:
    scenery = Scenery(None)
    scenery.objects += _sky_objects(site) + waters.cloud_floor(site.seed, site.clear, *_cloud_brightness(site))
    return scenery


def _street(site: Site) -> Scenery:
    scenery = Scenery("wet" if site.scene.setting.weather == "rain" else "snow" if site.snowy else "asphalt")
    scenery.objects += street.street_front(site.seed, site.clear, lit=site.lit, snowy=site.snowy)
    scenery.objects += _sky_objects(site)
    return scenery


def _city(site: Site) -> Scenery:
    if site.scene.setting.light != "neon":
        scenery = Scenery("wet" if site.scene.setting.weather == "rain" else "snow" if site.snowy else "asphalt")
        back = min([-1.2, *(item.z - item.radius + 0.2 for item in site.clear.footprints)])
        scenery.objects += city.towers(site.seed, lit=site.lit) + _sky_objects(site)
        scenery.objects += street.pavement(site.seed, site.clear, back - 2.4, lit=site.lit, snowy=site.snowy)
        scenery.objects += [] if site.snowy else street.road(site.seed, site.clear, kerb=back - 2.4 + street.KERB)
        return scenery
    scenery = Scenery("wet")
    scenery.objects += city.neon_towers(site.seed, site.clear)
    ground = [item for item in site.clear.footprints if item.y < 0.05]
    if ground:
        x = (min(item.x - item.radius for item in ground) + max(item.x + item.radius for item in ground)) / 2
        z = (min(item.z - item.radius for item in ground) + max(item.z + item.radius for item in ground)) / 2
        radius = max(((item.x - x) ** 2 + (item.z - z) ** 2) ** 0.5 + item.radius for item in ground)
        if radius < 2.4:
            scenery.objects.append(Placed(city.neon_pad(radius * 0.98 + 0.08), (x, 0, z)))
            scenery.points.append(PointLight((x, 0.35, z + radius * 0.5), (1.0, 0.2, 0.7), 0.7))
            scenery.lift = city.PAD_HEIGHT
    return scenery


def _room(site: Site) -> Scenery:
    return Scenery("wood", (0.36, 0.20, 0.09), interior.room(site.seed, site.clear, lit=site.lit))


def _kitchen(site: Site) -> Scenery:
    return Scenery("tiles", (0.50, 0.44, 0.38), kitchen.kitchen(site.seed, site.clear, lit=site.lit))


def _table(site: Site) -> Scenery:
    return Scenery(None, None, interior.table(site.seed, site.clear.footprints, lit=site.lit))


def _studio(site: Site) -> Scenery:
    return Scenery(None, None, interior.backdrop(site.seed, site.clear, color=site.scene.setting.backdrop))


def _poster(site: Site) -> Scenery:
    if site.clear.footprints and all(item.y < 0.05 for item in site.clear.footprints):
        return Scenery("floor", (0.20, 0.09, 0.42))
    return Scenery(None)


def _stage(site: Site) -> Scenery:
    lamps = stage.spotlights(site.clear)
    objects = stage.boards(site.seed, site.clear, site.scene.items) + stage.fixtures(lamps)
    return Scenery("wood", (0.20, 0.10, 0.045), objects, list(lamps))


def _desert(site: Site) -> Scenery:
    scenery = Scenery("sand", (0.74, 0.50, 0.25))
    scenery.objects += landscape.dunes(site.seed) + ground_cover.pebbles(site.seed, site.clear, "#b88a5a")
    for x, z, kind, scale in (
        (-3.6, -3.2, "cactus", 1.1),
        (4.2, -5.0, "cactus", 1.3),
        (6.8, -9, "cactus", 1.2),
        (-7.5, -8, "cactus", 1.4),
        (3.0, -2.6, "rock", 0.8),
        (-2.4, -6.5, "rock", 1.1),
    ):
        if site.clear.free(x, z, radius=0.7, height=1.8):
            scenery.objects.append(landscape.standing(kind, (x, 0, z), look=Look(seed=int(scale * 10)), scale=scale))
    return scenery


def _space(site: Site) -> Scenery:
    scenery = Scenery("moon", None, waters.heavens(site.seed))
    for x, z, scale in ((-3.4, -2.6, 0.8), (3.8, -3.8, 1.1), (-6.2, -7.0, 1.6), (7.0, -8.5, 1.8), (1.8, -6.5, 0.7)):
        if site.clear.free(x, z, radius=0.8 * scale, height=0.8 * scale):
            look = Look(color=srgb("#8d8a88"), seed=int(scale * 10))
            scenery.objects.append(landscape.standing("rock", (x, -0.05, z), look=look, scale=scale))
    return scenery


_PLACES: dict[str, Callable[[Site], Scenery]] = {
    "meadow": _meadow,
    "forest": _forest,
    "mountains": _mountains,
    "village": _village,
    "beach": _beach,
    "sea": _sea,
    "underwater": _underwater,
    "sky": _sky,
    "street": _street,
    "city": _city,
    "room": _room,
    "kitchen": _kitchen,
    "table": _table,
    "studio": _studio,
    "stage": _stage,
    "poster": _poster,
    "desert": _desert,
    "space": _space,
}

PLACES: tuple[str, ...] = tuple(_PLACES)
