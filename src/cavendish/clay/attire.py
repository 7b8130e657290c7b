"""What belongs to somebody is no thing beside him: a red dress is the colour of the woman in it, a house has a door.

Clay dresses its people by itself, so of clothes only the colour can be heeded; what has none is told as not drawn.
"""

from dataclasses import replace

from .language import Content, Link, Thing
from .objects import KINDS

__all__ = ["attired"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CLOTHES = _words("""
    dress jeans kimono sari bikini swimsuit shorts coat lab_coat scarf gloves socks high_heels boots hiking_boot sandal
    ballet_shoes helmet sunglasses eyeglasses diving_mask goggles ring wristwatch t_shirt shoe sun_hat graduation_cap
    ribbon headphones tie""")
DRESSING = _words("dress jeans kimono sari swimsuit coat t_shirt")
LIMBS = _words("feather tooth bone lips eyeball coat")
FITTINGS = _words("door window")
BEARERS = _words("pets hoofed wild big_cats birds sea_life fantasy people inflatable insects small_game")
BUILT = _words("houses towers cars aircraft boats")
OF_SOMEBODY = _words("wearing with in of on")


def attired(content: Content) -> Content:
    """The content without what those already have, or cannot wear, who are said to have it."""
    worn = {
        target: link.subject for link in content.links for target in link.targets if _belongs(content, link, target)
    }
    for number, bearer in worn.items():
        _put_on(content, content.things[number], content.things[bearer])
    return _without(content, worn) if worn else content


def _belongs(content: Content, link: Link, target: int) -> bool:
    bearer, thing = content.things[link.subject], content.things[target]
    if link.relation not in OF_SOMEBODY or bearer.kind is None or bearer.kind not in KINDS:
        return False
    family = KINDS[bearer.kind].family
    if family in BUILT:
        return thing.kind in FITTINGS
    return family in BEARERS and bearer.kind not in CLOTHES and thing.kind in (CLOTHES | LIMBS)


def _put_on(content: Content, garment: Thing, bearer: Thing) -> None:
    """Let the bearer's clay have the colour of what he wears most of."""
    is_seen = garment.kind in DRESSING and bool(garment.colors) and not bearer.colors
    if is_seen:
        bearer.colors = garment.colors[:1]
    elif garment.kind not in FITTINGS:
        content.unknown.append(garment.noun)
        content.drawn = [word for word in content.drawn if word != garment.noun]


def _without(content: Content, gone: dict[int, int]) -> Content:
    """The content without things that are worn; who wears them stands where they are said to be."""
    kept = [number for number in range(len(content.things)) if number not in gone]
    numbers = {old: new for new, old in enumerate(kept)}
    links = [replace(link, subject=gone.get(link.subject, link.subject)) for link in content.links]
    links = [
        Link(link.relation, numbers[link.subject], tuple(numbers[target] for target in link.targets))
        for link in links
        if {link.subject, *link.targets} <= numbers.keys()
    ]
    carriers = [
        None if carrier is None or carrier.thing in gone else replace(carrier, thing=numbers[carrier.thing])
        for carrier in content.written_on
    ]
    return replace(content, things=[content.things[number] for number in kept], links=links, written_on=carriers)
