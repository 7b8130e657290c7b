"""What must be true of each ability: on the client's side, and on the engine's."""

import base64
import hashlib
from collections.abc import Callable, Mapping
from typing import Any

from conformance.runner.case import (
    Case,
    Failed,
    expect,
    expect_one_of,
    pictures_of,
    stored,
    words_of,
)
from conformance.runner.script import MODEL, Answer
from conformance.runner.session import Session

__all__ = ["judge"]

APPLE = "a red apple on a table"
REHEARSED_WORDS = "I cannot remove watermarks"
CLAY_REQUEST = {"contents": [{"parts": [{"text": APPLE}]}]}


def judge(session: Session, ability: str) -> str:
    """Why the ability failed; empty when it did not."""
    report = session.reports.get(ability)
    if report is None:
        return session.ending or "the program did not report it"
    if report.get("ok") is not True:
        return str(report.get("error") or "the program says that it failed, not why")[:600]
    check = CHECKS.get(session.client.steps.get(ability, ability), _printed)
    try:
        check(Case(session, report))
    except Failed as failure:
        return str(failure)
    return ""


def _text_to_picture(case: Case) -> None:
    _, asked = case.only
    _last_turn(asked, words=APPLE, pictures=[])
    expect(len(asked["turns"]), 1, "turns")
    expect(asked["model"], MODEL, "the model")
    expect(asked["stream"], False, "streaming")


def _editing(case: Case) -> None:
    _last_turn(case.only[1], words="make the cat blue", pictures=stored("cat.png"))


def _two_references(case: Case) -> None:
    _last_turn(case.only[1], words="the cat wears the hat", pictures=stored("cat.png", "hat.jpg"))


def _last_turn(asked: Mapping[str, Any], *, words: str, pictures: list[str]) -> None:
    turn = asked["turns"][-1]
    expect(turn["role"], "user", "the last turn's role")
    expect(words_of(turn).strip(), words, "the words that reached the engine")
    expect(pictures_of(turn), pictures, "the pictures that reached the engine")


def _chat(case: Case) -> None:
    expect(len(case.answers), 3, "pictures of three turns")
    for turn, answer in enumerate(case.answers):
        asked = case.asked(answer)
        roles = [said["role"] for said in asked["turns"]]
        expect(roles, ["user", "model"] * turn + ["user"], f"roles in turn {turn + 1}")
        for said, earlier in zip(asked["turns"][1::2], case.answers[:turn], strict=True):
            _given_back(said, earlier, signed=case.google)


def _given_back(said: Mapping[str, Any], answer: Answer, *, signed: bool) -> None:
    """A turn of the model in the history is what the engine answered then."""
    expect(pictures_of(said), [answer.sha256], "the history's picture")
    expect(words_of(said).strip(), answer.text, "the history's words")
    if signed:
        signatures = [part["signature"] for part in said["parts"]]
        expect(signatures, [answer.signature] * len(said["parts"]), "the history's thought signatures")


def _shape(case: Case) -> None:
    _, asked = case.only
    expect((asked["aspect_ratio"], asked["image_size"]), ("16:9", "4K"), "ratio and size that reached the engine")


def _picture_only(case: Case) -> None:
    expect(case.only[1]["modalities"], ["IMAGE"], "the modalities that reached the engine")


def _text_with_picture(case: Case) -> None:
    answer, asked = case.only
    expect(sorted(asked["modalities"]), ["IMAGE", "TEXT"], "the modalities that reached the engine")
    _handed_over(case, answer.text)


def _streaming(case: Case) -> None:
    answer, asked = case.only
    expect(asked["stream"], True, "streaming, as it reached the engine")
    _handed_over(case, answer.text)


def _handed_over(case: Case, text: str) -> None:
    if text not in case.text:
        raise Failed(f"the text: {case.text[:200]!r} instead of {text!r}")


def _refused_in_review(case: Case) -> None:
    expect_one_of(case.seen("reason"), ["PROHIBITED_CONTENT", "content_filter"], "the reason")


def _refused_while_drawing(case: Case) -> None:
    expect_one_of(case.seen("reason"), ["IMAGE_SAFETY", "content_filter"], "the reason")


def _words_instead(case: Case) -> None:
    _handed_over(case, REHEARSED_WORDS)


def _unknown_model(case: Case) -> None:
    expect(str(case.seen("status")), "404", "the status")
    _code(case, "NOT_FOUND", "404")


def _wrong_key(case: Case) -> None:
    status, code = ("400", "INVALID_ARGUMENT") if case.google else ("401", "invalid_api_key")
    expect(str(case.seen("status")), status, "the status")
    _code(case, code, status)


def _code(case: Case, *wanted: str) -> None:
    """The error's word, where the client has one."""
    if code := case.report["seen"].get("code"):
        expect_one_of(code, wanted, "the error's code")


def _model_list(case: Case) -> None:
    models = case.seen("models")
    names = [str(name).removeprefix("models/") for name in models] if isinstance(models, list) else []
    for name in (MODEL, "gemini-2.5-flash-image"):
        if name not in names:
            raise Failed(f"{name} is not in the list of {len(names)} models")


def _count_tokens(case: Case) -> None:
    tokens = case.seen("tokens")
    if not isinstance(tokens, int) or tokens < 1:
        raise Failed(f"{tokens!r} is no count of tokens")


def _clay(case: Case) -> None:
    """Clay draws the same picture of the same words, so the runner asks for it too, by plain HTTP."""
    reply = case.session.server.post("/v1beta/models/clay:generateContent", CLAY_REQUEST)
    parts = reply.json["candidates"][0]["content"]["parts"]
    [picture] = [part["inlineData"]["data"] for part in parts if "inlineData" in part]
    expect(case.pictures, [hashlib.sha256(base64.b64decode(picture)).hexdigest()], f"the picture of {APPLE!r}")


def _printed(case: Case) -> None:
    """A program out of a document: the words that it holds reached the engine, and it got a picture."""
    _, asked = case.only
    _last_turn(asked, words=str(case.seen("prompt")), pictures=[])


CHECKS: Mapping[str, Callable[[Case], None]] = {
    "text to picture": _text_to_picture,
    "editing a picture": _editing,
    "chat of three turns": _chat,
    "two reference pictures": _two_references,
    "aspect ratio and 4K": _shape,
    "picture only": _picture_only,
    "text with picture": _text_with_picture,
    "streaming": _streaming,
    "refused in review": _refused_in_review,
    "refused while drawing": _refused_while_drawing,
    "words instead": _words_instead,
    "unknown model": _unknown_model,
    "wrong key": _wrong_key,
    "model list": _model_list,
    "count tokens": _count_tokens,
    "a picture by Clay": _clay,
}
