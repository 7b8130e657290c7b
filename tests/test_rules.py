"""Operators' rules: how they are read, what they object to, and that no pattern can hold the server up."""

import logging
import subprocess
import sys
from datetime import time
from pathlib import Path
from typing import Any

import pytest

from cavendish.cli.settings import show_settings
from cavendish.core.errors import InvalidRequest
from cavendish.core.parts import Text, Turn
from cavendish.core.request import Request
from cavendish.rules import Objection, parse_rules
from cavendish.settings import load

NOON, NIGHT = time(12), time(23, 30)


def objection(
    rule: dict[str, Any] | list[dict[str, Any]],
    *said: str,
    system: str = "",
    model: str = "gemini-3-pro-image",
    engine: str = "google",
    now: time = NOON,
) -> Objection | None:
    """What these rules have against a conversation in which the person said this."""
    turns = tuple(Turn("user", (Text(text),)) for text in said or ("a cat",))
    rules = parse_rules(rule if isinstance(rule, list) else [rule], "cavendish.toml")
    request = Request(model=model, turns=turns, system=system)
    return rules.objection(request, model=model, engine=engine, now=now)


@pytest.mark.parametrize(
    "prompt",
    ["an ACME rocket", "Acmé!", "the logo of a bank", "the Logo\nof", "Acme's anvil", "ＡＣＭＥ", "brandname42",
     "画一个苹果标志", "リンゴのロゴを描いて"],
)  # fmt: skip
def test_whole_words_and_phrases_whatever_their_case(prompt: str) -> None:
    found = objection(
        {"words": ["acme", "logo of", "brandname*", "苹果", "ロゴ"], "message": "Ask the designers."}, prompt
    )
    assert found == Objection("BLOCKLIST", "Ask the designers.")


@pytest.mark.parametrize("prompt", ["acmeist poets", "a logo", "of logo", "the lo go of", "果苹", "brandnam"])
def test_parts_of_words_do_not_count(prompt: str) -> None:
    assert objection({"words": ["acme", "logo of", "brandname*", "苹果"]}, prompt) is None


def test_words_between_are_allowed_for() -> None:
    rule = {"words": ["remove … logo"]}
    assert objection(rule, "remove the big red logo")
    assert objection(rule, "remove logo")
    assert objection(rule, "remove a cat that sits on a logo") is None


def test_patterns_are_searched_for() -> None:
    rule = {"pattern": r"order\s+\d{6}"}
    assert objection(rule, "a label for order 123456")
    assert objection(rule, "a label for Order 123456") is None
    assert objection({"pattern": "(?i)order"}, "ORDER")


def test_everything_that_the_person_said_is_looked_at() -> None:
    rule = {"words": ["acme"]}
    assert objection(rule, "an acme rocket", "make it night", "closer")
    assert objection(rule, "a rocket", system="Draw in the style of Acme.")
    rules = parse_rules([rule], "")
    thought = Turn("user", (Text("acme", thought=True), Text("a cat")))
    answered = (Turn("user", (Text("a cat"),)), Turn("model", (Text("acme"),)), Turn("user", (Text("a dog"),)))
    where = {"model": "m", "engine": "google", "now": NOON}
    assert rules.objection(Request(model="m", turns=(thought,)), **where)
    assert rules.objection(Request(model="m", turns=answered), **where) is None


@pytest.mark.parametrize(
    ("hours", "now", "open_"),
    [
        ("08:00-18:00", time(8), True),
        ("08:00-18:00", time(17, 59, 59), True),
        ("08:00-18:00", time(18), False),
        ("08:00-18:00", time(7, 59), False),
        ("22:00-06:00", time(23), True),
        ("22:00-06:00", time(5, 59), True),
        ("22:00-06:00", NOON, False),
        ("18:00-24:00", NIGHT, True),
        ("18:00 - 24:00", time(0), False),
        ("0:00-8:30", time(8, 29), True),
    ],
)
def test_drawing_has_its_hours(hours: str, now: time, open_: bool) -> None:
    found = objection({"hours": hours}, now=now)
    assert (found is None) == open_
    assert found is None or (found.reason == "OTHER" and "draws from" in found.message)


