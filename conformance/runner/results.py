"""What came of the runs: `results.json`, one entry for each client, replaced when that client runs again."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from conformance.runner.client import ROOT, Client

__all__ = ["RESULTS", "Outcome", "commit", "load_results", "merge", "stale"]

RESULTS = ROOT / "conformance" / "results.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One client's run; `failures` tell why by ability, `shown` what it shows of a refusal."""

    client: Client
    version: str
    failures: Mapping[str, str]
    shown: Mapping[str, Any]

    def entry(self) -> dict[str, Any]:
        client = self.client
        cells: dict[str, Any] = {}
        for ability in client.abilities:
            if ability in self.failures:
                cells[ability] = {"works": False, "error": self.failures[ability]}
            elif ability in client.cannot:
                cells[ability] = {"cannot": client.cannot[ability]}
            else:
                cells[ability] = {"works": True}
        return {
            "title": client.title,
            "language": client.language,
            "format": client.format,
            "package": client.package,
            "version": self.version,
            "commit": commit(),
            "date": datetime.now(UTC).date().isoformat(),
            "made_from": client.made_from,
            "abilities": cells,
            "notes": dict(client.notes),
            "application": bool(client.steps),
            "shown": self.shown,
        }


def commit() -> str:
    """The commit that was run, with a plus where files were changed since."""
    short = _git("rev-parse", "--short", "HEAD")
    return short + ("+" if _git("status", "--porcelain", "--", "src") else "")


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def load_results() -> dict[str, Any]:
    """Entries by client; none where nothing was ever run."""
    return json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}


def merge(outcomes: Sequence[Outcome], clients: Sequence[Client]) -> dict[str, Any]:
    """Writes the outcomes over what was known before; clients that are gone go."""
    known = load_results() | {outcome.client.name: outcome.entry() for outcome in outcomes}
    names = {client.name for client in clients}
    merged = {name: known[name] for name in sorted(known) if name in names}
    RESULTS.write_text(json.dumps(merged, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return merged


def stale(results: Mapping[str, Any], clients: Sequence[Client]) -> list[str]:
    """Clients whose results are missing, or older than their programs or the list of abilities."""
    there = {client.name: client for client in clients}
    old = [
        name
        for name, client in there.items()
        if name not in results
        or results[name]["made_from"] != client.made_from
        or tuple(results[name]["abilities"]) != client.abilities
    ]
    return sorted([*old, *(name for name in results if name not in there)])
