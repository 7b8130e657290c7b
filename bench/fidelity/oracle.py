"""The judge: a picture against what its prompt must show. Whatever is not as it was asked for is a fault, in words.

Every thing must be there, as often as it was asked for and no more; seen whole within the frame and three fifths of it
unhidden; of its colour, its material, and in its relation. Things of the scenery count where they could be counted.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from cavendish.clay.sculpt import Material

from .asked import Asked, Wanted
from .colors import color_of, is_colored
from .nouns import kinds_of
from .relations import holds
from .sight import Seen, View
from .surroundings import missing

__all__ = ["faults"]

_VISIBLE = 0.6
_SMALLEST = 0.001  # of the picture: what is smaller cannot be told
_COUNTABLE = 0.125  # of an item's size: what is smaller in the scenery nobody counts with it

_TINTED = {"wood": {"brown", "orange"}, "stone": {"gray", "white"}, "gold": {"yellow", "orange", "brown"}}
_MADE_OF = {
    "gold": Material.METAL,
    "silver": Material.METAL,
    "metal": Material.METAL,
    "chrome": Material.METAL,
    "copper": Material.METAL,
    "bronze": Material.METAL,
    "glass": Material.GLASS,
    "ice": Material.GLASS,
}


def faults(asked: Asked, view: View) -> list[str]:
    """What is wrong with a picture; an empty list for one that shows what was asked for."""
    groups = _dealt(asked.wanted, view.items)
    dealt = {id(item) for group in groups for item in group}
    found = [fault for wanted, group in zip(asked.wanted, groups, strict=True) for fault in _alone(wanted, group, view)]
    found += [f"an uncalled-for {item.kind}" for item in view.items if id(item) not in dealt]
    for wanted, group in zip(asked.wanted, groups, strict=True):
        others = [groups[target] for target in wanted.targets]
        if wanted.relation and all(map(_seen, (group, *others))) and not holds(wanted.relation, group, others):
            found.append(f"{wanted.noun} not {wanted.relation} {asked.wanted[wanted.targets[0]].noun}")
    return found + missing(view, asked.setting)


def _seen(group: Sequence[Seen]) -> bool:
    """Whether there is something to relate; what is not seen at all has been found fault with already."""
    return bool(group) and all(item.pixels for item in group)


def _dealt(wanted: Sequence[Wanted], items: Sequence[Seen]) -> list[list[Seen]]:
    """Deal the items out to the nouns; of several nouns that an item may show, to the one whose colour it has."""
    groups: list[list[Seen]] = [[] for _ in wanted]
    for item in items:
        fitting = [number for number, each in enumerate(wanted) if item.kind in kinds_of(each.noun)]
        alike = [number for number in fitting if _colored(wanted[number], item)]
        free = [number for number in alike or fitting if len(groups[number]) < wanted[number].count]
        for number in (free or alike or fitting)[:1]:
            groups[number].append(item)
    return groups


def _alone(wanted: Wanted, group: Sequence[Seen], view: View) -> Iterator[str]:
    """What is wrong with the things of one noun, whatever stands round them."""
    noun, count = wanted.noun, len(group)
    count += _twins(wanted, group, view)
    if count != wanted.count:
        yield f"{count} instead of {wanted.count} {noun}"
    for item in group:
        if item.pixels < _SMALLEST * view.area:
            yield f"{noun} too small or not seen"
        elif item.share < _VISIBLE:
            yield f"{noun} hidden: {item.share:.0%} seen"
        if item.cut:
            yield f"{noun} cut off"
        if item.pixels and not _colored(wanted, item):
            yield f"{noun} not {wanted.color} but {color_of(item.colors)}"
        if item.pixels and not _made(wanted, item):
            yield f"{noun} not of {wanted.material}"


def _twins(wanted: Wanted, group: Sequence[Seen], view: View) -> int:
    """How many of the noun stand about in the scenery, large enough to be counted with the others."""
    if not group:
        return 0
    kinds = kinds_of(wanted.noun)
    least = max(_COUNTABLE * float(np.median([item.pixels for item in group])), _SMALLEST * view.area)
    return sum(name in kinds and pixels >= least for name, pixels in view.scenery)


def _colored(wanted: Wanted, item: Seen) -> bool:
    return wanted.color is None or (item.pixels > 0 and is_colored(item.colors, wanted.color))


def _made(wanted: Wanted, item: Seen) -> bool:
    if wanted.material is None:
        return True
    surface = _MADE_OF.get(wanted.material)
    right = surface is None or bool((item.materials == surface).mean() > 0.5)
    tints = _TINTED.get(wanted.material)
    return right and (tints is None or color_of(item.colors) in tints)
