"""An instruction changes a scene, and only what it speaks of.

Commands are carried out one after the other on a draft. What the scene holds is told from what is new by the article
and by what is there: "the cat" is the cat of the scene, "a balloon" is another one. An instruction without a verb and
with nothing of the scene in it is no edit but a new picture.
"""

from collections.abc import Sequence
from dataclasses import replace

from cavendish.clay.composition import Composition
from cavendish.clay.language import Content, Link, Thing, charted, lexicon
from cavendish.clay.layout import directed, frame_again, in_lines, subjects, way_to_have, widened
from cavendish.clay.objects import KINDS
from cavendish.clay.scene import MAX_LETTERINGS, Item, Lettering, Scene, Setting

from .changes import Draft, add, alter, exchange, move, place_by, put_instead, remove
from .commands import Command, commands
from .inscriptions import erase, inscribe, inscribed, set_numbers, tinted
from .references import can_do, resolve
from .sequence import in_turn
from .wearing import is_worn, kinds_in, worn_apart

__all__ = ["edit"]


def edit(instruction: str, scene: Scene, *, ratio: float) -> Composition | None:
    """Return the scene after an instruction; None if it does not speak of this scene but of a whole new picture."""
    instruction, rows = charted(instruction)
    found = commands(instruction, kinds_in(scene))
    set_numbers(found, rows)
    if _is_new_picture(found, scene):
        return None
    draft = Draft(scene, ratio)
    for command in found:
        _carry_out(draft, command)
    _keep_in_frame(draft, scene)
    spelled = {word.lower() for lettering in scene.lettering for word in lettering.text.split()}
    unknown = tuple(word for word in dict.fromkeys(draft.unknown) if word.lower() not in spelled)
    return Composition(draft.scene, unknown, tuple(dict.fromkeys(draft.drawn)), draft.scene != scene)


def _is_new_picture(found: Sequence[Command], scene: Scene) -> bool:
    """Say whether nothing in the instruction is an edit: no verb, something to draw, and none of it in the scene."""
    if not found or any(command.verb not in {None, "draw"} for command in found):
        return False
    things = [thing for command in found for thing in command.content.things]
    there = [thing for thing in things if resolve(thing, scene, ()) or is_worn(thing, scene)]
    contents = [command.content for command in found]
    if any(command.verb == "draw" for command in found) and not any(thing.definite for thing in there):
        return True
    if any(thing.extra for thing in things):
        return False
    if not things:
        return any((content.carrier and content.letterings) or content.village for content in contents)
    return len(there) * 2 < len(things) or not there


def _carry_out(draft: Draft, command: Command) -> None:
    before = draft.scene
    command = worn_apart(draft, command)
    content = inscribed(command.content)
    draft.unknown += content.unknown
    if command.verb == "remove":
        _remove(draft, content)
    elif not tinted(draft, command):
        if command.verb == "add" and content.things and content.settings.get("place") == "sky":
            del content.settings["place"]
            content.things[0].side = "up"
        _set(draft, content)
        _write(draft, command)
        meant = _things(draft, command)
        _aim(draft, content, meant)
    if draft.scene != before:
        draft.changed = True
        draft.drawn += [word for word in content.drawn if word not in draft.unknown]


def _things(draft: Draft, command: Command) -> list[Item]:
    """Do to the things of a command what its verb says; return the items that it spoke of."""
    content = command.content
    found = [resolve(thing, draft.scene, draft.spoken_of) for thing in content.things]
    if command.verb == "replace" and _are_two(content.things, found):
        exchange(draft, found[0], found[1])
        return []
    if _is_replacement(command, found):
        put_instead(draft, found[0], content.things[1])
        return []
    adds = command.verb == "add"
    for number in in_turn(content, found):
        thing = content.things[number]
        link = next((link for link in content.links if link.subject == number), None)
        if not found[number] and thing.definite and command.verb not in {"add", None}:
            draft.unknown += [] if thing.pronoun else [thing.noun]
        elif thing.pronoun is None and (not found[number] or thing.extra or (adds and not thing.definite)):
            found[number] = _bring(draft, content, number, found)
        elif found[number]:
            _rework(draft, thing, found[number], link, found, command)
        if thing.pose is not None and not (found[number] and can_do(found[number], thing)):
            draft.unknown.append(thing.deed)
        draft.speak_of(found[number] or draft.recent())
    first = found[0] if found else []
    draft.speak_of(first or draft.recent())
    return [item for items, thing in zip(found, content.things, strict=True) if thing.pronoun is None for item in items]


