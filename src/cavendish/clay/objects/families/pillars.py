"""Legs like pillars, which carry elephants and the like: straight, thick, with light nails."""

import math
from dataclasses import dataclass

from cavendish.clay.objects.palette import CREAM, Color
from cavendish.clay.sculpt import Shape

__all__ = ["STRIDES", "Pillars", "folded", "pillars"]

# How far the legs swing forward: fore left and right, then hind.
STRIDES = {"walk": (24.0, -20.0, -24.0, 18.0), "run": (44.0, 26.0, -40.0, -26.0)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pillars:
    """Where such legs begin, in the builder's units: the hips' height, how far before and behind the middle, how far
    aside; and how thick they are."""

    hip: float
    fore: float
    hind: float
    aside: float
    radius: float


def pillars(shape: Shape, hide: Color, legs: Pillars, swings: tuple[float, ...]) -> None:
    """Add four legs, each swung forward by so many degrees."""
    for number, swing in enumerate(swings):
        x, z = (legs.fore if number < 2 else legs.hind), (legs.aside if number % 2 else -legs.aside)
        lean, turned = math.radians(swing), (("z", swing),) if swing else ()
        forward, down = math.sin(lean), math.cos(lean)
        shin, sole = legs.hip - 0.16, legs.hip - 0.08
        ankle = (x + shin * forward, legs.hip - shin * down, z)
        shape.cone((x, legs.hip, z), ankle, 1.05 * legs.radius, 0.9 * legs.radius, hide, blend=0.10)
        foot = (x + sole * forward, legs.hip - sole * down, z)
        shape.cylinder(foot, legs.radius, 0.08, hide, round=0.05, blend=0.03, rotate=turned)
        for toe in (-0.48, 0.0, 0.48):
            nail = (foot[0] + 0.78 * legs.radius * down, foot[1] - 0.015 + 0.78 * legs.radius * forward)
            shape.ellipsoid((*nail, z + toe * legs.radius), (0.045, 0.05, 0.045), CREAM)


def folded(shape: Shape, hide: Color, legs: Pillars) -> None:
    """Add the legs of one who lies: the forelegs stretched out, the hind legs beside the rump."""
    thick, wide = legs.radius, legs.aside
    for side in (-1, 1):
        shape.cone((legs.fore, 0.24, side * (wide + 0.09)), (legs.fore + 0.48, 0.95 * thick, side * (wide + 0.13)),
                   1.05 * thick, 0.9 * thick, hide, blend=0.10)  # fmt: skip
        shape.ellipsoid((legs.hind + 0.05, 0.28, side * (wide + 0.13)), (0.34, 0.28, thick), hide, blend=0.10)
        shin = (
            (legs.hind + 0.03, 0.85 * thick, side * (wide + 0.23)),
            (legs.hind + 0.45, 0.85 * thick, side * (wide + 0.27)),
        )
        shape.cone(*shin, 0.85 * thick, 0.8 * thick, hide, blend=0.05)
        for x, z in ((legs.fore + 0.48 + 0.78 * thick, wide + 0.13), (legs.hind + 0.45 + 0.66 * thick, wide + 0.27)):
            for toe in (-0.45, 0.0, 0.45):
                shape.ellipsoid((x, 0.09, side * z + toe * thick), (0.04, 0.05, 0.045), CREAM)
