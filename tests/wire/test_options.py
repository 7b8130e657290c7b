"""Cavendish's own options and its own small report."""

import pytest

from cavendish.core.errors import InvalidRequest
from cavendish.core.money import Micros
from cavendish.core.rejection import Rejection
from cavendish.core.result import Delivered, Mismatch, Outcome
from cavendish.wire.options import Options, parse_media_type, parse_options
from cavendish.wire.report import render_outcome


@pytest.mark.parametrize(
    ("body", "headers", "options"),
    [
        (None, {}, Options()),
        ({}, {}, Options()),
        ({"format": "JPG"}, {}, Options(media_type="image/jpeg")),
        ({"images": None}, {"x-cavendish-images": "images"}, Options()),
        ({}, {"x-cavendish-format": "webp"}, Options(media_type="image/webp")),
        ({}, {"x-cavendish-images": "IMAGES"}, Options(images="images")),
        ({"images": "markdown"}, {"x-cavendish-images": "images"}, Options(images="markdown")),
        ({"refusal": "Error"}, {"x-cavendish-refusal": "answer"}, Options(refusal="error")),
        ({}, {"x-cavendish-simulate": " IMAGE_SAFETY "}, Options(simulate="IMAGE_SAFETY")),
    ],
)  # fmt: skip
def test_the_body_comes_before_the_header(body: object, headers: dict[str, str], options: Options) -> None:
    assert parse_options(body, headers) == options


@pytest.mark.parametrize(
    ("body", "headers", "field"),
    [
        ([], {}, "cavendish"),
        ({"image": "markdown"}, {}, "cavendish.image"),
        ({"images": "url"}, {}, "cavendish.images"),
        ({"format": 5}, {}, "cavendish.format"),
        ({"refusal": "raise"}, {}, "cavendish.refusal"),
        ({"simulate": 429}, {}, "cavendish.simulate"),
        (None, {"x-cavendish-format": "bmp"}, "X-Cavendish-Format"),
    ],
)
def test_what_is_no_option_is_refused_by_its_place(body: object, headers: dict[str, str], field: str) -> None:
    with pytest.raises(InvalidRequest, match=field) as caught:
        parse_options(body, headers)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("word", "media_type"),
    [
        ("image/png", "image/png"),
        ("PNG", "image/png"),
        ("IMAGE_JPEG", "image/jpeg"),
        ("jpg", "image/jpeg"),
        (None, None),
    ],
)
def test_file_types_as_callers_name_them(word: str | None, media_type: str | None) -> None:
    assert parse_media_type(word, field="f") == media_type


@pytest.mark.parametrize("word", ["image/svg+xml", "gif", "", 5])
def test_what_is_no_file_type_is_refused(word: object) -> None:
    with pytest.raises(InvalidRequest, match="f"):
        parse_media_type(word, field="f")


def test_the_report_holds_what_is_known() -> None:
    bare = {"id": "gen_1", "outcome": "ok", "engine": "clay", "images": []}
    assert render_outcome(Outcome(id="gen_1", engine="clay")) == {**bare, "charged": None}
    assert render_outcome(Outcome(id="gen_1", engine="clay", cost=Micros(0))) == {**bare, "charged": False}
    full = Outcome(
        id="gen_1",
        engine="google",
        kind="partial",
        rejection=Rejection(stage="REPLY", reason="NO_IMAGE", message="No.", candidates_tokens=7, advice=("Ask.",)),
        size_mismatch=(Mismatch(0, "2x2", "2x1"),),
        cost=Micros(1),
        pictures=(Delivered("image/png", 2, 1, 80),),
        notes=("Drawn as 16:9.",),
        failure="Too late.",
    )
    assert render_outcome(full) == {
        "id": "gen_1",
        "outcome": "partial",
        "engine": "google",
        "charged": True,
        "images": [{"mime": "image/png", "width": 2, "height": 1, "bytes": 80}],
        "stage": "REPLY",
        "reason": "NO_IMAGE",
        "title": "",
        "message": "No.",
        "advice": ["Ask."],
        "note": "",
        "retryable": False,
        "native": {"finishReason": "NO_IMAGE", "candidatesTokenCount": 7},
        "size_mismatch": [{"image": 0, "asked": "2x2", "got": "2x1"}],
        "notes": ["Drawn as 16:9."],
        "failure": "Too late.",
    }
