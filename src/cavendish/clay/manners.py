"""What Clay does not draw, and what it answers in words instead, told by the words of a prompt.

The words are data, in `manners.toml`: what is declined and why, what sounds alike and is harmless, and what only words
can answer. Harmless phrases are struck out first, so that a blood orange is a fruit. This is manners, not a wall: who
spells a word in an odd way gets past, and Clay knows few things that could offend.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from cavendish.core.objection import Objection
from cavendish.core.phrases import Phrases, plain

__all__ = ["MOST_READ", "objection", "reply"]

MOST_READ = 4000  # characters of a prompt; Clay draws nothing of what lies beyond
QUOTED = re.compile(r"[\"“„«「『].{0,200}?[\"”“»」』]", re.DOTALL)
QUESTION_MARKS = ("?", "？")


@dataclass(frozen=True, slots=True)
class Manners:
    """The file's tables, ready to be looked for; sentences by the phrases that they answer."""

    declined: tuple[tuple[Phrases, Objection], ...]
    harmless: Phrases
    replies: tuple[tuple[Phrases, str], ...]
    questions: Phrases
    errands: Phrases
    wishes: Phrases
    no_picture_asked: str


def objection(prompt: str) -> Objection | None:
    """Why Clay does not draw this, in kind words; None when it gladly does."""
    manners = _manners()
    words = manners.harmless.struck_from(plain(prompt[:MOST_READ]))
    return next((objection for phrases, objection in manners.declined if phrases.are_in(words)), None)


def reply(prompt: str) -> str | None:
    """What to say where words, or another program, are what is asked for; None where a picture is.

    What stands in quotation marks is to be written into the picture and asks for nothing.
    """
    manners = _manners()
    asked = QUOTED.sub(" | ", prompt[:MOST_READ]).strip()
    words = manners.harmless.struck_from(plain(asked))
    for phrases, sentence in manners.replies:
        if phrases.are_in(words):
            return sentence
    is_question = asked.endswith(QUESTION_MARKS) and manners.questions.begin(words)
    if (is_question or manners.errands.begin(words)) and not manners.wishes.are_in(words):
        return manners.no_picture_asked
    return None


@cache
def _manners() -> Manners:
    data = tomllib.loads(resources.files("cavendish.clay").joinpath("manners.toml").read_text("utf-8"))
    conversation = data["conversation"]
    return Manners(
        declined=tuple(
            (_phrases(table["words"]), Objection(table["reason"], table["message"]))
            for table in data["declined"].values()
        ),
        harmless=_phrases(data["harmless"]),
        replies=tuple((_phrases(table["words"]), table["message"]) for table in data["replies"].values()),
        questions=_phrases(conversation["questions"]),
        errands=_phrases(conversation["errands"]),
        wishes=_phrases(conversation["wishes"]),
        no_picture_asked=conversation["message"],
    )


def _phrases(by_language: Mapping[str, Any]) -> Phrases:
    return Phrases(phrase for text in by_language.values() for phrase in text.split(","))
