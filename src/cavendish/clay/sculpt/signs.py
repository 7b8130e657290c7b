"""Signs that people write between letters and that text fonts lack: hearts, stars, arrows, ticks.

Each is a list of polygons in ems, x from 0 to 1, y up from the baseline; where two overlap, the second one cuts.
"""

import math

__all__ = ["SIGNS", "SIGN_WIDTH", "Outline"]

Outline = list[tuple[float, float]]
_CAP = 0.711


def _heart() -> Outline:
    """The curve that is drawn as 16 sin³ against 13 cos - 5 cos 2 - 2 cos 3 - cos 4, as wide as high."""
    outline = []
    for step in range(72):
        t = step * math.tau / 72
        x = 16 * math.sin(t) ** 3
        y = 13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t)
        outline.append((0.43 + x * 0.0240, 0.372 + y * 0.0240))
    return outline


def _star(points: int = 5, inner: float = 0.40, size: float = 0.42) -> Outline:
    rays = [(size if corner % 2 == 0 else size * inner, corner * math.pi / points) for corner in range(2 * points)]
    return [(0.43 + length * math.sin(angle), 0.345 + length * math.cos(angle)) for length, angle in rays]


def _ring(x: float, y: float, radius: float) -> Outline:
    angles = (step * math.tau / 40 for step in range(40))
    return [(x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles]


def _turned(outline: Outline, quarters: int) -> Outline:
    """Turned to the left by right angles round the middle of a capital letter."""
    for _ in range(quarters):
        outline = [(0.45 - (y - _CAP / 2), _CAP / 2 + (x - 0.45)) for x, y in outline]
    return outline


_ARROW: Outline = [
    *((0.08, 0.29), (0.50, 0.29), (0.50, 0.12), (0.84, 0.355)),
    *((0.50, 0.59), (0.50, 0.42), (0.08, 0.42)),
]
_TICK: Outline = [(0.06, 0.34), (0.16, 0.44), (0.32, 0.28), (0.68, 0.72), (0.80, 0.63), (0.33, 0.06)]
_NOTE: Outline = [(0.42, 0.12), (0.51, 0.12), (0.51, 0.52), (0.72, 0.44), (0.72, 0.56), (0.51, 0.74), (0.42, 0.74)]
_SMILE: Outline = [
    *((0.43 + 0.22 * math.cos(a), 0.33 + 0.22 * math.sin(a)) for a in (math.pi * (1.1 + 0.08 * n) for n in range(11))),
    *((0.43 + 0.15 * math.cos(a), 0.33 + 0.15 * math.sin(a)) for a in (math.pi * (1.9 - 0.08 * n) for n in range(11))),
]
_FACE = [_ring(0.43, 0.355, 0.40), _ring(0.31, 0.46, 0.055), _ring(0.55, 0.46, 0.055), _SMILE]

SIGNS: dict[str, list[Outline]] = {
    "♥": [_heart()],
    "❤": [_heart()],
    "♡": [_heart(), [(0.43 + (x - 0.43) * 0.72, 0.36 + (y - 0.36) * 0.72) for x, y in _heart()]],
    "★": [_star()],
    "☆": [_star(), _star(size=0.24)],
    "→": [_ARROW],
    "↑": [_turned(_ARROW, 1)],
    "←": [_turned(_ARROW, 2)],
    "↓": [_turned(_ARROW, 3)],
    "✓": [_TICK],
    "✔": [_TICK],
    "♪": [_NOTE, _ring(0.296, 0.12, 0.125)],
    "☺": _FACE,
}
SIGN_WIDTH = 0.88
"""How far the next character stands from the beginning of a sign, in ems."""
