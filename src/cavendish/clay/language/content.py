"""What a text asks for, before anything has a position: things, their links, and the words for all the rest."""

from dataclasses import dataclass, field, replace

from cavendish.clay.scene import Lettering, Worn

__all__ = ["Carrier", "Content", "Link", "Thing", "drawable"]

MOST_ITEMS = 36


@dataclass(slots=True, kw_only=True)
class Thing:
    """A noun phrase; `noun` is the caller's word, `plain` the lexicon's.

    Colours are "#rrggbb" and go round the count; the `later_` ones stood behind the noun.
    `kind` is None where a `pronoun` ("it", "all", "both") or nothing known stands for it. `turn` and `factor` are what
    an edit asks for: a yaw, a size in proportion to what it was; an `extra` thing ("another") is never one that exists.
    `pose` is what it does, `deed` the caller's word for that; `formation` is how several of it stand. `ink` is its
    text's colour, `worn` what it wears.
    """

    kind: str | None
    noun: str
    count: int = 1
    plural: bool = False
    definite: bool = False
    extra: bool = False
    ordinal: str | None = None
    colors: tuple[str, ...] = ()
    material: str | None = None
    size: float = 1.0
    side: str | None = None
    text: str | None = None
    ink: str | None = None
    plain: str = ""
    pronoun: str | None = None
    later_color: str | None = None
    later_material: str | None = None
    factor: float | None = None
    turn: str | None = None
    pose: str | None = None
    deed: str = ""
    formation: str | None = None
    worn: tuple[Worn, ...] = ()

    def settle(self) -> None:
        """Let what stood behind the noun count as if it had stood before it."""
        self.colors = self.colors or ((self.later_color,) if self.later_color else ())
        self.material = self.material or self.later_material
        self.size *= self.factor or 1.0


@dataclass(frozen=True, slots=True)
class Link:
    """The thing with the number `subject` stands in a relation to the things `targets`."""

    relation: str
    subject: int
    targets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Carrier:
    """The number of the thing on which a lettering is written; `spoken` where the thing says it aloud."""

    thing: int
    spoken: bool = False


@dataclass(slots=True, kw_only=True)
class Content:
    """Everything read from a text. `settings` maps place, time, weather, season, light and grade to words of the
    scene graph; `drawn` are the words that were understood, `unknown` those that were not. `written_on` tells of each
    lettering which thing carries it, None for none."""

    things: list[Thing] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)
    camera: list[str] = field(default_factory=list)
    letterings: list[Lettering] = field(default_factory=list)
    written_on: list["Carrier | None"] = field(default_factory=list)
    carrier: str | None = None
    village: bool = False
    drawn: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def drawable(content: Content, kinds: frozenset[str]) -> Content:
    """Return the content without the things that no kind can show or no picture can hold; they become unknown."""
    kept: list[int] = []
    room = MOST_ITEMS
    for number, thing in enumerate(content.things):
        if thing.kind in kinds and thing.count <= room:
            kept.append(number)
            room -= thing.count
    missing = [thing.noun for number, thing in enumerate(content.things) if number not in kept]
    numbers = {old: new for new, old in enumerate(kept)}
    links = [
        Link(link.relation, numbers[link.subject], tuple(numbers[target] for target in link.targets))
        for link in content.links
        if {link.subject, *link.targets} <= numbers.keys()
    ]
    return replace(
        content,
        things=[content.things[number] for number in kept],
        links=links,
        drawn=[word for word in content.drawn if word not in missing],
        unknown=[*content.unknown, *missing],
    )
