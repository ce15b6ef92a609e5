"""A stored text in the making, for formats whose text must first be put together.

A reader adds pieces in the order in which they are read; what stands between them is decided here,
once, so that the blocks' spans are exact by construction.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from index.articles import Article, Block, BlockKind
from index.readers import NothingToRead
from index.readers.mastheads import Masthead, masthead_of
from index.spans import Span, trimmed

NO_TITLE = "No title was found; the file's name stands in for it."
_HEAD = 4
"""Blocks below the title among which a by-line is looked for."""

_ROWS = frozenset({BlockKind.TABLE_HEADER, BlockKind.TABLE_ROW})
_RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")


@dataclass(frozen=True, slots=True)
class Piece:
    """A block's words before they have a place in a text.

    `opens` says that a list item is the first of its list; `page` as in `Block`.
    """

    kind: BlockKind
    words: str
    level: int = 0
    marker: str = ""
    opens: bool = False
    page: int | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What a document says of itself, outside its text."""

    title: str | None = None
    author: str | None = None
    date: str | None = None
    source: str | None = None


@dataclass(slots=True)
class _Draft:
    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0

    def add(self, piece: Piece) -> None:
        words = trimmed(piece.words, 0, len(piece.words))
        if words is None:
            return
        indent = "  " * max(piece.level - 1, 0) if piece.kind is BlockKind.LIST_ITEM else ""
        self._put(self._break(piece) + indent + piece.marker)
        start = self.length
        self._put(words.of(piece.words))
        span = Span(start, self.length)
        self.blocks.append(Block(piece.kind, span, piece.level, piece.page))

    def _break(self, piece: Piece) -> str:
        """What stands between the last block and `piece`."""
        if not self.blocks:
            return ""
        last = self.blocks[-1].kind
        rows = piece.kind is BlockKind.TABLE_ROW and last in _ROWS
        items = piece.kind is last is BlockKind.LIST_ITEM and not piece.opens
        return "\n" if rows or items else "\n\n"

    def _put(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)


def row_piece(cells: Sequence[str], *, header: bool) -> Piece:
    """A row of a table, its cells on one line; empty cells at its ends stand outside the block."""
    lines = [" ".join(cell.split()) for cell in cells]
    filled = [at for at, cell in enumerate(lines) if cell]
    kind = BlockKind.TABLE_HEADER if header else BlockKind.TABLE_ROW
    if not filled:
        return Piece(kind, "")
    first, end = filled[0], filled[-1] + 1
    return Piece(kind, " | ".join(lines[first:end]), marker=" | " * first)


def raised(words: str) -> str:
    """Superscript figures as Unicode has them, since 10⁶ is not 106; other words as they are."""
    return words.translate(_RAISED) if re.fullmatch(r"[+−-]?[0-9]+|n", words) else words


def with_levels(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces that hold words, the heading levels counted from 1 without gaps."""
    kept = [piece for piece in pieces if piece.words.strip()]
    levels = sorted({piece.level for piece in kept if piece.kind is BlockKind.HEADING})
    return [
        replace(piece, level=levels.index(piece.level) + 1)
        if piece.kind is BlockKind.HEADING
        else piece
        for piece in kept
    ]


def article_of(
    article_id: str, pieces: Iterable[Piece], about: About, *, notes: Sequence[str | None] = ()
) -> Article:
    """The article that `pieces` make up; NothingToRead when they hold no words."""
    draft = _Draft()
    for piece in pieces:
        draft.add(piece)
    text = "".join(draft.parts)
    if not draft.blocks:
        raise NothingToRead
    title, blocks = _with_title(text, draft.blocks, about.title)
    blocks, said = _with_masthead(text, blocks)
    remarks = [*notes, None if title else NO_TITLE]
    return Article(
        id=article_id,
        text=text,
        title=title,
        author=about.author or said.author,
        date=about.date or said.date or said.updated,
        source=about.source or said.source,
        blocks=tuple(blocks),
        notes=tuple(note for note in remarks if note),
    )


def _with_title(text: str, blocks: list[Block], said: str | None) -> tuple[str | None, list[Block]]:
    """The title, and the blocks with the heading that repeats or gives it marked as such."""
    at = next((i for i, block in enumerate(blocks) if block.kind is BlockKind.TITLE), None)
    if at is not None:
        return said or _line(text, blocks[at]), blocks
    at = next((i for i, block in enumerate(blocks) if block.kind is not BlockKind.CAPTION), None)
    if at is None or blocks[at].kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH):
        return said, blocks
    first, heading = _line(text, blocks[at]), blocks[at].kind is BlockKind.HEADING
    repeats = said is not None and first.casefold() == said.casefold()
    gives = said is None and heading and blocks[at].level == 1
    if not repeats and not gives:
        return said, blocks
    marked = Block(BlockKind.TITLE, blocks[at].span, page=blocks[at].page)
    return said or first, [*blocks[:at], marked, *blocks[at + 1 :]]


def _line(text: str, block: Block) -> str:
    return " ".join(block.span.of(text).split())


def _with_masthead(text: str, blocks: list[Block]) -> tuple[list[Block], Masthead]:
    """The blocks with by-line and date line marked, and what they say."""
    said: list[Masthead] = []
    done = list(blocks)
    for at, block in enumerate(blocks[:_HEAD]):
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        line = masthead_of(block.span.of(text))
        if line is None or line.title:
            break
        said.append(line)
        done[at] = Block(BlockKind.BYLINE, block.span, page=block.page)
    return done, Masthead(
        author=next((line.author for line in said if line.author), None),
        date=next((line.date for line in said if line.date), None),
        updated=next((line.updated for line in said if line.updated), None),
        source=next((line.source for line in said if line.source), None),
    )
