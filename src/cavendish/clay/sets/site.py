"""The part of a World that a place decides, and what a place needs to know for it; turf and sky of all places."""

from dataclasses import dataclass, field

from cavendish.clay.objects.palette import Color
from cavendish.clay.render import Ground, Placed, PointLight, Vector
from cavendish.clay.scene import Scene
from cavendish.clay.sculpt import srgb

from . import landscape
from .clearance import Clearance

__all__ = ["Scenery", "Site", "cloud_brightness", "sky_objects", "turf"]

AUTUMN_GRASS: Vector = (0.30, 0.30, 0.07)
SNOWFIELD: Vector = (0.62, 0.71, 0.86)


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


def cloud_brightness(site: Site) -> tuple[float, Color | None]:
    match site.scene.setting.time:
        case "night":
            return 0.5, None
        case "sunset":
            return 1.0, srgb("#ffcdb0") * 1.15
    return (0.9, None) if site.scene.setting.weather else (1.0, None)


def sky_objects(site: Site) -> list[Placed]:
    if site.scene.setting.weather in ("rain", "fog") or site.scene.setting.time == "night":
        return []
    brightness, tint = cloud_brightness(site)
    return landscape.clouds(site.seed, brightness=brightness, tint=tint)


def turf(site: Site) -> tuple[Ground, Vector | None, Color]:
    """The ground, its colour, and the colour of hills that go with it."""
    if site.snowy:
        return "snow", SNOWFIELD, srgb("#c3d2ea")
    if site.scene.setting.season == "autumn":
        return "grass", AUTUMN_GRASS, srgb("#a8923f")
    return "grass", None, srgb("#67a845")
