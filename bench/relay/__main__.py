"""What it costs to relay pictures, beside nginx and LiteLLM's proxy; the figures go into docs/performance.md.

scripts/bench relay                                     everything, in 15 minutes at the most
scripts/bench relay --only 4k --at-once 32 --peers nginx
scripts/bench relay --quick                             only shows that it runs

Linux. All traffic stays on the loopback. With two cores the gateway has one for itself; the other is the upstream's and
the load client's.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path

from relay.children import Load, Upstream, load_client, upstream
from relay.measure import Figures, Limits, measured
from relay.peers import MAKERS, USUAL, Missing, Peer, started
from relay.plan import PAIRS, PARTS, Cell, quick, selected
from relay.report import ratios, table, told, versions, write

DOCUMENT = Path(__file__).parents[2] / "docs" / "performance.md"


def main() -> None:
    wanted = parsed()
    cells = list(quick() if wanted.quick else selected(wanted.only or list(PARTS), wanted.pairs, wanted.at_once))
    names = ["cavendish"] if wanted.quick else list(dict.fromkeys(["cavendish", *wanted.peers]))
    limits = Limits(
        rounds=1 if wanted.quick else wanted.rounds,
        seconds=0.1 if wanted.quick else wanted.seconds,
        patience=wanted.patience,
        end=time.monotonic() + wanted.minutes * 60,
    )
    found: dict[Cell, dict[str, Figures]] = {}
    running: dict[str, str] = {}
    for figures in run(cells, names, limits, running, together=wanted.quick):
        found.setdefault(figures.cell, {})[figures.peer] = figures
    print(versions(running), "", *ratios(found), *table(found), sep="\n")
    if wanted.write:
        write(DOCUMENT, found, running)
    if any(figures.wrong for by_peer in found.values() for name, figures in by_peer.items() if name == "cavendish"):
        sys.exit("Cavendish did not hand over what the upstream sent.")


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="relay", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a few seconds, Cavendish alone")
    parser.add_argument("--only", nargs="+", choices=PARTS, help="these parts")
    parser.add_argument("--pairs", nargs="+", choices=[pair.name for pair in PAIRS], default=[])
    parser.add_argument("--at-once", nargs="+", type=int, default=[])
    parser.add_argument("--peers", nargs="*", choices=MAKERS, default=list(USUAL), help="beside Cavendish")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=1.0, help="of a sample")
    parser.add_argument("--patience", type=float, default=120.0, help="seconds that a sample may take")
    parser.add_argument("--minutes", type=float, default=13.0, help="after which no sample is begun")
    parser.add_argument("--write", action="store_true", help=f"the figures into {DOCUMENT.name}")
    return parser.parse_args()


def run(
    cells: Sequence[Cell], names: Sequence[str], limits: Limits, running: dict[str, str], *, together: bool
) -> Iterator[Figures]:
    """Figures as they come; `running` is told the versions of the gateways, which live for a part, or `together`."""
    near, far, own = cores()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="relay-")))
        folder.chmod(0o755)
        ports = stack.enter_context(upstream(folder, core=near))
        load = stack.enter_context(load_client(core=far))
        for _, part in groupby(cells, key=lambda cell: together or cell.part):
            with ExitStack() as turn:
                peers = list(gateways(names, folder, ports, own, turn))
                running.update({peer.name: peer.version for peer in peers})
                yield from measured_part(list(part), peers, load, limits)


def measured_part(cells: Sequence[Cell], peers: Sequence[Peer], load: Load, limits: Limits) -> Iterator[Figures]:
    for cell in cells:
        print(told(cell), file=sys.stderr, flush=True)
        yield from measured(cell, peers, load, limits)


def gateways(names: Sequence[str], folder: Path, ports: Upstream, core: int | None, stack: ExitStack) -> Iterator[Peer]:
    for name in names:
        try:
            yield stack.enter_context(started(name, folder / name, ports, core=core))
        except Missing as missing:
            print(f"Left out: {missing}.", file=sys.stderr)


def cores() -> tuple[int | None, int | None, int | None]:
    """The upstream's, the load client's, the gateway's; None where there is but one."""
    allowed = sorted(os.sched_getaffinity(0))
    if len(allowed) < 2:
        return None, None, None
    return allowed[0], allowed[2] if len(allowed) > 2 else allowed[0], allowed[1]


if __name__ == "__main__":
    main()
