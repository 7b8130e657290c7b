"""Every body that tests lean on tells in its name where it is from."""

import pytest

from tests.samples import BODIES

ORIGINS = ("documented", "recorded", "constructed")
FILES = sorted(path.name for path in BODIES.iterdir() if path.name != "README.md")


@pytest.mark.parametrize("name", FILES)
def test_a_body_names_its_origin(name: str) -> None:
    what, origin, kind = name.split(".")
    assert what
    assert origin in ORIGINS
    assert kind in ("json", "html")


def test_a_name_has_one_body_and_one_origin() -> None:
    names = [name.partition(".")[0] for name in FILES]
    assert len(set(names)) == len(names) > 0


def test_the_origins_are_explained() -> None:
    explained = (BODIES / "README.md").read_text()
    assert [origin for origin in ORIGINS if f"`{origin}`" not in explained] == []
