"""The models there are: `models.toml` holds the facts, `Catalogue` answers questions about them."""

from cavendish.catalogue.catalogue import Catalogue
from cavendish.catalogue.resolution import Resolved

__all__ = ["Catalogue", "Resolved"]
