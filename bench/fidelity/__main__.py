"""scripts/fidelity judges GenEval's prompts and two seeds of ours, and writes docs/fidelity.md.

With --seed or --every it judges less and only prints.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from .asked import Asked
from .generator import generated
from .geneval import geneval
from .page import PAGE, render_page, share
from .verdict import Verdict, judged

PROMPTS = 553  # as many of our own as GenEval has
TUNING, REPORTED = 1, 20261125
SIZE = 192
ENOUGH = 97.0  # percent


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, help="only our own prompts of this seed; 0 for GenEval's")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every Nth prompt")
    parser.add_argument("--size", type=int, default=SIZE, help=f"pixels (default {SIZE})")
    parser.add_argument("--workers", type=int, default=2, help="processes (default 2)")
    options = parser.parse_args(words)
    with ProcessPoolExecutor(options.workers) as pool:
        runs = {
            title: list(_run(pool, list(enumerate(prompts))[:: options.every], options.size))
            for title, prompts in _sets(options.seed).items()
        }
    for title, verdicts in runs.items():
        print(f"{share(verdicts):5.1f} %  {title}")
    if options.seed is None and options.every == 1:
        PAGE.write_text(render_page(runs, size=options.size), "utf-8")
    return 0 if all(share(verdicts) >= ENOUGH for verdicts in runs.values()) else 1


def _sets(seed: int | None) -> dict[str, list[Asked]]:
    """The prompts by title; GenEval's are left out where they are not at hand."""
    sets = {"GenEval": geneval()} if not seed else {}
    if seed is None:
        sets |= {
            "Our own, tuning seed": generated(TUNING, count=PROMPTS),
            f"Our own, reported seed {REPORTED}": generated(REPORTED, count=PROMPTS),
        }
    elif seed:
        sets[f"Our own, seed {seed}"] = generated(seed, count=PROMPTS)
    return {title: prompts for title, prompts in sets.items() if prompts}


def _run(pool: ProcessPoolExecutor, numbered: Sequence[tuple[int, Asked]], size: int) -> Iterator[Verdict]:
    judge = partial(_judged, size)
    for verdict in pool.map(judge, numbered, chunksize=8):
        if verdict.faults:
            print(f"{verdict.asked.prompt} ({verdict.asked.ratio:.3g}): {'; '.join(verdict.faults)}", flush=True)
        yield verdict


def _judged(size: int, numbered: tuple[int, Asked]) -> Verdict:
    number, asked = numbered
    return judged(asked, seed=number, size=size)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
