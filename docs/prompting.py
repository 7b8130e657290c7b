"""Draws every picture of prompting.toml with Clay and writes prompting.md, the picture beside each prompt.

python docs/prompting.py [--check]      with --check only says whether the page is in step with its prompts
"""

import asyncio
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cavendish.clay.scene import Scene
from cavendish.clay.studio import Studio

HERE = Path(__file__).parent
PAGE = HERE / "prompting.md"
PICTURES = HERE / "pictures" / "prompting"
SIDE, SEED, COLUMNS = 512, 7, 4
INTRODUCTION = """# Prompting, by example

Every picture on this page is Clay's, drawn from the words beside it and the seed 7 by `docs/prompting.py`. The same
words work with Google's models. `cavendish generate "…"` draws a prompt, `cavendish edit picture.png "…"` changes it.
"""


def chapters() -> list[dict[str, Any]]:
    """The chapters of prompting.toml."""
    found: list[dict[str, Any]] = tomllib.loads((HERE / "prompting.toml").read_text("utf-8"))["chapters"]
    return found


def shown(chapter: dict[str, Any]) -> list[str]:
    """What stands beside each picture of a chapter; an edit begins with "then"."""
    return [
        words for picture in chapter["pictures"] for words in (picture["prompt"], *map(edit, picture.get("then", ())))
    ]


def edit(words: str) -> str:
    return f"then: {words}"


def page() -> str:
    """The page, with the pictures under the names that `draw` gives them."""
    return "\n".join(
        [INTRODUCTION, *(line for number, chapter in enumerate(chapters(), 1) for line in _part(number, chapter))]
    )


def _part(number: int, chapter: dict[str, Any]) -> Iterator[str]:
    yield f"## {chapter['title']}\n\n{chapter['text'].strip()}\n"
    cells = [(words, f"pictures/prompting/{number:02d}-{place}.jpg") for place, words in enumerate(shown(chapter), 1)]
    for start in range(0, len(cells), COLUMNS):
        row = cells[start : start + COLUMNS]
        yield f"| {' | '.join(f'![{words}]({picture})' for words, picture in row)} |"
        yield f"|{'---|' * len(row)}"
        yield f"| {' | '.join(words for words, _ in row)} |\n"


async def draw() -> None:
    """Draw the pictures of the page."""
    async with Studio() as studio:
        for number, chapter in enumerate(chapters(), 1):
            place = 0
            for picture in chapter["pictures"]:
                scene: Scene | None = None
                for words in (picture["prompt"], *picture.get("then", ())):
                    place += 1
                    scene = (await studio.compose(words, scene=scene, seed=SEED, ratio=1.0)).scene
                    file = await studio.draw(scene, width=SIDE, height=SIDE, media_type="image/jpeg")
                    await asyncio.to_thread((PICTURES / f"{number:02d}-{place}.jpg").write_bytes, file)


def main() -> None:
    if "--check" in sys.argv:
        lost = [name for name in set(_named(page())) if not (HERE / name).exists()]
        if page() != PAGE.read_text("utf-8") or lost:
            sys.exit("prompting.md is out of step with prompting.toml. Run: python docs/prompting.py")
        return
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.jpg"):
        old.unlink()
    asyncio.run(draw())
    PAGE.write_text(page(), "utf-8")


def _named(text: str) -> Iterator[str]:
    for part in text.split("](")[1:]:
        yield part.split(")", 1)[0]


if __name__ == "__main__":
    main()
