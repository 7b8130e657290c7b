"""A `generateContent` request: parsed from callers, rendered for upstreams.

The caller's document is kept as `Request.native`, pictures lifted out, and rendering starts from it, so that fields
which we do not know reach an upstream of the same dialect untouched.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from cavendish.core.errors import InvalidRequest
from cavendish.core.parts import Blob, Image, Part, Reference, Role, Text, Turn
from cavendish.core.request import Native, Request
from cavendish.core.size import Wish, parse_ratio, parse_size
from cavendish.core.sniff import checked_image
from cavendish.wire.base64_text import normalise
from cavendish.wire.casing import key_of, pick
from cavendish.wire.fields import expect, integer, literal_text, text
from cavendish.wire.gemini.inlining import inlined
from cavendish.wire.gemini.signing import Sign, signed
from cavendish.wire.lift import Lifted, lift, render
from cavendish.wire.options import Options, parse_media_type, parse_options

__all__ = ["DIALECT", "parse_request", "render_request"]

DIALECT = "gemini"
ROLES: dict[str | None, Role] = {None: "user", "": "user", "user": "user", "function": "user", "model": "model"}
MODALITIES = ("TEXT", "IMAGE")
INT32 = 2**31
FILES_API = re.compile(r"https://generativelanguage\.googleapis\.com/[^?]*files/", re.IGNORECASE)


def parse_request(body: bytes, *, model: str, headers: Mapping[str, str]) -> Request:
    """The request in `body`; InvalidRequest names the field that is wrong and what is allowed."""
    document, strings = lift(body)
    document = expect(document, dict, field="The body")
    if "generateContentRequest" in document or "generate_content_request" in document:  # as countTokens may wrap it
        document = expect(pick(document, "generateContentRequest"), dict, field="generateContentRequest")
    options = parse_options(document.pop("cavendish", None), headers)
    turns = _turns(document, strings)
    config = _object(document, "generationConfig", "generationConfig")
    wish, media_type = _wished(config, options)
    _refuse_several(config)
    return Request(
        model=model,
        turns=turns,
        system=_system(document, strings),
        aspect_ratio=wish.aspect_ratio,
        image_size=wish.image_size,
        media_type=media_type,
        seed=integer(pick(config, "seed"), field="generationConfig.seed", least=-INT32, most=INT32 - 1),
        modalities=_modalities(pick(config, "responseModalities")),
        include_thoughts=bool(pick(_object(config, "thinkingConfig", "thinkingConfig"), "includeThoughts")),
        refusal=options.refusal,
        simulate=options.simulate,
        native=Native(DIALECT, document, strings),
    )


def _turns(document: Mapping[str, Any], strings: Sequence[bytes]) -> tuple[Turn, ...]:
    contents = document.get("contents")
    if contents in (None, []):
        raise InvalidRequest("* GenerateContentRequest.contents: contents is not specified", field="contents")
    turns = [_turn(content, strings, f"contents[{index}]") for index, content in enumerate(_listed(contents))]
    return tuple(turns)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _turn(content: Any, strings: Sequence[bytes], field: str) -> Turn:
    content = expect(content, dict, field=field)
    role = content.get("role")
    if role is not None and (not isinstance(role, str) or role not in ROLES):
        raise InvalidRequest("Please use a valid role: user, model.", field=f"{field}.role")
    parts = [
        _part(part, strings, f"{field}.parts[{index}]")
        for index, part in enumerate(_listed(content.get("parts") or []))
    ]
    return Turn.of(ROLES[role], (part for part in parts if part is not None))


def _part(part: Any, strings: Sequence[bytes], field: str) -> Part | Reference | None:
    """A text or a picture; None for what only an upstream of this dialect understands."""
    part = expect(part, dict, field=field)
    thought = bool(part.get("thought"))
    signature = _signature(pick(part, "thoughtSignature"), strings, f"{field}.thoughtSignature")
    if (inline := pick(part, "inlineData")) is not None:
        image = _image(expect(inline, dict, field=f"{field}.inlineData"), strings, f"{field}.inlineData")
        return replace(image, thought=thought, signature=signature)
    if (file := pick(part, "fileData")) is not None:
        return _reference(expect(file, dict, field=f"{field}.fileData"), strings, f"{field}.fileData")
    if (words := part.get("text")) is not None:
        return Text(text(words, strings, field=f"{field}.text"), thought=thought, signature=signature)
    return None


def _reference(file: Mapping[str, Any], strings: Sequence[bytes], field: str) -> Reference:
    url = text(pick(file, "fileUri"), strings, field=f"{field}.fileUri")
    if not url.lower().startswith(("http://", "https://")):
        raise InvalidRequest(f"{field}.fileUri must be an http or https address.", field=f"{field}.fileUri")
    if FILES_API.match(url):
        raise InvalidRequest(
            f"{field}.fileUri: files of Google's Files API cannot be read here. Send the picture as inlineData, or by "
            "a public address.",
            field=f"{field}.fileUri",
        )
    return Reference(url, f"{field}.fileUri")


def _image(inline: Mapping[str, Any], strings: Sequence[bytes], field: str) -> Image:
    data = literal_text(inline.get("data"), strings, field=f"{field}.data")
    if data.startswith(b"data:"):  # people send whole data URIs
        data = data.partition(b",")[2]
    try:
        blob = Blob(normalise(data), encoded=True)
    except ValueError:
        raise InvalidRequest(
            f"{field}.data: Base64 decoding failed.", field=f"{field}.data", code="bad_image"
        ) from None
    return checked_image(blob, field=f"{field}.data")


def _signature(value: Any, strings: Sequence[bytes], field: str) -> str | None:
    if value is None:
        return None
    try:
        return normalise(literal_text(value, strings, field=field)).decode()
    except ValueError:
        raise InvalidRequest(f"{field}: Base64 decoding failed.", field=field) from None


def _system(document: Mapping[str, Any], strings: Sequence[bytes]) -> str:
    instruction = pick(document, "systemInstruction")
    if instruction is None:
        return ""
    if isinstance(instruction, str | Lifted):
        return text(instruction, strings, field="systemInstruction")
    turn = _turn({**expect(instruction, dict, field="systemInstruction"), "role": "user"}, strings, "systemInstruction")
    return turn.text


def _object(document: Mapping[str, Any], name: str, field: str) -> dict[str, Any]:
    value = pick(document, name)
    return {} if value is None else expect(value, dict, field=field)


def _modalities(value: Any) -> tuple[str, ...]:
    if value in (None, []):
        return MODALITIES
    field = "generationConfig.responseModalities"
    words = tuple(expect(word, str, field=field).upper() for word in expect(value, list, field=field))
    for word in words:
        if word not in MODALITIES:
            raise InvalidRequest(
                f"Model does not support the requested response modalities: {word.lower()[:40]}. "
                f"{field} may hold TEXT and IMAGE.",
                field=field,
            )
    return words


def _refuse_several(config: Mapping[str, Any]) -> None:
    field = "generationConfig.candidateCount"
    if (integer(pick(config, "candidateCount"), field=field, least=0, most=INT32) or 1) > 1:
        raise InvalidRequest("Multiple candidates is not enabled for this model", field=field)


def _wished(config: Mapping[str, Any], options: Options) -> tuple[Wish, str | None]:
    """Shape and file type from `imageConfig` and `responseFormat.image`; the first that says something counts."""
    wish, media_type = Wish(), options.media_type
    for container, field in _image_configs(config):
        if not container:
            continue
        ratio = parse_ratio(pick(container, "aspectRatio"), field=f"{field}.aspectRatio")
        size = _image_size(pick(container, "imageSize"), f"{field}.imageSize")
        wish = Wish(aspect_ratio=wish.aspect_ratio or ratio, image_size=wish.image_size or size)
        for name in ("mimeType", "outputMimeType"):
            media_type = media_type or parse_media_type(pick(container, name), field=f"{field}.{name}")
    return wish, media_type


def _image_size(value: Any, field: str) -> str | None:
    wish = parse_size(value, field=field)
    if wish.width or wish.aspect_ratio:
        raise InvalidRequest(
            f"{field}: {str(value)[:40]!r} is not a size such as 1K or 2K.", field=field, code="unsupported_size"
        )
    return wish.image_size


def _image_configs(config: Mapping[str, Any]) -> list[tuple[dict[str, Any], str]]:
    response_format = _object(config, "responseFormat", "generationConfig.responseFormat")
    image_config = _object(config, "imageConfig", "generationConfig.imageConfig")
    output = _object(image_config, "imageOutputOptions", "generationConfig.imageConfig.imageOutputOptions")
    return [
        (image_config, "generationConfig.imageConfig"),
        (output, "generationConfig.imageConfig.imageOutputOptions"),
        (
            _object(response_format, "image", "generationConfig.responseFormat.image"),
            "generationConfig.responseFormat.image",
        ),
    ]


def render_request(request: Request, *, sign: Sign | None = None) -> list[bytes]:
    """A resolved request as pieces of JSON. Without an `image_size` none is sent: some models refuse the field.

    `sign` finds the signature of what the model made earlier and came back without one.
    """
    if request.native is not None and request.native.dialect == DIALECT:
        strings = list(request.native.strings)
        document = inlined(dict(request.native.document), request.turns, strings)
    else:
        document, strings = _document(request)
    config = _inner(document, "generationConfig")
    image_config = _inner(config, "imageConfig")
    _drop_sizes(config)
    for name, value in (("aspectRatio", request.aspect_ratio), ("imageSize", request.image_size)):
        key = key_of(image_config, name)
        image_config.pop(key, None)
        if value is not None:
            image_config[key] = value
    if request.seed is not None:
        config["seed"] = request.seed
    return render(signed(document, strings, sign) if sign else document, strings)


def _inner(document: dict[str, Any], name: str) -> dict[str, Any]:
    """A copy of the object under `name`, put in its place, ready to be changed."""
    key = key_of(document, name)
    document[key] = dict(document.get(key) or {})
    inner: dict[str, Any] = document[key]
    return inner


def _drop_sizes(config: dict[str, Any]) -> None:
    """`imageConfig` says ratio and size; its newer twin must not contradict it."""
    if pick(config, "responseFormat"):
        image = _inner(_inner(config, "responseFormat"), "image")
        for name in ("aspectRatio", "imageSize"):
            image.pop(key_of(image, name), None)


def _document(request: Request) -> tuple[dict[str, Any], list[bytes]]:
    strings: list[bytes] = []
    document: dict[str, Any] = {
        "contents": [
            {"role": turn.role, "parts": [_part_document(part, strings) for part in turn.parts]}
            for turn in request.turns
        ]
    }
    if request.system:
        document["systemInstruction"] = {"parts": [{"text": request.system}]}
    config: dict[str, Any] = {}
    if request.modalities != MODALITIES:
        config["responseModalities"] = list(request.modalities)
    if request.include_thoughts:
        config["thinkingConfig"] = {"includeThoughts": True}
    document["generationConfig"] = config
    return document, strings


def _part_document(part: Part, strings: list[bytes]) -> dict[str, Any]:
    document: dict[str, Any] = {"thought": True} if part.thought else {}
    match part:
        case Text(words):
            document["text"] = words
        case Image(blob, media_type):
            document["inlineData"] = {"mimeType": media_type, "data": Lifted(len(strings))}
            strings.append(blob.base64)
    if part.signature:
        document["thoughtSignature"] = part.signature
    return document
