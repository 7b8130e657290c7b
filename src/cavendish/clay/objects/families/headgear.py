"""What toy people wear on their heads, round the origin of a head's axes; its radius is some 0.3."""

from collections.abc import Callable, Mapping
from math import cos, pi, sin

from cavendish.clay.objects.palette import BLACK, BRASS, CREAM, DARK, GOLD, RED, WHITE, Color, mix, shade
from cavendish.clay.sculpt import Material, Shape, srgb

from .five_points import five_points
from .rig import FLAT, SIDES

__all__ = ["HATS", "HELMETS"]

GLOSSY, METAL = Material.GLOSSY, Material.METAL


def _toque(head: Shape, color: Color) -> None:
    """A cook's: a straight band and a puff above it."""
    head.cylinder((0, 0.26, -0.02), 0.275, 0.12, color, round=0.03, top_radius=0.28)
    for turn in range(7):
        angle = 2 * pi * turn / 7
        head.ellipsoid((0.17 * cos(angle), 0.47, -0.02 + 0.16 * sin(angle)), (0.17, 0.15, 0.17), color, blend=0.03)
    head.ellipsoid((0, 0.54, -0.02), (0.22, 0.13, 0.21), color, blend=0.05)


def _pointed(head: Shape, color: Color) -> None:
    """A wizard's: a broad brim, and a cone whose tip has given way."""
    head.cylinder((0, 0.205, -0.02), 0.50, 0.028, color, round=0.025, rotate=(("x", 6),))
    head.cylinder((0, 0.40, -0.03), 0.285, 0.22, color, round=0.03, top_radius=0.14, blend=0.05)
    head.chain(
        [(0, 0.58, -0.03), (0.02, 0.74, -0.04), (0.10, 0.88, -0.02), (0.21, 0.90, 0.0)],
        [0.145, 0.095, 0.055, 0.025],
        color,
    )


def _starry(head: Shape, color: Color) -> None:
    """A wizard's with a golden band and stars."""
    _pointed(head, color)
    head.torus((0, 0.225, -0.02), 0.275, 0.03, GOLD, rotate=FLAT)
    for x, y, size in ((-0.1, 0.39, 0.055), (0.11, 0.45, 0.045), (-0.01, 0.58, 0.04)):
        z = 0.30 - 0.36 * (y - 0.25)
        head.prism((x, y, z), five_points(size, 0.45 * size), 0.02, GOLD, round=0.01, rotate=(("x", -20),))


def _buckled(head: Shape, color: Color) -> None:
    """A witch's with a band and a buckle."""
    _pointed(head, color)
    head.cylinder((0, 0.245, -0.02), 0.288, 0.045, srgb("#7d3fc4"), round=0.02, top_radius=0.27)
    head.torus((0, 0.245, 0.265), 0.05, 0.016, GOLD, material=METAL)


def _crown(head: Shape, color: Color) -> None:
    """Gold with prongs and stones, velvet inside."""
    head.ellipsoid((0, 0.30, -0.02), (0.25, 0.16, 0.25), color)
    head.cylinder((0, 0.24, -0.02), 0.285, 0.065, GOLD, round=0.02, top_radius=0.295, material=METAL)
    for turn in range(8):
        angle = 2 * pi * (turn + 0.5) / 8
        x, z = 0.285 * cos(angle), -0.02 + 0.285 * sin(angle)
        head.cone((x, 0.28, z), (1.08 * x, 0.43, 1.08 * (z + 0.02) - 0.02), 0.065, 0.02, GOLD, material=METAL)
        head.ellipsoid((1.08 * x, 0.45, 1.08 * (z + 0.02) - 0.02), 0.036, GOLD, material=METAL)
    for x, stone in ((-0.14, "#2f6fd0"), (0.0, "#d8262b"), (0.14, "#2f9b52")):
        head.ellipsoid((x, 0.24, (0.087 - x * x) ** 0.5 - 0.015), 0.034, srgb(stone), material=GLOSSY)


def _tiara(head: Shape, color: Color) -> None:
    """A golden band with five points over the brow, the middle one with a stone."""
    band = [(0.275 * sin(step * pi / 12), 0.29, 0.02 + 0.25 * cos(step * pi / 12)) for step in range(-6, 7)]
    head.chain(band, [0.026] * len(band), GOLD, blend=0.0, material=METAL)
    for step, height in ((-2, 0.07), (-1, 0.12), (0, 0.2), (1, 0.12), (2, 0.07)):
        x, z = 0.275 * sin(step * pi / 8), 0.02 + 0.25 * cos(step * pi / 8)
        head.cone((x, 0.3, z), (x, 0.3 + height, z - 0.03), 0.05, 0.014, GOLD, blend=0.02, material=METAL)
        head.ellipsoid((x, 0.315 + height, z - 0.03), 0.022, color, material=GLOSSY)
    head.ellipsoid((0, 0.34, 0.30), (0.04, 0.05, 0.03), color, material=GLOSSY)


