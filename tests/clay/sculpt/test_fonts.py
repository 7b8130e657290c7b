"""Fonts: what can be written, in which pieces, and what is named because it cannot."""

import pytest

from cavendish.clay.sculpt import unwritable
from cavendish.clay.sculpt.fonts import SIGN_FACE, clusters, face_for, glyphs_of, is_right_to_left


@pytest.mark.parametrize(
    "text", ["Zürich Łódź ¿Qué?", "Съешь ещё булок ґїє", "Καλημέρα ΐΰ", "50 % €3.20 №5 ½", "I ♥ → ★ ✓ ♪ ☺"]
)
def test_latin_cyrillic_greek_numbers_and_signs_can_be_written(text: str) -> None:
    assert unwritable(text) == ()


def test_what_no_font_has_is_named_once_and_left_out_of_the_line() -> None:
    assert unwritable("A 🦖 B 🦖") == ("🦖",)
    assert [glyphs.text for glyphs in glyphs_of("A🦖B")] == ["A", "B"]


def test_an_accent_stays_with_its_letter() -> None:
    assert list(clusters("e\u0301q\u0303")) == ["é", "q\u0303"]


def test_a_word_of_a_joined_script_is_one_piece() -> None:
    assert list(clusters("a مرحبا b")) == ["a", " ", "مرحبا", " ", "b"]
    assert is_right_to_left("שלום")
    assert not is_right_to_left("42")


def test_a_heart_is_drawn_here() -> None:
    assert face_for("♥") is SIGN_FACE
    assert [glyphs.text for glyphs in glyphs_of("I ♥️ NY") if not glyphs.text.isspace()] == ["I", "♥", "N", "Y"]
