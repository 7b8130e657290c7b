"""Things that are made to be read: speech bubbles, printed shirts."""

import math

from cavendish.clay.objects.legibility import ground_for
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import BLACK, CREAM, WHITE, WOOD, mix, shade
from cavendish.clay.sculpt import Material, Patch, Shape, fitted, printed, srgb

__all__ = ["speech_bubble", "t_shirt"]

GLOSSY = Material.GLOSSY
INK = srgb("#221a2e")


def speech_bubble(look: Look) -> Shape:
    """A bubble with what somebody says; its tail points down and a little to the left."""
    ink = None if look.ink is None else srgb(look.ink)
    paper = look.paint("#fffdf6")
    paper = paper if ink is None else ground_for(ink, paper)
    patch = Patch((0, 0.66, 0.09), 1.24, 0.58, reach=0.06)
    words = printed(fitted(look.text, patch, label=False), patch, ink=ink) if look.text else None
    shape = Shape("speech bubble")
    for grow, z, color in ((0.035, -0.03, INK), (0.0, 0.03, paper)):
        tail = [(-0.34 - grow, 0.40), (0.02 + grow, 0.40), (-0.26, 0.0 - grow)]
        shape.prism((0, 0.035, z), tail, 0.05, color, round=0.02, material=GLOSSY)
        outline = _rounded(0.72 + grow, 0.37 + grow, 0.24 + grow)
        shape.prism((0, 0.66, z), outline, 0.06, color, round=0.05, material=GLOSSY, pattern=words)
    return shape


def _rounded(half_width: float, half_height: float, radius: float) -> list[tuple[float, float]]:
    """A rectangle with round corners."""
    outline = []
    for turn in range(4):
        x = (half_width - radius) * (1 if turn in (0, 3) else -1)
        y = (half_height - radius) * (1 if turn in (0, 1) else -1)
        for step in range(7):
            angle = (turn + step / 6) * math.pi / 2
            outline.append((x + radius * math.cos(angle), y + radius * math.sin(angle)))
    return outline


def t_shirt(look: Look) -> Shape:
    """A shirt on its hanger."""
    cloth = look.paint("#f4f4f2")
    half = [(0.0, 0.0), (0.44, 0.0), (0.44, 0.70), (0.62, 0.56), (0.80, 0.74), (0.50, 1.06), (0.20, 1.12), (0.0, 1.12)]
    outline = half + [(-x, y) for x, y in reversed(half) if x]
    shape = Shape("t-shirt")
    shape.prism((0, 0.02, 0), outline, 0.14, cloth, round=0.12)
    shape.ellipsoid((0, 1.16, 0.06), (0.19, 0.16, 0.3), shade(cloth, 0.8), op="subtract", blend=0.02)
    shape.torus((0, 1.14, 0.02), 0.185, 0.025, mix(cloth, BLACK, 0.18))
    shape.box((0, 1.30, 0), (0.2, 0.145, 0.2), CREAM, op="subtract", round=0.0)
    for side in (-1, 1):
        shape.cone((0, 1.20, -0.03), (side * 0.44, 1.06, -0.03), 0.03, 0.03, WOOD)
    hook = [(0, 1.20, -0.03), (0, 1.30, -0.03), (0.06, 1.36, -0.03), (0.0, 1.42, -0.03), (-0.06, 1.37, -0.03)]
    return shape.chain(hook, [0.014] * 5, shade(WHITE, 0.6), blend=0.0, material=Material.METAL)
