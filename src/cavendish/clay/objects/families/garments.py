"""What toy people wear on trunk and limbs over shirt and trousers; all of it follows the joints of the rig."""

from collections.abc import Callable, Mapping

from cavendish.clay.objects.palette import BLACK, GOLD, WHITE, Color, mix, shade
from cavendish.clay.sculpt import Material

from .rig import FLAT, SIDES, Body, along

__all__ = ["GARMENTS"]

METAL, GLOSSY = Material.METAL, Material.GLOSSY


def _tie(body: Body, color: Color) -> None:
    _open_collar(body, WHITE)
    body.shape.ellipsoid(body.at(0, 1.27, 0.215), (0.038, 0.034, 0.03), color)
    tie = [body.at(0, 1.25, 0.222), body.at(0, 1.06, 0.262), body.at(0, 0.96, 0.25)]
    body.shape.chain(tie, [0.024, 0.038, 0.012], color, blend=0.0)


def _bow_tie(body: Body, color: Color) -> None:
    _open_collar(body, WHITE)
    for side in SIDES:
        body.shape.ellipsoid(body.at(side * 0.055, 1.27, 0.20), (0.055, 0.042, 0.03), color)
    body.shape.ellipsoid(body.at(0, 1.27, 0.21), 0.026, shade(color, 0.8))


def _open_collar(body: Body, color: Color) -> None:
    """What of a shirt can be seen between lapels."""
    wedge = [(-0.085, 0.15), (0.085, 0.15), (0.0, -0.16)]
    body.shape.prism(body.at(0, 1.15, 0.222), wedge, 0.03, color, round=0.02, rotate=(("x", -6),))


def _dungarees(body: Body, color: Color) -> None:
    """A bib with a pocket, and straps over the shoulders."""
    shape = body.shape
    shape.box(body.at(0, 1.0, 0.215), (0.155, 0.17, 0.035), color, round=0.035, blend=0.02)
    shape.box(body.at(0, 1.02, 0.25), (0.075, 0.06, 0.012), shade(color, 0.8), round=0.012)
    for side in SIDES:
        strap = [
            (side * 0.125, 1.14, 0.235),
            (side * 0.15, 1.285, 0.10),
            (side * 0.14, 1.27, -0.10),
            (side * 0.08, 0.95, -0.235),
        ]
        shape.chain([body.at(*point) for point in strap], [0.034] * 4, color, blend=0.0)
        shape.ellipsoid(body.at(side * 0.122, 1.13, 0.265), 0.024, GOLD, material=METAL)
    shape.torus(body.at(0, 0.84, 0), 0.205, 0.04, color, rotate=FLAT, blend=0.03)


def _apron(body: Body, color: Color) -> None:
    """A bib, and a cloth before the thighs of whoever stands."""
    shape = body.shape
    shape.box(body.at(0, 1.04, 0.21), (0.15, 0.15, 0.04), color, round=0.04)
    shape.torus(body.at(0, 0.86, 0), 0.21, 0.036, color, rotate=FLAT, blend=0.02)
    if not body.lap:
        skirted = body.figure.cut == "skirt"
        front, tilt = (0.29, -23) if skirted else (0.185, 0)
        shape.box(body.at(0, 0.66, front), (0.20, 0.2, 0.04), color, round=0.04, rotate=(("x", tilt),), blend=0.02)
    for side in SIDES:
        shape.cone(body.at(side * 0.11, 1.16, 0.22), body.at(side * 0.1, 1.33, 0.02), 0.024, 0.024, color)


def _cape(body: Body, color: Color) -> None:
    """Cloth from the shoulders to the calves, or to the seat of whoever sits, clasped at the neck."""
    length = 0.52 if body.lap else 0.98
    hem = 0.24 + 0.34 * length
    half = [(-hem, -length), (-0.2, 0.0), (0.2, 0.0), (hem, -length)]
    place = body.at(0, 1.28, -0.17)
    body.shape.prism(place, half, 0.03, color, round=0.028, rotate=(("x", 11),), blend=0.03)
    _mantle(body, color)


