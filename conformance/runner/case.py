"""One ability of one client: what its program reported, and the same seen from the engine's side."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from conformance.runner.script import PICTURES, Answer
from conformance.runner.session import Session

__all__ = ["Case", "Failed", "expect", "expect_one_of", "pictures_of", "stored", "words_of"]

HASH = re.compile(r"[0-9a-f]{64}")


class Failed(Exception):
    """Why an ability does not work, for people."""


@dataclass(frozen=True)
class Case:
    session: Session
    report: Mapping[str, Any]

    @property
    def google(self) -> bool:
        return self.session.client.format == "google"

    @property
    def pictures(self) -> list[str]:
        """Hashes of the pictures that the program got, or of their pixels where they came in new files."""
        found = self.report.get("pictures", self.report.get("pixels"))
        if not isinstance(found, list) or not all(isinstance(one, str) and HASH.fullmatch(one) for one in found):
            raise Failed(f"`pictures` must be a list of SHA-256 in hexadecimal, not {str(found)[:100]}")
        return found

    @property
    def text(self) -> str:
        return str(self.report.get("text") or "")

    def seen(self, name: str) -> Any:
        """What the program says that it saw."""
        seen = self.report.get("seen")
        if not isinstance(seen, dict) or seen.get(name) in (None, "", []):
            raise Failed(f"`seen` lacks {name}")
        return seen[name]

    @cached_property
    def answers(self) -> list[Answer]:
        """The engine's answers whose pictures the program got, in its order."""
        for picture in self.pictures:
            if picture not in self.session.script.answers:
                raise Failed(f"a picture that the engine did not send: {picture}")
        return [self.session.script.answers[picture] for picture in self.pictures]

    def asked(self, answer: Answer) -> dict[str, Any]:
        """The request that the engine answered so."""
        found = self.session.script.asked(answer)
        if found is None:
            raise Failed(f"the engine has not sent picture {answer.place} of {answer.engine} yet")
        return found

    @property
    def only(self) -> tuple[Answer, dict[str, Any]]:
        """The one answer that was handed over, and the request for it."""
        if len(self.answers) != 1:
            raise Failed(f"{len(self.answers)} pictures instead of one")
        [answer] = self.answers
        return answer, self.asked(answer)


def _plain(word: object) -> str:
    """A word of a reason or a code in the spelling that all languages share: `IMAGE_SAFETY` is `imagesafety`."""
    return re.sub(r"[^a-z0-9]", "", str(word).lower())


def stored(*names: str) -> list[str]:
    """Hashes of the stored pictures."""
    return [hashlib.sha256((PICTURES / name).read_bytes()).hexdigest() for name in names]


def pictures_of(turn: Mapping[str, Any]) -> list[str]:
    return [part["sha256"] for part in turn["parts"] if "sha256" in part]


def words_of(turn: Mapping[str, Any]) -> str:
    return " ".join(part["text"] for part in turn["parts"] if "text" in part)


def expect(found: object, wanted: object, what: str) -> None:
    if found != wanted:
        raise Failed(f"{what}: {str(found)[:200]} instead of {str(wanted)[:200]}")


def expect_one_of(found: object, wanted: Sequence[str], what: str) -> None:
    """That a word is there in any spelling, maybe with more around it."""
    if not any(_plain(word) in _plain(found) for word in wanted):
        raise Failed(f"{what}: {str(found)[:200]} instead of {' or '.join(wanted)}")
