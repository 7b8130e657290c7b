"""What stands round a scene's items, by the place where it is."""

from collections.abc import Callable

from cavendish.clay.scene import Scene

from . import built, countryside, nature
from .clearance import Clearance
from .doubles import is_double
from .lights import is_dark, is_snowy
from .site import Scenery, Site

__all__ = ["PLACES", "Scenery", "furnish"]


def furnish(scene: Scene, clear: Clearance) -> Scenery:
    """The scenery of a scene's setting."""
    site = Site(scene, clear, is_snowy(scene.setting), is_dark(scene.setting))
    if scene.setting.light == "stage":
        return built.stage_scenery(site)
    if scene.setting.light == "studio" and scene.setting.place not in ("table", "room", "kitchen", "stage"):
        return built.studio_scenery(site)
    scenery = _PLACES.get(scene.setting.place, nature.meadow_scenery)(site)
    scenery.objects = [placed for placed in scenery.objects if not is_double(placed, scene, clear)]
    if site.lit:
        scenery.points += countryside.house_lights(scene.items) + countryside.lamp_lights(scene.items)
    return scenery


_PLACES: dict[str, Callable[[Site], Scenery]] = {
    "meadow": nature.meadow_scenery,
    "forest": nature.forest_scenery,
    "mountains": nature.mountains_scenery,
    "village": nature.village_scenery,
    "beach": nature.beach_scenery,
    "sea": nature.sea_scenery,
    "lake": nature.lake_scenery,
    "underwater": nature.underwater_scenery,
    "sky": nature.sky_scenery,
    "street": built.street_scenery,
    "city": built.city_scenery,
    "room": built.room_scenery,
    "kitchen": built.kitchen_scenery,
    "table": built.table_scenery,
    "studio": built.studio_scenery,
    "stage": built.stage_scenery,
    "poster": built.poster_scenery,
    "desert": nature.desert_scenery,
    "space": nature.space_scenery,
}

PLACES: tuple[str, ...] = tuple(_PLACES)
