"""`generate` and `edit` against an upstream: files, names, streams, and what is said."""

import io
import json
from collections.abc import Mapping
from typing import Any

import pytest
from PIL import Image

from cavendish.core.parts import Blob
from cavendish.core.sniff import sniff
from tests.cli.conftest import Cavendish, Make, Within
from tests.serving import Upstream, google_answer, picture

PNG, JPEG, WEBP = "image/png", "image/jpeg", "image/webp"


def sent(google: Upstream) -> Any:
    """The document of the last request."""
    return json.loads(google.requests[-1][2])


def in_base64(data: bytes) -> str:
    return Blob(data).base64.decode()


def part_of(data: bytes, media_type: str) -> Mapping[str, Any]:
    return {"inlineData": {"mimeType": media_type, "data": in_base64(data)}}


def type_of(data: bytes) -> str | None:
    header = sniff(Blob(data))
    return header.media_type if header else None


def test_path_on_stdout_and_the_rest_on_stderr(paid: Cavendish) -> None:
    done = paid("generate", "A beautiful cat, under the tree!")
    assert done.code == 0
    assert done.out == b"a-beautiful-cat-under-the-tree.png\n"
    assert paid.files == ["a-beautiful-cat-under-the-tree.png"]
    price, line, words = done.err.splitlines()
    assert price == "google draws this with gemini-2.5-flash-image; what that server charges is not known."
    assert line.startswith("1024×1024 · google · gemini-2.5-flash-image · ")
    assert line.endswith(" s · cost unknown")
    assert words == "Here it is."


def test_the_price_is_told_before_a_key_spends(make_cavendish: Make) -> None:
    """Google itself, by way of a proxy that nobody runs: nothing leaves this machine."""
    cavendish = make_cavendish(GEMINI_API_KEY="key", HTTPS_PROXY="http://127.0.0.1:1", NO_PROXY="")
    done = cavendish("generate", "a cat", "-m", "nano-banana-pro", "-n", "2", "--size", "2K")
    assert done.err.startswith("google draws 2 pictures with gemini-3-pro-image for about $0.2688 (list price).\n")
    assert done.code == 4


def test_json_is_one_document(paid: Cavendish) -> None:
    done = paid("generate", "a cat", "--size", "1024x1000", "--json")
    document = done.document
    size = (paid.folder / "a-cat.png").stat().st_size
    assert document.pop("seconds") >= 0
    assert document == {
        "version": 1,
        "pictures": [{"path": "a-cat.png", "media_type": PNG, "width": 1024, "height": 1024, "bytes": size}],
        "engine": "google",
        "model": "gemini-2.5-flash-image",
        "cost_micros": None,
        "outcome": "ok",
        "text": "Here it is.",
        "notes": ["1024×1000 is drawn as 1:1 at 1K: 1024×1024."],
    }


def test_nothing_is_ever_overwritten_unasked(paid: Cavendish) -> None:
    (paid.folder / "a-cat.png").write_bytes(b"mine")
    assert paid("generate", "a cat").lines == ["a-cat-2.png"]
    assert paid("generate", "a cat", "-n", "2").lines == ["a-cat-3.png", "a-cat-4.png"]
    assert (paid.folder / "a-cat.png").read_bytes() == b"mine"


def test_twins_that_run_at_once_keep_their_own_files(paid: Cavendish) -> None:
    twins = [paid.start("generate", "a cat") for _ in range(3)]
    assert sorted(twin.communicate(timeout=60)[0] for twin in twins) == [
        b"a-cat-2.png\n",
        b"a-cat-3.png\n",
        b"a-cat.png\n",
    ]
    assert paid.files == ["a-cat-2.png", "a-cat-3.png", "a-cat.png"]


def test_a_named_file_is_overwritten_by_force_only(paid: Cavendish, google: Upstream) -> None:
    target = paid.folder / "mine.png"
    target.write_bytes(b"mine")
    refused = paid("generate", "a cat", "-o", "mine.png")
    assert (refused.code, target.read_bytes(), google.requests) == (2, b"mine", [])
    assert "--force" in refused.err
    assert paid("generate", "a cat", "-o", "mine.png", "--force").lines == ["mine.png"]
    assert target.read_bytes() == picture()


