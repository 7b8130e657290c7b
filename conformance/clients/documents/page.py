"""The programs printed on Google's page, cut out of it; where the page is not at hand, ours that do the same.

The page has come down as text in which every piece of a program stands on a line of its own. White space is all that
is put back: LAYOUTS holds a character for each piece, which says what follows it: `.` nothing, `_` a space, a digit a
new line that is indented by so many steps of four.
"""

from pathlib import Path

__all__ = ["LANGUAGES", "from_the_page", "program"]

PAGE = Path(__file__).parents[4] / "shared" / "seeds" / "003_edbbee9a24d05e62.txt"
OWN = Path(__file__).parent / "own"
LANGUAGES = {"Python": "page.py", "JavaScript": "page.mjs", "Go": "main.go", "Java": "ImageGen.java", "REST": "page.sh"}
BEHIND = "Learn more"  # the heading behind the last program
LAYOUTS = {
    "Python": "___0___0__...0__.....1...1...00___...1_...2__...2...0",
    "JavaScript": "_____.0_____.0____.0____.....1._.1._.00_.___........._1_...._2___........._.2....._.100",
    "Go": "_0_11100_._1__...1.___....._.1____211.___.....2.2.2.....11_.____........_2_..___3__....._....._.2100",
    "Java": "_.0_.0_.0_.0_.0___1___..._.___2_.____._3___.....4.4.4.3_.___..._4_......_5........._.........432100",
    "REST": "__1__._1__1__1_2343210",
}


def from_the_page() -> bool:
    return PAGE.exists()


def program(language: str) -> str:
    """The program in this language; ValueError when the page is not the one that the layouts were made for."""
    if not from_the_page():
        return (OWN / LANGUAGES[language]).read_text("utf-8")
    pieces = _pieces(language)
    if language == "Go":  # as printed the last argument is missing, and it does not compile
        pieces[pieces.index("),") + 1] = "nil)"
    return "".join(piece + _space(mark) for piece, mark in zip(pieces, LAYOUTS[language], strict=True))


def _pieces(language: str) -> list[str]:
    headings = [*LANGUAGES, BEHIND]
    text = PAGE.read_text("utf-8")
    start = text.index(f"\n{language}\n") + len(language) + 2
    stop = text.index(f"\n{headings[headings.index(language) + 1]}\n", start)
    return text[start:stop].split("\n")


def _space(mark: str) -> str:
    match mark:
        case ".":
            return ""
        case "_":
            return " "
    return "\n" + "    " * int(mark)


if __name__ == "__main__":
    print("as printed" if from_the_page() else "our own")
