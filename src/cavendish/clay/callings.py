"""What a word for somebody's calling looks like: the ceramicist, the watchmaker. Standard library only."""

import re

__all__ = ["is_calling"]

_ENDINGS = re.compile(r"\w{2,}(ists?|ers?|ors?|ians?|m[ae]n|ess|smith|wright|monger|ant)")
_THINGS = re.compile(r"\w*(flower|paper|water|tower|power|center|number|order|corner|color|mirror|door|sticker|poster)")


def is_calling(word: str) -> bool:
    """Say whether a word looks like the name of somebody's calling."""
    return bool(_ENDINGS.fullmatch(word.lower())) and not _THINGS.fullmatch(word.lower())
