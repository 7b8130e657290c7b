"""Can a viewer who sees only pictures say what they show?

scripts/recognition draw    hangs the pictures in build/recognition: objects/NUMBER.png, prompts/NUMBER.png
scripts/recognition judge   reads docs/recognition/objects.json and prompts.json, a viewer's words by number, and writes
                            docs/recognition/README.md
"""

import argparse
import asyncio
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from cavendish.clay.studio import Studio

from .exhibits import Exhibit, exhibits
from .page import FOLDER, render_page

PARTS = ("objects", "prompts")
WALL = Path("build/recognition")
SIDE = 512


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("draw", "judge"))
    parser.add_argument("--part", choices=PARTS, action="append", help="only this part (default: both)")
    parser.add_argument("--only", nargs="*", help="only the pictures with these numbers")
    options = parser.parse_args(words)
    parts = options.part or PARTS
    if options.what == "draw":
        asyncio.run(_draw(parts, options.only))
    else:
        answers = {part: json.loads((FOLDER / f"{part}.json").read_text("utf-8")) for part in parts}
        (FOLDER / "README.md").write_text(render_page(answers), "utf-8")
    return 0


async def _draw(parts: Sequence[str], only: Sequence[str] | None) -> None:
    async with Studio() as studio:
        for part in parts:
            (WALL / part).mkdir(parents=True, exist_ok=True)
            for exhibit in exhibits(part):
                if not only or exhibit.number in only:
                    picture = await _drawn(studio, exhibit)
                    await asyncio.to_thread((WALL / part / f"{exhibit.number}.png").write_bytes, picture)


async def _drawn(studio: Studio, exhibit: Exhibit) -> bytes:
    scene = (await studio.compose(exhibit.prompt, scene=None, seed=1, ratio=1.0)).scene
    return await studio.draw(scene, width=SIDE, height=SIDE, media_type="image/png")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
