"""What belongs to somebody is no thing beside him: a scarf is round a cat's neck, a house has a door.

What a figure can wear it puts on. Clay dresses its people by itself, so of their clothes only the colour can be heeded;
what has none, and what the bearer has no face or neck for, is told as not drawn.
"""

from collections.abc import Container, Sequence
from dataclasses import replace

from .language import Content, Link, Thing, lexicon
from .objects import KINDS
from .objects.outfitting import can_wear
from .objects.worn import are_rivals
from .scene import MAX_WORN, WORN, Worn

__all__ = ["BORNE", "attired", "piece_of", "put_on", "told_where", "without"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CLOTHES = _words("""
    dress jeans kimono sari bikini swimsuit shorts coat lab_coat scarf gloves socks high_heels boots hiking_boot sandal
    ballet_shoes helmet sunglasses eyeglasses diving_mask goggles ring wristwatch t_shirt shoe sun_hat graduation_cap
    ribbon headphones""") | (WORN.keys() - {"backpack"})
DRESSING = _words("dress jeans kimono sari swimsuit coat t_shirt")
LIMBS = _words("feather tooth bone lips eyeball coat")
FITTINGS = _words("door window")
BEARERS = _words(
    "pets hoofed wild big_cats birds sea_life fantasy people inflatable insects small_game heavens symbols"
)
BUILT = _words("houses towers cars aircraft boats")
BORNE = _words("wearing with in of on")
WHERE_WORN = _words("neck eyes eye head face nose shoulders shoulder back ears")
OWN = {  # what people in costumes have without being told
    **dict.fromkeys(("king", "queen", "prince", "princess"), _words("crown sceptre")),
    "knight": _words("sword shield helmet"),
    "viking": _words("axe helmet"),
    "pirate": _words("sword pirate_hat eye_patch hat"),
    "ninja": _words("sword"),
    "witch": _words("broom witch_hat hat"),
    "wizard": _words("magic_wand wizard_hat hat"),
    "fairy": _words("magic_wand"),
    "superhero": _words("cape"),
    "chef": _words("chef_hat hat"),
    "cowboy": _words("cowboy_hat hat"),
    "santa_claus": _words("santa_hat hat"),
    "firefighter": _words("axe helmet hat"),
    "construction_worker": _words("helmet hat"),
    **dict.fromkeys(("farmer", "sailor", "police_officer"), _words("hat")),
    **dict.fromkeys(("old_man", "old_woman"), _words("eyeglasses")),
    "ballerina": _words("ballet_shoes dress"),
}
LENSES = "glasses"  # a pair of them on somebody's nose, unless they are counted


def attired(content: Content) -> Content:
    """The content without what those already have, or cannot wear, who are said to have it."""
    links = _told_in_full(content)
    worn = [(target, link.subject) for link in links for target in link.targets if _belongs(content, link, target)]
    worn += [(link.subject, link.targets[0]) for link in links if _is_put(content, link)]
    for number, bearer in worn:
        _have(content, content.things[number], content.things[bearer], piece_of(content.things[number]))
    content = without(replace(content, links=links), dict(worn)) if worn else content
    return told_where(content) if any(thing.worn for thing in content.things) else content


def told_where(content: Content) -> Content:
    """The content of somebody who wears something: where he wears it needs no drawing."""
    return replace(content, unknown=[word for word in content.unknown if word.lower() not in WHERE_WORN])


def piece_of(thing: Thing) -> str | None:
    """The name of what can be worn that a noun phrase means; None for all other things."""
    if thing.kind in WORN:
        return thing.kind
    return "eyeglasses" if thing.kind == "glass" and thing.noun.lower() == LENSES and thing.count != 2 else None


def put_on(worn: Sequence[Worn], piece: str, thing: Thing) -> tuple[Worn, ...]:
    """What somebody wears who puts on a piece besides, in the colour and material that are said of it."""
    color = thing.colors[0] if thing.colors else thing.later_color
    fresh = Worn(piece, color, thing.material or thing.later_material)
    return (*(other for other in worn if not are_rivals(other.kind, piece)), fresh)[-MAX_WORN:]


def _told_in_full(content: Content) -> list[Link]:
    """The links, with those that "and" leaves unsaid: what comes behind something worn is worn as well."""
    links = [told for link in content.links for told in _by_bearer(content, link)]
    for number, thing in enumerate(content.things):
        tied = any(number == link.subject or number in link.targets for link in links)
        if tied or not (piece_of(thing) or thing.kind in lexicon().uses["worn"]):
            continue
        links += [Link("wearing", link.subject, (number,)) for link in links if _is_on(content, link, number - 1)]
    return links


def _by_bearer(content: Content, link: Link) -> list[Link]:
    """A link; for one in which a piece wears another one, those of who wears that one, and so both of them."""
    if link.relation != "wearing" or piece_of(content.things[link.subject]) is None:
        return [link]
    alike = [other for other in content.links if other.relation == "wearing" and other.targets == link.targets]
    bearers = [other.subject for other in alike if piece_of(content.things[other.subject]) is None]
    return [Link("wearing", bearer, (link.subject,)) for bearer in bearers]


def _is_on(content: Content, link: Link, number: int) -> bool:
    """Say whether a link tells that a thing is worn: a hat, or a piece."""
    if number not in link.targets or link.relation not in BORNE:
        return False
    thing = content.things[number]
    return thing.kind in lexicon().uses["worn"] or _belongs(content, link, number)


def _belongs(content: Content, link: Link, target: int) -> bool:
    bearer, thing = content.things[link.subject], content.things[target]
    if link.relation not in BORNE or bearer.kind is None or bearer.kind not in KINDS or thing.pronoun:
        return False
    if _has_already(bearer, thing):
        return link.relation in {"wearing", "with"}
    family = KINDS[bearer.kind].family
    if family in BUILT:
        return thing.kind in FITTINGS
    if family not in BEARERS and not KINDS[bearer.kind].face:
        return False
    piece = piece_of(thing)
    if piece is not None and piece not in CLOTHES | {"eyeglasses"}:
        each_has_one = (thing.count or 1) == 1 or (bearer.count or 1) > 1
        return each_has_one and link.relation in {"wearing", "with"} and can_wear(bearer.kind, piece)
    return bearer.kind not in CLOTHES and (piece is not None or thing.kind in (CLOTHES | LIMBS))


def _has_already(bearer: Thing, thing: Thing) -> bool:
    piece = piece_of(thing)
    is_one = thing.count in (None, 1) or piece is not None
    is_plain = not thing.colors and thing.material in (None, "gold")
    return is_one and is_plain and bool({thing.kind, piece} & OWN.get(bearer.kind or "", frozenset()))


def _is_put(content: Content, link: Link) -> bool:
    """Say whether it is told the other way round: a scarf on a cat."""
    bearer, piece = content.things[link.targets[0]].kind, piece_of(content.things[link.subject])
    known = bearer is not None and bearer in KINDS
    return link.relation == "on" and piece is not None and known and can_wear(bearer or "", piece)


def _have(content: Content, garment: Thing, bearer: Thing, piece: str | None) -> None:
    """Put a piece on its bearer, or let his clay have the colour of what he wears most of."""
    if _has_already(bearer, garment):
        return
    is_seen = garment.kind in DRESSING and bool(garment.colors) and not bearer.colors
    if piece is not None and can_wear(bearer.kind or "", piece):
        bearer.worn = put_on(bearer.worn, piece, garment)
    elif is_seen:
        bearer.colors = garment.colors[:1]
    elif garment.kind not in FITTINGS:
        content.unknown.append(garment.noun)
        content.drawn = [word for word in content.drawn if word != garment.noun]


def without(content: Content, gone: dict[int, int]) -> Content:
    """The content without some things; what is said of where they are is said of the thing that each belongs to."""
    kept = [number for number in range(len(content.things)) if number not in gone]
    numbers = {old: new for new, old in enumerate(kept)}
    links = [replace(link, subject=gone.get(link.subject, link.subject)) for link in content.links]
    links = [
        Link(link.relation, numbers[link.subject], tuple(numbers[target] for target in link.targets))
        for link in links
        if _stays(link, numbers)
    ]
    carriers = [
        None if carrier is None or carrier.thing in gone else replace(carrier, thing=numbers[carrier.thing])
        for carrier in content.written_on
    ]
    return replace(content, things=[content.things[number] for number in kept], links=links, written_on=carriers)


def _stays(link: Link, numbers: Container[int]) -> bool:
    return all(number in numbers and number != link.subject for number in link.targets) and link.subject in numbers
