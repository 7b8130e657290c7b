"""What reading a long answer costs with each HTTP client: CPU milliseconds per answer, and peak memory.

python bench/http_clients.py            ten rounds
python bench/http_clients.py --rounds 3

An upstream in its own process answers POSTs with JSON of 2 or 28 MB, in chunks of 32 KiB as Google does. Each client
lives in a process of its own and reads the answer as a stream of chunks, whose bytes it counts. Rounds go through all
clients in turn, so that a busy machine disturbs all alike; ratios are within one run. Clients that are not installed
are left out; only aiohttp is a dependency of the project. Linux, for the memory.
"""

import argparse
import asyncio
import importlib.util
import json
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, ExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

SIZES = {"2MB": 2_130_000, "28MB": 27_900_000}
ANSWERS = {"2MB": 24, "28MB": 3}  # in one round
CHUNK = 32 * 1024
Read = Callable[[str], Awaitable[int]]  # posts to a URL, returns the bytes of the answer


def main() -> None:
    parser = argparse.ArgumentParser(description="What reading a long answer costs with each HTTP client")
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--role", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    match options.role:
        case ["upstream", folder]:
            run(serve(Path(folder)))
        case ["client", name, authority]:
            run(obey(name, authority))
        case _:
            compare(options.rounds)


def run(task: Any) -> None:
    import uvloop  # the loop that the server runs on

    uvloop.run(task)


def document(size: int) -> bytes:
    return b'{"data":"' + b"iVBORw0K" * (size // 8) + b'"}'


def chunked(body: bytes) -> bytes:
    pieces = (body[at : at + CHUNK] for at in range(0, len(body), CHUNK))
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


async def serve(folder: Path) -> None:
    import trustme

    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(folder / "authority.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    answers = {f"/{name}".encode(): head + chunked(document(size)) for name, size in SIZES.items()}

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while request := await reader.read(CHUNK):
            while not request.endswith(b"\r\n\r\n{}"):
                request += await reader.read(CHUNK)
            writer.write(answers[request.split()[1]])
            await writer.drain()
        writer.close()

    plain = await asyncio.start_server(answer, "127.0.0.1", 0)
    secure = await asyncio.start_server(answer, "127.0.0.1", 0, ssl=context)
    print(*(server.sockets[0].getsockname()[1] for server in (plain, secure)), flush=True)
    await asyncio.to_thread(sys.stdin.read)


async def obey(name: str, authority: str) -> None:
    """Reads `url count` from its input, answers with CPU seconds per answer and peak bytes of memory."""
    lengths = {size: len(document(SIZES[size])) for size in SIZES}
    async with CLIENTS[name](authority) as read:
        while line := await asyncio.to_thread(sys.stdin.readline):
            url, count = line.split()
            await read(url)  # connects, and warms what can be
            forget_peak_memory()
            start = time.process_time()
            for _ in range(int(count)):
                received = await read(url)
            seconds = (time.process_time() - start) / int(count)
            assert received == lengths[url.rpartition("/")[2]]
            print(json.dumps([seconds, peak_memory()]), flush=True)


def forget_peak_memory() -> None:
    Path("/proc/self/clear_refs").write_text("5")


def peak_memory() -> int:
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


@asynccontextmanager
async def httpx2_client(authority: str) -> AsyncIterator[Read]:
    import httpx2

    async with httpx2.AsyncClient(verify=ssl.create_default_context(cafile=authority)) as client:

        async def read(url: str) -> int:
            async with client.stream("POST", url, content=b"{}", headers={"Accept-Encoding": "identity"}) as answer:
                return sum([len(chunk) async for chunk in answer.aiter_raw()])

        yield read


@asynccontextmanager
async def aiohttp_client(authority: str) -> AsyncIterator[Read]:
    import aiohttp

    connector = aiohttp.TCPConnector(ssl=ssl.create_default_context(cafile=authority))
    async with aiohttp.ClientSession(connector=connector, headers={"Accept-Encoding": "identity"}) as session:

        async def read(url: str) -> int:
            async with session.post(url, data=b"{}") as answer:
                return sum([len(chunk) async for chunk in answer.content.iter_any()])

        yield read


@asynccontextmanager
async def pyreqwest_client(authority: str) -> AsyncIterator[Read]:
    from pyreqwest.client import ClientBuilder  # type: ignore[import-not-found,unused-ignore]

    certificate = await asyncio.to_thread(Path(authority).read_bytes)
    builder = ClientBuilder().http1_only().add_root_certificate_pem(certificate)
    async with builder.default_headers({"Accept-Encoding": "identity"}).build() as client:

        async def read(url: str) -> int:
            count = 0
            async with client.post(url).body_bytes(b"{}").build_streamed() as answer:
                while chunk := await answer.body_reader.read_chunk():
                    count += len(chunk)
            return count

        yield read


@asynccontextmanager
async def cavendish_client(authority: str) -> AsyncIterator[Read]:
    from cavendish.engines.http import open_http

    async with open_http(certificates=ssl.create_default_context(cafile=authority)) as http:

        async def read(url: str) -> int:
            async with http.post(url, body=[b"{}"]) as answer:
                return sum([len(chunk) async for chunk in answer.chunks])

        yield read


CLIENTS: dict[str, Callable[[str], AbstractAsyncContextManager[Read]]] = {
    "httpx2": httpx2_client,
    "aiohttp": aiohttp_client,
    "pyreqwest": pyreqwest_client,
    "cavendish": cavendish_client,  # what engines use: aiohttp with our limits around it
}


@contextmanager
def child(*role: str) -> Iterator[subprocess.Popen[str]]:
    arguments = [sys.executable, __file__, "--role", *role]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.communicate()


def ask(process: subprocess.Popen[str], url: str, count: int) -> tuple[float, int]:
    assert process.stdin
    assert process.stdout
    process.stdin.write(f"{url} {count}\n")
    process.stdin.flush()
    seconds, memory = json.loads(process.stdout.readline())
    return seconds, memory


def compare(rounds: int) -> None:
    names = [name for name in CLIENTS if importlib.util.find_spec(name)]
    samples: dict[tuple[str, str, str], list[tuple[float, int]]] = defaultdict(list)
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        upstream = stack.enter_context(child("upstream", folder))
        assert upstream.stdout
        plain, secure = upstream.stdout.readline().split()
        clients = {name: stack.enter_context(child("client", name, f"{folder}/authority.pem")) for name in names}
        for _ in range(rounds):
            for size, count in ANSWERS.items():
                for base in (f"http://localhost:{plain}", f"https://localhost:{secure}"):
                    for name, process in clients.items():
                        samples[size, base[:5].strip(":"), name].append(ask(process, f"{base}/{size}", count))
    report(samples)


def report(samples: dict[tuple[str, str, str], list[tuple[float, int]]]) -> None:
    best: dict[tuple[str, str], float] = {}
    print(f"{'answer':14}{'client':12}{'CPU ms':>8}{'ratio':>8}{'peak MB':>9}")
    for (size, scheme, name), taken in samples.items():
        seconds = statistics.median(one for one, _ in taken)
        first = best.setdefault((size, scheme), seconds)  # ratios are to the client that is named first
        memory = max(memory for _, memory in taken) / 1e6
        print(f"{size + ' ' + scheme:14}{name:12}{seconds * 1000:8.2f}{seconds / first:8.2f}{memory:9.0f}")


if __name__ == "__main__":
    main()
