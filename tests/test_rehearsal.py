"""What can be asked to be rehearsed, and the two forms it is asked in: a word, and a caller's key."""

import pytest

from cavendish.core.errors import InvalidRequest
from cavendish.rehearsal import entries, find_rehearsal, render_table, simulation_of_key, variables


def test_every_entry_is_found_by_its_name_in_any_case() -> None:
    assert len(entries()) > 40
    for entry in entries():
        assert entry.description
        assert find_rehearsal(entry.name) == find_rehearsal(f" {entry.name.lower()} ") == entry


@pytest.mark.parametrize(
    ("word", "stage", "reason"),
    [
        ("FINISH_SOMETHING_NEW", "generation", "SOMETHING_NEW"),
        ("finish_image_safety", "generation", "IMAGE_SAFETY"),
        ("BLOCK_SOMETHING_NEW", "review", "SOMETHING_NEW"),
    ],
)
def test_a_word_that_google_may_invent_tomorrow(word: str, stage: str, reason: str) -> None:
    found = find_rehearsal(word)
    assert (found.stage, found.reason, found.message) == (stage, reason, "")


@pytest.mark.parametrize("word", ["", "SOMETHING_NEW", "FINISH_", "BLOCK_", "FINISH_é", "418", "IMAGE-SAFETY", "SLOW:"])
def test_what_there_is_not_is_answered_with_all_that_there_is(word: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        find_rehearsal(word)
    assert caught.value.field == "simulate"
    assert all(entry.name in caught.value.message for entry in entries())


def test_seconds() -> None:
    assert find_rehearsal("SLOW").seconds == 5
    assert find_rehearsal("slow:0.5").seconds == 0.5
    assert find_rehearsal("WAIT:600").seconds == 600


@pytest.mark.parametrize("word", ["SLOW:601", "WAIT:600.1", "PICTURE:3", "429:3", "FINISH_NEW:3"])
def test_seconds_that_are_too_many_or_out_of_place(word: str) -> None:
    with pytest.raises(InvalidRequest, match="only WAIT and SLOW take seconds, 600 at the most") as caught:
        find_rehearsal(word)
    assert caught.value.field == "simulate"


@pytest.mark.parametrize(
    ("key", "word"),
    [
        ("rehearse-IMAGE_SAFETY", "IMAGE_SAFETY"),
        ("Rehearse:image_safety", "IMAGE_SAFETY"),
        (" REHEARSE-SLOW:30 ", "SLOW:30"),
        ("rehearse", ""),
        ("rehearse-", ""),
        ("AIza-rehearse-IMAGE_SAFETY", ""),
        ("", ""),
    ],
)
def test_a_key_that_asks_for_a_rehearsal(key: str, word: str) -> None:
    assert simulation_of_key(key) == word


def test_a_programs_environment() -> None:
    assert variables("http://127.0.0.1:1", "rehearse-429") == {
        "GOOGLE_GEMINI_BASE_URL": "http://127.0.0.1:1",
        "GEMINI_API_KEY": "rehearse-429",
        "GOOGLE_API_KEY": "rehearse-429",
        "OPENAI_BASE_URL": "http://127.0.0.1:1/v1",
        "OPENAI_API_KEY": "rehearse-429",
    }


def test_the_table_holds_every_entry() -> None:
    table = render_table()
    assert [line for line in table.splitlines() if line.startswith("| `")] == [
        f"| `{entry.name}` | {entry.description} |" for entry in entries()
    ]
