"""Text becomes tokens: plain lower-case words, quoted passages and stops.

Whatever script, quotation marks or rubbish a prompt holds, the tokens are few, short and clean: no control
characters, no accents within words, no apostrophes ("the dog's hat" is "the dog hat"). Hyphens part words, and an
emoji stands for its name.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Token", "parted", "plain_words", "tokenize"]

MAX_CHARACTERS = 4000
MAX_TOKENS = 400
LONGEST_QUOTE = 1200
MAX_WORD = 40

_QUOTES = {
    "“": "”",
    '"': '"',
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "『": "』",
    "‘": "’",
    "'": "'",
    "`": "`´'",
}
_MARKS = re.compile("[" + "".join(_QUOTES) + "]")
_WIDE_QUOTES = str.maketrans({"＂": '"', "＇": "'", "｢": "「", "｣": "」"})
_UNSEEN = {"Cc": " ", "Cf": "", "Cs": "", "Co": "", "Cn": ""}
_CONTRACTED = {"it", "let", "that", "there", "here", "what", "who", "he", "she"}
_SINGLE = "'‘`"
_HYPHENS = "-‐‑"
_HAN = "㐀-鿿"
_TOKEN = re.compile(rf"[{_HAN}]{{1,{MAX_WORD}}}|[^\W_{_HAN}]+(?:['’][^\W_{_HAN}]+)*|[.;:!?。\n]|[,、]|&")
_PIECE = re.compile(rf"[{_HAN}]|[^'’{_HAN}]+['’]?")


@dataclass(frozen=True, slots=True)
class Token:
    """`word` is what the lexicon sees: a word, "," or "." for any stop; `quote` holds a quoted passage as it was.

    `joined` says that a hyphen ties it to the word before.
    """

    word: str
    original: str
    quote: str | None = None
    joined: bool = False


def tokenize(text: str) -> list[Token]:
    """Return the tokens of a prompt; what lies beyond 4,000 characters or 400 tokens is not read."""
    text = text[:MAX_CHARACTERS].translate(_WIDE_QUOTES)
    tokens: list[Token] = []
    start = 0
    for mark in _MARKS.finditer(text):
        if mark.start() < start or len(tokens) >= MAX_TOKENS:
            continue
        end = _quote_end(text, mark.start())
        if end is not None:
            quote = _written(text[mark.end() : end])
            tokens += [*_plain_tokens(text[start : mark.start()]), Token('"', quote, quote)]
            start = end + 1
    return [*tokens, *_plain_tokens(text[start:])][:MAX_TOKENS]


def _plain_tokens(text: str) -> list[Token]:
    text = _clean(text)
    return [_token(match.group(), joined=_is_joined(text, match.start())) for match in _TOKEN.finditer(text)]


def _is_joined(text: str, start: int) -> bool:
    return start > 1 and text[start - 1] in _HYPHENS and text[start - 2].isalnum()


def _written(text: str) -> str:
    """Return a quoted passage to the letter; its lines, also those parted by "\\n", are kept, blanks are folded."""
    text = unicodedata.normalize("NFC", text).replace("\\n", "\n")
    text = "".join(sign if sign == "\n" else _UNSEEN.get(unicodedata.category(sign), sign) for sign in text)
    rows = (" ".join(row.split()) for row in text.split("\n"))
    return "\n".join(row for row in rows if row)


def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of a phrase as the lexicon spells them."""
    return tuple(token.word for token in tokenize(text) if token.word not in {",", ".", '"'})


def parted(tokens: Iterable[Token]) -> list[Token]:
    """Return the tokens cut as far as languages without blanks or with elisions need it: "l'eau" is "l" and "eau"."""
    return [piece for token in tokens for piece in (_pieces(token) if token.quote is None else [token])]


def _pieces(token: Token) -> list[Token]:
    pieces = _PIECE.findall(token.original)
    return [_token(piece) for piece in pieces] if len(pieces) > 1 else [token]


def _clean(text: str) -> str:
    text = unicodedata.normalize("NFKC", text)
    return "".join(sign if (sign.isascii() and sign.isprintable()) or sign == "\n" else _seen(sign) for sign in text)


def _seen(sign: str) -> str:
    """Return a sign that can be read: an emoji gives its name, a control character a blank."""
    match unicodedata.category(sign):
        case "So":
            return f" {unicodedata.name(sign, '').lower()} "
        case "Cc" | "Cf" | "Cs" | "Co" | "Cn" | "Zl" | "Zp":
            return " "
    return sign


def _token(text: str, *, joined: bool = False) -> Token:
    if text == "&":
        return Token("and", text)
    if text in ".;:!?。\n":
        return Token(".", text)
    if text in ",、":
        return Token(",", text)
    letters = unicodedata.normalize("NFD", _without_apostrophes(text.casefold().replace("’", "'")))
    word = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return Token(word[:MAX_WORD], text[:MAX_WORD], joined=joined)


def _without_apostrophes(word: str) -> str:
    """Return "dog" for "dog's", but "its" for "it's" and "lets" for "let's"."""
    stem, mark, ending = word.partition("'")
    return stem if ending == "s" and stem not in _CONTRACTED else stem + mark.replace("'", "") + ending.replace("'", "")


def _quote_end(text: str, start: int) -> int | None:
    """Where the passage that opens at `start` closes; None for an apostrophe or a mark that never closes."""
    closing = _QUOTES[text[start]]
    single = text[start] in _SINGLE
    if single and start > 0 and text[start - 1].isalnum():
        return None
    for position in range(start + 1, min(len(text), start + LONGEST_QUOTE)):
        if text[position] not in closing:
            continue
        ends_word = position + 1 == len(text) or not text[position + 1].isalnum()
        if ends_word or not single:
            return position if text[start + 1 : position].strip() else None
    return None
