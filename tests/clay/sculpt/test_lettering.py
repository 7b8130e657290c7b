"""Letters: they fit, break well, and their fields are true distances."""

import numpy as np
import pytest

from cavendish.clay.sculpt import Mass, extent, letters


@pytest.mark.parametrize("text", ["A", "GRAND OPENING", "one two three four five six", "Zürich\nŁódź", "¡olé!"])
@pytest.mark.parametrize("box", [(4.0, 2.0), (1.0, 3.0), (8.0, 1.0)])
def test_fits_its_box(text: str, box: tuple[float, float]) -> None:
    width, height = extent(text, width=box[0], height=box[1])
    assert 0 < width <= box[0] * 1.001
    assert 0 < height <= box[1] * 1.001
    assert width > 0.95 * box[0] or height > 0.95 * box[1]


def test_one_glyph_for_each_visible_character() -> None:
    assert len(letters("AB C\nD", width=3, height=1).parts) == 4
    assert len(letters("AB", width=3, height=1, edge=np.array([0, 0, 1], np.float32)).parts) == 4
    assert letters(" \n ", width=3, height=1).parts == []


def test_the_middle_of_a_stroke_is_inside_and_the_hole_of_an_o_is_not() -> None:
    shape = letters("O", width=1.0, height=1.0)
    line = np.zeros((4, 400), np.float32)
    line[0], line[3] = np.linspace(-0.6, 0.6, 400), 1
    inside = Mass(shape.parts).distance(line) < 0
    edges = np.flatnonzero(np.diff(inside.astype(int)))
    assert len(edges) == 4
    assert not inside[200]


def test_a_line_break_is_kept() -> None:
    one, two = extent("AB CD", width=4, height=1), extent("AB\nCD", width=4, height=1)
    assert two[0] < one[0]
