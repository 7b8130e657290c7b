"""Cavendish, the Nano Banana you run yourself.

    import cavendish

    result = cavendish.generate("a beautiful cat under the tree", aspect_ratio="16:9")
    result.image.save("cat.png")
    night = cavendish.edit("cat.png", "make it night")

Importing loads nothing; each name below is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cavendish.client import Client
    from cavendish.core.errors import CavendishError
    from cavendish.core.rejection import Rejected
    from cavendish.door import edit, generate
    from cavendish.picture import Picture, Result

__all__ = ["CavendishError", "Client", "Picture", "Rejected", "Result", "__version__", "edit", "generate"]

__version__ = "0.1.0"

_HOMES = {
    "CavendishError": "cavendish.core.errors",
    "Client": "cavendish.client",
    "Picture": "cavendish.picture",
    "Rejected": "cavendish.core.rejection",
    "Result": "cavendish.picture",
    "edit": "cavendish.door",
    "generate": "cavendish.door",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'cavendish' has no attribute {name!r}")
