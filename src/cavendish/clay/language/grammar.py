"""Units become content: noun phrases with their colours and counts, relations between them, and the setting.

One pass from left to right. Modifiers are gathered until a noun comes; a relation is gathered with those who stand in
it until the noun that it points at comes; whatever is neither is the setting, the camera, a filler, or unknown.
"""

from collections.abc import Sequence
from dataclasses import replace

from cavendish.clay.objects.charts import CHART_KINDS
from cavendish.clay.objects.prints import carries_words
from cavendish.clay.scene import WORN, Lettering

from .backdrops import backdrop
from .charts import charted
from .content import Carrier, Content, Thing
from .deeds import furnished, is_making, works_as
from .describing import MOST_OF_A_KIND, Describer
from .inks import ink
from .inscriptions import (
    announces,
    captions,
    carrier_of,
    is_about_words,
    is_aloud,
    is_board,
    leads_to_text,
    shortened,
    spoken,
)
from .lexicon import Sense
from .modifiers import Modifiers, stands_alone, vessel_of
from .phrases import Unit, join
from .senses import Surroundings, choose
from .tokens import tokenize
from .translation import units

__all__ = ["Reader", "read"]

MOST_THINGS = 24
PLACE_RELATIONS = {"on", "in", "at"}


def read(text: str) -> Content:
    """Return what a prompt asks for."""
    text, chart = charted(text)
    content = furnished(Reader(units(tokenize(text))).content())
    content.camera = [word.partition(":")[0] for word in content.camera] if len(content.things) < 2 else content.camera
    for thing in content.things:
        thing.settle()
        thing.text = chart if thing.kind in CHART_KINDS else None
    return content


