"""What somebody in the scene wears: pieces are put on, taken off, exchanged and dyed like things of their own.

A piece is no item: what a command says of it is done to whoever wears it, and the rest of the command is carried out
as if there had been no piece.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from cavendish.clay.attire import BORNE, attired, piece_of, put_on, told_where, without
from cavendish.clay.language import Content, Thing, lexicon
from cavendish.clay.objects import KINDS
from cavendish.clay.objects.outfitting import can_wear
from cavendish.clay.scene import WORN, Item, Scene, Worn

from .changes import Draft
from .commands import Command
from .references import resolve

__all__ = ["is_worn", "kinds_in", "worn_apart"]

PUT_ON = BORNE | {"at"}
FROM = {"from", "of", "off"}  # behind it comes who keeps his place when a piece is taken off him


def kinds_in(scene: Scene) -> frozenset[str]:
    """Return the kinds that a scene holds, worn ones too."""
    worn = frozenset(name for item in scene.items for name in item.outfit)
    return worn | {KINDS[item.kind].base for item in scene.items}


def is_worn(thing: Thing, scene: Scene) -> bool:
    """Say whether a noun phrase means something that somebody in the scene wears."""
    return bool(_wearers(scene.items, _meant(thing, scene.items)))


def worn_apart(draft: Draft, command: Command) -> Command:
    """Do what a command says of pieces, and return the command without them."""
    content = told_where(command.content) if _wears(command.content) else command.content
    command = replace(command, content=content)
    pieces = {
        number: piece for number, thing in enumerate(content.things) if (piece := _meant(thing, draft.scene.items))
    }
    pieces = {number: piece for number, piece in pieces.items() if not _is_elsewhere(content, number)}
    if not pieces or any(resolve(content.things[number], draft.scene, ()) for number in pieces):
        return command
    named = _named(draft, command, pieces)
    done: list[int] = []
    for number, piece in pieces.items():
        if _exchanged(draft, command, done, pieces, number) or _done(draft, command, number, piece, named):
            done.append(number)
    if done and command.verb == "remove" and any(unit.plain in FROM for unit in command.phrase):
        done = list(range(len(content.things)))
    content = without(content, dict.fromkeys(done, -1))
    return replace(command, content=attired(content) if command.verb == "add" else content)


def _wears(content: Content) -> bool:
    """Say whether a command is about something that is worn."""
    return any(thing.kind in lexicon().uses["worn"] or piece_of(thing) for thing in content.things)


def _meant(thing: Thing, items: Sequence[Item]) -> str | None:
    """The piece that a noun phrase means: "the hat" is whichever hat somebody wears."""
    piece = piece_of(thing)
    place = {"hat": "hats", "eyeglasses": "eyewear"}.get(piece or thing.kind or "")
    if place is None or not thing.definite or _wearers(items, piece):
        return piece
    return next((name for item in items for name in item.outfit if WORN[name] == place), piece)


def _is_elsewhere(content: Content, number: int) -> bool:
    """Say whether a piece is set beside something and not put on."""
    return any(
        link.relation not in PUT_ON for link in content.links if number == link.subject or number in link.targets
    )


def _wearers(items: Sequence[Item], piece: str | None) -> list[Item]:
    return [item for item in items if piece in item.outfit]


def _named(draft: Draft, command: Command, pieces: dict[int, str]) -> list[Item]:
    """Those of whom a command speaks, besides the pieces."""
    found = [
        item
        for number, thing in enumerate(command.content.things)
        if number not in pieces and (thing.definite or thing.pronoun or command.verb is None) and not thing.extra
        for item in resolve(thing, draft.scene, draft.spoken_of)
    ]
    return list({item.id: item for item in found}.values())


def _exchanged(draft: Draft, command: Command, done: list[int], pieces: dict[int, str], number: int) -> bool:
    """Let somebody wear another piece instead of the first one that was named."""
    first = next(iter(pieces))
    wearers = _wearers(draft.scene.items, pieces[first])
    told = command.verb == "replace" or any(unit.plain in {"into", "to"} for unit in command.phrase)
    if len(pieces) < 2 or not told or command.verb not in {"replace", "make", "turn"}:
        return False
    if number == first:
        return bool(wearers)
    if first not in done:
        return False
    thing = command.content.things[number]
    _swap(draft, wearers, lambda item: put_on(_off(item, pieces[first]), pieces[number], thing))
    return True


def _done(draft: Draft, command: Command, number: int, piece: str, named: Sequence[Item]) -> bool:
    thing, verb = command.content.things[number], command.verb
    wearing = _wearers(named, piece) or ([] if named else _wearers(draft.scene.items, piece))
    if verb in {"remove", "replace"}:
        wearing = wearing or _wearers(draft.scene.items, piece)
        _swap(draft, wearing, lambda item: _off(item, piece))
        return bool(wearing)
    if wearing and (thing.definite or thing.later_color or thing.later_material):
        _swap(draft, wearing, lambda item: _dyed(item, piece, thing))
        return True
    if verb not in {"add", "make", "move", None} or (thing.definite and not named):
        return False
    return _dress(draft, thing, piece, named or _only_one(draft, command, piece))


def _dress(draft: Draft, thing: Thing, piece: str, wearers: Sequence[Item]) -> bool:
    """Put a piece on those who can wear it, the very one that somebody else has on if that is meant; tell where nobody
    can."""
    able = [item for item in wearers if can_wear(item.kind, piece)]
    if not able:
        draft.unknown += [thing.noun] if wearers else []
        return bool(wearers)
    owners = _wearers(draft.scene.items, piece) if thing.definite else []
    old = [worn for item in owners for worn in item.worn if worn.kind == piece]
    _swap(draft, owners, lambda item: _off(item, piece))
    _swap(draft, able, lambda item: (*_off(item, piece), *old[:1]) if old else put_on(item.worn, piece, thing))
    return True


def _only_one(draft: Draft, command: Command, piece: str) -> list[Item]:
    """Who is meant where nobody is named: the last who was spoken of, or the only one who can wear it."""
    others = [thing for thing in command.content.things if not piece_of(thing)]
    if others or command.verb != "add":
        return []
    able = [item for item in draft.scene.items if KINDS[item.kind].face and can_wear(item.kind, piece)]
    recent = [item for item in able if item.id in draft.spoken_of]
    return recent or (able if len(able) == 1 else [])


def _off(item: Item, piece: str) -> tuple[Worn, ...]:
    return tuple(worn for worn in item.worn if worn.kind != piece)


def _dyed(item: Item, piece: str, thing: Thing) -> tuple[Worn, ...]:
    """What somebody wears, a piece of it in the colour and material that are said of it."""
    color, material = thing.later_color or (thing.colors or (None,))[0], thing.later_material or thing.material
    return tuple(
        replace(worn, color=color or worn.color, material=material or worn.material) if worn.kind == piece else worn
        for worn in item.worn
    )


def _swap(draft: Draft, wearers: Sequence[Item], outfit: Callable[[Item], tuple[Worn, ...]]) -> None:
    """Let everybody wear what the outfit says of him, and be the one who was spoken of."""
    ids = {item.id for item in wearers}
    if ids:
        draft.swap([replace(item, worn=outfit(item)) for item in draft.scene.items if item.id in ids])
        draft.speak_of(wearers)
