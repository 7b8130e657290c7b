"""OpenAI's routes. Pictures come from `/v1/chat/completions`; the images endpoints say so."""

import time

from starlette.requests import Request as HttpRequest
from starlette.responses import Response
from starlette.routing import Route

from cavendish.core.errors import CavendishError, EndpointNotFound
from cavendish.server.receive import body_of, caller_of, headers_of
from cavendish.server.send import Answer, json_response
from cavendish.service import Cavendish
from cavendish.wire import openai_chat

__all__ = ["failed", "routes"]

LINE_BOUNDED_CLIENTS = ("aiohttp", "Go-http-client")  # by the User-Agent of clients that bound a line's length


def failed(error: CavendishError) -> Response:
    status, headers, body = openai_chat.render_error(error)
    return json_response(body, status=status, headers=headers)


def routes(cavendish: Cavendish, *, body_limit: int) -> list[Route]:
    handlers = OpenAIRoutes(cavendish, body_limit=body_limit)
    return [
        Route("/v1/chat/completions", handlers.complete, methods=["POST"]),
        Route("/v1/images/generations", handlers.images, methods=["POST"]),
        Route("/v1/images/edits", handlers.images, methods=["POST"]),
    ]


class OpenAIRoutes:
    def __init__(self, cavendish: Cavendish, *, body_limit: int) -> None:
        self._cavendish = cavendish
        self._body_limit = body_limit

    async def complete(self, request: HttpRequest) -> Response:
        chat = openai_chat.parse_request(await body_of(request, limit=self._body_limit), headers=headers_of(request))
        run = self._cavendish.start(chat.request, caller=caller_of(request))
        answer = openai_chat.Answer(
            id=f"chatcmpl-{run.id.removeprefix('gen_')}",
            created=int(time.time()),
            model=chat.request.model or run.resolved.model.id,
            images=chat.images,
            choices=chat.request.count,
            include_usage=chat.include_usage,
            short_lines=request.headers.get("user-agent", "").startswith(LINE_BOUNDED_CLIENTS),
        )
        writer = openai_chat.StreamWriter(answer) if chat.stream else openai_chat.UnaryWriter(answer)
        return Answer(run, writer, failed=failed)

    async def images(self, request: HttpRequest) -> Response:  # noqa: ARG002 - the answer is the same for every request
        raise EndpointNotFound("Pictures are made by POST /v1/chat/completions; this endpoint is not supported.")
