"""GenEval's 553 prompts (github.com/djghosh13/geneval), which are not part of this project: read where they lie."""

import json
from pathlib import Path
from typing import Any

from .asked import Asked, Wanted

__all__ = ["METADATA", "geneval"]

METADATA = Path(__file__).parents[3] / "shared" / "data" / "geneval" / "evaluation_metadata.jsonl"


def geneval(path: Path = METADATA) -> list[Asked]:
    """The prompts in their order; none where the file is not at hand."""
    if not path.exists():
        return []
    return [_asked(json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def _asked(line: dict[str, Any]) -> Asked:
    return Asked(line["prompt"], line["tag"], tuple(_wanted(each) for each in line["include"]))


def _wanted(include: dict[str, Any]) -> Wanted:
    relation, *targets = include.get("position", (None,))
    return Wanted(include["class"], include["count"], include.get("color"), None, relation, tuple(targets))
