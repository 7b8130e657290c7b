"""Which of a scene's words no font at hand can write, and what would bring one."""

import re
from collections.abc import Iterator

from .composition import Composition
from .scene import MAX_TEXT, MAX_WORDS, Scene

__all__ = ["with_unwritten"]

_HAN = re.compile("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]")
CJK = "pip install 'cavendish[cjk]' brings a font for it"
NO_FONT = "no installed font package has it"


def with_unwritten(composition: Composition) -> Composition:
    """The composition, which also tells what of its texts cannot be written."""
    missing = tuple(dict.fromkeys(_missing(composition.scene)))
    if not missing:
        return composition
    unknown = tuple(dict.fromkeys((*composition.unknown, *missing)))[:MAX_WORDS]
    return Composition(composition.scene, unknown, composition.drawn, composition.changed)


def _missing(scene: Scene) -> Iterator[str]:
    from .sculpt import unwritable

    texts = [*(item.text for item in scene.items), *(lettering.text for lettering in scene.lettering)]
    for word in " ".join(text for text in texts if text).split():
        if signs := unwritable(word):
            reason = CJK if any(_HAN.search(sign) for sign in signs) else NO_FONT
            yield f"{''.join(signs)} ({reason})"[:MAX_TEXT]
