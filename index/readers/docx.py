"""Word documents as articles: paragraphs, lists and tables in the order of the document.

python-docx knows the styles and properties. The words of a paragraph are gathered here, since its
own text leaves out what stands in tracked insertions, content controls and fields, without which a
sentence would be quoted with a hole. Deleted, hidden and struck-out words are left out, as are
headers, footers, notes and comments, which stand outside the flow of the text.
"""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from index.articles import Article, BlockKind
from index.readers.archives import Archive
from index.readers.drafts import About, Piece, article_of, raised, row_piece
from index.readers.equations import equation
from index.readers.packages import xml_package
from index.readers.properties import sane_author, sane_date, sane_title
from index.readers.symbols import symbol

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FALLBACK = f"{_MC}Fallback"
_UNSEEN = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", _FALLBACK})
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_EQUATIONS = frozenset({f"{_MATH}oMath", f"{_MATH}oMathPara"})
_NESTED = frozenset({f"{_W}p", f"{_W}tbl"})
_INSIDE = frozenset(
    f"{_W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑", "softHyphen": "\xad"}
_TEMPLATE_DATE = "2013-12-23"  # python-docx's own template
_KINDS = {
    "title": BlockKind.TITLE,
    "caption": BlockKind.CAPTION,
    "quote": BlockKind.QUOTE,
    "intense quote": BlockKind.QUOTE,
    "block text": BlockKind.QUOTE,
    "html preformatted": BlockKind.CODE,
}


def read_docx(article_id: str, data: bytes, *, expanded_bytes: int) -> Article:
    """The article in a Word document; ReadError when it holds none."""
    document = _opened(data, expanded_bytes)
    styles = _styles(document)
    pieces = list(_blocks(document.element.body, styles, 0))
    return article_of(article_id, _with_openings(pieces), _about(document))


def _opened(data: bytes, expanded_bytes: int) -> "Document":
    archive = Archive(data, "Word document", expanded_bytes)
    package = xml_package(archive)
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    try:
        return Document(io.BytesIO(package))
    except (PackageNotFoundError, XMLSyntaxError, KeyError, ValueError, AttributeError) as error:
        raise archive.broken() from error


class _Style:
    """What a paragraph style says of its paragraphs, its base styles included."""

    __slots__ = ("kind", "level", "listed")

    def __init__(self, names: list[str], outline: int | None, *, listed: bool) -> None:
        headings = [int(n[8:]) for n in names if n.startswith("heading ") and n[8:].isdigit()]
        self.level = headings[0] if headings else (outline or 0)
        self.kind = next((_KINDS[name] for name in names if name in _KINDS), None)
        if any(name.startswith(("toc ", "table of figures")) for name in names):
            self.kind = BlockKind.FURNITURE
        self.listed = listed or any(name.startswith("list") for name in names)


def _styles(document: "Document") -> dict[str, _Style]:
    """The paragraph styles by id; the style of paragraphs that name none under an empty id."""
    elements = {s.get(f"{_W}styleId", ""): s for s in document.styles.element.iter(f"{_W}style")}
    found = {name: _style(name, elements) for name in elements}
    return {"": _Style([], None, listed=False), **found}


def _style(name: str, elements: "dict[str, _Element]") -> _Style:
    chain: list[_Element] = []
    while name in elements and elements[name] not in chain:
        chain.append(elements[name])
        name = _value(chain[-1], "basedOn") or ""
    names = [(_value(style, "name") or "").lower() for style in chain]
    outlines = [_outline(style.find(f"{_W}pPr")) for style in chain]
    outline = next((level for level in outlines if level is not None), None)
    listed = any(_is_numbered(style.find(f"{_W}pPr")) for style in chain)
    return _Style(names, outline, listed=listed)


def _blocks(parent: "_Element", styles: dict[str, _Style], depth: int) -> Iterator[Piece]:
    """The paragraphs and tables within `parent`, whatever wraps them."""
    for child in parent:
        if child.tag == f"{_W}p":
            yield _paragraph(child, styles)
            for box in _text_boxes(child):
                yield from _blocks(box, styles, depth + 1)
        elif child.tag == f"{_W}tbl":
            yield from _table(child, styles, depth)
        elif child.tag in _INSIDE:
            yield from _blocks(child, styles, depth + 1)


def _text_boxes(paragraph: "_Element") -> "Iterator[_Element]":
    for box in paragraph.iterdescendants(f"{_W}txbxContent"):
        above = {ancestor.tag for ancestor in box.iterancestors()}
        if _FALLBACK not in above:
            yield box


def _paragraph(paragraph: "_Element", styles: dict[str, _Style]) -> Piece:
    words = "".join(_words(paragraph))
    properties = paragraph.find(f"{_W}pPr")
    style = styles.get(_value(properties, "pStyle") or "", styles[""])
    own = _outline(properties)
    level = style.level if own is None else own
    if style.kind is not None:
        return Piece(style.kind, words)
    if level:
        return Piece(BlockKind.HEADING, " ".join(words.split()), level)
    numbered = _numbering(properties)
    if numbered is not None or (style.listed and not _is_unnumbered(properties)):
        return Piece(BlockKind.LIST_ITEM, words, (numbered or 0) + 1, marker="- ")
    return Piece(BlockKind.PARAGRAPH, words)


