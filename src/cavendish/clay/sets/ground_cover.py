"""What grows and lies on the ground: tufts, flowers, pebbles, shells, mushrooms, all small and seeded per cell."""

import math
from collections.abc import Callable, Iterator

import numpy as np

from cavendish.clay.objects import KINDS, Look, natural_scale
from cavendish.clay.objects.palette import LEAF, Color, shade
from cavendish.clay.render import Placed
from cavendish.clay.sculpt import Shape, srgb

from .clearance import Clearance
from .scatter import cells

__all__ = ["drifts", "firs", "flowers", "mushrooms", "pebbles", "sea_weeds", "shells", "tufts"]

Sculptor = Callable[[np.random.Generator], Shape]
NEAR = (-4.5, 4.2)
BANK = srgb("#d3dff0")


def _strew(
    seed: int,
    name: str,
    clear: Clearance,
    sculpt: Sculptor,
    *,
    step: float,
    share: float,
    size: tuple[float, float],
    width: float = 9.0,
    z: tuple[float, float] = NEAR,
) -> Iterator[Placed]:
    """Place what `sculpt` makes in the free cells; `size` is a thing's radius and height."""
    radius, height = size
    for x, depth, chance in cells(seed, name, step=step, share=share, x=(-width, width), z=z):
        shape, turn = sculpt(chance), chance.uniform(0, 360)
        if clear.free(x, depth, radius=radius, height=height) and clear.seen((x, 0.0, depth), radius + height):
            yield Placed(shape, (x, 0.0, depth), yaw=turn)


def tufts(seed: int, clear: Clearance, color: Color | None = None) -> list[Placed]:
    """Blades of grass in small bunches."""
    green = srgb("#5f9a2c") if color is None else color

    def sculpt(chance: np.random.Generator) -> Shape:
        shape = Shape("tuft")
        for _ in range(5):
            angle, height = chance.uniform(0, math.tau), chance.uniform(0.10, 0.21)
            c, s = math.cos(angle), math.sin(angle)
            middle = (c * height * 0.22, height * 0.6, s * height * 0.22)
            tip = (c * height * 0.62, height, s * height * 0.62)
            tone = shade(green, chance.uniform(0.75, 1.35))
            shape.chain([(c * 0.03, 0, s * 0.03), middle, tip], [0.012, 0.010, 0.002], tone, blend=0.0)
        return shape

    return list(_strew(seed, "tuft", clear, sculpt, step=0.62, share=0.42, size=(0.12, 0.2)))


def flowers(seed: int, clear: Clearance) -> list[Placed]:
    """Daisies, poppies and bluebells."""
    petals = ("#ff6f91", "#ffd166", "#f9f6ff", "#b28dff", "#ff8f5a", "#f9f6ff")

    def sculpt(chance: np.random.Generator) -> Shape:
        color, height = srgb(petals[chance.integers(len(petals))]), chance.uniform(0.15, 0.27)
        lean = chance.uniform(-0.03, 0.03)
        shape = Shape("flower")
        shape.cone((0, 0, 0), (lean, height, 0), 0.012, 0.010, LEAF)
        shape.ellipsoid((0.05, height * 0.4, 0), (0.055, 0.010, 0.02), LEAF, rotate=(("z", 28),))
        for step in range(6):
            angle = step * math.tau / 6
            at = (lean + math.cos(angle) * 0.05, height + 0.012, math.sin(angle) * 0.05)
            turn = (("y", -math.degrees(angle)), ("z", 18.0))
            shape.ellipsoid(at, (0.043, 0.013, 0.027), color, rotate=turn)
        shape.ellipsoid((lean, height + 0.022, 0), (0.03, 0.024, 0.03), srgb("#ffb703"))
        return shape

    return list(_strew(seed, "flower", clear, sculpt, step=0.95, share=0.38, size=(0.14, 0.26)))


def pebbles(seed: int, clear: Clearance, color: str = "#a89c8c", *, share: float = 0.16) -> list[Placed]:
    """Round stones half sunk into the ground."""

    def sculpt(chance: np.random.Generator) -> Shape:
        shape, tone = Shape("pebbles"), srgb(color)
        for _ in range(chance.integers(1, 4)):
            size = chance.uniform(0.04, 0.11)
            at = (chance.uniform(-0.14, 0.14), size * 0.25, chance.uniform(-0.14, 0.14))
            shape.ellipsoid(
                at, (size, size * 0.65, size * chance.uniform(0.7, 1)), shade(tone, chance.uniform(0.7, 1.15))
            )
        return shape

    return list(_strew(seed, "pebble", clear, sculpt, step=0.9, share=share, size=(0.24, 0.1)))