def _tricorn(head: Shape, color: Color) -> None:
    """A pirate's: the brim turned up before and behind, gilt along its edge, with skull and bones."""
    head.ellipsoid((0, 0.24, -0.03), (0.30, 0.24, 0.29), color)
    brim = [
        (-0.56, 0.10),
        (-0.40, 0.36),
        (-0.16, 0.44),
        (0.16, 0.44),
        (0.40, 0.36),
        (0.56, 0.10),
        (0.28, 0.0),
        (-0.28, 0.0),
    ]
    for z, tilt in ((0.27, -12), (-0.31, 12)):
        head.prism((0, 0.15, z), brim, 0.03, color, round=0.025, rotate=(("x", tilt),))
    edge = [(x, 0.15 + 0.975 * y, 0.28 - 0.21 * y) for x, y in brim[:6]]
    head.chain(edge, [0.026] * 6, GOLD, blend=0.0)
    _skull(head)


def _skull(head: Shape) -> None:
    for side in SIDES:
        head.cone((-0.11 * side, 0.27, 0.272), (0.11 * side, 0.39, 0.247), 0.02, 0.02, WHITE)
    head.ellipsoid((0, 0.36, 0.275), (0.075, 0.07, 0.035), WHITE)
    head.ellipsoid((0, 0.30, 0.285), (0.042, 0.04, 0.03), WHITE, blend=0.01)
    for side in SIDES:
        head.ellipsoid((0.028 * side, 0.352, 0.303), 0.018, BLACK)


def _peaked(head: Shape, color: Color) -> None:
    """A police officer's or a captain's: a flared top, a glossy peak and a badge."""
    head.cylinder((0, 0.215, -0.02), 0.29, 0.06, shade(color, 0.6), round=0.02)
    head.cylinder((0, 0.33, -0.02), 0.30, 0.075, color, round=0.05, top_radius=0.41, rotate=(("x", 6),))
    head.cylinder((0, 0.16, 0.19), 0.225, 0.022, BLACK, round=0.02, material=GLOSSY, rotate=(("x", 16),))
    head.prism(
        (0, 0.30, 0.325), five_points(0.085, 0.038), 0.025, GOLD, round=0.012, material=METAL, rotate=(("x", 12),)
    )


def _fire_helmet(head: Shape, color: Color) -> None:
    """A firefighter's: a dome with a comb, a brim long at the back, a shield on the front."""
    head.ellipsoid((0, 0.18, -0.03), (0.33, 0.28, 0.34), color, material=GLOSSY)
    head.cylinder((0, 0.15, -0.07), 0.44, 0.03, color, round=0.03, material=GLOSSY, rotate=(("x", -6),))
    head.ellipsoid((0, 0.32, -0.04), (0.045, 0.18, 0.3), color, blend=0.02, material=GLOSSY)
    plate = [(-0.09, 0.1), (0, 0.15), (0.09, 0.1), (0.075, -0.05), (0, -0.1), (-0.075, -0.05)]
    head.prism((0, 0.31, 0.30), plate, 0.025, GOLD, round=0.015, rotate=(("x", -20),), material=METAL)
    head.torus((0, 0.195, -0.03), 0.325, 0.022, srgb("#ffd23f"), rotate=FLAT)


def _straw(head: Shape, color: Color) -> None:
    """A broad one with a band."""
    head.cylinder((0, 0.17, -0.02), 0.55, 0.03, color, round=0.03, rotate=(("x", 5),))
    head.cylinder((0, 0.29, -0.03), 0.285, 0.12, color, round=0.07, top_radius=0.25, blend=0.02)
    head.cylinder((0, 0.225, -0.025), 0.292, 0.035, RED, round=0.02)
    for radius in (0.36, 0.46):
        head.torus((0, 0.19 - 0.06 * (radius - 0.3), -0.02), radius, 0.018, shade(color, 0.82), rotate=(("x", 95),))


