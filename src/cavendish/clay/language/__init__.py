"""What a text says, before anything has a position: words become content.

Each step is a module: `tokens` cleans the words, `phrases` matches the longest ones that the `lexicon` knows, and
`translation` those of the languages in `tongues` if `hearing` tells one of them, in the `order` of English. `senses`
picks what is meant, and `grammar` reads them in one pass from left to right with `modifiers` for what stands
before a noun, `ties` for who stands in which relation to whom, and `inscriptions` for what is to be spelled out. The
result is `content`: things, links, and the words for all the rest. Whatever is not understood is kept, to be told.
"""

from .charts import charted
from .content import Content, Link, Thing, drawable
from .deeds import is_shown, shown
from .grammar import Reader, read
from .inscriptions import seated
from .lexicon import lexicon
from .phrases import Unit
from .tokens import tokenize
from .translation import units

__all__ = [
    "Content",
    "Link",
    "Reader",
    "Thing",
    "Unit",
    "charted",
    "drawable",
    "is_shown",
    "lexicon",
    "read",
    "seated",
    "shown",
    "tokenize",
    "units",
]