def _mantle(body: Body, color: Color) -> None:
    """What lies over both shoulders."""
    over = [(-0.24, 1.25, -0.12), (-0.17, 1.30, 0.06), (0, 1.255, 0.165), (0.17, 1.30, 0.06), (0.24, 1.25, -0.12)]
    body.shape.chain([body.at(*point) for point in over], [0.06, 0.06, 0.04, 0.06, 0.06], color, blend=0.04)
    body.shape.ellipsoid(body.at(0, 1.25, 0.205), 0.036, GOLD, material=METAL)


def _ermine(body: Body, color: Color) -> None:
    """A king's cape: fur round the neck, with black tails."""
    _cape(body, color)
    body.shape.torus(body.at(0, 1.27, 0.0), 0.21, 0.085, WHITE, rotate=FLAT)
    for x in (-0.2, -0.1, 0.0, 0.1, 0.2):
        body.shape.ellipsoid(body.at(x, 1.25, 0.292 - 0.9 * x * x), (0.013, 0.03, 0.016), BLACK)


def _bell_sleeves(body: Body, color: Color) -> None:
    for _, elbow, wrist in body.arms:
        body.shape.cone(elbow, along(elbow, wrist, 0.98), 0.09, 0.135, color, blend=0.01)


def _puff_sleeves(body: Body, color: Color) -> None:
    for shoulder, elbow, _ in body.arms:
        body.shape.ellipsoid(along(shoulder, elbow, 0.12), (0.15, 0.14, 0.15), color, blend=0.02)


def _tutu(body: Body, color: Color) -> None:
    """Three stiff layers that stand away from the hips."""
    pale = mix(color, WHITE, 0.45)
    for y, radius, tint in ((0.79, 0.47, pale), (0.84, 0.43, color), (0.745, 0.40, pale)):
        body.shape.cylinder(body.at(0, y, 0), radius, 0.022, tint, round=0.02, rotate=(("x", 4),), blend=0.03)


def _overskirt(body: Body, color: Color) -> None:
    """A ball gown's: wider than others, with a seam of another colour."""
    if body.lap:
        return
    shape = body.shape
    shape.cylinder(body.at(0, 0.40, 0), 0.53, 0.34, body.figure.shirt, round=0.05, top_radius=0.2, blend=0.05)
    shape.torus(body.at(0, 0.10, 0), 0.495, 0.055, color, rotate=FLAT)


def _bodice(body: Body, color: Color) -> None:
    """A waistband, and a jewel on the breast."""
    body.shape.torus(body.at(0, 0.85, 0), 0.208, 0.032, color, rotate=FLAT)
    body.shape.ellipsoid(body.at(0, 1.17, 0.225), 0.034, color, material=GLOSSY)


def _fur_vest(body: Body, color: Color) -> None:
    """Shaggy fur over shoulders and chest."""
    for x, y, z in (
        (-0.22, 1.26, 0.02),
        (0.22, 1.26, 0.02),
        (-0.13, 1.27, 0.12),
        (0.13, 1.27, 0.12),
        (-0.1, 1.27, -0.12),
        (0.1, 1.27, -0.12),
        (0, 1.22, 0.15),
    ):
        body.shape.ellipsoid(body.at(x, y, z), (0.13, 0.085, 0.11), color, blend=0.03)


def _sea_top(body: Body, color: Color) -> None:
    """What a mermaid wears above her tail: a top with a pearl, and a waistband of scales."""
    body.shape.ellipsoid(body.at(0, 1.11, 0.01), (0.29, 0.115, 0.262), color)
    body.shape.ellipsoid(body.at(0, 1.11, 0.272), 0.036, WHITE, material=GLOSSY)
    body.shape.torus(body.at(0, 0.84, 0), 0.205, 0.045, shade(body.figure.trousers, 1.25), rotate=FLAT)


