"""Heads of toy people, round the origin of their own axes: skin and features, and what is grown or worn on a face."""

from collections.abc import Callable, Mapping

from cavendish.clay.objects.eyes import bead_eye, shut_eye
from cavendish.clay.objects.palette import BLACK, DARK, RED, WHITE, Color, mix
from cavendish.clay.sculpt import Material, Shape, srgb

from .rig import SIDES

__all__ = ["FACIAL", "face"]

GLOSSY = Material.GLOSSY


def face(head: Shape, skin: Color, *, asleep: bool = False) -> None:
    """A round head that looks at +z, with eyes, cheeks, ears, nose and a smile."""
    head.ellipsoid((0, 0, 0.02), (0.29, 0.31, 0.28), skin, blend=0.03)
    _eyes(head, asleep=asleep)
    for side in SIDES:
        cheek = mix(skin, srgb("#ff6f6f"), 0.45)
        head.ellipsoid((side * 0.17, -0.09, 0.235), (0.055, 0.035, 0.03), cheek, blend=0.02)
        head.ellipsoid((side * 0.29, -0.02, 0), (0.05, 0.075, 0.05), skin, blend=0.02)
    head.ellipsoid((0, -0.05, 0.305), (0.038, 0.034, 0.03), mix(skin, srgb("#ff8f7f"), 0.25), blend=0.02)
    smile = [(-0.075, -0.125, 0.275), (0.0, -0.155, 0.283), (0.075, -0.125, 0.275)]
    head.chain(smile, [0.012] * 3, srgb("#9a3f3a"), blend=0.0)


def _eyes(head: Shape, *, asleep: bool) -> None:
    for side in SIDES:
        if asleep:
            shut_eye(head, (side * 0.105, 0, 0.282), 0.05)
        else:
            bead_eye(head, (side * 0.105, 0.01, 0.275), 0.042)


def _shrouded(head: Shape, color: Color) -> None:
    """A cloth wound round the face up to the eyes."""
    head.ellipsoid((0, -0.17, 0.035), (0.285, 0.155, 0.295), color, blend=0.01)
    head.chain([(-0.29, -0.10, 0.06), (0, -0.075, 0.315), (0.29, -0.10, 0.06)], [0.05] * 3, color, blend=0.03)


def _domino(head: Shape, color: Color) -> None:
    """A mask round the eyes, which look out of it."""
    for side in SIDES:
        head.ellipsoid((side * 0.115, 0.015, 0.245), (0.12, 0.088, 0.055), color, rotate=(("z", side * 10),))
        bead_eye(head, (side * 0.105, 0.01, 0.292), 0.042)
    head.ellipsoid((0, 0.02, 0.268), (0.06, 0.035, 0.035), color, blend=0.02)
    head.torus((0, 0.02, 0.02), 0.283, 0.018, color, rotate=(("x", 90),))


def _eye_patch(head: Shape, color: Color) -> None:
    head.ellipsoid((0.11, 0.0, 0.278), (0.078, 0.082, 0.045), color)
    band = [(0.27, -0.06, 0.1), (0.12, 0.03, 0.285), (-0.05, 0.13, 0.262), (-0.2, 0.2, 0.10)]
    head.chain(band, [0.014] * 4, color, blend=0.0)


def _glasses(head: Shape, color: Color) -> None:
    for side in SIDES:
        head.torus((side * 0.112, 0.0, 0.312), 0.076, 0.014, color, material=GLOSSY)
        head.cone((side * 0.185, 0.01, 0.30), (side * 0.29, 0.01, 0.03), 0.012, 0.012, color)
    head.cone((-0.035, 0.01, 0.322), (0.035, 0.01, 0.322), 0.012, 0.012, color)


