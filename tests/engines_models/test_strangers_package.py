"""A stranger's package that brings an engine and the facts of its models, installed as an installer leaves it."""

import os
import subprocess
import sys
from pathlib import Path

from tests.serving import clean_environment

ENGINE = """
from contextlib import asynccontextmanager
from cavendish.core.events import Finish
from cavendish.engines.base import Traits

class Echo:
    def __init__(self, settings):
        self.name = settings.name
        self.traits = Traits(charges="list", honours=frozenset())

    def claims(self, model):
        return model == "echo-1"

    async def check(self):
        return "is there"

    async def generate(self, request):
        yield Finish()

@asynccontextmanager
async def open_echo(settings):
    yield Echo(settings)
"""
MODELS = """
[[model]]
id = "echo-1"
title = "Echo"
description = "Says it again."
maker = "echo"
aliases = ["echo"]
grid = "3"
aspect_ratios = ["1:1", "16:9"]
image_sizes = ["2K"]
image_tokens = { "2K" = 1 }
media_type = "image/png"
price = { picture = 5_000 }
"""


def installed(folder: Path, models: str) -> dict[str, str]:
    package = folder / "echo_package"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "engine.py").write_text(ENGINE)
    (package / "models.toml").write_text(models)
    facts = folder / "echo_package-1.0.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: echo-package\nVersion: 1.0\n")
    (facts / "entry_points.txt").write_text("[cavendish.engines]\necho = echo_package.engine:open_echo\n")
    (folder / "cavendish.toml").write_text('[engines.stranger]\nkind = "echo"\nbase_url = "here"\n')
    return clean_environment(PYTHONPATH=os.pathsep.join((str(folder), os.environ.get("PYTHONPATH", ""))))


def cavendish(folder: Path, models: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "cavendish", *arguments],
        cwd=folder, env=installed(folder, models), capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_its_models_are_ours_too(tmp_path: Path) -> None:
    ran = cavendish(tmp_path, MODELS, "models")
    row = ran.stdout.splitlines()[-1].split()
    assert row == ["echo-1", "2K", "2", "$0.0050"], ran.stderr


def test_a_file_of_it_that_is_wrong_names_it(tmp_path: Path) -> None:
    ran = cavendish(tmp_path, MODELS.replace("maker", "baker"), "models")
    assert ran.returncode == 2
    assert "The package echo_package brings a models.toml that cannot be read" in ran.stderr


def test_its_engine_need_not_know_how_to_list_models(tmp_path: Path) -> None:
    ran = cavendish(tmp_path, MODELS, "models", "--check")
    assert ran.returncode == 4
    assert "stranger  The engine stranger cannot list its models: it has no method `models`." in ran.stdout
