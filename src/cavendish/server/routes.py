"""Which path leads where: paths as they stand, and paths that end in a name, which may hold slashes."""

from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass

from starlette.responses import Response

from cavendish.core.errors import EndpointNotFound, MethodNotAllowed
from cavendish.server.call import Call

__all__ = ["NAME", "Handler", "Route", "Routes"]

NAME = "{name}"
Handler = Callable[[Call], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Route:
    method: str
    path: str  # NAME at its end stands for any name
    handler: Handler


class Routes:
    """What GET is asked for is there for HEAD too."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self._routes = tuple(routes)
        self._exact: dict[str, dict[str, Route]] = {}
        self._named: dict[str, dict[str, Route]] = {}
        for route in self._routes:
            kind = self._named if route.path.endswith(NAME) else self._exact
            kind.setdefault(route.path.removesuffix(NAME), {})[route.method] = route

    def __iter__(self) -> Iterator[Route]:
        return iter(self._routes)

    def __contains__(self, path: str) -> bool:
        """Some method is taken there."""
        return bool(self._at(path)[0])

    def find(self, method: str, path: str) -> tuple[Route, str]:
        """The route, and the name at the path's end; EndpointNotFound or MethodNotAllowed where there is none."""
        by_method, name = self._at(path)
        if not by_method:
            raise EndpointNotFound(f"There is no {path[:200]} here. GET / lists what there is.")
        route = by_method.get("GET" if method == "HEAD" else method)
        if route is None:
            raise MethodNotAllowed(f"{path[:200]} does not take {method[:20]}.")
        return route, name

    def _at(self, path: str) -> tuple[dict[str, Route], str]:
        """The routes of a path, by method, and the name at its end."""
        if path in self._exact:
            return self._exact[path], ""
        for prefix, by_method in self._named.items():
            if path.startswith(prefix):
                return by_method, path[len(prefix) :]
        return {}, ""
