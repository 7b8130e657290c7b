"""What is said of things besides their nouns: how many, which colours, where, what they do, before what, seen how.

The reader of noun phrases builds on this: it keeps the place in the text, the modifiers that wait for their noun, and
who stands in a relation to whom.
"""

from collections.abc import Sequence
from dataclasses import replace

from .content import Content
from .deeds import busy, doers
from .lexicon import Sense
from .modifiers import Modifiers
from .phrases import Unit, join
from .senses import noun_follows
from .ties import Ties

__all__ = ["MOST_OF_A_KIND", "Describer"]

MOST_OF_A_KIND = 12
AIMING = {"focus", "closer", "zoom", "macro", "medium", "blur"}


class Describer:
    """The state of reading, and all that can be told of a noun. `edit` says that there is a scene already."""

    def __init__(self, phrase: Sequence[Unit], *, edit: bool) -> None:
        self._units = phrase
        self._edit = edit
        self._content = Content()
        self._pending = Modifiers()
        self._ties = Ties(self._content)
        self._side: str | None = None
        self._position = 0
        self._aimed: int | None = None
        self._ink: str | None = None
        self._text_end = -1

    def _noun_follows(self) -> bool:
        return noun_follows(self._units[self._position + 1 :])

    def _is_of_nothing_yet(self) -> bool:
        """Say whether a logo or the like was named, and neither what it shows nor what stands on it."""
        quoted = any(unit.quote is not None for unit in self._units[self._position + 1 : self._position + 2])
        return bool(self._content.carrier) and not (self._content.things or self._edit or quoted)

    def _is_served(self) -> bool:
        return self._pending.count is not None or self._ties.relation == "holding"

    def _village(self, unit: Unit) -> None:
        self._content.village = True
        self._content.drawn.append(unit.words)
        self._ties.relation, self._pending = None, Modifiers()

    def _has_sign(self) -> bool:
        return self._content.carrier is not None or any(thing.kind == "sign" for thing in self._content.things)

    def _known(self, kind: str, modifiers: Modifiers) -> int | None:
        same = [number for number, thing in enumerate(self._content.things) if thing.kind == kind]
        alike = [number for number in same if set(modifiers.colors) <= set(self._content.things[number].colors)]
        return alike[0] if alike else None

    def _deed(self, unit: Unit) -> None:
        """Say what somebody does, or how several stand, of a noun to come or of those just named."""
        deed, chain, things = unit.sense("pose"), self._ties.chain, self._content.things
        if formation := unit.sense("formation"):
            if unit.plain.endswith(" of") or not chain:
                self._pending.formation = formation.value
            for thing in [] if unit.plain.endswith(" of") else [things[number] for number in chain]:
                thing.formation = formation.value
        elif deed is not None:
            before = self._noun_follows() and not unit.has("relation")
            named = [] if before or self._ties.awaits_subject else doers(things, chain, deed.value)
            others = [] if before else busy(things, chain)
            if not named and not others:
                self._pending.pose, self._pending.deed = deed.value, unit.words
            for thing in named or others:
                thing.pose, thing.deed = deed.value, unit.words
                thing.side = "up" if deed.value == "fly" else thing.side
            if named and not chain:
                self._ties.chain = [number for number, thing in enumerate(things) if thing in named]
        if relation := unit.sense("relation"):
            self._ties.relate(relation.value)

    def _camera(self, word: str, unit: Unit) -> None:
        if word not in self._content.camera:
            self._content.camera.append(word)
            self._aimed = self._position if word in AIMING and not self._edit else None
        self._content.drawn.append(unit.words)

    def _backdrop(self, length: int, color: str) -> int:
        words = [unit.words for unit in self._units[self._position : self._position + length]]
        self._content.settings["backdrop"] = color
        self._content.settings.setdefault("place", "studio")
        self._content.drawn.append(join(words))
        self._ties.relation, self._pending = None, Modifiers()
        return length

    def _tint(self, length: int, color: str) -> int:
        """Let the words just read have a colour, or those that are announced."""
        letterings = self._content.letterings
        if letterings and self._position == self._text_end:
            letterings[-1] = replace(letterings[-1], color=color)
        else:
            self._ink = color
            lead = self._units[self._position]
            if lead.plain == "with" and (relation := lead.sense("relation")):
                self._ties.relate(relation.value)
        self._content.drawn.append(join(unit.words for unit in self._units[self._position :][:length] if unit.words))
        return length

    def _count(self, sense: Sense, unit: Unit) -> None:
        if sense.role == "number":
            self._count_to(int(sense.value), unit.words)
        elif sense.role == "ordinal":
            self._pending.ordinal = sense.value
        elif sense.value == "the":
            self._pending.definite = unit.plain not in {"that", "this"} or self._noun_follows()
        else:
            self._pending.take_article(unit.plain)

    def _number(self, unit: Unit) -> None:
        number = int(unit.plain[:6])
        following = self._units[self._position + 1 : self._position + 2]
        if self._edit and self._ties.chain and following and following[0].plain in {"degrees", "degree"}:
            self._content.things[self._ties.chain[-1]].turn = str(number % 360)
            return
        self._count_to(number, unit.words)

    def _count_to(self, number: int, words: str) -> None:
        """Let so many be meant, or as many as there can be, and then tell that there should be more."""
        if number > MOST_OF_A_KIND:
            self._content.unknown.append(words)
        self._pending.count = max(1, min(number, MOST_OF_A_KIND))

    def _modify(self, sense: Sense) -> None:
        """Say something of the noun to come, or, where none comes, of the one before ("a cup that is red")."""
        if self._position and self._units[self._position - 1].plain == "not":
            return
        number = self._ties.spoken_last
        last = None if number is None else self._content.things[number]
        closed = self._noun_follows() or self._closed_by_article()
        after = not closed and (self._ties.relation in {"of", "in"} or not self._ties.is_open)
        match sense.role:
            case "color" if after and last is not None:
                last.later_color = last.later_color or sense.value
            case "color":
                self._pending.colors.append(sense.value)
            case "material" if after and last is not None:
                last.later_material = last.later_material or sense.value
                self._ties.relation = None
            case "material":
                self._pending.material = sense.value
            case "size" if after and last is not None:
                last.factor = float(sense.value)
            case "size":
                self._pending.size = float(sense.value)

    def _closed_by_article(self) -> bool:
        return self._pending.count is not None or self._pending.definite

    def _become(self, sense: Sense) -> None:
        if not self._ties.chain:
            return
        for thing in (self._content.things[number] for number in self._ties.chain):
            if sense.role == "turn":
                thing.turn = sense.value
            else:
                thing.factor = float(sense.value)

    def _put_aside(self, side: str) -> None:
        last = self._content.things[self._ties.chain[-1]] if self._ties.chain else None
        if last is not None and last.side is None:
            last.side = side
        else:
            self._side = side
        if self._ties.relation == "with":
            self._ties.relation = None
