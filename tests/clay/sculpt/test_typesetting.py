"""Typesetting: lines break where they should, pages have headlines, menus have columns."""

import pytest

from cavendish.clay.sculpt import menu_page, page, typeset
from cavendish.clay.sculpt.typesetting import wrapped


def lines(text: str, width: float, height: float) -> list[str]:
    return [line.line.text for line in typeset(text, width, height)]


def test_a_number_stays_with_its_unit_and_a_phone_number_in_one_piece() -> None:
    for ems in (4.0, 6.0, 9.0, 14.0):
        found = [line.text for line in wrapped("now 50 % off until 12 July, call 0171 48 30", ems)]
        assert any("50 %" in line for line in found)
        assert any("12 July," in line for line in found)
        assert any("0171 48 30" in line for line in found)


def test_chinese_breaks_between_signs_but_not_before_a_stop() -> None:
    assert [line.text for line in wrapped("a。b", 0.1)] == ["a。b"]


def test_newlines_are_kept_and_words_are_never_lost() -> None:
    assert lines("AB CD\nE", 8, 1) == ["AB CD", "E"]
    text = "the quick brown fox jumps over the lazy dog and runs away"
    assert " ".join(lines(text, 2, 2)).split() == text.split()


def test_even_lines_share_one_size() -> None:
    assert len({line.size for line in typeset("one two three four five", 2, 2, even=True)}) == 1


def test_what_comes_before_a_colon_is_the_headline() -> None:
    found = page("Summer sale: 50 % off all shoes", 3, 3)
    assert " ".join(line.line.text for line in found.of(0)) == "Summer sale:"
    assert " ".join(line.line.text for line in found.of(1)) == "50 % off all shoes"
    assert min(line.size for line in found.of(0)) > max(line.size for line in found.of(1))


@pytest.mark.parametrize("box", [(3.0, 3.0), (2.0, 4.0), (5.0, 1.5)])
@pytest.mark.parametrize("text", ["Notruf 112", "word " * 39, "Concert\nSaturday 8 pm\nTown Hall", "a: b"])
def test_a_page_fits(text: str, box: tuple[float, float]) -> None:
    width, height = box
    for line, _ in page(text, width, height).lines:
        assert abs(line.x) <= width / 2 * 1.001
        assert line.width <= width * 1.001
        assert -height / 2 <= line.y <= height / 2


def test_prices_end_at_the_right_edge() -> None:
    found = menu_page("Menu\nCoffee 2.50 €\nApple cake 13.80 €", 3, 3)
    prices = [line for line in found.of(1) if line.line.text.endswith("€")]
    assert [line.line.text for line in prices] == ["2.50 €", "13.80 €"]
    assert [line.x + line.width for line in prices] == pytest.approx([1.5, 1.5])
    assert [line.line.text for line in found.of(0)] == ["Menu"]


def test_a_menu_in_one_row_is_parted_at_its_prices() -> None:
    dishes = [line.line.text for line in menu_page("Tea 2.00 Cake 3.80", 3, 3).of(1)]
    assert dishes == ["Tea", "2.00", "Cake", "3.80"]