def _stetson(head: Shape, color: Color) -> None:
    """A cowboy's: a high crown, the brim rolled up at the sides."""
    head.cylinder((0, 0.17, 0.0), 0.50, 0.03, color, round=0.03, blend=0.02)
    for side in SIDES:
        roll = [
            (side * 0.39, 0.18, -0.32),
            (side * 0.54, 0.27, -0.1),
            (side * 0.54, 0.27, 0.12),
            (side * 0.39, 0.18, 0.34),
        ]
        head.chain(roll, [0.05, 0.07, 0.07, 0.05], color, blend=0.09)
    head.cylinder((0, 0.34, -0.01), 0.325, 0.18, color, round=0.09, top_radius=0.245, blend=0.03)
    head.torus((0, 0.23, -0.01), 0.322, 0.042, shade(color, 0.35), rotate=FLAT)


def _sailor_cap(head: Shape, color: Color) -> None:
    """Round and white, its rim turned up."""
    head.ellipsoid((0, 0.27, -0.04), (0.27, 0.13, 0.26), color)
    head.cylinder((0, 0.25, -0.04), 0.265, 0.085, color, round=0.03, top_radius=0.33, rotate=(("z", -7), ("x", -7)))
    head.torus((0, 0.19, -0.04), 0.272, 0.025, srgb("#2f4f9a"), rotate=(("z", -7), ("x", 83)))


def _stocking_cap(head: Shape, color: Color) -> None:
    """Santa's: fur round the brow, the end hanging to one side with a ball on it."""
    head.ellipsoid((0, 0.25, -0.04), (0.29, 0.20, 0.28), color)
    end = [(0, 0.34, -0.04), (0.09, 0.50, -0.05), (0.27, 0.52, -0.03), (0.42, 0.36, 0.0)]
    head.chain(end, [0.225, 0.16, 0.10, 0.06], color, blend=0.06)
    head.ellipsoid((0.45, 0.27, 0.01), 0.10, WHITE)
    head.torus((0, 0.19, -0.02), 0.275, 0.075, WHITE, rotate=(("x", 84),))


def _ninja_hood(head: Shape, color: Color) -> None:
    """Cloth all round the head but for the face, and a band whose ends blow behind the ear."""
    head.ellipsoid((0, 0.02, -0.02), (0.318, 0.34, 0.305), srgb("#2b2d36"))
    head.torus((0, 0.15, 0.0), 0.277, 0.045, color, rotate=(("x", 84),))
    for drop in (0.0, -0.12):
        head.chain(
            [(0.26, 0.13, -0.12), (0.42, 0.12 + drop, -0.2), (0.55, 0.02 + drop, -0.18)], [0.04, 0.045, 0.025], color
        )


def _veil(head: Shape, color: Color) -> None:
    """A bride's: held by a wreath, falling behind the shoulders."""
    head.chain([(0, 0.16, -0.14), (0, -0.25, -0.27), (0, -0.75, -0.32)], [0.30, 0.34, 0.36], color, blend=0.06)
    for step in range(-3, 4):
        angle = step * pi / 7
        head.ellipsoid(
            (0.29 * sin(angle), 0.31, 0.01 + 0.24 * cos(angle)), 0.062, mix(color, srgb("#ffc2d4"), 0.7 * (step % 2))
        )


def _party_hat(head: Shape, color: Color) -> None:
    """A clown's little one, to one side."""
    head.cylinder((0.06, 0.43, 0.0), 0.15, 0.17, color, round=0.02, top_radius=0.02, rotate=(("z", -14),))
    head.ellipsoid((0.11, 0.62, 0.0), 0.06, srgb("#ffc531"))
    for x, y in ((0.0, 0.36), (0.1, 0.42), (0.05, 0.5)):
        head.ellipsoid((x, y, 0.135 - 0.42 * (y - 0.34)), 0.03, WHITE)


def _wreath(head: Shape, color: Color) -> None:
    """Flowers in the hair."""
    for step in range(-4, 5):
        angle = step * pi / 8
        tint = (color, WHITE, srgb("#ffc531"))[step % 3]
        head.ellipsoid((0.30 * sin(angle), 0.30, 0.0 + 0.26 * cos(angle)), 0.055, tint)


def _nurse_cap(head: Shape, color: Color) -> None:
    head.box((0, 0.37, 0.06), (0.19, 0.075, 0.05), color, round=0.03, rotate=(("x", -18),))
    head.box((0, 0.39, 0.115), (0.055, 0.017, 0.012), RED, round=0.008, rotate=(("x", -18),))
    head.box((0, 0.39, 0.115), (0.017, 0.055, 0.012), RED, round=0.008, rotate=(("x", -18),))


