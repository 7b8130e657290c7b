"""Chinese clauses in the order of English: heads, which stand last there, come first.

在 树 下 的 猫      at tree under OF cat      cat under tree
桌子 上 有 杯子     table on THERE-IS cup     cup on table
戴 着 帽子 的 猫    wearing hat OF cat        cat wearing hat
把 树 去掉          TAKE tree remove          remove the tree

What a place word (a relation with the mark "after") or a verb (a relation that stands before) says of one noun phrase
is moved behind the noun phrase that it belongs to. The marks are "of" (的), "at" (在), "exists" (有) and "object" (把).
"""

from collections.abc import Sequence
from dataclasses import replace

from .lexicon import lexicon
from .phrases import Unit
from .senses import MODIFIERS

__all__ = ["heads_first"]

NOUNS = ("thing", "group", "carrier", "setting", "pronoun")


def heads_first(clause: list[Unit]) -> list[Unit]:
    """Return a clause with its relations between those whom they concern."""
    clause = _verb_first(clause)
    ordered: list[Unit] = []
    position = 0
    while position < len(clause):
        position = _read(clause, position, ordered)
    return [unit for unit in ordered if not _is_mark(unit)]


def _read(clause: Sequence[Unit], start: int, ordered: list[Unit]) -> int:
    """Put what begins at `start` in order behind what is ordered; return where to go on."""
    lead = clause[start] if _leads(clause[start]) else None
    begin = start + (lead is not None)
    end, place = _place(clause, begin)
    if lead is None and (said := _said_of_the_last(clause, start)):
        ordered.append(said)
        return start + 2
    if end == begin or (lead is None and place is None):
        end = max(end, begin) if end > start else start + 1
        follows = bool(ordered) and not ordered[-1].has("side")
        ordered += [_alone(unit, follows) for unit in clause[start:end]]
        return end
    if place is None and not clause[begin].senses and not clause[begin].is_number and _has_mark(clause[start], "at"):
        ordered += clause[begin:end]  # 在唱歌: what somebody is doing
        return end
    relation = _relation(place or lead)
    landmark = [unit for unit in clause[begin : end - (place is not None)] if not _is_mark(unit)]
    landmark = landmark if relation.plain == "into" else _known(landmark)
    following = clause[end : end + 1]
    if following and _has_mark(following[0], "of") and (head := _noun_phrases(clause, end + 1)) > end + 1:
        waiting = _taken(ordered)
        ordered += [*waiting, *clause[end + 1 : head], relation, *landmark]
        return head
    there_is = bool(following) and _has_mark(following[0], "exists")
    head = _noun_phrases(clause, end + there_is)
    at_once = not ordered and _place(clause, end)[1] is None
    if place is not None and head > end + there_is and (there_is or at_once):
        ordered += [*clause[end + there_is : head], relation, *landmark]
        return head
    ordered += [relation, *landmark]
    return end


def _place(clause: Sequence[Unit], begin: int) -> tuple[int, Unit | None]:
    """Return where a noun phrase from `begin` on ends, and the place word behind it, if there is one."""
    end = _noun_phrase(clause, begin)
    several = _noun_phrases(clause, begin)
    for last in dict.fromkeys((end, several)):
        after = last + (last < len(clause) and _has_mark(clause[last], "of"))
        if last > begin and after < len(clause) and _has_mark(clause[after], "after"):
            sense = clause[after].sense("relation")
            if last == end or (sense is not None and sense.value == "between"):
                return after + 1, clause[after]
    return end, None


def _noun_phrase(clause: Sequence[Unit], start: int) -> int:
    """Return where the noun phrase that begins at `start` ends; `start` itself if there is none."""
    for position in range(start, len(clause)):
        unit = clause[position]
        followed = position + 1 < len(clause) and clause[position + 1].has("thing", "group", "carrier")
        strange = not (unit.senses or unit.is_number)
        if strange or (unit.has(*NOUNS) and not (unit.has(*MODIFIERS) and followed)):
            return position + 1
        if not (unit.has(*MODIFIERS) or unit.is_number or (position > start and _has_mark(unit, "of"))):
            break
    return start


