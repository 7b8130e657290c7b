"""Where and when a picture takes place: as was said, or else where its things are at home."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields

from cavendish.clay.language import Content, lexicon
from cavendish.clay.scene import Setting

__all__ = ["setting_of"]

AGLOW = {"neon sign"}
LOGOS = {"logo", "emblem", "badge"}
DEFAULT = "meadow"
NAMES = {field.name for field in fields(Setting)}
WEATHERLESS = {"table", "room", "space", "underwater"}


def setting_of(content: Content) -> Setting:
    """Return the setting that was asked for; a place that nobody named is found, and the moon brings the night."""
    words = {name: value for name, value in content.settings.items() if name in NAMES and value != "none"}
    if "place" not in words:
        words |= _season(content, words)
        words["place"] = _place(content)
    if content.carrier in AGLOW and content.things:
        words = {"light": "neon", "time": "night", **words}
    if "time" not in words and any(thing.kind in lexicon().uses["nightly"] for thing in content.things):
        words["time"] = "night"
    return Setting(**words)


def _season(content: Content, words: Mapping[str, str]) -> dict[str, str]:
    """Return the winter for whoever is at home in it, where nobody spoke of weather."""
    wintry = {thing.kind for thing in content.things} & lexicon().uses["wintry"]
    return {"season": "winter"} if wintry and not {"season", "weather", "light"} & words.keys() else {}


def _place(content: Content) -> str:
    if content.carrier in AGLOW and content.things:
        return "city"
    if content.carrier in LOGOS and content.things:
        return "studio"
    if content.carrier or (content.letterings and not content.things):
        return "poster"
    if content.village:
        return "village"
    if "flat_lay" in content.camera:
        return "table"
    kinds = ["" if thing.kind == "sign" and len(content.things) > 1 else thing.kind or "" for thing in content.things]
    hosts = [kinds[link.targets[0]] for link in content.links if link.relation in {"in", "on", "riding"}]
    carried = {target for link in content.links if link.relation in {"wearing", "holding"} for target in link.targets}
    free = [kind for number, kind in enumerate(kinds) if number not in carried]
    place = _fitting([kind for kind in hosts if kind] or [kind for kind in free if kind])
    return DEFAULT if "weather" in content.settings and place in WEATHERLESS else place


def _fitting(kinds: Sequence[str]) -> str:
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