def _are_two(things: Sequence[Thing], found: Sequence[Sequence[Item]]) -> bool:
    """Say whether two things that exist are meant, as in "swap the cup and the plate"."""
    return len(things) == 2 and things[1].definite and bool(found[0] and found[1])


def _is_replacement(command: Command, found: Sequence[Sequence[Item]]) -> bool:
    things, links = command.content.things, command.content.links
    if (
        len(things) != 2
        or not found[0]
        or (things[1].kind or "") not in KINDS
        or command.verb not in {"replace", "make", "turn"}
    ):
        return False
    if command.verb == "replace":
        return True
    told = any(unit.plain in {"into", "to"} for unit in command.phrase)
    return not things[1].definite and (told or not links) and (not links or links[0].relation == "in")


def _bring(draft: Draft, content: Content, number: int, found: list[list[Item]]) -> list[Item]:
    """Add a thing that the scene does not have, if it can be drawn and the command is one that may add."""
    thing = content.things[number]
    if (thing.kind or "") not in KINDS:
        draft.unknown.append(thing.noun)
        return []
    link, targets = _anchor(content, number, found)
    return add(draft, thing, link, targets)


def _anchor(content: Content, number: int, found: Sequence[Sequence[Item]]) -> tuple[Link | None, list[Item]]:
    """Return the relation in which a new thing stands to items that exist, whichever way it was said."""
    for link in content.links:
        if link.subject == number:
            targets = [item for target in link.targets for item in found[target]]
            if targets and link.relation in {"at", "on"} and content.things[number].kind in lexicon().uses["worn"]:
                return Link("wearing", number, link.targets), targets
            if targets:
                return link, targets
        elif number in link.targets and found[link.subject]:
            inverse = _INVERSE.get(link.relation, link.relation)
            return Link(inverse, number, (link.subject,)), list(found[link.subject])
    others = [items for index, items in enumerate(found) if index < number and items]
    if others and content.things[0].definite and not content.links:
        return Link(way_to_have(content.things[number].kind or "", others[0][0]), number, (0,)), list(others[0])
    return None, []


_INVERSE = {
    "left": "right",
    "right": "left",
    "above": "below",
    "floating": "below",
    "below": "above",
    "behind": "front",
    "front": "behind",
    "on": "under",
    "under": "on",
    "with": "near",
}


def _rework(
    draft: Draft, thing: Thing, items: list[Item], link: Link | None, found: Sequence[list[Item]], command: Command
) -> None:
    """Change items that exist: their place by a relation or a side, their colour, size and direction."""
    targets = [item for target in link.targets for item in found[target] if item not in items] if link else []
    if link is not None and link.relation in {"wearing", "holding"}:
        old = [item for item in targets if item.id not in draft.touched]
        if old:
            place_by(draft, old, link, items)
    elif link is not None and targets and link.relation not in {"with", "of", "at"}:
        place_by(draft, items, link, targets)
    elif command.verb == "move" and thing.turn in _SIDES:
        move(draft, items, _SIDES[thing.turn])
        thing.turn = None
    elif thing.side is not None and command.verb == "turn":
        thing.turn = {"left": "-45", "right": "45"}.get(thing.side, "front")
    elif thing.side is not None:
        move(draft, items, thing.side)
    if command.verb == "turn" and thing.turn is None and not _becomes_something(thing, command.content):
        thing.turn = "45"
    if command.verb == "make":
        thing.turn = _SIDES.get(thing.turn or "", thing.turn)
    alter(draft, [item for item in draft.scene.items if item.id in {old.id for old in items}], thing)
    if thing.text:
        changed = [item for item in draft.scene.items if item.id in {old.id for old in items}]
        inscribe(draft, changed, Lettering(thing.text, thing.ink))


def _becomes_something(thing: Thing, content: Content) -> bool:
    """Say whether "turn" means "become" here, as in "turn the cat purple" or "turn it to night"."""
    return bool(thing.later_color or thing.later_material or thing.factor or content.settings or content.unknown)


