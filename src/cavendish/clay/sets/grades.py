"""Looks that a finished picture can be given, as a colourist would: a tint, more or less colour and contrast."""

from dataclasses import dataclass

from cavendish.clay.render import Vector

__all__ = ["Grade", "grade_for"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """What World knows of grading; the tint multiplies the picture, saturation 0 is black and white."""

    tint: Vector | None = None
    saturation: float = 1.0
    contrast: float = 1.0


PLAIN = Grade()
_GRADES = {
    "warm": Grade(tint=(1.06, 1.0, 0.88)),
    "cool": Grade(tint=(0.92, 1.0, 1.08)),
    "vintage": Grade(tint=(1.06, 0.98, 0.82), saturation=0.68, contrast=0.94),
    "monochrome": Grade(saturation=0.0, contrast=1.05),
    "vivid": Grade(saturation=1.28, contrast=1.10),
    "pastel": Grade(tint=(1.05, 1.04, 1.05), saturation=0.70, contrast=0.82),
    "noir": Grade(saturation=0.0, contrast=1.40),
    "soft": Grade(tint=(1.03, 1.01, 0.99), saturation=0.95, contrast=0.88),
}


def grade_for(name: str | None) -> Grade:
    """The grade of that name; plain for None and for names nobody knows."""
    return _GRADES.get(name or "", PLAIN)
