"""A form with files, `multipart/form-data`, as browsers and SDKs send it; the body is already here, and bounded."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from cavendish.core.errors import InvalidRequest

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks

__all__ = ["FormPart", "is_form", "parse_form"]

MOST_PARTS = 100


@dataclass(slots=True)
class FormPart:
    """One field or file. A file has a name of its own, which is not looked at."""

    headers: dict[bytes, bytes] = field(default_factory=dict)
    data: bytearray = field(default_factory=bytearray, repr=False)

    def _disposition(self, key: bytes) -> str | None:
        _, options = parse_options_header(self.headers.get(b"content-disposition", b""))
        value = options.get(key)
        return None if value is None else value.decode(errors="replace")

    @property
    def name(self) -> str:
        return self._disposition(b"name") or ""

    @property
    def is_file(self) -> bool:
        return self._disposition(b"filename") is not None


class _Collector:
    """What the parser calls back."""

    def __init__(self) -> None:
        self.parts: list[FormPart] = []
        self.complete = False
        self._name, self._value = bytearray(), bytearray()

    @property
    def callbacks(self) -> "MultipartCallbacks":
        return {
            "on_part_begin": self.on_part_begin,
            "on_header_field": self.on_header_field,
            "on_header_value": self.on_header_value,
            "on_header_end": self.on_header_end,
            "on_part_data": self.on_part_data,
            "on_end": self.on_end,
        }

    def on_part_begin(self) -> None:
        if len(self.parts) == MOST_PARTS:
            raise InvalidRequest(f"The form has more than {MOST_PARTS} fields.")
        self.parts.append(FormPart())

    def on_header_field(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def on_header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def on_header_end(self) -> None:
        self.parts[-1].headers[bytes(self._name).lower()] = bytes(self._value)
        self._name.clear()
        self._value.clear()

    def on_part_data(self, data: bytes, start: int, end: int) -> None:
        self.parts[-1].data += memoryview(data)[start:end]

    def on_end(self) -> None:
        self.complete = True


def is_form(content_type: str) -> bool:
    return content_type.lower().lstrip().startswith("multipart/form-data")


def parse_form(body: bytes, *, content_type: str) -> Iterator[FormPart]:
    """The parts in their order; InvalidRequest when the body is no whole form."""
    _, options = parse_options_header(content_type)
    boundary = options.get(b"boundary")
    if not boundary:
        raise InvalidRequest("The Content-Type of the form names no boundary.")
    collector = _Collector()
    try:
        parser = MultipartParser(boundary, collector.callbacks)
        parser.write(body)
    except FormParserError:
        raise InvalidRequest("The body is not a valid form.") from None
    if not collector.complete:
        raise InvalidRequest("The form was cut off.")
    yield from collector.parts
