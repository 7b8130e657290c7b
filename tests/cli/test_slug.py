"""File names out of prompts."""

import pytest

from cavendish.cli.slug import slug


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("a beautiful cat under the tree", "a-beautiful-cat-under-the-tree"),
        ('A poster that says "GRAND OPENING"!', "a-poster-that-says-grand-opening"),
        ("the dog's bowl", "the-dogs-bowl"),
        ("../../etc/passwd", "etc-passwd"),
        ("a\x1b[31mred\u202ecat\n", "a-31mred-cat"),
        ("木の下の猫", "木の下の猫"),
        ("กล้วย", "กล้วย"),
        ("cafe\u0301", "caf\u00e9"),
        ("🐱 in space", "cat-face-in-space"),
        ("👩‍🚀", "woman-rocket"),
        ("CON", "con-picture"),
        ("lpt1", "lpt1-picture"),
        ("console", "console"),
        ("...", "picture"),
        ("", "picture"),
        ("-o --force", "o-force"),
        ("$(touch x); rm -rf ~", "touch-x-rm-rf"),
    ],
)
def test_names(prompt: str, name: str) -> None:
    assert slug(prompt) == name


@pytest.mark.parametrize("prompt", ["word " * 100, "猫" * 500, "𠀋" * 500, "x" * 500, "e\u0301\u0302" * 200])
def test_names_are_short_enough_for_every_file_system(prompt: str) -> None:
    name = slug(prompt)
    assert 0 < len(name) <= 60
    assert len(name.encode()) <= 200
    assert not name.endswith("-")


def test_a_long_prompt_is_cut_between_words() -> None:
    assert slug("three red apples and a blue cup on a wooden table in the late afternoon sun") == (
        "three-red-apples-and-a-blue-cup-on-a-wooden-table-in-the"
    )
