"""Who sits on what, who rides whom, and what is held in which hand: the postures that go with it, and the places.

People have hands and a seat whose places their postures tell; of all others the box round them must do.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

from cavendish.clay.language import lexicon
from cavendish.clay.objects import KINDS, measure, natural_scale
from cavendish.clay.objects.inflatable import head_of
from cavendish.clay.objects.limbs import STATURES, hands, seat
from cavendish.clay.scene import Item, Vector

from .extents import bounds_of, support_height

__all__ = [
    "BOARDS",
    "GRIPS",
    "can_hold",
    "crown_of",
    "hand_of",
    "hat_width",
    "held_scale",
    "holding",
    "is_handy",
    "is_person",
    "is_too_large",
    "minus",
    "mounted",
    "seat_on",
    "sitting",
    "tallness",
    "turned",
    "way_to_have",
]

# How large things are in somebody's hand, as shares of who holds them; what is not named here is of middling size.
MIDDLING = 0.36
_SHARES = {
    0.20: "phone, key, egg, strawberry, cherry, lemon, computer_mouse, cookie, toothbrush, diamond, remote",
    0.22: "book, cup, mug, apple, orange, pear, tomato, glass, candle, camera, donut, cupcake, ice_cream, carrot",
    0.30: "mushroom, banana, wine_glass, bottle, hot_dog, sandwich, burger, bird, star, heart, spoon, fork, knife",
    0.34: "flower, rose, tulip, magic_wand, lantern, hammer",
    0.42: "pencil, ball, football, teddy_bear, pumpkin, watermelon, pizza, gift, cake, trumpet, fish, basket",
    0.50: "cat, rabbit, backpack, suitcase, dog, vase, potted_plant, drum, tennis_racket, trophy, axe, shield",
    0.62: "baseball_bat, guitar, sword, sunflower, sign, snowboard, skateboard",
    0.90: "umbrella, balloon, kite, surfboard, skis",
}
_SHARE = {kind: share for share, kinds in _SHARES.items() for kind in kinds.split(", ")}

# Where things are gripped, as a share of their height; all others in the middle.
GRIPS = {
    "guitar": 0.64,
    **dict.fromkeys(("balloon", "kite", "umbrella"), 0.0),
    **dict.fromkeys(("flower", "rose", "tulip", "sunflower", "sword", "sign", "ice_cream"), 0.12),
    **dict.fromkeys(("baseball_bat", "tennis_racket", "wine_glass", "candle", "pencil", "spoon", "fork"), 0.2),
    **dict.fromkeys(("magic_wand", "hammer", "axe"), 0.2),
    "lantern": 0.9,
}
HANDY = {
    *("balloon", "kite", "umbrella", "flower", "rose", "tulip", "sunflower"),
    *("sword", "guitar", "trumpet", "camera", "phone", "book", "ice_cream", "magic_wand", "lantern", "hammer", "axe"),
}
NEIGHBOUR = 1.5  # metres before or behind somebody within which another is beside him
OVERHEAD = {"umbrella", "kite", "balloon"}
BOTH_HANDS = 0.4  # what is larger is carried before the chest, unless it has a handle

SEATS = {"chair", "bench", "couch", "bed", "rock", "fence", "table", "toilet", "suitcase", "gift", "bridge"}
SEATED = {"sit": "perch", "read": "study"}
LYING = {"lie", "sleep"}
BOARDS = {"skateboard", "surfboard", "snowboard", "skis"}
_SADDLES = {"bicycle": (-0.16, 0.80), "motorcycle": (-0.12, 0.66), "elephant": (-0.05, 0.72), "dinosaur": (-0.05, 0.6)}
HAT = 1.3  # how much wider than the head
OUTSIZE = 0.9  # of somebody's height: what is larger stands beside him
BACK = 0.56  # how high an animal's back is, as a share of its height


def is_person(item: Item) -> bool:
    """Say whether somebody has hands and a seat."""
    return KINDS[item.kind].base in STATURES


def can_hold(holder: Item, kind: str) -> bool:
    """Say whether somebody has hands, and a kind of thing is one that hands hold."""
    return is_person(holder) and kind in _SHARE


def is_handy(owners: Sequence[Item], things: Sequence[Item]) -> bool:
    """Say whether somebody "with" a thing has it in the hand: a girl with a balloon, but not a man with a dog."""
    return len(owners) == 1 and is_person(owners[0]) and all(item.kind in HANDY for item in things)


def way_to_have(kind: str, owner: Item) -> str:
    """Return how somebody has what he is given: on the head, in the hand, or beside him."""
    if kind in lexicon().uses["worn"]:
        return "wearing"
    return "holding" if can_hold(owner, kind) else "near"


def holding(holder: Item, thing: Item, others: Sequence[Item]) -> Item:
    """Return who is to hold a thing with a hand or both stretched out, if nothing else keeps the arms busy: the hand
    on whose side nobody stands."""
    kind = KINDS[holder.kind]
    if not is_person(holder) or kind.pose is not None:
        return holder
    hand = "_left" if any(_stands_right(other, holder) for other in others) else ""
    if thing.kind in OVERHEAD:
        return replace(holder, kind=f"{kind.base}.raise{hand}")
    both = _SHARE.get(thing.kind, MIDDLING) > BOTH_HANDS and GRIPS.get(thing.kind, 0.5) >= 0.5
    return replace(holder, kind=f"{kind.base}.{'carry' if both else f'hold{hand}'}")


def _stands_right(item: Item, holder: Item) -> bool:
    return item.at[0] > holder.at[0] and abs(item.at[2] - holder.at[2]) < NEIGHBOUR and item.id != holder.id


def is_too_large(owner: Item, thing: Item) -> bool:
    """Say whether a thing is larger than who is said to hold it, as a piano is."""
    return thing.kind not in _SHARE and KINDS[thing.kind].size * thing.scale > OUTSIZE * tallness(owner)


def held_scale(thing: Item, holder: Item) -> float:
    """Return the scale in which a thing fits into somebody's hand."""
    height = KINDS[KINDS[holder.kind].base].size * holder.scale
    return _SHARE.get(thing.kind, MIDDLING) * height / KINDS[thing.kind].size


