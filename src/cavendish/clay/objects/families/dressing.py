"""How a costume is put on: a figure on the rig, a head with all that belongs to it, what is worn, what is at hand."""

from functools import partial

from cavendish.clay.objects.limbs import POSTURES, STATURES
from cavendish.clay.objects.look import Look
from cavendish.clay.objects.palette import Color
from cavendish.clay.objects.patterns import Pattern, where
from cavendish.clay.sculpt import Material, Shape, srgb

from .costume import Costume
from .costumes import COSTUMES
from .faces import FACIAL, face
from .garments import GARMENTS
from .hair import HAIR
from .handhelds import HANDHELDS
from .headgear import HATS, HELMETS
from .rig import Body, Figure, embodied, posed
from .trimmings import TRIMMINGS

__all__ = ["dressed", "hair_of", "skin_of"]

WORN = {**GARMENTS, **TRIMMINGS}
SKINS = ("#f1c39a", "#d9a06f", "#a86f45", "#7a4b2f")
HAIRS = ("#3a2418", "#6b3f1f", "#1f1a1a", "#c98d3f")
HOOP = 0.068  # how broad a hoop on a shirt is

# In which poses somebody has what belongs to him: whoever is given something else, or rides, keeps but his shield.
LEFT_FREE = {"stand", "walk", "run", "wave"}
RIGHT_FREE = {"stand", "walk", "run"}
ON_THE_ARM = {"shield": LEFT_FREE | {"ride", "hold", "raise"}}


def skin_of(look: Look, tone: int) -> Color:
    """The skin of somebody; `tone` tells kinds apart, the look's seed tells people."""
    return srgb(SKINS[(look.seed + tone) % 3])


def hair_of(look: Look, tone: int) -> Color:
    """The colour of somebody's hair."""
    return srgb(HAIRS[(look.seed + tone) % 4])


def dressed(kind: str, look: Look) -> Shape:
    """Model a kind that has a costume."""
    costume = COSTUMES[kind]
    pose = look.pose or costume.stance
    tint = partial(_tint, look, costume)
    body = embodied(kind, _figure(kind, look, costume), POSTURES[pose])
    body.shape.merge(_head(body, look, costume), body.head)
    for worn in costume.worn:
        WORN[worn.what](body, tint(worn.color))
    held = Shape()
    for hand, (thing, free) in enumerate(((costume.left, LEFT_FREE), (costume.right, RIGHT_FREE))):
        if thing is not None and pose in ON_THE_ARM.get(thing.what, free):
            prop = Shape()
            HANDHELDS[thing.what](prop, tint(thing.color))
            held.merge(prop, body.hand(hand))
    return posed(body, held)


def _tint(look: Look, costume: Costume, name: str) -> Color:
    """The colour of that name; see `costumes`."""
    match name:
        case "main":
            return look.paint(costume.main)
        case "skin":
            return skin_of(look, costume.tone)
        case "hair":
            return hair_of(look, costume.tone) if costume.hair_color is None else srgb(costume.hair_color)
    return srgb(name)


def _figure(kind: str, look: Look, costume: Costume) -> Figure:
    tint = partial(_tint, look, costume)
    return Figure(
        shirt=tint(costume.shirt),
        trousers=tint(costume.trousers),
        skin=tint("skin"),
        height=STATURES[kind],
        cut=costume.cut,
        shoes=tint(costume.shoes),
        hands=None if costume.gloves is None else tint(costume.gloves),
        surface=Material.METAL if costume.armour else Material.CLAY,
        weave=None if costume.hoops is None else _hoops(tint(costume.hoops)),
        stoop=costume.stoop,
    )


def _hoops(color: Color) -> Pattern:
    return where(lambda _x, y, _z: y % (2 * HOOP) < HOOP, color)


def _head(body: Body, look: Look, costume: Costume) -> Shape:
    tint, head = partial(_tint, look, costume), Shape()
    hat = costume.hat
    if hat is not None and hat.what in HELMETS:
        HELMETS[hat.what](head, tint(hat.color))
    face(head, tint("skin"), asleep=body.posture.asleep)
    HAIR[costume.hair[look.seed % len(costume.hair)]](head, tint("hair"))
    for feature in costume.facial:
        FACIAL[feature.what](head, tint(feature.color))
    if hat is not None:
        HATS[hat.what](head, tint(hat.color))
    return head
