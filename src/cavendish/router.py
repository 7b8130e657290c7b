"""Which engine draws a request.

An engine named by the caller; else the first configured one that serves the model. With none configured Clay draws
under every known name; it never steps in for an engine that is.
"""

from collections.abc import Sequence
from dataclasses import replace

from cavendish.core.errors import InvalidRequest
from cavendish.core.model import Model
from cavendish.core.request import Request
from cavendish.engines.base import Engine

__all__ = ["Router"]


class Router:
    """`engines` in order of preference; those named in `on_call` draw only when nothing else is configured."""

    def __init__(self, engines: Sequence[Engine], *, on_call: str = "clay", preferred: str | None = None) -> None:
        self._engines = {engine.name: engine for engine in engines}
        self._on_call = on_call
        self._preferred = preferred

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._engines)

    def address(self, request: Request) -> Request:
        """The request with its engine taken from a model's name such as `clay/gemini-3-pro-image` or `clay`."""
        engine, slash, model = request.model.partition("/")
        if request.model.lower() == self._on_call:
            return replace(request, engine=request.engine or self._on_call)
        if slash and engine in self._engines:
            return replace(request, engine=request.engine or engine, model=model)
        return request

    def choose(self, request: Request, model: Model) -> Engine:
        """The engine for this request; InvalidRequest when the one that was named cannot do it."""
        if name := request.engine or self._preferred:
            return self._named(name, model)
        for engine in self._engines.values():
            if engine.name != self._on_call and engine.serves(model):
                return engine
        return self._named(self._on_call, model)

    def _named(self, name: str, model: Model) -> Engine:
        engine = self._engines.get(name)
        if engine is None:
            configured = ", ".join(self._engines)
            raise InvalidRequest(
                f"The engine {name[:40]!r} is not configured. There are: {configured}.", field="engine"
            )
        if not engine.serves(model):
            raise InvalidRequest(f"The engine {name} does not serve {model.id}.", field="engine")
        return engine
