"""In which order the things of a command are brought: whoever sits on, rides or lies in something comes after it."""

from collections.abc import Sequence

from cavendish.clay.language import Content
from cavendish.clay.scene import Item

__all__ = ["in_turn"]

UPON = {"riding", "on", "in", "under"}


def in_turn(content: Content, found: Sequence[Sequence[Item]]) -> list[int]:
    """Return the numbers of the things, each after what it rests upon; `found` are the items that exist."""
    order: list[int] = []
    waiting = list(range(len(content.things)))
    while waiting:
        ready = [number for number in waiting if not _needs(content, number, found) & set(waiting)]
        order.append((ready or waiting)[0])
        waiting.remove(order[-1])
    return order


def _needs(content: Content, number: int, found: Sequence[Sequence[Item]]) -> set[int]:
    links = [link for link in content.links if link.subject == number and link.relation in UPON]
    return {target for link in links for target in link.targets if not found[target] and not found[number]}
