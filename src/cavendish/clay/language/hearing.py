"""In which language a text is: its words decide, not a flag, and in doubt it is English.

English is read first. Only where it leaves words unexplained are the others asked, and one of them is heard if it knows
clearly more words than English does. "Chat", "rot" or "die" alone prove nothing: English words that the lexicon happens
not to know, and words that were only mended, count half.
"""

from collections.abc import Sequence

from .phrases import Unit
from .tokens import Token
from .tongues import Tongue, tongues

__all__ = ["heard"]

LEAST, AHEAD = 1.0, 0.75


def heard(tokens: Sequence[Token], english: Sequence[Unit]) -> Tongue | None:
    """Return the language of a text besides English, None for English; `english` is how the lexicon reads it."""
    spoken = [unit for unit in english if unit.quote is None and not unit.is_stop and not unit.is_number]
    if all(unit.senses and unit.mended is None for unit in spoken):
        return None
    known = sum((0.5 if unit.mended else 1.0) * len(unit.words.split()) for unit in spoken if unit.senses)
    explained = {word for unit in spoken if unit.senses and not unit.mended for word in unit.plain.split()}
    words = [token for token in tokens if token.quote is None and token.word not in {",", "."}]
    shares = [(tongue.share(words, explained), -number) for number, tongue in enumerate(tongues())]
    share, number = max(shares)
    return tongues()[-number] if share >= max(LEAST, known + AHEAD) else None
