"""What comes of a prompt; plain data, so that the process that asks needs nothing that draws."""

from dataclasses import dataclass

from .scene import Scene

__all__ = ["Composition"]


@dataclass(frozen=True, slots=True)
class Composition:
    """A scene, the words that could not be drawn, those that were, and whether anything came of the prompt."""

    scene: Scene
    unknown: tuple[str, ...]
    drawn: tuple[str, ...]
    changed: bool
