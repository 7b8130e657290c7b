"""Black Forest Labs' own API: a task is submitted, polled at the address it was given, and its picture is fetched.

Known from documents only (docs.bfl.ai and the vendor's published guides, November 2026), not from live answers. The
key goes into the header `x-key`, to the vendor's hosts alone: `polling_url` is an answer's word, the picture's link
another. Model families differ in how they want sizes and pictures.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cavendish.core.errors import InvalidRequest, OutcomeUnknown
from cavendish.core.events import Finish, Progress
from cavendish.core.money import Micros
from cavendish.core.request import Request
from cavendish.core.result import FinishReason
from cavendish.wire.documents import object_of, one_document
from cavendish.wire.lift import Lifted, render
from cavendish.wire.link import Link
from cavendish.wire.openai_chat.errors import error_in, parse_error, parse_error_document
from cavendish.wire.openai_chat.usage import parse_amount
from cavendish.wire.single_turn import single_turn

__all__ = ["Submitted", "parse_error", "parse_poll", "parse_submitted", "render_request"]

CREDIT = 10_000  # micro-dollars
STEP = 16  # FLUX.2 draws in multiples of it
RESOLUTIONS = ("1k", "1.5k", "2k", "4k")
FORMATS = ("image/png", "image/jpeg")
FAILED = ("Error", "Failed", "Task not found")
MOST_PICTURES = {"flux-3": 10, "flux-2-klein": 4, "flux-2": 8}  # by the beginning of a name, the first that fits
MOST_PICTURES_ELSE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    """A task that was taken. It is paid from now on: remember it before anything else, and poll it again if lost."""

    id: str
    polling_url: str = field(repr=False)  # empty where none was given: then it is /v1/get_result?id=… of the base URL
    cost: Micros | None


def render_request(request: Request, *, model: str) -> list[bytes]:
    """The body of `POST /v1/{model}` for a resolved request."""
    turn = single_turn(request)
    most = next((most for name, most in MOST_PICTURES.items() if model.startswith(name)), MOST_PICTURES_ELSE)
    if len(turn.images) > most:
        raise InvalidRequest(f"{model} takes {most} pictures at most; there are {len(turn.images)}.")
    strings = [image.blob.base64 for image in turn.images]
    pictures = [Lifted(index) for index in range(len(strings))]
    document: dict[str, Any] = {"prompt": turn.prompt}
    if model.startswith("flux-3"):
        document |= {"images": pictures} if pictures else {}
        return render(document | _ratio(request) | _resolution(request), strings)
    document |= {
        f"input_image_{number}" if number > 1 else "input_image": one for number, one in enumerate(pictures, 1)
    }
    document |= _pixels(request) if model.startswith("flux-2") else _ratio(request)
    if request.seed is not None:
        document["seed"] = request.seed
    if request.media_type in FORMATS:
        document["output_format"] = request.media_type.removeprefix("image/")
    return render(document, strings)


def _ratio(request: Request) -> dict[str, Any]:
    return {"aspect_ratio": request.aspect_ratio} if request.aspect_ratio else {}


def _resolution(request: Request) -> dict[str, Any]:
    size = (request.image_size or "").lower()
    return {"resolution": size} if size in RESOLUTIONS else {}


def _pixels(request: Request) -> dict[str, Any]:
    if not (request.width and request.height):
        return {}
    return {"width": request.width // STEP * STEP, "height": request.height // STEP * STEP}


def parse_submitted(body: bytes) -> Submitted:
    """The answer to a submission; OutcomeUnknown when it names no task, for one may have been taken."""
    document, _ = one_document(body)
    match document:
        case {"id": str(task)} if task:
            url = document.get("polling_url")
            cost = parse_amount(document.get("cost"), micros=CREDIT)
            return Submitted(id=task, polling_url=url if isinstance(url, str) else "", cost=cost)
    raise OutcomeUnknown("The upstream took the request without naming its task.")


def parse_poll(body: bytes) -> Progress | Link | Finish:
    """How a task stands: still at work, its picture's link, or a refusal. Raises when it failed or nobody knows it."""
    document, _ = one_document(body)
    status = document.get("status")
    match document:
        case {"status": "Ready", "result": {"sample": str(url)}} if url.startswith(("https://", "http://")):
            return Link(url)
        case {"status": "Request Moderated"}:
            reason = {"blockReason": FinishReason.PROHIBITED_CONTENT, "blockReasonMessage": _reasons(document)}
            return Finish(reasons=(), feedback=reason)
        case {"status": "Content Moderated"}:
            return Finish(reasons=(FinishReason.IMAGE_SAFETY,))
        case {"status": str(word)} if word not in (*FAILED, "Ready"):
            return Progress(_fraction(document), word)
    raise _failure(document, status)


def _failure(document: Mapping[str, Any], status: Any) -> Exception:
    """It was paid when it was submitted, and no document says that it is paid back."""
    if status is None and (error := error_in(document)) is not None:
        told = parse_error_document(error)
        if not isinstance(told, Finish):
            return told
    return OutcomeUnknown(f"The upstream could not finish its task ({str(status)[:40]}).")


def _fraction(document: Mapping[str, Any]) -> float | None:
    progress = document.get("progress")
    return float(progress) if isinstance(progress, int | float) and 0 <= progress <= 1 else None


def _reasons(document: Mapping[str, Any]) -> str:
    reasons = object_of(document.get("details")).get("Moderation Reasons")
    return f"The request was moderated: {', '.join(map(str, reasons))}." if isinstance(reasons, list) else ""
