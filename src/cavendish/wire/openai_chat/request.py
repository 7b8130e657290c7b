"""A chat completion request, parsed from callers: the conversation, and size and ratio in every form in use."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cavendish.core.errors import InvalidRequest
from cavendish.core.parts import Role, Text, Turn
from cavendish.core.request import Quality, Request
from cavendish.core.size import Wish, parse_ratio, parse_size
from cavendish.wire.casing import pick
from cavendish.wire.fields import expect, integer, object_at
from cavendish.wire.lift import lift
from cavendish.wire.openai_chat.content import parse_content, parse_images
from cavendish.wire.options import parse_media_type, parse_options

__all__ = ["MOST_CHOICES", "ChatRequest", "parse_quality", "parse_request"]

MOST_CHOICES = 10
INT63 = 2**63
ROLES: dict[str, Role] = {"user": "user", "assistant": "model"}
SYSTEM_ROLES = ("system", "developer")
MODALITIES = ("text", "image")
QUALITIES: dict[str, Quality | None] = {
    "auto": None, "low": "low", "standard": "low", "medium": "medium", "high": "high", "hd": "high",
}  # fmt: skip
PROMPT_FLAG = re.compile(r"\s--(ar|aspect_ratio|output_format)[ =]([^\s]{1,20})")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatRequest:
    """A request, and how its answer is to be written."""

    request: Request
    stream: bool
    include_usage: bool
    images: str  # the image mode: markdown or images


def parse_request(body: bytes, *, headers: Mapping[str, str]) -> ChatRequest:
    """The request in `body`; InvalidRequest names the field that is wrong and what is allowed."""
    document, strings = lift(body)
    document = expect(document, dict, field="The body")
    extra = object_at(document, "extra_body")
    options = parse_options(document.get("cavendish", extra.get("cavendish")), headers)
    system, turns = _conversation(document.get("messages"), strings)
    turns, flags = _without_flags(turns)
    modalities = _modalities(document.get("modalities"))
    size = _first_said(_wishes(document, extra, flags))
    request = Request(
        model=expect(document.get("model") or "", str, field="model"),
        turns=turns,
        system=system,
        aspect_ratio=size.aspect_ratio,
        image_size=size.image_size,
        width=size.width,
        height=size.height,
        count=integer(document.get("n"), field="n", least=1, most=MOST_CHOICES) or 1,
        seed=integer(document.get("seed"), field="seed", least=-INT63, most=INT63 - 1),
        quality=parse_quality(document.get("quality")),
        media_type=options.media_type or parse_media_type(flags.get("output_format"), field="--output_format"),
        modalities=tuple(word.upper() for word in modalities or MODALITIES),
        refusal=options.refusal,
        simulate=options.simulate,
    )
    stream_options = object_at(document, "stream_options")
    return ChatRequest(
        request=request,
        stream=expect(document.get("stream") or False, bool, field="stream"),
        include_usage=bool(stream_options.get("include_usage")),
        images=options.images or ("images" if modalities and "image" in modalities else "markdown"),
    )


def _conversation(messages: Any, strings: Sequence[bytes]) -> tuple[str, tuple[Turn, ...]]:
    if not expect(messages or [], list, field="messages"):
        raise InvalidRequest("messages must hold at least one message.", field="messages")
    system, turns = [], []
    for index, message in enumerate(messages):
        field = f"messages[{index}]"
        role = expect(expect(message, dict, field=field).get("role"), str, field=f"{field}.role")
        parts = parse_content(message.get("content"), strings, field=f"{field}.content")
        parts += parse_images(message.get("images"), strings, field=f"{field}.images")
        if role in SYSTEM_ROLES:
            system += [part.text for part in parts if isinstance(part, Text)]
        elif role in ROLES:
            turns.append(Turn.of(ROLES[role], parts))
        else:
            allowed = ", ".join((*SYSTEM_ROLES, *ROLES))
            raise InvalidRequest(f"{field}.role: {role[:40]!r} is not one of {allowed}.", field=f"{field}.role")
    if not turns or turns[-1].role != "user":
        raise InvalidRequest("The last message must be the user's.", field="messages")
    return "\n".join(system), tuple(turns)


def _without_flags(turns: tuple[Turn, ...]) -> tuple[tuple[Turn, ...], dict[str, str]]:
    """`--ar 16:9` and its like, taken out of the last prompt."""
    flags: dict[str, str] = {}

    def strip(part: Any) -> Any:
        if not isinstance(part, Text):
            return part
        flags.update(PROMPT_FLAG.findall(part.text))
        return replace(part, text=PROMPT_FLAG.sub("", part.text))

    last = turns[-1]
    if not PROMPT_FLAG.search(last.text):
        return turns, flags
    return (*turns[:-1], replace(last, parts=tuple(strip(part) for part in last.parts))), flags


def _modalities(value: Any) -> tuple[str, ...] | None:
    if not value:
        return None
    words = tuple(expect(word, str, field="modalities").lower() for word in expect(value, list, field="modalities"))
    for word in words:
        if word not in MODALITIES:
            raise InvalidRequest(f"modalities: {word[:40]!r} is not one of text, image.", field="modalities")
    return words


def parse_quality(value: Any) -> Quality | None:
    """OpenAI's words for how good a picture is to be, as a wish for its size; None for `auto` and for nothing."""
    if value is None:
        return None
    word = expect(value, str, field="quality").lower()
    if word not in QUALITIES:
        raise InvalidRequest(f"quality: {word[:40]!r} is not one of {', '.join(QUALITIES)}.", field="quality")
    return QUALITIES[word]


def _first_said(wishes: Iterable[Wish]) -> Wish:
    """The first place that says something counts; pixels only where no ratio or size was said before them."""
    ratio: str | None = None
    size: str | None = None
    width: int | None = None
    height: int | None = None
    for wish in wishes:
        if not (width or ratio or size):
            width, height = wish.width, wish.height
        ratio, size = ratio or wish.aspect_ratio, size or wish.image_size
    return Wish(aspect_ratio=ratio, image_size=size, width=width, height=height)


def _wishes(document: Mapping[str, Any], extra: Mapping[str, Any], flags: Mapping[str, str]) -> Iterator[Wish]:
    """What each place says, the most particular place first."""
    for container, field in _image_configs(document, extra):
        if not container:
            continue
        ratio = parse_ratio(pick(container, "aspectRatio"), field=f"{field}aspect_ratio")
        size = parse_size(pick(container, "imageSize"), field=f"{field}image_size")
        yield Wish(aspect_ratio=ratio)
        yield size
        yield parse_size(container.get("resolution"), field=f"{field}resolution")
    for name in ("ar", "aspect_ratio"):
        yield Wish(aspect_ratio=parse_ratio(flags.get(name), field=f"--{name}"))
    for source in (document, extra):
        yield parse_size(source.get("size"), field="size")


def _image_configs(document: Mapping[str, Any], extra: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], str]]:
    for source, place in ((extra, "extra_body."), (document, "")):
        google = object_at(source, "google", field=f"{place}google")
        generation = object_at(source, "generationConfig", field=f"{place}generationConfig")
        response_format = object_at(generation, "responseFormat", field=f"{place}generationConfig.responseFormat")
        for container, path in ((google, "google."), (source, ""), (generation, "generationConfig.")):
            for key in ("image_config", "imageConfig"):
                field = f"{place}{path}{key}"
                yield object_at(container, key, field=field), f"{field}."
        yield object_at(response_format, "image"), f"{place}generationConfig.responseFormat.image."
        yield source, place
