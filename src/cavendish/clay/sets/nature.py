"""Places in nature: what each has for ground and round the items."""

from cavendish.clay.objects import Look
from cavendish.clay.objects.palette import shade
from cavendish.clay.render import Vector
from cavendish.clay.sculpt import srgb

from . import countryside, ground_cover, islets, lakeside, landscape, massif, waters
from .lights import leaves_of
from .site import Scenery, Site, cloud_brightness, sky_objects, turf

__all__ = [
    "beach_scenery",
    "desert_scenery",
    "forest_scenery",
    "lake_scenery",
    "meadow_scenery",
    "mountains_scenery",
    "sea_scenery",
    "sky_scenery",
    "space_scenery",
    "underwater_scenery",
    "village_scenery",
]

LAKE_BY_DAY: Vector = (0.016, 0.11, 0.14)


def meadow_scenery(site: Site) -> Scenery:
    ground, tint, hill = turf(site)
    scenery = Scenery(ground, tint)
    scenery.objects += landscape.hills(site.seed, hill) + sky_objects(site)
    scenery.objects += landscape.wood(site.seed, snowy=site.snowy, leaves=leaves_of(site.scene.setting))
    if site.snowy:
        scenery.objects += ground_cover.tufts(site.seed, site.clear, srgb("#b9b58a"))[::3]
        scenery.objects += ground_cover.drifts(site.seed, site.clear) + ground_cover.firs(site.seed, site.clear)
        return scenery
    scenery.objects += ground_cover.tufts(site.seed, site.clear) + ground_cover.flowers(site.seed, site.clear)
    return scenery


def forest_scenery(site: Site) -> Scenery:
    ground, tint, _ = turf(site)
    scenery = Scenery(ground, tint if site.snowy or tint else (0.13, 0.25, 0.05))
    scenery.objects += countryside.forest(site.seed, site.clear, snowy=site.snowy, leaves=leaves_of(site.scene.setting))
    if not site.snowy:
        scenery.objects += ground_cover.tufts(site.seed, site.clear, srgb("#4f8a2a"))
        scenery.objects += ground_cover.mushrooms(site.seed, site.clear)
    return scenery


def mountains_scenery(site: Site) -> Scenery:
    if any(item.noun == "village" for item in site.scene.items):
        return village_scenery(site)
    ground, tint, hill = turf(site)
    scenery = Scenery(ground, tint)
    leaves = leaves_of(site.scene.setting)
    scenery.objects += massif.mountains(site.seed, snowy=site.snowy)
    scenery.objects += landscape.wood(site.seed, snowy=site.snowy, leaves=leaves, near=-10, count=26, firs=0.85)
    scenery.objects += [*landscape.hills(site.seed, hill, near=-17.0)[:7], *sky_objects(site)]
    if site.snowy:
        scenery.objects += ground_cover.drifts(site.seed, site.clear) + ground_cover.firs(site.seed, site.clear)
        return scenery
    scenery.objects += ground_cover.pebbles(site.seed, site.clear)
    scenery.objects += ground_cover.tufts(site.seed, site.clear) + ground_cover.flowers(site.seed, site.clear)
    return scenery


def village_scenery(site: Site) -> Scenery:
    ground, tint, _ = turf(site)
    scenery = Scenery(ground, tint)
    lamps, lights = countryside.village_lamps(site.clear, lit=site.lit, snowy=site.snowy)
    scenery.objects += massif.mountains(site.seed, snowy=site.snowy) + lamps
    scenery.objects += countryside.far_cottages(site.seed, site.clear, lit=site.lit, snowy=site.snowy)
    scenery.points += lights
    if site.snowy:
        scenery.objects += ground_cover.drifts(site.seed, site.clear)
    else:
        scenery.objects += ground_cover.tufts(site.seed, site.clear) + ground_cover.flowers(site.seed, site.clear)
        scenery.objects += sky_objects(site)
    return scenery


def beach_scenery(site: Site) -> Scenery:
    scenery = Scenery("sand")
    scenery.objects += waters.shore(site.seed, site.clear) + sky_objects(site)
    scenery.objects += landscape.islands(site.seed, shade(srgb("#5f8a5a"), 0.5 if site.lit else 1.0))
    scenery.objects += ground_cover.shells(site.seed, site.clear) + ground_cover.pebbles(
        site.seed, site.clear, "#d8c8a8", share=0.1
    )
    return scenery


WATER_TONES: dict[str, Vector] = {
    "day": (0.012, 0.13, 0.23),
    "sunset": (0.045, 0.050, 0.085),
    "night": (0.006, 0.016, 0.045),
}


def sea_scenery(site: Site) -> Scenery:
    time = site.scene.setting.time
    scenery = Scenery("water", WATER_TONES[time])
    island = {"day": "#5f8a6a", "sunset": "#4a2c48", "night": "#141c34"}[time]
    scenery.objects += landscape.islands(site.seed, srgb(island))
    scenery.objects += landscape.gulls(
        site.seed, site.clear, srgb("#2a1a24" if time == "sunset" else "#f2f2f2" if time == "day" else "#39425e")
    )
    if time == "day":
        scenery.objects += sky_objects(site)
    scenery.objects += islets.footing(site.scene, snowy=site.snowy)
    return scenery


def lake_scenery(site: Site) -> Scenery:
    time, leaves = site.scene.setting.time, leaves_of(site.scene.setting)
    hill = shade(turf(site)[2], {"day": 1.0, "sunset": 0.8, "night": 0.45}[time])
    scenery = Scenery("water", LAKE_BY_DAY if time == "day" else WATER_TONES[time])
    scenery.objects += lakeside.bank(hill) + landscape.hills(site.seed, hill, near=-19.0)
    scenery.objects += landscape.wood(
        site.seed, snowy=site.snowy, leaves=leaves, near=lakeside.BANK_DEPTH - 1.2, count=34, firs=0.4
    )
    scenery.objects += sky_objects(site) + islets.footing(site.scene, snowy=site.snowy)
    if not site.snowy:
        over = site.scene.setting.season in ("autumn", "winter")
        scenery.objects += lakeside.reeds(site.seed, site.clear, dry=over)
        scenery.objects += [] if over else lakeside.lilies(site.seed, site.clear)
    return scenery


def underwater_scenery(site: Site) -> Scenery:
    scenery = Scenery("sand", (0.42, 0.50, 0.42))
    scenery.objects += ground_cover.sea_weeds(site.seed, site.clear) + ground_cover.pebbles(
        site.seed, site.clear, "#7f9a94"
    )
    scenery.objects += waters.bubbles(site.seed, site.clear) + waters.shoal(site.seed, site.clear)
    return scenery


def sky_scenery(site: Site) -> Scenery:
    scenery = Scenery(None)
    scenery.objects += sky_objects(site) + waters.cloud_floor(site.seed, site.clear, *cloud_brightness(site))
    return scenery


def desert_scenery(site: Site) -> Scenery:
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


def space_scenery(site: Site) -> Scenery:
    scenery = Scenery("moon", None, waters.heavens(site.seed))
    for x, z, scale in ((-3.4, -2.6, 0.8), (3.8, -3.8, 1.1), (-6.2, -7.0, 1.6), (7.0, -8.5, 1.8), (1.8, -6.5, 0.7)):
        if site.clear.free(x, z, radius=0.8 * scale, height=0.8 * scale):
            look = Look(color=srgb("#8d8a88"), seed=int(scale * 10))
            scenery.objects.append(landscape.standing("rock", (x, -0.05, z), look=look, scale=scale))
    return scenery
