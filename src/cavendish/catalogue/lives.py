"""What stands in for a name that was switched off.

Whether a name is off depends on who is asked: only a maker's own API follows the maker's list. A retirement that its
maker does not confirm never moves who asks for that model by its name, as it may live; nor is anybody sent to it.
"""

from collections.abc import Callable
from datetime import date

from cavendish.core.model import Model, Retirement

__all__ = ["living_model", "why"]

MAKERS = {"google": "Google", "openai": "OpenAI"}


def living_model(
    model: Model, name: str, *, follows: str, on: date, find: Callable[[str], Model]
) -> tuple[Model, Retirement | None]:
    """Who lives that day under this name (in lower case) of the model, and the first retirement on the way there."""
    first = model.retired_names.get(name)
    if first and not (first.confirmed and first.is_over(follows=follows, on=on)):
        first = None
    while (next_one := model.retired) and next_one.is_over(follows=follows, on=on):
        if not (next_one.confirmed or first):
            break
        first = first or next_one
        model = find(next_one.successor)
    return model, first


def why(name: str, model: Model, retired: Retirement) -> str:
    """Why the name is not served: `nano-banana (gemini-2.5-flash-image) was switched off by Google on 2026-10-02`."""
    known_as = name if name == model.id or name in model.retired_names else f"{name} ({model.id})"
    return f"{known_as} was switched off by {MAKERS.get(retired.by, retired.by)} on {retired.on}"
