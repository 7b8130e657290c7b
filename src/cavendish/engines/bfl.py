"""Black Forest Labs: a task is submitted, polled, and its picture fetched.

A task is paid when it is taken. One whose poll was lost (the connection broke, the caller left) is remembered, in
memory, and the same request again goes on polling it instead of paying for another.
"""

import asyncio
import hashlib
import time
from collections import OrderedDict
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import replace

from cavendish.core.errors import CavendishError, EngineFailed, EngineTimeout
from cavendish.core.events import Event, Finish, Progress
from cavendish.core.request import Request
from cavendish.core.result import Usage
from cavendish.engine_settings import EngineSettings
from cavendish.engines.base import Traits, matches
from cavendish.engines.fetch import Fetcher
from cavendish.engines.http import Http
from cavendish.engines.upstream import fetched, open_links, open_upstream, start_of
from cavendish.wire import bfl
from cavendish.wire.link import Link

__all__ = ["BlackForestLabs", "open_bfl"]

HONOURS = frozenset({"seed", "system", "media_type"})
HOSTS = ("bfl.ai",)  # polling addresses may lie on any of the vendor's regions
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 3.0  # seconds between two polls
REMEMBERED = 1024


@asynccontextmanager
async def open_bfl(settings: EngineSettings) -> AsyncIterator["BlackForestLabs"]:
    key_headers = {"x-key": settings.api_key}
    async with (
        open_upstream(settings, key_headers=key_headers, domains=HOSTS) as http,
        open_links(settings) as links,
    ):
        yield BlackForestLabs(settings, http, links)


class BlackForestLabs:
    def __init__(self, settings: EngineSettings, http: Http, links: Fetcher) -> None:
        self.name = settings.name
        self.traits = Traits(charges=settings.charges, honours=HONOURS, open_ended=True)
        self._http = http
        self._links = links
        self._base_url = settings.base_url.rstrip("/")
        self._patterns = settings.models
        self._seconds = settings.total_seconds
        self._lost: OrderedDict[bytes, bfl.Submitted] = OrderedDict()

    def claims(self, model: str) -> bool:
        return matches(model, self._patterns)

    async def generate(self, request: Request) -> AsyncGenerator[Event, None]:
        body = bfl.render_request(request, model=request.model)
        key = hashlib.blake2b(b"".join((request.model.encode(), *body)), digest_size=16).digest()
        task = self._lost.pop(key, None)
        if task is None:
            submitted = await self._submit(request.model, body)
            if isinstance(submitted, Finish):
                yield submitted
                return
            task = submitted
        told = False
        try:
            async with aclosing(self._result(task)) as events:
                async for event in events:
                    told = told or isinstance(event, Finish | CavendishError)
                    if isinstance(event, CavendishError):
                        raise event
                    yield event
        finally:
            if not told:
                self._remember(key, task)

    async def check(self) -> str:
        async with self._http.get(f"{self._base_url}/credits") as answer:
            if answer.status != 200:
                told = bfl.parse_error(answer.status, await start_of(answer), answer.headers)
                raise EngineFailed("The question for credits was refused.") if isinstance(told, Finish) else told
        return "answers and takes the key"

    async def models(self) -> tuple[str, ...]:
        return ()  # its API tells none

    async def _submit(self, model: str, body: list[bytes]) -> bfl.Submitted | Finish:
        async with self._http.post(f"{self._base_url}/{model}", body=body) as answer:
            start = await start_of(answer)
            if answer.status == 200:
                return bfl.parse_submitted(start)
            told = bfl.parse_error(answer.status, start, answer.headers)
            if isinstance(told, Finish):
                return told
            raise told

    async def _result(self, task: bfl.Submitted) -> AsyncGenerator[Event | CavendishError, None]:
        """The task's progress, then its picture, its refusal, or why there will be none; raises where it was lost."""
        url = task.polling_url or f"{self._base_url}/get_result?id={task.id}"
        deadline, pause = time.monotonic() + self._seconds, FIRST_PAUSE
        while True:
            match await self._poll(url):
                case Link() as link:
                    async for event in fetched(link, self._links):
                        yield event
                    yield Finish(usage=Usage(cost=task.cost))
                    return
                case Finish() as refusal:
                    yield replace(refusal, usage=Usage(candidates_tokens=0))
                    return
                case CavendishError() as failure:
                    yield failure
                    return
                case progress:
                    yield progress
            if time.monotonic() + pause > deadline:
                raise EngineTimeout(f"The task {task.id} was not finished in {self._seconds} seconds.")
            await asyncio.sleep(pause)
            pause = min(pause * 1.5, LONGEST_PAUSE)

    async def _poll(self, url: str) -> Progress | Link | Finish | CavendishError:
        """One look at a task. A look that fails is repeated by the next: looking costs nothing."""
        try:
            async with self._http.get(url) as answer:
                status, body = answer.status, await start_of(answer)
        except EngineFailed as error:
            return Progress(note=error.message)
        if status not in (200, 404):  # a 404 says in its body that the task is not there
            return Progress(note=f"the poll was answered {status}")
        try:
            return bfl.parse_poll(body)
        except CavendishError as error:
            looked_in_vain = error.charged == "no"  # the task is paid, whatever became of it
            return Progress(note=error.message) if looked_in_vain else error

    def _remember(self, key: bytes, task: bfl.Submitted) -> None:
        self._lost[key] = task
        if len(self._lost) > REMEMBERED:
            self._lost.popitem(last=False)
