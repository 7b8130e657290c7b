"""An instruction becomes commands: a verb and what it is said of, parted at "and", "then" and stops."""

from collections.abc import Sequence
from dataclasses import dataclass

from cavendish.clay.language import Content, Reader, Unit, tokenize, units

__all__ = ["Command", "commands"]

_JOINTS = {"and", "then", ",", ".", "also", "but"}


@dataclass(frozen=True, slots=True)
class Command:
    """One verb ("add", "make" …, None for none), the words it is said of, and what they ask for."""

    verb: str | None
    phrase: tuple[Unit, ...]
    content: Content


def commands(instruction: str, existing: frozenset[str]) -> list[Command]:
    """Return the commands of an instruction, in order; `existing` are the kinds of the scene that it edits."""
    clauses = _clauses(units(tokenize(instruction)))
    found = [_command(clause, existing) for clause in clauses]
    return [command for command in found if command.verb != "keep"]


def _clauses(found: Sequence[Unit]) -> list[list[Unit]]:
    clauses: list[list[Unit]] = [[]]
    for position, unit in enumerate(found):
        if unit.plain in _JOINTS and _starts_command(found[position + 1 :]):
            clauses.append([])
        else:
            clauses[-1].append(unit)
    return [clause for clause in clauses if any(not unit.is_stop for unit in clause)]


def _starts_command(rest: Sequence[Unit]) -> bool:
    for unit in rest:
        if _is_command_verb(unit) or unit.has("camera"):
            return True
        if not (unit.has("filler") and not unit.has("thing", "article", "relation")) and unit.plain not in _JOINTS:
            return False
    return False


def _is_command_verb(unit: Unit) -> bool:
    verb = unit.sense("verb")
    return verb is not None and not unit.has("thing") and unit.plain not in {"is", "are", "have", "face", "go"}


def _command(clause: Sequence[Unit], existing: frozenset[str]) -> Command:
    """Take the clause's verb out; what follows is read like a prompt."""
    for position, unit in enumerate(clause):
        if _is_command_verb(unit) and (verb := unit.sense("verb")) and verb.value != "write":
            return _read(verb.value, clause[position + 1 :], unit, existing)
        if not (unit.has("filler", "pronoun") or unit.is_stop) or unit.has("thing", "setting", "article"):
            break
    return _read(None, clause, None, existing)


def _read(verb: str | None, phrase: Sequence[Unit], spoken: Unit | None, existing: frozenset[str]) -> Command:
    content = Reader(phrase, existing=existing).content()
    factor = spoken.sense("bigger") if spoken is not None else None
    if verb in {"grow", "shrink"} and content.things and content.things[0].factor is None:
        content.things[0].factor = float(factor.value) if factor else 1.35 if verb == "grow" else 0.72
    return Command(verb, tuple(phrase), content)
