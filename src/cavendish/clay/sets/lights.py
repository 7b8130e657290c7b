"""Light by the hour, the weather and the lamps that were asked for: everything of a World that shines.

A place may bend the light a little (a table is lit like a kitchen, not like a meadow); `light_for` decides once, from
the setting alone, so that adding or removing things never changes the light.
"""

from dataclasses import dataclass, replace

from cavendish.clay.render import PointLight, Sky, Vector
from cavendish.clay.scene import Setting
from cavendish.clay.sculpt import srgb

__all__ = ["Light", "is_dark", "is_snowy", "leaves_of", "light_for"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Light:
    """The part of a World that light decides; the fields are World's own."""

    sky: Sky = "day"
    horizon: Vector | None = None
    zenith: Vector | None = None
    sun: Vector = (-0.55, 0.75, 0.52)
    sun_color: Vector = (2.75, 2.50, 2.05)
    sky_light: Vector = (0.29, 0.39, 0.58)
    ground_light: Vector = (0.13, 0.15, 0.08)
    sun_disk: Vector | None = None
    fog_color: Vector | None = None
    fog_density: float = 0.011
    points: tuple[PointLight, ...] = ()
    exposure: float = 1.0
    bloom: float = 0.12
    vignette: float = 0.13


DAY = Light(horizon=(0.46, 0.72, 0.94), zenith=(0.045, 0.20, 0.66))
OVERCAST = Light(
    sky="overcast",
    sun_color=(1.25, 1.22, 1.18),
    sky_light=(0.52, 0.57, 0.64),
    ground_light=(0.18, 0.18, 0.17),
    fog_density=0.022,
)
WINTER = Light(
    sky="winter",
    horizon=(0.40, 0.60, 0.84),
    zenith=(0.035, 0.13, 0.46),
    sun=(-0.72, 0.52, 0.46),
    sun_color=(2.15, 1.78, 1.32),
    sky_light=(0.17, 0.28, 0.56),
    exposure=0.88,
)
SUNSET = Light(
    sky="sunset",
    sun=(-0.66, 0.40, 0.50),
    sun_color=(2.85, 1.62, 0.92),
    sky_light=(0.42, 0.33, 0.58),
    ground_light=(0.24, 0.13, 0.09),
    sun_disk=(-0.17, 0.085, -0.98),
    fog_density=0.009,
    exposure=1.05,
    bloom=0.4,
)
NIGHT = Light(
    sky="night",
    sun=(0.50, 0.72, 0.48),
    sun_color=(0.52, 0.70, 1.18),
    sky_light=(0.085, 0.125, 0.27),
    ground_light=(0.03, 0.04, 0.08),
    sun_disk=(0.20, 0.115, -0.97),
    fog_density=0.012,
    exposure=1.32,
    bloom=0.55,
)
NEON = Light(
    sky="neon",
    sun=(-0.4, 0.8, 0.5),
    sun_color=(0.75, 0.60, 1.0),
    sky_light=(0.17, 0.08, 0.28),
    ground_light=(0.15, 0.04, 0.13),
    fog_density=0.030,
    points=(
        PointLight((-2.2, 1.3, 2.2), (1.0, 0.10, 0.50), 2.8),
        PointLight((2.2, 1.5, 2.0), (0.10, 0.80, 1.0), 2.8),
        PointLight((0.2, 2.9, 3.2), (1.0, 0.86, 0.66), 2.4),
    ),
    bloom=0.8,
)
STAGE = Light(
    sky="stage",
    sun=(0.12, 0.95, 0.42),
    sun_color=(0.30, 0.28, 0.32),
    sky_light=(0.10, 0.07, 0.13),
    ground_light=(0.05, 0.03, 0.03),
    fog_color=(0.03, 0.012, 0.04),
    fog_density=0.02,
    exposure=1.1,
    bloom=0.45,
    vignette=0.24,
)
STUDIO = Light(
    sky="studio",
    sun=(-0.62, 0.80, 0.58),
    sun_color=(2.15, 2.02, 1.88),
    sky_light=(0.40, 0.41, 0.45),
    ground_light=(0.24, 0.22, 0.20),
    fog_density=0.045,
    bloom=0.08,
)
KITCHEN = Light(
    sky="room",
    horizon=(0.60, 0.44, 0.29),
    zenith=(0.30, 0.20, 0.13),
    sun=(-0.82, 0.74, 0.34),
    sun_color=(2.75, 2.28, 1.66),
    sky_light=(0.34, 0.31, 0.30),
    ground_light=(0.20, 0.13, 0.07),
    fog_density=0.0,
    bloom=0.25,
    vignette=0.2,
)
PARTY = Light(
    sky="party",
    sun=(-0.5, 0.62, 0.78),
    sun_color=(2.35, 2.22, 2.05),
    sky_light=(0.36, 0.34, 0.44),
    ground_light=(0.24, 0.14, 0.26),
    fog_density=0.0,
    bloom=0.1,
)
SPACE = Light(
    sky="space",
    sun=(-0.7, 0.55, 0.5),
    sun_color=(2.9, 2.75, 2.5),
    sky_light=(0.10, 0.10, 0.20),
    ground_light=(0.12, 0.11, 0.11),
    fog_density=0.0,
    bloom=0.3,
)
DEEP_SEA = Light(
    sky="day",
    horizon=(0.05, 0.34, 0.46),
    zenith=(0.20, 0.66, 0.72),
    sun=(-0.25, 0.92, 0.32),
    sun_color=(1.35, 1.85, 1.75),
    sky_light=(0.12, 0.33, 0.42),
    ground_light=(0.10, 0.17, 0.16),
    fog_color=(0.035, 0.30, 0.42),
    fog_density=0.062,
    bloom=0.3,
)


def is_snowy(setting: Setting) -> bool:
    """Whether snow lies on the ground."""
    return setting.weather == "snow" or setting.season == "winter"


def is_dark(setting: Setting) -> bool:
    """Whether lamps and windows are lit."""
    return setting.time == "night" or setting.light == "neon"


def leaves_of(setting: Setting) -> tuple[str, ...]:
    """The colours that trees have in that season."""
    if setting.season == "autumn":
        return ("#d9812a", "#c4532a", "#e0a832", "#b8862f")
    return ("#4f9a35", "#5aa636", "#6fae3f", "#4c8f3c")


def light_for(setting: Setting) -> Light:
    """The light of a setting."""
    match setting.light:
        case "backlit":
            return _backlit(light_for(replace(setting, light=None)))
        case "candle":
            return _by_candles(light_for(replace(setting, light=None, time="night")))
        case "stage":
            return STAGE
        case "neon":
            return NEON
        case "studio":
            return _at_hour(STUDIO, setting.time)
    match setting.place:
        case "table" | "room" | "kitchen":
            return _at_hour(KITCHEN, setting.time)
        case "studio":
            return _at_hour(STUDIO, setting.time)
        case "stage":
            return STAGE
        case "poster" if setting.backdrop is not None:
            r, g, b = (float(value) for value in srgb(setting.backdrop))
            return replace(PARTY, horizon=(r, g, b), zenith=(r * 0.6, g * 0.6, b * 0.6))
        case "poster":
            return PARTY
        case "space":
            return SPACE
        case "underwater":
            return _dimmed(DEEP_SEA) if setting.time == "night" else DEEP_SEA
    return _outdoors(setting)


def _outdoors(setting: Setting) -> Light:
    match setting.time:
        case "night":
            light = NIGHT
        case "sunset":
            light = SUNSET
        case _ if setting.weather in ("rain", "fog"):
            light = OVERCAST
        case _:
            light = WINTER if is_snowy(setting) else DAY
    if setting.place == "forest":
        light = replace(light, fog_density=light.fog_density * 1.7)
        if setting.time == "day" and not is_snowy(setting):
            light = replace(light, horizon=(0.46, 0.70, 0.55))
    if is_snowy(setting):
        ground = tuple(value * 0.62 for value in light.sky_light)
        light = replace(light, ground_light=(ground[0], ground[1], ground[2]))
    if setting.weather == "fog":
        return replace(light, fog_density=0.085, sun_disk=None)
    return light


def _backlit(light: Light) -> Light:
    """The sun low behind the things: rims shine, and what looks at the viewer lies in soft shade."""
    r, g, b = light.sun_color
    return replace(
        light,
        sun=(0.42, 0.46, -0.78),
        sun_color=(r * 1.9, g * 1.75, b * 1.5),
        sky_light=_scaled(light.sky_light, 1.05),
        exposure=light.exposure * 0.95,
        bloom=light.bloom + 0.45,
    )


def _by_candles(light: Light) -> Light:
    """Two warm flames before the things, and the dark round them."""
    flames = (
        PointLight((-0.9, 0.8, 1.7), (1.0, 0.50, 0.16), 4.6),
        PointLight((1.3, 0.7, 1.5), (1.0, 0.46, 0.14), 3.2),
    )
    return replace(
        light,
        sun_color=_scaled(light.sun_color, 0.22),
        sky_light=_scaled(light.sky_light, 0.5),
        points=flames,
        exposure=1.15,
        bloom=0.5,
        vignette=0.32,
    )


def _scaled(color: Vector, factor: float) -> Vector:
    return (color[0] * factor, color[1] * factor, color[2] * factor)


def _at_hour(light: Light, time: str) -> Light:
    """Indoor light, at dusk or with the lamp on."""
    match time:
        case "night":
            return _dimmed(light)
        case "sunset":
            r, g, b = light.sun_color
            return replace(light, sun=(0.85, 0.42, 0.40), sun_color=(r * 1.1, g * 0.72, b * 0.48))
    return light


def _dimmed(light: Light) -> Light:
    def dim(color: Vector, red: float, green: float, blue: float) -> Vector:
        return (color[0] * red, color[1] * green, color[2] * blue)

    lamp = PointLight((-1.5, 2.6, 1.8), (1.0, 0.66, 0.32), 4.2)
    return replace(
        light,
        horizon=None if light.horizon is None else dim(light.horizon, 0.16, 0.16, 0.30),
        zenith=None if light.zenith is None else dim(light.zenith, 0.16, 0.16, 0.30),
        sun_color=dim(light.sun_color, 0.16, 0.22, 0.40),
        sky_light=dim(light.sky_light, 0.22, 0.26, 0.46),
        ground_light=dim(light.ground_light, 0.3, 0.3, 0.4),
        fog_color=None if light.fog_color is None else dim(light.fog_color, 0.25, 0.3, 0.4),
        points=(*light.points, lamp),
        exposure=1.25,
        bloom=0.4,
    )
