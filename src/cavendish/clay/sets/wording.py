"""A scene's words in the picture: letters that stand free, or a board with print, upright before the viewer."""

import numpy as np

from cavendish.clay.render import Placed
from cavendish.clay.scene import Item, Lettering, Scene
from cavendish.clay.sculpt import extent, letters, srgb

from .boards import board
from .clearance import Clearance
from .festive import Frame
from .items import footprint

__all__ = ["words_of"]

RIM = "#3a1d66"
WIDEST = {"poster": 1.5, "menu": 1.3, "card": 1.5, "logo": 1.0, "sign": 2.4, "banner": 4.0, "caption": 9.0}
NARROWEST = {"poster": 0.62, "menu": 0.62, "card": 0.68, "logo": 1.0, "sign": 1.25, "banner": 1.8, "caption": 2.0}
"""Width to height of boards."""


def words_of(scene: Scene, clear: Clearance, *, lift: float) -> tuple[list[Placed], list[Frame]]:
    """The scene's words, and what they and the items cover on the screen; `lift` raises them onto a pedestal."""
    taken = [_screen_frame(clear, item) for item in scene.items]
    placed: list[Placed] = []
    for lettering in scene.lettering:
        found = _stand(lettering, scene, clear, taken, lift) if lettering.on is None else None
        found = found or (_hang(lettering, scene, clear, taken, lift) if lettering.on else None)
        if found is not None:
            placed.append(found[0])
            taken.append(found[1])
    return placed, taken


def _stand(
    lettering: Lettering, scene: Scene, clear: Clearance, taken: list[Frame], lift: float
) -> tuple[Placed, Frame] | None:
    """Free letters."""
    left, bottom, right, top = _band(lettering, taken)
    wide, tall = _metres(clear, right - left, top - bottom)
    color = None if lettering.color is None else srgb(lettering.color)
    shape = letters(lettering.text, width=wide, height=tall, color=color, edge=srgb(RIM))
    if not shape.parts:
        return None
    across, upward = extent(lettering.text, width=wide, height=tall)
    middle = ((left + right) / 2, (bottom + top) / 2)
    placed = Placed(shape, _at(clear, middle, lift), yaw=_yaw(clear), casts_shadow=bool(scene.items))
    return placed, _around(clear, middle, across, upward)


def _hang(
    lettering: Lettering, scene: Scene, clear: Clearance, taken: list[Frame], lift: float
) -> tuple[Placed, Frame]:
    """A board."""
    kind = lettering.on or "poster"
    left, bottom, right, top = (-0.9, -0.9, 0.9, 0.9) if lettering.place == "center" else _band(lettering, taken)
    wide, tall = _metres(clear, right - left, top - bottom)
    width, height = min(wide, tall * WIDEST[kind]), min(tall, wide / NARROWEST[kind])
    color = None if lettering.color is None else srgb(lettering.color)
    shape = board(kind, lettering.text, width=width, height=height, color=color, seed=scene.seed)
    middle = ((left + right) / 2, (bottom + top) / 2)
    near = _above_ground(clear, bottom) if scene.items else 1.0
    x, y, z = clear.point(*middle, clear.distance * near)
    shadow = bool(scene.items) and lettering.place != "bottom"
    placed = Placed(shape, (x, y + lift, z), near, _yaw(clear), casts_shadow=shadow)
    return placed, _around(clear, middle, width, height)


def _above_ground(clear: Clearance, upward: float) -> float:
    """How near, as a share of the distance, a thing must hang so that its lower edge at that height is not buried."""
    _, low, _ = clear.point(0.0, upward, 1.0)
    sinking = float(clear.eye[1]) - low
    return min(1.0, 0.92 * float(clear.eye[1]) / max(sinking * clear.distance, 1e-6))


def _metres(clear: Clearance, across: float, upward: float) -> tuple[float, float]:
    return across * clear.distance * clear.half_width, upward * clear.distance * clear.half_height


def _at(clear: Clearance, middle: tuple[float, float], lift: float) -> tuple[float, float, float]:
    x, y, z = clear.point(*middle, clear.distance)
    return x, y + lift, z


def _yaw(clear: Clearance) -> float:
    return float(np.degrees(np.arctan2(-clear.forward[0], -clear.forward[2])))


def _around(clear: Clearance, middle: tuple[float, float], width: float, height: float) -> Frame:
    half_x = width / 2 / clear.distance / clear.half_width + 0.03
    half_y = height / 2 / clear.distance / clear.half_height + 0.03
    return (middle[0] - half_x, middle[1] - half_y, middle[0] + half_x, middle[1] + half_y)


def _band(lettering: Lettering, taken: list[Frame]) -> Frame:
    """Where on the screen letters go: the middle, or what the items leave free above or below them."""
    match lettering.place:
        case "top":
            highest = max([frame[3] for frame in taken], default=0.2)
            return (-0.9, min(max(highest + 0.06, 0.25), 0.62), 0.9, 0.92)
        case "bottom":
            lowest = min([frame[1] for frame in taken], default=-0.3)
            return (-0.9, -0.94, 0.9, max(min(lowest - 0.06, -0.35), -0.70))
    reach = min(0.28 + 0.09 * (1 + lettering.text.count("\n")), 0.66)
    return (-0.88, 0.02 - reach, 0.88, 0.02 + reach)


def _screen_frame(clear: Clearance, item: Item) -> Frame:
    body = footprint(item)
    middle = clear.on_screen((body.x, body.y + body.height / 2, body.z))
    half_x = body.radius / middle[2] / clear.half_width
    half_y = body.height / 2 / middle[2] / clear.half_height
    return (middle[0] - half_x, middle[1] - half_y, middle[0] + half_x, middle[1] + half_y)
