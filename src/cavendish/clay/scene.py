"""The scene graph: everything a picture shows, as plain values that survive a trip through JSON.

Positions and the camera are resolved once and stored, so that a later edit changes only what it was asked to
change. A document may come from a stranger's file: `from_document` checks every field against the limits below
and raises ValueError rather than let anything doubtful through. Metres, degrees, "#rrggbb"; x right, y up, z
towards the viewer, the ground is y = 0.
"""

import math
import re
from collections.abc import Callable, Container, Mapping
from dataclasses import asdict, dataclass
from typing import TypeVar

from .objects import KINDS

__all__ = [
    "BOARDS",
    "GRADES",
    "LIGHTS",
    "MATERIALS",
    "MAX_ITEMS",
    "PLACES",
    "SEASONS",
    "TIMES",
    "WEATHERS",
    "Camera",
    "Item",
    "Lettering",
    "Scene",
    "Setting",
    "Vector",
    "from_document",
    "to_document",
]

Checked = TypeVar("Checked")
FORMAT = 1
Vector = tuple[float, float, float]

PLACES = (
    *("meadow", "forest", "beach", "sea", "underwater", "sky", "mountains", "village", "street", "city"),
    *("room", "kitchen", "table", "studio", "stage", "poster", "desert", "space"),
)
TIMES = ("day", "sunset", "night")
WEATHERS = ("snow", "rain", "fog")
SEASONS = ("winter", "spring", "summer", "autumn")
LIGHTS = ("stage", "studio", "neon", "backlit", "candle")
GRADES = ("warm", "cool", "vintage", "monochrome", "vivid", "pastel", "noir", "soft", "sepia", "teal_orange")
MATERIALS = (
    *("clay", "glossy", "metal", "gold", "silver", "chrome", "copper", "bronze", "glass", "ice", "water"),
    *("wood", "stone", "marble", "neon", "leaf"),
)
LETTER_PLACES = ("center", "top", "bottom")
BOARDS = ("poster", "menu", "card", "logo", "sign", "banner", "caption")

MAX_ITEMS = 64
MAX_LETTERINGS = 8
MAX_WORDS = 32
MAX_TEXT = 200
MAX_METRES = 1000.0


@dataclass(frozen=True, slots=True)
class Item:
    """One thing seen. `at` is where the middle of its footprint stands, y the height of its underside.

    `scale` comes on top of the kind's natural size, `yaw` is absolute, `noun` is the caller's word for it. `ink` is
    the colour of the words on it, None for whatever can be read best.
    """

    id: str
    kind: str
    noun: str
    at: Vector
    scale: float = 1.0
    yaw: float = 0.0
    color: str | None = None
    material: str | None = None
    text: str | None = None
    ink: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when: words from PLACES, TIMES, WEATHERS, SEASONS and LIGHTS; `backdrop` is a plain "#rrggbb"."""

    place: str = "meadow"
    time: str = "day"
    weather: str | None = None
    season: str | None = None
    light: str | None = None
    backdrop: str | None = None


@dataclass(frozen=True, slots=True)
class Camera:
    """An eye that looks at a point, set for a frame of `ratio` (width to height).

    `fov` is vertical degrees in a square frame, `focus` an item's id, `aperture` the blur from 0 to 1, `roll` the
    degrees by which the camera leans to the right.
    """

    eye: Vector = (0.0, 1.4, 7.0)
    look: Vector = (0.0, 1.2, 0.0)
    fov: float = 34.0
    focus: str | None = None
    aperture: float = 0.12
    ratio: float = 1.0
    roll: float = 0.0


@dataclass(frozen=True, slots=True)
class Lettering:
    """Words by themselves; lines are parted by newlines. They stand free, or `on` one of BOARDS."""

    text: str
    color: str | None = None
    place: str = "center"
    on: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole picture before it is drawn. `unknown` holds the words that could not be drawn."""

    seed: int
    items: tuple[Item, ...]
    setting: Setting
    camera: Camera
    lettering: tuple[Lettering, ...] = ()
    grade: str | None = None
    style: str | None = None
    unknown: tuple[str, ...] = ()


def to_document(scene: Scene) -> dict[str, object]:
    """Return the scene as JSON-ready values; fields that hold their default are left out."""
    document: dict[str, object] = {"v": FORMAT, "seed": scene.seed}
    document["items"] = [_spare(asdict(item)) for item in scene.items]
    document["setting"] = _spare(asdict(scene.setting))
    document["camera"] = _spare(asdict(scene.camera) | {"roll": scene.camera.roll or None})
    if scene.lettering:
        document["lettering"] = [_spare(asdict(lettering)) for lettering in scene.lettering]
    document |= {name: getattr(scene, name) for name in ("grade", "style") if getattr(scene, name)}
    if scene.unknown:
        document["unknown"] = list(scene.unknown)
    return document


