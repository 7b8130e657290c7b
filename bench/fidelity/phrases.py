"""How people say things: counts, things, relations, settings and requests, each in several wordings."""

import random
from collections.abc import Sequence

from .asked import Wanted
from .nouns import plural

__all__ = ["RELATIONS", "REQUESTS", "SETTINGS", "STATEMENTS", "WEATHERS", "thing", "verb"]

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SETS = {2: ("a pair of", "a couple of"), 6: ("half a dozen",), 12: ("a dozen",)}

REQUESTS = (
    *("{}", "{}", "{}", "{}.", "a photo of {}", "a picture of {}", "An illustration of {}.", "please draw {}"),
    *("I would like to see {}", "Create a picture of {}", "{}, highly detailed", "Can you paint {}?", "show me {}"),
    *("a scene with {}", "Generate an image of {}, please.", "a 3d render of {}", "draw me {}", "Imagine {}."),
)

STATEMENTS = ("{}", "{}.", "A picture where {}.", "a scene in which {}", "Please draw this: {}")

# {a} is the subject, {b} its target, {is} "is" or "are".
RELATIONS = {
    "left of": (
        *("{a} left of {b}", "{a} to the left of {b}", "{a} on the left side of {b}", "to the left of {b} {is} {a}"),
        *("{b} with {a} to the left of it", "{a} standing left of {b}", "{a} {is} to the left of {b}"),
    ),
    "right of": (
        *(
            "{a} right of {b}",
            "{a} to the right of {b}",
            "{a} on the right of {b}",
            "to the right of {b} there {is} {a}",
        ),
        *("{b} with {a} to the right of it", "{a} placed to the right of {b}", "{a} {is} right of {b}"),
    ),
    "above": ("{a} above {b}", "{a} floating above {b}", "{a} over {b}", "above {b} there {is} {a}"),
    "below": ("{a} below {b}", "below {b} there {is} {a}", "{a} {is} below {b}"),
    "on": (
        "{a} on {b}",
        "{a} on top of {b}",
        "on {b} there {is} {a}",
        "{a} placed on {b}",
        "{b} with {a} on top of it",
    ),
    "under": ("{a} under {b}", "{a} beneath {b}", "under {b} there {is} {a}", "{a} underneath {b}"),
    "behind": ("{a} behind {b}", "behind {b} there {is} {a}", "{a} standing behind {b}", "{b} with {a} behind it"),
    "in front of": ("{a} in front of {b}", "in front of {b} there {is} {a}", "{b} with {a} in front of it"),
    "next to": ("{a} next to {b}", "{a} beside {b}", "next to {b} there {is} {a}", "{a} right next to {b}"),
}

SETTINGS: dict[str, dict[str, str]] = {
    "in a meadow": {"place": "meadow"},
    "in a park": {"place": "meadow"},
    "in the forest": {"place": "forest"},
    "on the beach": {"place": "beach"},
    "in the desert": {"place": "desert"},
    "in the mountains": {"place": "mountains"},
    "on the street": {"place": "street"},
    "in the city": {"place": "city"},
    "in a living room": {"place": "room"},
    "in a kitchen": {"place": "room"},
    "in space": {"place": "space"},
    "at night": {"time": "night"},
    "at sunset": {"time": "sunset"},
    "under a starry sky": {"time": "night"},
    "on a beach at sunset": {"place": "beach", "time": "sunset"},
    "in the desert at night": {"place": "desert", "time": "night"},
    "in a city at night": {"place": "city", "time": "night"},
    "at dusk in a field": {"place": "meadow", "time": "sunset"},
}
WEATHERS: dict[str, dict[str, str]] = {
    "in the snow": {"weather": "snow"},
    "while it is snowing": {"weather": "snow"},
    "in the rain": {"weather": "rain"},
    "on a foggy day": {"weather": "fog"},
}


def thing(wanted: Wanted, chance: random.Random) -> str:
    """A noun phrase: "three red cups", "a chair made of wood"."""
    noun = wanted.noun if wanted.count == 1 else plural(wanted.noun)
    before = [_count(wanted.count, chance)]
    after = ""
    if wanted.color:
        late = chance.random() < 0.12 and not wanted.material
        after = f" painted {wanted.color}" if late else ""
        before += [] if late else [wanted.color]
    if wanted.material:
        after = f" made of {wanted.material}" if chance.random() < 0.3 else ""
        before += [] if after else [_ADJECTIVES.get(wanted.material, wanted.material)]
    words = [word for word in before if word] + [noun]
    if words[0] == "a" and words[1][0] in "aeiou":
        words[0] = "an"
    return " ".join(words) + after


_ADJECTIVES = {"wood": "wooden", "gold": "golden"}


def _count(count: int, chance: random.Random) -> str:
    if count == 1:
        return "a"
    ways: Sequence[str] = (_NUMBERS[count - 1], _NUMBERS[count - 1], str(count), *_SETS.get(count, ()))
    return chance.choice(ways)


def verb(wanted: Wanted) -> str:
    """ "is" or "are"."""
    return "is" if wanted.count == 1 else "are"
