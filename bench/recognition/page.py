"""The page that says how much was named right, and all that was not, in the viewer's own words."""

from collections.abc import Mapping
from pathlib import Path

from .exhibits import exhibits
from .judging import missed

__all__ = ["FOLDER", "render_page"]

FOLDER = Path(__file__).parents[2] / "docs" / "recognition"
_INTRODUCTION = """# Is it recognised?

The oracle of [fidelity](../fidelity.md) cannot tell a zebra from a lump. So `scripts/recognition draw` draws every kind
of thing that Clay models by itself, and a hundred prompts from a seed, at 512 x 512, shuffled and under numbers, and a
viewer who gets nothing but these pictures says what each shows. `scripts/recognition judge` compares: every noun of
the prompt has to be in the viewer's words, or a name of it that was listed beforehand (`bench/recognition/names.toml`).
The viewer is a multimodal language model. Its raw words: [objects](objects.json), [prompts](prompts.json).
"""
_HEAD = "| number | asked for | not named | the viewer said |"


def render_page(answers: Mapping[str, Mapping[str, str]]) -> str:
    """The page for a viewer's answers, by part and number."""
    tables, failures = [], []
    for part, said in answers.items():
        wrong = []
        hung = exhibits(part)
        for exhibit in hung:
            answer = said.get(exhibit.number, "")
            if nouns := missed(exhibit, answer):
                wrong.append(f"| {exhibit.number} | {exhibit.prompt} | {', '.join(nouns)} | {answer} |")
        tables.append(f"| {part} | {len(hung)} | {100 * (1 - len(wrong) / len(hung)):.1f} % |")
        failures += ["", f"## {part.capitalize()}: not named", "", _HEAD, "|---|---|---|---|", *wrong]
    return "\n".join([_INTRODUCTION, "| pictures | number | named right |", "|---|--:|--:|", *tables, *failures, ""])