class Reader(Describer):
    """Reads one text. `existing` are the kinds of the scene that it is to edit, None for a new picture.

    In an edit "the cat" and "it" are not looked up here: the scene knows which cat is meant.
    """

    def __init__(self, phrase: Sequence[Unit], *, existing: frozenset[str] | None = None) -> None:
        super().__init__(phrase, edit=existing is not None)
        self._existing = existing or frozenset()
        self._twin: Modifiers | None = None
        self._negated = False
        self._latest: int | None = None
        self._aloud = self._captioned = False
        self._waiting: int | None = None

    def content(self) -> Content:
        """Return all that was read."""
        while self._position < len(self._units):
            step = self._read(self._units[self._position])
            self._position += step
        return self._content

    def _read(self, unit: Unit) -> int:
        """Read one unit; return by how many units to go on (a text written out after "that says" is several)."""
        if unit.quote is not None:
            self._write(unit.quote, following=self._position + 1)
        elif leads_to_text(self._units, self._position):
            pass
        elif unit.is_stop:
            self._stop(unit.plain)
        elif unit.plain in {"and", "or"}:
            self._and()
        elif unit.is_number and not self._edit and not int(unit.plain[:6]):
            self._negated = True
        elif unit.is_number:
            self._number(unit)
        elif announces(unit, self._units[self._position + 1 :], on_sign=self._has_sign()):
            self._aloud, self._captioned = is_aloud(unit), captions(unit)
            return self._spoken_text()
        elif tint := ink(self._units, self._position, behind_text=self._position == self._text_end):
            return self._tint(*tint)
        elif self._ties.chain and is_making(self._units[self._position : self._position + 2]):
            self._content.unknown.append(unit.words)
        elif plain := backdrop(self._units, self._position):
            return self._backdrop(*plain)
        elif unit.has("pose", "formation") and not unit.has("thing"):
            self._deed(unit)
        elif sense := self._choose(unit):
            self._apply(sense, unit)
        elif unit.plain == "for" and self._is_of_nothing_yet():
            self._negated = True  # what a logo is for is not on it
        elif not unit.has("filler", "verb", "pronoun", "turn", "bigger"):
            self._strange(unit)
        return 1

    def _choose(self, unit: Unit) -> Sense | None:
        pending = self._pending
        around = Surroundings(
            edit=self._edit,
            existing=self._existing,
            relation=self._ties.relation,
            modified=pending.any,
            colored=bool(pending.colors),
            counted=pending.count is not None,
            ordered=pending.ordinal is not None,
            after_noun=bool(self._ties.chain),
            noun_follows=self._noun_follows(),
        )
        return choose(unit, around)

    def _apply(self, sense: Sense, unit: Unit) -> None:
        match sense.role:
            case "thing":
                self._thing(sense, unit)
            case "group":
                self._village(unit)
            case "carrier":
                self._carrier(unit)
            case "setting":
                self._setting(sense, unit)
            case "camera":
                self._camera(sense.value, unit)
            case "relation":
                self._ties.relate(sense.value)
            case "side":
                self._put_aside(sense.value)
            case "content" if self._is_served() and stands_alone(self._units[self._position + 1 :]):
                self._thing(Sense("thing", vessel_of(unit.plain)), unit)
            case "verb":
                self._negated = True
            case "pronoun":
                self._pronoun(sense.value)
            case "bigger" | "turn":
                self._become(sense)
            case "article" | "number" | "ordinal":
                self._count(sense, unit)
            case "color" | "material" | "size":
                self._modify(sense)

    def _thing(self, sense: Sense, unit: Unit) -> None:
        if unit.mended:
            self._content.drawn.append(f"{unit.mended} (for {unit.words})")
        if self._negated:
            self._negated, self._pending = False, Modifiers()
            return
        before = self._units[self._position - 1] if self._position else None
        if self._is_half_a_noun() or (before is not None and works_as(before, sense.value)):
            self._content.unknown.append(unit.words)
            return
        twin, self._twin = self._twin, None
        if twin is not None:
            self._add(twin.thing(sense, unit))
        if self._ties.awaits_first and (self._pending.count or (0 if self._edit or not sense.plural else 2)) > 1:
            self._pending.count = 1
            self._add(replace(self._pending.thing(sense, unit), plural=False))
        modifiers, self._pending = self._pending, Modifiers()
        known = self._known(sense.value, modifiers) if modifiers.definite and not self._edit else None
        if known is None:
            self._add(modifiers.thing(sense, unit))
        else:
            self._ties.join(known)
            self._meet(known)

    def _is_half_a_noun(self) -> bool:
        """Say whether another noun follows at once: a toy robot is no toy and a robot."""
        following = self._units[self._position + 1 : self._position + 3]
        nouns = bool(following) and {sense.role for sense in following[0].senses} == {"thing"}
        trade = following[0].sense("thing") if nouns else None
        adorns = trade is not None and works_as(self._units[self._position], trade.value)
        given = self._edit and self._pending.definite and trade is not None and trade.value in {*WORN, "glass"}
        return nouns and not (adorns or given or is_making(following))

    def _add(self, thing: Thing) -> None:
        if len(self._content.things) >= MOST_THINGS:
            return
        thing.side, self._side = self._side, None
        self._content.things.append(thing)
        self._content.drawn.append(thing.noun)
        self._ties.join(len(self._content.things) - 1)
        self._meet(len(self._content.things) - 1)

    def _meet(self, number: int) -> None:
        """Remember the thing that was read last, and let it carry what waits to be written on it."""
        self._latest = number
        if self._aimed is not None and self._position - self._aimed < 4:
            self._content.camera[-1] += f":{self._content.things[number].kind}"
        self._aimed = None
        if self._waiting is not None and carries_words(self._content.things[number].kind):
            self._content.written_on[self._waiting] = Carrier(number)
        self._waiting = None

    def _pronoun(self, value: str) -> None:
        if self._edit and value == "all" and self._noun_follows():
            self._pending.count, self._pending.definite = MOST_OF_A_KIND, True
        elif self._edit:
            thing = Thing(kind=None, noun=value, pronoun=value, definite=True, ordinal=self._pending.ordinal)
            self._pending = Modifiers()
            self._content.things.append(thing)
            self._ties.join(len(self._content.things) - 1)
            self._meet(len(self._content.things) - 1)
        elif self._ties.relation is not None and self._content.things:
            self._ties.join(self._ties.spoken_of())

    def _carrier(self, unit: Unit) -> None:
        self._captioned = captions(unit)
        if self._captioned and not self._edit:
            return
        if is_about_words(unit) and self._latest is not None and self._ties.relation == "with":
            self._ties.relation, self._pending = None, Modifiers()
            return
        self._latest = None
        self._content.carrier = carrier_of(unit, self._content.carrier)
        self._content.drawn.append(unit.words)
        self._pending = Modifiers()

    def _setting(self, sense: Sense, unit: Unit) -> None:
        if self._negated:
            self._negated = False
            return
        pairs = dict(pair.split("=") for pair in sense.value.split())
        if pairs == {"light": "neon"} and self._ties.chain and self._ties.relation == "with":
            self._content.things[self._ties.chain[-1]].material = "neon"
        for name, value in pairs.items():
            settled = name == "place" and name in self._content.settings and not self._edit
            if not settled or self._ties.relation in PLACE_RELATIONS:
                self._content.settings[name] = value
        self._content.drawn.append(unit.words)
        self._ties.relation = None
        self._pending = self._pending if self._noun_follows() else Modifiers()

    def _and(self) -> None:
        following = self._units[self._position + 1 : self._position + 3]
        if following and following[0].has("relation") and not following[0].has("thing", "article"):
            self._ties.resume()
        if self._pending.colors and following and following[0].has("article") and not following[0].has("thing"):
            self._twin, self._pending = self._pending, Modifiers()
        elif not self._pending.colors:
            self._pending = Modifiers()

    def _stop(self, mark: str) -> None:
        self._ties.stop(end=mark == ".")
        self._waiting = None
        self._pending = self._pending if mark == "," and self._noun_follows() else Modifiers()
        self._negated = False

    def _strange(self, unit: Unit) -> None:
        if unit.plain not in (word.lower() for word in self._content.unknown):
            self._content.unknown.append(unit.words)
        if self._noun_follows() or not (self._pending.any or self._ties.relation):
            return
        self._pending = Modifiers()
        self._ties.drop()

    def _write(self, text: str, *, following: int) -> None:
        text, told = shortened(text)
        self._content.unknown += told
        color = self._ink or (self._pending.colors[0] if self._pending.colors else None)
        before = self._position - 1
        joined = before >= 0 and self._units[before].plain in {"and", "or", ".", ","}
        joined = joined and not leads_to_text(self._units, before)
        alone = self._latest is None or joined or self._captioned or is_board(self._content.carrier)
        carrier = None if alone or self._latest is None else Carrier(self._latest, spoken=self._aloud)
        goes_on = joined and bool(self._content.letterings) and self._content.letterings[-1].on
        board = "caption" if self._captioned or goes_on else None
        self._content.letterings.append(Lettering(text, color=color, on=board))
        self._content.written_on.append(carrier)
        self._text_end = following
        self._content.drawn.append(f'"{text}"')
        rest = self._units[following : following + 1]
        is_put_on = carrier is None and bool(rest) and rest[0].plain in {"on", "onto", "written on"}
        self._waiting = len(self._content.letterings) - 1 if is_put_on else None
        self._pending, self._aloud, self._captioned = Modifiers(), False, False
        self._ink = None
        self._ties.relation = None

    def _spoken_text(self) -> int:
        """Read what is to be spelled out; return by how many units to go on."""
        text = spoken(self._units[self._position + 1 :])
        if text:
            words = join(unit.words for unit in text if unit.words)
            self._write(words, following=self._position + 1 + len(text))
        return 1 + len(text)
