"""An engine's own list of models against the catalogue."""

from datetime import date

from cavendish.catalogue import Catalogue
from cavendish.core.model import Differences
from cavendish.engines.base import matches

CATALOGUE = Catalogue.load()
TODAY = date(2026, 11, 21)
GOOGLES = ("gemini-3-pro-image", "gemini-3.1-flash-image", "gemini-3.1-flash-lite-image", "gemini-nano-banana-2.1")


def compared(
    *listed: str, patterns: tuple[str, ...] = ("gemini-*",), follows: str = "google", on: date = TODAY
) -> Differences:
    return CATALOGUE.compare(listed, claims=lambda name: matches(name, patterns), follows=follows, on=on)


def test_in_step_but_for_a_retirement_that_nobody_confirmed() -> None:
    found = compared(*GOOGLES, "gemini-3.5-flash", "nano-banana-pro-preview", "veo-3")
    assert (found.listed, found.lacks, found.unknown) == (7, (), ())
    assert found.contradicts == ("gemini-3.1-flash-image",)
    assert not found.in_step
    assert compared(*GOOGLES, "gemini-2.5-flash-image", on=date(2026, 10, 1)).in_step


def test_what_is_lacking_new_and_revived_is_told() -> None:
    found = compared("models/Gemini-2.5-Flash-Image", "gemini-3-pro-image", "models/gemini-4-image", "gemini-4-flash")
    assert found.lacks == ("gemini-3.1-flash-image", "gemini-3.1-flash-lite-image", "gemini-nano-banana-2.1")
    assert found.unknown == ("gemini-4-image",)
    assert found.contradicts == ("gemini-2.5-flash-image",)


def test_a_reseller_may_list_any_of_a_models_names_and_keep_old_ones() -> None:
    names = ("google/gemini-3-pro-image-preview", "nano-banana-2", "gemini-2.5-flash-image", "nano-banana-2-lite")
    found = compared(*names, "gemini-nano-banana-2.1", follows="")
    assert found.in_step


def test_dated_snapshots_of_known_models_are_known() -> None:
    found = compared(
        "gpt-image-2-2026-04-21", "gpt-image-2.5-flare-2026-09-08", "gpt-image-9", patterns=("gpt-*",), follows="openai"
    )
    assert found.unknown == ("gpt-image-9",)


def test_who_tells_nothing_or_takes_everything_is_in_step() -> None:
    assert compared() == Differences(listed=0)
    assert compared("*", patterns=("*",), follows="").in_step
