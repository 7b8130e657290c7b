"""Creatures that nobody has met: dinosaurs, dragons, robots, aliens, and toys come alive."""

import math
from itertools import pairwise

import numpy as np

from cavendish.clay.objects.eyes import bead_eye, bead_eyes
from cavendish.clay.objects.limbs import POSTURES, Limb, Posture, arm, leg
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, CREAM, DARK, ORANGE, RED, STEEL, WHITE, Color, mix, shade
from cavendish.clay.objects.patterns import toned
from cavendish.clay.sculpt import Floats, Material, Shape, srgb

__all__ = ["alien", "dinosaur", "dragon", "robot", "snowman", "teddy_bear"]

GLOSSY = Material.GLOSSY
METAL = Material.METAL


# How far the legs of a saurian swing forward, that at -z first.
_STEPS = {"walk": (24.0, -24.0), "run": (44.0, -42.0)}


def _reptile(name: str, skin: Color, belly: Color, head_yaw: float, pose: str | None) -> Shape:
    """A plump saurian that stands on its hind legs and heads for +x; tail on the ground."""
    shape = Shape(name)
    tail = [(-0.20, 0.55, 0), (-0.62, 0.34, 0), (-1.0, 0.16, 0.05), (-1.36, 0.10, 0.18)]
    shape.chain(tail, [0.36, 0.24, 0.14, 0.05], skin, blend=0.14)
    shape.ellipsoid((0.0, 0.72, 0), (0.42, 0.50, 0.40), skin, blend=0.14)
    shape.ellipsoid((0.16, 0.70, 0), (0.32, 0.42, 0.32), belly, blend=0.05)
    shape.cone((0.10, 1.0, 0), (0.30, 1.40, 0), 0.30, 0.24, skin, blend=0.14)
    for side, swing in zip((-1, 1), _STEPS.get(pose or "", (0.0, 0.0)), strict=True):
        _reptile_leg(shape, skin, side, swing)
        paw = [(0.26, 1.02, side * 0.30), (0.46, 0.88, side * 0.36), (0.56, 0.94, side * 0.34)]
        shape.chain(paw, [0.10, 0.085, 0.075], skin, blend=0.05)
    head = _reptile_head(skin, belly)
    return shape.merge(head, (0.36, 1.58, 0.02), yaw=head_yaw)


def _reptile_leg(shape: Shape, skin: Color, side: int, swing: float) -> None:
    """A thick leg that swings forward from the hip."""
    c, s, z = math.cos(math.radians(swing)), math.sin(math.radians(swing)), side * 0.36

    def swung(x: float, y: float, across: float) -> tuple[float, float, float]:
        return (-0.05 + (x + 0.05) * c - (y - 0.52) * s, 0.52 + (x + 0.05) * s + (y - 0.52) * c, across)

    turned = (("z", swing),) if swing else ()
    joints = [swung(-0.05, 0.52, side * 0.30), swung(0.14, 0.34, z), swung(0.04, 0.12, z)]
    shape.chain(joints, [0.24, 0.19, 0.14], skin, blend=0.08)
    shape.ellipsoid(swung(0.14, 0.085, z), (0.23, 0.085, 0.15), skin, blend=0.04, rotate=turned)
    for toe in (-0.09, 0.0, 0.09):
        shape.ellipsoid(swung(0.34, 0.06, z + toe), (0.05, 0.045, 0.04), CREAM)


