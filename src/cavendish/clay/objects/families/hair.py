"""Hair of toy people, on a head round the origin of its own axes."""

from collections.abc import Callable, Mapping

from cavendish.clay.objects.palette import RED, Color
from cavendish.clay.sculpt import Shape

from .rig import SIDES

__all__ = ["HAIR"]


def _short(head: Shape, color: Color) -> None:
    head.ellipsoid((0, 0.10, -0.06), (0.315, 0.29, 0.28), color)
    head.ellipsoid((0.07, 0.23, 0.13), (0.23, 0.11, 0.15), color, blend=0.05)
    head.ellipsoid((-0.14, 0.21, 0.12), (0.13, 0.09, 0.13), color, blend=0.05)


def _cropped(head: Shape, color: Color) -> None:
    """Back and sides only, so that a hat fits."""
    head.ellipsoid((0, 0.03, -0.05), (0.306, 0.275, 0.275), color)


def _bun(head: Shape, color: Color) -> None:
    _parted(head, color)
    head.ellipsoid((0, 0.43, -0.12), (0.19, 0.16, 0.18), color, blend=0.03)
    _nape(head, color)


def _low_bun(head: Shape, color: Color) -> None:
    """A bun at the nape, under a hat."""
    _cropped(head, color)
    head.ellipsoid((0, -0.12, -0.34), (0.17, 0.15, 0.12), color, blend=0.03)
    for side in SIDES:
        head.ellipsoid((side * 0.25, 0.06, 0.1), (0.06, 0.15, 0.11), color, blend=0.04)


def _parted(head: Shape, color: Color) -> None:
    head.ellipsoid((0, 0.09, -0.07), (0.325, 0.30, 0.28), color)
    head.ellipsoid((0.10, 0.22, 0.12), (0.21, 0.10, 0.15), color, blend=0.05)
    head.ellipsoid((-0.13, 0.20, 0.12), (0.15, 0.10, 0.14), color, blend=0.05)


def _nape(head: Shape, color: Color) -> None:
    head.ellipsoid((0, -0.02, -0.20), (0.27, 0.24, 0.14), color, blend=0.08)


def _long(head: Shape, color: Color) -> None:
    """Hair that falls over the shoulders."""
    _parted(head, color)
    _fall(head, color)


def _long_under_hat(head: Shape, color: Color) -> None:
    _cropped(head, color)
    _fall(head, color)


def _fall(head: Shape, color: Color) -> None:
    head.chain([(0, 0.0, -0.16), (0, -0.35, -0.24), (0, -0.56, -0.25)], [0.27, 0.26, 0.16], color, blend=0.08)
    for side in SIDES:
        lock = [
            (side * 0.27, 0.12, 0.04),
            (side * 0.31, -0.12, 0.02),
            (side * 0.29, -0.4, 0.06),
            (side * 0.24, -0.6, 0.16),
        ]
        head.chain(lock, [0.08, 0.09, 0.09, 0.03], color, blend=0.05)


def _bunches(head: Shape, color: Color) -> None:
    head.ellipsoid((0, 0.10, -0.06), (0.315, 0.29, 0.28), color)
    head.ellipsoid((0, 0.23, 0.12), (0.25, 0.09, 0.15), color, blend=0.05)
    for side in SIDES:
        bunch = [(side * 0.30, 0.16, -0.06), (side * 0.45, 0.06, -0.04), (side * 0.46, -0.18, 0.0)]
        head.chain(bunch, [0.075, 0.125, 0.06], color, blend=0.04)
        head.ellipsoid((side * 0.34, 0.15, -0.03), (0.05, 0.075, 0.075), RED)


def _ring(head: Shape, color: Color) -> None:
    """What is left round a bald head."""
    for side in SIDES:
        tuft = [(side * 0.275, 0.10, 0.06), (side * 0.29, 0.02, -0.08), (side * 0.2, -0.02, -0.22), (0, -0.02, -0.27)]
        head.chain(tuft, [0.045, 0.085, 0.085, 0.085], color, blend=0.04)


def _curl(head: Shape, color: Color) -> None:
    """The only curl of a baby."""
    curl = [(0.0, 0.30, 0.06), (0.05, 0.385, 0.07), (0.0, 0.43, 0.10), (-0.045, 0.385, 0.12), (-0.01, 0.35, 0.14)]
    head.chain(curl, [0.045, 0.036, 0.032, 0.026, 0.014], color, blend=0.02)


def _woolly(head: Shape, color: Color) -> None:
    """Balls of curls at both sides, as clowns have them."""
    for side in SIDES:
        for x, y, z, radius in (
            *((0.30, 0.20, 0.02, 0.14), (0.38, 0.04, 0.0, 0.145), (0.33, -0.12, -0.04, 0.12)),
            *((0.22, 0.27, -0.12, 0.13), (0.24, 0.05, -0.2, 0.17)),
        ):
            head.ellipsoid((side * x, y, z), radius, color, blend=0.02)


def _none(_head: Shape, _color: Color) -> None:
    """Hair that cannot be seen."""


HAIR: Mapping[str, Callable[[Shape, Color], None]] = {
    "short": _short,
    "cropped": _cropped,
    "bun": _bun,
    "low bun": _low_bun,
    "long": _long,
    "long under hat": _long_under_hat,
    "bunches": _bunches,
    "ring": _ring,
    "curl": _curl,
    "woolly": _woolly,
    "none": _none,
}
"""Ways to wear one's hair, by name: each takes a head and a colour."""
