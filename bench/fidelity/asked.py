"""What a prompt must show: its metadata, written before anybody read the prompt."""

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Asked", "Wanted"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """So many of a noun, of one colour and material, in a relation to the things with the numbers `targets`."""

    noun: str
    count: int = 1
    color: str | None = None
    material: str | None = None
    relation: str | None = None
    targets: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt for a picture of `ratio`, width to height. `tag` is its sort; `setting` has place, time and weather."""

    prompt: str
    tag: str
    wanted: tuple[Wanted, ...]
    setting: Mapping[str, str] = field(default_factory=dict)
    ratio: float = 1.0
