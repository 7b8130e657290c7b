"""Settings: from a file, the environment, the defaults, each knowing where it came from."""

from pathlib import Path

import pytest

from cavendish.core.errors import InvalidRequest
from cavendish.engine_settings import GOOGLE
from cavendish.settings import Settings, load


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def test_without_anything_the_defaults_count() -> None:
    loaded = load(environ={})
    assert loaded.settings == Settings()
    assert set(loaded.origins.values()) == {"default"}
    assert loaded.settings.engines == ()


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
        ({"GOOGLE_GEMINI_BASE_URL": "http://127.0.0.1:1"}, "", "http://127.0.0.1:1"),
    ],
)
def test_names_that_googles_sdks_use(environ: dict[str, str], key: str, base_url: str) -> None:
    (engine,) = load(environ=environ).settings.engines
    assert (engine.name, engine.kind, engine.api_key, engine.base_url) == ("google", "google", key, base_url)
    assert engine.charges == ("list" if base_url == GOOGLE else "unknown")


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
        ("images_api = 5", "true or false"),
        ("engines = 5", "must be tables"),
        ("[engines]\ngoogle = 5", "must be a table"),
        ("[engines.mine]\nkind = 'reseller'\nurl = 'x'", "engines.mine.url is not a setting"),
        ("[engines.mine]\nbase_url = 'http://x'", "needs a kind"),
        ("[engines.google]\nweight = 'heavy'", "whole number"),
        ("[engines.google]\nmodels = 'gemini-*'", "list of strings"),
        ("[engines.google]\ncharges = 'much'", "nothing, list, unknown"),
    ],
)
def test_what_is_wrong_is_named(text: str, words: str) -> None:
    Path("cavendish.toml").write_text(text)
    with pytest.raises(InvalidRequest, match=words):
        load(environ={})


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(InvalidRequest, match=r"absent\.toml"):
        load(Path("absent.toml"), environ={})


def test_known_engines_need_no_more_than_their_key() -> None:
    environ = {"OPENROUTER_API_KEY": "a", "BFL_API_KEY": "b", "OPENAI_API_KEY": "c"}
    kinds = {engine.name: engine.kind for engine in load(environ=environ).settings.engines}
    assert kinds == {"openrouter": "reseller", "bfl": "bfl", "openai": "openai"}


def test_a_table_sets_up_any_other_and_changes_a_known_one() -> None:
    Path("cavendish.toml").write_text(
        "[engines.mine]\nkind = 'reseller'\nbase_url = 'http://127.0.0.1:9/v1'\nkey_env = 'MY_KEY'\n"
        "models = ['gemini-*']\nweight = 3\nprice = '0.05'\n[engines.google]\nmost_at_once = 2\n"
    )
    loaded = load(environ={"MY_KEY": "secret", "GEMINI_API_KEY": "other"})
    mine, google = loaded.settings.engines
    assert (mine.name, mine.api_key, mine.models, mine.weight, mine.price) == (
        "mine",
        "secret",
        ("gemini-*",),
        3,
        "0.05",
    )
    assert (google.name, google.most_at_once, google.charges) == ("google", 2, "list")
    assert loaded.origins["engines.mine.api_key"] == "MY_KEY"
    assert loaded.origins["engines.google.most_at_once"] == "cavendish.toml"


def test_a_key_is_never_shown() -> None:
    assert "secret" not in repr(load(environ={"GEMINI_API_KEY": "secret"}))
