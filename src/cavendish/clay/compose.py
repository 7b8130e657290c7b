"""Words become a scene: the one door to Clay's understanding of them.

A prompt without a scene makes a new picture; with one it is an edit, unless it reads as a whole new picture. Nothing
is drawn in silence that was not asked for: what could not be drawn is listed, and where nothing could be drawn at all
the picture is a poster that shows the words themselves.
"""

from collections.abc import Sequence
from dataclasses import replace

from .composition import Composition
from .editing import edit
from .language import Content, drawable, read, tokenize
from .layout import arrange, camera_for, directed, letterings_of, setting_of, spelled_out
from .objects import KINDS
from .scene import MAX_TEXT, MAX_WORDS, Camera, Scene

__all__ = ["compose"]


def compose(prompt: str, *, scene: Scene | None, seed: int, ratio: float) -> Composition:
    """Return the scene that a prompt asks for, or an edited one; `ratio` is the picture's width to its height."""
    edited = None if scene is None else edit(prompt, scene, ratio=ratio)
    return edited or _new(prompt, seed=seed, ratio=ratio)


def _new(prompt: str, *, seed: int, ratio: float) -> Composition:
    content = _signed(drawable(read(prompt), frozenset(KINDS)))
    unknown = tuple(dict.fromkeys(word[:MAX_TEXT] for word in content.unknown))[:MAX_WORDS]
    lettering = letterings_of(content, ratio=ratio)
    if _is_empty(content):
        lettering = spelled_out(_telling(prompt, content.unknown), ratio=ratio)
        content.settings["place"] = "poster"
    items = arrange(content, seed=seed, ratio=ratio)
    grade = content.settings.get("grade")
    scene = Scene(
        seed, items, setting_of(content), Camera(), lettering, None if grade == "none" else grade, None, unknown
    )
    camera = directed(camera_for(scene, ratio=ratio), content.camera, items, ())
    drawn = tuple(dict.fromkeys(content.drawn))
    return Composition(replace(scene, camera=camera), unknown, drawn, changed=True)


def _is_empty(content: Content) -> bool:
    return not (content.things or content.letterings or content.village or content.settings)


def _telling(prompt: str, unknown: Sequence[str]) -> list[str]:
    """Return the prompt's words from the first that says something to the last; all if none does."""
    words = [token.original for token in tokenize(prompt) if token.word not in {".", ","}]
    telling = [number for number, word in enumerate(words) if word in unknown]
    return words[telling[0] : telling[-1] + 1] if telling else words


def _signed(content: Content) -> Content:
    """Let a sign among other things carry the words itself; a sign alone is nothing but its words."""
    signs = [number for number, thing in enumerate(content.things) if thing.kind == "sign"]
    if not signs or not content.letterings:
        return content
    if len(content.things) == 1:
        content.things, content.links, content.carrier = [], [], "sign"
    else:
        content.things[signs[0]].text = content.letterings.pop(0).text
    return content
