"""What toy people have in their hands of their own accord, with the grip at the origin, upright."""

from collections.abc import Callable, Mapping
from math import cos, pi, sin

from cavendish.clay.objects.palette import BRASS, BROWN, DARK, GOLD, GREEN, RED, STEEL, WHITE, WOOD, Color, shade
from cavendish.clay.sculpt import Material, Shape, srgb

from .five_points import five_points
from .rig import SIDES

__all__ = ["HANDHELDS"]

METAL, GLOSSY = Material.METAL, Material.GLOSSY
TO_GROUND = -0.66  # how far the ground lies below the hand of whoever stands


def _sword(prop: Shape, _color: Color) -> None:
    prop.cone((0, -0.13, 0), (0, 0.10, 0), 0.035, 0.035, BROWN)
    prop.ellipsoid((0, -0.17, 0), 0.055, GOLD, material=METAL)
    prop.box((0, 0.12, 0), (0.15, 0.032, 0.04), GOLD, round=0.03, material=METAL)
    blade = [(-0.055, 0.12), (0.055, 0.12), (0.05, 0.86), (0.0, 1.0), (-0.05, 0.86)]
    prop.prism((0, 0, 0), blade, 0.018, STEEL, round=0.012, material=METAL)


def _cutlass(prop: Shape, _color: Color) -> None:
    prop.cone((0, -0.1, 0), (0, 0.08, 0), 0.035, 0.035, BROWN)
    prop.torus((0.07, -0.01, 0), 0.1, 0.022, GOLD, material=METAL)
    blade = [(-0.045, 0.08), (0.045, 0.08), (0.10, 0.34), (0.20, 0.66), (0.08, 0.58), (-0.01, 0.36)]
    prop.prism((0, 0, 0), blade, 0.018, STEEL, round=0.012, material=METAL)


def _katana(prop: Shape, _color: Color) -> None:
    prop.cone((0, -0.16, 0), (0, 0.10, 0), 0.032, 0.032, DARK)
    prop.cylinder((0, 0.12, 0), 0.075, 0.016, BRASS, material=METAL)
    blade = [(-0.035, 0.12), (0.035, 0.12), (0.055, 0.5), (0.10, 0.92), (0.02, 0.82), (-0.02, 0.5)]
    prop.prism((0, 0, 0), blade, 0.014, STEEL, round=0.01, material=METAL)


def _shield(prop: Shape, color: Color) -> None:
    """Turned to the viewer, before the hand, with a cross."""
    outline = [(-0.25, 0.30), (0.25, 0.30), (0.25, 0.0), (0.17, -0.2), (0.0, -0.36), (-0.17, -0.2), (-0.25, 0.0)]
    rim = [(1.13 * x, 1.11 * y) for x, y in outline]
    prop.prism((-0.04, 0.05, 0.13), rim, 0.025, STEEL, round=0.02, material=METAL)
    prop.prism((-0.04, 0.05, 0.155), outline, 0.03, color, round=0.03)
    for half in ((0.045, 0.28, 0.02), (0.22, 0.045, 0.02)):
        prop.box((-0.04, 0.06, 0.18), half, WHITE, round=0.015)


def _staff(prop: Shape, color: Color) -> None:
    """A wizard's, with a stone that shines."""
    prop.chain([(0, TO_GROUND, 0), (0.02, 0.2, 0), (0, 0.86, 0)], [0.035, 0.032, 0.038], WOOD, blend=0.02)
    for turn in range(4):
        angle = 2 * pi * turn / 4
        x, z = cos(angle), sin(angle)
        prop.chain(
            [(0, 0.84, 0), (0.12 * x, 0.96, 0.12 * z), (0.07 * x, 1.09, 0.07 * z)],
            [0.035, 0.028, 0.015],
            WOOD,
            blend=0.02,
        )
    prop.ellipsoid((0, 0.98, 0), 0.09, color, material=GLOSSY)


def _broom(prop: Shape, _color: Color) -> None:
    prop.cone((0, -0.25, 0), (0, 0.95, 0), 0.03, 0.03, WOOD)
    straw = srgb("#d9a94a")
    prop.cylinder((0, -0.44, 0), 0.19, 0.2, straw, round=0.04, top_radius=0.06, blend=0.03)
    for y in (-0.24, -0.30):
        prop.torus((0, y, 0), 0.085, 0.022, RED, rotate=(("x", 90),))
    for x in (-0.1, -0.035, 0.035, 0.1):
        prop.cone((0.35 * x, -0.32, 0.07), (x, -0.62, 0.155), 0.012, 0.018, shade(straw, 0.75))


def _pitchfork(prop: Shape, _color: Color) -> None:
    prop.cone((0, TO_GROUND, 0), (0, 0.75, 0), 0.032, 0.032, WOOD)
    prop.cone((-0.15, 0.76, 0), (0.15, 0.76, 0), 0.03, 0.03, DARK)
    for x in (-0.15, 0.0, 0.15):
        prop.cone((x, 0.76, 0), (x, 1.08, 0), 0.026, 0.014, DARK)


def _cane(prop: Shape, _color: Color) -> None:
    """A walking stick with a crook."""
    crook = [(0, TO_GROUND + 0.07, 0), (0, 0.05, 0), (0.0, 0.11, 0.05), (0, 0.10, 0.13), (0, 0.03, 0.16)]
    prop.chain(crook, [0.028, 0.03, 0.034, 0.034, 0.03], WOOD, blend=0.02)


