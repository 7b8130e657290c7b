"""What happens to one request, whoever sent it."""

from cavendish.service.cavendish import Cavendish, Quote
from cavendish.service.run import Run

__all__ = ["Cavendish", "Quote", "Run"]
