"""How a picture is cut up: which tasks there are, in which order, and where their results lie in one shared buffer.

Plain arithmetic, so that the studio can hand out work without touching a pixel. Up to about 3 million pixels each one
is traced; larger pictures are traced at half size and sharpened along their edges.
"""

from dataclasses import dataclass
from functools import cached_property
from math import log2, prod, sqrt
from typing import Literal, NamedTuple

__all__ = ["MAX_SPOTS", "MEDIA_TYPES", "Plan", "Stage", "Task"]

Stage = Literal["trace", "sharpen", "glow", "develop"]
MEDIA_TYPES = ("image/png", "image/jpeg", "image/webp")

MAX_SPOTS = 4  # spotlights in one picture

_DIRECT = 3_000_000
_METADATA_ROOM = 1 << 18  # the finished file lies where the light was; a small picture's may be larger than its light
_TILE, _SHARP_TILE, _BAND_PIXELS = 128, 256, 1 << 18


class Task(NamedTuple):
    """One piece of work: a stage, and the part of the picture (left, top, right, bottom) it is to finish."""

    stage: Stage
    left: int
    top: int
    right: int
    bottom: int


class Layer(NamedTuple):
    """A named array in the buffer."""

    dtype: str
    shape: tuple[int, ...]
    offset: int


@dataclass(frozen=True)
class Plan:
    """The work for one picture of width x height pixels."""

    width: int
    height: int

    @property
    def scale(self) -> int:
        """How many pixels of the picture lie side by side in one traced pixel."""
        return 1 if self.width * self.height <= _DIRECT else 2

    @property
    def shrink(self) -> int:
        """How many times smaller the layers are that hold only blurred light."""
        return 1 << max(0, int(log2(sqrt(self.width * self.height) / 160)))

    @property
    def base(self) -> tuple[int, int]:
        """Width and height of the trace."""
        return -(-self.width // self.scale), -(-self.height // self.scale)

    @cached_property
    def stages(self) -> tuple[tuple[Task, ...], ...]:
        """The tasks; those of one stage may run in any order and at once, the stages follow one another."""
        whole = Task("glow", 0, 0, self.width, self.height)
        rows = max(8, _BAND_PIXELS // self.width)
        bands = _cut("develop", self.width, self.height, self.width, rows)
        trace = _cut("trace", *self.base, _TILE, _TILE)
        if self.scale == 1:
            return trace, (whole,), bands
        return trace, _cut("sharpen", self.width, self.height, _SHARP_TILE, _SHARP_TILE), (whole,), bands

    @cached_property
    def layers(self) -> dict[str, Layer]:
        """What the buffer holds. Light is linear, nearness is 1 / distance in metres, glow what finishing blurs."""
        base_width, base_height = self.base
        small = (-(-self.height // self.shrink), -(-self.width // self.shrink))
        shapes: dict[str, tuple[str, tuple[int, ...]]] = {
            "light": ("float16", (self.height, self.width, 3)),
            "nearness": ("float16", (self.height, self.width)),
            "bloom": ("float16", (*small, 3)),
            "blur": ("float16", (3, *small, 4)),
            "pixels": ("uint8", (self.height, self.width, 3)),
        }
        if self.scale > 1:
            shapes["base_light"] = ("float16", (base_height, base_width, 3))
            shapes["base_nearness"] = ("float16", (base_height, base_width))
            shapes["base_solids"] = ("int16", (base_height, base_width))
            shapes["base_visible"] = ("uint8", (base_height, base_width, 2 + MAX_SPOTS))
        layers: dict[str, Layer] = {}
        offset = 0
        for name, (dtype, shape) in shapes.items():
            layers[name] = Layer(dtype, shape, offset)
            size = prod(shape) * {"float16": 2, "int16": 2, "uint8": 1}[dtype]
            offset += -(-size // 4096) * 4096 + (_METADATA_ROOM if name == "light" else 0)
        return layers

    @property
    def size(self) -> int:
        """Bytes of the buffer."""
        last = list(self.layers.values())[-1]
        return last.offset + prod(last.shape) * 2


def _cut(stage: Stage, width: int, height: int, across: int, down: int) -> tuple[Task, ...]:
    return tuple(
        Task(stage, left, top, min(left + across, width), min(top + down, height))
        for top in range(0, height, down)
        for left in range(0, width, across)
    )
