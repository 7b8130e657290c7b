"""The one door to a terminal: what a model said or a file is called may hold signs that move the cursor, ring, or turn
the writing around. They are taken out here."""

import sys
import unicodedata

__all__ = ["safe", "say"]

UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
JOINERS = "\u200c\u200d"  # Persian words and many emoji need them; they move nothing


def safe(text: str) -> str:
    """The text without control, direction and private signs; lines stay lines."""
    return "".join(_seen(sign) for sign in text.replace("\r\n", "\n"))


def _seen(sign: str) -> str:
    if sign == "\t":
        return " "
    if sign == "\n" or sign in JOINERS or unicodedata.category(sign) not in UNSEEN:
        return sign
    return ""


def say(text: str, *, style: str = "") -> None:
    """A line to stderr, styled (Rich's words) where that is a terminal."""
    if not (style and sys.stderr.isatty()):
        print(safe(text), file=sys.stderr, flush=True)
        return
    from rich.console import Console
    from rich.text import Text

    Console(stderr=True, highlight=False).print(Text(safe(text), style=style), soft_wrap=True)
