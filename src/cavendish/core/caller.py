"""Who asks. Until accounts exist everyone is the same caller."""

from dataclasses import dataclass

__all__ = ["ANYONE", "Caller"]


@dataclass(frozen=True, slots=True)
class Caller:
    name: str


ANYONE = Caller("anyone")
