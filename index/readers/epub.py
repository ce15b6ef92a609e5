"""E-books as articles: the chapters of the spine in order, each walked over like a web page.

Read with the standard library's zipfile and lxml; the usual library for EPUB is under the AGPL. A
chapter that has no heading of its own is headed by its entry in the table of contents.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from index.articles import Article, BlockKind
from index.readers.archives import Archive, Encrypted
from index.readers.dates import iso_date
from index.readers.drafts import About, Piece, article_of, with_levels
from index.readers.elements import seen_in
from index.readers.hiding import hiding_of
from index.readers.html import decode_page, parse_page
from index.readers.properties import sane_author, sane_date, sane_title

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
_PAGES = frozenset({"application/xhtml+xml", "text/html"})
_EMPTY = re.compile(
    r"<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)"
    r"([A-Za-z][\w:-]*)(\s[^<>]*)?/>"
)
_FONT_LOCKS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


@dataclass(frozen=True, slots=True)
class _Item:
    """A file of the book as its manifest names it."""

    path: str
    kind: str
    properties: str


def read_epub(article_id: str, data: bytes, *, expanded_bytes: int) -> Article:
    """The book as one article; ReadError when it holds no text."""
    archive = Archive(data, "e-book (EPUB)", expanded_bytes)
    _refuse_locked(archive)
    path = _package_path(archive)
    package = archive.xml(path)
    items = _items(package, posixpath.dirname(path))
    labels = _labels(archive, items)
    pieces = [
        piece
        for item in _spine(package, items)
        if item.path in archive.names
        if archive.read(item.path).strip()
        for piece in _chapter(archive, item, labels.get(item.path))
    ]
    return article_of(article_id, with_levels(pieces), _about(package))


def _refuse_locked(archive: Archive) -> None:
    """Encrypted where more than fonts is locked."""
    if _ENCRYPTION not in archive.names:
        return
    methods = [
        element.get("Algorithm", "")
        for element in archive.xml(_ENCRYPTION).iter()
        if str(element.tag).endswith("}EncryptionMethod")
    ]
    if any(method not in _FONT_LOCKS for method in methods):
        raise Encrypted("Its publisher has locked it; use a copy without a lock.")


def _package_path(archive: Archive) -> str:
    for element in archive.xml(_CONTAINER).iter():
        if str(element.tag).endswith("}rootfile") and element.get("full-path"):
            return str(element.get("full-path"))
    raise archive.broken()


def _items(package: "_Element", folder: str) -> dict[str, _Item]:
    return {
        item.get("id", ""): _Item(
            _joined(folder, item.get("href", "")),
            item.get("media-type", ""),
            item.get("properties", ""),
        )
        for item in package.iter(f"{_OPF}item")
    }


def _joined(folder: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))


def _spine(package: "_Element", items: dict[str, _Item]) -> Iterator[_Item]:
    """The chapters in reading order, each once, without the table of contents."""
    done: set[str] = set()
    for reference in package.iter(f"{_OPF}itemref"):
        item = items.get(reference.get("idref", ""))
        if item is None or item.path in done or reference.get("linear") == "no":
            continue
        if item.kind in _PAGES and "nav" not in item.properties.split():
            done.add(item.path)
            yield item


def _chapter(archive: Archive, item: _Item, label: str | None) -> Iterator[Piece]:
    root = _page(archive, item)
    pieces = [seen.piece for seen in seen_in(root, hiding_of(root))]
    if pieces and label and not any(piece.kind is BlockKind.HEADING for piece in pieces):
        yield Piece(BlockKind.HEADING, label, level=1)
    yield from pieces


def _page(archive: Archive, item: _Item) -> "HtmlElement":
    """The elements of a chapter, which is XML that HTML's parser reads but for empty elements."""
    text = decode_page(archive.read(item.path)).text
    return parse_page(_EMPTY.sub(r"<\1\2></\1>", text))


def _labels(archive: Archive, items: dict[str, _Item]) -> dict[str, str]:
    """The first entry in the table of contents for each chapter's path."""
    found: dict[str, str] = {}
    for item in items.values():
        if item.path not in archive.names:
            continue
        folder = posixpath.dirname(item.path)
        if item.kind == "application/x-dtbncx+xml":
            entries = _ncx_entries(archive, item)
        elif "nav" in item.properties.split():
            links = _page(archive, item).iter("a")
            entries = [(link.get("href", ""), link.text_content()) for link in links]
        else:
            continue
        for href, words in entries:
            found.setdefault(_joined(folder, href), " ".join(words.split()))
    return found


def _ncx_entries(archive: Archive, item: _Item) -> list[tuple[str, str]]:
    points = archive.xml(item.path, doctype=True).iter(f"{_NCX}navPoint")
    return [
        (_source(point), point.findtext(f"{_NCX}navLabel/{_NCX}text") or "") for point in points
    ]


def _source(point: "_Element") -> str:
    content = point.find(f"{_NCX}content")
    return "" if content is None else content.get("src", "")


def _about(package: "_Element") -> About:
    def said(name: str) -> list[str]:
        found = (element.text or "" for element in package.iter(f"{_DC}{name}"))
        return [" ".join(words.split()) for words in found if words.strip()]

    dates = [iso_date(words) or sane_date(words) for words in said("date")]
    links = [words for words in said("source") if words.startswith(("http://", "https://"))]
    return About(
        title=sane_title(next(iter(said("title")), None)),
        author=sane_author(", ".join(said("creator")[:5])),
        date=next(filter(None, dates), None),
        source=next(iter(links), None),
    )