def _words(element: "_Element") -> Iterator[str]:
    """The words below `element`, but for those of nested paragraphs, as in text boxes."""
    for child in element:
        if child.tag in _UNSEEN or child.tag in _NESTED:
            continue
        if child.tag == f"{_W}r":
            yield from _run(child)
        elif child.tag in _EQUATIONS:
            yield equation(child)
        elif child.tag not in (f"{_W}pPr", f"{_W}sdtPr"):
            yield from _words(child)


def _run(run: "_Element") -> Iterator[str]:
    properties = run.find(f"{_W}rPr")
    if any(_is_on(properties, name) for name in ("vanish", "strike", "dstrike")):
        return
    raise_it = _value(properties, "vertAlign") == "superscript"
    for child in _chosen(run):
        space, _, name = str(child.tag).rpartition("}")
        if child.tag == f"{_W}t":
            yield raised(child.text or "") if raise_it else child.text or ""
        elif name in ("sym", "symEx"):
            yield symbol(child.get(f"{space}}}font", ""), child.get(f"{space}}}char", ""))
        else:
            yield _SIGNS.get(str(child.tag).removeprefix(_W), "")


def _chosen(run: "_Element") -> "Iterator[_Element]":
    """What a run holds; where it is given in two ways, the first."""
    for child in run:
        if child.tag == f"{_MC}AlternateContent":
            yield from child.iterfind(f"{_MC}Choice/*")
        else:
            yield child


def _table(table: "_Element", styles: dict[str, _Style], depth: int) -> Iterator[Piece]:
    """A table's rows; of a table that only arranges the page, what stands in its cells."""
    rows = [list(_inside(row, "tc")) for row in _inside(table, "tr")]
    if _is_layout(rows):
        for cell in (cell for row in rows for cell in row):
            yield from _blocks(cell, styles, depth + 1)
        return
    header = len(rows) > 1 and _has_header(table)
    for at, row in enumerate(rows):
        yield row_piece([_cell(cell, styles) for cell in row], header=header and at == 0)


def _inside(element: "_Element", name: str) -> "Iterator[_Element]":
    """The rows of a table or the cells of a row, whatever wraps them."""
    for child in element:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in _INSIDE:
            yield from _inside(child, name)


def _cell(cell: "_Element", styles: dict[str, _Style]) -> str:
    return " ".join(piece.words for piece in _blocks(cell, styles, 0))


def _is_layout(rows: "list[list[_Element]]") -> bool:
    cells = [cell for row in rows for cell in row]
    if any(next(cell.iterdescendants(f"{_W}tbl"), None) is not None for cell in cells):
        return True
    return all(len(row) <= 1 for row in rows)


def _has_header(table: "_Element") -> bool:
    first = next(_inside(table, "tr"))
    if _is_on(first.find(f"{_W}trPr"), "tblHeader"):
        return True
    look = table.find(f"{_W}tblPr/{_W}tblLook")
    if look is None:
        return False
    value = look.get(f"{_W}val", "0")
    bits = int(value, 16) if all(c in "0123456789abcdefABCDEF" for c in value) else 0
    return look.get(f"{_W}firstRow") in ("1", "true") or bool(bits & 0x20)


def _with_openings(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces with the first item of each list marked."""
    above = None
    for piece in pieces:
        if not piece.words.strip():
            continue
        opens = piece.kind is BlockKind.LIST_ITEM and above is not BlockKind.LIST_ITEM
        yield Piece(piece.kind, piece.words, piece.level, piece.marker, opens)
        above = piece.kind


def _value(parent: "_Element | None", name: str) -> str | None:
    child = None if parent is None else parent.find(f"{_W}{name}")
    return None if child is None else child.get(f"{_W}val")


def _is_on(parent: "_Element | None", name: str) -> bool:
    child = None if parent is None else parent.find(f"{_W}{name}")
    return child is not None and child.get(f"{_W}val") not in ("0", "false", "off", "none")


def _outline(properties: "_Element | None") -> int | None:
    """The level of a heading, 0 for body text, None when nothing is said."""
    value = _value(properties, "outlineLvl")
    if value is None or not value.isdigit():
        return None
    return int(value) + 1 if int(value) < 9 else 0


def _numbering(properties: "_Element | None") -> int | None:
    """The depth of a numbered or bulleted paragraph from 0; None when it is none."""
    numbered = None if properties is None else properties.find(f"{_W}numPr")
    if numbered is None or _value(numbered, "numId") in (None, "0"):
        return None
    depth = _value(numbered, "ilvl") or "0"
    return min(int(depth), 8) if depth.isdigit() else 0


def _is_numbered(properties: "_Element | None") -> bool:
    return _numbering(properties) is not None


def _is_unnumbered(properties: "_Element | None") -> bool:
    numbered = None if properties is None else properties.find(f"{_W}numPr")
    return numbered is not None and _value(numbered, "numId") == "0"


def _about(document: "Document") -> About:
    said: Any = document.core_properties
    date = sane_date(str(said.created.date()) if said.created else None)
    return About(
        title=sane_title(said.title),
        author=sane_author(said.author),
        date=None if date == _TEMPLATE_DATE else date,
    )
