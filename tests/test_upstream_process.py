"""The process of fake upstreams: it knows nothing of Cavendish, hides no fault, and never stays behind."""

import http.client
import os
import subprocess
import sys
import urllib.request

import pytest

from tests.upstream_process import ROOT, Process, upstream
from tests.upstreams import Held, Reply, cut

STARTS_ONE = """
import time
from tests.upstream_process import Process
process = Process()
process.order("open")
print("ready", flush=True)
time.sleep(60)
"""
NAMES_ITS_MODULES = "import sys, tests.upstream_process; print(*(name.split('.')[0] for name in sys.modules))"


def get(url: str) -> bytes:
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(url, timeout=20) as answer:
        return bytes(answer.read())


def test_each_upstream_has_its_own_answers_and_requests() -> None:
    with upstream() as one, upstream() as other:
        one.says(Reply(b"first"), Reply(b"then"), at="/a")
        other.says(Reply(b"other"))
        assert [get(one.url + "/a"), get(one.url + "/a"), get(other.url + "/b")] == [b"first", b"then", b"other"]
        assert [asked.path for asked in one.requests] == ["/a", "/a"]
        one.forget()
        assert [one.requests, len(other.requests)] == [[], 1]


def test_misbehaviour_travels_and_what_waits_for_this_process_cannot() -> None:
    with upstream() as there:
        there.says(cut(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n1"))
        with pytest.raises(http.client.IncompleteRead):
            get(there.url)
        with pytest.raises(TypeError):
            there.says(Held(Reply()))


def test_a_request_that_was_not_foreseen_fails_the_test() -> None:
    def ask() -> None:
        with upstream() as there:
            there.says(Reply(), at="/known")
            with pytest.raises(http.client.RemoteDisconnected):
                get(there.url + "/unknown")

    with pytest.raises(AssertionError, match="StopIteration"):
        ask()


def test_it_holds_nothing_of_cavendish() -> None:
    done = subprocess.run([sys.executable, "-c", NAMES_ITS_MODULES], cwd=ROOT, capture_output=True, check=True)
    assert not {b"cavendish", b"numpy", b"PIL"} & set(done.stdout.split())


def test_it_ends_when_it_is_told_to() -> None:
    process = Process()
    process.order("open")
    assert process.end() == 0
    with pytest.raises(ProcessLookupError):
        os.kill(process.pid, 0)


def test_it_ends_with_whoever_started_it() -> None:
    command = [sys.executable, "-c", STARTS_ONE]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as parent:
        assert parent.stdout
        assert parent.stdout.readline() == b"ready\n"
        parent.kill()
        parent.communicate(timeout=20)  # the child holds the other end of this pipe as long as it lives