def _reptile_head(skin: Color, belly: Color) -> Shape:
    head = Shape("head")
    head.ellipsoid((0, 0.04, 0.02), (0.29, 0.28, 0.30), skin, blend=0.12)
    head.ellipsoid((0, -0.06, 0.34), (0.23, 0.17, 0.26), skin, blend=0.10)
    head.ellipsoid((0, -0.15, 0.30), (0.20, 0.09, 0.24), belly, blend=0.03)
    smile = [
        (math.sin(a) * 0.235, -0.11 + 0.03 * abs(math.sin(a)) ** 2, 0.32 + math.cos(a) * 0.262)
        for a in np.linspace(-1.3, 1.3, 7)
    ]
    head.chain([tuple(float(v) for v in point) for point in smile], [0.012] * 7, shade(skin, 0.3), blend=0.0)
    for side in (-1, 1):
        head.ellipsoid((side * 0.09, 0.05, 0.545), (0.03, 0.025, 0.02), shade(skin, 0.35))
        head.ellipsoid((side * 0.18, 0.17, 0.17), (0.12, 0.13, 0.10), WHITE, material=GLOSSY)
        bead_eye(head, (side * 0.185, 0.17, 0.225), 0.075)
    return head


def dinosaur(look: Look) -> Shape:
    """A friendly tyrannosaur with a row of plates."""
    skin = look.paint("#59a94a")
    plate = mix(skin, ORANGE, 0.75)
    shape = _reptile("dinosaur", skin, mix(skin, CREAM, 0.65), 56, look.pose)
    ridge = ((0.16, 1.80), (-0.06, 1.52), (-0.24, 1.22), (-0.42, 0.92), (-0.66, 0.62), (-0.94, 0.38))
    for index, (x, y) in enumerate(ridge):
        size = 0.13 - 0.012 * abs(index - 2)
        shape.cone((x, y - 0.08, 0), (x - size * 0.9, y + size, 0), size * 0.75, 0.02, plate, blend=0.02)
    return shape


def dragon(look: Look) -> Shape:
    """A young dragon with wings, horns and a barbed tail."""
    skin = look.paint("#c8342f")
    wing, horn = mix(skin, ORANGE, 0.6), srgb("#f0dfb5")
    belly = srgb("#f2c879") if look.color is None else mix(skin, CREAM, 0.65)
    shape = _reptile("dragon", skin, belly, 56, look.pose)
    shape.prism(
        (-1.40, 0.14, 0.20),
        [(0.10, 0.0), (-0.06, 0.16), (-0.30, 0.02), (-0.04, -0.14)],
        0.04,
        wing,
        round=0.03,
        rotate=(("y", -38),),
    )
    for index, (x, y) in enumerate(((0.10, 1.78), (-0.10, 1.46), (-0.26, 1.16), (-0.44, 0.86), (-0.70, 0.56))):
        size = 0.10 - 0.008 * index
        shape.cone((x, y - 0.06, 0), (x - size, y + size, 0), size * 0.7, 0.015, horn, blend=0.02)
    for side in (-1, 1):
        root, elbow = (-0.14, 1.12, side * 0.26), (-0.34, 1.72, side * 0.62)
        tips = (
            (-0.40, 1.92, side * 1.10),
            (-0.52, 1.42, side * 1.14),
            (-0.52, 1.04, side * 0.94),
            (-0.40, 0.86, side * 0.58),
        )
        shape.chain([root, elbow, tips[0]], [0.075, 0.06, 0.025], skin, blend=0.04)
        for tip in tips[1:]:
            shape.cone(elbow, tip, 0.045, 0.02, skin, blend=0.03)
        _membrane(shape, elbow, tips, wing)
        lift = math.radians(56)
        x, z = 0.36 + math.cos(lift) * side * 0.13, 0.02 - math.sin(lift) * side * 0.13
        shape.chain(
            [(x, 1.80, z), (x - 0.10, 1.98, z - side * 0.03), (x - 0.26, 2.08, z - side * 0.05)],
            [0.06, 0.045, 0.012],
            horn,
            blend=0.02,
        )
    return shape


def _membrane(
    shape: Shape, elbow: tuple[float, float, float], tips: tuple[tuple[float, float, float], ...], color: Color
) -> None:
    """Skin between a wing's fingers: fans of flat cones."""
    for first, second in pairwise(tips):
        for step in range(6):
            share = step / 5
            sag = 0.86 - 0.10 * math.sin(math.pi * share)
            tip = tuple(e + (a + (b - a) * share - e) * sag for e, a, b in zip(elbow, first, second, strict=True))
            shape.cone(elbow, tip, 0.026, 0.055, color, blend=0.05)


