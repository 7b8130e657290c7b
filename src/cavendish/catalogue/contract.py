"""An engine's own list of models against what is known here."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from cavendish.catalogue.names import bare
from cavendish.core.model import Differences, Model

__all__ = ["compare"]

DRAWS = re.compile(r"image|banana|flux|imagen")  # in the name of a model that draws
SNAPSHOT = re.compile(r"-20\d\d-?\d\d-?\d\d$")


def compare(
    listed: Sequence[str],
    models: Iterable[Model],
    *,
    claims: Callable[[str], bool],
    follows: str,
    on: date,
) -> Differences:
    """The differences; none where the engine told no names, and `*` stands for any."""
    theirs = {bare(name).lower() for name in listed}
    ours = {model.id: model for model in models if claims(model.id)}
    known = {name.lower(): model for model in ours.values() for name in (model.id, *model.aliases)}
    ended = {name for name, model in known.items() if _ends(model, name, follows=follows, on=on)}
    lacks = [] if not listed else [name for name, model in ours.items() if _is_missed(model, theirs, follows, on)]
    strangers = (name for name in theirs if SNAPSHOT.sub("", name) not in known)
    return Differences(
        listed=len(listed),
        lacks=tuple(lacks),
        unknown=tuple(sorted(name for name in strangers if DRAWS.search(name) and claims(name))),
        contradicts=tuple(sorted(theirs & ended)),
    )


def _ends(model: Model, name: str, *, follows: str, on: date) -> bool:
    """Whether this very name is said to be off that day; nicknames have no end of their own."""
    retired = model.retired if name == model.id else model.retired_names.get(name)
    return retired is not None and retired.is_over(follows=follows, on=on)


def _is_missed(model: Model, theirs: set[str], follows: str, on: date) -> bool:
    if model.retired and model.retired.confirmed and model.retired.is_over(follows=follows, on=on):
        return False
    names = [model.id] if follows else [model.id, *model.aliases]  # makers list ids; others whatever they call them
    return theirs.isdisjoint(("*", *names))
