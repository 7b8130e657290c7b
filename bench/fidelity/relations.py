"""Does a thing stand in a relation to another? Judged in the picture, from what is seen; x to the right, y downwards.

Left, right, above and below are GenEval's: the middles lie further apart than a tenth of both widths (heights), and
more that way than the other, or at least not less than at sixty degrees to it.
"""

import math
from collections.abc import Callable, Sequence

from .sight import Seen

__all__ = ["holds"]

_CLEAR, _STEEPEST = 0.1, 0.5
_DEEP = ("behind", "in front of")  # of several things it is enough that one is close


def holds(relation: str, things: Sequence[Seen], targets: Sequence[Sequence[Seen]]) -> bool:
    """Whether every one of the things stands so to every one of the targets. KeyError for a strange relation."""
    if relation == "between":
        return all(_between(thing, *(group[0] for group in targets)) for thing in things)
    if relation in _WAYS:
        return _lies(_WAYS[relation], things, [other for group in targets for other in group])
    pairs = [(thing, other) for thing in things for group in targets for other in group]
    together = relation not in _DEEP or any(_close(thing, other) for thing, other in pairs)
    return together and all(_RELATIONS[relation](thing, other) for thing, other in pairs)


def _lies(way: tuple[int, int], things: Sequence[Seen], others: Sequence[Seen]) -> bool:
    """Whether the middle of every thing lies that way from every other's, and that of all of them in its direction."""
    steps = [
        (_beyond(thing.x - other.x, thing.width + other.width), _beyond(thing.y - other.y, thing.height + other.height))
        for thing in things
        for other in others
    ]
    x, y = (sum(side) / len(steps) for side in zip(*steps, strict=True))
    along = [across * way[0] + down * way[1] for across, down in (*steps, (x, y))]
    return bool(min(along) > 0 and along[-1] >= _STEEPEST * math.hypot(x, y))


def _beyond(offset: float, sizes: float) -> float:
    """What an offset has beyond the tenth of both sizes that says nothing."""
    least = max(abs(offset) - _CLEAR * sizes, 0.0)
    return least if offset > 0 else -least


def _gap(thing: Seen, other: Seen) -> float:
    """Pixels between the outlines from left to right; negative where they overlap."""
    return max(thing.left - other.right, other.left - thing.right)


def _over(thing: Seen, other: Seen) -> bool:
    return other.left <= (thing.left + thing.right) / 2 <= other.right


def _on(thing: Seen, other: Seen) -> bool:
    """Its foot within the other's outline, or hardly above it."""
    return _over(thing, other) and thing.y < other.y and other.top - 0.06 * other.height <= thing.bottom <= other.bottom


def _under(thing: Seen, other: Seen) -> bool:
    return _over(thing, other) and thing.y > other.y and thing.top > other.top


def _behind(thing: Seen, other: Seen) -> bool:
    return thing.depth > other.depth


def _front(thing: Seen, other: Seen) -> bool:
    return thing.depth < other.depth


def _close(thing: Seen, other: Seen) -> bool:
    """Whether one hides a part of the other, or nearly does."""
    return _gap(thing, other) <= 0.25 * min(thing.width, other.width)


def _near(thing: Seen, other: Seen) -> bool:
    """Side by side: closer than the wider of the two is wide, and at one height."""
    beside = _beyond(thing.x - other.x, thing.width + other.width) != 0
    level = min(thing.bottom, other.bottom) > max(thing.top, other.top)
    return beside and level and _gap(thing, other) <= max(thing.width, other.width)


def _between(thing: Seen, first: Seen, second: Seen) -> bool:
    left, right = sorted((first.x, second.x))
    return left < thing.x < right


_WAYS = {"left of": (-1, 0), "right of": (1, 0), "above": (0, -1), "below": (0, 1)}
_RELATIONS: dict[str, Callable[[Seen, Seen], bool]] = {
    "on": _on,
    "under": _under,
    "behind": _behind,
    "in front of": _front,
    "next to": _near,
}