@pytest.mark.parametrize(
    ("given", "path", "media_type"),
    [
        (("-o", "cat.png"), "cat.png", PNG),
        (("-o", "cat.jpg"), "cat.jpg", JPEG),
        (("-o", "CAT.JPEG"), "CAT.JPEG", JPEG),
        (("-o", "cat.webp"), "cat.webp", WEBP),
        (("-o", "cat"), "cat.png", PNG),
        (("-o", "cat", "--format", "webp"), "cat.webp", WEBP),
        (("--format", "jpeg"), "a-cat.jpg", JPEG),
        (("-o", "new/folder/"), "new/folder/a-cat.png", PNG),
        (("-o", "."), "a-cat.png", PNG),
        (("-o", "../here/cat.png"), "../here/cat.png", PNG),
    ],
)
def test_a_file_is_what_its_name_says(
    paid: Cavendish, paid_within: Within, given: tuple[str, ...], path: str, media_type: str
) -> None:
    done = paid_within("generate", "a cat", *given)
    assert done.lines == [path]
    assert type_of((paid.folder / path).read_bytes()) == media_type


@pytest.mark.parametrize(("given", "path"), [((), "a-cat.jpg"), (("-o", "cat.png"), "cat.png")])
def test_a_mislabelled_picture_is_found_out(
    paid: Cavendish, google: Upstream, given: tuple[str, ...], path: str
) -> None:
    google.answer = google_answer(part_of(picture(JPEG), PNG))
    assert paid("generate", "a cat", *given).lines == [path]
    assert type_of((paid.folder / path).read_bytes()) == (PNG if path.endswith("png") else JPEG)


def test_what_is_no_picture_is_not_written(paid: Cavendish, google: Upstream) -> None:
    google.answer = google_answer(part_of(b"<html>not a picture</html>", PNG))
    done = paid("generate", "a cat", "-o", "cat.png")
    assert done.code == 4
    assert paid.files == []


