"""What no font can write is told, with what would help."""

from importlib.util import find_spec

import pytest

from cavendish.clay.compose import compose


def told(prompt: str) -> tuple[str, ...]:
    return compose(prompt, scene=None, seed=1, ratio=1.0).unknown


def test_what_can_be_written_is_not_told() -> None:
    assert told('a mug that says "Žluťoučký ♥ Γειά 42 %"') == ()


@pytest.mark.skipif(find_spec("noto_cjk_sans_otc") is not None, reason="the extra is installed")
def test_chinese_without_its_font_names_the_extra() -> None:
    [word] = told('a mug that says "日本 HELLO"')
    assert word.startswith("日本 (")
    assert "cavendish[cjk]" in word


@pytest.mark.skipif(find_spec("noto_cjk_sans_otc") is None, reason="the extra is not installed")
def test_chinese_with_its_font_is_written() -> None:
    assert told('a mug that says "日本 HELLO"') == ()


def test_an_emoji_between_letters_is_told() -> None:
    assert told('a poster that says "Hi 🦖"') == ("🦖 (no installed font package has it)",)
