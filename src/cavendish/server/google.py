"""Google's routes, alike under `/v1beta`, `/v1` and `/v1alpha`: SDKs differ in which they call."""

from collections.abc import Callable

from starlette.responses import Response

from cavendish.core.errors import CavendishError, EndpointNotFound, ModelNotFound
from cavendish.server.call import Call
from cavendish.server.care import for_google
from cavendish.server.receive import body_of, caller_of, placed, speaks_google
from cavendish.server.routes import NAME, Route
from cavendish.server.send import Answer, json_response, retry_headers
from cavendish.service import Cavendish
from cavendish.settings import Settings
from cavendish.wire import gemini, openai_chat
from cavendish.wire.compact import compact

__all__ = ["failed", "failed_like", "routes", "tells_openai_models"]

VERSIONS = ("v1beta", "v1", "v1alpha")
METHODS = "generateContent, streamGenerateContent and countTokens"


def failed(error: CavendishError) -> Response:
    status, body = gemini.render_error(error)
    return json_response(body, status=status, headers=retry_headers(error))


def failed_like(call: Call) -> Callable[[CavendishError], Response]:
    """How errors of this request are told: Google wraps those of a stream that was not asked for as events."""
    streams = call.path.endswith(":streamGenerateContent")
    return _failed_in_array if streams and not _as_events(call) else failed


def _failed_in_array(error: CavendishError) -> Response:
    status, body = gemini.render_error(error)
    return json_response(b"[" + body + b"]", status=status, headers=retry_headers(error))


def _as_events(call: Call) -> bool:
    return "sse" in (call.query.get("alt"), call.query.get("$alt"))


def routes(cavendish: Cavendish, settings: Settings) -> list[Route]:
    """Routes over one service, and OpenAI's model list where both dialects have the same path."""
    handlers = GoogleRoutes(cavendish, settings)
    return [
        route
        for version in VERSIONS
        for route in (
            Route("GET", f"/{version}/models", handlers.models),
            Route("GET", f"/{version}/models/{NAME}", handlers.model),
            Route("POST", f"/{version}/models/{NAME}", handlers.call),
        )
    ]


class GoogleRoutes:
    def __init__(self, cavendish: Cavendish, settings: Settings) -> None:
        self._cavendish = cavendish
        self._body_limit = settings.body_limit
        self._patience = settings.keep_alive_seconds

    async def call(self, call: Call) -> Response:
        """`{model}:{method}`; the method follows the last colon, for a model's name may hold others."""
        model, _, method = call.name.rpartition(":")
        try:
            match method:
                case "generateContent":
                    return await self._generate(call, model, stream=False)
                case "streamGenerateContent":
                    return await self._generate(call, model, stream=True)
                case "countTokens":
                    return await self._count_tokens(call, model)
            raise EndpointNotFound(f"The method {method[:60]!r} is not known. There are {METHODS}.", field="method")
        except ModelNotFound as error:
            return failed_like(call)(_in_googles_words(error, call, model, method))

    async def _generate(self, call: Call, model: str, *, stream: bool) -> Response:
        parsed = gemini.parse_request(await body_of(call, limit=self._body_limit), model=model, headers=call.headers)
        asked = placed(await self._cavendish.fetched(parsed), call, stream=stream)
        run = self._cavendish.start(asked, caller=caller_of(call))
        kind = gemini.UnaryWriter
        if stream:
            kind = gemini.StreamWriter if _as_events(call) else gemini.ArrayWriter
        care = for_google(call.headers, patience=self._patience)
        return Answer(run, kind(response_id=run.id), failed=failed_like(call), care=care)

    async def _count_tokens(self, call: Call, model: str) -> Response:
        parsed = gemini.parse_request(await body_of(call, limit=self._body_limit), model=model, headers=call.headers)
        prompt, pictures = self._cavendish.count_tokens(parsed)
        return _json(gemini.render_token_count(prompt_tokens=prompt, picture_tokens=pictures))

    async def models(self, call: Call) -> Response:
        if tells_openai_models(call):
            return _json(openai_chat.render_models(self._cavendish.models))
        query = call.query
        return _json(
            gemini.render_models(
                self._cavendish.models, page_size=query.get("pageSize"), page_token=query.get("pageToken")
            )
        )

    async def model(self, call: Call) -> Response:
        name = call.name
        model = self._cavendish.model(name)
        if tells_openai_models(call):
            return _json(openai_chat.render_model(model, name=name))
        return _json(gemini.render_model(model, name=name))


def tells_openai_models(call: Call) -> bool:
    """`/v1/models` is a path of both dialects; callers who do not show themselves as Google's get OpenAI's."""
    return call.method == "GET" and _version(call) == "v1" and not speaks_google(call)


def _version(call: Call) -> str:
    return call.path.split("/")[1]


def _in_googles_words(error: ModelNotFound, call: Call, model: str, method: str) -> ModelNotFound:
    version = _version(call)
    return ModelNotFound(
        f"models/{model} is not found for API version {version}, or is not supported for {method}. "
        f"Call ListModels to see the list of available models and their supported methods. {error.message}"
    )


def _json(document: object) -> Response:
    return json_response(compact(document))
