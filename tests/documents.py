"""Documents of every format, made for the tests out of a few words."""

import io
import socket
import zipfile
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

import pytest

from index.articles import Article

LONG = (
    "The harbour was dredged again in the spring, after two ships had run aground at its mouth, and "
    "the council has since paid for a pilot who boards every ship at the outer buoy."
)
OTHER = (
    "Nobody in the town remembers who first asked for the second pier, but everybody remembers who "
    "refused it, and the argument has outlived three mayors and a newspaper."
)

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


@pytest.fixture
def no_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    """No reader opens a connection or looks up a name."""

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a reader used the network")

    class Refused(socket.socket):  # libraries derive from it when they are imported
        __init__ = refuse

    monkeypatch.setattr(socket, "socket", Refused)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)


def blocks(article: Article) -> list[tuple[str, str]]:
    """An article's blocks as (kind, words)."""
    return [(str(block.kind), block.span.of(article.text)) for block in article.blocks]


def words_of(article: Article) -> list[str]:
    """The words of an article's blocks."""
    return [words for _, words in blocks(article)]


def are_exact(article: Article) -> bool:
    """Whether the blocks are ordered, disjoint, trimmed and inside the text."""
    at = 0
    for block in article.blocks:
        words = block.span.of(article.text)
        if block.span.start < at or block.span.end > len(article.text) or words != words.strip():
            return False
        at = block.span.end
    return True


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    """A zip archive of some members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def page(body: str, head: str = "") -> bytes:
    """A web page."""
    return f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def docx(body: str, *, doctype: str = "", core: Mapping[str, Any] | None = None) -> bytes:
    """A Word document whose body is `body`, of `w:` elements."""
    import docx as library

    document = library.Document()
    for name, value in (core or {}).items():
        setattr(document.core_properties, name, value)
    file = io.BytesIO()
    document.save(file)
    with zipfile.ZipFile(file) as archive:
        members: dict[str, bytes | str] = {n: archive.read(n) for n in archive.namelist()}
    members["word/document.xml"] = (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<w:document xmlns:w="{_W}"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<w:body>{body}</w:body></w:document>"
    )
    return zipped(members)


def para(words: str, style: str = "") -> str:
    """A Word paragraph of one run."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{run(words)}</w:p>"


def run(words: str, properties: str = "") -> str:
    """A Word run."""
    said = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{said}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def odt(
    body: str,
    *,
    styles: str = "",
    meta: str = "",
    manifest: str = "",
    others: Mapping[str, str] | None = None,
) -> bytes:
    """An OpenDocument text whose body is `body`, with other members beside its own."""
    spaces = " ".join(
        f'xmlns:{name}="{_ODF}:{whole}:1.0"'
        for name, whole in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("style", "style"),
            ("draw", "drawing"),
            ("meta", "meta"),
            ("manifest", "manifest"),
        )
    )
    spaces += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": f"<manifest:manifest {spaces}>{manifest}</manifest:manifest>",
            "content.xml": f"<office:document-content {spaces}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "meta.xml": f"<office:document-meta {spaces}><office:meta>{meta}</office:meta>"
            "</office:document-meta>",
            **(others or {}),
        }
    )


def epub(
    chapters: Mapping[str, str], *, labels: Mapping[str, str] | None = None, extra: str = ""
) -> bytes:
    """An e-book of XHTML chapters by file name."""
    names = list(chapters)
    manifest = "".join(
        f'<item id="c{at}" href="{name}" media-type="application/xhtml+xml"/>'
        for at, name in enumerate(names)
    )
    spine = "".join(f'<itemref idref="c{at}"/>' for at in range(len(names)))
    points = "".join(
        f'<navPoint><navLabel><text>{words}</text></navLabel><content src="{name}#top"/></navPoint>'
        for name, words in (labels or {}).items()
    )
    members: dict[str, bytes | str] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        "OEBPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/'
        'elements/1.1/"><metadata><dc:title>The Harbour</dc:title><dc:creator>Ada Lind</dc:creator>'
        f"<dc:date>2024-05-01</dc:date></metadata><manifest>{manifest}"
        '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>'
        f"<spine>{spine}</spine></package>",
        "OEBPS/toc.ncx": '<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/'
        'z3986/2005/ncx-2005-1.dtd"><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>'
        f"{points}</navMap></ncx>",
    }
    for name, body in chapters.items():
        members[f"OEBPS/{name}"] = (
            '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">'
            f'<head><title/><script src="x.js"/></head><body>{body}</body></html>'
        )
    if extra:
        members["META-INF/encryption.xml"] = extra
    return zipped(members)
