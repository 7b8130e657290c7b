"""Everything the renderer needs to know about one picture: what stands where, in which light, seen from where.

Positions are metres (x right, y up, z towards the viewer), the ground is the plane y = 0, directions point away from
the scene and need not be normalised, colours are linear RGB where 1.0 is a white wall in full light.
"""

from dataclasses import dataclass, field
from typing import Literal

from cavendish.clay.sculpt import Floats, Shape

__all__ = ["GROUNDS", "SKIES", "Color", "Ground", "Placed", "PointLight", "Sky", "Vector", "View", "World"]

Vector = tuple[float, float, float]
Color = tuple[float, float, float] | Floats

Ground = Literal["grass", "wood", "sand", "snow", "water", "wet", "asphalt", "stone", "tiles", "floor", "moon"]
Sky = Literal["day", "overcast", "winter", "sunset", "night", "neon", "space", "studio", "stage", "party", "room"]
GROUNDS: tuple[Ground, ...] = Ground.__args__  # type: ignore[attr-defined]
SKIES: tuple[Sky, ...] = Sky.__args__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A shape standing in the world: scaled, turned by `yaw` degrees about y, its origin at `at`."""

    shape: Shape
    at: Vector = (0.0, 0.0, 0.0)
    scale: float = 1.0
    yaw: float = 0.0
    casts_shadow: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class PointLight:
    """A lamp. With `aim` (a point it looks at) it is a spotlight of `spread` degrees, and its beam shows in the air
    as strongly as `haze` says. Only spotlights cast shadows; a world has at most four, the rest are plain lamps."""

    at: Vector
    color: Color
    power: float
    aim: Vector | None = None
    spread: float = 40.0
    haze: float = 0.0


@dataclass(frozen=True, slots=True)
class View:
    """The camera: `fov` is the vertical field of view in degrees; `aperture` 0 is sharp everywhere, 1 a portrait lens.

    `focus_distance` is metres from the eye, `roll` the degrees by which the camera leans to the right.
    """

    eye: Vector
    look: Vector
    fov: float = 34.0
    focus_distance: float | None = None
    aperture: float = 0.0
    roll: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class World:
    """One picture to be. The defaults are a sunny meadow."""

    camera: View
    objects: tuple[Placed, ...] = ()
    ground: Ground | None = "grass"
    ground_color: Color | None = None  # replaces the ground's own colour
    sky: Sky = "day"
    horizon: Color | None = None  # replaces the sky's colour at the horizon …
    zenith: Color | None = None  # … and overhead
    sun: Vector = (-0.55, 0.75, 0.45)  # towards the light that casts shadows
    sun_color: Color = (2.6, 2.4, 2.05)
    sky_light: Color = (0.27, 0.38, 0.58)
    ground_light: Color = (0.11, 0.13, 0.07)
    sun_disk: Vector | None = None  # towards the sun or moon seen in the sky, if any
    fog_color: Color | None = None  # None: the colour of the sky behind, which leaves no seam at the horizon
    fog_density: float = 0.011
    points: tuple[PointLight, ...] = ()
    reflectivity: float = 1.0  # of water and wet ground
    exposure: float = 1.0
    bloom: float = 0.0
    grade: Color | None = None  # multiplies the finished picture
    shadow_grade: Color | None = None  # multiplies its dark parts instead
    saturation: float = 1.0  # 0 is black and white
    contrast: float = 1.0
    vignette: float = 0.13
    snowfall: int = 0  # how many flakes, streaks, snippets
    rain: int = 0
    confetti: int = 0
    seed: int = field(default=0)  # of the overlays
