"""A picture that an upstream only points at."""

from dataclasses import dataclass

__all__ = ["Link"]


@dataclass(frozen=True, slots=True)
class Link:
    """Stands where a picture's events would: whoever reads the answer fetches `url` (http or https) and tells them.

    No key of ours may travel there: the address is the upstream's word, not its host.
    """

    url: str
    candidate: int = 0
