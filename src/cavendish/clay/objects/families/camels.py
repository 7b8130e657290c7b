"""Camel and goat, on the rig of hoofed animals."""

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import CREAM, PINK, Color, mix, shade
from cavendish.clay.objects.quadruped import Build, hoofed_head, reposed, settled, stand
from cavendish.clay.sculpt import Shape, srgb

__all__ = ["camel", "goat"]

CAMEL = Build(leg=0.86, leg_radius=0.085, neck=0.54, neck_reach=0.52, neck_radius=0.125, length=0.62, height=0.34,
              width=0.28, tail=0.34, head_yaw=56)  # fmt: skip
GOAT = Build(leg=0.52, leg_radius=0.075, neck=0.34, neck_reach=0.22, neck_radius=0.14, length=0.50, height=0.30,
             width=0.26, tail=0.0)  # fmt: skip


def camel(look: Look) -> Shape:
    """A camel with two humps."""
    coat = look.paint("#bd9160")
    wool = shade(coat, 0.68)
    build = reposed(CAMEL, look.pose)
    head = hoofed_head("head", coat, mix(coat, CREAM, 0.4), size=1.05, long=0.30, ears="up")
    head.ellipsoid((0, 0.27, 0.02), (0.12, 0.09, 0.12), wool, blend=0.05)
    shape = Shape("camel")
    x, y, _ = stand(shape, build, coat, head, hoof=shade(coat, 0.45), tuft=wool, pose=look.pose)
    back = build.leg + build.height * 1.55
    for along in (-0.38, 0.26):
        shape.cone((along, back - 0.06, 0), (along - 0.02, back + 0.22, 0), 0.27, 0.13, coat, blend=0.12)
        shape.ellipsoid((along - 0.03, back + 0.30, 0), (0.13, 0.11, 0.12), wool, blend=0.06)
    for number in range(6):
        share = number / 5
        low = (0.46 + (x - 0.44) * share, y - 0.62 + 0.42 * share, 0.0)
        shape.ellipsoid(low, (0.10, 0.13, 0.085), wool, blend=0.05)
    return settled(shape, look.pose)


def goat(look: Look) -> Shape:
    """A white goat with horns that bend back, and a beard."""
    coat = look.paint("#ece5d8")
    shape, build = Shape("goat"), reposed(GOAT, look.pose)
    stand(shape, build, coat, _goat_head(coat), hoof=srgb("#4a3a34"), belly=mix(coat, CREAM, 0.3), pose=look.pose)
    rear = build.leg + build.height * 1.1
    shape.cone((-0.46, rear, 0), (-0.62, rear + 0.20, 0), 0.085, 0.035, coat, blend=0.06)
    return settled(shape, look.pose)


def _goat_head(coat: Color) -> Shape:
    horn = srgb("#8a7560")
    head = hoofed_head("head", coat, mix(coat, PINK, 0.25), size=1.12, long=0.26, ears="side")
    for side in (-1, 1):
        bend = [(0.085, 0.24, 0.02), (0.14, 0.44, -0.02), (0.20, 0.56, -0.15), (0.25, 0.55, -0.32)]
        head.chain([(side * x, y, z) for x, y, z in bend], [0.075, 0.065, 0.048, 0.016], horn, blend=0.03)
        for x, y, z in bend[1:3]:
            head.ellipsoid((side * x, y, z), 0.068, shade(horn, 0.8), blend=0.02)
    head.cone((0, -0.20, 0.28), (0, -0.46, 0.30), 0.085, 0.018, shade(coat, 0.9), blend=0.04)
    return head
