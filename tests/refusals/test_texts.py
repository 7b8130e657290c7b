"""Every refusal has its texts in every language, and a header's wish for a language is understood."""

import re
import subprocess
import sys
import tomllib
from importlib import resources
from typing import Any

import pytest

from cavendish.refusals import LANGUAGES, Texts, explain, preferred_language

# As Google lists them (STOP is no refusal), and whether trying the same thing again can help.
BLOCK_REASONS = {
    "BLOCKED_REASON_UNSPECIFIED": True,
    "BLOCK_REASON_UNSPECIFIED": True,
    "SAFETY": False,
    "OTHER": True,
    "BLOCKLIST": False,
    "PROHIBITED_CONTENT": False,
    "IMAGE_SAFETY": False,
    "MODEL_ARMOR": False,
    "JAILBREAK": False,
}
FINISH_REASONS = {
    "FINISH_REASON_UNSPECIFIED": True,
    "MAX_TOKENS": False,
    "SAFETY": False,
    "RECITATION": True,
    "LANGUAGE": False,
    "OTHER": True,
    "BLOCKLIST": False,
    "PROHIBITED_CONTENT": False,
    "SPII": False,
    "MALFORMED_FUNCTION_CALL": True,
    "IMAGE_SAFETY": True,
    "IMAGE_PROHIBITED_CONTENT": False,
    "IMAGE_OTHER": True,
    "NO_IMAGE": True,
    "IMAGE_RECITATION": True,
    "UNEXPECTED_TOOL_CALL": True,
    "TOO_MANY_TOOL_CALLS": True,
    "MISSING_THOUGHT_SIGNATURE": False,
    "MALFORMED_RESPONSE": True,
    "ESCALATION": False,
    "PUP_LIMITED_DISABLED": False,
    "CONTINUATION": False,
    "MODEL_ARMOR": False,
}
RETRY = {
    **{("REVIEW", reason): retry for reason, retry in BLOCK_REASONS.items()},
    **{("GENERATION", reason): retry for reason, retry in FINISH_REASONS.items()},
    ("REPLY", "NO_IMAGE"): True,
}
STAGES = ("REVIEW", "GENERATION", "REPLY")
UNHEARD_OF = "QUANTUM_DECOHERENCE"
SENTENCE_END = (".", "。")
LONGEST_TITLE = 60
LONGEST_ADVICE = 200


def document(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("cavendish.refusals").joinpath(f"{name}.toml").read_text("utf-8"))


def keys(tables: dict[str, Any]) -> list[tuple[str, str]]:
    return [(stage, reason) for stage in ("review", "generation", "reply") for reason in tables[stage]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_in_the_same_order(language: str) -> None:
    tables = document(language)
    assert list(tables) == ["review", "generation", "reply"]
    assert keys(tables) == keys(document("en")) == keys(document("reasons"))
    for stage, reason in keys(tables):
        assert list(tables[stage][reason]) == ["title", "advice", "note"], (stage, reason)


def test_every_file_of_texts_is_a_language() -> None:
    files = {file.name for file in resources.files("cavendish.refusals").iterdir() if file.name.endswith(".toml")}
    assert files == {"reasons.toml", *(f"{language}.toml" for language in LANGUAGES)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("stage", "reason"), RETRY)
def test_every_reason_of_google_has_a_text_of_its_own(stage: str, reason: str, language: str) -> None:
    texts = explain(stage, reason, language=language)
    assert reason in texts.note or (stage, reason) == ("REPLY", "NO_IMAGE")
    assert texts.note != explain(stage, UNHEARD_OF, language=language).note.replace(UNHEARD_OF, reason)
    assert texts.retry is RETRY[stage, reason]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("stage", "reason"), [*RETRY, *((stage, UNHEARD_OF) for stage in STAGES)])
