"""Which font writes what: Roboto first, then every other font that was installed as a Python package.

The fonts of the machine are never asked, so that a picture looks the same everywhere. A letter that no font has is
never drawn as a box: `unwritable` names it. Right-to-left and other joined scripts need shaping, which Pillow does
where the library Raqm is at hand; without it they count as unwritable.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module, util
from itertools import groupby

import fontpkg  # type: ignore[import-untyped]
from PIL import ImageFont, features

from .signs import SIGNS

__all__ = ["BLACK", "BOLD", "Face", "Glyphs", "face_for", "font", "glyphs_of", "is_right_to_left", "unwritable"]

BLACK, BOLD = 900, 660
"""How heavy letters are that are sculpted, and those that are printed."""
CJK_PACKAGE = "noto_cjk_sans_otc"
_JOINED = ((0x0590, 0x1DFF), (0xA840, 0xABFF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFF))
"""Scripts whose letters depend on their neighbours, or run from right to left: shaped word by word."""
_JAPANESE, _KOREAN, _CHINESE = 0, 1, 2
_NO_CHARACTER = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Face:
    """A font file, and the number of the font in it; `bolder` says by how many ems its strokes are thickened."""

    path: str
    index: int = 0
    bolder: float = 0.0
    weight: int = BLACK


SIGN_FACE = Face("")
"""Stands for the signs that are drawn here, for want of a font that has them."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Characters that are drawn together, in one face: mostly one and its accents; a whole word of a joined script."""

    text: str
    face: Face


@cache
def font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    """A face at `size` pixels per em, as heavy as it comes."""
    loaded = ImageFont.truetype(face.path, size, index=face.index)
    try:
        axes = loaded.get_variation_axes()
    except OSError:
        return loaded
    wanted = {b"Weight": float(face.weight), b"Width": 100.0}
    loaded.set_variation_by_axes([_within(axis, wanted) for axis in axes])
    return loaded


def _within(axis: ImageFont.Axis, wanted: dict[bytes, float]) -> float:
    value = wanted.get(axis["name"] or b"", float(axis["default"] or 0))
    return min(max(value, float(axis["minimum"] or 0)), float(axis["maximum"] or value))


@cache
def _faces() -> tuple[Face, ...]:
    """All faces, the one to be preferred first."""
    others = [family for name, family in sorted(fontpkg.families().items()) if name != "roboto"]
    faces = [Face(str(fontpkg.path("Roboto"))), *(Face(str(family.files[0].path)) for family in others)]
    if util.find_spec(CJK_PACKAGE):
        path = str(import_module(CJK_PACKAGE).FONT_PATH)
        faces += [Face(path, number, bolder=0.022) for number in (_CHINESE, _JAPANESE, _KOREAN)]
    return tuple(faces)


@cache
def _has(face: Face, character: str) -> bool:
    loaded = font(face, 32)
    mask, nothing = loaded.getmask(character), loaded.getmask(_NO_CHARACTER)
    return (mask.size, bytes(mask)) != (nothing.size, bytes(nothing))


@cache
def face_for(text: str) -> Face | None:
    """The first face that has every character of a text; None if there is none."""
    if any(_is_joined(character) for character in text) and not _can_shape():
        return None
    if text in SIGNS:
        return SIGN_FACE
    return next((face for face in _faces() if all(_has(face, character) for character in text)), None)


@cache
def _can_shape() -> bool:
    return bool(features.check("raqm") and features.check("fribidi"))


def glyphs_of(text: str, weight: int = BLACK) -> list[Glyphs]:
    """What a line's visible characters and blanks are drawn with, from left to right as far as words go.

    What no font can write is left out. A blank belongs to the face before it.
    """
    found: list[Glyphs] = []
    japanese = any("぀" <= character <= "ヿ" for character in text)
    for cluster in clusters(text):
        blank = cluster.isspace()
        face = (found[-1].face if found and found[-1].face.path else _faces()[0]) if blank else face_for(cluster)
        if face is not None:
            found.append(Glyphs(cluster, replace(_regional(face, japanese=japanese), weight=weight)))
    return found


def _regional(face: Face, *, japanese: bool) -> Face:
    """Han characters have another form in Japan."""
    chinese = bool(face.bolder) and face.index == _CHINESE
    return replace(face, index=_JAPANESE) if japanese and chinese else face


def clusters(text: str) -> Iterator[str]:
    """The pieces of a text that are drawn as one: characters with their accents, words of joined scripts, blanks."""
    text = unicodedata.normalize("NFC", text)
    for joined, run in groupby(text, lambda character: _is_joined(character) and not character.isspace()):
        if joined:
            yield "".join(run)
            continue
        cluster = ""
        for character in run:
            if cluster and not unicodedata.combining(character):
                yield cluster
                cluster = ""
            cluster += "" if _is_invisible(character) else character
        if cluster:
            yield cluster


def unwritable(text: str) -> tuple[str, ...]:
    """The characters and words of a text that no font at hand can write, each once."""
    pieces = (cluster for cluster in clusters(text) if not cluster.isspace())
    return tuple(dict.fromkeys(piece for piece in pieces if face_for(piece) is None))


def is_right_to_left(word: str) -> bool:
    """Whether a word's first letter belongs to a script that runs from right to left."""
    directions = (unicodedata.bidirectional(character) for character in word)
    return next((direction in {"R", "AL"} for direction in directions if direction in {"L", "R", "AL"}), False)


def _is_joined(character: str) -> bool:
    return any(low <= ord(character) <= high for low, high in _JOINED)


def _is_invisible(character: str) -> bool:
    """Whether it only says how its neighbour looks: joiners, and the choice between an emoji and a plain sign."""
    return unicodedata.category(character) == "Cf" or "︀" <= character <= "️"
