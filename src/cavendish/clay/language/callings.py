"""People called by what they do, whom no kind shows: a ceramicist is a man or a woman, and the answer says so.

Which unknown noun means somebody is told by its ending and by what stands round it: a portrait of which it is, an age
or a nation before it, a face or clothes that it has, or something that only people do.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from cavendish.clay.callings import is_calling

from .lexicon import Sense
from .phrases import Unit

__all__ = ["with_people"]

_OF_WOMEN = re.compile(r"\w+(woman|women|ess|ette|trix)")
_SEEN_AS = {"portrait", "headshot", "selfie", "close up portrait", "closeup portrait", "portrait photo"}
_OLD = {"elderly", "old", "aged", "retired", "wrinkled"}
_AGED = {
    *("elderly", "old", "young", "aged", "middle", "teenage", "adult", "wise", "bearded", "female", "male", "retired"),
    *("japanese", "chinese", "italian", "french", "german", "spanish", "mexican", "indian", "african", "american"),
    *("british", "english", "irish", "scottish", "russian", "korean", "brazilian", "turkish", "greek", "egyptian"),
    *("moroccan", "vietnamese", "thai", "polish", "dutch", "swedish", "asian", "european", "caribbean", "nordic"),
    *("medieval", "victorian", "skilled", "famous", "professional", "proud", "friendly", "smiling", "rugged", "stern"),
}
_OF_A_FACE = {
    *("smile", "wrinkles", "beard", "mustache", "moustache", "hair", "eyes", "freckles", "face", "hands", "gaze"),
    *("expression", "apron", "uniform", "glasses", "skin", "cheeks", "who", "he", "she", "wearing", "dressed in"),
}
_SHE = {"she", "her", "hers", "woman", "female", "lady", "herself"}
_LOOK_BACK, _LOOK_AHEAD = 5, 14


def with_people(units: Sequence[Unit]) -> list[Unit]:
    """Return the units with a man or a woman for each unknown noun that means somebody."""
    return [_person(units, number) if _is_person(units, number) else unit for number, unit in enumerate(units)]


def _is_person(units: Sequence[Unit], number: int) -> bool:
    unit, behind = units[number], units[number + 1 : number + 2]
    if unit.senses or unit.quote is not None or not is_calling(unit.plain):
        return False
    if behind and (behind[0].has("thing", "setting", "carrier") or not (behind[0].senses or behind[0].is_stop)):
        return False
    before = [other.plain for other in units[max(number - _LOOK_BACK, 0) : number]]
    rest = units[number + 1 : number + _LOOK_AHEAD]
    named = next((place for place, other in enumerate(rest) if other.has("thing", "carrier")), len(rest))
    after = [other.plain for other in rest[:named]]
    shown = bool(_SEEN_AS & set(before)) and "of" in before
    return shown or bool(_AGED & set(before[-3:])) or bool(_OF_A_FACE & set(after))


def _person(units: Sequence[Unit], number: int) -> Unit:
    unit = units[number]
    is_she = bool(_OF_WOMEN.fullmatch(unit.plain)) or bool(_SHE & {other.plain for other in units})
    is_old = bool(_OLD & {other.plain for other in units[:number][-_LOOK_BACK:]})
    several = unit.plain.endswith(("men", "s")) and not unit.plain.endswith("ss")
    kind = f"{'old_' if is_old else ''}{'woman' if is_she else 'man'}"
    return replace(unit, senses=(Sense("thing", kind, several),))
