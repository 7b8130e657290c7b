"""Words in the order of English, for languages that have another: every rule is switched on by a word in their files.

"adjectives_after"   une pomme rouge: what stands behind its noun goes before it
"verbs_last"         ein Mann, der einen Hut trägt: what one wears, holds or rides comes after the wearing
"clitics"            mets-le à gauche: an article that no noun follows is "it"
"in_is_on"           un oso en una tabla de surf: what does not hold things within has them on it
"heads_last"         桌子上的杯子: see `heads`

Clauses are ordered one by one, and what is to be written out is left alone.
"""

from collections.abc import Callable, Iterator, Sequence

from cavendish.clay.objects import KINDS

from .heads import heads_first
from .lexicon import lexicon
from .phrases import Unit
from .senses import MODIFIERS, noun_follows

__all__ = ["in_english_order"]

CARRYING = {"wearing", "holding", "riding"}
DESCRIBING = ("color", "material", "size", "ordinal")
NOUNS = ("thing", "group", "carrier")
FILLING = "colored"
SMALL = 3.0


def in_english_order(found: Sequence[Unit], order: frozenset[str]) -> list[Unit]:
    """Return units of another language as English would order them; `order` names the rules."""
    rules = [rule for name, rule in _RULES.items() if name in order]
    ordered: list[Unit] = []
    for clause in _clauses(found):
        for rule in rules:
            clause = rule(clause)
        ordered += clause
    return [unit for unit in ordered if not (unit.senses and all(sense.role == "mark" for sense in unit.senses))]


def _clauses(found: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Yield the clauses; a stop is one of its own, and so is what a verb of writing announces without quotes."""
    clause: list[Unit] = []
    spelling = False
    for unit in found:
        if unit.is_stop or unit.quote is not None or spelling:
            yield from (part for part in (clause, [unit]) if part)
            clause, spelling = [], spelling and not unit.is_stop
            continue
        clause.append(unit)
        verb = unit.sense("verb")
        spelling = verb is not None and verb.value == "write"
    yield clause


def _adjectives_before(clause: list[Unit]) -> list[Unit]:
    ordered: list[Unit] = []
    position = 0
    while position < len(clause):
        unit = clause[position]
        is_noun = unit.has(*NOUNS) or not (unit.senses or unit.is_number)
        end = _end_of_adjectives(clause, position + 1) if is_noun else position + 1
        behind = clause[position + 1 : end]
        ordered += [unit, *behind] if _is_told(ordered) else [*behind, unit]
        position = end
    return ordered


def _end_of_adjectives(clause: Sequence[Unit], start: int) -> int:
    end = start
    while end < len(clause):
        step = 2 if clause[end].plain in {"and", FILLING} else 1
        word = clause[end + step - 1] if end + step <= len(clause) else None
        if word is None or not word.has(*DESCRIBING):
            break
        goes_on = clause[end + step : end + step + 1]
        if clause[end].plain == "and" and (word.has(*NOUNS) or (goes_on and goes_on[0].has(*NOUNS))):
            break
        end += step
    return end


def _is_told(before: Sequence[Unit]) -> bool:
    """Say whether a noun comes of which something is told: "rends le chat bleu" makes it blue, "un chat bleu" is so."""
    verbs = [sense.value for unit in before if (sense := unit.sense("verb"))]
    articles = [sense.value for unit in before if (sense := unit.sense("article"))]
    return bool(verbs) and verbs[-1] in {"make", "turn"} and bool(articles) and articles[-1] == "the"


def _verbs_before(clause: list[Unit]) -> list[Unit]:
    for position, unit in enumerate(clause):
        sense = unit.sense("relation")
        behind = clause[position + 1 : position + 2]
        if sense is None or sense.value not in CARRYING or (behind and behind[0].plain != "and"):
            continue
        start = position
        while start and clause[start - 1].has(*NOUNS, *MODIFIERS):
            start -= 1
        clause = [*clause[:start], unit, *clause[start:position], *behind, *clause[position + 1 + len(behind) :]]
    return clause


def _articles_alone(clause: list[Unit]) -> list[Unit]:
    return [
        _it(unit) if unit.plain == "the" and _stands_alone(clause[position + 1 :]) else unit
        for position, unit in enumerate(clause)
    ]


def _stands_alone(rest: Sequence[Unit]) -> bool:
    if not rest:
        return True
    begins_noun = noun_follows(rest) or rest[0].has("setting", "number", "article", "body")
    return bool(rest[0].senses) and not begins_noun


def _it(unit: Unit) -> Unit:
    return Unit(unit.words, "it", lexicon().senses("it"))


def _in_or_on(clause: list[Unit]) -> list[Unit]:
    verbs = [sense.value for unit in clause if unit.plain != "is" and (sense := unit.sense("verb"))]
    other = "into" if {"make", "turn"} & set(verbs) else "on"
    return [
        Unit(unit.words, other, lexicon().senses(other))
        if unit.plain == "in" and _carries(clause[place + 1 :])
        else unit
        for place, unit in enumerate(clause)
    ]


def _carries(rest: Sequence[Unit]) -> bool:
    """Say whether what comes next is a small thing that others do not get into."""
    noun = next((unit for unit in rest if not unit.has(*MODIFIERS) or unit.has(*NOUNS)), None)
    sense = noun.sense("thing") if noun is not None and not noun.has("setting") else None
    holds = lexicon().uses["hollow"] | lexicon().uses["vessel"]
    return sense is not None and sense.value not in holds and KINDS[sense.value].size < SMALL


_RULES: dict[str, Callable[[list[Unit]], list[Unit]]] = {
    "clitics": _articles_alone,
    "adjectives_after": _adjectives_before,
    "verbs_last": _verbs_before,
    "in_is_on": _in_or_on,
    "heads_last": heads_first,
}
