"""Pictures by address in a caller's own document, before and after they were fetched."""

import json
from dataclasses import replace

from cavendish.core.parts import Blob, Image, Turn
from cavendish.wire.gemini import parse_request, render_request
from tests.samples import png, png64

FIRST, SECOND, THIRD = (Image(Blob(png(width, 1)), "image/png") for width in (1, 2, 3))
CONTENTS = [
    {"role": "user", "parts": [
        {"text": "a"},
        {"functionResponse": {"name": "f"}},
        {"fileData": {"mimeType": "image/jpeg", "fileUri": "https://example.com/1.jpg"}, "videoMetadata": {"fps": 1}},
        {"inline_data": {"mime_type": "image/png", "data": png64(2, 1)}},
        {"file_data": {"file_uri": "https://example.com/3.png"}},
    ]},
    {"role": "model", "parts": {"text": "b"}},
]  # fmt: skip


def test_what_was_fetched_stands_in_the_place_of_its_address() -> None:
    asked = parse_request(json.dumps({"contents": CONTENTS}).encode(), model="m", headers={})
    [user, model] = asked.turns
    assert [place for place, _ in user.references] == [1, 3]
    fetched = replace(asked, turns=(Turn("user", (user.parts[0], FIRST, SECOND, THIRD)), model))
    [first, second] = json.loads(b"".join(render_request(fetched)))["contents"]
    assert first["parts"] == [
        {"text": "a"},
        {"functionResponse": {"name": "f"}},
        {"inlineData": {"mimeType": "image/png", "data": png64(1, 1)}, "videoMetadata": {"fps": 1}},
        CONTENTS[0]["parts"][3],  # type: ignore[index]
        {"inlineData": {"mimeType": "image/png", "data": png64(3, 1)}},
    ]
    assert second == CONTENTS[1]


def test_what_was_not_fetched_stays_an_address() -> None:
    asked = parse_request(json.dumps({"contents": CONTENTS}).encode(), model="m", headers={})
    assert json.loads(b"".join(render_request(asked)))["contents"] == CONTENTS
