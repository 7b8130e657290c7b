"""Columns on stdout, the same for eyes and for pipes."""

from collections.abc import Sequence

from cavendish.cli.safe import safe

__all__ = ["print_table"]


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Rows of equal length, each column as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print(safe("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()))