def robot(look: Look) -> Shape:
    """A boxy robot with a lamp on its head."""
    paint = look.paint("#4f9fb8")
    light = srgb("#5af0e0") * 2.0
    shape = Shape("robot")
    shape.box((0, 0.80, 0), (0.40, 0.36, 0.28), paint, round=0.10, material=GLOSSY)
    shape.box((0, 0.84, 0.275), (0.24, 0.17, 0.02), DARK, round=0.04)
    for index, color in enumerate((RED, srgb("#ffc531"), srgb("#4fc05a"))):
        shape.ellipsoid((-0.14 + index * 0.14, 0.92, 0.30), 0.042, color * 1.6, material=Material.EMISSIVE)
    for bar in range(4):
        shape.box(
            (-0.15 + bar * 0.10, 0.76 + 0.015 * (bar % 3), 0.30),
            (0.03, 0.05 + 0.015 * (bar % 3), 0.008),
            light,
            round=0.005,
            material=Material.EMISSIVE,
        )
    shape.cylinder((0, 1.20, 0), 0.11, 0.07, STEEL, material=METAL)
    shape.box((0, 1.50, 0), (0.36, 0.26, 0.28), paint, round=0.11, material=GLOSSY)
    shape.box((0, 1.52, 0.265), (0.28, 0.165, 0.03), DARK, round=0.08, material=GLOSSY)
    shape.cone((0, 1.76, 0), (0, 1.94, 0), 0.022, 0.022, STEEL, material=METAL)
    shape.ellipsoid((0, 1.99, 0), 0.07, srgb("#ff5340") * 1.8, material=Material.EMISSIVE)
    smile = [(-0.09, 1.45, 0.30), (0.0, 1.425, 0.30), (0.09, 1.45, 0.30)]
    shape.chain(smile, [0.014] * 3, light, blend=0.0, material=Material.EMISSIVE)
    for side in (-1, 1):
        shape.ellipsoid((side * 0.125, 1.56, 0.29), (0.065, 0.075, 0.02), light, material=Material.EMISSIVE, mark="eye")
        shape.cylinder((side * 0.39, 1.50, 0), 0.10, 0.05, STEEL, rotate=(("z", 90),), material=METAL)
        shape.ellipsoid((side * 0.44, 1.03, 0), 0.12, paint, material=GLOSSY)
    _robot_limbs(shape, paint, look.pose)
    return shape


_AT_EASE = Posture(arms=(Limb(8, 38, 24), Limb(8, 38, 24)), legs=(Limb(), Limb()))


def _robot_limbs(shape: Shape, paint: Color, pose: str | None) -> None:
    """Arms of steel that end in rings, and legs in boots."""
    posture = _AT_EASE if pose is None else POSTURES[pose]
    if pose == "sit":
        shape.box((0, 0.42, -0.02), (0.28, 0.10, 0.22), shade(paint, 0.8), round=0.06, material=GLOSSY)
    for side, bent, swung in zip((-1, 1), posture.legs, posture.arms, strict=True):
        shoulder, elbow, wrist = arm((side * 0.44, 1.03, 0), swung, 0.29, 0.28)
        shape.chain([shoulder, elbow, wrist], [0.075, 0.07, 0.07], STEEL, blend=0.02, material=METAL)
        ring = tuple(w + 0.35 * (w - e) for e, w in zip(elbow, wrist, strict=True))
        around = (("y", side * 20.0),)
        shape.torus(ring, 0.09, 0.042, paint, rotate=around, material=GLOSSY)
        hip, knee, ankle = leg((side * 0.19, 0.46, 0), bent, 0.16, 0.14)
        shape.chain([hip, knee, ankle], [0.10, 0.10, 0.10], STEEL, blend=0.0, material=METAL)
        tilt = math.radians(bent.swing - bent.bend)
        sole = (ankle[0] + side * 0.02, ankle[1] - 0.07 * math.cos(tilt), ankle[2] + 0.07 * math.sin(tilt))
        toe = (sole[0], sole[1] + 0.05 * math.sin(tilt), sole[2] + 0.05 * math.cos(tilt))
        turned = (("x", -math.degrees(tilt)),)
        shape.box(toe, (0.16, 0.09, 0.22), paint, round=0.07, rotate=turned, material=GLOSSY)


