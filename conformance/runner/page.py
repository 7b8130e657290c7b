"""`docs/conformance.md`, written from the results and from nothing else."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from conformance.runner.abilities import ABILITIES
from conformance.runner.client import ROOT

__all__ = ["PAGE", "render_page"]

PAGE = ROOT / "docs" / "conformance.md"
FORMATS = {"google": "Google's format", "openai": "OpenAI's format"}
WORKS, FAILS = "✓", "✗"
INTRODUCTION = """\
# Conformance

Programs written as each client's own documentation teaches, unchanged but for base URL and key, run against a real
`cavendish serve`. Behind it stands the engine `scripted`, which answers with known pictures and keeps what it was
asked. So both sides are compared: the bytes that the client handed over with those that the engine sent, and what
reached the engine (turns, roles, pictures, signatures, ratio, size, modalities) with what the program asked for.

The programs stand in [conformance/clients](../conformance/clients); `scripts/conformance` runs them and writes this
page.
"""
LEGEND = f"{WORKS} works, {FAILS} does not, a number says why it cannot."
PRINTED = """\
## Programs as they are printed

Cut out of the documents at every run and run as they stand, white space restored. Where the documents are not at hand,
programs of our own that do the same are run instead.
"""
APPLICATIONS = """\
## Applications

Installed as they are published, set up and used offline through their own interface. The pictures are compared as the
application stored them. They run only where they are named, as in `scripts/conformance open-webui`.
"""
LARGE = """\
## Large pictures

Some clients bound what they read. Tried with pictures of the 3.x models (JPEG) and larger ones on 2026-11-21, by the
letters of base64 in one picture:

| letters | google-genai for Go | for Java | openai for Go | for Java |
|---|:-:|:-:|:-:|:-:|
| 20.0 million | ✓ | ✓ | ✓ | ✓ |
| 26.4 million | ✓ | 1 | ✓ | 2 |
| 60.7 million | ✓ | 1 | 3 | 2 |

1. A JSON string may have 20,000,000 characters; the property `genai.json.maxReadLength` raises it.
2. The same limit; `StreamReadConstraints.overrideDefaultStreamReadConstraints`, called first, raises it.
3. Streams: a line may have 32 MiB, so Cavendish cuts pictures into short deltas for this client; whole answers work.
"""
SHOWN = """\
## What is shown of a refusal

What each client hands to its program when a picture is refused, in review (before drawing) and while drawing: its word
for the reason, and a sentence.
"""


def render_page(results: Mapping[str, Any]) -> str:
    return "\n".join(_lines(results)).rstrip() + "\n"


def _lines(results: Mapping[str, Any]) -> Iterator[str]:
    names = [ability.name for ability in ABILITIES]
    clients = [entry for entry in _sorted(results) if list(entry["abilities"]) == names]
    applications = [entry for entry in _sorted(results) if entry.get("application")]
    printed = [entry for entry in _sorted(results) if entry not in clients and entry not in applications]
    notes: list[str] = []
    yield INTRODUCTION
    for key, title in FORMATS.items():
        of_format = [entry for entry in clients if entry["format"] == key]
        if of_format:
            yield f"## {title}\n"
            yield from _table(of_format, notes)
            yield ""
    yield LEGEND + "\n"
    yield from (f"{number}. {note}" for number, note in enumerate(notes, 1))
    yield ""
    yield from _columns()
    if printed:
        yield PRINTED
        yield from _printed(printed)
        yield ""
    if applications:
        yield APPLICATIONS
        yield from _applications(applications)
        yield ""
    yield LARGE
    yield from _versions([*clients, *printed, *applications])
    yield SHOWN
    yield from _shown(clients)


def _sorted(results: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return sorted(results.values(), key=lambda entry: (entry["format"], entry["language"], entry["title"]))


def _table(clients: Sequence[Mapping[str, Any]], notes: list[str]) -> Iterator[str]:
    yield _row(["client", *(ability.column for ability in ABILITIES)])
    yield "|---|" + ":-:|" * len(ABILITIES)
    for client in clients:
        yield _row([client["title"], *(_cell(cell, notes) for cell in client["abilities"].values())])


def _cell(cell: Mapping[str, Any], notes: list[str]) -> str:
    reason = cell.get("cannot")
    if reason is None:
        return WORKS if cell["works"] else FAILS
    if reason not in notes:
        notes.append(reason)
    return f"{notes.index(reason) + 1}"


def _columns() -> Iterator[str]:
    yield "## The columns\n"
    yield "| column | what is done and compared |"
    yield "|---|---|"
    for ability in ABILITIES:
        yield _row([ability.column, ability.meaning])
    yield ""


def _printed(clients: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield "| document | program | | what is not as it is printed |"
    yield "|---|---|:-:|---|"
    for client in clients:
        for program, cell in client["abilities"].items():
            mark = WORKS if cell.get("works") else FAILS
            yield _row([client["title"], program, mark, client["notes"].get(program, "")])


def _applications(applications: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield "| application | what is done with it | | what must be known |"
    yield "|---|---|:-:|---|"
    for application in applications:
        for step, cell in application["abilities"].items():
            mark = WORKS if cell.get("works") else FAILS
            known = [cell.get("cannot"), application["notes"].get(step)]
            yield _row([application["title"], step, mark, " ".join(filter(None, known))])


def _versions(clients: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield "## What was run\n"
    yield "| client | language | package | version | Cavendish's commit | date |"
    yield "|---|---|---|---|---|---|"
    for client in clients:
        package = f"`{client['package']}`" if client["package"] else ""
        yield _row([client["title"], client["language"], package, client["version"], client["commit"], client["date"]])
    yield "\nA plus behind the commit: with changes that were not committed yet.\n"


def _shown(clients: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    sentences: list[str] = []
    yield "| client | in review | while drawing |"
    yield "|---|---|---|"
    for client in clients:
        shown = [client["shown"].get(name) or {} for name in ("refused in review", "refused while drawing")]
        yield _row([client["title"], *(_told(seen, sentences) for seen in shown)])
    yield ""
    yield from (f"- ({_letter(place)}) {' '.join(said.split())}" for place, said in enumerate(sentences))


def _told(seen: Mapping[str, Any], sentences: list[str]) -> str:
    """The reason, and the letter of the sentence that comes with it."""
    if not seen.get("reason"):
        return ""
    said = str(seen.get("said") or "")
    if said and said not in sentences:
        sentences.append(said)
    return f"`{seen['reason']}`" + (f" ({_letter(sentences.index(said))})" if said else "")


def _letter(place: int) -> str:
    return chr(ord("a") + place)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(" ".join(str(cell).split()).replace("|", "\\|") for cell in cells) + " |"
