"""What happens to things whose ground is taken away: they come down onto what is left beneath them."""

from collections.abc import Sequence
from dataclasses import replace

from cavendish.clay.layout import Bounds, bounds_of, is_aloft, support_height
from cavendish.clay.scene import Item

__all__ = ["fallen"]

TOUCH = 0.06


def fallen(items: Sequence[Item], gone: Sequence[Item]) -> list[Item]:
    """Return the items that are left, none of them where only those that are gone held it."""
    lost = [bounds_of(item) for item in gone]
    settled: dict[str, Item] = {}
    for item in sorted(items, key=lambda item: bounds_of(item).lo[1]):
        box = bounds_of(item)
        below = Bounds((box.lo[0], box.lo[1] - TOUCH, box.lo[2]), box.hi)
        held = any(below.overlap(bounds_of(other)) for other in settled.values())
        if is_aloft(item) or box.lo[1] < TOUCH or held or not any(_is_over(box, other) for other in lost):
            settled[item.id] = item
            continue
        lost.append(box)
        grounds = [support_height(other) for other in settled.values() if _is_over(box, bounds_of(other))]
        settled[item.id] = replace(item, at=(item.at[0], max(grounds, default=0.0), item.at[2]))
    return [settled[item.id] for item in items]


def _is_over(box: Bounds, other: Bounds) -> bool:
    """Say whether something is above or upon something else."""
    x, _, z = box.center
    return other.lo[0] <= x <= other.hi[0] and other.lo[2] <= z <= other.hi[2] and box.lo[1] > other.lo[1] + TOUCH
