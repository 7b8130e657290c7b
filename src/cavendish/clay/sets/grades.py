"""Looks that a finished picture can be given, as a colourist would: a tint, more or less colour and contrast."""

from dataclasses import dataclass

from cavendish.clay.render import Vector

__all__ = ["Grade", "grade_for"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """What World knows of grading; the tint multiplies the picture, `shadows` its dark parts instead;
    saturation 0 is black and white; bloom and vignette come on top of the light's."""

    tint: Vector | None = None
    shadows: Vector | None = None
    saturation: float = 1.0
    contrast: float = 1.0
    bloom: float = 0.0
    vignette: float = 0.0


PLAIN = Grade()
_GRADES = {
    "warm": Grade(tint=(1.08, 1.0, 0.84), saturation=1.04),
    "cool": Grade(tint=(0.82, 0.97, 1.12), saturation=0.94),
    "vintage": Grade(tint=(1.08, 0.96, 0.76), saturation=0.48, contrast=0.82, vignette=0.22),
    "monochrome": Grade(saturation=0.0, contrast=1.05),
    "vivid": Grade(saturation=1.42, contrast=1.22),
    "pastel": Grade(tint=(1.16, 1.13, 1.17), saturation=0.62, contrast=0.55),
    "noir": Grade(tint=(0.90, 0.90, 0.92), saturation=0.0, contrast=2.0, vignette=0.3),
    "soft": Grade(tint=(1.14, 1.07, 1.04), saturation=0.88, contrast=0.68, bloom=0.5),
    "sepia": Grade(tint=(1.12, 0.94, 0.70), saturation=0.0, contrast=0.9, vignette=0.25),
    "teal_orange": Grade(tint=(1.16, 1.0, 0.80), shadows=(0.46, 0.96, 1.10), saturation=1.05, contrast=1.3),
}


def grade_for(name: str | None) -> Grade:
    """The grade of that name; plain for None and for names nobody knows."""
    return _GRADES.get(name or "", PLAIN)
