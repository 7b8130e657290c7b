"""Draws the pictures that a person should look at: the eight prompts, the edits of the first, and all on one sheet.

python bench/sheets.py                       1024 pixels into build/sheets
python bench/sheets.py --size 512 --to /tmp/sheets
python bench/sheets.py --objects             every kind of thing, side by side
python bench/sheets.py --poses               whatever creatures can be seen doing
python bench/sheets.py --cameras             one scene through every camera word
python bench/sheets.py --lights              one scene in every light, hour, weather and grade
python bench/sheets.py --sets                one scene in every place and season
python bench/sheets.py --seeds               ten seeds of the first prompt
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

from cavendish.clay.language import lexicon
from cavendish.clay.objects import KINDS, measure, nearest
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


async def looks(studio: Studio, seed: int, roles: str) -> AsyncIterator[tuple[str, Scene]]:
    """One scene as it is, and as each word of the lexicon makes it: the camera's, those of light, of places."""
    yield SUBJECT, (await studio.compose(SUBJECT, scene=None, seed=seed, ratio=1.0)).scene
    for word in ROLES[roles]:
        yield word, (await studio.compose(f"{SUBJECT}, {word}", scene=None, seed=seed, ratio=1.0)).scene


def firsts(role: str, *names: str) -> list[str]:
    """The first phrase of the lexicon for each meaning of a role, where it is about one of these names."""
    found: dict[str, str] = {}
    for phrase, senses in lexicon().entries():
        for sense in senses:
            if sense.role == role and (not names or sense.value.partition("=")[0] in names):
                found.setdefault(sense.value, phrase)
    return [phrase for value, phrase in found.items() if "none" not in value]


SUBJECT = "a girl sitting on a bench next to a dog"
ROLES = {
    "cameras": firsts("camera"),
    "lights": firsts("setting", "light", "time", "weather", "grade"),
    "sets": [f"in the {word}" for word in firsts("setting", "place", "season")],
}


async def seeds(studio: Studio) -> AsyncIterator[tuple[str, Scene]]:
    """Ten seeds of one prompt."""
    for seed in range(10):
        yield f"seed {seed}", (await studio.compose(PROMPTS[0], scene=None, seed=seed, ratio=1.0)).scene


async def things(*, posed: bool) -> AsyncIterator[tuple[str, Scene]]:
    """Every kind by itself, from the side that flatters it; `posed`, in every pose that it has."""
    poses = {sense.value for _, senses in lexicon().entries() for sense in senses if sense.role == "pose"}
    names = {name: None for kind in KINDS.values() for pose in sorted(poses) if (name := nearest(kind, pose))}
    for name in names if posed else KINDS:
        kind = KINDS[name]
        low, high = measure(name)
        reach = max(high[1], math.hypot(high[0] - low[0], high[2] - low[2]) * 0.85)
        distance = reach / (2 * math.tan(math.radians(15))) * 1.25
        camera = Camera(
            (0.0, high[1] * 0.5 + distance * 0.2, distance), (0.0, high[1] * 0.48, 0.0), fov=30.0, aperture=0.0
        )
        yield name, Scene(1, (Item("thing1", name, name, (0.0, 0.0, 0.0), yaw=kind.yaw),), Setting("studio"), camera)


def shown(studio: Studio, seed: int, what: str) -> AsyncIterator[tuple[str, Scene]]:
    match what:
        case "objects" | "poses":
            return things(posed=what == "poses")
        case "cameras" | "lights" | "sets":
            return looks(studio, seed, what)
        case "seeds":
            return seeds(studio)
    return pictures(studio, seed)


async def draw(size: int, folder: Path, seed: int, what: str) -> None:
    drawn: list[tuple[str, Image.Image]] = []
    async with Studio() as studio:
        async for title, scene in shown(studio, seed, what):
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
    for what in ("objects", "poses", "cameras", "lights", "sets", "seeds"):
        parser.add_argument(f"--{what}", action="store_const", dest="what", const=what, default="prompts")
    options = parser.parse_args()
    options.to.mkdir(parents=True, exist_ok=True)
    asyncio.run(draw(options.size, options.to, options.seed, options.what))


if __name__ == "__main__":
    main()
