"""The scene graph: everything a picture shows, as plain values that survive a trip through JSON.

Positions and the camera are resolved once and stored, so that a later edit changes only what it was asked to
change. A document may come from a stranger's file: `from_document` checks every field against the limits below
and raises ValueError rather than let anything doubtful through. Metres, degrees, "#rrggbb"; x right, y up, z
towards the viewer, the ground is y = 0.
"""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from .checks import (
    MAX_TEXT,
    as_color,
    as_list,
    as_mapping,
    as_matching,
    as_number,
    as_one_of,
    as_optional,
    as_text,
    as_vector,
)
from .objects import KINDS
from .objects.worn import MAX_WORN, WORN, Worn

__all__ = [
    "BOARDS",
    "GRADES",
    "LIGHTS",
    "MATERIALS",
    "MAX_ITEMS",
    "MAX_TEXT",
    "MAX_WORN",
    "PLACES",
    "SEASONS",
    "TIMES",
    "WEATHERS",
    "WORN",
    "Camera",
    "Item",
    "Lettering",
    "Scene",
    "Setting",
    "Vector",
    "Worn",
    "from_document",
    "to_document",
]

FORMAT = 1
Vector = tuple[float, float, float]

PLACES = (
    *("meadow", "forest", "beach", "sea", "lake", "underwater", "sky", "mountains", "village", "street", "city"),
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


@dataclass(frozen=True, slots=True)
class Item:
    """One thing seen. `at` is where the middle of its footprint stands, y the height of its underside.

    `scale` comes on top of the kind's natural size, `yaw` is absolute, `noun` is the caller's word for it. `ink` is
    the colour of the words on it, None for whatever can be read best; `worn` is what it wears, once each.
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
    worn: tuple[Worn, ...] = ()

    @property
    def outfit(self) -> tuple[str, ...]:
        """The names of what it wears."""
        return tuple(piece.kind for piece in self.worn)


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
    document["items"] = [_item_document(item) for item in scene.items]
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
    fields = as_mapping(document)
    if fields.get("v") != FORMAT:
        raise ValueError("not a scene of a version that is known here")
    seed = fields.get("seed")
    if not isinstance(seed, int) or isinstance(seed, bool) or not 0 <= seed < 2**64:
        raise ValueError("seed: a whole number from 0 to 2**64 - 1 is wanted")
    items = tuple(_item(value) for value in as_list(fields.get("items", []), MAX_ITEMS))
    if len({item.id for item in items}) != len(items):
        raise ValueError("items: two have the same id")
    return Scene(
        seed=seed,
        items=items,
        setting=_setting(fields.get("setting", {})),
        camera=_camera(fields.get("camera", {}), {item.id for item in items}),
        lettering=tuple(_lettering(value) for value in as_list(fields.get("lettering", []), MAX_LETTERINGS)),
        grade=as_optional(fields, "grade", as_one_of(GRADES)),
        style=as_optional(fields, "style", as_text),
        unknown=tuple(as_text(value) for value in as_list(fields.get("unknown", []), MAX_WORDS)),
    )


def _spare(fields: dict[str, object]) -> dict[str, object]:
    """Leave out what is None, and round metres and degrees to what an eye can tell."""
    return {name: _rounded(value) for name, value in fields.items() if value is not None}


def _item_document(item: Item) -> dict[str, object]:
    document = _spare({**asdict(item), "worn": None})
    return document | ({"worn": [_spare(asdict(piece)) for piece in item.worn]} if item.worn else {})


def _rounded(value: object) -> object:
    match value:
        case float():
            return round(value, 4)
        case tuple():
            return [round(number, 4) for number in value]
    return value


def _item(value: object) -> Item:
    fields = as_mapping(value)
    return Item(
        as_matching(fields.get("id"), r"[a-z][a-z0-9_-]{0,47}"),
        as_one_of(KINDS)(fields.get("kind")),
        as_text(fields.get("noun")),
        as_vector(fields.get("at")),
        scale=as_number(fields.get("scale", 1.0), low=0.01, high=100.0),
        yaw=as_number(fields.get("yaw", 0.0), low=-3600.0, high=3600.0),
        color=as_optional(fields, "color", as_color),
        material=as_optional(fields, "material", as_one_of(MATERIALS)),
        text=as_optional(fields, "text", as_text),
        ink=as_optional(fields, "ink", as_color),
        worn=_outfit(fields.get("worn", [])),
    )


def _outfit(value: object) -> tuple[Worn, ...]:
    pieces = tuple(_piece(as_mapping(piece)) for piece in as_list(value, MAX_WORN))
    if len({piece.kind for piece in pieces}) != len(pieces):
        raise ValueError("worn: a piece is there twice")
    return pieces


def _piece(fields: Mapping[str, object]) -> Worn:
    material = as_optional(fields, "material", as_one_of(MATERIALS))
    return Worn(as_one_of(WORN)(fields.get("kind")), as_optional(fields, "color", as_color), material)


def _setting(value: object) -> Setting:
    fields = as_mapping(value)
    return Setting(
        place=as_one_of(PLACES)(fields.get("place", "meadow")),
        time=as_one_of(TIMES)(fields.get("time", "day")),
        weather=as_optional(fields, "weather", as_one_of(WEATHERS)),
        season=as_optional(fields, "season", as_one_of(SEASONS)),
        light=as_optional(fields, "light", as_one_of(LIGHTS)),
        backdrop=as_optional(fields, "backdrop", as_color),
    )


def _camera(value: object, ids: set[str]) -> Camera:
    fields = as_mapping(value)
    camera = Camera(
        eye=as_vector(fields.get("eye")),
        look=as_vector(fields.get("look")),
        fov=as_number(fields.get("fov", 34.0), low=2.0, high=120.0),
        focus=as_optional(fields, "focus", as_one_of(ids)),
        aperture=as_number(fields.get("aperture", 0.12), low=0.0, high=1.0),
        ratio=as_number(fields.get("ratio", 1.0), low=0.01, high=100.0),
        roll=as_number(fields.get("roll", 0.0), low=-180.0, high=180.0),
    )
    if math.dist(camera.eye, camera.look) < 1e-3:
        raise ValueError("camera: the eye is where it looks")
    return camera


def _lettering(value: object) -> Lettering:
    fields = as_mapping(value)
    place = as_one_of(LETTER_PLACES)(fields.get("place", "center"))
    color, board = as_optional(fields, "color", as_color), as_optional(fields, "on", as_one_of(BOARDS))
    return Lettering(as_text(fields.get("text")), color=color, place=place, on=board)
