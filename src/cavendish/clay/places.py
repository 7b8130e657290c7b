"""Where a picture takes place when nobody says so: where its things are at home."""

from collections import Counter
from collections.abc import Sequence

from .lexicon import lexicon

__all__ = ["fitting_place"]

DEFAULT = "meadow"


def fitting_place(kinds: Sequence[str]) -> str:
    """Return the place that suits all kinds best; in doubt the one that suits the first."""
    scores: Counter[str] = Counter()
    for kind in kinds:
        for rank, place in enumerate(lexicon().places.get(kind, ())):
            scores[place] += (6, 4, 3, 2, 1)[min(rank, 4)]
    if not scores:
        return DEFAULT
    suiting = {place for place in scores if all(place in lexicon().places.get(kind, ()) for kind in kinds)}
    first = lexicon().places.get(kinds[0], ())
    candidates = suiting or {DEFAULT}
    return max(candidates, key=lambda place: (scores[place], -first.index(place) if place in first else -9))