def test_texts_have_their_shape(stage: str, reason: str, language: str) -> None:
    texts = explain(stage, reason, language=language)
    assert 0 < len(texts.title) <= LONGEST_TITLE
    assert not texts.title.endswith(SENTENCE_END)
    assert 1 <= len(texts.advice) <= 3
    for line in (*texts.advice, texts.note):
        assert line.endswith(SENTENCE_END)
        assert line == line.strip()
    for line in texts.advice:
        assert len(line) <= LONGEST_ADVICE
    assert not re.search("[{}]", "".join((texts.title, *texts.advice, texts.note)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_a_default_repeats_the_word_and_it_does(language: str) -> None:
    tables = document(language)
    for stage, reason in keys(tables):
        assert ("{reason}" in tables[stage][reason]["note"]) is (reason == "default"), (stage, reason)


@pytest.mark.parametrize("language", LANGUAGES)
def test_advice_speaks_no_jargon(language: str) -> None:
    tables = document(language)
    for stage, reason in keys(tables):
        for line in (tables[stage][reason]["title"], *tables[stage][reason]["advice"]):
            assert not re.search(r"prompt|token|API|プロンプト|トークン|提示词|[A-Z]_[A-Z]|[a-z][A-Z]", line), line


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_nothing_was_left_in_english(language: str) -> None:
    for stage, reason in RETRY:
        here, english = explain(stage, reason, language=language), explain(stage, reason)
        assert here.title != english.title
        assert here.note != english.note
        assert not set(here.advice) & set(english.advice)


@pytest.mark.parametrize("stage", STAGES)
def test_a_word_not_yet_invented_gets_its_stages_default(stage: str) -> None:
    texts = explain(stage, UNHEARD_OF)
    assert UNHEARD_OF in texts.note
    assert texts.retry is (stage == "REPLY")
    assert "y" * 81 not in explain(stage, "y" * 5000).note


def test_a_word_may_hold_anything() -> None:
    assert "{reason.__class__}" in explain("GENERATION", "{reason.__class__}").note


def test_a_stage_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        explain("DELIVERY", "SAFETY")


@pytest.mark.parametrize(
    ("language", "same_as"),
    [
        ("de-AT", "de"),
        ("de_CH", "de"),
        ("DE", "de"),
        ("zh-Hant-TW", "zh"),
        ("fr-CA", "fr"),
        ("tlh", "en"),
        ("", "en"),
        ("../en", "en"),
        ("reasons", "en"),
    ],
)
def test_languages_by_their_tags(language: str, same_as: str) -> None:
    assert explain("REVIEW", "SAFETY", language=language) == explain("REVIEW", "SAFETY", language=same_as)


def test_languages_differ() -> None:
    assert len({explain("REVIEW", "SAFETY", language=language).title for language in LANGUAGES}) == len(LANGUAGES)
    assert isinstance(explain("REVIEW", "SAFETY"), Texts)


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("de", "de"),
        ("de-AT,de;q=0.9,en;q=0.8", "de"),
        ("en;q=0.5, fr;q=0.9, de;q=0.7", "fr"),
        ("ja,en", "ja"),
        ("en,ja", "en"),
        ("es;q=0.8,fr;q=0.8", "es"),
        ("zh-TW;q=0.9, en;q=0.1", "zh"),
        ("ZH-hans", "zh"),
        ("nl, sv;q=0.9, de;q=0.1", "de"),
        ("nl, sv", "en"),
        ("*", "en"),
        ("fr, *;q=0.1", "fr"),
        ("fr;q=0.2, *", "en"),
        ("fr;q=0", "en"),
        ("fr;q=0, de;q=0.001", "de"),
        ("fr ; q=0.3 , de ; Q=0.9", "de"),
        ("", "en"),
        (",;,;;q,q=,", "en"),
        ("de;q=nan, fr;q=0.1", "fr"),
        ("de;q=1e9, fr;q=0.1", "fr"),
        ("de;q=2, fr;q=0.1", "fr"),
        ("de;q=-1, fr;q=0.1", "fr"),
        ("de;q=0.12345, fr;q=0.1", "fr"),
        ("de;q=٠.٩, fr;q=0.1", "fr"),
        ("de;level=1, fr;q=0.1", "fr"),
        ("\x00\ufffd, es", "es"),
        ("de-" + "x" * 500, "de"),
    ],
)
def test_preferred_language(header: str, language: str) -> None:
    assert preferred_language(header) == language


def test_a_very_long_header_is_read_to_a_limit() -> None:
    assert preferred_language("fr;q=0.5," + "xx," * 1_000_000 + "de") == "fr"
    assert preferred_language("xx," * 1_000_000 + "de") == "en"


def test_no_text_is_read_before_it_is_needed() -> None:
    code = (
        "import sys; seen = []; "
        "sys.addaudithook(lambda event, facts: seen.append(str(facts[0])) if event == 'open' else None); "
        "from cavendish.refusals import explain; before = sum('.toml' in name for name in seen); "
        "explain('REVIEW', 'SAFETY', language='ja'); explain('REPLY', 'NO_IMAGE', language='ja'); "
        "print(before, sorted(name.replace('\\\\', '/').split('/')[-1] for name in seen if '.toml' in name))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "0 ['ja.toml', 'reasons.toml']"