def shells(seed: int, clear: Clearance) -> list[Placed]:
    """Scallops and starfish on the sand."""
    tones = ("#ffb59a", "#fff1dd", "#f28f7c", "#ffd9a8")

    def sculpt(chance: np.random.Generator) -> Shape:
        tone = srgb(tones[chance.integers(len(tones))])
        shape = Shape("shell")
        if chance.random() < 0.4:
            for step in range(5):
                angle = step * math.tau / 5
                tip = (math.cos(angle) * 0.15, 0.012, math.sin(angle) * 0.15)
                shape.cone((0, 0.03, 0), tip, 0.045, 0.016, srgb("#ff7f5c"), blend=0.04)
            return shape
        for step in range(7):
            angle = math.radians(-60 + 20 * step)
            tip = (math.sin(angle) * 0.11, 0.025, math.cos(angle) * 0.11)
            shape.cone((0, 0.03, 0), tip, 0.02, 0.024, shade(tone, 1.0 if step % 2 else 0.82), blend=0.012)
        return shape

    return list(_strew(seed, "shell", clear, sculpt, step=1.1, share=0.3, size=(0.16, 0.06)))


def mushrooms(seed: int, clear: Clearance) -> list[Placed]:
    """Toadstools in twos and threes."""

    def sculpt(chance: np.random.Generator) -> Shape:
        shape = Shape("mushrooms")
        for index in range(chance.integers(1, 4)):
            size = chance.uniform(0.55, 1.0)
            at = (index * 0.13 - 0.1, 0, chance.uniform(-0.08, 0.08))
            shape.merge(KINDS["mushroom"].build(Look(seed=index)), at, scale=0.2 * size)
        return shape

    return list(_strew(seed, "mushroom", clear, sculpt, step=1.5, share=0.3, size=(0.26, 0.22)))


def sea_weeds(seed: int, clear: Clearance) -> list[Placed]:
    """Weeds and corals on the sea floor."""
    corals = ("#ff6f7d", "#ff9d5c", "#c86bd9", "#ffd166")

    def sculpt(chance: np.random.Generator) -> Shape:
        shape = Shape("weed")
        if chance.random() < 0.5:
            for blade in range(4):
                x, phase, tall = blade * 0.09 - 0.13, chance.uniform(0, 6), chance.uniform(0.5, 1.1)
                points = [
                    (x + math.sin(phase + step) * 0.07, tall * step / 6, math.cos(phase + step) * 0.03)
                    for step in range(7)
                ]
                shape.chain(
                    points, [0.045, 0.05, 0.05, 0.045, 0.04, 0.03, 0.01], shade(srgb("#3f9a55"), 0.8 + 0.15 * blade)
                )
            return shape
        tone = srgb(corals[chance.integers(len(corals))])
        for branch in range(6):
            angle, tall = branch * math.tau / 6, chance.uniform(0.25, 0.5)
            c, s = math.cos(angle), math.sin(angle)
            points = [(0, 0, 0), (c * 0.1, tall * 0.5, s * 0.1), (c * 0.2, tall, s * 0.2)]
            shape.chain(points, [0.06, 0.05, 0.055], tone, blend=0.05)
        return shape

    weeds = _strew(seed, "weed", clear, sculpt, step=1.5, share=0.5, size=(0.3, 0.7), z=(-9, 2.6))
    return list(weeds)


def drifts(seed: int, clear: Clearance) -> list[Placed]:
    """Low mounds of snow near by, and long banks of it further off, whose far sides lie in blue shade."""

    def sculpt(chance: np.random.Generator) -> Shape:
        shape = Shape("drift")
        for index in range(3):
            size = chance.uniform(0.16, 0.38)
            at = ((index - 1) * 0.22, 0.0, chance.uniform(-0.1, 0.1))
            shape.ellipsoid(at, (size, size * chance.uniform(0.16, 0.30), size * 0.8), BANK, blend=0.12)
        return shape

    near = _strew(seed, "drift", clear, sculpt, step=1.3, share=0.42, size=(0.55, 0.1))
    return [*near, *_banks(seed)]


def _banks(seed: int) -> Iterator[Placed]:
    for x, depth, chance in cells(seed, "bank", step=3.4, share=0.6, x=(-17, 17), z=(-13, -4.5)):
        size = chance.uniform(1.3, 2.6)
        shape = Shape("bank").ellipsoid((0, 0, 0), (size, chance.uniform(0.22, 0.5), size * 0.45), BANK)
        shape.ellipsoid((size * 0.6, 0, 0.2), (size * 0.7, chance.uniform(0.15, 0.3), size * 0.4), BANK, blend=0.3)
        yield Placed(shape, (x, -0.04, depth), yaw=chance.uniform(-18, 18), casts_shadow=False)


def firs(seed: int, clear: Clearance) -> list[Placed]:
    """A few dark firs under snow at the sides, for white things to stand out from."""
    placed = []
    for x, depth, chance in cells(seed, "firs", step=2.6, share=0.5, x=(-13, 13), z=(-11, -1.5)):
        size, look = chance.uniform(0.75, 1.15), Look(seed=int(chance.integers(99)), snowy=True)
        aside = abs(x) > 1.9 - depth * 0.1
        if aside and clear.free(x, depth, radius=0.7, height=2.4) and clear.seen((x, 1.0, depth), 1.4):
            scale = natural_scale("pine") * size
            placed.append(Placed(KINDS["pine"].build(look), (x, 0.0, depth), scale, chance.uniform(0, 360)))
    return placed
