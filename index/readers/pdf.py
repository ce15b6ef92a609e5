"""PDF documents as articles, page by page.

pypdfium2 (Chrome's PDFium, BSD/Apache) reads them rather than pypdf. On the same files (one and two
columns, by fpdf2 and ReportLab) both gave the same words, but PDFium was two to ten times as fast,
resolved ligatures (pypdf left U+FB01 and the like where the font names them so), and tells where
each character stands. That is what puts lines together into paragraphs, finds headings by
their size, and parts two columns which a program wrote line by line across the page: both libraries
alone run such lines together, and a quotation would mix two sentences. That PDFium is C++ costs
nothing here, as a file that crashes it costs its own child process alone.

The stored text keeps what is printed: lines stay lines, and a word that is hyphenated at the end of
one keeps its hyphen. Putting such words together again, and whatever ligatures are left, is for the
copy that is matched, never for this text. Running heads, running feet and page numbers are left
out, so that a paragraph may go on over the page; it counts to the page on which it begins.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.articles import Article
from index.readers import NothingToRead, ReadError, Unreadable
from index.readers.archives import Encrypted
from index.readers.drafts import About, article_of
from index.readers.layout import pieces_of
from index.readers.printed import Gap, Line, Page
from index.readers.properties import sane_author, sane_date, sane_title

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage  # type: ignore[import-untyped]

MOST_PAGES = 5_000
MOST_CHARACTERS = 20_000_000
_LINE_END = re.compile(r"\r\n|[\r\n\x02\ufffe]")
_PRINTED = {0x02: "-", 0xFFFE: "-", 0x00: "\ufffd"}
"""What PDFium gives for a hyphen at the end of a line (one or the other, by version)."""

_WIDE_GAP = 1.2
"""Sizes; the words of a justified line stand closer."""

_BOX_HEIGHT = 1.15
"""The height of a character's box in sizes, about alike for all fonts."""

_HIDDEN_MEANING = 0.3
"""Share of characters without a Unicode value from which a text is no text."""


class NoText(ReadError):
    """The pages hold pictures only."""

    def __init__(self, pages: int) -> None:
        self.pages = pages
        super().__init__(
            f"It has no text on its {pages:,} page{'s'[: pages != 1]} (scanned?)."
            " Run text recognition (OCR) on it first."
        )


def read_pdf(article_id: str, data: bytes) -> Article:
    """The article in a PDF document; ReadError when it is locked, broken or without text."""
    document = _opened(data)
    try:
        pages, note = _pages(document)
        about, count = _about(document), len(document)
    finally:
        document.close()
    words = "".join(line.words for page in pages for line in page.lines)
    if not words.strip():
        raise NoText(count)
    if sum(map(_is_meaningless, words)) > _HIDDEN_MEANING * len(words):
        what = "Its fonts do not say which letters they print"
        raise Unreadable(what, "Run text recognition (OCR) on it first.")
    return article_of(article_id, pieces_of(pages), about, notes=(note,))


def _opened(data: bytes) -> "PdfDocument":
    from pypdfium2 import PdfDocument, PdfiumError
    from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY  # type: ignore[import-untyped]

    try:
        document = PdfDocument(data)
        if len(document) == 0:
            raise NothingToRead
    except PdfiumError as error:
        if getattr(error, "err_code", None) in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY):
            raise Encrypted from error
        raise Unreadable("It is no PDF document, or is damaged", "Save it anew.") from error
    return document


def _pages(document: "PdfDocument") -> tuple[list[Page], str | None]:
    """The pages up to the limits, and a note where they are not all."""
    from pypdfium2 import PdfiumError

    pages: list[Page] = []
    broken, length = 0, 0
    for at in range(len(document)):
        if at == MOST_PAGES or length > MOST_CHARACTERS:
            return pages, f"Only its first {at:,} pages of {len(document):,} are read."
        try:
            lines = tuple(_lines(document[at].get_textpage()))
        except PdfiumError:
            broken += 1
            continue
        length += sum(len(line.words) for line in lines)
        pages.append(Page(at + 1, lines))
    return pages, f"{broken:,} of its pages are damaged and left out." if broken else None


def _lines(text: "PdfTextPage") -> Iterator[Line]:
    """The lines of a page in PDFium's order."""
    signs = _signs(text)
    start = 0
    for end in [match.end() for match in _LINE_END.finditer(signs)] + [len(signs)]:
        words = signs[start:end].strip()
        if words:
            lead = len(signs[start:end]) - len(signs[start:end].lstrip())
            yield _line(text, words, start + lead)
        start = end


def _signs(text: "PdfTextPage") -> str:
    """The characters of a page, one for each of PDFium's places."""
    from pypdfium2.raw import FPDFText_GetUnicode

    count = text.count_chars()
    signs = text.get_text_range() if count else ""
    if len(signs) == count:
        return signs
    return "".join(_sign(FPDFText_GetUnicode(text, at)) for at in range(count))


def _line(text: "PdfTextPage", words: str, start: int) -> Line:
    """The line of `words`, whose first character has the place `start`."""
    end = start + len(words) - 1
    left = text.get_charbox(start, loose=True)[0]
    letter = next((at for at, sign in enumerate(words) if sign.isalnum()), 0)
    _, bottom, _, top = text.get_charbox(start + letter, loose=True)
    # The size that a font states may be scaled; the height of its box is what is printed.
    size = (top - bottom) / _BOX_HEIGHT
    gaps = (
        Gap(at, text.get_charbox(start + at - 1)[2], text.get_charbox(start + at + 1)[0])
        for at in (match.start() for match in re.finditer(r"(?<! ) (?! )", words))
    )
    return Line(
        words=words.translate(_PRINTED),
        left=left,
        right=text.get_charbox(end, loose=True)[2],
        bottom=bottom,
        size=size,
        bold=_is_bold(text, start + letter) and _is_bold(text, end),
        gaps=tuple(gap for gap in gaps if gap.right - gap.left > _WIDE_GAP * size),
    )


def _is_bold(text: "PdfTextPage", at: int) -> bool:
    from ctypes import byref, c_int, create_string_buffer

    from pypdfium2.raw import FPDFText_GetFontInfo

    name, flags = create_string_buffer(128), c_int()
    FPDFText_GetFontInfo(text, at, name, len(name), byref(flags))
    return b"bold" in name.value.lower()


def _sign(code: int) -> str:
    return "\ufffd" if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)


def _is_meaningless(sign: str) -> bool:
    return sign == "\ufffd" or "\ue000" <= sign <= "\uf8ff" or (sign < " " and sign != "\t")


def _about(document: "PdfDocument") -> About:
    said = document.get_metadata_dict()
    return About(
        title=sane_title(said.get("Title")),
        author=sane_author(said.get("Author")),
        date=sane_date(said.get("CreationDate")),
    )