def test_a_rule_may_be_for_some_models_and_engines_only() -> None:
    rule = {"words": ["cat"], "models": ["gemini-3-pro*", "Imagen"], "engines": ["google"]}
    assert objection(rule)
    assert objection(rule, model="imagen")
    assert objection(rule, model="gemini-2.5-flash-image") is None
    assert objection(rule, engine="clay") is None


def test_the_first_rule_that_objects_is_told() -> None:
    rules = [{"words": ["dog"], "message": "one"}, {"hours": "08:00-09:00", "message": "two"}, {"words": ["cat"]}]
    assert objection(rules) == Objection("OTHER", "two")
    assert objection([]) is None


def test_a_pattern_that_runs_out_of_time_refuses_and_warns_once(caplog: pytest.LogCaptureFixture) -> None:
    rule = {"pattern": "(?:a|aa)+$", "message": "Ask."}
    with caplog.at_level(logging.WARNING):
        found = [objection(rule, "a" * 60 + "b") for _ in range(2)]
    assert found[0] == found[1]
    assert found[0]
    assert found[0].reason == "BLOCKLIST"
    assert "in time" in found[0].message
    assert len(caplog.records) == 1
    assert objection(rule, "baa") == Objection("BLOCKLIST", "Ask.")


@pytest.mark.parametrize(
    ("rules", "place", "words"),
    [
        ({}, "rules", "[[rules]]"),
        (["acme"], "rules", "[[rules]]"),
        ([{"words": ["a"]}, {"words": ["b"]}, {"pattern": "("}], "rules[2].pattern", "not a regular expression"),
        ([{"pattern": 5}], "rules[0].pattern", "a string"),
        ([{"words": "acme"}], "rules[0].words", "list of strings"),
        ([{"words": ["acme", " - "]}], "rules[0].words", "no word"),
        ([{"words": ["a"], "word": 1}], "rules[0].word", "not a setting. There are: words, pattern"),
        ([{"words": ["a"], "models": "x"}], "rules[0].models", "list of strings"),
        ([{"words": ["a"], "engines": [1]}], "rules[0].engines", "list of strings"),
        ([{"words": ["a"], "message": 1}], "rules[0].message", "a string"),
        ([{}], "rules[0]", "needs words, a pattern or hours"),
        ([{"message": "x", "models": ["y"]}], "rules[0]", "needs words, a pattern or hours"),
        ([{"words": []}], "rules[0]", "needs words, a pattern or hours"),
        ([{"hours": "always"}], "rules[0].hours", "08:00-18:00"),
        ([{"hours": "8-18"}], "rules[0].hours", "08:00-18:00"),
        ([{"hours": "08:00-25:00"}], "rules[0].hours", "08:00-18:00"),
        ([{"hours": "08:00-18:00-20:00"}], "rules[0].hours", "08:00-18:00"),
        ([{"hours": "08:00-08:00"}], "rules[0].hours", "different times"),
    ],
)
def test_what_is_wrong_is_named(rules: object, place: str, words: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        parse_rules(rules, "cavendish.toml")
    assert caught.value.field == place
    assert place in caught.value.message
    assert words in caught.value.message


def test_settings_hold_them_and_show_how_many(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('port = 5000\n[[rules]]\nwords = ["acme"]\n[[rules]]\nhours = "08:00-18:00"\n')
    loaded = load(file, environ={})
    assert len(loaded.settings.rules) == 2
    assert loaded.origins["rules"] == str(file)
    assert len(load(file, environ={"CAVENDISH_RULES": "none"}).settings.rules) == 2
    assert show_settings(config=str(file), as_json=False) == 0
    assert "2 rules" in capsys.readouterr().out
    file.write_text("rule = 1")
    with pytest.raises(InvalidRequest, match=r"'rule' is not a setting.*rules"):
        load(file, environ={})


def test_what_patterns_need_is_loaded_only_for_a_pattern() -> None:
    code = (
        "import sys; from cavendish.rules import parse_rules; parse_rules([{'words': ['a']}], ''); "
        "before = 'regex' in sys.modules; parse_rules([{'pattern': 'a'}], ''); print(before, 'regex' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.split() == ["False", "True"]