def hand_of(holder: Item, size: Vector, side: float) -> Vector:
    """Return where the middle of a thing of that size belongs that somebody holds."""
    if not is_person(holder):
        box = bounds_of(holder)
        x = holder.at[0] + side * 0.24 * box.size[1]
        return (x, box.lo[1] + 0.34 * box.size[1], box.hi[2] + 0.25 * size[2])
    kind = KINDS[holder.kind]
    left, right = hands(kind.base, kind.pose or "stand")
    x, y, z = left if (kind.pose or "").endswith("_left") or (kind.pose is None and side < 0) else right
    if kind.pose in {"carry", "read", "study"}:
        x, y, z = ((a + b) / 2 for a, b in zip(left, right, strict=True))
    scale = natural_scale(holder.kind) * holder.scale
    hand = turned((x * scale, y * scale, z * scale + 0.3 * min(size[0], size[2])), holder.yaw)
    return (holder.at[0] + hand[0], holder.at[1] + hand[1], holder.at[2] + hand[2])


def tallness(item: Item) -> float:
    """Return how tall somebody is who stands or sits upright, in metres."""
    return float(measure(KINDS[item.kind].base).hi[1]) * item.scale


def crown_of(item: Item) -> Vector:
    """Return where a hat belongs: above the middle of whoever is upright, in front of who goes on four legs."""
    kind, scale = KINDS[item.kind], natural_scale(item.kind) * item.scale
    if (head := head_of(kind)) is not None:
        x, y, z = turned((head[0] * scale, head[1] * scale, 0.0), item.yaw)
        return (item.at[0] + x, item.at[1] + y, item.at[2] + z)
    box = bounds_of(item)
    on_four = kind.family == "hoofed" or (kind.pose is not None and not is_person(item))
    if kind.pose == "sleep" and not is_person(item):
        x, y, z = turned((-0.34 * scale, 0.52 * scale, 0.30 * scale), item.yaw)
    else:
        ahead = 0.72 if kind.family == "hoofed" else 0.5 if on_four else 0.0
        x, _, z = turned((ahead * scale, 0.0, 0.0), item.yaw)
        y = box.hi[1] - 0.1 * tallness(item) - item.at[1]
    return (item.at[0] + x, item.at[1] + y, item.at[2] + z + (0.0 if on_four else 0.1))


def hat_width(item: Item) -> float:
    """Return how wide a hat is that fits somebody, in metres."""
    head = head_of(KINDS[item.kind])
    if head is None:
        return 0.42 * tallness(item)
    return HAT * head[2] * natural_scale(item.kind) * item.scale


def sitting(item: Item, target: Item) -> Item | None:
    """Return who sits or lies on something in the posture for it and turned with it; None for all others."""
    kind = KINDS[item.kind]
    if target.kind not in SEATS or not is_person(item) or kind.pose not in SEATED:
        return None
    return replace(item, kind=f"{kind.base}.{SEATED[kind.pose]}", yaw=target.yaw)


def mounted(item: Item, mount: Item) -> Item:
    """Return a rider who looks where the mount goes, and still a little at the viewer."""
    if not is_person(item):
        return item
    kind = KINDS[item.kind]
    pose = "surf" if mount.kind in BOARDS else "ride"
    ahead = (mount.yaw + 90 + 180) % 360 - 180
    return replace(item, kind=f"{kind.base}.{pose}", yaw=ahead * 0.82)


def seat_on(item: Item, target: Item) -> tuple[Vector, float]:
    """Return where a person must be to sit on something, and how high its seat is."""
    box, kind = bounds_of(target), KINDS[item.kind]
    base = KINDS[target.kind].base
    along, share = _SADDLES.get(base, (0.0, BACK))
    surface = target.at[1] + share * box.size[1]
    if base in SEATS | BOARDS or KINDS[target.kind].support is not None:
        surface = support_height(target)
    down = 0.0 if kind.pose == "surf" else seat(kind.base, kind.pose or "sit") * natural_scale(item.kind) * item.scale
    forward = 0.12 * min(box.size[0], box.size[2]) if base in SEATS else 0.0
    shift = turned((along * box.size[0], 0.0, forward), target.yaw)
    return (target.at[0] + shift[0], surface - down, target.at[2] + shift[2]), surface


def minus(point: Vector, other: Vector) -> Vector:
    """Return the way from another point to this one."""
    return (point[0] - other[0], point[1] - other[1], point[2] - other[2])


def turned(point: Vector, yaw: float) -> Vector:
    """Return a point turned round the vertical axis by so many degrees."""
    sine, cosine = math.sin(math.radians(yaw)), math.cos(math.radians(yaw))
    return (point[0] * cosine + point[2] * sine, point[1], point[2] * cosine - point[0] * sine)
