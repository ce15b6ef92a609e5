"""From the lines of printed pages to pieces of text: reading order, paragraphs, headings, lists.

Nothing here knows a library: a line is words and where they stand.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from index.articles import BlockKind
from index.readers.drafts import Piece, row_piece
from index.readers.lines import ends_sentence

_MARKER = re.compile(r"(?P<sign>[•·◦▪‣●○∙–—*-]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t\xa0]+(?=\S)")
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|p\.|seite|página|стр\.)?\s*\d{1,4}(?:\s*(?:of|/|von|de|из)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_GUTTER_LINES = 5
"""Lines with a gap at the same place from which it may be the gutter between two columns."""
_COLUMN_WORDS = 15
"""Characters that lines beside a gutter hold on average; the cells of tables hold fewer."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A wide gap within a line: the words part at `at`, the paper is white from left to right."""

    at: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is printed; coordinates are points from the page's lower left corner."""

    words: str
    left: float
    right: float
    bottom: float
    size: float
    bold: bool = False
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in the order in which they were written; `number` counts from 1."""

    number: int
    lines: tuple[Line, ...]


@dataclass(slots=True)
class _Paragraph:
    kind: BlockKind
    page: int
    lines: list[Line] = field(default_factory=list)


def pieces_of(pages: list[Page]) -> Iterator[Piece]:
    """The pieces of a document, running heads and page numbers left out."""
    body = _body_size(pages)
    placed = [
        (page.number, line) for page in _without_margins(pages) for line in in_order(page.lines)
    ]
    opens = True
    for paragraph in _paragraphs(placed, body):
        for piece in _pieces(paragraph):
            listed = piece.kind is BlockKind.LIST_ITEM
            yield replace(piece, opens=opens and listed, page=paragraph.page)
            opens = not listed


def in_order(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines as they are read: columns that were written line by line are parted."""
    gutter = _gutter(lines)
    if gutter is None:
        return lines
    done: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        gap = _gap_at(line, gutter)
        if gap:
            left.append(_part(line, 0, gap.at, line.left, gap.left))
            right.append(_part(line, gap.at, len(line.words), gap.right, line.right))
        elif line.right <= gutter:
            left.append(line)
        elif line.left >= gutter:
            right.append(line)
        else:  # a line over both columns
            done += [*in_order(tuple(left)), *in_order(tuple(right)), line]
            left, right = [], []
    return (*done, *in_order(tuple(left)), *in_order(tuple(right)))


def _gutter(lines: tuple[Line, ...]) -> float | None:
    """Where the white between two columns stands that share their lines; None without such."""
    middles = {round((gap.left + gap.right) / 2) for line in lines for gap in line.gaps}
    for middle in sorted(middles):
        parted = [(line, gap) for line in lines if (gap := _gap_at(line, middle))]
        length = sum(gap.at for _, gap in parted)
        rest = sum(len(line.words) - gap.at for line, gap in parted)
        least = _COLUMN_WORDS * len(parted)
        if len(parted) >= _GUTTER_LINES and min(length, rest) >= least:
            return float(middle)
    return None


def _gap_at(line: Line, x: float) -> Gap | None:
    return next((gap for gap in line.gaps if gap.left <= x <= gap.right), None)


def _part(line: Line, start: int, end: int, left: float, right: float) -> Line:
    words = line.words[start:end]
    lead = len(words) - len(words.lstrip())
    gaps = tuple(
        Gap(gap.at - start - lead, gap.left, gap.right)
        for gap in line.gaps
        if start < gap.at < end
    )
    return replace(line, words=words.strip(), left=left, right=right, gaps=gaps)


def _without_margins(pages: list[Page]) -> Iterator[Page]:
    """The pages without running heads and feet, and without page numbers."""
    seen = Counter(
        key for page in pages for key in {_margin_key(line) for line in _margins(page)}
    )
    for page in pages:
        margins = set(_margins(page))
        kept = tuple(
            line
            for line in page.lines
            if line not in margins
            or not (
                _PAGE_NUMBER.fullmatch(line.words)
                or seen[_margin_key(line)] * 2 >= max(len(pages), 4)
            )
        )
        yield Page(page.number, kept)


def _margins(page: Page) -> list[Line]:
    """The two highest and the two lowest lines of a page."""
    ranked = sorted(page.lines, key=lambda line: line.bottom)
    return [*ranked[:2], *ranked[-2:]] if len(ranked) > 4 else [*ranked[:1], *ranked[-1:]]


def _margin_key(line: Line) -> tuple[str, int]:
    """What a running head has in common on all pages: its words, figures aside, and its height."""
    return re.sub(r"\d+", "#", line.words.casefold()), round(line.bottom / 3)


def _body_size(pages: list[Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size * 2) / 2] += len(line.words)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _paragraphs(placed: list[tuple[int, Line]], body: float) -> Iterator[_Paragraph]:
    """Lines put together; what is printed larger or bold by itself is a heading."""
    pitch = _pitch([line for _, line in placed])
    edges = _right_edges(placed)
    open_one: _Paragraph | None = None
    for number, line in placed:
        kind = _kind(line, body)
        if open_one and _joins(open_one, kind, number, line, pitch, edges):
            open_one.lines.append(line)
            continue
        if open_one:
            yield open_one
        open_one = _Paragraph(kind, number, [line])
    if open_one:
        yield open_one


def _kind(line: Line, body: float) -> BlockKind:
    if len(line.gaps) > 0:
        return BlockKind.TABLE_ROW
    large = line.size > body * 1.12
    if (large or line.bold) and len(line.words) <= 150 and any(c.isalpha() for c in line.words):
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if _MARKER.match(line.words) else BlockKind.PARAGRAPH


def _joins(
    above: _Paragraph,
    kind: BlockKind,
    page: int,
    line: Line,
    pitch: float,
    edges: dict[tuple[int, int], float],
) -> bool:
    """Whether `line` goes on with the paragraph above it."""
    last = above.lines[-1]
    if kind is BlockKind.LIST_ITEM or not _same_look(last, line):
        return False
    if kind is not above.kind and not (
        above.kind is BlockKind.LIST_ITEM and kind is BlockKind.PARAGRAPH
    ):
        return False
    fall = last.bottom - line.bottom
    if page != above.page + len(above.lines) * 0 and fall < 0 or fall < 0:  # another column or page
        return kind is not BlockKind.TABLE_ROW and not ends_sentence(last.words)
    if fall > pitch * 1.45 * max(line.size, 1) or fall < 0.3 * line.size:
        return False
    if kind in (BlockKind.TABLE_ROW, BlockKind.HEADING):
        return True
    if above.kind is BlockKind.LIST_ITEM:
        return line.left > above.lines[0].left + 0.3 * line.size or not ends_sentence(last.words)
    indented = line.left > last.left + 0.8 * line.size
    edge = edges.get((page, round(line.left / 20)), last.right)
    short = last.right < edge - 0.2 * (edge - last.left)
    return not ((indented or short) and ends_sentence(last.words))
