"""`models`: the table, all facts as JSON, and the comparison with what engines say themselves."""

import re

import pytest

from tests.cli.conftest import Cavendish
from tests.serving import Upstream

LIVING = ("gemini-3-pro-image", "gemini-3.1-flash-lite-image", "gemini-nano-banana-2.1")
FOLLOWING = '[engines.google]\nfollows = "google"\n'


def googles(*names: str) -> dict[str, object]:
    return {"models": [{"name": f"models/{name}"} for name in names]}


def test_the_table_fits_a_hundred_columns_and_lives_are_told_beside_it(free: Cavendish) -> None:
    done = free("models")
    assert max(map(len, done.lines)) <= 100
    assert done.lines[0].split() == ["MODEL", "ALSO", "CALLED", "SIZES", "RATIOS", "TIME", "SWITCHED", "OFF", "PRICE"]
    rows = {line.split()[0]: line for line in done.lines}
    assert "2026-10-02" in rows["gemini-2.5-flash-image"]
    assert "2026-10-29 ?" in rows["gemini-3.1-flash-image"]
    assert not re.search(r"20\d\d-", rows["gemini-3-pro-image"])
    assert rows["flux-kontext-pro"].endswith("$0.0400")
    assert "gemini-2.5-flash-image: off at google from 2026-10-02 → gemini-3.1-flash-image\n" in done.err
    assert "(not confirmed) → gemini-nano-banana-2.1\n" in done.err


def test_json_holds_every_fact_and_its_source(free: Cavendish) -> None:
    models = {model["id"]: model for model in free("models", "--json").document["models"]}
    nano, gpt = models["gemini-2.5-flash-image"], models["gpt-image-1"]
    assert nano["retired"] == {
        "by": "google", "on": "2026-10-02", "successor": "gemini-3.1-flash-image", "confirmed": True,
    }  # fmt: skip
    assert nano["retired_names"]["gemini-2.5-flash-image-preview"]["on"] == "2025-10-30"
    assert nano["pixels"]["16:9"] == {"1K": [1344, 768]}
    assert (gpt["ignores"], gpt["retired"]["successor"]) == (["seed", "include_thoughts"], "gpt-image-2.5-sunburst")
    assert gpt["cost_micros_by_quality"] == {"low": {"1K": 10_880}, "high": {"1K": 166_400}}
    assert models["flux-kontext-max"]["cost_micros"] == {"1K": 80_000}
    assert models["gemini-3-pro-image"]["roles"] == ["best", "text"]
    assert all(model["sources"] for model in models.values())


def test_check_asks_for_the_list_and_nothing_else(paid: Cavendish, google: Upstream) -> None:
    google.models = googles(*LIVING, "gemini-2.5-flash-image", "gemini-3.1-flash-image")
    done = paid("models", "--check", "google")
    assert (done.code, done.lines) == (0, ["google  in step"])
    assert [path for path, _, _ in google.requests] == ["/v1beta/models?pageSize=1000"]


def test_check_tells_what_is_not_in_step(paid: Cavendish, google: Upstream) -> None:
    (paid.folder / "cavendish.toml").write_text(FOLLOWING)
    google.models = googles("gemini-3-pro-image", "gemini-2.5-flash-image", "gemini-4-image", "gemini-4")
    done = paid("models", "--check")
    assert done.code == 4
    assert done.lines == [
        "google  lacks: gemini-3.1-flash-image, gemini-3.1-flash-lite-image, gemini-nano-banana-2.1",
        "google  draws with what is not known here: gemini-4-image",
        "google  still lists what is known here as switched off: gemini-2.5-flash-image",
        "clay    in step",
    ]
    document = paid("models", "--check", "--json").document
    assert [(entry["engine"], entry["in_step"]) for entry in document["engines"]] == [("google", False), ("clay", True)]
    assert document["engines"][0]["unknown"] == ["gemini-4-image"]


def test_check_goes_on_past_an_engine_that_fails_unless_it_was_named(paid: Cavendish, google: Upstream) -> None:
    google.status, google.models = 403, {"error": {"code": 403, "message": "leaked", "status": "PERMISSION_DENIED"}}
    done = paid("models", "--check")
    assert done.code == 4
    assert done.lines[1] == "clay    in step"
    assert paid("models", "--check", "google").code == 5


@pytest.mark.parametrize("arguments", [("google",), ("--check", "photoshop")])
def test_wrong_usage(paid: Cavendish, arguments: tuple[str, ...]) -> None:
    assert paid("models", *arguments).code == 2


def test_check_has_nothing_to_compare_where_there_is_no_list(free: Cavendish) -> None:
    (free.folder / "cavendish.toml").write_text('[engines.bfl]\napi_key = "k"\n')
    done = free("models", "--check")
    assert (done.code, done.lines) == (0, ["bfl   has no list of models to compare with", "clay  in step"])


@pytest.mark.parametrize(
    ("model", "sent"),
    [
        ("best", "gemini-3-pro-image"),
        ("fast", "gemini-3.1-flash-lite-image"),
        ("text-4k", "gemini-3-pro-image"),
    ],
)
def test_a_role_is_a_name(paid: Cavendish, google: Upstream, model: str, sent: str) -> None:
    assert paid("generate", "a cat", "-m", model, "-o", "cat.png").code == 0
    assert f"/models/{sent}:" in google.requests[0][0]


def test_a_retired_name_is_sent_as_its_successor_with_a_word_about_it(paid: Cavendish, google: Upstream) -> None:
    (paid.folder / "cavendish.toml").write_text(FOLLOWING)
    done = paid("generate", "a cat", "-m", "nano-banana", "-o", "cat.png")
    assert done.code == 0
    assert "/models/gemini-nano-banana-2.1:" in google.requests[0][0]
    assert "switched off by Google on 2026-10-02; gemini-nano-banana-2.1 stands in for it." in done.err


def test_a_retired_name_is_refused_where_the_operator_wants_it(paid: Cavendish, google: Upstream) -> None:
    (paid.folder / "cavendish.toml").write_text('retired = "refuse"\n' + FOLLOWING)
    done = paid("generate", "a cat", "-m", "nano-banana")
    assert (done.code, google.requests) == (2, [])
    assert "Its successor is gemini-nano-banana-2.1." in done.err
