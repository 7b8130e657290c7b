"""Good requests as documents: conversations with pictures, sizes in all spellings, options, unknown fields."""

from typing import Any

from hypothesis import strategies as st

from tests.hostile.values import (
    FILE_TYPES,
    OPTIONS,
    PIXELS,
    RATIOS,
    SIZES,
    TEXTS,
    UNKNOWN,
    WORDS,
    Document,
    base64_texts,
)

KNOWN = ["gemini-2.5-flash-image", "gemini-3-pro-image", "gemini-3.1-flash-image", "nano-banana", "gpt-image-1"]
MODELS = st.one_of(
    st.sampled_from([*KNOWN, "gemini-3-pro-image-4k-16x9", "models/gemini-3-pro-image", "GEMINI-3-PRO-IMAGE"]),
    st.sampled_from(["tomorrow-9", "möbel", "a:b", "x" * 300, "scripted/none", "-1x0", "m-0x0", "?#%"]),
)


@st.composite
def google_documents(draw: st.DrawFn) -> Document:
    turns = [draw(google_turns(role)) for role in draw(st.sampled_from(TURNS))]
    turns.append({"parts": [{"text": draw(WORDS)}, *draw(st.lists(google_pictures(), max_size=2))]})
    document = {
        **draw(UNKNOWN),
        "contents": turns[-1] if len(turns) == 1 and draw(st.booleans()) else turns,
        **draw(st.fixed_dictionaries({}, optional={"systemInstruction": systems(), "generationConfig": configs()})),
    }
    document = draw(cased(document))
    if options := draw(OPTIONS):
        document["cavendish"] = options
    return document


TURNS = [[], [], [], ["user", "model"], ["model"], ["user", "model", "user", "model"], ["function"], [None], [""]]


@st.composite
def google_turns(draw: st.DrawFn, role: str | None) -> Document:
    texts = st.fixed_dictionaries(
        {"text": st.one_of(WORDS, st.none())},
        optional={"thought": st.booleans(), "thoughtSignature": st.sampled_from(["", "YWJj", "YWI", "_-8="])},
    )
    others = st.sampled_from([{}, {"functionCall": {"name": "f"}}, {"executableCode": 5}, {"inlineData": None}])
    parts = draw(st.lists(st.one_of(texts, google_pictures(), others), max_size=3))
    return {"role": role, "parts": parts[0] if len(parts) == 1 and draw(st.booleans()) else parts}


@st.composite
def google_pictures(draw: st.DrawFn) -> Document:
    data = draw(base64_texts())
    if draw(st.integers(0, 4)) == 0:
        data = f"data:image/png;base64,{data}"
    return {"inlineData": {"mimeType": draw(st.sampled_from(["image/png", "x", "", None, 5])), "data": data}}


def systems() -> st.SearchStrategy[Any]:
    said = st.builds(lambda text: {"parts": [{"text": text}]}, TEXTS)
    return st.one_of(st.none(), TEXTS, said, said.map(lambda turn: {"role": "system", **turn}))


def configs() -> st.SearchStrategy[Any]:
    image = st.fixed_dictionaries(
        {}, optional={"aspectRatio": RATIOS, "imageSize": SIZES, "mimeType": FILE_TYPES, "outputMimeType": FILE_TYPES}
    )
    return st.fixed_dictionaries(
        {},
        optional={
            "imageConfig": st.one_of(st.none(), image),
            "responseFormat": st.one_of(st.none(), st.builds(lambda one: {"image": one}, image)),
            "responseModalities": st.sampled_from([None, [], ["TEXT", "IMAGE"], ["image"], ["Image", "IMAGE"]]),
            "candidateCount": st.sampled_from([None, 0, 1, "1"]),
            "seed": st.one_of(st.none(), st.integers(-(2**31), 2**31 - 1), st.sampled_from(["7", "-7", "007"])),
            "thinkingConfig": st.sampled_from([None, {}, {"includeThoughts": True}, {"includeThoughts": "yes"}]),
            "temperature": st.sampled_from([0, 0.7, "hot", None]),
            "safetySettings": st.sampled_from([[], None, [{"category": "X"}]]),
        },
    )


SNAKE = {
    "systemInstruction": "system_instruction", "generationConfig": "generation_config", "imageConfig": "image_config",
    "aspectRatio": "aspect_ratio", "imageSize": "image_size", "inlineData": "inline_data", "mimeType": "mime_type",
    "responseModalities": "response_modalities", "thoughtSignature": "thought_signature",
    "responseFormat": "response_format", "candidateCount": "candidate_count",
}  # fmt: skip


