"""Writes the documents that follow from the code, or with --check says which are out of step.

python docs/generate.py [--check]
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from cavendish.core.request import Request
from cavendish.wire import gemini, openai_chat

HERE = Path(__file__).parent
COMMANDS = ("generate", "edit", "serve", "models", "settings", "doctor")
TERMINAL = {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}


def formats() -> str:
    """A table of the fields of a Request and the dialects that can say them."""
    lines = ["# What each format can say", "", "| field of a request | Google | OpenAI chat |", "|---|---|---|"]
    for field in fields(Request):
        if field.compare and field.name not in ("engine", "native"):
            marks = [
                "yes" if field.name in carries or (field.name == "model" and carries is gemini.CARRIES) else ""
                for carries in (gemini.CARRIES, openai_chat.CARRIES)
            ]
            lines.append(f"| `{field.name}` | {' | '.join(marks)} |")
    lines += ["", "In Google's format the model stands in the URL.", ""]
    return "\n".join(lines)


def cli() -> str:
    """The help of every command, as it prints itself."""
    return "\n".join(["# The command line", "", *_helps()])


def _helps() -> Iterator[str]:
    for command in ((), *((name,) for name in COMMANDS)):
        words = ["cavendish", *command, "--help"]
        out = subprocess.run(
            [sys.executable, "-m", *words], capture_output=True, text=True, check=True, env={**os.environ, **TERMINAL}
        )
        yield f"## `{' '.join(words[:-1])}`\n"
        yield "```text"
        yield "\n".join(line.rstrip() for line in out.stdout.strip().splitlines())
        yield "```\n"


def main() -> None:
    documents = {"formats.md": formats(), "cli.md": cli()}
    stale = [name for name, text in documents.items() if not _is(HERE / name, text)]
    if "--check" in sys.argv:
        if stale:
            sys.exit(f"Out of step with the code: {', '.join(stale)}. Run: python docs/generate.py")
        return
    for name in stale:
        (HERE / name).write_text(documents[name], "utf-8")


def _is(path: Path, text: str) -> bool:
    return path.exists() and path.read_text("utf-8") == text


if __name__ == "__main__":
    main()
