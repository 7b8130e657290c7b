"""The studio and its workers: real processes drawing real, small pictures."""

import asyncio
import io
import os
import signal
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TypeVar

import numpy as np
import pytest
from PIL import Image

from cavendish.clay.composition import Composition
from cavendish.clay.crew import Worker
from cavendish.clay.metadata import find_scene
from cavendish.clay.scene import Scene
from cavendish.clay.studio import Studio, StudioError

T = TypeVar("T")
PROMPT = "a red apple on a table"


@asynccontextmanager
async def studio(workers: int = 2) -> AsyncIterator[Studio]:
    async with Studio(workers=workers) as opened:
        yield opened


def run(work: Callable[[], Awaitable[T]]) -> T:
    async def limited() -> T:
        return await asyncio.wait_for(work(), 120)

    return asyncio.run(limited())


async def composed(opened: Studio, prompt: str = PROMPT) -> Composition:
    return await opened.compose(prompt, scene=None, seed=3, ratio=1.0)


async def draw(opened: Studio, scene: Scene, size: int = 96, media_type: str = "image/png") -> bytes:
    return await opened.draw(scene, width=size, height=size, media_type=media_type)


def test_a_prompt_becomes_a_picture_that_knows_its_scene() -> None:
    async def work() -> None:
        async with studio() as opened:
            made = await composed(opened)
            heard: list[float] = []
            file = await opened.draw(made.scene, width=160, height=90, media_type="image/png", on_progress=heard.append)
        image = Image.open(io.BytesIO(file))
        assert image.size == (160, 90)
        assert np.asarray(image).std() > 10
        assert find_scene(file) == made.scene
        assert heard == sorted(heard)
        assert heard[-1] == 1

    run(work)


def test_an_edit_keeps_the_scene() -> None:
    async def work() -> None:
        async with studio(1) as opened:
            made = await composed(opened)
            night = await opened.compose("make it night", scene=made.scene, seed=3, ratio=1.0)
        assert night.changed
        assert night.scene.setting.time == "night"
        assert [item.id for item in night.scene.items] == [item.id for item in made.scene.items]

    run(work)


@pytest.mark.parametrize("media_type", ["image/jpeg", "image/webp"])
def test_other_files(media_type: str) -> None:
    async def work() -> bytes:
        async with studio(1) as opened:
            return await draw(opened, (await composed(opened)).scene, 64, media_type)

    file = run(work)
    assert Image.open(io.BytesIO(file)).size == (64, 64)
    assert find_scene(file) is not None


def test_the_number_of_workers_changes_nothing() -> None:
    async def work(workers: int) -> bytes:
        async with studio(workers) as opened:
            return await draw(opened, (await composed(opened)).scene, 300)

    assert run(lambda: work(1)) == run(lambda: work(3))


def test_several_pictures_at_once() -> None:
    async def work() -> list[bytes]:
        async with studio() as opened:
            scene = (await composed(opened)).scene
            scenes = [scene, replace(scene, seed=4), scene]
            return await asyncio.gather(*(draw(opened, each) for each in scenes))

    first, _, third = run(work)
    assert first == third


def test_of_pictures_at_once_small_and_early_ones_are_through_first() -> None:
    async def work() -> list[str]:
        async with studio(workers=1) as opened:
            scene = (await composed(opened)).scene
            through: list[str] = []

            async def drawn(name: str, size: int) -> None:
                await draw(opened, scene, size)
                through.append(name)

            await asyncio.gather(drawn("large", 300), drawn("large, later", 300), drawn("small", 80))
            return through

    assert run(work) == ["small", "large", "large, later"]


def test_cancelling_stops_the_work_and_spares_the_workers() -> None:
    async def work() -> None:
        async with studio() as opened:
            scene = (await composed(opened)).scene
            begun = asyncio.Event()
            heard: list[float] = []

            def listen(share: float) -> None:
                heard.append(share)
                begun.set()

            drawing = asyncio.ensure_future(
                opened.draw(scene, width=700, height=700, media_type="image/png", on_progress=listen)
            )
            await begun.wait()
            drawing.cancel()
            with pytest.raises(asyncio.CancelledError):
                await drawing
            until_then = len(heard)
            workers = {worker.pid for worker in opened._crew.workers}
            assert len(await draw(opened, scene)) > 1000
            assert len(heard) == until_then
            assert {worker.pid for worker in opened._crew.workers} == workers
            await asyncio.gather(*opened._chores)
            assert not any(worker.jobs for worker in opened._crew.workers)

    run(work)


def test_a_killed_worker_is_replaced() -> None:
    async def work() -> None:
        async with studio() as opened:
            scene = (await composed(opened)).scene
            undisturbed = await draw(opened, scene, 300)
            killed: list[int] = []

            def kill(_: float) -> None:
                if not killed:
                    killed.append(opened._crew.workers[0].pid)
                    os.kill(killed[0], signal.SIGKILL)

            file = await opened.draw(scene, width=300, height=300, media_type="image/png", on_progress=kill)
            assert killed
            assert file == undisturbed
            assert killed[0] not in {worker.pid for worker in opened._crew.workers}

    run(work)


def test_what_goes_wrong_inside_a_worker_is_told() -> None:
    async def work() -> None:
        async with studio(1) as opened:
            scene = (await composed(opened)).scene
            broken = replace(scene, items=(replace(scene.items[0], kind="gryphon"),))
            with pytest.raises(StudioError, match="word is not among"):
                await draw(opened, broken)
            assert len(await draw(opened, scene)) > 1000

    run(work)


@pytest.mark.parametrize(
    ("size", "media_type"), [((0, 10), "image/png"), ((10, 99999), "image/png"), ((10, 10), "image/tiff")]
)
def test_impossible_pictures_are_refused(size: tuple[int, int], media_type: str) -> None:
    async def work() -> None:
        async with studio(1) as opened:
            scene = (await composed(opened)).scene
            with pytest.raises(ValueError, match="picture"):
                await opened.draw(scene, width=size[0], height=size[1], media_type=media_type)

    run(work)


def test_a_closed_studio_says_so() -> None:
    async def work() -> None:
        opened = Studio(workers=1)
        await composed(opened)
        await opened.close()
        with pytest.raises(StudioError, match="closed"):
            await composed(opened)

    run(work)


def test_a_studio_may_live_in_any_thread() -> None:
    files: list[bytes] = []

    async def work() -> bytes:
        async with studio(1) as opened:
            return await draw(opened, (await composed(opened)).scene, 64)

    thread = threading.Thread(target=lambda: files.append(run(work)))
    thread.start()
    thread.join()
    assert files[0].startswith(b"\x89PNG")


def test_workers_end_with_their_input() -> None:
    async def work() -> None:
        worker = await Worker.start()
        await worker.stop()
        assert not worker.alive

    run(work)


def test_the_parent_needs_no_numpy() -> None:
    code = (
        "import asyncio, sys\n"
        "from cavendish.clay.studio import Studio\n"
        "async def work():\n"
        "    async with Studio(workers=1) as studio:\n"
        f"        made = await studio.compose({PROMPT!r}, scene=None, seed=1, ratio=1.0)\n"
        "        await studio.draw(made.scene, width=32, height=32, media_type='image/png')\n"
        "asyncio.run(work())\n"
        "print(sorted({'numpy', 'PIL', 'isal'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.strip() == "[]"
