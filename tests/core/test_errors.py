"""The tree in the docstring is the tree in the code."""

import re
from collections.abc import Iterator

from cavendish.core import errors
from cavendish.core.errors import CavendishError, LimitReached, ModelNotFound

ROW = re.compile(r"^    ((?:[│├└─ ]{4})*)(\w+)(?: +(\d{3}))?", re.MULTILINE)


def drawn() -> Iterator[tuple[str, str | None, int]]:
    """Name, parent and status of every class in the docstring's drawing."""
    path: list[str] = []
    _, _, drawing = str(errors.__doc__).partition("\n\n")
    for indent, name, status in ROW.findall(drawing.partition("\n\n")[0]):
        del path[len(indent) // 4 :]
        yield name, path[-1] if path else None, int(status or 500)
        path.append(name)


def classes(root: type[CavendishError] = CavendishError) -> Iterator[type[CavendishError]]:
    yield root
    for child in root.__subclasses__():
        if child.__module__ == errors.__name__:
            yield from classes(child)


def test_the_drawing_equals_the_classes() -> None:
    real = {
        (kind.__name__, None if kind is CavendishError else kind.__bases__[0].__name__, kind.status)
        for kind in classes()
    }
    assert set(drawn()) == real
    assert {name for name, _, _ in real} | {"Charged"} == set(errors.__all__)


def test_every_error_has_a_code_of_its_own() -> None:
    codes = [kind.default_code for kind in classes()]
    assert len(set(codes)) == len(codes)


def test_what_may_have_been_paid_is_not_simply_repeated() -> None:
    """`UpstreamEmpty` alone is both: a person may try again, the router may not."""
    assert {kind.__name__ for kind in classes() if kind.charged == "unknown" and kind.retryable} == {"UpstreamEmpty"}


def test_an_error_tells_message_field_and_code() -> None:
    error = ModelNotFound("Not known.", field="model")
    assert (str(error), error.message, error.field, error.code) == (
        "Not known.",
        "Not known.",
        "model",
        "model_not_found",
    )
    assert LimitReached("Enough.", code="insufficient_quota").code == "insufficient_quota"
