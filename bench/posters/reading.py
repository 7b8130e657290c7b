"""The texts, the pictures that Clay draws of them, and what Tesseract reads there."""

import io
import os
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from cavendish.clay.studio import Studio

__all__ = ["Poster", "Read", "posters", "read_back", "tesseract"]

TEXTS = Path(__file__).with_name("texts.toml")
LONGEST_SIDE, SEED = 1024, 7
SHRUNK = 2
"""Tesseract is made for scans: it reads letters of 20 to 60 pixels best, and posters have larger ones."""
TESSERACT = ("tesseract", "-", "-", "--psm", "3")
"""A picture from stdin, text to stdout; it finds the text by itself, as it does by default."""

_ALIKE = str.maketrans({"’": "'", "‘": "'", "µ": "μ"})


@dataclass(frozen=True, slots=True)
class Poster:
    """A text, which table it is from, its language as Tesseract calls it, what carries it, and the picture's shape."""

    table: str
    language: str
    ratio: tuple[int, int]
    carrier: str
    text: str

    @property
    def prompt(self) -> str:
        """What Clay is asked for."""
        return f'a {self.carrier} that says "{self.text}"'

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        across, upward = self.ratio
        longest = max(across, upward)
        return LONGEST_SIDE * across // longest, LONGEST_SIDE * upward // longest


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a poster."""

    poster: Poster
    words: str

    @property
    def right(self) -> bool:
        """Whether it is the text to the letter, however it is broken into lines and however wide its blanks are."""
        return _folded(self.words) == _folded(self.poster.text)


def posters() -> Iterator[Poster]:
    """All texts, table by table."""
    for table, lines in tomllib.loads(TEXTS.read_text("utf-8")).items():
        for line in lines.strip().split("\n"):
            language, ratio, carrier, text = line.split(" ", 3)
            across, upward = ratio.split(":")
            yield Poster(table, language, (int(across), int(upward)), carrier, text.replace(" / ", "\n"))


async def read_back(studio: Studio, poster: Poster, folder: Path | None = None) -> Read:
    """Draw a poster, read it; `folder` keeps the picture."""
    width, height = poster.size
    composition = await studio.compose(poster.prompt, scene=None, seed=SEED, ratio=width / height)
    file = await studio.draw(composition.scene, width=width, height=height, media_type="image/png")
    if folder is not None:
        name = "".join(sign if sign.isalnum() else "_" for sign in poster.text[:30])
        (folder / f"{poster.table}_{name}.png").write_bytes(file)
    return Read(poster, tesseract(file, poster.language))


def tesseract(picture: bytes, language: str) -> str:
    """The text that Tesseract finds in an encoded picture, shrunk to half its size."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    smaller = io.BytesIO()
    image.resize((image.width // SHRUNK, image.height // SHRUNK), Image.Resampling.LANCZOS).save(smaller, "PNG")
    environment = os.environ | {"OMP_THREAD_LIMIT": "1"}
    done = subprocess.run(
        (*TESSERACT, "-l", language), input=smaller.getvalue(), capture_output=True, check=True, env=environment
    )
    return done.stdout.decode("utf-8")


def _folded(text: str) -> str:
    """On one line, without the dots that lead to a price; signs that look the same are one."""
    text = text.translate(_ALIKE)
    return " ".join(word for word in text.split() if set(word) - {".", "…"})
