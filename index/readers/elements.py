"""From a tree of HTML elements to the pieces of text that a reader of the page sees, in order.

What a browser does not show is left out, entities were decoded once by the parser, and white space
is what a browser makes of it. Nothing here recurses: a page may be nested deeply.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.articles import BlockKind
from index.readers.drafts import Piece, raised, row_piece
from index.readers.hiding import Hiding

if TYPE_CHECKING:
    from lxml.etree import _Element

UNSEEN = frozenset(
    """script style template noscript iframe object embed applet svg canvas video audio map head
    button select option optgroup datalist input textarea progress meter rp rt del s strike
    annotation annotation-xml""".split()
)
"""Elements whose words are no part of the text; what is struck out is not said."""

_BOXES = frozenset(
    """body div section article main header footer nav aside form fieldset td th center
    details blockquote""".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BREAKING = (
    _BOXES
    | frozenset(_HEADINGS)
    | frozenset(
        """html p ul ol menu li dl dt dd pre listing hr address figure figcaption summary legend
        table caption thead tbody tfoot tr colgroup dialog hgroup search option title""".split()
    )
)
_LISTS = frozenset({"ul", "ol", "menu", "dl"})
_BLOCKS_IN_CELLS = frozenset({"ul", "ol", "blockquote", "article", "section", "pre", *_HEADINGS})
_SPACE = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class Seen:
    """A piece with the element that boxes it in, and how many of its characters are links."""

    piece: Piece
    box: "_Element"
    linked: int = 0


def seen_in(root: "_Element", hiding: Hiding) -> list[Seen]:
    """The pieces below `root`, in the order of the page."""
    walk = _Walk(root, hiding)
    walk.run()
    return walk.seen


@dataclass(slots=True)
class _List:
    """A list that is open: the number of its next item, or None for bullets."""

    number: int | None
    fresh: bool = True


@dataclass(slots=True)
class _Walk:
    """Walks once over a tree; holds what is open around the place where it is."""

    root: "_Element"
    hiding: Hiding
    seen: list[Seen] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    linked: int = 0
    boxes: "list[_Element]" = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    heading: int = 0
    links: int = 0
    quotes: int = 0
    code: int = 0
    captions: int = 0
    marker: str = ""

    def run(self) -> None:
        """See everything below the root."""
        from lxml.etree import iterwalk

        self.boxes.append(self.root)
        events = iterwalk(self.root, events=("start", "end"))
        skipped: list[_Element] = []
        for event, element in events:
            if event == "start":
                if self._skips(element):
                    skipped.append(element)
                    events.skip_subtree()
                else:
                    self._open(element)
                    self._say(element.text)
            else:
                if skipped and skipped[-1] is element:
                    skipped.pop()
                else:
                    self._close(element)
                if element is not self.root:
                    self._say(element.tail)
        self._flush()

    def _skips(self, element: "_Element") -> bool:
        """Whether nothing within `element` is left to be seen: hidden, or seen at once."""
        if element is self.root:
            return False
        if element.tag in UNSEEN or self.hiding.hides(element):
            return True
        if element.tag == "sup":
            self._say(raised(_text_of(element, self.hiding)))
            return True
        if element.tag == "table" and not is_layout(element):
            self._flush()
            self.seen.extend(self._table(element))
            return True
        return False

    def _open(self, element: "_Element") -> None:
        tag = element.tag
        if tag in _BREAKING:
            self._flush()
        if tag in _BOXES and element is not self.root:
            self.boxes.append(element)
        if tag in _LISTS:
            self.lists.append(_List(_first_number(element) if tag == "ol" else None))
        elif tag in ("li", "dt", "dd"):
            self.marker = self._next_marker()
        elif tag == "br":
            self.words.append("\n")
        elif tag == "q":
            self.words.append("“")
        self._count(element, 1)

    def _close(self, element: "_Element") -> None:
        tag = element.tag
        if tag in _BREAKING:
            self._flush()
        if tag in _BOXES and element is not self.root:
            self.boxes.pop()
        if tag in _LISTS:
            self.lists.pop()
            self.marker = ""
        elif tag == "q":
            self.words.append("”")
        self._count(element, -1)

    def _count(self, element: "_Element", step: int) -> None:
        tag = element.tag
        if tag in _HEADINGS:
            self.heading = _HEADINGS[tag] if step > 0 else 0
        self.links += step * (tag == "a" and element.get("href") is not None)
        self.quotes += step * (tag == "blockquote")
        self.code += step * (tag in ("pre", "listing"))
        self.captions += step * (tag in ("figcaption", "caption"))

    def _next_marker(self) -> str:
        innermost = self.lists[-1] if self.lists else _List(None)
        if innermost.number is None:
            return "- "
        innermost.number += 1
        return f"{innermost.number - 1}. "

    def _say(self, words: str | None) -> None:
        if words:
            said = words if self.code else _SPACE.sub(" ", words)
            self.words.append(said)
            self.linked += len(said.strip()) if self.links else 0

    def _flush(self) -> None:
        """Close the block that is open; two line breaks in a row part it in two."""
        text, linked = "".join(self.words), self.linked
        self.words, self.linked = [], 0
        if not text.strip():
            return
        parts = [text.strip("\n")] if self.code else _paragraphs(text)
        for part in parts:
            self.seen.append(Seen(self._piece(part), self.boxes[-1], min(linked, len(part))))
            linked = max(linked - len(part), 0)
            self.marker = ""

    def _piece(self, words: str) -> Piece:
        if self.heading:
            return Piece(BlockKind.HEADING, " ".join(words.split("\n")), level=self.heading)
        if self.lists and not self.code:
            opens = self.lists[-1].fresh and len(self.lists) == 1
            self.lists[-1].fresh = False
            depth = len(self.lists)
            return Piece(BlockKind.LIST_ITEM, words, depth, marker=self.marker, opens=opens)
        return Piece(self._kind(), words)

    def _kind(self) -> BlockKind:
        if self.code:
            return BlockKind.CODE
        if self.captions:
            return BlockKind.CAPTION
        return BlockKind.QUOTE if self.quotes else BlockKind.PARAGRAPH

    def _table(self, table: "_Element") -> Iterator[Seen]:
        for caption in table.iterchildren("caption"):
            if not self.hiding.hides(caption):
                said = _text_of(caption, self.hiding)
                yield Seen(Piece(BlockKind.CAPTION, said), self.boxes[-1])
        rows = [row for row in table.iter("tr") if self._is_shown(row)]
        header = len(rows) > 1 and _is_header(rows[0])
        for at, row in enumerate(rows):
            cells = [c for c in row.iterchildren("td", "th") if not self.hiding.hides(c)]
            words = [_text_of(cell, self.hiding) for cell in cells]
            yield Seen(row_piece(words, header=header and at == 0), self.boxes[-1])

    def _is_shown(self, row: "_Element") -> bool:
        group = row.getparent()
        return not (self.hiding.hides(row) or (group is not None and self.hiding.hides(group)))


def is_layout(table: "_Element") -> bool:
    """Whether a table only arranges a page: it holds tables or whole sections, or one column."""
    if table.get("role") in ("presentation", "none"):
        return True
    if next(table.iterdescendants("table"), None) is not None:
        return True
    if next(table.iterdescendants("th", "caption"), None) is not None:
        return False
    rows = [list(row.iterchildren("td")) for row in table.iter("tr")]
    if all(len(row) <= 1 for row in rows):
        return True
    return any(_is_section(cell) for row in rows for cell in row)


def _is_section(cell: "_Element") -> bool:
    if next(cell.iterdescendants(*_BLOCKS_IN_CELLS), None) is not None:
        return True
    return sum(1 for _ in cell.iterdescendants("p")) > 1


def _is_header(row: "_Element") -> bool:
    parent = row.getparent()
    if parent is not None and parent.tag == "thead":
        return True
    cells = list(row.iterchildren("td", "th"))
    return bool(cells) and all(cell.tag == "th" for cell in cells)


def _first_number(element: "_Element") -> int:
    start = element.get("start", "1")
    return int(start) if re.fullmatch(r"[0-9]{1,6}", start) else 1


def _paragraphs(text: str) -> list[str]:
    text = re.sub(r" ?\n ?", "\n", re.sub(r" {2,}", " ", text))
    return [part.strip() for part in re.split(r"\n{2,}", text) if part.strip()]


def _text_of(element: "_Element", hiding: Hiding) -> str:
    """The words of a cell, a caption or a raised figure, on one line."""
    return " ".join(seen.piece.words for seen in seen_in(element, hiding))
