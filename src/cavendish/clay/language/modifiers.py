"""What is said of a noun before it comes: article, count, colours, material, size, what it does."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from .content import Thing
from .lexicon import Sense, lexicon
from .phrases import Unit

SEVERAL = 3


SEVERAL = 3
YOUNG = 0.72
FORMED = {"row": 5, "circle": 6, "stack": 3, "pile": 5}
EXTRA = {"another", "one more", "more", "extra", "additional"}
SINGLE = {"a", "an", "another", "one more"}
RAINBOW = ("#d62b2b", "#f7c21c", "#2f6fd0", "#3f9b4a", "#7d3fc4", "#f08021")


VESSELS = {"coffee": "cup", "tea": "cup", "cocoa": "cup", "wine": "wine_glass", "soup": "bowl"}


def stands_alone(rest: Sequence[Unit]) -> bool:
    """Say whether a noun phrase ends before the rest: "a coffee", but not "a coffee shop"."""
    return not rest or rest[0].is_stop or rest[0].plain == "and" or rest[0].has("relation")


def vessel_of(drink: str) -> str:
    """Return the kind that "a coffee" is served in."""
    return VESSELS.get(drink, "glass")


@dataclass(slots=True)
class Modifiers:
    """Everything gathered so far; `any` says whether that is anything."""

    count: int | None = None
    definite: bool = False
    extra: bool = False
    ordinal: str | None = None
    colors: list[str] = field(default_factory=list)
    material: str | None = None
    size: float = 1.0
    pose: str | None = None
    deed: str = ""
    formation: str | None = None

    @property
    def any(self) -> bool:
        """Whether anything has been gathered."""
        return self != Modifiers()

    def take_article(self, article: str) -> None:
        """Heed "a", "another", "more"; only some of them mean one."""
        self.extra = article in EXTRA
        if self.count is None and article in SINGLE:
            self.count = 1

    def thing(self, sense: Sense, unit: Unit) -> Thing:
        """Return the noun phrase, now that its noun has come; a bare plural counts as three."""
        formed = self.formation is not None and (self.count or 1) == 1
        count = FORMED[self.formation or ""] if formed else self.count or (SEVERAL if sense.plural else 1)
        return Thing(
            kind=sense.value,
            noun=unit.mended or unit.words,
            count=count,
            plural=sense.plural or count > 1,
            definite=self.definite,
            extra=self.extra,
            ordinal=self.ordinal,
            colors=RAINBOW if "rainbow" in self.colors else tuple(self.colors),
            material=self.material,
            size=self.size * (YOUNG if unit.plain in lexicon().uses["young"] else 1.0),
            plain=unit.plain,
            pose=self.pose,
            deed=self.deed,
            formation=self.formation,
        )
