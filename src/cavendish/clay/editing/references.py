"""Which items of a scene a noun phrase means: "the cat", "it", "the left one", "both apples", "the second cup"."""

from collections.abc import Sequence
from dataclasses import replace

from cavendish.clay.language import Thing, is_shown, lexicon
from cavendish.clay.layout import bounds_of
from cavendish.clay.objects import KINDS
from cavendish.clay.scene import Item, Scene

__all__ = ["can_do", "resolve"]


def resolve(thing: Thing, scene: Scene, spoken_of: Sequence[str]) -> list[Item]:
    """Return the items that are meant, none if there is no such thing; `spoken_of` are the ids last spoken of."""
    if thing.pronoun is not None:
        candidates = _by_pronoun(thing, scene, spoken_of)
        return _by_order(candidates, thing.ordinal, spoken_of)
    candidates = _by_noun(thing, scene.items)
    colored = [item for item in candidates if item.color in thing.colors]
    candidates = colored or candidates
    if thing.ordinal is not None:
        return _by_order(candidates, thing.ordinal, spoken_of)
    if thing.plural or thing.count > 1:
        return candidates if thing.definite or thing.count == 1 else candidates[: thing.count]
    recent = [item for item in candidates if item.id in spoken_of]
    return (recent or candidates)[:1]


def can_do(items: Sequence[Item], thing: Thing) -> bool:
    """Say whether items can be shown doing what was said of a thing."""
    return all(is_shown(replace(thing, kind=KINDS[item.kind].base)) for item in items)


def _by_pronoun(thing: Thing, scene: Scene, spoken_of: Sequence[str]) -> list[Item]:
    recent = [item for item in scene.items if item.id in spoken_of]
    if thing.ordinal is not None:
        kinds = {KINDS[item.kind].base for item in recent}
        return [item for item in scene.items if KINDS[item.kind].base in kinds] or list(scene.items)
    match thing.pronoun:
        case "all":
            return list(recent if len(recent) > 1 else scene.items)
        case "both":
            return list(recent if len(recent) == 2 else scene.items[:2])
    focused = [item for item in scene.items if item.id == scene.camera.focus]
    return list(recent or focused or scene.items)[: len(recent) or 1]


def _by_noun(thing: Thing, items: Sequence[Item]) -> list[Item]:
    noun, plain = thing.noun.lower(), thing.plain or thing.noun.lower()
    exact = [item for item in items if KINDS[item.kind].base == thing.kind]
    if exact:
        return exact
    families = lexicon().wider.get(plain) or lexicon().wider.get(plain.removesuffix("s"), frozenset())
    return [item for item in items if item.noun.lower() == noun or KINDS[item.kind].family in families]


def _by_order(items: Sequence[Item], ordinal: str | None, spoken_of: Sequence[str]) -> list[Item]:
    ordered = sorted(items, key=lambda item: item.at[0])
    if ordinal is None or not ordered:
        return list(items)
    match ordinal:
        case "left":
            return ordered[:1]
        case "right":
            return ordered[-1:]
        case "middle":
            return [ordered[len(ordered) // 2]]
        case "other":
            return [item for item in ordered if item.id not in spoken_of][:1]
        case "big":
            return [max(ordered, key=lambda item: bounds_of(item).size[1])]
        case "small":
            return [min(ordered, key=lambda item: bounds_of(item).size[1])]
        case "-1":
            return ordered[-1:]
        case _:
            number = int(ordinal)
            return [items[number - 1]] if number <= len(items) else []
