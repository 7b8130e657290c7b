"""What kinds can be seen doing: plain data, by family or by kind.

A pose that is listed here is modelled by the kind's builder, which finds it in `Look.pose`. What a kind does of its own
accord needs no model: a cat sits, a man stands, a fish swims. Of what can be told in two ways the nearer is taken.
"""

from dataclasses import replace

from .kind import Kind

__all__ = ["goes_on_four", "in_pose", "is_natural", "nearest", "poses_of"]

_ON_FOUR = "stand, walk, run, jump, lie, sleep"
_HOOFED = "walk, run, jump, lie"
_ARMS = "hold, hold_left, raise, raise_left, carry"
_ANY = f"walk, run, jump, dance, sit, perch, ride, surf, fly, lie, {_ARMS}"
_PEOPLE = f"{_ANY}, wave, read, study, swim, sleep"
_POSES = {
    "people": _PEOPLE,
    "astronaut": f"{_ANY}, stand",
    "cat": _ON_FOUR,
    "dog": _ON_FOUR,
    "fox": _ON_FOUR,
    "lion": _ON_FOUR,
    "tiger": _ON_FOUR,
    "bear": _ON_FOUR,
    "panda": _ON_FOUR,
    "red_panda": _ON_FOUR,
    "raccoon": _ON_FOUR,
    "polar_bear": _ON_FOUR,
    "koala": _ON_FOUR,
    "wolf": "sit, walk, run, jump, lie, sleep",
    "elephant": "walk, run, lie, sleep",
    "hippopotamus": "walk, run, lie",
    "rhinoceros": "walk, run, lie",
    "kangaroo": "jump",
    "hedgehog": "sleep",
    "rabbit": _ON_FOUR,
    "frog": "jump",
    "deer": _HOOFED,
    "reindeer": _HOOFED,
    "horse": _HOOFED,
    "unicorn": _HOOFED,
    "zebra": _HOOFED,
    "cow": _HOOFED,
    "sheep": _HOOFED,
    "pig": _HOOFED,
    "goat": _HOOFED,
    "camel": _HOOFED,
    "crocodile": "walk, run, sleep",
    "giraffe": "walk, run",
    "bird": "fly",
    "duck": "fly, walk",
    "owl": "fly",
    "eagle": "fly",
    "parrot": "fly",
    "toucan": "fly",
    "goose": "fly, walk, run",
    "swan": "fly",
    "flamingo": "fly",
    "chicken": "walk, run",
    "penguin": "walk",
    "robot": "wave, walk, run, dance, sit",
    "dinosaur": "walk, run",
    "dragon": "walk, run",
    "book": "flat",
    "phone": "flat",
}
_SITTING = ("bear", "panda", "fox", "monkey", "teddy_bear", "polar_bear", "koala", "red_panda", "raccoon")
_NATURAL = {
    "pets": "sit, perch",
    "big_cats": "sit, perch",
    "hoofed": "stand",
    "people": "stand",
    "sea_life": "swim",
    "aircraft": "fly",
    "boats": "swim",
    "birds": "stand, sit, perch",
    "fantasy": "stand",
    **dict.fromkeys(_SITTING, "sit, perch"),
    **dict.fromkeys(("elephant", "deer", "reindeer", "wolf", "kangaroo", "rhinoceros"), "stand"),
    **dict.fromkeys(("duck", "penguin", "swan"), "swim, stand"),
    "frog": "swim, stand, sit",
    "turtle": "swim, stand, walk, run",
    "hippopotamus": "stand, swim",
    "hedgehog": "stand, walk, sit",
    "crocodile": "stand, swim, lie",
    **dict.fromkeys(("snail", "crab", "spider"), "stand, walk"),
    "snowman": "sit, perch, stand, wave",
    "alien": "stand, wave",
    **dict.fromkeys(("dragon", "kite", "balloon", "ufo", "cloud"), "fly, stand"),
    "dolphin": "swim, jump",
    "astronaut": "wave",
}
_NEAREST = {"sleep": "lie", "run": "walk", "perch": "sit", "ride": "sit", "stand": "walk", "lie": "flat"}
_HIGH = {"jump": 0.42}
_DEEP = {"swim": 0.62}
_YAWS = {"walk": 40.0, "run": 46.0, "ride": 52.0}
_FOUR_LEGGED = {"hoofed", "pets", "big_cats", "wild", "birds", "small_game"}
_UPRIGHT = {"owl", "penguin", "eagle", "parrot", "toucan", "peacock"}  # they look to the front, whatever they do
_STRETCHED_OUT = {"elephant"}  # in sleep, when others of four legs roll up


def is_natural(kind: Kind, pose: str) -> bool:
    """Say whether a kind does this of its own accord."""
    said = _NATURAL.get(kind.base, _NATURAL.get(kind.family, ""))
    return pose in said.split(", ")


def nearest(kind: Kind, pose: str) -> str | None:
    """Return the name of a kind in a pose or in one that comes near to it: "cat.run", or "cat" itself for what it does
    of its own accord; None if it cannot be shown."""
    for wish in (pose, _NEAREST.get(pose, pose)):
        if is_natural(kind, wish):
            return kind.base
        if wish in poses_of(kind):
            return f"{kind.base}.{wish}"
    return None


def goes_on_four(kind: Kind) -> bool:
    """Say whether a kind is in a pose in which its body lies along x: one of those that sit at rest, or a bird."""
    return kind.pose is not None and _is_along(kind, kind.pose)


def _is_along(kind: Kind, pose: str) -> bool:
    """Say whether the body of a kind in a pose lies along x."""
    rolled_up = pose == "sleep" and kind.base not in _STRETCHED_OUT
    return kind.family in _FOUR_LEGGED and kind.base not in _UPRIGHT and not rolled_up


def in_pose(kind: Kind, pose: str) -> Kind:
    """Return a kind in a pose. Raises KeyError for a pose that it has no model for."""
    if pose not in poses_of(kind):
        raise KeyError(f"{kind.name}.{pose}")
    rolls_up = kind.family in _FOUR_LEGGED and kind.base not in _UPRIGHT
    return replace(
        kind,
        name=f"{kind.name}.{pose}",
        pose=pose,
        yaw=-26.0 if _is_along(kind, pose) else 0.0 if rolls_up else _yaw(kind, pose),
        hover=_HIGH.get(pose, 0.8 if pose == "fly" else 0.0),
        draught=_DEEP.get(pose, 0.0) * kind.size,
        support=None,
    )


def _yaw(kind: Kind, pose: str) -> float:
    turned = _YAWS.get(pose, abs(kind.yaw))
    return turned if kind.yaw >= 0 else -turned


def poses_of(kind: Kind) -> list[str]:
    """Return the poses that a kind has a model for."""
    said = _POSES.get(kind.base, _POSES.get(kind.family, ""))
    return [pose for pose in said.split(", ") if pose]