def _vest(body: Body, color: Color) -> None:
    """An open vest."""
    for side in SIDES:
        front = [(side * 0.15, 1.25, 0.13), (side * 0.16, 1.08, 0.185), (side * 0.165, 0.88, 0.15)]
        body.shape.chain([body.at(*point) for point in front], [0.075, 0.085, 0.08], color, blend=0.04)
    body.shape.ellipsoid(body.at(0, 1.06, -0.06), (0.265, 0.22, 0.215), color, blend=0.02)


def _coat_front(body: Body, color: Color) -> None:
    """Where a coat closes, and its pockets."""
    body.shape.cone(body.at(0, 0.97, 0.24), body.at(0, 0.80, 0.215), 0.011, 0.011, color)
    if body.lap:
        return
    body.shape.cone(body.at(0, 0.80, 0.215), body.at(0, 0.46, 0.415), 0.011, 0.011, color)
    for side in SIDES:
        body.shape.box(
            body.at(side * 0.19, 0.66, 0.27),
            (0.075, 0.07, 0.02),
            color,
            round=0.02,
            rotate=(("y", side * 30), ("x", -24)),
        )


def _lapels(body: Body, color: Color) -> None:
    edge = shade(color, 1.9)
    for side in SIDES:
        front = [(side * 0.105, 1.295, 0.135), (side * 0.10, 1.18, 0.225), (0, 0.98, 0.255)]
        body.shape.chain([body.at(*point) for point in front], [0.03, 0.042, 0.016], edge, blend=0.0)


def _cardigan(body: Body, color: Color) -> None:
    """Edges of wool along the buttons, and pockets."""
    edge = mix(color, BLACK, 0.35)
    for side in SIDES:
        front = [(side * 0.09, 1.29, 0.14), (side * 0.05, 1.18, 0.218), (side * 0.035, 0.80, 0.212)]
        body.shape.chain([body.at(*point) for point in front], [0.022] * 3, edge, blend=0.0)
        body.shape.box(
            body.at(side * 0.13, 0.9, 0.19), (0.055, 0.05, 0.02), edge, round=0.02, rotate=(("y", side * 28),)
        )


def _shawl(body: Body, color: Color) -> None:
    """Wool round the shoulders, knotted on the breast, with a fringe."""
    over = [
        (-0.3, 1.2, -0.1),
        (-0.25, 1.24, 0.08),
        (-0.05, 1.14, 0.235),
        (0.05, 1.14, 0.235),
        (0.25, 1.24, 0.08),
        (0.3, 1.2, -0.1),
    ]
    body.shape.chain([body.at(*point) for point in over], [0.09, 0.1, 0.05, 0.05, 0.1, 0.09], color, blend=0.04)
    body.shape.ellipsoid(body.at(0, 1.16, -0.14), (0.27, 0.17, 0.11), color, blend=0.05)
    for x in (-0.06, 0.06):
        body.shape.cone(body.at(0.3 * x, 1.13, 0.255), body.at(x, 1.0, 0.265), 0.03, 0.045, shade(color, 0.92))


GARMENTS: Mapping[str, Callable[[Body, Color], None]] = {
    "apron": _apron,
    "bell sleeves": _bell_sleeves,
    "bodice": _bodice,
    "bow tie": _bow_tie,
    "cape": _cape,
    "cardigan": _cardigan,
    "coat front": _coat_front,
    "dungarees": _dungarees,
    "ermine": _ermine,
    "fur vest": _fur_vest,
    "lapels": _lapels,
    "open collar": _open_collar,
    "overskirt": _overskirt,
    "puff sleeves": _puff_sleeves,
    "sea top": _sea_top,
    "shawl": _shawl,
    "tie": _tie,
    "tutu": _tutu,
    "vest": _vest,
}
"""What is worn, by name: each takes a body and a colour."""
