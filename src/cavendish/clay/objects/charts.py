"""What charts show: rows of numbers, which are their text. Standard library only."""

import re
from dataclasses import dataclass

from .table import TABLE

__all__ = ["CHART_KINDS", "Row", "rows_of"]

CHART_KINDS = frozenset(kind.name for kind in TABLE if kind.family == "charts")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_THOUSANDS = re.compile(r"(?<=\d)[\s,](?=\d{3}\b)")


@dataclass(frozen=True, slots=True)
class Row:
    """One number of a chart: what it stands for, what it is, and how the caller wrote it."""

    label: str
    value: float
    shown: str


def rows_of(text: str) -> tuple[str, list[Row]]:
    """The title and the rows of a chart, one to a line: "Mon: 3", "Tue: 5 %"; a line without a colon is the title."""
    title, rows = "", []
    for line in text.split("\n"):
        label, colon, shown = line.rpartition(":")
        value = _NUMBER.search(_THOUSANDS.sub("", shown))
        if colon and value:
            rows.append(Row(label.strip(), float(value.group().replace(",", ".")), shown.strip()))
        else:
            title = f"{title} {line}".strip()
    return title, rows
