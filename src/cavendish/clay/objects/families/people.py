"""Toy people, all on one rig: five of their own, and whoever has a costume."""

from collections.abc import Callable
from dataclasses import replace

from cavendish.clay.objects.limbs import POSTURES, STATURES, arm, leg
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import DARK, RED, STEEL, WHITE, Color, mix, shade
from cavendish.clay.sculpt import Material, Shape, srgb

from .costumes import COSTUMES
from .dressing import dressed, hair_of, skin_of
from .faces import face
from .hair import HAIR
from .rig import Body, Figure, beyond, embodied, lying, posed
from .trimmings import TRIMMINGS

__all__ = ["astronaut", "boy", "girl", "man", "woman"]

GLOSSY = Material.GLOSSY


def __getattr__(name: str) -> Callable[[Look], Shape]:
    """The builder of a kind that has a costume."""
    if name not in COSTUMES:
        raise AttributeError(f"nobody is called {name!r}")
    return lambda look: dressed(name, look)


def man(look: Look) -> Shape:
    """A man in shirt and trousers."""
    body = _plain("man", look, _figure(look, "#3f7fd6", "#33415c", tone=0), "short", hair_of(look, 0))
    TRIMMINGS["buttons"](body, WHITE)
    body.shape.torus((0, 0.80, 0), 0.205, 0.03, DARK, rotate=(("x", 90),))
    return posed(body, Shape())


def woman(look: Look) -> Shape:
    """A woman in a dress, with her hair in a bun and pearls in her ears."""
    body = _plain("woman", look, _in_dress(_figure(look, "#d94f7a", "#2f3550", tone=1)), "bun", hair_of(look, 1))
    for side in (-1, 1):
        body.shape.ellipsoid((side * 0.305, 1.59, 0.03), 0.045, WHITE, material=GLOSSY)
    return posed(body, Shape())


def boy(look: Look) -> Shape:
    """A boy in a striped shirt."""
    body = _plain("boy", look, _figure(look, "#e2572f", "#3f5f9a", tone=2), "short", hair_of(look, 2))
    stripe = mix(body.figure.shirt, WHITE, 0.75)
    body.shape.torus((0, 0.72, 0), 0.19, 0.035, stripe, rotate=(("x", 90),), blend=0.01)
    return posed(body, Shape())


def girl(look: Look) -> Shape:
    """A girl in a dress with two bunches."""
    body = _plain("girl", look, _in_dress(_figure(look, "#f2b134", "#3f5f9a", tone=3)), "bunches", hair_of(look, 3))
    return posed(body, Shape())


def _figure(look: Look, shirt: str, trousers: str, *, tone: int) -> Figure:
    return Figure(shirt=look.paint(shirt), trousers=srgb(trousers), skin=skin_of(look, tone))


def _in_dress(figure: Figure) -> Figure:
    return replace(figure, trousers=figure.skin, cut="skirt")


def _plain(kind: str, look: Look, figure: Figure, hair: str, color: Color) -> Body:
    """Somebody in everyday clothes, with a head."""
    posture = POSTURES[look.pose or "stand"]
    body = embodied(kind, replace(figure, height=STATURES[kind]), posture)
    head = Shape()
    face(head, figure.skin, asleep=posture.asleep)
    HAIR[hair](head, color)
    body.shape.merge(head, body.head)
    return body


def astronaut(look: Look) -> Shape:
    """An astronaut in a white suit with a mirrored visor."""
    suit = look.paint("#eef0f3")
    trim = srgb("#e2572f")
    shape = Shape("astronaut")
    shape.box((0, 1.02, -0.28), (0.27, 0.32, 0.14), shade(suit, 0.85), round=0.07)
    posture = POSTURES[look.pose or "wave"]
    for side, bent, swung in zip((-1, 1), posture.legs, posture.arms, strict=True):
        joints = leg((side * 0.16, 0.72, 0), bent, 0.27, 0.27)
        shape.chain(joints, [0.18, 0.165, 0.155], suit, blend=0.05)
        shape.ellipsoid(beyond(joints[1], joints[2], 0.08), (0.16, 0.12, 0.19), srgb("#8d949e"))
        joints = arm((side * 0.32, 1.20, 0), swung, 0.27, 0.26)
        shape.chain(joints, [0.15, 0.135, 0.12], suit, blend=0.05)
        shape.ellipsoid(beyond(joints[1], joints[2], 0.09), (0.115, 0.12, 0.11), trim)
    shape.ellipsoid((0, 1.0, 0), (0.34, 0.40, 0.28), suit, blend=0.08)
    shape.box((0, 1.06, 0.25), (0.16, 0.11, 0.05), srgb("#5c6672"), round=0.03)
    for index, color in enumerate((RED, srgb("#ffc531"), srgb("#4fa0ff"))):
        shape.ellipsoid((-0.09 + index * 0.09, 1.10, 0.305), 0.025, color, material=GLOSSY)
    shape.torus((0, 1.36, 0), 0.22, 0.06, srgb("#8d949e"), rotate=(("x", 90),))
    shape.ellipsoid((0, 1.66, 0.0), (0.38, 0.36, 0.36), suit, material=GLOSSY)
    shape.ellipsoid((0, 1.65, 0.14), (0.30, 0.245, 0.26), srgb("#1d2b4a"), material=GLOSSY)
    shape.torus((0, 1.65, 0.235), 0.285, 0.035, srgb("#d9a441"), material=Material.METAL)
    shape.ellipsoid((0.10, 1.76, 0.345), (0.07, 0.035, 0.02), WHITE, rotate=(("z", -24),), material=Material.EMISSIVE)
    for side in (-1, 1):
        shape.cylinder((side * 0.38, 1.66, 0), 0.10, 0.05, STEEL, rotate=(("z", 90),))
    return lying(shape) if posture.lies else _grounded(shape)


def _grounded(shape: Shape) -> Shape:
    return Shape(shape.name).merge(shape, (0, -shape.bounds().lo[1], 0))
