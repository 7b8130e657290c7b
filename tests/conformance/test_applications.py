"""Applications are run by name only, judged by the abilities that their steps show, and have a section of the page."""

from pathlib import Path

import pytest
from conformance.runner.client import ClientError, load_applications, load_client, load_clients
from conformance.runner.page import render_page
from conformance.runner.results import Outcome
from conformance.runner.script import Script

DESCRIPTION = """
title = "An application"
language = "Python"
format = "openai"
run = ["{python}", "drive.py"]
[steps]
"a picture" = "%s"
"a reason" = "refused in review"
[cannot]
"%s" = "It shows no reason."
[notes]
"a picture" = "The address ends in v1."
"""


def described(folder: Path, *words: str) -> Path:
    (folder / "some").mkdir()
    (folder / "some" / "client.toml").write_text(DESCRIPTION % words)
    return folder


def test_applications_are_not_among_the_clients_that_run_unnamed() -> None:
    applications = {application.name for application in load_applications()}
    assert "open-webui" in applications
    assert not applications & {client.name for client in load_clients()}


@pytest.mark.parametrize("words", [("no ability", "a reason"), ("text to picture", "no step")])
def test_a_description_names_only_what_there_is(tmp_path: Path, words: tuple[str, str]) -> None:
    with pytest.raises(ClientError, match=r"client\.toml: no (ability|step) is not right"):
        load_client("some", described(tmp_path, *words))


def test_the_page_has_a_section_of_applications(tmp_path: Path) -> None:
    application = load_client("some", described(tmp_path, "text to picture", "a reason"))
    entry = Outcome(client=application, version="1.0", failures={}, shown={}).entry()
    page = render_page({"some": entry}).splitlines()
    assert "## Applications" in page
    assert "| An application | a picture | ✓ | The address ends in v1. |" in page
    assert "| An application | a reason | ✗ | It shows no reason. |" in page
    assert "## Programs as they are printed" not in page


def test_a_server_has_the_settings_of_its_client(tmp_path: Path) -> None:
    assert Script(tmp_path, "images_api = true").settings.read_text().startswith("images_api = true\n")
