"""What words are shown on: poster, framed menu, card, logo, sign, banner, caption; each with a page of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from cavendish.clay.objects.legibility import ground_for
from cavendish.clay.objects.palette import Color, mix, shade
from cavendish.clay.objects.patterns import Pattern, grain
from cavendish.clay.sculpt import Floats, Material, Page, Patch, Shape, menu_page, page, printed, srgb

from .scatter import chance_for

__all__ = ["board"]

PAPER, INK = srgb("#fbf4e4"), srgb("#0b080c")
ACCENTS = ("#a81e18", "#123f94", "#145c30", "#9a3d04", "#0b5460")
ROSES = ("#b8325c", "#9a2f7a", "#b3261e", "#2f5fb0")
GLOSSY = Material.GLOSSY
THICK = 0.045


@dataclass(frozen=True, slots=True, eq=False)
class _Sheet:
    """A board's size in metres, what is to be read on it, its colour, and that of its letters if they have one."""

    text: str
    width: float
    height: float
    accent: Color
    ink: Color | None

    def patch(self, inset: float) -> Patch:
        """The board's front without a rim, `inset` a share of its shorter side."""
        rim = 2 * inset * min(self.width, self.height)
        return Patch((0, 0, THICK), self.width - rim, self.height - rim, reach=0.03)

    def inks(self, *usual: Color) -> tuple[Color, ...]:
        """The inks of a page: those it usually has, or the one that was asked for."""
        return usual if self.ink is None else (self.ink,) * len(usual)

    def ground(self, usual: Color) -> Color:
        """What is written on: as usual, unless the letters could not be read on it."""
        return usual if self.ink is None else ground_for(self.ink, usual)


def board(kind: str, text: str, *, width: float, height: float, color: Floats | None, seed: int) -> Shape:
    """A board of `width` x `height` metres round the origin that faces +z, with the text on it.

    `kind` is one of the scene's BOARDS; `color` is what the letters were asked to be.
    """
    choices = ROSES if kind == "card" else ACCENTS
    chosen = srgb(choices[int(chance_for(seed, "board").integers(len(choices)))])
    return _BUILDERS[kind](_Sheet(text, width, height, chosen if color is None else color, color))


def _poster(sheet: _Sheet) -> Shape:
    shape, short = Shape("poster"), min(sheet.width, sheet.height)
    patch = sheet.patch(0.08)
    written = _inked(page(sheet.text, patch.width, patch.height), patch, sheet.inks(shade(sheet.accent, 0.75), INK))
    half = (sheet.width / 2, sheet.height / 2)
    shape.box((0, 0, -0.05), (*half, THICK), sheet.accent, round=0.03)
    inner = (half[0] - 0.035 * short, half[1] - 0.035 * short, THICK)
    return shape.box((0, 0, 0), inner, sheet.ground(PAPER), round=0.02, pattern=written)


def _menu(sheet: _Sheet) -> Shape:
    """A sheet in a wooden frame."""
    shape, short = Shape("menu"), min(sheet.width, sheet.height)
    patch = sheet.patch(0.115)
    inks = sheet.inks(shade(sheet.accent, 0.75), INK, mix(INK, PAPER, 0.45))
    written = _inked(menu_page(sheet.text, patch.width, patch.height), patch, inks)
    half, rim = (sheet.width / 2, sheet.height / 2), 0.028 * short
    shape.box((0, 0, 0), (half[0] - rim, half[1] - rim, THICK), sheet.ground(PAPER), round=0.01, pattern=written)
    wood = srgb("#7a4a26")
    for side in (-1, 1):
        shape.box((0, side * (half[1] - rim), 0.01), (half[0], rim, THICK * 1.5), wood, round=0.02, pattern=grain)
        shape.box((side * (half[0] - rim), 0, 0.01), (rim, half[1], THICK * 1.5), wood, round=0.02, pattern=grain)
    return shape


def _card(sheet: _Sheet) -> Shape:
    shape, short = Shape("card"), min(sheet.width, sheet.height)
    patch = sheet.patch(0.17)
    inks = sheet.inks(sheet.accent, shade(sheet.accent, 0.45))
    written = _inked(page(sheet.text, patch.width, patch.height, largest=0.22), patch, inks)
    half = (sheet.width / 2, sheet.height / 2)
    shape.box((0.03 * short, -0.02 * short, -0.06), (*half, THICK / 2), shade(PAPER, 0.8), round=0.02)
    bordered = _bordered(sheet, written)
    shape.box((0, 0, 0), (*half, THICK), sheet.ground(PAPER), round=0.03, pattern=bordered)
    for x in (-1, 1):
        for y in (-1, 1):
            corner = (x * (half[0] - 0.085 * short), y * (half[1] - 0.085 * short))
            _blossom(shape, corner, 0.055 * short, sheet.accent)
    return shape


