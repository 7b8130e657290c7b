"""Small worlds to render in tests."""

from typing import Any

from cavendish.clay.render import Placed, PointLight, View, World
from cavendish.clay.sculpt import Material, Shape, srgb

VIEW = View(eye=(0, 1.2, 5), look=(0, 0.5, 0))


def ball_world(**changes: Any) -> World:
    """A red ball on a plain floor under a plain sky."""
    ball = Shape("ball").ellipsoid((0, 0.5, 0), 0.5, srgb("#d02020"))
    world: dict[str, Any] = {"camera": VIEW, "objects": (Placed(ball),), "ground": "floor", "sky": "studio"}
    return World(**{**world, **changes})


def busy_world() -> World:
    """Something of everything: blends, cuts, glow, water, a lamp, weather, blur."""
    tower = Shape("tower").cylinder((0, 0.5, 0), 0.3, 0.5, srgb("#c08040"))
    tower.cylinder((0, 0.8, 0), 0.2, 0.4, srgb("#c08040"), op="subtract")
    lamp = Shape("lamp").ellipsoid((0, 0.3, 0), 0.2, (3, 1, 2), material=Material.EMISSIVE)
    figure = Shape("figure").cone((0, 0, 0), (0, 0.7, 0), 0.2, 0.15, srgb("#40a060"))
    figure.ellipsoid((0, 0.9, 0), 0.2, srgb("#e0b090"), blend=0.1, material=Material.GLOSSY)
    return World(
        camera=View(eye=(0.4, 1.3, 5), look=(0, 0.5, 0), focus_distance=4.8, aperture=0.5),
        objects=(Placed(tower, (-1, 0, 0), 1.2, 30), Placed(lamp, (1, 0, -0.5)), Placed(figure, (0, 0, 0.3), 1, 70)),
        ground="water",
        sky="sunset",
        sun_disk=(0.3, 0.1, -1),
        points=(
            PointLight((1, 0.5, 0), (1, 0.3, 0.8), 1.0),
            PointLight((0, 4, 2), (1, 1, 1), 8.0, aim=(0, 0, 0), spread=50, haze=0.5),
        ),
        bloom=0.5,
        snowfall=30,
        rain=20,
        confetti=20,
    )
