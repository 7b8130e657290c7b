"""Runs the two examples against every rehearsal and writes what they said into rehearsal.md; takes two minutes.

python docs/rehearsed.py
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE / "rehearsal.md"
EXAMPLES = {"google-genai": "ask_google.py", "openai": "ask_openai.py"}
MARK = "<!-- written by docs/rehearsed.py -->\n"


def runs(only: Sequence[str] = ()) -> dict[str, tuple[str, ...]]:
    """What each example said in the end, by entry."""
    with ThreadPoolExecutor() as threads:
        google, openai = threads.map(lambda name: _run(name, only), EXAMPLES.values())
    return {entry: (said, openai[entry]) for entry, said in google.items()}


def table(said: dict[str, tuple[str, ...]]) -> list[str]:
    """The rows of the page."""
    head = ["| entry | " + " | ".join(f"`{name}`" for name in EXAMPLES) + " |", "|---|---|---|"]
    return [*head, *(f"| `{entry}` | {' | '.join(lines)} |" for entry, lines in said.items())]


def _run(example: str, only: Sequence[str]) -> dict[str, str]:
    program = [sys.executable, str(HERE.parent / "examples" / example)]
    chosen = [word for entry in only for word in ("--only", entry)]
    command = [sys.executable, "-m", "cavendish", "rehearse", "--json", "--timeout", "180", *chosen, "--", *program]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {run["entry"]: run["last_line"].strip() for run in json.loads(out)["runs"]}


def main() -> None:
    before, _, rest = PAGE.read_text("utf-8").partition(MARK)
    _, _, after = rest.partition(MARK)
    PAGE.write_text(before + MARK + "\n".join(table(runs())) + "\n" + MARK + after, "utf-8")


if __name__ == "__main__":
    main()
