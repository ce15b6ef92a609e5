"""From the lines of printed pages to pieces of text: paragraphs, headings, lists, tables.

Nothing here knows a library: a line is words and where they stand.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from index.articles import BlockKind
from index.readers.columns import in_order
from index.readers.drafts import Piece, row_piece
from index.readers.lines import ends_sentence
from index.readers.margins import without_margins
from index.readers.printed import Line, Page, differs

_BULLET = re.compile(r"[•·◦▪‣●○∙–—*-][ \t\xa0]+")
_MARKER = re.compile(rf"{_BULLET.pattern}|(?:\(?\d{{1,2}}[.)]|\(?[a-z]\))[ \t\xa0]+")
_ASKS = ("?", "!", "？", "！", "؟")
_BRIEF = 150
"""Characters that a heading holds at most."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line on its page, and what it looks like by itself."""

    page: int
    line: Line
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class _Print:
    """What is usual in a document: size, the fall from line to line in sizes, where lines end."""

    size: float
    pitch: float
    edges: dict[tuple[int, int], float]


def pieces_of(pages: list[Page]) -> Iterator[Piece]:
    """The pieces of a document, running heads and page numbers left out."""
    body = _body_size(pages)
    placed = [
        _Placed(page.number, line, _kind(line, body))
        for page in without_margins(pages, body)
        for line in in_order(page.lines)
    ]
    usual = _Print(body, _pitch(placed), _right_edges(placed))
    placed = list(_settled(placed, usual))
    sizes = sorted({_rounded(p.line.size) for p in placed if p.kind is BlockKind.HEADING})
    above = None
    for paragraph in _paragraphs(placed, usual):
        piece = _piece(paragraph, sizes)
        header = piece.kind is BlockKind.TABLE_ROW is not above and not _has_digit(piece.words)
        opens = piece.kind is BlockKind.LIST_ITEM is not above
        above = piece.kind
        kind = BlockKind.TABLE_HEADER if header else piece.kind
        yield replace(piece, kind=kind, opens=opens, page=paragraph[0].page)


