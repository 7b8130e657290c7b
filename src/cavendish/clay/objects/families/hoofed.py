"""Hoofed animals, all on the one rig of `quadruped`."""

import math

import numpy as np

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, CREAM, GOLD, PINK, WHITE, Color, mix, shade
from cavendish.clay.objects.patterns import patches, stripes, where
from cavendish.clay.objects.quadruped import Build, hoofed_head, reposed, settled, stand
from cavendish.clay.sculpt import Material, Shape, srgb

from .camels import camel, goat

__all__ = ["camel", "cow", "giraffe", "goat", "horse", "pig", "sheep", "unicorn", "zebra"]

Point = tuple[float, float, float]
HORSE = Build(leg=0.72, leg_radius=0.085, neck=0.50, neck_reach=0.30, length=0.66, height=0.35, width=0.28)


def _mane(shape: Shape, build: Build, top: Point, hair: Color, *, bristle: float = 0.11) -> None:
    """Tufts from between the ears down the neck's back, and a forelock."""
    middle = build.leg + build.height * 0.72
    foot = (build.length * 0.42, middle + build.height * 0.9, 0.0)
    for step in range(8):
        share = step / 7
        x = foot[0] + (top[0] - foot[0]) * share - build.neck_radius * 0.75
        y = foot[1] + (top[1] + 0.22 - foot[1]) * share
        shape.ellipsoid((x + 0.06 * share, y, 0), (bristle, bristle * 1.15, 0.065), hair, blend=0.04)
    shape.ellipsoid((top[0] + 0.06, top[1] + 0.26, 0.03), (0.10, 0.085, 0.09), hair, blend=0.04)


def _horse(coat: Color, hair: Color, muzzle: Color, pose: str | None) -> tuple[Shape, Point]:
    head = hoofed_head("head", coat, muzzle, size=1.12, long=0.34)
    shape, build = Shape("horse"), reposed(HORSE, pose)
    top = stand(shape, build, coat, head, hoof=shade(hair, 0.8), tuft=hair, pose=pose)
    _mane(shape, build, top, hair)
    rear = (-build.length - 0.16, build.leg + 0.26, 0.0)
    streams = {"run": 0.34, "jump": 0.3}.get(pose or "", 0.0)
    tail = [rear, (rear[0] - 0.1 - streams, rear[1] - 0.28 * (1 - 2 * streams), 0.03)]
    tail.append((tail[1][0] + 0.04 - 1.2 * streams, max(tail[1][1] - 0.34 + 0.5 * streams, 0.05), 0.05))
    shape.chain(tail, [0.07, 0.11, 0.04], hair, blend=0.05)
    return shape, top


def horse(look: Look) -> Shape:
    """A horse with a dark mane."""
    coat = look.paint("#a5622f")
    shape, _ = _horse(coat, mix(shade(coat, 0.25), BLACK, 0.3), mix(coat, CREAM, 0.45), look.pose)
    return settled(shape, look.pose)


def unicorn(look: Look) -> Shape:
    """A white horse with a golden horn and a pink mane."""
    coat = look.paint("#f7f2f4")
    shape, (x, y, z) = _horse(coat, srgb("#ee82c8"), mix(coat, PINK, 0.35), look.pose)
    turn = math.radians(HORSE.head_yaw)
    shape.cone(
        (x + math.sin(turn) * 0.12, y + 0.28, z + math.cos(turn) * 0.12),
        (x + math.sin(turn) * 0.32, y + 0.78, z + math.cos(turn) * 0.32),
        0.07,
        0.012,
        GOLD,
        material=Material.METAL,
    )
    return settled(shape, look.pose)


def zebra(look: Look) -> Shape:
    """A zebra; a colour asked for replaces the white."""
    coat = look.paint("#f4f1ea")
    ink = srgb("#1d1b20")
    flank = stripes(ink, across=19, waviness=1.3, width=0.12)
    face = where(lambda x, y, z: np.sin(y * 34 + np.abs(x) * 16 + z * 9) > 0.25, ink)
    build = reposed(Build(leg=0.66, leg_radius=0.085, neck=0.44, length=0.64, height=0.35, width=0.28), look.pose)
    head = hoofed_head("head", coat, srgb("#3a3438"), size=1.1, long=0.32, pattern=face)
    shape = Shape("zebra")
    top = stand(shape, build, coat, head, hoof=BLACK, pattern=flank, tuft=BLACK, pose=look.pose)
    _mane(shape, build, top, BLACK, bristle=0.085)
    return settled(shape, look.pose)


def giraffe(look: Look) -> Shape:
    """A giraffe in patches."""
    coat = look.paint("#f2bd62")
    dark = srgb("#8f4f22") if look.color is None else shade(coat, 0.4)
    spots = patches(dark, scale=6.5, share=0.52, offset=40)
    build = reposed(
        Build(
            length=0.52,
            height=0.34,
            width=0.27,
            leg=1.0,
            leg_radius=0.085,
            neck=1.30,
            neck_reach=0.28,
            neck_radius=0.135,
            tail=0.6,
        ),
        look.pose,
    )
    head = hoofed_head("head", coat, mix(coat, CREAM, 0.6), size=1.0, long=0.28, ears="side")
    for side in (-1, 1):
        head.cone((side * 0.07, 0.22, -0.02), (side * 0.09, 0.42, -0.03), 0.03, 0.026, dark)
        head.ellipsoid((side * 0.09, 0.43, -0.03), 0.048, dark)
    shape = Shape("giraffe")
    top = stand(shape, build, coat, head, hoof=shade(dark, 0.6), pattern=spots, tuft=shade(dark, 0.6), pose=look.pose)
    for step in range(9):
        share = step / 8
        at = (0.24 + (top[0] - 0.36) * share, 1.52 + (top[1] - 1.45) * share, 0)
        shape.ellipsoid(at, (0.06, 0.10, 0.035), dark, blend=0.02)
    return settled(shape, look.pose)


