"""The ASGI application: routes over one service, and errors in the dialect of the path they happened on."""

import json
from importlib import resources

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from cavendish.core.errors import CavendishError, EndpointNotFound, MethodNotAllowed
from cavendish.server import google, openai
from cavendish.server.guard import Guard
from cavendish.server.send import json_response
from cavendish.server.versions import OneVersion
from cavendish.service import Cavendish
from cavendish.settings import Settings

__all__ = ["build"]

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


def build(cavendish: Cavendish, settings: Settings) -> Starlette:
    """The application over an open service; whoever opened the service closes it."""
    guard = Middleware(
        Guard,
        hosts=(settings.host, *settings.allowed_hosts),
        origins=settings.allowed_origins,
        refuse=_render,
    )
    return Starlette(
        routes=[
            Route("/", _front, methods=["GET"]),
            Route("/openapi.json", _description, methods=["GET"]),
            Route("/healthz", _alive, methods=["GET"]),
            Route("/readyz", _alive, methods=["GET"]),
            *openai.routes(cavendish, settings),
            *google.routes(cavendish, settings),
        ],
        middleware=[guard, Middleware(OneVersion)],
        exception_handlers={CavendishError: _failed, HTTPException: _refused, ClientDisconnect: _left},
    )


def _render(path: str, error: CavendishError) -> Response:
    return openai.failed(error) if path.startswith(OPENAI_PATHS) else google.failed(error)


async def _failed(request: HttpRequest, error: Exception) -> Response:
    assert isinstance(error, CavendishError)  # noqa: S101 - Starlette hands over what was registered
    path = request.scope["path"]
    if path.startswith(OPENAI_PATHS) or (path.startswith("/v1/models") and google.tells_openai_models(request)):
        return openai.failed(error)
    return google.failed_like(request)(error)


async def _refused(request: HttpRequest, error: Exception) -> Response:
    """Starlette's own 404 and 405, in the caller's dialect."""
    method, path = request.method, request.scope["path"]
    status = error.status_code if isinstance(error, HTTPException) else 500
    if status == 405:
        return _render(path, MethodNotAllowed(f"{path[:200]} does not take {method[:20]}."))
    return _render(path, EndpointNotFound(f"There is no {path[:200]} here. GET / lists what there is."))


async def _left(request: HttpRequest, error: Exception) -> Response:  # noqa: ARG001
    """For a caller who went away in the middle of a body: nobody reads it."""
    return Response(status_code=400)


async def _front(request: HttpRequest) -> Response:
    if "text/html" in request.headers.get("accept", ""):
        return HTMLResponse(resources.files(__package__).joinpath("page.html").read_text("utf-8"))
    return PlainTextResponse(ROUTES)


async def _description(request: HttpRequest) -> Response:  # noqa: ARG001
    return json_response(resources.files(__package__).joinpath("openapi.json").read_bytes())


async def _alive(request: HttpRequest) -> Response:  # noqa: ARG001
    return json_response(json.dumps({"status": "ok"}).encode())
