"""OpenDocument texts (LibreOffice) as articles: headings, paragraphs, lists and tables in order.

Read with the standard library's zipfile and lxml. A formula stands in its sentence. Notes,
comments, tracked deletions and hidden text are left out, as they stand outside the flow of the
text.
"""

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.articles import Article, BlockKind
from index.readers import Unreadable
from index.readers.archives import Archive, Encrypted
from index.readers.drafts import About, Piece, article_of, raised, row_piece
from index.readers.equations import equation
from index.readers.properties import sane_author, sane_date, sane_title

if TYPE_CHECKING:
    from lxml.etree import _Element

_NS = "urn:oasis:names:tc:opendocument:xmlns"
_TEXT = f"{{{_NS}:text:1.0}}"
_P = f"{_TEXT}p"
_TABLE = f"{{{_NS}:table:1.0}}"
_OFFICE = f"{{{_NS}:office:1.0}}"
_DRAW = f"{{{_NS}:drawing:1.0}}"
_STYLE = f"{{{_NS}:style:1.0}}"
_FO = f"{{{_NS}:xsl-fo-compatible:1.0}}"
_META = f"{{{_NS}:meta:1.0}}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_MATH = "{http://www.w3.org/1998/Math/MathML}math"
_DC = "{http://purl.org/dc/elements/1.1/}"

_UNSEEN = frozenset(
    {f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}tracked-changes", f"{_TEXT}hidden-text",
     f"{_TEXT}ruby-text", f"{_TEXT}table-of-content", f"{_TEXT}alphabetical-index"}
)  # fmt: skip
_GROUPS = frozenset(f"{_TABLE}table-{name}" for name in ("header-rows", "rows", "row-group"))
_KINDS = {"Title": BlockKind.TITLE, "Quotations": BlockKind.QUOTE, "Caption": BlockKind.CAPTION}


def read_odt(article_id: str, data: bytes, *, expanded_bytes: int) -> Article:
    """The article in an OpenDocument text; ReadError when it holds none."""
    archive = Archive(data, "OpenDocument text", expanded_bytes)
    if "META-INF/manifest.xml" in archive.names:
        manifest = archive.xml("META-INF/manifest.xml")
        if any(str(e.tag).endswith("}encryption-data") for e in manifest.iter()):
            raise Encrypted
    content = archive.xml("content.xml")
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise archive.broken()
    pieces = _Flow(_styles(content), archive).blocks(body)
    return article_of(article_id, pieces, _about(archive))


class _Styles:
    """What the automatic styles of a document say: parents, what is hidden, what is raised."""

    __slots__ = ("hidden", "parents", "raised")

    def __init__(self) -> None:
        self.parents: dict[str, str] = {}
        self.hidden: set[str] = set()
        self.raised: set[str] = set()


def _styles(content: "_Element") -> _Styles:
    styles = _Styles()
    for style in content.iter(f"{_STYLE}style"):
        name = style.get(f"{_STYLE}name", "")
        styles.parents[name] = style.get(f"{_STYLE}parent-style-name", "")
        for said in style.iter(f"{_STYLE}text-properties"):
            struck = said.get(f"{_STYLE}text-line-through-style", "none") != "none"
            if struck or said.get(f"{_TEXT}display") == "none":
                styles.hidden.add(name)
            if said.get(f"{_STYLE}text-position", "").startswith(("super", "3", "5")):
                styles.raised.add(name)
    return styles