@st.composite
def cased(draw: st.DrawFn, value: Any) -> Any:
    """The same, some of its names in snake_case."""
    snake = draw(st.sets(st.sampled_from(sorted(SNAKE)))) if draw(st.booleans()) else set()

    def spelled(value: Any) -> Any:
        match value:
            case dict():
                return {SNAKE[name] if name in snake else name: spelled(inner) for name, inner in value.items()}
            case list():
                return [spelled(inner) for inner in value]
        return value

    return spelled(value)


@st.composite
def picture_urls(draw: st.DrawFn) -> str:
    kind = draw(
        st.sampled_from(["image/png", "image/jpeg", "IMAGE/PNG", "image/png;charset=x", "application/octet-stream"])
    )
    return f"data:{kind};base64,{draw(base64_texts())}"


@st.composite
def chat_parts(draw: st.DrawFn) -> Document:
    if draw(st.booleans()):
        return {"type": draw(st.sampled_from(["text", "input_text"])), "text": draw(WORDS), **draw(UNKNOWN)}
    url: Any = draw(picture_urls())
    return {
        "type": draw(st.sampled_from(["image_url", "input_image"])),
        "image_url": draw(st.sampled_from([url, {"url": url}])),
    }


@st.composite
def contents(draw: st.DrawFn) -> Any:
    words = draw(WORDS)
    match draw(st.integers(0, 3)):
        case 0:
            return [{"type": "text", "text": words}, *draw(st.lists(chat_parts(), max_size=2))]
        case 1:
            compact = draw(picture_urls()).replace("\n", "")
            return f"{words}\n![image]({compact}) and so on"
    return words


@st.composite
def chat_documents(draw: st.DrawFn) -> Document:
    roles = draw(st.sampled_from([[], [], ["system"], ["developer", "user", "assistant"], ["user", "assistant"] * 2]))
    messages = [{"role": role, "content": draw(contents()), **draw(UNKNOWN)} for role in roles]
    messages.append({"role": "user", "content": draw(contents())})
    if draw(st.integers(0, 5)) == 0:
        messages[-1]["images"] = [{"image_url": {"url": draw(picture_urls())}}]
    config = st.one_of(
        st.none(),
        st.fixed_dictionaries(
            {}, optional={"aspect_ratio": RATIOS, "imageSize": PIXELS, "image_size": PIXELS, "resolution": PIXELS}
        ),
    )
    extra = st.fixed_dictionaries(
        {},
        optional={"google": st.builds(lambda one: {"image_config": one}, config), "size": PIXELS, "cavendish": OPTIONS},
    )
    more = st.fixed_dictionaries(
        {},
        optional={
            "model": st.one_of(MODELS, st.none()), "n": st.sampled_from([None, 1, 1, "2", 3]),
            "seed": st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1), st.just("-9")),
            "stream": st.sampled_from([None, False, True]),
            "stream_options": st.sampled_from([None, {}, {"include_usage": True}, {"include_usage": "x"}]),
            "modalities": st.sampled_from([None, [], ["image", "text"], ["TEXT"], ["Image"]]),
            "quality": st.sampled_from([None, "auto", "HD", "low", "high"]),
            "size": PIXELS, "aspect_ratio": RATIOS, "image_size": PIXELS, "image_config": config,
            "extra_body": st.one_of(st.none(), extra), "cavendish": OPTIONS,
            "temperature": st.sampled_from([1, None, "x"]), "tools": st.sampled_from([[], None]),
        },
    )  # fmt: skip
    return {**draw(UNKNOWN), **draw(more), "messages": messages}


def images_fields() -> dict[str, st.SearchStrategy[Any]]:
    return {
        "model": MODELS, "size": PIXELS, "aspect_ratio": RATIOS, "output_format": FILE_TYPES,
        "quality": st.sampled_from(["auto", "HD", "low", "high"]), "n": st.sampled_from([1, "1", "2"]),
        "seed": st.integers(-(2**63), 2**63 - 1), "background": st.sampled_from(["auto", "transparent", "é\r\nX: 1"]),
        "response_format": st.sampled_from(["b64_json", "url"]), "moderation": TEXTS,
    }  # fmt: skip


@st.composite
def images_documents(draw: st.DrawFn) -> Document:
    document = draw(st.fixed_dictionaries({"prompt": WORDS}, optional=images_fields()))
    if draw(st.integers(0, 2)) == 0:
        urls = draw(st.lists(picture_urls(), max_size=3))
        document["images"] = [{"image_url": url} for url in urls]
    if options := draw(OPTIONS):
        document["cavendish"] = options
    return {**draw(UNKNOWN), **document}