def _clown_face(head: Shape, color: Color) -> None:
    """A red ball of a nose, a broad painted mouth, and diamonds over the eyes."""
    head.ellipsoid((0, -0.135, 0.245), (0.16, 0.085, 0.055), WHITE, blend=0.01)
    smile = [(-0.11, -0.115, 0.279), (-0.05, -0.155, 0.296), (0.05, -0.155, 0.296), (0.11, -0.115, 0.279)]
    head.chain(smile, [0.02] * 4, RED, blend=0.01)
    head.ellipsoid((0, -0.04, 0.325), 0.075, RED, material=GLOSSY)
    for side in SIDES:
        head.ellipsoid((side * 0.105, 0.09, 0.262), (0.035, 0.055, 0.03), color)


def _dummy(head: Shape, color: Color) -> None:
    """What a baby sucks on."""
    head.ellipsoid((0, -0.145, 0.29), (0.085, 0.06, 0.025), color, material=GLOSSY)
    head.torus((0, -0.155, 0.325), 0.04, 0.013, WHITE, material=GLOSSY)


def _lipstick(head: Shape, color: Color) -> None:
    """Red lips, and lashes."""
    smile = [(-0.06, -0.125, 0.28), (0.0, -0.148, 0.29), (0.06, -0.125, 0.28)]
    head.chain(smile, [0.016, 0.024, 0.016], color, blend=0.0)
    for side in SIDES:
        lash = [(side * 0.143, 0.024, 0.29), (side * 0.18, 0.05, 0.268)]
        head.chain(lash, [0.012, 0.005], BLACK, blend=0.0)


def _moustache(head: Shape, color: Color) -> None:
    for side in SIDES:
        curl = [(side * 0.015, -0.098, 0.305), (side * 0.09, -0.115, 0.29), (side * 0.16, -0.085, 0.25)]
        head.chain(curl, [0.03, 0.036, 0.012], color, blend=0.02)


def _short_beard(head: Shape, color: Color) -> None:
    """A beard along the jaw, with a moustache."""
    jaw = [(-0.265, -0.03, 0.08), (-0.21, -0.18, 0.18), (0, -0.26, 0.22), (0.21, -0.18, 0.18), (0.265, -0.03, 0.08)]
    head.chain(jaw, [0.045, 0.085, 0.10, 0.085, 0.045], color, blend=0.05)
    _moustache(head, color)


def _round_beard(head: Shape, color: Color) -> None:
    """A full one, as wide as the face."""
    _short_beard(head, color)
    head.ellipsoid((0, -0.30, 0.2), (0.22, 0.19, 0.12), color, blend=0.08)
    for side in SIDES:
        head.ellipsoid((side * 0.14, -0.24, 0.2), (0.12, 0.13, 0.1), color, blend=0.05)


def _long_beard(head: Shape, color: Color) -> None:
    """One that falls down to the belt in a point."""
    _short_beard(head, color)
    fall = [(0, -0.22, 0.21), (0, -0.46, 0.30), (0.01, -0.68, 0.31), (0.03, -0.84, 0.30)]
    head.chain(fall, [0.17, 0.14, 0.085, 0.025], color, blend=0.06)


def _braided_beard(head: Shape, color: Color) -> None:
    """A full one that ends in two plaits."""
    _round_beard(head, color)
    for side in SIDES:
        plait = [(side * 0.1, -0.38, 0.24), (side * 0.11, -0.5, 0.28), (side * 0.1, -0.62, 0.28)]
        head.chain(plait, [0.07, 0.055, 0.03], color, blend=0.03)
        head.ellipsoid((side * 0.108, -0.54, 0.285), (0.06, 0.025, 0.06), DARK)


FACIAL: Mapping[str, Callable[[Shape, Color], None]] = {
    "shroud": _shrouded,
    "domino": _domino,
    "eye patch": _eye_patch,
    "glasses": _glasses,
    "clown's": _clown_face,
    "dummy": _dummy,
    "lipstick": _lipstick,
    "moustache": _moustache,
    "short beard": _short_beard,
    "round beard": _round_beard,
    "long beard": _long_beard,
    "braided beard": _braided_beard,
}
"""What is on a face, by name: each takes a head and a colour."""