def _noun_phrases(clause: Sequence[Unit], start: int) -> int:
    """Return where the noun phrases that "and" joins end."""
    end = _noun_phrase(clause, start)
    while start < end < len(clause) and clause[end].plain == "and":
        further = _noun_phrase(clause, end + 1)
        if further == end + 1:
            break
        end = further
    return end


def _verb_first(clause: list[Unit]) -> list[Unit]:
    """Put the verb in the place of the mark before its object, which is one that is known."""
    for start, unit in enumerate(clause):
        if _has_mark(unit, "object") and not (start and clause[start - 1].is_number):
            verbs = [place for place in range(start + 1, len(clause)) if clause[place].has("verb")]
            verb = [clause[verbs[0]]] if verbs else [_english("make")]
            return [*clause[:start], *verb, _english("the"), *_all_of_them(clause[start + 1 :])]
    return clause


def _all_of_them(clause: list[Unit]) -> list[Unit]:
    """Let a noun that nothing counts mean all that there are."""
    noun = next((place for place, unit in enumerate(clause) if unit.has("thing")), 0)
    if not any(unit.has("thing") for unit in clause[: noun + 1]) or any(map(_counts, clause[:noun])):
        return clause
    several = replace(clause[noun], senses=tuple(replace(sense, plural=True) for sense in clause[noun].senses))
    return [*clause[:noun], several, *clause[noun + 1 :]]


def _counts(unit: Unit) -> bool:
    return unit.is_number or unit.has("number", "article", "ordinal", "verb")


def _taken(ordered: list[Unit]) -> list[Unit]:
    """Take the modifiers that still wait for their noun: 一只 in 一只在树下的猫."""
    waiting: list[Unit] = []
    while ordered and (ordered[-1].is_number or (ordered[-1].has(*MODIFIERS) and not ordered[-1].has(*NOUNS))):
        waiting.insert(0, ordered.pop())
    return waiting


def _said_of_the_last(clause: Sequence[Unit], start: int) -> Unit | None:
    """Return "with" for 上面有, which says what is on or in the thing that was named before."""
    sense = clause[start].sense("relation") if _has_mark(clause[start], "after") else None
    there_is = start + 1 < len(clause) and _has_mark(clause[start + 1], "exists")
    return _english("with") if there_is and sense is not None and sense.value in {"on", "in"} else None


def _known(landmark: list[Unit]) -> list[Unit]:
    """Return a noun phrase that nothing counts with an article, for it may have been named before."""
    bare = bool(landmark) and not (landmark[0].is_number or landmark[0].has("number", "article", "pronoun"))
    return [_english("the"), *landmark] if bare else landmark


def _leads(unit: Unit) -> bool:
    return _has_mark(unit, "at") or (unit.has("relation") and not _has_mark(unit, "after"))


def _relation(unit: Unit | None) -> Unit:
    """Return the bare relation: a place word that stands alone says a side, 在 alone says "in"."""
    sense = unit.sense("relation") if unit is not None else None
    if unit is None or sense is None:
        return _english("in")
    return replace(unit, senses=(sense,))


def _alone(unit: Unit, follows: bool) -> Unit:
    """Return a unit that nothing belongs to: 有 begins a sentence, or says what somebody has."""
    if _has_mark(unit, "after") and unit.has("side"):
        return replace(unit, senses=tuple(sense for sense in unit.senses if sense.role not in {"relation", "mark"}))
    if _has_mark(unit, "exists") and not follows:
        return replace(unit, senses=(*(sense for sense in unit.senses if sense.role == "mark"),))
    return unit


def _english(phrase: str) -> Unit:
    return Unit("", phrase, lexicon().senses(phrase))


def _is_mark(unit: Unit) -> bool:
    return bool(unit.senses) and all(sense.role == "mark" for sense in unit.senses)


def _has_mark(unit: Unit, mark: str) -> bool:
    return any(sense.role == "mark" and sense.value == mark for sense in unit.senses)
