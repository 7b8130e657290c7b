"""What a name that was switched off comes to, by who is asked and on which day."""

from datetime import date

import pytest

from cavendish.catalogue import Catalogue
from cavendish.core.errors import ModelNotFound
from cavendish.core.parts import Text, Turn
from cavendish.core.request import Request

CATALOGUE = Catalogue.load()
TURNS = (Turn("user", (Text("a banana"),)),)
EARLY, TODAY, LATE = date(2025, 10, 29), date(2026, 11, 21), date(2027, 1, 1)


def moved(name: str, *, follows: str = "google", on: date = TODAY, refuse: bool = False) -> tuple[str, str]:
    named = CATALOGUE.named(Request(model=name, turns=TURNS))
    living, warning = CATALOGUE.living(named, asked=name, follows=follows, on=on, refuse=refuse)
    return living.model, warning


@pytest.mark.parametrize(
    ("name", "model", "warning"),
    [
        (
            "gemini-2.5-flash-image",
            "gemini-nano-banana-2.1",
            "gemini-2.5-flash-image was switched off by Google on 2026-10-02; gemini-nano-banana-2.1 stands in for it.",
        ),
        (
            "models/Nano-Banana-16x9",
            "gemini-nano-banana-2.1",
            "nano-banana (gemini-2.5-flash-image) was switched off by Google on 2026-10-02; "
            "gemini-nano-banana-2.1 stands in for it.",
        ),
        (
            "gpt-4o-image",
            "gemini-nano-banana-2.1",
            "gpt-4o-image (gemini-2.5-flash-image) was switched off by Google on 2026-10-02; "
            "gemini-nano-banana-2.1 stands in for it.",
        ),
        (
            "gemini-3-pro-image-preview-4k",
            "gemini-3-pro-image",
            "gemini-3-pro-image-preview was switched off by Google on 2026-06-25; gemini-3-pro-image stands in for it.",
        ),
        ("gemini-3-pro-image", "gemini-3-pro-image", ""),
        ("best", "gemini-3-pro-image", ""),
        ("nano-banana-2-lite", "gemini-3.1-flash-lite-image", ""),
        ("gpt-image-1", "gpt-image-1", ""),  # another maker's list
        ("unheard-of", "unheard-of", ""),
    ],
)
def test_at_google(name: str, model: str, warning: str) -> None:
    assert moved(name) == (model, warning)


def test_hearsay_moves_nobody_who_asks_by_name_and_nobody_is_sent_there() -> None:
    assert moved("gemini-3.1-flash-image") == ("gemini-3.1-flash-image", "")
    assert moved("nano-banana-2") == ("gemini-3.1-flash-image", "")
    assert moved("gemini-3.1-flash-image-preview")[0] == "gemini-nano-banana-2.1"
    assert moved("gemini-3.1-flash-image-preview", on=date(2026, 10, 28))[0] == "gemini-3.1-flash-image"


@pytest.mark.parametrize("name", ["gemini-2.5-flash-image", "gemini-3-pro-image-preview", "sora_image", "gpt-image-1"])
def test_who_follows_no_list_is_asked_for_every_name(name: str) -> None:
    assert moved(name, follows="", on=LATE) == (CATALOGUE.find(name).id, "")


@pytest.mark.parametrize(
    ("name", "follows", "first_day", "before", "after"),
    [
        ("gemini-2.5-flash-image", "google", date(2026, 10, 2), "gemini-2.5-flash-image", "gemini-3.1-flash-image"),
        ("gpt-image-1", "openai", date(2026, 10, 23), "gpt-image-1", "gpt-image-2.5-sunburst"),
        ("gpt-image-1-mini", "openai", date(2026, 12, 1), "gpt-image-1-mini", "gpt-image-2.5-flare"),
        ("gpt-image-1.5", "openai", date(2026, 12, 1), "gpt-image-1.5", "gpt-image-2.5-sunburst"),
    ],
)
def test_the_day_counts(name: str, follows: str, first_day: date, before: str, after: str) -> None:
    last_day = first_day.fromordinal(first_day.toordinal() - 1)
    assert moved(name, follows=follows, on=last_day) == (before, "")
    assert moved(name, follows=follows, on=first_day)[0] == after


def test_a_preview_ends_before_its_model() -> None:
    assert moved("gemini-2.5-flash-image-preview", on=EARLY) == ("gemini-2.5-flash-image", "")
    assert moved("gemini-2.5-flash-image-preview", on=date(2026, 1, 1)) == (
        "gemini-2.5-flash-image",
        "gemini-2.5-flash-image-preview was switched off by Google on 2025-10-30; "
        "gemini-2.5-flash-image stands in for it.",
    )


def test_where_retired_names_are_refused_the_successor_is_named() -> None:
    with pytest.raises(ModelNotFound, match=r"Its successor is gemini-nano-banana-2\.1") as caught:
        moved("nano-banana", refuse=True)
    assert caught.value.field == "model"
    assert moved("gemini-3-pro-image", refuse=True) == ("gemini-3-pro-image", "")


@pytest.mark.parametrize("refuse", [True, False])
def test_who_names_no_model_gets_a_living_one_without_a_word(refuse: bool) -> None:
    assert moved("", refuse=refuse) == ("gemini-nano-banana-2.1", "")


def test_what_was_asked_for_stays_as_it_is() -> None:
    named = CATALOGUE.named(Request(model="gemini-3-pro-image-preview-4k-16x9", turns=TURNS, seed=3))
    living, _ = CATALOGUE.living(named, asked=named.model, follows="google", on=TODAY, refuse=False)
    assert (living.image_size, living.aspect_ratio, living.seed) == ("4K", "16:9", 3)
