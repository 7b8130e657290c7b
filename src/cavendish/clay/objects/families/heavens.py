"""What stands in the sky."""

from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import WHITE, mix
from cavendish.clay.sculpt import Material, Shape, srgb

__all__ = ["rainbow"]

BANDS = ("#e5383b", "#ff8c1a", "#ffd23f", "#4caf50", "#2f7fe0", "#7d3fc4")


def rainbow(look: Look) -> Shape:
    """A whole arch in six colours, each foot in a small cloud; a colour asked for is shaded from band to band."""
    shape = Shape("rainbow")
    for number, code in enumerate(BANDS):
        band = srgb(code) if look.color is None else mix(look.color, WHITE, 0.13 * number)
        shape.torus((0, 0.06, 0), 1.42 - number * 0.115, 0.066, band, material=Material.GLOSSY)
    shape.box((0, -1.0, 0), (2.0, 1.0, 1.0), WHITE, round=0.0, op="subtract")
    for side in (-1, 1):
        for x, y, z, radius in ((0.78, 0.14, 0.1, 0.17), (1.12, 0.2, 0.06, 0.25), (1.46, 0.15, 0.06, 0.18)):
            shape.ellipsoid((side * x, y, z), (radius * 1.1, radius * 0.85, radius), WHITE, blend=0.06)
        shape.ellipsoid((side * 1.1, 0.12, 0.2), (0.36, 0.13, 0.16), WHITE, blend=0.06)
    return shape
