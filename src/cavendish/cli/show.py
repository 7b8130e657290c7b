"""The picture on the terminal: by Kitty's or iTerm2's protocol where the terminal says that it knows them, else in half
blocks, two pixels to a character.

What a terminal can do is read from its environment. Asking it would mean to wait for an answer among what the user
types. Facts: sw.kovidgoyal.net/kitty/graphics-protocol, iterm2.com/documentation-images.html.
"""

import base64
import io
import os
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from cavendish.picture import Picture

if TYPE_CHECKING:
    from PIL.Image import Image as PillowImage
    from rich.console import Console

__all__ = ["Protocol", "protocol_of", "show"]

Protocol = Literal["kitty", "iterm2", "blocks"]
KITTY_TERMS = ("xterm-kitty", "xterm-ghostty")
ITERM2_PROGRAMS = ("iTerm.app", "WezTerm")
ENOUGH_COLOURS = ("256", "truecolor")
MULTIPLEXERS = ("screen", "tmux")  # they swallow what they do not know
LONGEST_SIDE = 768  # pixels of what is sent; the file has them all
MOST_COLUMNS, MOST_ROWS = 64, 32
ROWS_KEPT = 8  # for the lines around it
CHUNK = 4096  # bytes of base64 in one of Kitty's commands


def show(picture: Picture) -> None:
    """Draws the picture on stderr, which must be a terminal; nothing on one that has few colours or none."""
    from rich.console import Console

    console = Console(stderr=True)
    protocol = protocol_of(os.environ)
    if protocol == "blocks":
        if console.color_system in ENOUGH_COLOURS and not console.no_color and not console.options.ascii_only:
            _blocks(picture.pil(), console)
        return
    data = _preview(picture.pil())
    commands = _kitty(data) if protocol == "kitty" else _iterm2(data)
    sys.stderr.write("".join(commands) + "\n")
    sys.stderr.flush()


def protocol_of(environ: Mapping[str, str]) -> Protocol:
    """What the terminal behind these variables can show."""
    if environ.get("TERM", "").startswith(MULTIPLEXERS):
        return "blocks"
    if environ.get("TERM") in KITTY_TERMS or "KITTY_WINDOW_ID" in environ or environ.get("TERM_PROGRAM") == "ghostty":
        return "kitty"
    if environ.get("TERM_PROGRAM") in ITERM2_PROGRAMS or environ.get("LC_TERMINAL") == "iTerm2":
        return "iterm2"
    return "blocks"


def _preview(picture: "PillowImage") -> bytes:
    small = picture.convert("RGB")
    small.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    out = io.BytesIO()
    small.save(out, format="PNG")
    return out.getvalue()


def _kitty(png: bytes) -> Iterator[str]:
    """Transmit and show; `q=2` keeps the terminal from answering into the shell."""
    data = base64.b64encode(png).decode()
    for start in range(0, len(data), CHUNK):
        more = int(start + CHUNK < len(data))
        keys = f"a=T,f=100,q=2,c={MOST_COLUMNS},m={more}" if start == 0 else f"m={more}"
        yield f"\x1b_G{keys};{data[start : start + CHUNK]}\x1b\\"


def _iterm2(png: bytes) -> Iterator[str]:
    keys = f"inline=1;size={len(png)};width={MOST_COLUMNS};preserveAspectRatio=1"
    yield f"\x1b]1337;File={keys}:{base64.b64encode(png).decode()}\x07"


def _blocks(picture: "PillowImage", console: "Console") -> None:
    from rich.color import Color
    from rich.style import Style
    from rich.text import Text

    rows = max(min(MOST_ROWS, console.height - ROWS_KEPT), 4)
    small = picture.convert("RGB")
    small.thumbnail((min(MOST_COLUMNS, console.width), rows * 2))
    for y in range(0, small.height - 1, 2):
        line = Text()
        for x in range(small.width):
            upper, lower = (Color.from_rgb(*_pixel(small, x, y + step)) for step in (0, 1))
            line.append("▀", Style(color=upper, bgcolor=lower))
        console.print(line)


def _pixel(picture: "PillowImage", x: int, y: int) -> tuple[int, int, int]:
    colour = picture.getpixel((x, y))
    assert isinstance(colour, tuple)  # noqa: S101 - it is RGB
    return colour[0], colour[1], colour[2]
