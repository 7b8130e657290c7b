"""The scene's items as shapes in the world: dressed in the colour and material asked for, set where the scene says."""

import math
import zlib

from cavendish.clay.objects import KINDS, Look, measure, natural_scale
from cavendish.clay.objects.materials import finish
from cavendish.clay.objects.outfitting import outfitted
from cavendish.clay.objects.printing import with_words
from cavendish.clay.render import Placed
from cavendish.clay.scene import Item, Scene
from cavendish.clay.sculpt import srgb

from .clearance import Footprint
from .islets import WATERS, afloat
from .lights import is_dark, is_snowy, leaves_of

__all__ = ["footprint", "place"]


def footprint(item: Item) -> Footprint:
    """The room that an item takes."""
    low, high = measure(item.kind, item.outfit)
    middle_x, middle_z = (low[0] + high[0]) / 2 * item.scale, (low[2] + high[2]) / 2 * item.scale
    c, s = math.cos(math.radians(item.yaw)), math.sin(math.radians(item.yaw))
    radius = max(high[0] - low[0], high[2] - low[2]) / 2 * item.scale
    x, z = item.at[0] + middle_x * c + middle_z * s, item.at[2] + middle_z * c - middle_x * s
    return Footprint(x, item.at[1], z, radius, high[1] * item.scale)


def place(item: Item, scene: Scene, *, lift: float = 0.0) -> Placed:
    """The item's shape where it belongs; `lift` raises it onto the place's pedestal. Raises KeyError."""
    kind, setting = KINDS[item.kind], scene.setting
    sheltered = setting.place in ("table", "room", "kitchen", "studio", "stage", "poster")
    outdoors = setting.light not in ("stage", "studio") and not sheltered
    seed = zlib.crc32(item.id.encode()) % 1000
    color = item.color
    if color is None and setting.season == "autumn" and item.kind in ("tree", "bush"):
        color = leaves_of(setting)[seed % 4]
    look = Look(
        color=None if color is None else srgb(color),
        material=item.material,
        seed=seed,
        text=item.text,
        ink=item.ink,
        snowy=is_snowy(setting) and outdoors,
        lit=is_dark(setting),
        neon=setting.light == "neon" or item.material == "neon",
    )
    shape = outfitted(with_words(finish(kind.build(look), item.material), item.kind, look), item.kind, item.worn)
    x, y, z = item.at
    if setting.place in WATERS:
        y += afloat(item, scene)
    return Placed(shape, (x, y + lift, z), natural_scale(item.kind) * item.scale, item.yaw)
