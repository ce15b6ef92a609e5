"""Styled lines for a terminal, and how a text is laid out in rows without losing a character.

Nothing here knows a terminal's codes: `qa.chat.screen` turns styles into them, or drops them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

TAB_CELLS = 8
"""The most that a tab can take."""

NARROWEST = 8
"""Cells a row of text has at least, however narrow the window."""


class Style(StrEnum):
    """What a piece of a line is; how that looks is the screen's affair."""

    PLAIN = "plain"
    QUOTED = "quoted"
    MARKED = "marked"
    BAR = "bar"
    CITATION = "citation"
    CONTEXT = "context"
    NOTE = "note"
    REFUSAL = "refusal"
    HEADING = "heading"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters in one style."""

    text: str
    style: Style = Style.PLAIN


Line = tuple[Piece, ...]

BLANK: Line = ()


@dataclass(frozen=True, slots=True)
class Look:
    """What the place of showing can show: `width` in cells (None: rows are never broken), and
    whether it has more than ASCII."""

    width: int | None = None
    unicode: bool = True

    @property
    def dash(self) -> str:
        """What parts the pieces of a citation."""
        return "—" if self.unicode else "-"

    @property
    def bar(self) -> str:
        """What stands at the left of every row of a quote."""
        return "┃" if self.unicode else "|"

    @property
    def faint_bar(self) -> str:
        """What stands at the left of a passage that is shown but does not answer."""
        return "┆" if self.unicode else ":"

    @property
    def dot(self) -> str:
        """What parts the counts of a line."""
        return "·" if self.unicode else "-"


def plain(lines: Iterable[Line]) -> str:
    """The characters of `lines`, a row each, without styles."""
    return "".join("".join(piece.text for piece in line) + "\n" for line in lines)


def laid_out(
    pieces: Sequence[Piece], look: Look, *, indent: Line = (), hanging: Line | None = None
) -> list[Line]:
    """`pieces` in rows that fit the width, each behind `indent` (rows after the first: `hanging`).

    A line end in a piece ends the row. Rows are otherwise broken after a space where there is
    one; no character is dropped or added, so that the rows of a line join up to it again.
    """
    hanging = indent if hanging is None else hanging
    width = None
    if look.width is not None:
        width = look.width - max(_cells(indent), _cells(hanging))
    rows: list[Line] = []
    for line in _lines(pieces):
        text = "".join(piece.text for piece in line)
        for start, end in rows_of(text, width):
            rows.append((hanging if rows else indent) + _slice(line, start, end))
    return rows


def rows_of(text: str, width: int | None) -> list[tuple[int, int]]:
    """Where the rows of one line begin and end; at most `width` cells each, and all of `text`."""
    cuts = [] if width is None else list(_cuts(text, max(width, NARROWEST)))
    return list(zip([0, *cuts], [*cuts, len(text)], strict=True))


def _cuts(text: str, width: int) -> Iterator[int]:
    """Where rows end: after the last space that fits, in the midst of a word that never does."""
    start = used = 0
    after_space = 0
    for i, char in enumerate(text):
        cells = _size(char)
        if used + cells > width and i > start:
            start = after_space if after_space > start else i
            yield start
            used = sum(_size(c) for c in text[start:i])
        used += cells
        if char == " ":
            after_space = i + 1


def _size(char: str) -> int:
    """How many cells a character takes."""
    if char.isascii():
        return TAB_CELLS if char == "\t" else 1
    from rich.cells import get_character_cell_size

    return get_character_cell_size(char)


def _cells(line: Line) -> int:
    return sum(_size(char) for piece in line for char in piece.text)


def _lines(pieces: Sequence[Piece]) -> list[Line]:
    """`pieces` cut at their line ends."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        lines[-1].append(Piece(first, piece.style))
        lines.extend([Piece(other, piece.style)] for other in others)
    return [tuple(piece for piece in line if piece.text) for line in lines]


def _slice(line: Line, start: int, end: int) -> Line:
    """The characters `[start, end)` of a line, styles kept."""
    kept: list[Piece] = []
    offset = 0
    for piece in line:
        text = piece.text[max(start - offset, 0) : max(end - offset, 0)]
        if text:
            kept.append(Piece(text, piece.style))
        offset += len(piece.text)
    return tuple(kept)
