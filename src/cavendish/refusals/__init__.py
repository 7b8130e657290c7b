"""Why there is no picture, in the reader's language: texts as data, and the code that picks one."""

from cavendish.refusals.texts import LANGUAGES, Texts, explain, preferred_language

__all__ = ["LANGUAGES", "Texts", "explain", "preferred_language"]
