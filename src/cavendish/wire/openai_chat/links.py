"""Pictures that an answer's prose points at, and the prose without them.

Resellers of chat-made pictures answer with prose: a JSON block of what was asked, lines of progress, then the picture
as a markdown image, as a named link, or both. One picture must come of it, not one for each way of showing it.
"""

import re
from collections.abc import Iterator

__all__ = ["caption", "find_links", "is_link", "without_pictures"]

URL = r"https?://[^\s()<>\[\]\"`]{1,8000}"
SHOWN = re.compile(rf'!\[[^\]\[]{{0,200}}\]\(\s{{0,8}}<?({URL})>?(?:\s{{1,8}}"[^"\n]{{0,200}}")?\s{{0,8}}\)')
NAMED = re.compile(rf"\[[^\]\[]{{0,200}}\]\(\s{{0,8}}({URL})\s{{0,8}}\)")
BARE = re.compile(URL)
PICTURE_FILE = re.compile(r"[^?#]*\.(?:png|jpe?g|webp|gif)(?:[?#].*)?", re.IGNORECASE)
PROGRESS = re.compile(r"progress|进度", re.IGNORECASE)


def is_link(text: str) -> bool:
    return BARE.fullmatch(text) is not None


def find_links(words: str) -> list[str]:
    """The pictures that are shown, each once; else the last picture file named anywhere but in a line of progress."""
    if shown := SHOWN.findall(words):
        return list(dict.fromkeys(shown))
    if is_link(words.strip()):
        return [words.strip()]
    lines = [line for line in words.splitlines() if not PROGRESS.search(line)]
    for pattern in (NAMED, BARE):
        files = [url for line in lines for url in pattern.findall(line) if PICTURE_FILE.fullmatch(url)]
        if files:
            return files[-1:]
    return []


def without_pictures(words: str) -> str:
    """The words without the pictures that are shown in them."""
    return SHOWN.sub("", words)


def caption(words: str) -> str:
    """What is left of such prose without blocks of code, lines of progress and links."""
    lines = (BARE.sub("", NAMED.sub("", SHOWN.sub("", line))) for line in _spoken(words))
    return "\n".join(lines)


def _spoken(words: str) -> Iterator[str]:
    fenced = False
    for line in words.splitlines():
        if line.startswith("```"):
            fenced = not fenced
        elif not (fenced or line.startswith(">")):
            yield line