def cow(look: Look) -> Shape:
    """A dairy cow with an udder and a pink muzzle."""
    coat = look.paint("#f5f1e8")
    pied = patches(BLACK if look.color is None else shade(coat, 0.3), scale=2.6, share=0.55)
    build = reposed(
        Build(
            length=0.70,
            height=0.41,
            width=0.37,
            leg=0.50,
            leg_radius=0.11,
            neck=0.16,
            neck_reach=0.26,
            neck_radius=0.24,
            tail=0.45,
        ),
        look.pose,
    )
    head = hoofed_head("head", coat, srgb("#f0b8ae"), size=1.3, long=0.24, ears="side", pattern=pied)
    for side in (-1, 1):
        horn = [(side * 0.13, 0.26, -0.04), (side * 0.26, 0.34, -0.04), (side * 0.28, 0.47, -0.02)]
        head.chain(horn, [0.055, 0.045, 0.02], srgb("#e3d6b4"), blend=0.02)
    shape = Shape("cow")
    stand(shape, build, coat, head, hoof=srgb("#4a3a34"), pattern=pied, tuft=BLACK, pose=look.pose)
    shape.ellipsoid((-0.28, 0.46, 0), (0.20, 0.15, 0.18), srgb("#f2b3ac"), blend=0.05)
    for side in (-1, 1):
        shape.cone((-0.26, 0.38, side * 0.08), (-0.26, 0.28, side * 0.08), 0.035, 0.026, srgb("#eb9a95"), blend=0.02)
    return settled(shape, look.pose)


def sheep(look: Look) -> Shape:
    """A woolly sheep with a dark face."""
    wool = look.paint("#f3efe6")
    skin = srgb("#3a3336")
    build = reposed(
        Build(
            length=0.42,
            height=0.27,
            width=0.25,
            leg=0.40,
            leg_radius=0.07,
            neck=0.18,
            neck_reach=0.20,
            neck_radius=0.15,
            tail=0.0,
        ),
        look.pose,
    )
    head = hoofed_head("head", skin, shade(skin, 1.5), size=0.98, long=0.20, ears="side")
    shape = Shape("sheep")
    top = stand(shape, build, skin, head, hoof=BLACK, pose=look.pose)
    count = 54
    for index in range(count):
        level = 1 - 2 * (index + 0.5) / count
        angle, reach = index * 2.39996, math.sqrt(1 - level * level)
        at = (math.cos(angle) * 0.54 * reach - 0.03, 0.26 + build.leg + level * 0.34, math.sin(angle) * 0.36 * reach)
        shape.ellipsoid(at, 0.135 + 0.035 * ((index * 7) % 5) / 4, wool, blend=0.04)
    for index in range(7):
        angle = index * math.tau / 7
        at = (top[0] + math.cos(angle) * 0.11 - 0.05, top[1] + 0.20, math.sin(angle) * 0.11)
        shape.ellipsoid(at, 0.10, wool, blend=0.03)
    return settled(shape, look.pose)


def pig(look: Look) -> Shape:
    """A pink pig with a curly tail."""
    skin = look.paint("#f3a6a8")
    dark = shade(skin, 0.72)
    build = reposed(
        Build(
            length=0.52,
            height=0.40,
            width=0.38,
            leg=0.26,
            leg_radius=0.11,
            neck=0.02,
            neck_reach=0.18,
            neck_radius=0.21,
            tail=0.0,
            head_yaw=52,
        ),
        look.pose,
    )
    head = Shape("head")
    head.ellipsoid((0, 0.04, 0.06), (0.31, 0.29, 0.28), skin, blend=0.10)
    head.cylinder((0, -0.02, 0.36), 0.135, 0.07, mix(skin, PINK, 0.4), round=0.04, rotate=(("x", 90),), blend=0.05)
    for side in (-1, 1):
        head.ellipsoid((side * 0.052, -0.02, 0.428), (0.026, 0.038, 0.02), shade(dark, 0.35))
        head.cone((side * 0.19, 0.26, 0.10), (side * 0.25, 0.40, 0.20), 0.10, 0.03, dark, blend=0.04)
        head.ellipsoid((side * 0.135, 0.12, 0.295), 0.052, BLACK, material=Material.GLOSSY, mark="eye")
        head.ellipsoid((side * 0.135 + 0.018, 0.145, 0.335), 0.016, WHITE, material=Material.EMISSIVE)
        head.ellipsoid((side * 0.22, -0.02, 0.25), (0.06, 0.045, 0.04), shade(PINK, 0.9), blend=0.04)
    shape = Shape("pig")
    stand(shape, build, skin, head, hoof=shade(dark, 0.55), pose=look.pose)
    curl = [(-0.52, 0.64, 0), (-0.62, 0.70, 0.04), (-0.66, 0.62, 0.09), (-0.60, 0.60, 0.03), (-0.68, 0.72, -0.03)]
    shape.chain(curl, [0.045, 0.04, 0.036, 0.032, 0.024], dark, blend=0.01)
    return settled(shape, look.pose)
