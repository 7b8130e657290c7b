"""Places that people built, in the open and indoors: what each has for ground and round the items."""

from cavendish.clay.render import Placed, PointLight

from . import city, interior, kitchen, stage, street
from .site import Scenery, Site, sky_objects

__all__ = [
    "city_scenery",
    "kitchen_scenery",
    "poster_scenery",
    "room_scenery",
    "stage_scenery",
    "street_scenery",
    "studio_scenery",
    "table_scenery",
]


def street_scenery(site: Site) -> Scenery:
    scenery = Scenery("wet" if site.scene.setting.weather == "rain" else "snow" if site.snowy else "asphalt")
    scenery.objects += street.street_front(site.seed, site.clear, lit=site.lit, snowy=site.snowy)
    scenery.objects += sky_objects(site)
    return scenery


def city_scenery(site: Site) -> Scenery:
    if site.scene.setting.light != "neon":
        scenery = Scenery("wet" if site.scene.setting.weather == "rain" else "snow" if site.snowy else "asphalt")
        back = min([-1.2, *(item.z - item.radius + 0.2 for item in site.clear.footprints)])
        scenery.objects += city.towers(site.seed, lit=site.lit) + sky_objects(site)
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


def room_scenery(site: Site) -> Scenery:
    return Scenery("wood", (0.36, 0.20, 0.09), interior.room(site.seed, site.clear, lit=site.lit))


def kitchen_scenery(site: Site) -> Scenery:
    return Scenery("tiles", (0.50, 0.44, 0.38), kitchen.kitchen(site.seed, site.clear, lit=site.lit))


def table_scenery(site: Site) -> Scenery:
    return Scenery(None, None, interior.table(site.seed, site.clear.footprints, lit=site.lit))


def studio_scenery(site: Site) -> Scenery:
    return Scenery(None, None, interior.backdrop(site.seed, site.clear, color=site.scene.setting.backdrop))


def poster_scenery(site: Site) -> Scenery:
    if site.clear.footprints and all(item.y < 0.05 for item in site.clear.footprints):
        return Scenery("floor", (0.20, 0.09, 0.42))
    return Scenery(None)


def stage_scenery(site: Site) -> Scenery:
    lamps = stage.spotlights(site.clear)
    objects = stage.boards(site.seed, site.clear, site.scene.items) + stage.fixtures(lamps)
    return Scenery("wood", (0.20, 0.10, 0.045), objects, list(lamps))
