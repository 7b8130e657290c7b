"""An instruction changes a scene: only what it speaks of, and in the order in which it says so.

`commands` parts the text, `references` tells which items are meant, `changes` does one thing to a draft of the scene,
and `instructions` carries the commands out.
"""

from .instructions import edit

__all__ = ["edit"]
