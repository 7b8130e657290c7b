"""The ASGI application: routes over one service, and errors in the dialect of the path they happened on."""

import json
from importlib import resources

from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from cavendish.core.errors import CavendishError, EndpointNotFound
from cavendish.server import google, openai
from cavendish.server.call import Call, CallerLeft
from cavendish.server.guard import Guard
from cavendish.server.routes import Route, Routes
from cavendish.server.send import json_response
from cavendish.service import Cavendish
from cavendish.settings import Settings

__all__ = ["App", "build"]

OPENAI_PATHS = ("/v1/chat/", "/v1/images/")
ROUTES = """Cavendish
POST /v1beta/models/{model}:generateContent         Google's format, also under /v1 and /v1alpha
POST /v1beta/models/{model}:streamGenerateContent   ?alt=sse for events
POST /v1beta/models/{model}:countTokens
GET  /v1beta/models, /v1beta/models/{model}
POST /v1/chat/completions                           OpenAI's format
GET  /v1/models, /v1/models/{model}
GET  /openapi.json                                  all of this, for programs
GET  /healthz, /readyz
"""


def build(cavendish: Cavendish, settings: Settings) -> "App":
    """The application over an open service; whoever opened the service closes it."""
    own = [
        Route("GET", "/", _front),
        Route("GET", "/openapi.json", _description),
        Route("GET", "/healthz", _alive),
        Route("GET", "/readyz", _alive),
    ]
    return App(
        Routes([*own, *openai.routes(cavendish, settings), *google.routes(cavendish, settings)]),
        Guard(hosts=(settings.host, *settings.allowed_hosts), origins=settings.allowed_origins),
    )


class App:
    """Takes HTTP requests, and nothing else that ASGI knows."""

    def __init__(self, routes: Routes, guard: Guard) -> None:
        self.routes = routes
        self._guard = guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        call = Call(scope, receive)
        try:
            self._guard.check(scope["headers"])
            route, call.name = self.routes.find(call.method, call.path)
        except EndpointNotFound as error:
            bare = call.path.rstrip("/")
            response = _redirected(call, bare) if bare in self.routes else _refused(call, error)
        except CavendishError as error:
            response = _refused(call, error)
        else:
            response = await _answered(route, call)
        await response(scope, receive, send)


def _redirected(call: Call, path: str) -> Response:
    return RedirectResponse(f"{path}?{call.query_string}" if call.query_string else path)


def _refused(call: Call, error: CavendishError) -> Response:
    return openai.failed(error) if call.path.startswith(OPENAI_PATHS) else google.failed(error)


async def _answered(route: Route, call: Call) -> Response:
    try:
        return await route.handler(call)
    except CavendishError as error:
        return _failed(call, error)
    except CallerLeft:
        return Response(status_code=400)  # nobody reads it


def _failed(call: Call, error: CavendishError) -> Response:
    if call.path.startswith(OPENAI_PATHS) or (call.path.startswith("/v1/models") and google.tells_openai_models(call)):
        return openai.failed(error)
    return google.failed_like(call)(error)


async def _front(call: Call) -> Response:
    if "text/html" in call.headers.get("accept", ""):
        return HTMLResponse(resources.files(__package__).joinpath("page.html").read_text("utf-8"))
    return PlainTextResponse(ROUTES)


async def _description(call: Call) -> Response:  # noqa: ARG001
    return json_response(resources.files(__package__).joinpath("openapi.json").read_bytes())


async def _alive(call: Call) -> Response:  # noqa: ARG001
    return json_response(json.dumps({"status": "ok"}).encode())