def _body_size(pages: list[Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[_rounded(line.size)] += len(line.words)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _kind(line: Line, body: float) -> BlockKind:
    """What a line is by its looks; headings are printed larger, or bold from end to end.

    So are abstracts, standfirsts and warnings: see `_settled`.
    """
    if _BULLET.match(line.words):
        return BlockKind.LIST_ITEM
    if any(not _MARKER.fullmatch(f"{line.words[: gap.at]} ") for gap in line.gaps):
        return BlockKind.TABLE_ROW
    large = line.size > body * 1.15
    if (large or line.bold) and len(line.words) <= _BRIEF and any(c.isalpha() for c in line.words):
        return BlockKind.HEADING
    return _plain_kind(line)


def _plain_kind(line: Line) -> BlockKind:
    return BlockKind.LIST_ITEM if _MARKER.match(line.words) else BlockKind.PARAGRAPH


def _settled(placed: list[_Placed], usual: _Print) -> Iterator[_Placed]:
    """The lines with what they are among their neighbours.

    A heading is never quoted, so that what may be one or a paragraph is a paragraph.
    """
    above: list[_Placed] = []
    for group, below in pairwise([*_paragraphs(placed, usual), []]):
        kind = group[0].kind
        if (kind is BlockKind.HEADING and not _is_heading(above, group, below, usual)) or (
            kind is BlockKind.TABLE_ROW and _is_prose(above, group[0], below, usual)
        ):
            above = [replace(p, kind=_plain_kind(p.line)) for p in group]
        else:
            above = group
        yield from above


def _is_heading(
    above: list[_Placed], group: list[_Placed], below: list[_Placed], usual: _Print
) -> bool:
    """Whether lines that are printed like a heading are brief and by themselves like one."""
    last = group[-1].line.words
    if ends_sentence(last) and not last.rstrip("\"'”’»)]").endswith(_ASKS):
        return False
    if _is_broken(above, group, usual) or _is_broken(group, below, usual):
        return False
    much_larger = group[0].line.size > 1.3 * usual.size
    return len(group) == 1 or (much_larger and sum(len(p.line.words) for p in group) <= _BRIEF)


def _is_prose(above: list[_Placed], row: _Placed, below: list[_Placed], usual: _Print) -> bool:
    """Whether wide gaps of a single line stand in a sentence, whose other lines go over them."""

    def is_over(line: _Placed) -> bool:
        left, right = line.line.left, line.line.right
        is_text = line.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        return is_text and all(left < gap.left and gap.right < right for gap in row.line.gaps)

    if any(line.kind is BlockKind.TABLE_ROW for line in (*above[-1:], *below[:1])):
        return False
    goes_on = above and _is_next(above[-1], row, usual) and not ends_sentence(above[-1].line.words)
    return bool(goes_on and is_over(above[-1])) or (
        _is_broken([row], below, usual) and is_over(below[0])
    )


def _is_broken(above: list[_Placed], below: list[_Placed], usual: _Print) -> bool:
    """Whether a sentence goes on from the lines `above` to those `below`."""
    if not above or not below or ends_sentence(above[-1].line.words):
        return False
    return _is_next(above[-1], below[0], usual) and below[0].line.words[0].islower()


def _is_next(above: _Placed, below: _Placed, usual: _Print) -> bool:
    """Whether two lines of one size stand as close as those of a paragraph."""
    size, fall = below.line.size, above.line.bottom - below.line.bottom
    near = 0.3 * size <= fall <= 1.4 * usual.pitch * size
    return near and above.page == below.page and not differs(above.line.size, size)


def _paragraphs(placed: list[_Placed], usual: _Print) -> Iterator[list[_Placed]]:
    """Lines put together to paragraphs, headings, items; a row stays by itself."""
    paragraph: list[_Placed] = []
    for line in placed:
        if paragraph and not _joins(paragraph, line, usual):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _joins(paragraph: list[_Placed], new: _Placed, usual: _Print) -> bool:
    """Whether the line `new` goes on with the paragraph above it."""
    first, last = paragraph[0], paragraph[-1]
    may_follow = new.kind is first.kind or first.kind is BlockKind.LIST_ITEM
    if new.kind in (BlockKind.TABLE_ROW, BlockKind.LIST_ITEM) or not may_follow:
        return False
    if differs(last.line.size, new.line.size):
        return False
    fall = last.line.bottom - new.line.bottom
    if new.page != last.page or fall < 0:  # in the next column or on the next page
        return new.kind is BlockKind.PARAGRAPH and not ends_sentence(last.line.words)
    if not _is_next(last, new, usual):
        return False
    if new.kind is BlockKind.HEADING or not ends_sentence(last.line.words):
        return True
    return not _begins(first, last, new, usual)


def _begins(first: _Placed, last: _Placed, new: _Placed, usual: _Print) -> bool:
    """Whether a paragraph begins at `new`, below a sentence's end, though no space says so."""
    if first.kind is BlockKind.LIST_ITEM:
        return new.line.left <= first.line.left + 0.3 * new.line.size
    edge = usual.edges.get(_column(last), last.line.right)
    short = last.line.right < edge - 0.15 * (edge - last.line.left)
    indented = new.line.left > last.line.left + 0.8 * new.line.size
    return short or indented


def _pitch(placed: list[_Placed]) -> float:
    """The usual fall from one line to the next, in sizes."""
    falls = sorted(
        (a.line.bottom - b.line.bottom) / b.line.size
        for a, b in pairwise(placed)
        if a.page == b.page and 0 < a.line.bottom - b.line.bottom < 3 * b.line.size
    )
    return falls[len(falls) // 2] if falls else 1.2


def _right_edges(placed: list[_Placed]) -> dict[tuple[int, int], float]:
    """How far to the right the lines of each column go."""
    edges: dict[tuple[int, int], float] = {}
    for line in placed:
        edges[_column(line)] = max(edges.get(_column(line), line.line.right), line.line.right)
    return edges


def _column(placed: _Placed) -> tuple[int, int]:
    return placed.page, round(placed.line.left / 40)


def _piece(paragraph: list[_Placed], sizes: list[float]) -> Piece:
    first = paragraph[0]
    words = "\n".join(p.line.words for p in paragraph)
    if first.kind is BlockKind.TABLE_ROW:
        return row_piece(_cells(first.line), header=False)
    if first.kind is BlockKind.HEADING:
        level = len(sizes) - sizes.index(_rounded(first.line.size))
        return Piece(BlockKind.HEADING, " ".join(words.split()), level)
    marker = _MARKER.match(words)
    if first.kind is BlockKind.LIST_ITEM and marker:
        return Piece(BlockKind.LIST_ITEM, words[marker.end() :], 1, marker.group())
    return Piece(BlockKind.PARAGRAPH, words)


def _cells(line: Line) -> list[str]:
    borders = [0, *(gap.at for gap in line.gaps), len(line.words)]
    return [line.words[a:b] for a, b in pairwise(borders)]


def _has_digit(words: str) -> bool:
    return any(c.isdigit() for c in words)
