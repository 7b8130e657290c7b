"""Arms and legs by their angles: what a pose does to a figure that looks at +z.

Angles are degrees: `swing` goes forward from hanging straight down, `out` away from the body, `bend` is that of the
knee (backward) or the elbow (forward). Whoever has limbs of their own lengths takes the joints from `leg` and `arm`.
"""

from dataclasses import dataclass, replace
from math import cos, radians, sin

__all__ = ["POSTURES", "STATURES", "Limb", "Posture", "arm", "hands", "leg", "seat"]

Point = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Limb:
    """The angles of an arm or a leg."""

    swing: float = 0.0
    out: float = 0.0
    bend: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Posture:
    """The limbs of a pose, those at -x first. `lies` lays all on its side; `asleep` shuts the eyes."""

    arms: tuple[Limb, Limb] = (Limb(8, 33, 16), Limb(10, 36, 18))
    legs: tuple[Limb, Limb] = (Limb(0, 2), Limb(0, 2))
    lies: bool = False
    asleep: bool = False


_LYING = Posture(arms=(Limb(150, 12, 20), Limb(38, 4, 30)), legs=(Limb(16, 2, 26), Limb(30, 2, 52)), lies=True)
POSTURES = {
    "stand": Posture(),
    "walk": Posture(arms=(Limb(34, 16, 24), Limb(-30, 16, 14)), legs=(Limb(-26, 1, 12), Limb(30, 1, 6))),
    "run": Posture(arms=(Limb(44, 12, 92), Limb(-52, 16, 84)), legs=(Limb(-34, 1, 74), Limb(64, 1, 62))),
    "jump": Posture(arms=(Limb(10, 146, 0), Limb(10, 146, 0)), legs=(Limb(34, 16, 92), Limb(46, 16, 78))),
    "dance": Posture(arms=(Limb(4, 150, 12), Limb(8, 74, 30)), legs=(Limb(0, 5), Limb(34, 30, 84))),
    "pirouette": Posture(arms=(Limb(4, 150, 12), Limb(4, 150, 12)), legs=(Limb(0, 1), Limb(24, 36, 96))),
    "wave": Posture(arms=(Limb(8, 33, 16), Limb(0, 148, -4))),
    "sit": Posture(arms=(Limb(12, 26, 24), Limb(12, 26, 24)), legs=(Limb(86, 17, 8), Limb(86, 17, 8))),
    "perch": Posture(arms=(Limb(26, 20, 34), Limb(26, 20, 34)), legs=(Limb(84, 6, 80), Limb(84, 6, 80))),
    "ride": Posture(arms=(Limb(52, 14, 30), Limb(52, 14, 30)), legs=(Limb(46, 38, 52), Limb(46, 38, 52))),
    "read": Posture(arms=(Limb(34, -2, 62), Limb(34, -2, 62)), legs=(Limb(86, 17, 8), Limb(86, 17, 8))),
    "study": Posture(arms=(Limb(34, -2, 62), Limb(34, -2, 62)), legs=(Limb(84, 6, 80), Limb(84, 6, 80))),
    "hold": Posture(arms=(Limb(8, 33, 16), Limb(30, 22, 70))),
    "raise": Posture(arms=(Limb(8, 33, 16), Limb(22, 50, 108))),
    "carry": Posture(arms=(Limb(36, 2, 58), Limb(36, 2, 58))),
    "surf": Posture(arms=(Limb(6, 74, 4), Limb(6, 74, 4)), legs=(Limb(-20, 16, 22), Limb(24, 16, 30))),
    "swim": Posture(arms=(Limb(158, 14, 18), Limb(64, 30, 10)), legs=(Limb(0, 4), Limb(0, 4))),
    "fly": Posture(arms=(Limb(168, 10, 0), Limb(168, 10, 0)), legs=(Limb(-10, 4, 6), Limb(-14, 4, 10)), lies=True),
    "lie": _LYING,
    "sleep": Posture(arms=_LYING.arms, legs=_LYING.legs, lies=True, asleep=True),
}


for _one_handed in ("hold", "raise"):
    _posture = POSTURES[_one_handed]
    POSTURES[f"{_one_handed}_left"] = replace(_posture, arms=(_posture.arms[1], _posture.arms[0]))

# How tall legs and trunk are in the figures of `people`, whose other measures follow from it.
GROWN_UP = (
    *("man", "woman", "knight", "king", "queen", "prince", "princess", "wizard", "witch", "fairy", "mermaid", "pirate"),
    *("viking", "ninja", "superhero", "santa_claus", "chef", "police_officer", "firefighter", "doctor", "nurse"),
    *("farmer", "cowboy", "sailor", "construction_worker", "clown", "ballerina", "bride", "groom"),
)
STATURES = {
    **dict.fromkeys(GROWN_UP, 1.0),
    **dict.fromkeys(("old_man", "old_woman"), 0.93),
    "boy": 0.72,
    "girl": 0.70,
    "baby": 0.5,
    "astronaut": 0.96,
}


def hands(kind: str, pose: str) -> tuple[Point, Point]:
    """Where a person's hands are, from the ground below the middle of the feet, in the builder's units."""
    k, posture = STATURES[kind], POSTURES[pose]
    low = _lowest(k, posture)
    found = [
        arm((side * 0.27, 1.20 * k, 0.0), swung, 0.27 * k**0.5, 0.32 * k**0.5)[2]
        for side, swung in zip((-1, 1), posture.arms, strict=True)
    ]
    left, right = ((x, y - low, z) for x, y, z in found)
    return left, right


def seat(kind: str, pose: str) -> float:
    """How high above its lowest point a person sits, in the builder's units."""
    k = STATURES[kind]
    return 0.75 * k - 0.12 - _lowest(k, POSTURES[pose])


def _lowest(k: float, posture: Posture) -> float:
    ankles = [leg((0.13, 0.75 * k, 0.0), bent, 0.31 * k, 0.44 * k - 0.14)[2] for bent in posture.legs]
    return min(0.75 * k - 0.16, *(y - 0.14 for _, y, _ in ankles))


def leg(hip: Point, limb: Limb, thigh: float, shin: float) -> tuple[Point, Point, Point]:
    """Hip, knee and ankle; the side is the sign of the hip's x."""
    knee = _reach(hip, limb.swing, limb.out, thigh, side=hip[0])
    return hip, knee, _reach(knee, limb.swing - limb.bend, limb.out * 0.4, shin, side=hip[0])


def arm(shoulder: Point, limb: Limb, upper: float, lower: float) -> tuple[Point, Point, Point]:
    """Shoulder, elbow and wrist; the side is the sign of the shoulder's x."""
    elbow = _reach(shoulder, limb.swing, limb.out, upper, side=shoulder[0])
    out = limb.out * (1.0 if limb.out > 60 else 0.3)
    return shoulder, elbow, _reach(elbow, limb.swing + limb.bend, out, lower, side=shoulder[0])


def _reach(start: Point, swing: float, out: float, length: float, *, side: float) -> Point:
    forward, outward = radians(swing), radians(out)
    x, y, z = sin(outward), -cos(outward) * cos(forward), cos(outward) * sin(forward)
    return (start[0] + (length if side > 0 else -length) * x, start[1] + length * y, start[2] + length * z)