def alien(look: Look) -> Shape:
    """A little green visitor with big eyes and feelers."""
    skin = look.paint("#7ac943")
    suit = srgb("#6a4fb8")
    shape = Shape("alien")
    shape.ellipsoid((0, 0.46, 0), (0.28, 0.34, 0.24), suit)
    shape.torus((0, 0.70, 0), 0.17, 0.05, srgb("#d9d4ef"), rotate=(("x", 90),), material=GLOSSY)
    shape.ellipsoid((0, 1.08, 0), (0.46, 0.40, 0.38), skin, material=GLOSSY)
    shape.ellipsoid((0, 0.86, 0.08), (0.24, 0.18, 0.22), skin, blend=0.12, material=GLOSSY)
    for side in (-1, 1):
        shape.ellipsoid(
            (side * 0.20, 1.06, 0.28),
            (0.145, 0.20, 0.11),
            BLACK,
            rotate=(("z", side * -22),),
            material=GLOSSY,
            mark="eye",
        )
        shape.ellipsoid((side * 0.17 + 0.045, 1.15, 0.385), (0.035, 0.045, 0.02), WHITE, material=Material.EMISSIVE)
        shape.chain(
            [(side * 0.16, 1.42, 0), (side * 0.26, 1.62, 0), (side * 0.38, 1.70, 0)],
            [0.035, 0.025, 0.022],
            skin,
            blend=0.03,
        )
        shape.ellipsoid((side * 0.40, 1.71, 0), 0.065, srgb("#ffe14d") * 1.2, material=GLOSSY)
        arm = [(side * 0.24, 0.60, 0.02), (side * 0.44, 0.46, 0.06), (side * 0.54, 0.66 if side > 0 else 0.34, 0.14)]
        shape.chain(arm, [0.075, 0.065, 0.06], skin if side else suit, blend=0.04)
        for finger in (-0.05, 0.0, 0.05):
            end = arm[2]
            shape.cone(
                end,
                (end[0] + side * 0.05 + finger, end[1] + (0.09 if side > 0 else -0.09), end[2] + 0.03),
                0.032,
                0.026,
                skin,
                blend=0.02,
            )
        shape.cone((side * 0.13, 0.24, 0), (side * 0.15, 0.09, 0.02), 0.10, 0.085, suit, blend=0.05)
        shape.ellipsoid((side * 0.16, 0.07, 0.08), (0.11, 0.07, 0.16), srgb("#3f3566"))
    smile = [(-0.07, 0.85, 0.295), (0.0, 0.83, 0.305), (0.07, 0.85, 0.295)]
    return shape.chain(smile, [0.012] * 3, shade(skin, 0.25), blend=0.0)


