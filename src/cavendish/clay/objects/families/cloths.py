"""The colours of cloths and leather that costumes of all kinds have in common."""

__all__ = ["BLACK", "GOLD", "LEATHER", "RED", "WHITE"]

WHITE = "#f6f2ea"
BLACK = "#26242a"
GOLD = "#f2b632"
RED = "#d8262b"
LEATHER = "#6b4326"
