"""One prompt, drawn as masks and judged."""

from dataclasses import dataclass

from cavendish.clay.compose import compose

from .asked import Asked
from .oracle import faults
from .sight import look

__all__ = ["Verdict", "judged"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with the picture of a prompt; nothing, where it shows what it was told to."""

    asked: Asked
    faults: tuple[str, ...]


def judged(asked: Asked, *, seed: int, size: int) -> Verdict:
    """Judge the picture of that seed at about `size` x `size` pixels."""
    made = compose(asked.prompt, scene=None, seed=seed, ratio=asked.ratio)
    return Verdict(asked, tuple(faults(asked, look(made.scene, size=size))))
