"""Words become a scene: the one door to Clay's understanding of them.

A prompt without a scene makes a new picture; with one it is an edit, unless it reads as a whole new picture. Nothing
is drawn in silence that was not asked for: what could not be drawn is listed, and where nothing could be drawn at all
the picture is a poster that shows the words themselves.
"""

from collections.abc import Sequence
from dataclasses import replace

from .attire import attired
from .composition import Composition
from .editing import edit
from .emoji import in_words, without_faces
from .language import Content, drawable, read, seated, tokenize
from .layout import arrange, camera_for, directed, letterings_of, setting_of, spelled_out
from .objects import KINDS
from .objects.inflatable import inflatables, words_of_emoji
from .scene import MAX_TEXT, MAX_WORDS, Camera, Scene
from .unmodelled import labelled, refound, retold
from .unwritten import with_unwritten

__all__ = ["compose"]


def compose(prompt: str, *, scene: Scene | None, seed: int, ratio: float) -> Composition:
    """Return the scene that a prompt asks for, or an edited one; `ratio` is the picture's width to its height."""
    if scene is not None or any(sign.isalnum() for sign in prompt):
        prompt = without_faces(prompt)
    prompt = in_words(prompt, words_of_emoji())
    if scene is None and _is_empty(read(prompt)):
        return with_unwritten(_new(prompt, seed=seed, ratio=ratio))
    retelling = retold(prompt) if scene is None else retold(refound(prompt, scene), edit=True)
    edited = None if scene is None else edit(retelling.prompt, scene, ratio=ratio)
    made = edited or _new(retelling.prompt, seed=seed, ratio=ratio)
    return with_unwritten(labelled(made, retelling.words))


def _new(prompt: str, *, seed: int, ratio: float) -> Composition:
    content = drawable(attired(seated(read(prompt))), frozenset({*KINDS, *inflatables()}))
    unknown = tuple(dict.fromkeys(word[:MAX_TEXT] for word in content.unknown))[:MAX_WORDS]
    lettering = letterings_of(content, ratio=ratio)
    if _is_empty(content) or (content.carrier and content.unknown and not (content.things or content.letterings)):
        lettering = spelled_out(_telling(prompt, content), ratio=ratio)
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


def _telling(prompt: str, content: Content) -> list[str]:
    """Return the prompt's words from the first that says something to the last; all if none does.

    On a poster of something stands only what it is of, names before all.
    """
    unknown: Sequence[str] = content.unknown
    if content.carrier:
        return [word for word in unknown if word[:1].isupper()] or list(unknown)
    words = [token.original for token in tokenize(prompt) if token.word not in {".", ","}]
    telling = [number for number, word in enumerate(words) if word in unknown]
    return words[telling[0] : telling[-1] + 1] if telling else words
