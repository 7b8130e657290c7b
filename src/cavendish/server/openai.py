"""OpenAI's routes. Pictures come from `/v1/chat/completions`; the images endpoints say so."""

import time

from starlette.responses import Response

from cavendish.core.errors import CavendishError, EndpointNotFound
from cavendish.core.request import RefusalMode
from cavendish.server.call import Call
from cavendish.server.care import for_openai
from cavendish.server.receive import body_of, caller_of, key_of, placed
from cavendish.server.repeats import Repeats, fingerprint
from cavendish.server.routes import Route
from cavendish.server.send import Answer, json_response, retry_headers
from cavendish.service import Cavendish
from cavendish.settings import Settings
from cavendish.wire import openai_chat, openai_images

__all__ = ["failed", "routes"]

# By the User-Agent of clients that bound the length of a line or a string. aiohttp bounds its lines too, but Open
# WebUI, which is built on it, does not, and wants a picture in one piece.
LINE_BOUNDED_CLIENTS = ("Go-http-client", "OpenAI/Go", "OpenAIClientImpl/Java")


def failed(error: CavendishError) -> Response:
    status, headers, body = openai_chat.render_error(error)
    return json_response(body, status=status, headers={**headers, **retry_headers(error)})


def routes(cavendish: Cavendish, settings: Settings) -> list[Route]:
    """The images endpoints too, where that is set, for clients that know nothing else."""
    handlers = OpenAIRoutes(cavendish, settings)
    images = handlers.images if settings.images_api else handlers.no_images
    return [
        Route("POST", "/v1/chat/completions", handlers.complete),
        Route("POST", "/v1/images/generations", images),
        Route("POST", "/v1/images/edits", images),
    ]


class OpenAIRoutes:
    def __init__(self, cavendish: Cavendish, settings: Settings) -> None:
        self._cavendish = cavendish
        self._body_limit = settings.body_limit
        self._patience = settings.keep_alive_seconds
        self._refusal: RefusalMode = "error" if settings.refusal == "error" else "answer"
        self._repeats = Repeats()

    async def complete(self, call: Call) -> Response:
        body, headers = await body_of(call, limit=self._body_limit), call.headers
        chat = openai_chat.parse_request(body, headers=headers)
        mark = fingerprint(body, key=key_of(call))
        self._repeats.refuse(mark, headers)
        fetched = await self._cavendish.fetched(chat.request)
        asked = placed(fetched, call, stream=chat.stream, refusal=self._refusal)
        run = self._cavendish.start(asked, caller=caller_of(call))
        answer = openai_chat.Answer(
            id=f"chatcmpl-{run.id.removeprefix('gen_')}",
            created=int(time.time()),
            model=chat.request.model or run.resolved.request.model,
            images=chat.images,
            choices=chat.request.count,
            include_usage=chat.include_usage,
            short_lines=call.headers.get("user-agent", "").startswith(LINE_BOUNDED_CLIENTS),
        )
        writer = openai_chat.StreamWriter(answer) if chat.stream else openai_chat.UnaryWriter(answer)
        return Answer(
            run,
            writer,
            failed=failed,
            care=for_openai(headers, patience=self._patience, stream=chat.stream),
            in_doubt=lambda: self._repeats.remember(mark),
        )

    async def images(self, call: Call) -> Response:
        body, headers = await body_of(call, limit=self._body_limit), call.headers
        images = openai_images.parse_request(body, headers=headers)
        mark = fingerprint(body, key=key_of(call))
        self._repeats.refuse(mark, headers)
        asked = placed(await self._cavendish.fetched(images.request), call)
        run = self._cavendish.start(asked, caller=caller_of(call))
        return Answer(
            run,
            openai_images.UnaryWriter(created=int(time.time())),
            failed=failed,
            care=for_openai(headers, patience=self._patience, stream=False),
            in_doubt=lambda: self._repeats.remember(mark),
            headers={"x-cavendish-ignored": ", ".join(images.unused)} if images.unused else {},
        )

    async def no_images(self, call: Call) -> Response:  # noqa: ARG002 - the same for every request
        raise EndpointNotFound("Pictures are made by POST /v1/chat/completions; this endpoint is not supported.")
