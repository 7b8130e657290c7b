"""Who stands in which relation to whom, while a text is read.

Nouns joined by "and" form a chain of subjects. A relation waits for its target; the target then heads a new chain, as
in "a book on a chair next to a lamp". A relation before any subject waits for its subject, too: "behind the house
there is a tree".
"""

from collections.abc import Sequence

from cavendish.clay.objects import KINDS

from .content import Content, Link
from .lexicon import lexicon

__all__ = ["Ties"]

SMALL = 1.4
BODILY = {"shoulder", "lap", "nose", "holding_by"}
LIGHT = 2.0  # metres that a thing to fight with is long at most
MOST_UPON = 0.7  # how large what stands on a thing is at most, beside others that do
BUBBLES = {"speech_bubble", "thought_bubble"}


class Ties:
    """Gathers the links of a content. `chain` holds the numbers of the things that a relation would now be said of."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self.relation: str | None = None
        self.chain: list[int] = []
        self._subjects: list[int] = []
        self._targets: list[int] = []
        self._former: list[int] = []
        self._closed = False

    @property
    def awaits_first(self) -> bool:
        """Say whether the relation "between" still lacks its first target."""
        return self.relation == "between" and not self._targets

    @property
    def spoken_last(self) -> int | None:
        """The number of the thing of which something may still be said: the last subject, or a target that is named
        before its subject, as the bench in "on a bench painted black there is a girl"."""
        if self.chain:
            return self.chain[-1]
        return self._targets[-1] if self._targets and not self._subjects else None

    @property
    def awaits_subject(self) -> bool:
        """Say whether a relation has its target but nobody yet who stands in it: "on the sofa lies …"."""
        return bool(self._targets) and not self._subjects

    @property
    def is_open(self) -> bool:
        """Say whether a relation still waits for its target."""
        return self.relation is not None and not self._targets

    def relate(self, relation: str) -> None:
        """Let a relation wait for its target."""
        bodiless = not self.chain and relation != "at"
        if relation in {"of", "with", "at"} and (self.relation is not None or bodiless):
            return
        self.relation, self._targets, self._subjects = (
            relation,
            [],
            self.chain[-1:] if relation == "of" or self._is_last_only(relation) else list(self.chain),
        )
        if relation in {"holding", "wearing", "riding"}:
            self._subjects = self._living() or self._subjects

    def _is_last_only(self, relation: str) -> bool:
        """Say whether what comes is said of the noun before alone: "a bed, a desk with a laptop"."""
        things = self._content.things
        last = things[self.chain[-1]].kind if self.chain else None
        return relation == "with" and last in lexicon().uses["bearing"] | lexicon().uses["hollow"]

    def resume(self) -> None:
        """Go on with those who stood in the relation before: "left of a dog and right of a horse"."""
        if self.relation is None and self._former and self.chain:
            self.chain = list(self._former)

    def drop(self) -> None:
        """Forget the relation that waits, for its target is unknown; who stood in it may stand in another."""
        self.chain = self._subjects if self.is_open else []
        self.relation = None

    def join(self, number: int) -> None:
        """Let a thing be the target of the relation that waits for one, or else a further subject."""
        if self.relation is None:
            self.chain = [number] if self._closed else [*self.chain, number]
            self._closed = False
            return
        self._targets.append(number)
        wanted = 2 if self.relation == "between" and not self._content.things[number].plural else 1
        if len(self._targets) < wanted:
            return
        if self._subjects:
            self._link(self.relation, self._subjects, self._targets)
            self._former = self._subjects
            carried = self.relation in {"wearing", "holding"}
            chain = self._subjects if carried else [*self._subjects, number] if self.relation == "facing" else [number]
            self.relation, self.chain, self._closed = None, chain, True
        elif len(self._targets) > wanted:
            self._link(self.relation, [number], self._targets[:-1])
            self.relation, self.chain, self._closed = None, [number], False

    def spoken_of(self) -> int:
        """Return the number of the thing that "it" means as a target: the last that is not itself a subject."""
        others = [number for number in range(len(self._content.things)) if number not in self._subjects]
        bodies = [number for number in others if self._is_creature(number)] if self.relation in BODILY else []
        return (bodies or others or [0])[-1]

    def stop(self, *, end: bool) -> None:
        """End a clause, or with `end` a sentence. Only a relation that lacks its subject lives on."""
        if self._subjects or not self._targets:
            self.relation = None
        self._closed = self._closed or end
        if end:
            self.chain = []

    def _living(self) -> list[int]:
        """Return the last thing that can do something: a boy with a hat holding a balloon holds it himself."""
        kinds = [KINDS.get(thing.kind or "") for thing in self._content.things]
        faces = [number for number, kind in enumerate(kinds) if kind is not None and kind.face]
        return [] if set(faces) & set(self.chain) else faces[-1:]

    def _is_creature(self, number: int) -> bool:
        kind = KINDS.get(self._content.things[number].kind or "")
        return kind is not None and kind.face

    def _bears(self, subject: int, target: int) -> bool:
        """Say whether "with" means "upon", as in a cake with candles or a table with a lamp."""
        upper, lower = self._content.things[target].kind, self._content.things[subject].kind
        kind = KINDS.get(upper or "")
        small = kind is not None and kind.size < SMALL
        return small and lower in lexicon().uses["bearing"]

    def _is_unfit(self, relation: str, subject: int, target: int) -> bool:
        """Say whether of several only the others can be meant: "a fireplace and a cat on the sofa"."""
        upper, lower = (KINDS.get(self._content.things[number].kind or "") for number in (subject, target))
        if upper is None or lower is None or relation not in {"on", "lap", "shoulder"}:
            return False
        return upper.base == "sign" or (not upper.face and upper.size > max(SMALL, MOST_UPON * lower.size))

    def _meeting(self, target: int) -> str:
        """Return what "fighting with" means: against somebody, or with a sword in the hand."""
        kind = KINDS.get(self._content.things[target].kind or "")
        if kind is None or kind.face:
            return "facing"
        return "holding" if kind.size < LIGHT else "near"

    def _link(self, relation: str, subjects: Sequence[int], targets: Sequence[int]) -> None:
        things = self._content.things
        relation = self._meeting(targets[0]) if relation == "facing" else relation
        for subject in subjects:
            if subject in targets or (len(subjects) > 1 and self._is_unfit(relation, subject, targets[0])):
                continue
            if relation in {"with", "of"} and things[subject].kind in lexicon().uses["hollow"]:
                self._content.links.append(Link("in", targets[0], (subject,)))
            elif relation == "with" and things[targets[0]].kind in BUBBLES:
                self._content.links.append(Link("above", targets[0], (subject,)))
            elif relation == "with" and self._bears(subject, targets[0]):
                self._content.links.append(Link("on", targets[0], (subject,)))
            elif relation == "on" and things[subject].kind in lexicon().uses["worn"] and self._is_creature(targets[0]):
                self._content.links.append(Link("wearing", targets[0], (subject,)))
            elif relation in {"with", "holding"} and things[targets[0]].kind in lexicon().uses["worn"]:
                self._content.links.append(Link("wearing", subject, tuple(targets)))
            else:
                self._content.links.append(Link(relation, subject, tuple(targets)))
