"""Where and when a picture takes place, told from what the renderer is given and what is seen of it."""

from collections.abc import Callable, Mapping

from .sight import View

__all__ = ["missing"]

_LANDMARK = 0.004  # the least share of the picture that a place's landmarks, or its ground, must fill
_DARK = 0.7  # the strongest of the main light's colours, indoors by night
_RED = 2.5  # how many times more red than blue is in the main light, indoors at sunset


def missing(view: View, setting: Mapping[str, str]) -> list[str]:
    """The words of a setting (place, time, weather) that the picture does not show. KeyError for a strange word."""
    return [f"not {value}" for value in setting.values() if not _SIGNS[value](view)]


def _stands(*names: str) -> Callable[[View], bool]:
    def judge(view: View) -> bool:
        shown = sum(pixels for name, pixels in view.scenery if name in names)
        shown += sum(item.pixels for item in view.items if item.kind in names)
        return shown >= _LANDMARK * view.area

    return judge


def _lies(*grounds: str) -> Callable[[View], bool]:
    def judge(view: View) -> bool:
        return view.world.ground in grounds and view.ground >= _LANDMARK * view.area

    return judge


def _shines(*skies: str) -> Callable[[View], bool]:
    return lambda view: view.world.sky in skies


def _either(first: Callable[[View], bool], second: Callable[[View], bool]) -> Callable[[View], bool]:
    return lambda view: first(view) or second(view)


def _both(first: Callable[[View], bool], second: Callable[[View], bool]) -> Callable[[View], bool]:
    return lambda view: first(view) and second(view)


_SIGNS: dict[str, Callable[[View], bool]] = {
    "meadow": _lies("grass", "snow"),
    "forest": _stands("tree", "pine"),
    "beach": _lies("sand"),
    "sea": _lies("water"),
    "desert": _both(_lies("sand"), lambda view: not _stands("sea")(view)),
    "mountains": _stands("mountains", "far_mountains"),
    "street": _stands("facade"),
    "city": _stands("tower", "block"),
    "room": _both(_shines("room"), _stands("wall")),
    "table": _stands("table_top"),
    "space": _shines("space"),
    "night": _either(_shines("night", "neon", "space"), lambda view: max(view.world.sun_color) < _DARK),
    "sunset": _either(
        _shines("sunset", "space"), lambda view: view.world.sun_color[0] > _RED * view.world.sun_color[2]
    ),
    "snow": lambda view: view.world.snowfall > 0 or view.world.ground == "snow",
    "rain": lambda view: view.world.rain > 0,
    "fog": lambda view: view.world.fog_density > 0.05,
}
