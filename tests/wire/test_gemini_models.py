"""The model list and the token count in Google's words."""

import pytest

from cavendish.catalogue import Catalogue
from cavendish.core.errors import InvalidRequest
from cavendish.wire.gemini import render_model, render_models, render_token_count

MODELS = tuple(Catalogue.load())


def test_a_model_looks_as_in_the_live_list() -> None:
    """Field by field, in the order in which Google serves them."""
    model = next(model for model in MODELS if model.id == "gemini-2.5-flash-image")
    assert list(render_model(model).items()) == [
        ("name", "models/gemini-2.5-flash-image"),
        ("version", "2.0"),
        ("displayName", "Nano Banana"),
        ("description", "Gemini 2.5 Flash Preview Image"),
        ("inputTokenLimit", 32768),
        ("outputTokenLimit", 32768),
        ("supportedGenerationMethods", ["generateContent", "countTokens"]),
        ("temperature", 1),
        ("topP", 0.95),
        ("topK", 64),
        ("maxTemperature", 1),
    ]


def test_a_model_goes_by_the_name_it_was_asked_for() -> None:
    pro = next(model for model in MODELS if model.id == "gemini-3-pro-image")
    shown = render_model(pro, name="gemini-3-pro-image-preview")
    assert (shown["name"], shown["thinking"]) == ("models/gemini-3-pro-image-preview", True)


def test_pages_follow_one_another_and_the_last_names_no_next() -> None:
    names, token, pages = [], None, 0
    while pages == 0 or token:
        page = render_models(MODELS, page_size="4", page_token=token)
        assert page.get("nextPageToken") != ""
        names += [entry["name"] for entry in page["models"]]
        token, pages = page.get("nextPageToken"), pages + 1
    assert names == [f"models/{model.id}" for model in MODELS]
    assert "nextPageToken" not in render_models(MODELS, page_size=str(len(MODELS)), page_token=None)
    assert "nextPageToken" not in render_models(MODELS, page_size=None, page_token="")


def test_no_model_is_lost_between_pages_of_the_largest_size() -> None:
    many = [MODELS[0]] * 1500
    first = render_models(many, page_size="5000", page_token=None)
    second = render_models(many, page_size="5000", page_token=first["nextPageToken"])
    assert len(first["models"]) + len(second["models"]) == 1500
    assert "nextPageToken" not in second


@pytest.mark.parametrize("query", [{"page_size": "-1"}, {"page_size": "x"}, {"page_token": "1.5"}, {"page_token": "²"}])
def test_what_is_no_page_is_refused(query: dict[str, str]) -> None:
    with pytest.raises(InvalidRequest, match="whole number"):
        render_models(MODELS, **{"page_size": None, "page_token": None, **query})


def test_a_token_count() -> None:
    assert render_token_count(prompt_tokens=5, picture_tokens=0) == {
        "totalTokens": 5,
        "promptTokensDetails": [{"modality": "TEXT", "tokenCount": 5}],
    }
    assert render_token_count(prompt_tokens=263, picture_tokens=258)["promptTokensDetails"] == [
        {"modality": "TEXT", "tokenCount": 5},
        {"modality": "IMAGE", "tokenCount": 258},
    ]
