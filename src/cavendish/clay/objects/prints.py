"""Where words go on things: for each kind that carries them, the patch of its surface that takes print.

Lengths are in the builder's units and places in its axes, the thing's front to +z. Plain data, so that the grammar can
ask what carries words without paying for the sculpting code.
"""

from dataclasses import dataclass, replace

__all__ = ["PRINTS", "SELF_WRITTEN", "Print", "carries_words", "is_bare"]

Vector = tuple[float, float, float]

CREAM, INK, SLATE, CHOCOLATE = "#f8efdb", "#2b1d1a", "#20242c", "#4a2414"


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A patch that faces +z, turned by `yaw` about y and tipped up by `pitch`, degrees.

    radius   of the upright cylinder that the patch bends round; None for a flat one, or one cast on from its front
    ink      the letters' colour; None for dark on bright and bright on dark surfaces
    paper    a label under the letters
    board    how thick the label stands out from what is behind it; 0 for one that is only painted
    reach    how far before and behind the patch the surface may lie
    """

    center: Vector
    width: float
    height: float
    yaw: float = 0.0
    pitch: float = 0.0
    radius: float | None = None
    ink: str | None = None
    paper: str | None = None
    board: float = 0.0
    reach: float = 0.12
    glows: bool = False


def _sides(
    center: Vector, width: float, height: float, *, paper: str | None = None, board: float = 0.0, reach: float = 0.12
) -> list[Print]:
    """The same patch on both sides of a vehicle."""
    x, y, z = center
    near = Print(
        center=(x, y, z),
        width=width,
        height=height,
        paper=paper,
        board=board,
        reach=0.06 if board else reach,
        ink=INK if paper else None,
    )
    return [near, replace(near, center=(x, y, -z), yaw=180.0)]


def _board(center: Vector, width: float, height: float, *, paper: str = CREAM, ink: str = INK) -> Print:
    return Print(center=center, width=width, height=height, paper=paper, ink=ink, board=0.03, reach=0.06)


PRINTS: dict[str, list[Print]] = {
    # on the table
    "mug": [Print(center=(0, 0.485, 0.33), width=0.60, height=0.42, radius=0.33)],
    "cup": [Print(center=(0, 0.37, 0.302), width=0.54, height=0.40, radius=0.302)],
    "glass": [Print(center=(0, 0.40, 0.30), width=0.50, height=0.42, radius=0.30, paper=CREAM, ink=INK)],
    "bottle": [Print(center=(0, 0.50, 0.287), width=0.52, height=0.40, radius=0.287, ink=INK)],
    "vase": [Print(center=(0, 0.52, 0.39), width=0.62, height=0.24, radius=0.39)],
    "teapot": [Print(center=(0, 0.42, 0.46), width=0.66, height=0.38, reach=0.3)],
    "bowl": [Print(center=(0, 0.27, 0.52), width=0.80, height=0.18, radius=0.52, reach=0.3)],
    "cake": [_board((0, 0.31, 0.665), 1.02, 0.38, paper=CHOCOLATE, ink="#fff0d2")],
    "egg": [Print(center=(0, 0.5, 0.38), width=0.44, height=0.36, reach=0.2)],
    # things
    "book": [Print(center=(0.02, 0.70, 0.152), width=0.84, height=0.90, ink="#ffe3a1")],
    "gift": [_board((0, 0.34, 0.57), 0.78, 0.42)],
    "suitcase": [_board((0, 0.46, 0.235), 0.66, 0.50)],
    "backpack": [Print(center=(0, 0.33, 0.35), width=0.54, height=0.32)],
    "handbag": [Print(center=(0, 0.21, 0.24), width=0.84, height=0.20)],
    "basket": [_board((0, 0.31, 0.60), 0.62, 0.30)],
    "hat": [Print(center=(0, 0.40, 0.40), width=0.52, height=0.20, radius=0.40)],
    "t_shirt": [Print(center=(0, 0.50, 0.15), width=0.62, height=0.62, reach=0.2)],
    # toys and symbols
    "balloon": [Print(center=(0, 1.48, 0.42), width=0.60, height=0.46, reach=0.3)],
    "kite": [Print(center=(0, 1.72, 0.05), width=0.78, height=0.32, paper=CREAM, ink=INK)],
    "frisbee": [Print(center=(0, 0.49, 0.05), width=0.46, height=0.26, pitch=28.0)],
    "heart": [Print(center=(0, 0.64, 0.28), width=0.80, height=0.46, reach=0.3)],
    "star": [Print(center=(0, 0.60, 0.22), width=0.52, height=0.30, reach=0.2)],
    "trophy": [_board((0, 0.13, 0.325), 0.50, 0.17, paper="#f2b632")],
    "drum": [Print(center=(0, 0.50, 0.53), width=0.74, height=0.36, radius=0.53, paper=CREAM, ink=INK)],
    "rock": [Print(center=(-0.04, 0.36, 0.38), width=0.80, height=0.36, reach=0.4)],
    "teddy_bear": [Print(center=(0, 0.44, 0.38), width=0.44, height=0.36, reach=0.2)],
    "snowman": [Print(center=(0, 0.30, 0.48), width=0.66, height=0.26, ink=INK, reach=0.3)],
    # people: on their chests
    "man": [Print(center=(0, 1.08, 0.22), width=0.40, height=0.30, reach=0.16)],
    "woman": [Print(center=(0, 1.02, 0.22), width=0.40, height=0.28, reach=0.16)],
    "boy": [Print(center=(0, 0.755, 0.19), width=0.36, height=0.24, reach=0.16)],
    "girl": [Print(center=(0, 0.72, 0.20), width=0.36, height=0.24, reach=0.16)],
    "astronaut": [Print(center=(0, 0.83, 0.27), width=0.46, height=0.18, reach=0.16)],
    "robot": [_board((0, 0.90, 0.345), 0.56, 0.34, paper=SLATE, ink="#6ff0ff")],
    # screens
    "laptop": [Print(center=(0, 0.565, -0.25), width=1.10, height=0.66, pitch=14.0, ink="#ffffff", glows=True)],
    "phone": [Print(center=(0, 0.80, 0.063), width=0.62, height=1.10, ink="#ffffff", glows=True)],
    "television": [Print(center=(-0.17, 0.74, 0.285), width=0.88, height=0.60, ink="#ffffff", glows=True)],
    "refrigerator": [_board((0, 0.60, 0.495), 0.62, 0.46)],
    # on wheels, on water and in the air
    "car": _sides((-0.05, 0.55, 0.49), 0.64, 0.19),
    "taxi": _sides((-0.15, 1.33, 0.13), 0.90, 0.24, paper=CREAM, board=0.05),
    "truck": _sides((-0.42, 1.30, 0.56), 1.62, 0.54),
    "bus": _sides((-0.05, 0.74, 0.56), 1.20, 0.27, paper=CREAM, board=0.02),
    "train": _sides((0.20, 0.98, 0.43), 0.96, 0.28, paper=CREAM, board=0.03),
    "sailboat": _sides((-0.42, 1.16, 0.04), 0.66, 0.50, reach=0.05),
    "rowboat": _sides((0, 0.22, 0.45), 1.10, 0.24),
    "ship": _sides((-0.05, 0.59, 0.42), 1.80, 0.22),
    "hot_air_balloon": [Print(center=(0, 1.72, 0.85), width=1.20, height=0.60, paper=CREAM, ink=INK, reach=0.5)],
    # buildings, by the road
    "house": [_board((0, 0.985, 0.65), 1.30, 0.25)],
    "barn": [_board((0, 0.93, 0.87), 1.30, 0.22)],
    "church": [_board((0, 0.95, 0.78), 0.66, 0.22)],
    "castle": [_board((0, 1.02, 0.78), 1.00, 0.30, paper="#7a1a2a", ink="#ffe3a1")],
    "skyscraper": [_board((0, 1.72, 0.62), 1.04, 0.32, paper=SLATE, ink="#ffd23f")],
    "mailbox": [Print(center=(0, 1.05, 0.39), width=0.36, height=0.18)],
}

SELF_WRITTEN = frozenset({"sign", "stop_sign", "speech_bubble", "bar_chart", "pie_chart", "line_chart"})
"""Kinds whose builders write by themselves."""


def is_bare(kind: str) -> bool:
    """Whether words go straight onto whatever colour a thing of this kind has."""
    return any(place.ink is None and place.paper is None for place in PRINTS.get(kind, ()))


def carries_words(kind: str | None) -> bool:
    """Whether words asked for on a thing of this kind have a place on it."""
    return kind in PRINTS or kind in SELF_WRITTEN