def test_bytes_to_stdout(paid: Cavendish) -> None:
    done = paid("generate", "a cat", "-o", "-")
    assert (done.code, done.out) == (0, picture())
    assert paid.files == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("generate", ""), "The prompt is empty"),
        (("generate", "a", "cat"), "in quotes"),
        (("generate", "a cat", "-o", "cat.gif"), ".png, .jpg, .jpeg, .webp"),
        (("generate", "a cat", "-o", "cat.png", "--format", "jpeg"), "another file type"),
        (("generate", "a cat", "-o", "nowhere/cat.png"), "There is no folder nowhere"),
        (("generate", "a cat", "-o", "x" * 300 + ".png"), "too long"),
        (("generate", "a cat", "-o", "/dev/null"), "neither a file nor a folder"),
        (("generate", "a cat", "-o", "-", "-n", "2"), "Only one picture"),
        (("generate", "a cat", "-o", "/proc/cat.png"), "/proc"),
        (("generate", "a cat", "-n", "0"), "between 1 and 10"),
        (("generate", "a cat", "-n", "99"), "between 1 and 10"),
        (("generate", "a cat", "--seed", "x"), "--seed"),
        (("generate", "a cat", "--format", "bmp"), "image/png"),
        (("generate", "a cat", "--size", "huge"), "1280x720"),
        (("generate", "a cat", "--size", "8K", "--engine", "clay"), "It has: 1K"),
        (("generate", "a cat", "--aspect", "7:3", "--engine", "clay"), "16:9"),
        (("generate", "a cat", "-m", "nano-bananna"), "nano-banana"),
        (("generate", "a cat", "--engine", "photoshop"), "clay"),
        (("generate", "a cat", "--ref", "nothing.png"), "nothing.png"),
        (("generate", "a cat", "--ref", "words.txt"), "is not a picture"),
        (("generate", "a cat", "--config", "nothing.toml"), "nothing.toml"),
        (("edit", "make it night"), "Missing argument"),
        (("edit", "nothing.png", "make it night"), "nothing.png"),
        (("edit", "-", "-"), "stdin"),
        (("draw", "a cat"), "No such command"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_asked(
    paid: Cavendish, paid_within: Within, google: Upstream, arguments: tuple[str, ...], told: str
) -> None:
    (paid.folder / "words.txt").write_text("no picture")
    done = paid_within(*arguments)
    assert (done.code, done.out) == (2, b"")
    assert told in done.err
    assert google.requests == []
    assert paid.files == ["words.txt"]


def test_two_results_cannot_share_stdout(paid: Cavendish, google: Upstream) -> None:
    done = paid("generate", "a cat", "-o", "-", "--json")
    assert (done.code, done.document["error"]["field"], google.requests) == (2, "output", [])


def test_a_prompt_from_stdin(paid: Cavendish, google: Upstream) -> None:
    assert paid("generate", "-", stdin="eine Katze, ganz schön\n".encode()).lines == ["eine-katze-ganz-schön.png"]
    assert sent(google)["contents"][0]["parts"] == [{"text": "eine Katze, ganz schön"}]
    assert paid("generate", "-", stdin=b"\xff\xfe").code == 2


def test_references_size_ratio_model_and_seed_reach_the_engine(paid: Cavendish, google: Upstream) -> None:
    (paid.folder / "one.png").write_bytes(picture(size=(64, 48)))
    (paid.folder / "two.jpg").write_bytes(picture(JPEG, size=(64, 48)))
    options = ("-m", "nano-banana-pro", "--size", "2K", "--aspect", "16:9", "--seed", "7")
    done = paid("generate", "both of them", "--ref", "one.png", "--ref", "two.jpg", *options)
    assert done.code == 0
    assert google.requests[-1][0] == "/v1beta/models/gemini-3-pro-image:generateContent"
    assert [list(part) for part in sent(google)["contents"][0]["parts"]] == [["inlineData"], ["inlineData"], ["text"]]
    config = sent(google)["generationConfig"]
    assert config["imageConfig"] == {"aspectRatio": "16:9", "imageSize": "2K"}
    assert config["seed"] == 7


def test_edit_takes_several_pictures_and_stdin(paid: Cavendish, google: Upstream) -> None:
    (paid.folder / "dress.png").write_bytes(picture(size=(32, 32)))
    done = paid("edit", "-", "dress.png", "put it on", stdin=picture(JPEG, size=(48, 48)))
    assert done.lines == ["put-it-on.png"]
    pictures = [part["inlineData"] for part in sent(google)["contents"][0]["parts"][:2]]
    assert [entry["mimeType"] for entry in pictures] == [JPEG, PNG]
    assert pictures[1]["data"] == in_base64(picture(size=(32, 32)))


def test_an_option_that_is_ignored_is_told(free: Cavendish) -> None:
    done = free("generate", "a ball", "-m", "clay", "--size", "500x512", "--json")
    assert done.document["notes"] == ["500×512 is drawn as 1:1 at 512: 512×512."]


def test_a_models_words_cannot_command_the_terminal(paid: Cavendish, google: Upstream) -> None:
    google.answer = google_answer({"text": "\x1b[2J\x1b]0;owned\x07\u202ehello\x9b"}, part_of(picture(), PNG))
    done = paid("generate", "a cat")
    assert done.err.splitlines()[-1] == "[2J]0;ownedhello"
    assert paid("generate", "a cat", "--json").out.isascii()


def test_a_long_speech_is_cut(paid: Cavendish, google: Upstream) -> None:
    google.answer = google_answer({"text": "word " * 1000}, part_of(picture(), PNG))
    done = paid("generate", "a cat", "--json")
    assert len(done.document["text"]) == 5000
    assert len(paid("generate", "a cat").err) < 1000


def test_a_conversion_keeps_the_pixels(paid: Cavendish) -> None:
    paid("generate", "a cat", "-o", "cat.webp")
    with Image.open(io.BytesIO((paid.folder / "cat.webp").read_bytes())) as found:
        assert found.size == (1024, 1024)
