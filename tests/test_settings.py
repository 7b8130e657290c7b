"""Settings: from a file, the environment, the defaults, each knowing where it came from."""

from pathlib import Path

import pytest

from cavendish.core.errors import InvalidRequest
from cavendish.settings import GOOGLE, Settings, load


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def test_without_anything_the_defaults_count() -> None:
    loaded = load(environ={})
    assert loaded.settings == Settings()
    assert set(loaded.origins.values()) == {"default"}
    assert not loaded.settings.uses_google


def test_the_environment_goes_before_the_file_and_the_file_before_the_default() -> None:
    Path("cavendish.toml").write_text('port = 5000\nmodel = "nano-banana"\nallowed_hosts = ["a.example"]\n')
    loaded = load(environ={"CAVENDISH_PORT": "6000", "CAVENDISH_ALLOWED_ORIGINS": "http://a, http://b"})
    assert (loaded.settings.port, loaded.settings.model) == (6000, "nano-banana")
    assert loaded.settings.allowed_hosts == ("a.example",)
    assert loaded.settings.allowed_origins == ("http://a", "http://b")
    assert loaded.origins["port"] == "CAVENDISH_PORT"
    assert loaded.origins["model"] == "cavendish.toml"
    assert loaded.origins["host"] == "default"


def test_the_users_own_file_counts_where_there_is_none_here(tmp_path: Path) -> None:
    home = tmp_path / "config" / "cavendish"
    home.mkdir(parents=True)
    (home / "cavendish.toml").write_text("workers = 1\n")
    assert load(environ={}).settings.workers == 1
    named = tmp_path / "other.toml"
    named.write_text("workers = 2\n")
    assert load(named, environ={}).settings.workers == 2


@pytest.mark.parametrize(
    ("environ", "key", "base_url"),
    [
        ({"GEMINI_API_KEY": "a"}, "a", GOOGLE),
        ({"GEMINI_API_KEY": "a", "GOOGLE_API_KEY": "b"}, "b", GOOGLE),
        ({"CAVENDISH_GEMINI_API_KEY": "c", "GOOGLE_API_KEY": "b"}, "c", GOOGLE),
        ({"GOOGLE_GEMINI_BASE_URL": "http://127.0.0.1:1"}, "", "http://127.0.0.1:1"),
    ],
)
def test_names_that_googles_sdks_use(environ: dict[str, str], key: str, base_url: str) -> None:
    settings = load(environ=environ).settings
    assert (settings.gemini_api_key, settings.gemini_base_url) == (key, base_url)
    assert settings.uses_google


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("prot = 1", "'prot' is not a setting"),
        ('port = "many"', "whole number"),
        ("port = -1", "whole number"),
        ("port = true", "whole number"),
        ("host = 5", "must be a string"),
        ("allowed_hosts = [1]", "list of strings"),
        ("port = ", "not valid TOML"),
    ],
)
def test_what_is_wrong_is_named(text: str, words: str) -> None:
    Path("cavendish.toml").write_text(text)
    with pytest.raises(InvalidRequest, match=words):
        load(environ={})


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(InvalidRequest, match=r"absent\.toml"):
        load(Path("absent.toml"), environ={})


def test_a_key_is_never_shown() -> None:
    assert "secret" not in repr(load(environ={"GEMINI_API_KEY": "secret"}))