def snowman(look: Look) -> Shape:
    """A snowman with hat, scarf and carrot."""
    snow = look.paint("#f4f7fb")
    scarf = srgb("#d5322c") if look.color is None else shade(snow, 0.5)
    shape = Shape("snowman")
    shape.ellipsoid((0, 0.42, 0), (0.50, 0.44, 0.48), snow)
    shape.ellipsoid((0, 0.98, 0), (0.37, 0.34, 0.36), snow, blend=0.04)
    shape.ellipsoid((0, 1.42, 0), (0.28, 0.27, 0.27), snow, blend=0.03)
    shape.torus((0, 1.22, 0), 0.23, 0.075, scarf, rotate=(("x", 90),))
    shape.chain([(0.14, 1.20, 0.22), (0.19, 1.02, 0.34), (0.20, 0.82, 0.38)], [0.07, 0.075, 0.08], scarf, blend=0.03)
    shape.cylinder((0, 1.66, -0.01), 0.34, 0.03, BLACK, round=0.025)
    shape.cylinder((0, 1.84, -0.01), 0.22, 0.18, BLACK, round=0.04, top_radius=0.24)
    shape.cylinder((0, 1.73, -0.01), 0.232, 0.045, scarf, round=0.01)
    shape.cone((0, 1.42, 0.25), (0.03, 1.40, 0.56), 0.06, 0.012, ORANGE)
    for side in (-1, 1):
        bead_eye(shape, (side * 0.10, 1.50, 0.245), 0.042)
        arm = [(side * 0.30, 1.04, 0.02), (side * 0.58, 1.20, 0.04), (side * 0.78, 1.42, 0.06)]
        shape.chain(arm, [0.032, 0.028, 0.02], srgb("#5b3a24"), blend=0.01)
        shape.cone((side * 0.64, 1.26, 0.04), (side * 0.80, 1.24, 0.10), 0.02, 0.014, srgb("#5b3a24"))
    for index, angle in enumerate((-38, -19, 0, 19, 38)):
        x = math.sin(math.radians(angle)) * 0.19
        shape.ellipsoid((x, 1.33 + 0.03 * abs(index - 2) ** 1.5 * 0.5, 0.235 - abs(x) * 0.28), 0.022, BLACK)
    for y, z in ((1.06, 0.345), (0.90, 0.365), (0.60, 0.455)):
        shape.ellipsoid((0, y, z), 0.042, BLACK)
    return shape


def _fuzz(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
    return toned(base, 0.92 + 0.10 * np.sin(x * 90) * np.sin(y * 90) * np.sin(z * 90))


def teddy_bear(look: Look) -> Shape:
    """A sitting teddy with stitched paws and a bow."""
    plush = look.paint("#b9824a")
    light = mix(plush, CREAM, 0.6)
    shape = Shape("teddy bear")
    shape.ellipsoid((0, 0.48, 0), (0.38, 0.44, 0.34), plush, pattern=_fuzz)
    shape.ellipsoid((0, 0.46, 0.18), (0.25, 0.30, 0.20), light, blend=0.04, pattern=_fuzz)
    for side in (-1, 1):
        shape.cone((side * 0.32, 0.72, 0.04), (side * 0.56, 0.46, 0.18), 0.15, 0.14, plush, blend=0.06, pattern=_fuzz)
        shape.cone((side * 0.24, 0.20, 0.16), (side * 0.40, 0.17, 0.52), 0.18, 0.165, plush, blend=0.06, pattern=_fuzz)
        shape.ellipsoid((side * 0.43, 0.175, 0.665), (0.115, 0.12, 0.04), light)
        shape.ellipsoid((side * 0.31, 1.42, 0), (0.155, 0.155, 0.09), plush, blend=0.04, pattern=_fuzz)
        shape.ellipsoid((side * 0.31, 1.42, 0.07), (0.095, 0.095, 0.04), light)
        shape.ellipsoid(
            (side * 0.10, 0.86, 0.32), (0.12, 0.085, 0.05), RED, rotate=(("z", side * 18),), material=GLOSSY
        )
    shape.ellipsoid((0, 0.86, 0.35), 0.055, shade(RED, 0.8), material=GLOSSY)
    shape.ellipsoid((0, 1.18, 0.03), (0.40, 0.36, 0.34), plush, blend=0.08, pattern=_fuzz)
    shape.ellipsoid((0, 1.07, 0.31), (0.18, 0.14, 0.13), light, blend=0.04)
    shape.ellipsoid((0, 1.13, 0.425), (0.065, 0.048, 0.04), BLACK, material=GLOSSY)
    shape.cone((0, 1.09, 0.445), (0, 1.01, 0.435), 0.010, 0.010, BLACK)
    bead_eyes(shape, 0.145, 1.24, 0.335, 0.055)
    return shape