def _bordered(sheet: _Sheet, beneath: Pattern) -> Pattern:
    """A thin line round a card, within its edge."""
    short = min(sheet.width, sheet.height)

    def pattern(base: Color, x: Floats, y: Floats, z: Floats) -> Color:
        colors = beneath(base, x, y, z)
        beyond = np.maximum(abs(x) - sheet.width / 2, abs(y) - sheet.height / 2) + 0.085 * short
        colors[abs(beyond) < 0.005 * short] = mix(sheet.accent, PAPER, 0.6)
        return colors

    return pattern


def _blossom(shape: Shape, middle: tuple[float, float], size: float, color: Color) -> None:
    x, y = middle
    for across, upward in ((1, 0), (0.31, 0.95), (-0.81, 0.59), (-0.81, -0.59), (0.31, -0.95)):
        petal = (x + across * size * 0.6, y + upward * size * 0.6, THICK)
        shape.ellipsoid(petal, (size * 0.5, size * 0.5, 0.012), mix(color, PAPER, 0.72))
    shape.ellipsoid((x, y, THICK + 0.005), (size * 0.38, size * 0.38, 0.014), mix(srgb("#ffc531"), PAPER, 0.6))


def _logo(sheet: _Sheet) -> Shape:
    """A name under a star."""
    shape, side = Shape("logo"), min(sheet.width, sheet.height)
    size, height = 0.23 * side, 0.18 * side
    patch = Patch((0, -0.27 * side, THICK), side * 0.86, side * 0.36, reach=0.03)
    inks = sheet.inks(shade(sheet.accent, 0.75), INK)
    written = _inked(page(sheet.text, patch.width, patch.height, largest=0.6), patch, inks)
    shape.box((0, 0, 0), (side / 2, side / 2, THICK), sheet.ground(PAPER), round=0.03, pattern=written)
    shape.prism((0, height - 0.02 * side, THICK), _star(size), 0.06, sheet.accent, round=0.04, material=GLOSSY)
    shape.prism((0, height - 0.02 * side, THICK + 0.05), _star(size * 0.62), 0.06, srgb("#ffb81f"), round=0.04)
    return shape


def _banner(sheet: _Sheet) -> Shape:
    """Cloth between two rods."""
    shape, half = Shape("banner"), (sheet.width / 2, sheet.height / 2)
    patch = Patch((0, 0, 0.02), sheet.width * 0.86, sheet.height * 0.72, reach=0.06)
    written = _inked(page(sheet.text, patch.width, patch.height, largest=0.6), patch, sheet.inks(INK, INK))
    shape.box((0, 0, 0), (*half, 0.03), sheet.ground(srgb("#ffd76a")), round=0.02, pattern=written)
    for end in (-1, 1):
        shape.box((0, end * half[1] * 0.94, 0.01), (half[0], 0.03 * sheet.height, 0.04), sheet.accent, round=0.02)
    return shape


def _star(size: float) -> list[tuple[float, float]]:
    rays = ((0, 1), (0.235, 0.324), (0.951, 0.309), (0.38, -0.124), (0.588, -0.809), (0, -0.4))
    half = [(x * size, y * size) for x, y in rays]
    return half + [(-x, y) for x, y in reversed(half) if x]


def _sign(sheet: _Sheet) -> Shape:
    """A wooden board."""
    shape, short = Shape("sign"), min(sheet.width, sheet.height)
    patch = sheet.patch(0.15)
    wood = srgb("#b97f45")
    burnt = srgb("#2b1710")
    written = _inked(page(sheet.text, patch.width, patch.height, largest=0.40), patch, sheet.inks(burnt, burnt))
    half = (sheet.width / 2, sheet.height / 2)
    shape.box((0, 0, -0.05), (*half, THICK), wood, round=0.03, pattern=grain)
    inner = (half[0] - 0.05 * short, half[1] - 0.05 * short, THICK)
    return shape.box((0, 0, 0), inner, sheet.ground(srgb("#f3dfb4")), round=0.02, pattern=written)


def _caption(sheet: _Sheet) -> Shape:
    shape, short = Shape("caption"), min(sheet.width, sheet.height)
    patch = sheet.patch(0.14)
    text = sheet.text.replace("\n", " ")
    written = _inked(page(text, patch.width, patch.height, largest=0.8), patch, sheet.inks(INK, INK))
    shape.box((0, 0, -0.03), (sheet.width / 2, sheet.height / 2, THICK), INK, round=0.02)
    inner = (sheet.width / 2 - 0.03 * short, sheet.height / 2 - 0.03 * short, THICK)
    return shape.box((0, 0, 0), inner, sheet.ground(srgb("#fff3bf")), round=0.01, pattern=written)


def _inked(written: Page, patch: Patch, inks: Sequence[Color], *, beneath: Pattern | None = None) -> Pattern:
    """All inks of a page, one over the other."""
    pattern = beneath
    for number, ink in enumerate(inks):
        pattern = printed(written.of(number), patch, ink=ink, beneath=pattern)
    if pattern is None:
        raise ValueError("a page without ink")
    return pattern


_BUILDERS: dict[str, Callable[[_Sheet], Shape]] = {
    "poster": _poster,
    "menu": _menu,
    "card": _card,
    "logo": _logo,
    "sign": _sign,
    "banner": _banner,
    "caption": _caption,
}
