"""From light to pixels, as a camera and a darkroom would: depth of field, bloom, exposure, colour, vignette, weather.

Everything that blurs is worked out once on a much smaller picture (`glow`); the picture itself is then developed a band
of rows at a time, so that a large one needs little memory and bands may be shared out.
"""

import math

import numpy as np

from cavendish.clay.plan import Plan
from cavendish.clay.sculpt import Floats

from .canvas import Canvas
from .falling import overlay
from .resampling import blur, enlarge, shrink
from .world import World

__all__ = ["develop", "glow"]

_BLURS = (0.003, 0.008, 0.022)  # circles of confusion, as shares of the picture's size
_WIDEST_BLUR = 0.03
_SHARP = np.float32(0.05)  # of the distance in focus: a subject is sharp from its nose to its ears
_NORMAL = math.tan(math.radians(17))  # of half the angle of a lens that neither draws near nor far
_BLOOMS = ((0.006, 0.55), (0.02, 0.40), (0.06, 0.35))
_LEVELS = 4096


def glow(world: World, canvas: Canvas) -> None:
    """Fill the layers "bloom" and "blur" from the traced light."""
    plan = canvas.plan
    small: dict[str, list[Floats]] = {"bloom": [], "light": [], "circle": []}
    rows = plan.shrink * max(1, (1 << 19) // (plan.width * plan.shrink))
    for top in range(0, plan.height, rows):
        light = canvas.floats("light", slice(top, top + rows))
        small["bloom"].append(shrink(np.clip(light - 0.85, 0, 6), plan.shrink))
        small["light"].append(shrink(np.minimum(light, 5), plan.shrink))
        circle = _circle(world, canvas.floats("nearness", slice(top, top + rows)))
        small["circle"].append(shrink(circle[..., None], plan.shrink))
    bloom, light, circle = (np.concatenate(small[name]) for name in ("bloom", "light", "circle"))
    size = math.sqrt(plan.width * plan.height) / plan.shrink
    if world.bloom:
        canvas["bloom"][:] = sum(blur(bloom, share * size) * np.float32(weight) for share, weight in _BLOOMS)
    if _defocuses(world):
        for index, share in enumerate(_BLURS):
            belongs = np.clip((np.abs(circle) - share * 0.35) / (share * 0.5), 0, 1)
            canvas["blur"][index] = blur(np.concatenate([light * belongs, belongs], axis=2), share * size)


def _circle(world: World, nearness: Floats) -> Floats:
    """Each pixel's circle of confusion as a share of the picture's size; negative behind the focus."""
    lens = world.camera
    if not lens.focus_distance or not lens.aperture:
        return np.zeros_like(nearness)
    # The longer the lens, the wider its opening, and the larger it shows what is behind.
    length = max(1.0, _NORMAL / math.tan(math.radians(lens.fov) / 2)) ** 1.6
    strength = 0.08 * lens.aperture * length
    away = nearness * np.float32(lens.focus_distance) - 1
    away -= np.clip(away, -_SHARP, _SHARP)
    circle: Floats = np.clip(away * (strength / lens.focus_distance), -_WIDEST_BLUR, _WIDEST_BLUR)
    return circle


def _defocuses(world: World) -> bool:
    return bool(world.camera.aperture and world.camera.focus_distance)


def develop(world: World, canvas: Canvas, top: int, bottom: int) -> None:
    """The rows from `top` to `bottom` of the layer "pixels"."""
    plan, rows = canvas.plan, slice(top, bottom)
    light, nearness = canvas.floats("light", rows), canvas.floats("nearness", rows)
    if _defocuses(world):
        _defocus(canvas, light, _circle(world, nearness), top)
    if world.bloom:
        light += _stretched(plan, canvas.floats("bloom"), top, bottom) * np.float32(world.bloom)
    picture = _tone(light, world.exposure)
    overlay(world, plan, picture, nearness, top)
    _grade(world, picture)
    _vignette(world, plan, picture, top)
    picture *= 255
    picture += _dither(plan.width, top, bottom)[..., None]
    canvas["pixels"][rows] = np.clip(picture, 0, 255)


def _stretched(plan: Plan, layer: Floats, top: int, bottom: int) -> Floats:
    """The rows top to bottom of a small layer drawn to full size."""
    box = (0.0, top / plan.shrink, plan.width / plan.shrink, bottom / plan.shrink)
    return enlarge(layer, (plan.width, bottom - top), box)


def _defocus(canvas: Canvas, light: Floats, circle: Floats, top: int) -> None:
    """Replace what is out of focus by the blurred layers. Things in front of the focus blur over their rims."""
    if not (np.abs(circle) > _BLURS[0] * 0.35).any():
        return
    blurred = canvas["blur"].astype(np.float32)
    for layer, share in zip(blurred, _BLURS, strict=True):
        soft = _stretched(canvas.plan, layer, top, top + len(light))
        cover = np.clip(soft[..., 3:], 1e-3, 1)
        weight = np.clip((np.abs(circle) - share * 0.35) / (share * 0.5), 0, 1)[..., None]
        weight = np.where(circle[..., None] > 0, cover * weight, weight)
        light += (np.maximum(soft[..., :3], 0) / cover - light) * weight


def _curve() -> Floats:
    """Linear light (its square root, in _LEVELS steps up to 4) to a display's 0 to 1, rolling off like film."""
    light = (np.arange(_LEVELS + 1) * (4 / _LEVELS)) ** 2 * 0.7
    film = (light * (2.51 * light + 0.03)) / (light * (2.43 * light + 0.59) + 0.14)
    display: Floats = (np.clip(film, 0, 1) ** (1 / 2.2)).astype(np.float32)
    return display


_CURVE = _curve()


def _tone(light: Floats, exposure: float) -> Floats:
    np.clip(light * np.float32(exposure), 0, 16, out=light)
    np.sqrt(light, out=light)
    light *= _LEVELS / 4
    light += 0.5
    return _CURVE[light.astype(np.int32)]


def _grade(world: World, picture: Floats) -> None:
    """Colour and contrast, in place."""
    grey = (picture @ np.array([0.30, 0.59, 0.11], np.float32))[..., None]
    picture -= grey
    picture *= 1.16 * world.saturation
    picture += grey
    curve = (1 - np.abs(2 * picture - 1)) * (picture - 0.5)
    picture += curve * (0.22 + (world.contrast - 1))
    if world.grade is not None:
        tint = np.asarray(world.grade, np.float32)
        dark = tint if world.shadow_grade is None else np.asarray(world.shadow_grade, np.float32)
        picture *= tint + (dark - tint) * np.clip(1.3 - 1.6 * grey, 0, 1)


def _vignette(world: World, plan: Plan, picture: Floats, top: int) -> None:
    y = np.linspace(-1, 1, plan.height, dtype=np.float32)[top : top + len(picture), None]
    x = np.linspace(-1, 1, plan.width, dtype=np.float32)[None]
    picture *= (1 - world.vignette * np.clip(x * x + y * y - 0.35, 0, 2))[..., None]


def _dither(width: int, top: int, bottom: int) -> Floats:
    """Less than a level of noise either way, without which skies and walls show bands; plus a half to round."""
    noise = np.random.default_rng(5).random((64, 64), dtype=np.float32)
    rows = noise[np.arange(top, bottom) % 64]
    return 0.5 + (np.tile(rows, (1, width // 64 + 1))[:, :width] - 0.5) * np.float32(0.9)
