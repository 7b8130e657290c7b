"""Base64 as people send it, brought to the one form we keep: standard alphabet, padded, nothing else in it."""

import json
import re

from cavendish.core.events import Piece
from cavendish.core.stream import Batch

__all__ = ["CUT_ESCAPE", "Normaliser", "normalise"]

ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
PADDINGS = (b"", b"=", b"==")
WHITE_SPACE = b" \t\r\n"
STANDARD = bytes.maketrans(b"-_", b"+/")
CERTAIN = 4096  # letters that show how a string is spelled
STRICT = 64 * 1024  # letters that are looked at one by one wherever a piece is
SAMPLE = 1024  # letters at each end of a piece
CUT_ESCAPE = re.compile(rb"\\(?:u[0-9a-fA-F]{0,3})?\Z")


def normalise(text: bytes, *, escaped: bool = True) -> bytes:
    """Standard padded base64 of a string as it stood in JSON (`escaped`); ValueError when it is not base64.

    Accepts JSON escapes, either alphabet, white space, and missing padding.
    """
    if escaped and b"\\" in text:
        text = json.loads(b'"' + text + b'"').encode("ascii")
    beside = text.translate(None, ALPHABET)
    if beside in PADDINGS and text.endswith(beside) and len(text) % 4 == 0:
        return text
    body = text.rstrip(b"=\r\n \t")
    if strange := body.translate(None, ALPHABET):
        body = body.translate(STANDARD, WHITE_SPACE)
        if strange.translate(None, b"-_" + WHITE_SPACE):
            raise ValueError("not base64")
    if len(body) % 4 == 1:
        raise ValueError("base64 of an impossible length")
    return body + b"=" * (-len(body) % 4)


class Normaliser:
    """`normalise` for a string that is still arriving, as it stands in JSON: feed it pieces, then close it.

    Every letter is looked at until enough have shown which alphabet this is and that nothing is escaped. A whole piece
    is then known by its two ends, for to look at all of a large picture takes as long as to pass it on three times. So
    what is no base64 is found where it begins or lasts, not where it is an island.
    """

    def __init__(self) -> None:
        self._length = 0  # letters so far
        self._cut = b""  # the beginning of an escape at the end of the last piece
        self._padded = False  # padding came: letters behind it are none of this string's
        self._plain = True  # nothing had to be spelled anew so far
        self._known = False  # it is plain, and the alphabet is the standard one

    def feed(self, piece: Piece) -> Piece:
        """The next letters, without padding; ValueError for what is no base64."""
        if isinstance(piece, bytes) and self.may_pass(batch := Batch((piece,))):
            self.passed(batch)
            return piece
        text = self._cut + bytes(piece) if self._cut else bytes(piece)
        self._cut = b""
        letters = text.rstrip(b"=")
        if _is_strange(letters, wholly=not self._plain):
            letters = (text := self._respelled(text)).rstrip(b"=")
        if letters and self._padded:
            raise ValueError("not base64")
        self._padded = self._padded or len(letters) < len(text)
        self._length += len(letters)
        shown = self._known or (len(letters) >= CERTAIN and _is_standard(letters))
        self._known = self._plain and not self._padded and shown
        return letters

    def may_pass(self, batch: Batch) -> bool:
        """Whether `feed` would give this back as it is."""
        return self._known and not (batch.pieces[0][:SAMPLE] + batch.last(SAMPLE)).translate(None, ALPHABET)

    def passed(self, batch: Batch) -> None:
        """It is not fed, for it would come back as it is."""
        self._length += batch.length

    def close(self) -> bytes:
        """The padding; ValueError where no base64 has this length."""
        if self._cut or self._length % 4 == 1:
            raise ValueError("base64 of an impossible length")
        return b"=" * (-self._length % 4)

    def _respelled(self, text: bytes) -> bytes:
        self._plain = False
        if begun := CUT_ESCAPE.search(text):
            text, self._cut = text[: begun.start()], begun[0]
        plain = json.loads(b'"' + text + b'"').encode("ascii").translate(STANDARD, WHITE_SPACE)
        if plain.rstrip(b"=").translate(None, ALPHABET):
            raise ValueError("not base64")
        return bytes(plain)


def _is_standard(letters: bytes) -> bool:
    """What only the standard alphabet has is in them, and as it is: some write one of the two as an escape."""
    return b"+" in letters and b"/" in letters


def _is_strange(letters: bytes, *, wholly: bool) -> bool:
    """Something in them is not of the standard alphabet; unless `wholly`, the first and the last of very many tell."""
    first = letters[:STRICT]
    if first.translate(None, ALPHABET):
        return True
    rest = letters[STRICT:] if wholly or not _is_standard(first) else letters[-SAMPLE:]
    return bool(rest.translate(None, ALPHABET))