_SIDES = {"45": "right", "-45": "left"}


def _remove(draft: Draft, content: Content) -> None:
    """Take away things, weather, light or letters; what is not there is reported."""
    landmarks = {target for link in content.links for target in link.targets}
    for number, thing in enumerate(content.things):
        items = resolve(thing, draft.scene, draft.spoken_of)
        if content.carrier and erase(draft, items):
            return
        if number in landmarks:
            continue
        if items:
            remove(draft, items)
        elif thing.kind is not None:
            draft.unknown.append(thing.noun)
    setting = draft.scene.setting
    for name, value in content.settings.items():
        if name in {"weather", "season", "light"} and getattr(setting, name) == value:
            setting = _with(setting, name, None)
        elif name == "time" and setting.time == value:
            setting = _with(setting, name, "day")
    draft.scene = replace(draft.scene, setting=setting)
    if content.settings.get("grade"):
        draft.scene = replace(draft.scene, grade=None)
    if content.carrier and draft.scene.lettering:
        draft.scene = replace(draft.scene, lettering=())
    elif content.carrier:
        erase(draft, draft.scene.items)
    if {"blur", "focus"} & set(content.camera):
        draft.scene = replace(draft.scene, camera=replace(draft.scene.camera, focus=None, aperture=0.0))


def _set(draft: Draft, content: Content) -> None:
    """Change place, time, weather, season, light and grade; "none" clears one."""
    words = {name: None if value == "none" else value for name, value in content.settings.items()}
    if "grade" in words:
        draft.scene = replace(draft.scene, grade=words.pop("grade"))
    if words.get("time") == "day" and draft.scene.setting.light == "neon":
        words.setdefault("light", None)
    setting = draft.scene.setting
    for name, value in words.items():
        setting = _with(setting, name, value)
    draft.scene = replace(draft.scene, setting=setting)


def _with(setting: Setting, name: str, value: str | None) -> Setting:
    match name:
        case "place":
            return replace(setting, place=value or setting.place)
        case "time":
            return replace(setting, time=value or "day")
        case "weather":
            return replace(setting, weather=value)
        case "season":
            return replace(setting, season=value)
        case "light":
            return replace(setting, light=value)
    return replace(setting, backdrop=value)


def _write(draft: Draft, command: Command) -> None:
    """Change what is spelled out, or the colour of the letters."""
    content, old = command.content, draft.scene.lettering
    written = [] if old or command.verb == "add" else [item for item in draft.scene.items if item.text]
    if content.letterings and written:
        inscribe(draft, written[-1:], content.letterings[-1])
    elif content.letterings:
        new = content.letterings[-1]
        place = old[0].place if old else ("top" if draft.scene.items else "center")
        board = old[0].on if old and command.verb != "add" else None
        text = new.text if board else in_lines(new.text, ratio=draft.ratio)
        lettering = Lettering(text, color=new.color or (old[0].color if old else None), place=place, on=board)
        kept = old if command.verb == "add" else old[1:]
        letterings = (*kept, lettering) if command.verb == "add" else (lettering, *kept)
        draft.scene = replace(draft.scene, lettering=letterings[:MAX_LETTERINGS])


def _aim(draft: Draft, content: Content, meant: Sequence[Item]) -> None:
    if content.camera:
        ids = {item.id for item in meant}
        target = [item for item in draft.scene.items if item.id in ids]
        camera = directed(draft.scene.camera, content.camera, subjects(draft.scene), target)
        draft.scene = replace(draft.scene, camera=camera)


def _keep_in_frame(draft: Draft, before: Scene) -> None:
    """Move the camera only for another frame, or as far as what was touched would leave the frame."""
    scene = draft.scene
    seen = subjects(scene)
    if abs(scene.camera.ratio / draft.ratio - 1) > 0.02:
        camera = (
            frame_again(scene.camera, seen, ratio=draft.ratio) if seen else replace(scene.camera, ratio=draft.ratio)
        )
        draft.scene = replace(scene, camera=camera)
    elif scene.camera == before.camera and draft.touched:
        touched = [item for item in scene.items if item.id in draft.touched]
        if widened(scene.camera, touched) != scene.camera:
            draft.scene = replace(scene, camera=widened(scene.camera, seen))