def from_document(document: object) -> Scene:
    """Return the scene that a document describes.

    Raises ValueError for anything else: a wrong version, an unknown word, a number out of bounds, too many items.
    """
    fields = _mapping(document)
    if fields.get("v") != FORMAT:
        raise ValueError("not a scene of a version that is known here")
    seed = fields.get("seed")
    if not isinstance(seed, int) or isinstance(seed, bool) or not 0 <= seed < 2**64:
        raise ValueError("seed: a whole number from 0 to 2**64 - 1 is wanted")
    items = tuple(_item(value) for value in _list(fields.get("items", []), MAX_ITEMS))
    if len({item.id for item in items}) != len(items):
        raise ValueError("items: two have the same id")
    return Scene(
        seed=seed,
        items=items,
        setting=_setting(fields.get("setting", {})),
        camera=_camera(fields.get("camera", {}), {item.id for item in items}),
        lettering=tuple(_lettering(value) for value in _list(fields.get("lettering", []), MAX_LETTERINGS)),
        grade=_optional(fields, "grade", _one_of(GRADES)),
        style=_optional(fields, "style", _text),
        unknown=tuple(_text(value) for value in _list(fields.get("unknown", []), MAX_WORDS)),
    )


def _spare(fields: dict[str, object]) -> dict[str, object]:
    """Leave out what is None, and round metres and degrees to what an eye can tell."""
    return {name: _rounded(value) for name, value in fields.items() if value is not None}


def _rounded(value: object) -> object:
    match value:
        case float():
            return round(value, 4)
        case tuple():
            return [round(number, 4) for number in value]
    return value


def _item(value: object) -> Item:
    fields = _mapping(value)
    return Item(
        _matching(fields.get("id"), r"[a-z][a-z0-9_-]{0,47}"),
        _one_of(KINDS)(fields.get("kind")),
        _text(fields.get("noun")),
        _vector(fields.get("at")),
        scale=_number(fields.get("scale", 1.0), low=0.01, high=100.0),
        yaw=_number(fields.get("yaw", 0.0), low=-3600.0, high=3600.0),
        color=_optional(fields, "color", _color),
        material=_optional(fields, "material", _one_of(MATERIALS)),
        text=_optional(fields, "text", _text),
        ink=_optional(fields, "ink", _color),
    )


def _setting(value: object) -> Setting:
    fields = _mapping(value)
    return Setting(
        place=_one_of(PLACES)(fields.get("place", "meadow")),
        time=_one_of(TIMES)(fields.get("time", "day")),
        weather=_optional(fields, "weather", _one_of(WEATHERS)),
        season=_optional(fields, "season", _one_of(SEASONS)),
        light=_optional(fields, "light", _one_of(LIGHTS)),
        backdrop=_optional(fields, "backdrop", _color),
    )


def _camera(value: object, ids: set[str]) -> Camera:
    fields = _mapping(value)
    camera = Camera(
        eye=_vector(fields.get("eye")),
        look=_vector(fields.get("look")),
        fov=_number(fields.get("fov", 34.0), low=2.0, high=120.0),
        focus=_optional(fields, "focus", _one_of(ids)),
        aperture=_number(fields.get("aperture", 0.12), low=0.0, high=1.0),
        ratio=_number(fields.get("ratio", 1.0), low=0.01, high=100.0),
        roll=_number(fields.get("roll", 0.0), low=-180.0, high=180.0),
    )
    if math.dist(camera.eye, camera.look) < 1e-3:
        raise ValueError("camera: the eye is where it looks")
    return camera


def _lettering(value: object) -> Lettering:
    fields = _mapping(value)
    place = _one_of(LETTER_PLACES)(fields.get("place", "center"))
    color, board = _optional(fields, "color", _color), _optional(fields, "on", _one_of(BOARDS))
    return Lettering(_text(fields.get("text")), color=color, place=place, on=board)


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError("an object is wanted")
    return value


def _list(value: object, most: int) -> list[object]:
    if not isinstance(value, list) or len(value) > most:
        raise ValueError(f"a list of at most {most} is wanted")
    return value


def _optional(fields: Mapping[str, object], name: str, check: Callable[[object], Checked]) -> Checked | None:
    value = fields.get(name)
    return None if value is None else check(value)


def _one_of(words: Container[str]) -> Callable[[object], str]:
    def check(value: object) -> str:
        if not isinstance(value, str) or value not in words:
            raise ValueError("a word is not among those known here")
        return value

    return check


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > MAX_TEXT or any("\ud800" <= sign <= "\udfff" for sign in value):
        raise ValueError(f"text of at most {MAX_TEXT} characters is wanted")
    return value


def _matching(value: object, pattern: str) -> str:
    text = _text(value)
    if not re.fullmatch(pattern, text):
        raise ValueError("a name is malformed")
    return text


def _color(value: object) -> str:
    return _matching(value, "#[0-9a-f]{6}")


def _vector(value: object) -> Vector:
    numbers = [_number(number, low=-MAX_METRES, high=MAX_METRES) for number in _list(value, 3)]
    if len(numbers) != 3:
        raise ValueError("three numbers are wanted")
    return numbers[0], numbers[1], numbers[2]


def _number(value: object, *, low: float, high: float) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not low <= value <= high:
        raise ValueError(f"a number from {low:g} to {high:g} is wanted")
    return float(value)
