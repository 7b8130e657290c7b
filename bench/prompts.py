"""What the sheets show and the benches measure: eight prompts, and edits of the first."""

__all__ = ["EDITS", "PROMPTS"]

PROMPTS = (
    "a beautiful cat under the tree",
    "three red apples and a blue cup on a wooden table",
    "Create a picture of a futuristic banana with neon lights in a cyberpunk city.",
    "a sailing boat at sunset on the sea",
    'a poster that says "GRAND OPENING"',
    "a dog right of a bicycle",
    "a snowy mountain village at night",
    "a yellow car left of a green elephant",
)
EDITS = (
    "make it night",
    "add a red balloon",
    "low angle",
    "focus on the cat",
    "stage light",
    "remove the tree and make it sunset",
    "let it snow and make the cat white",
)
