"""Draws the pictures that a person should look at: the eight prompts, the edits of the first, and all on one sheet.

python bench/sheets.py                       1024 pixels into build/sheets
python bench/sheets.py --size 512 --to /tmp/sheets
python bench/sheets.py --objects             every kind of thing, side by side
"""

import argparse
import asyncio
import io
import math
import re
import time
from collections.abc import AsyncIterator
from pathlib import Path

from PIL import Image, ImageDraw

from cavendish.clay.objects import KINDS, measure
from cavendish.clay.scene import Camera, Item, Scene, Setting
from cavendish.clay.studio import Studio
from prompts import EDITS, PROMPTS

COLUMNS = 4


async def pictures(studio: Studio, seed: int) -> AsyncIterator[tuple[str, Scene]]:
    """What each picture shows, and its scene: the prompts first, then each edit of the first prompt's scene."""
    first = None
    for prompt in PROMPTS:
        scene = (await studio.compose(prompt, scene=None, seed=seed, ratio=1.0)).scene
        first = first or scene
        yield prompt, scene
    for edit in EDITS:
        yield edit, (await studio.compose(edit, scene=first, seed=seed, ratio=1.0)).scene


async def things() -> AsyncIterator[tuple[str, Scene]]:
    """Every kind by itself, from the side that flatters it."""
    for name, kind in KINDS.items():
        low, high = measure(name)
        reach = max(high[1], math.hypot(high[0] - low[0], high[2] - low[2]) * 0.85)
        distance = reach / (2 * math.tan(math.radians(15))) * 1.25
        camera = Camera(
            (0.0, high[1] * 0.5 + distance * 0.2, distance), (0.0, high[1] * 0.48, 0.0), fov=30.0, aperture=0.0
        )
        yield name, Scene(1, (Item("thing1", name, name, (0.0, 0.0, 0.0), yaw=kind.yaw),), Setting("studio"), camera)


async def draw(size: int, folder: Path, seed: int, *, objects: bool) -> None:
    drawn: list[tuple[str, Image.Image]] = []
    async with Studio() as studio:
        async for title, scene in things() if objects else pictures(studio, seed):
            started = time.perf_counter()
            file = await studio.draw(scene, width=size, height=size, media_type="image/png")
            name = f"{len(drawn) + 1:03d}_{re.sub('[^a-z0-9]+', '_', title.lower()).strip('_')[:40]}.png"
            (folder / name).write_bytes(file)
            drawn.append((title, Image.open(io.BytesIO(file)).convert("RGB")))
            print(f"{time.perf_counter() - started:6.1f} s  {name}", flush=True)
    sheet(drawn).save(folder / "sheet.png")


def sheet(drawn: list[tuple[str, Image.Image]]) -> Image.Image:
    """All pictures in rows, each with its words, at no more than 480 pixels."""
    columns = COLUMNS if len(drawn) < 40 else 12
    side = min(480 if columns == COLUMNS else 200, drawn[0][1].width)
    whole = Image.new("RGB", (columns * side, -(-len(drawn) // columns) * (side + 16)), "white")
    pen = ImageDraw.Draw(whole)
    for number, (title, picture) in enumerate(drawn):
        row, column = divmod(number, columns)
        whole.paste(picture.resize((side, side)), (column * side, row * (side + 16)))
        pen.text((column * side + 4, row * (side + 16) + side + 2), title, "black")
    return whole


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1024, help="pixels (default 1024)")
    parser.add_argument("--to", type=Path, default=Path("build/sheets"), help="folder (default build/sheets)")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--objects", action="store_true", help="every kind of thing instead")
    options = parser.parse_args()
    options.to.mkdir(parents=True, exist_ok=True)
    asyncio.run(draw(options.size, options.to, options.seed, objects=options.objects))


if __name__ == "__main__":
    main()
