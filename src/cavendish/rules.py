"""What the operator does not want drawn: the `[[rules]]` of `cavendish.toml`, for every engine.

    [[rules]]
    words = ["acme", "logo of"]           # whole words and phrases as in `core.phrases`, with `*` for any ending
    pattern = 'order\\s+\\d{6}'             # a regular expression, case-sensitive unless it begins with (?i)
    hours = "08:00-18:00"                 # drawing is allowed only then, by this machine's clock; may go past midnight
    models = ["gemini-3-pro*"]            # only for these models
    engines = ["google"]                  # only for these engines
    message = "Ask the design team."      # what the person who asked is told

A rule objects when one of its words or its pattern is found, or when it is not the hour. Everything is looked at that
the person said in the conversation, and the system instruction. A pattern gets a tenth of a second: one that needs
more objects, and says so, for nobody knows what it would have found.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import time
from fnmatch import fnmatchcase
from functools import cache
from typing import TYPE_CHECKING, Any

from cavendish.core.errors import InvalidRequest
from cavendish.core.objection import Objection
from cavendish.core.parts import Text
from cavendish.core.phrases import Phrases, plain
from cavendish.core.request import Request

if TYPE_CHECKING:
    import regex

__all__ = ["Hours", "Objection", "Rule", "Rules", "parse_rules"]

PATTERN_SECONDS = 0.1
NOT_HERE = "A rule of this server does not allow this request."
OUT_OF_TIME = "A rule of this server could not be checked in time, so nothing was drawn. A shorter prompt may help."
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Hours:
    """A part of the day, its end left out; past midnight when `end` comes before `start`."""

    start: time
    end: time

    def __contains__(self, now: time) -> bool:
        if self.start < self.end:
            return self.start <= now < self.end
        return now >= self.start or now < self.end

    def __str__(self) -> str:
        return f"{self.start:%H:%M} to {self.end:%H:%M}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule; an empty field does not count."""

    words: Phrases | None = None
    pattern: "regex.Pattern[str] | None" = None
    hours: Hours | None = None
    models: tuple[str, ...] = ()  # patterns
    engines: tuple[str, ...] = ()
    message: str = ""

    def concerns(self, model: str, engine: str) -> bool:
        """Whether it speaks of this model and this engine at all."""
        models = [pattern.lower() for pattern in self.models]
        return (not models or any(fnmatchcase(model.lower(), pattern) for pattern in models)) and (
            not self.engines or engine in self.engines
        )

    def objection(self, said: str, words: str, now: time) -> Objection | None:
        """What it has against what was `said`, its plain `words`, and the time of day."""
        if self.hours is not None and now not in self.hours:
            return Objection("OTHER", self.message or f"This server draws from {self.hours} only.")
        if self.words is not None and self.words.are_in(words):
            return Objection("BLOCKLIST", self.message or NOT_HERE)
        if self.pattern is None:
            return None
        try:
            found = self.pattern.search(said, timeout=PATTERN_SECONDS) is not None
        except TimeoutError:
            _warn_once(self.pattern.pattern)
            return Objection("BLOCKLIST", OUT_OF_TIME)
        return Objection("BLOCKLIST", self.message or NOT_HERE) if found else None


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules, in the file's order."""

    entries: tuple[Rule, ...] = ()

    def __len__(self) -> int:
        return len(self.entries)

    def __str__(self) -> str:
        return "1 rule" if len(self) == 1 else f"{len(self) or 'no'} rules"

    def objection(self, request: Request, *, model: str, engine: str, now: time) -> Objection | None:
        """The first objection to drawing this request with this model by this engine at this time of day."""
        rules = [rule for rule in self.entries if rule.concerns(model, engine)]
        if not rules:
            return None
        said = _said(request)
        words = plain(said) if any(rule.words for rule in rules) else ""
        return next((found for rule in rules if (found := rule.objection(said, words, now))), None)


def parse_rules(tables: object, file_name: str) -> Rules:
    """The rules of a file from the value of its `rules`; InvalidRequest names what is wrong: `rules[2].pattern`."""
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise InvalidRequest(f"{file_name}: rules must be tables, each headed [[rules]].", field="rules")
    return Rules(tuple(_rule(table, f"rules[{index}]", file_name) for index, table in enumerate(tables)))


def _rule(table: Mapping[str, Any], place: str, file_name: str) -> Rule:
    allowed = [entry.name for entry in fields(Rule)]
    for key in table:
        if key not in allowed:
            raise _invalid(file_name, f"{place}.{key}", f"is not a setting. There are: {', '.join(allowed)}")
    if not any(table.get(key) for key in ("words", "pattern", "hours")):
        raise _invalid(file_name, place, "needs words, a pattern or hours")
    readers = {"words": _words, "pattern": _pattern, "hours": _hours, "message": _text}
    values: dict[str, Any] = {}
    for key, value in table.items():
        try:
            values[key] = readers.get(key, _texts)(value)
        except ValueError as error:
            raise _invalid(file_name, f"{place}.{key}", str(error)) from None
    return Rule(**values)


def _words(value: object) -> Phrases | None:
    phrases = _texts(value)
    if empty := [phrase for phrase in phrases if not plain(phrase)]:
        raise ValueError(f"holds {empty[0]!r}, in which there is no word")
    return Phrases(phrases) if phrases else None


def _pattern(value: object) -> "regex.Pattern[str] | None":
    text = _text(value)
    if not text:
        return None
    import regex  # heavy; most have no rule that needs it

    try:
        return regex.compile(text)
    except regex.error as error:
        raise ValueError(f"is not a regular expression: {error}") from None


def _hours(value: object) -> Hours | None:
    text = _text(value)
    if not text:
        return None
    try:
        start, end = (_time_of_day(side.strip()) for side in text.split("-"))
    except ValueError:
        raise ValueError('must be hours such as "08:00-18:00"') from None
    if start == end:
        raise ValueError("must begin and end at different times")
    return Hours(start, end)


def _time_of_day(text: str) -> time:
    hour, minute = text.split(":")
    if len(minute) != 2 or not (hour + minute).isdecimal():
        raise ValueError(text)
    return time(0) if (int(hour), int(minute)) == (24, 0) else time(int(hour), int(minute))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("must be a string")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise ValueError("must be a list of strings")
    return tuple(value)


def _invalid(file_name: str, place: str, wrong: str) -> InvalidRequest:
    return InvalidRequest(f"{file_name}: {place} {wrong}.", field=place)


def _said(request: Request) -> str:
    """All words of the person and the system instruction; those marked as thoughts too, for a mark proves nothing."""
    turns: Sequence[str] = [
        part.text for turn in request.turns if turn.role == "user" for part in turn.parts if isinstance(part, Text)
    ]
    return "\n".join((request.system, *turns))


@cache
def _warn_once(pattern: str) -> None:
    logger.warning("The rule with the pattern %s ran out of time and refused a request; write it simpler.", pattern)
