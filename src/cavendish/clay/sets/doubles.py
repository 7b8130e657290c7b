"""Scenery that one would count with the items is left out: who asks for one lamp wants to see one.

What makes a place stays (a wood is made of trees), and so do trees on the horizon as long as they look small.
"""

import numpy as np

from cavendish.clay.objects import measure
from cavendish.clay.render import Placed
from cavendish.clay.scene import Scene

from .clearance import Clearance

__all__ = ["is_double"]

_MADE_OF = {"forest": {"tree", "pine"}, "village": {"house", "pine"}, "mountains": {"house", "pine"}}
_SWARMS = {"mushroom": "mushrooms"}
_DISTANT = {"far tree": ("tree",), "far fir": ("tree", "pine")}
_SMALL = 0.3  # the height at which a distant tree looks small beside an item's


def is_double(placed: Placed, scene: Scene, clear: Clearance) -> bool:
    """Whether a piece of scenery would be taken for one of the items."""
    name, kinds = placed.shape.name, {item.kind for item in scene.items}
    if name in _DISTANT:
        return _looks_large(placed, scene, clear, kinds.intersection(_DISTANT[name]))
    doubled = any(name in (kind.replace("_", " "), _SWARMS.get(kind)) for kind in kinds)
    return doubled and name not in _MADE_OF.get(scene.setting.place, ())


def _looks_large(placed: Placed, scene: Scene, clear: Clearance, kinds: set[str]) -> bool:
    """Whether a distant tree looks nearly as high as the smallest of the items of these kinds."""
    heights = [
        float(measure(item.kind).hi[1]) * item.scale / np.linalg.norm(np.array(item.at) - clear.eye)
        for item in scene.items
        if item.kind in kinds
    ]
    here = placed.shape.bounds().hi[1] * placed.scale / np.linalg.norm(np.array(placed.at) - clear.eye)
    return bool(heights) and bool(here > _SMALL * min(heights))