def _hard_hat(head: Shape, color: Color) -> None:
    head.ellipsoid((0, 0.18, -0.02), (0.325, 0.26, 0.33), color, material=GLOSSY)
    head.cylinder((0, 0.155, 0.1), 0.31, 0.024, color, round=0.02, material=GLOSSY, rotate=(("x", 8),))
    for x in (-0.12, 0.0, 0.12):
        head.ellipsoid((x, 0.30, -0.02), (0.03, 0.145, 0.26), color, blend=0.02, material=GLOSSY)


def _coronet(head: Shape, color: Color) -> None:
    """A narrow crown for one who may become king."""
    head.cylinder((0, 0.33, -0.02), 0.235, 0.04, GOLD, round=0.015, material=METAL)
    for turn in range(6):
        angle = 2 * pi * (turn + 0.25) / 6
        x, z = 0.23 * cos(angle), -0.02 + 0.23 * sin(angle)
        head.cone((x, 0.35, z), (x, 0.44, z), 0.05, 0.015, GOLD, material=METAL)
    head.ellipsoid((0, 0.335, 0.215), 0.032, color, material=GLOSSY)


def _visored(head: Shape, color: Color) -> None:
    """A knight's, of metal: the visor is up and shows the face; a plume falls behind."""
    head.ellipsoid((0, 0.02, -0.03), (0.345, 0.365, 0.345), color, material=METAL)
    head.ellipsoid((0, -0.03, 0.36), (0.235, 0.205, 0.30), color, op="subtract")


def _raised_visor(head: Shape, color: Color) -> None:
    """What goes over a knight's brow, once the face is there."""
    head.ellipsoid((0, 0.265, 0.16), (0.315, 0.10, 0.235), color, material=METAL, rotate=(("x", -26),))
    for x in (-0.14, -0.07, 0.0, 0.07, 0.14):
        head.ellipsoid((x, 0.30, 0.375 - 1.5 * x * x), (0.014, 0.045, 0.03), DARK, rotate=(("x", -26),))
    for side in SIDES:
        head.cylinder((side * 0.345, 0.06, 0.02), 0.06, 0.025, BRASS, rotate=(("z", 90),), material=METAL)
    plume = [(0, 0.34, -0.05), (0, 0.52, -0.08), (0, 0.62, -0.25), (0, 0.56, -0.46), (0, 0.38, -0.62), (0, 0.16, -0.66)]
    head.chain(plume, [0.04, 0.075, 0.105, 0.115, 0.09, 0.025], RED, blend=0.06)


def _horned(head: Shape, color: Color) -> None:
    """A viking's: a dome with a rim, and horns."""
    head.ellipsoid((0, 0.16, -0.02), (0.32, 0.27, 0.32), color, material=METAL)
    head.torus((0, 0.16, -0.02), 0.305, 0.04, BRASS, rotate=FLAT, material=METAL)
    head.ellipsoid((0, 0.30, -0.02), (0.04, 0.145, 0.31), BRASS, material=METAL)
    for side in SIDES:
        horn = [(side * 0.29, 0.25, 0), (side * 0.44, 0.30, 0.0), (side * 0.53, 0.43, 0.01), (side * 0.52, 0.58, 0.02)]
        head.chain(horn, [0.085, 0.075, 0.05, 0.012], CREAM, blend=0.03)
        head.cylinder((side * 0.305, 0.25, 0), 0.095, 0.03, BRASS, rotate=(("z", side * 75),), material=METAL)


HELMETS: Mapping[str, Callable[[Shape, Color], None]] = {"visor": _visored}
"""What goes round a head before there is a face in it, by name: each takes a head and a colour."""

HATS: Mapping[str, Callable[[Shape, Color], None]] = {
    "buckled": _buckled,
    "coronet": _coronet,
    "crown": _crown,
    "fire helmet": _fire_helmet,
    "hard hat": _hard_hat,
    "horns": _horned,
    "ninja's": _ninja_hood,
    "nurse's": _nurse_cap,
    "party hat": _party_hat,
    "peaked": _peaked,
    "sailor's": _sailor_cap,
    "starry": _starry,
    "stetson": _stetson,
    "stocking": _stocking_cap,
    "straw": _straw,
    "tiara": _tiara,
    "toque": _toque,
    "tricorn": _tricorn,
    "veil": _veil,
    "visor": _raised_visor,
    "wreath": _wreath,
}
"""What goes on a head, by name: each takes a head and a colour."""
