"""scripts/posters draws sixty texts, has Tesseract read them back, and writes docs/posters.md.

With --table, --every or --to it only prints; --to keeps the pictures.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from cavendish.clay.studio import Studio

from .page import PAGE, render_page
from .reading import Poster, Read, posters, read_back

ENOUGH = 58


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--table", help="only one table: latin, cyrillic_and_greek, numbers")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every Nth text")
    parser.add_argument("--to", type=Path, help="a folder for the pictures")
    options = parser.parse_args(words)
    chosen = [poster for poster in posters() if options.table in {None, poster.table}][:: options.every]
    if options.to is not None:
        options.to.mkdir(parents=True, exist_ok=True)
    readings = asyncio.run(_read(chosen, options.to))
    right = sum(reading.right for reading in readings)
    print(f"{right} of {len(readings)} read back to the letter")
    whole = options.table is None and options.every == 1
    if whole:
        PAGE.write_text(render_page(readings), "utf-8")
    return 0 if right >= len(readings) * ENOUGH / 60 else 1


async def _read(chosen: Sequence[Poster], folder: Path | None) -> list[Read]:
    readings = []
    async with Studio() as studio:
        for poster in chosen:
            reading = await read_back(studio, poster, folder)
            readings.append(reading)
            if not reading.right:
                print(f"{poster.prompt!r} was read as {' '.join(reading.words.split())!r}", flush=True)
    return readings


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
