"""All costumes: how each kind is dressed that is neither in plain clothes nor in a suit of its own shape."""

from .legends import LEGENDS
from .trades import TRADES

__all__ = ["COSTUMES"]

COSTUMES = {**LEGENDS, **TRADES}
