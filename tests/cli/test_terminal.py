"""What someone at a terminal sees: the bar, the picture, three lines to go on with."""

import re

import pytest

from cavendish.cli.show import protocol_of
from tests.cli.conftest import Cavendish, Make
from tests.serving import Upstream, google_answer


def test_the_picture_is_shown_in_half_blocks(paid: Cavendish) -> None:
    seen = paid.on_terminal("generate", "a cat")
    rows = [line for line in seen.splitlines() if "▀" in line]
    assert 4 <= len(rows) <= 32
    assert len({row.count("▀") for row in rows}) == 1
    assert seen.index("▀") < seen.index("a-cat.png\n")
    assert "Drawing" in seen


def test_the_hints_come_twice(paid: Cavendish) -> None:
    first = paid.on_terminal("generate", "a cat")
    for hint in ("cavendish edit a-cat.png", "cavendish serve", "GEMINI_API_KEY"):
        assert hint in first
    assert "scripts/run edit a-cat-2.png" in paid.on_terminal("generate", "a cat", CAVENDISH_COMMAND="scripts/run")
    assert "edit" not in paid.on_terminal("generate", "a cat")


def test_no_hints_where_the_state_cannot_be_kept(paid: Cavendish) -> None:
    (paid.folder / "file").write_text("in the way")
    seen = paid.on_terminal("generate", "a cat", XDG_STATE_HOME=str(paid.folder / "file"))
    assert "a-cat.png" in seen
    assert "cavendish serve" not in seen


def test_kitty_gets_a_picture_of_its_own_protocol(paid: Cavendish) -> None:
    seen = paid.on_terminal("generate", "a cat", TERM="xterm-kitty")
    commands = re.findall(r"\x1b_G([^;]*);([A-Za-z0-9+/=]*)\x1b\\", seen)
    assert commands[0][0].startswith("a=T,f=100,q=2,")
    assert commands[0][1].startswith("iVBORw0KGgo")
    assert all(len(data) <= 4096 for _, data in commands)
    assert [keys[-3:] for keys, _ in commands] == ["m=1"] * (len(commands) - 1) + ["m=0"]


def test_iterm2_gets_its_own(paid: Cavendish) -> None:
    seen = paid.on_terminal("generate", "a cat", TERM_PROGRAM="iTerm.app")
    assert re.search(r"\x1b\]1337;File=inline=1;size=\d+;[^:]*:iVBORw0KGgo[A-Za-z0-9+/=]*\x07", seen)


def test_no_color_means_no_colours(paid: Cavendish) -> None:
    seen = paid.on_terminal("generate", "a cat", NO_COLOR="1")
    assert "▀" not in seen
    assert not re.search(r"\x1b\[(3|4|9|10)[0-9]", seen)
    assert "a-cat.png" in seen


def test_json_on_a_terminal_is_nothing_but_json(paid: Cavendish) -> None:
    seen = paid.on_terminal("generate", "a cat", "--json")
    assert "▀" not in seen
    assert "Drawing" not in seen
    assert seen.splitlines()[-1].startswith('{"version": 1, "pictures"')


def test_bytes_on_a_terminal_need_force(make_cavendish: Make, google: Upstream) -> None:
    cavendish = make_cavendish(GOOGLE_GEMINI_BASE_URL=google.url)
    with pytest.raises(AssertionError, match="--force"):
        cavendish.on_terminal("generate", "a cat", "-o", "-")
    assert google.requests == []


def test_names_and_words_are_harmless_there(paid: Cavendish, google: Upstream) -> None:
    google.answer = google_answer({"text": "\x1b]0;owned\x07"}, google_answer()["candidates"][0]["content"]["parts"][1])
    seen = paid.on_terminal("generate", "a cat", "-o", "a\x1b[5mcat.png", NO_COLOR="1")
    assert "a[5mcat.png" in seen
    assert "\x1b[5m" not in seen
    assert "\x1b]" not in seen


@pytest.mark.parametrize(
    ("environ", "protocol"),
    [
        ({"TERM": "xterm-kitty"}, "kitty"),
        ({"TERM": "xterm-256color", "KITTY_WINDOW_ID": "1"}, "kitty"),
        ({"TERM": "xterm-ghostty"}, "kitty"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, "iterm2"),
        ({"TERM": "xterm-256color", "LC_TERMINAL": "iTerm2"}, "iterm2"),
        ({"TERM": "tmux-256color", "KITTY_WINDOW_ID": "1"}, "blocks"),
        ({"TERM": "screen", "LC_TERMINAL": "iTerm2"}, "blocks"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "vscode"}, "blocks"),
        ({}, "blocks"),
    ],
)
def test_what_a_terminal_says_of_itself(environ: dict[str, str], protocol: str) -> None:
    assert protocol_of(environ) == protocol