class _Flow:
    """Walks over a document's body."""

    def __init__(self, styles: _Styles, archive: Archive) -> None:
        self._styles = styles
        self._archive = archive

    def blocks(self, parent: "_Element", depth: int = 0, marker: str = "") -> Iterator[Piece]:
        """The pieces within `parent`, `depth` lists deep."""
        for child in parent:
            if child.tag in _UNSEEN or child.get(f"{_TEXT}display") == "none":
                continue
            if child.tag in (f"{_TEXT}h", f"{_TEXT}p"):
                yield from self._paragraph(child, depth, marker)
                marker = ""
            elif child.tag == f"{_TEXT}list":
                yield from self._list(child, depth + 1)
            elif child.tag == f"{_TABLE}table":
                yield from self._table(child, depth)
            else:
                yield from self.blocks(child, depth)

    def _paragraph(self, element: "_Element", depth: int, marker: str) -> Iterator[Piece]:
        name = element.get(f"{_TEXT}style-name", "")
        if name in self._styles.hidden:
            return
        words = "".join(self._words(element))
        kind = _KINDS.get(name) or _KINDS.get(self._styles.parents.get(name, ""))
        if element.tag == f"{_TEXT}h":
            level = element.get(f"{_TEXT}outline-level", "1")
            number = int(level) if level.isdigit() else 1
            yield Piece(BlockKind.HEADING, " ".join(words.split()), max(number, 1))
        elif depth and kind is None:
            yield Piece(BlockKind.LIST_ITEM, words, depth, marker)
        else:
            yield Piece(kind or BlockKind.PARAGRAPH, words)
        for box in _text_boxes(element):
            yield from self.blocks(box)

    def _list(self, element: "_Element", depth: int) -> Iterator[Piece]:
        first = depth == 1
        for item in element:
            for piece in self.blocks(item, depth, "- "):
                opens = first and piece.kind is BlockKind.LIST_ITEM
                yield Piece(piece.kind, piece.words, piece.level, piece.marker, opens)
                first = first and not opens

    def _table(self, table: "_Element", depth: int) -> Iterator[Piece]:
        rows = [list(_inside(row, "table-cell")) for row in _inside(table, "table-row")]
        cells = [cell for row in rows for cell in row]
        nested = any(next(c.iterdescendants(f"{_TABLE}table"), None) is not None for c in cells)
        if nested or all(len(row) <= 1 for row in rows):
            for cell in cells:
                yield from self.blocks(cell, depth)
            return
        heading = table.find(f"{_TABLE}table-header-rows") is not None
        for at, row in enumerate(rows):
            yield row_piece([self._cell(cell) for cell in row], header=heading and at == 0)

    def _cell(self, cell: "_Element") -> str:
        return " ".join(piece.words for piece in self.blocks(cell))

    def _words(self, element: "_Element") -> Iterator[str]:
        """The words within a paragraph, without those of notes, comments and text boxes."""
        yield _collapsed(element.text)
        for child in element:
            if child.tag == f"{_DRAW}frame":
                yield self._formula(child)
            elif child.tag not in _UNSEEN and not _is_drawn(child):
                yield from self._inline(child)
            yield _collapsed(child.tail)

    def _inline(self, child: "_Element") -> Iterator[str]:
        style = child.get(f"{_TEXT}style-name", "")
        if child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            yield " " * min(int(count) if count.isdigit() else 1, 1_000)
        elif child.tag == f"{_TEXT}tab":
            yield "\t"
        elif child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif style in self._styles.raised:
            yield raised("".join(self._words(child)))
        elif style not in self._styles.hidden:
            yield from self._words(child)

    def _formula(self, frame: "_Element") -> str:
        """The words of the formula in a frame; none where it holds something else."""
        held = frame.find(f"{_DRAW}object")
        if held is None:
            return ""
        inner = next(iter(held), None)
        if inner is None:
            inner = self._object(held.get(f"{_XLINK}href", ""))
        return equation(inner) if inner is not None and inner.tag == _MATH else ""

    def _object(self, path: str) -> "_Element | None":
        """The content of an object that is embedded; None where it is lost or broken."""
        name = posixpath.normpath(posixpath.join(path, "content.xml"))
        try:
            return self._archive.xml(name, doctype=True)
        except Unreadable:
            return None


def _inside(element: "_Element", name: str) -> "Iterator[_Element]":
    """The rows of a table or the cells of a row, whatever groups them."""
    for child in element:
        if child.tag == f"{_TABLE}{name}":
            yield child
        elif child.tag in _GROUPS:
            yield from _inside(child, name)


def _text_boxes(element: "_Element") -> "Iterator[_Element]":
    """The boxes and shapes with words in a paragraph, but for those in notes and in other boxes."""
    for child in element:
        if child.tag == f"{_DRAW}text-box" or (_is_drawn(child) and child.find(_P) is not None):
            yield child
        elif child.tag not in _UNSEEN:
            yield from _text_boxes(child)


def _is_drawn(element: "_Element") -> bool:
    """Whether an element is a drawing, and no link around one or around words."""
    return str(element.tag).startswith(_DRAW) and element.tag != f"{_DRAW}a"


def _collapsed(words: str | None) -> str:
    """White space as ODF has it: any run of it is one space."""
    return re.sub(r"[ \t\n\r]+", " ", words) if words else ""


def _about(archive: Archive) -> About:
    if "meta.xml" not in archive.names:
        return About()
    meta = archive.xml("meta.xml")

    def said(name: str) -> str | None:
        return next((element.text for element in meta.iter(name) if element.text), None)

    return About(
        title=sane_title(said(f"{_DC}title")),
        author=sane_author(said(f"{_META}initial-creator") or said(f"{_DC}creator")),
        date=sane_date(said(f"{_META}creation-date")),
    )
