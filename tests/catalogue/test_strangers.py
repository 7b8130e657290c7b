"""Models that another package brings beside its engine."""

from pathlib import Path

import pytest

from cavendish.catalogue import Catalogue
from cavendish.core.errors import InvalidRequest
from cavendish.core.parts import Text, Turn
from cavendish.core.request import Request

OURS = len(list(Catalogue.load()))
ECHO = """
[grid.echo]
"1:1" = { "1K" = [1000, 1000] }

[[model]]
id = "echo-1"
title = "Echo"
description = "Says it again."
maker = "echo"
aliases = ["echo", "nano-banana"]
roles = ["best"]
grid = "echo"
image_sizes = ["1K"]
image_tokens = { "1K" = 1 }
media_type = "image/png"
price = { picture = 5 }

[[model]]
id = "clay"
title = "Not ours"
description = ""
maker = "echo"
grid = "3"
image_sizes = ["1K"]
image_tokens = { "1K" = 1 }
media_type = "image/png"
price = {}
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """A package of its own name that can be imported."""
    folder = tmp_path / f"stranger_{abs(hash(request.node.name))}"
    folder.mkdir()
    (folder / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    return folder


def test_they_join_the_catalogue_and_ours_win(package: Path) -> None:
    (package / "models.toml").write_text(ECHO)
    catalogue = Catalogue.load([package.name])
    resolved = catalogue.resolve(Request(model="echo", turns=(Turn("user", (Text("hello"),)),)))
    assert (resolved.request.model, resolved.request.width) == ("echo-1", 1000)
    assert catalogue.find("nano-banana").id == "gemini-2.5-flash-image"
    assert catalogue.find("best").id == "gemini-3-pro-image"
    assert catalogue.find("clay").title == "Clay"
    assert len(list(catalogue)) == OURS + 1


def test_a_package_without_models_changes_nothing(package: Path) -> None:
    assert [model.id for model in Catalogue.load([package.name])] == [model.id for model in Catalogue.load()]


@pytest.mark.parametrize(
    "text",
    [
        "not toml",
        '[[model]]\nid = "x"',
        ECHO.replace('grid = "echo"', 'grid = "nobody\'s"'),
        ECHO.replace("title", "titel"),
        "model = 5",
    ],
)
def test_a_file_that_cannot_be_read_names_its_package(package: Path, text: str) -> None:
    (package / "models.toml").write_text(text)
    with pytest.raises(InvalidRequest, match=f"package {package.name} brings a models.toml"):
        Catalogue.load([package.name])
