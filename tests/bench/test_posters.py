"""The sixty texts, and what counts as read to the letter."""

from collections import Counter

import pytest

from posters.page import render_page
from posters.reading import Poster, Read, posters

POSTER = Poster("numbers", "eng", (3, 4), "menu", "Tea 2.00\nIt's μ")


def test_there_are_three_tables_of_twenty() -> None:
    assert Counter(poster.table for poster in posters()) == {"latin": 20, "cyrillic_and_greek": 20, "numbers": 20}
    assert len({poster.text for poster in posters()}) == 60
    assert all(max(poster.size) == 1024 for poster in posters())


@pytest.mark.parametrize(
    ("words", "right"), [("Tea ..... 2.00\n\n It’s µ", True), ("tea 2.00 It's μ", False), ("", False)]
)
def test_only_every_letter_counts(words: str, right: bool) -> None:
    assert Read(POSTER, words).right == right


def test_the_page_names_every_failure() -> None:
    page = render_page([Read(POSTER, "Tea 2.0"), Read(POSTER, POSTER.text)]) if _has_tesseract() else ""
    assert not page or ("| numbers | 2 | 1 |" in page and "`Tea 2.0`" in page)


def _has_tesseract() -> bool:
    from shutil import which

    return which("tesseract") is not None
