"""Sealed scenes: small, whole, and deaf to anything that is not ours."""

import base64
import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.clay.compose import compose
from cavendish.clay.seal import seal, unseal

VILLAGE = compose("a snowy mountain village at night", scene=None, seed=3, ratio=1.0).scene


def sealed(packed: bytes) -> str:
    return base64.b64encode(b"clay1" + zlib.crc32(packed).to_bytes(4, "big") + packed).decode()


def test_a_scene_comes_back_as_it_went() -> None:
    text = seal(VILLAGE)
    assert unseal(text) is not None
    assert seal(unseal(text) or VILLAGE) == text
    assert len(text) < 4096


def test_a_changed_letter_is_noticed() -> None:
    text = seal(VILLAGE)
    assert unseal(text[:40] + ("A" if text[40] != "A" else "B") + text[41:]) is None
    assert unseal(text[:-8]) is None


@pytest.mark.parametrize(
    "rubbish",
    [
        "",
        "clay1",
        "....",
        "é" * 40,
        "A" * 1_000_000,
        base64.b64encode(b"clay1").decode(),
        sealed(b""),
        sealed(b"no deflate"),
        sealed(zlib.compress(b"{not json")),
        sealed(zlib.compress(b"\xff\xfe")),
        sealed(zlib.compress(b"[" * 100_000)),
        sealed(zlib.compress(b'{"v":1}')),
        sealed(zlib.compress(b'{"v":1,"seed":' + b"9" * 10_000 + b"}")),
        sealed(zlib.compress(json.dumps([0] * 50_000).encode())),
        sealed(zlib.compress(b" " * 40_000_000, 9)),
    ],
)
def test_rubbish_and_bombs_are_none(rubbish: str) -> None:
    assert unseal(rubbish) is None


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    assert unseal(text) is None


@given(st.binary(max_size=200))
def test_no_packed_bytes_raise(packed: bytes) -> None:
    assert unseal(sealed(packed)) is None
