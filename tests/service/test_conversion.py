"""A picture in the type that was asked for; one that cannot be turned into it comes as it is."""

import asyncio
import base64
from collections.abc import AsyncGenerator

from cavendish.core.events import Begin, Data, End, Event, Finish, collect
from cavendish.core.result import Result
from cavendish.service.conversion import converted
from tests.serving import picture

PNG = base64.b64encode(picture(size=(8, 8)))


def asked(data: bytes, media_type: str) -> Result:
    async def told() -> AsyncGenerator[Event, None]:
        for event in (Begin("image", "image/png"), Data(data[:20]), Data(data[20:]), End("c2ln"), Finish()):
            yield event

    return asyncio.run(collect(converted(told(), media_type)))


def test_it_is_re_encoded_with_its_signature() -> None:
    [image] = asked(PNG, "image/jpeg").images
    assert image.blob.raw.startswith(b"\xff\xd8\xff")
    assert (image.media_type, image.signature) == ("image/jpeg", "c2ln")


def test_what_cannot_be_read_is_not_lost() -> None:
    broken = PNG[:60]
    [image] = asked(broken, "image/jpeg").images
    assert (image.media_type, image.blob.base64) == ("image/png", broken)


def test_what_is_of_that_type_already_passes() -> None:
    [image] = asked(PNG, "image/png").images
    assert (image.media_type, image.blob.base64) == ("image/png", PNG)
