"""What reaches a terminal."""

import pytest

from cavendish.cli.safe import safe


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain words, ünïcödé, 猫 and 🐱", "plain words, ünïcödé, 猫 and 🐱"),
        ("two\nlines\r\nand a\ttab", "two\nlines\nand a tab"),
        ("\x1b]0;title\x07\x1b[2Jgone\x9b31m\x08", "]0;title[2Jgone31m"),
        ("left\u202egnp.cat\u2066\u200f", "leftgnp.cat"),
        ("👩\u200d🚀", "👩\u200d🚀"),
        ("broken\ud800", "broken"),
        ("line\u2028paragraph\u2029", "lineparagraph"),
    ],
)
def test_only_harmless_signs_stay(text: str, seen: str) -> None:
    assert safe(text) == seen
