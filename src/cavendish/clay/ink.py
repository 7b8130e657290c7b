"""On what words of a colour can be read. Standard library only."""

__all__ = ["GROUNDS", "backing"]

GROUNDS = ("#25242a", "#f6f2ea")
"""What letters are set on that could not be read where they are: dark, and bright."""
BRIGHT = 150
"""From this brightness on, of 255, letters want a dark ground."""


def backing(color: str) -> str:
    """A "#rrggbb" colour on which letters of that colour can be read."""
    red, green, blue = (int(color[start : start + 2], 16) for start in (1, 3, 5))
    return GROUNDS[0.3 * red + 0.59 * green + 0.11 * blue <= BRIGHT]
