"""What `--help` teaches by: examples, and the exit codes. A `\\b` keeps the lines of a paragraph as they are."""

from cavendish.cli.exits import MEANINGS

__all__ = ["ABOUT", "EDIT", "EXAMPLES", "GENERATE", "REHEARSE", "SERVE"]

ABOUT = """Cavendish draws pictures from words, and changes pictures as told.

Without any key Clay draws, the built-in 3-D illustrator; with GEMINI_API_KEY Google's Nano Banana does."""

EXAMPLES = """\b
Examples:
  cavendish generate "a beautiful cat under the tree"
  cavendish edit a-beautiful-cat-under-the-tree.png "make it night"
  cavendish generate "three red apples" -o apples.jpg --size 2K --aspect 16:9
  cavendish serve

\b
Exit codes:
""" + "\n".join(f"  {code:>3}  {meaning}" for code, meaning in MEANINGS.items())

GENERATE = """\b
Examples:
  cavendish generate "a beautiful cat under the tree"
  cavendish generate "a yellow car" -o car.jpg --size 2K --aspect 16:9
  cavendish generate "a banana in space" -n 3 -o pictures/
  cavendish generate "the same cat, asleep" --ref cat.png -m nano-banana-pro
  echo "a snowy village at night" | cavendish generate - -o - > village.png

The path of the picture goes to stdout, everything else to stderr. `cavendish --help` lists the exit codes."""

EDIT = """\b
Examples:
  cavendish edit cat.png "make it night"
  cavendish edit cat.png "add a red balloon" -o balloon.png
  cavendish edit person.jpg dress.png "put the dress on the person" -m nano-banana-pro
  cavendish generate "a cat" -o - | cavendish edit - "let it snow" -o snow.png

The last argument says what to change; those before it are pictures, `-` is one from stdin."""

SERVE = """\b
Examples:
  cavendish serve                     on port 4011
  cavendish serve --port 0            on a free port, which it tells
  cavendish serve --engine clay       never calls another engine
  cavendish serve --rehearse          plays refusals and failures to whoever asks for them

Programs written for Google's Gemini API or for OpenAI's then need a new base URL and nothing else."""

REHEARSE = """\b
Examples:
  cavendish rehearse --list
  cavendish rehearse -- python my_program.py "a cat"
  cavendish rehearse --only IMAGE_SAFETY --only 429 --only SLOW:30 -- node app.mjs

COMMAND finds the server and a key in its environment (GOOGLE_GEMINI_BASE_URL, GEMINI_API_KEY, OPENAI_BASE_URL,
OPENAI_API_KEY); nothing is drawn and nobody is called. The exit code is 0 when every run ended by itself, whatever
its own code, and 4 when one had to be ended."""