def _axe(prop: Shape, _color: Color) -> None:
    prop.cone((0, -0.4, 0), (0, 0.62, 0), 0.034, 0.034, WOOD)
    blade = [(0.02, 0.36), (0.17, 0.22), (0.24, 0.42), (0.17, 0.62), (0.02, 0.50)]
    for side in SIDES:
        prop.prism((0, 0, 0), [(side * x, y) for x, y in blade], 0.03, STEEL, round=0.02, material=METAL)


def _fire_axe(prop: Shape, _color: Color) -> None:
    prop.cone((0, -0.4, 0), (0, 0.6, 0), 0.034, 0.034, srgb("#ffc531"))
    prop.prism((0, 0, 0), [(0.0, 0.42), (0.15, 0.34), (0.15, 0.60), (0.0, 0.54)], 0.03, RED, round=0.02)
    prop.cone((-0.02, 0.48, 0), (-0.16, 0.46, 0), 0.05, 0.012, RED)
    prop.box((0.17, 0.47, 0), (0.02, 0.14, 0.025), STEEL, round=0.015, material=METAL)


def _wand(prop: Shape, color: Color) -> None:
    """A fairy's, with a star."""
    prop.cone((0, -0.1, 0), (-0.08, 0.36, 0.05), 0.022, 0.022, WHITE)
    prop.prism((-0.09, 0.45, 0.06), five_points(0.14, 0.063), 0.03, color, round=0.02, rotate=(("z", 10),))


def _sceptre(prop: Shape, color: Color) -> None:
    prop.cone((0, -0.35, 0), (0, 0.42, 0), 0.03, 0.03, GOLD, material=METAL)
    prop.torus((0, 0.42, 0), 0.05, 0.025, GOLD, rotate=(("x", 90),), material=METAL)
    prop.ellipsoid((0, 0.52, 0), 0.085, color, material=GLOSSY)
    prop.ellipsoid((0, 0.63, 0), 0.035, GOLD, material=METAL)


def _ladle(prop: Shape, color: Color) -> None:
    prop.cone((0, -0.12, 0), (0, 0.36, 0), 0.028, 0.024, color)
    prop.ellipsoid((0, 0.46, 0.01), (0.095, 0.13, 0.05), color, blend=0.03)
    prop.ellipsoid((0, 0.465, 0.055), (0.065, 0.095, 0.03), shade(color, 0.7))


def _bouquet(prop: Shape, color: Color) -> None:
    prop.cone((0, -0.14, 0.02), (0, 0.1, 0.05), 0.035, 0.07, GREEN)
    for turn in range(6):
        angle = 2 * pi * turn / 6
        prop.ellipsoid(
            (0.11 * cos(angle), 0.17 + 0.04 * (turn % 2), 0.07 + 0.1 * sin(angle)), 0.085, color if turn % 2 else WHITE
        )
    prop.ellipsoid((0, 0.25, 0.07), 0.095, color)


def _balloons(prop: Shape, _color: Color) -> None:
    for x, y, z, tint in ((-0.22, 0.98, 0.0, "#d8262b"), (0.02, 1.12, -0.1, "#ffc531"), (-0.36, 0.72, -0.1, "#2f6fd0")):
        prop.cone((0, 0, 0), (x, y - 0.2, z), 0.008, 0.008, WHITE)
        prop.ellipsoid((x, y, z), (0.16, 0.19, 0.16), srgb(tint), material=GLOSSY)
        prop.cone((x, y - 0.17, z), (x, y - 0.21, z), 0.02, 0.035, srgb(tint), material=GLOSSY)


def _lasso(prop: Shape, color: Color) -> None:
    for radius, tilt in ((0.15, 0), (0.165, 8), (0.14, -9)):
        prop.torus((0, -0.12, 0.06), radius, 0.02, color, rotate=(("z", tilt), ("y", 12)))


def _doctors_bag(prop: Shape, color: Color) -> None:
    prop.box((0, -0.27, 0), (0.2, 0.14, 0.09), color, round=0.06)
    prop.torus((0, -0.1, 0), 0.085, 0.02, shade(color, 0.6))
    for half in ((0.055, 0.018, 0.01), (0.018, 0.055, 0.01)):
        prop.box((0, -0.27, 0.09), half, WHITE, round=0.008)


def _sack(prop: Shape, color: Color) -> None:
    """A sack of presents that stands at the feet, its neck in the hand."""
    prop.ellipsoid((-0.14, -0.36, -0.05), (0.27, 0.29, 0.24), color)
    prop.chain([(-0.1, -0.14, -0.03), (0, -0.02, 0), (0.0, 0.1, 0.0)], [0.14, 0.06, 0.1], color, blend=0.06)
    prop.torus((0, -0.02, 0), 0.055, 0.022, BRASS, rotate=(("x", 90),))


HANDHELDS: Mapping[str, Callable[[Shape, Color], None]] = {
    "axe": _axe,
    "bag": _doctors_bag,
    "balloons": _balloons,
    "bouquet": _bouquet,
    "broom": _broom,
    "cane": _cane,
    "cutlass": _cutlass,
    "fire axe": _fire_axe,
    "katana": _katana,
    "ladle": _ladle,
    "lasso": _lasso,
    "pitchfork": _pitchfork,
    "sack": _sack,
    "sceptre": _sceptre,
    "shield": _shield,
    "staff": _staff,
    "sword": _sword,
    "wand": _wand,
}
"""What is at hand, by name: each takes a shape to model in and a colour."""
