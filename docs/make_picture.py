"""Makes docs/repl.svg: the prompt answering questions about the sample articles.

    python docs/make_picture.py [FILE]

What is asked goes through the real answerer and the real prompt's session; only the terminal is
rich's recording one, which exports SVG.
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rich.console import Console  # noqa: E402 - the line above lets our packages be found
from rich.terminal_theme import MONOKAI  # noqa: E402

from index.folder import read_folder  # noqa: E402
from index.library import Library  # noqa: E402
from qa.answerer import Answerer  # noqa: E402
from qa.chat.repl.session import Session  # noqa: E402
from qa.chat.repl.showing import greeting  # noqa: E402
from qa.chat.screen import segments  # noqa: E402
from qa.chat.shelf import Shelf  # noqa: E402
from qa.render.styled import BLANK, Line, Look, Piece, Style  # noqa: E402

WIDTH = 96
TYPED = (
    "When was the memorandum of understanding signed?",
    "Who is Dr. Hiroshi Ito?",
    "How tall is the Eiffel Tower?",
)


def shown(shelf: Shelf, look: Look) -> Iterator[Line]:
    """All that stands on the screen."""

    def unopened(folder: Path) -> Shelf:
        raise NotImplementedError(folder)

    session = Session(shelf, unopened)
    yield from greeting(shelf, TYPED[:2], look)
    for line in TYPED:
        yield BLANK
        yield (Piece("› ", Style.HEADING), Piece(line))
        yield BLANK
        yield from session.respond(line, look).lines


def picture() -> str:
    """The SVG; the same as long as articles and answers are."""
    library = Library.of(read_folder(ROOT / "seeds").articles)
    answerer = Answerer(library)
    shelf = Shelf(Path("seeds"), library, answerer.answer, answerer.vocabulary)
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(segments(shown(shelf, Look(WIDTH - 2))), end="")
    svg = console.export_svg(title="pullquote", theme=MONOKAI, unique_id="pullquote")
    # rich names fonts of a server; the picture shall load nothing from anywhere.
    return re.sub(r"\s*@font-face \{.*?\}\n", "", svg, flags=re.DOTALL)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if sys.argv[1:] else ROOT / "docs" / "repl.svg"
    target.write_text(picture(), encoding="utf-8")
