"""What a client is asked to do, in order, and how each column of the page is called and explained."""

from dataclasses import dataclass

__all__ = ["ABILITIES", "Ability"]


@dataclass(frozen=True, slots=True)
class Ability:
    name: str
    column: str
    meaning: str


ABILITIES = (
    Ability("text to picture", "words", "a picture from words"),
    Ability("editing a picture", "edit", "a stored picture and words; its bytes reach the engine unchanged"),
    Ability(
        "chat of three turns",
        "chat",
        "three turns in the client's own way; every picture comes back to the engine in the history, in Google's "
        "format with its thought signature",
    ),
    Ability("two reference pictures", "two", "two pictures in one turn, in order"),
    Ability("aspect ratio and 4K", "16:9 4K", "16:9 and 4K, said in the client's own way"),
    Ability("picture only", "only", "the modality picture alone"),
    Ability("text with picture", "both", "the modalities text and picture: both are handed over"),
    Ability("streaming", "stream", "the picture and the text out of a stream"),
    Ability("refused in review", "review", "a prompt refused before drawing: the client shows the reason"),
    Ability("refused while drawing", "drawing", "a picture held back: the client shows the reason"),
    Ability("words instead", "no pic", "the model answers with words, and they are handed over"),
    Ability("unknown model", "404", "a model that does not exist: the client's error says 404"),
    Ability("wrong key", "key", "a wrong key: the client's error says 400 (Google's format) or 401 (OpenAI's)"),
    Ability("model list", "list", "the list of models"),
    Ability("count tokens", "count", "tokens are counted"),
    Ability("a picture by Clay", "clay", "a picture that Clay draws, byte for byte as the server made it"),
)
