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

from typing import TYPE_CHECKING

from index.articles import Article
from index.readers import NothingToRead, ReadError, Unreadable
from index.readers.archives import Encrypted
from index.readers.drafts import About, article_of
from index.readers.glyphs import lines_of
from index.readers.layout import pieces_of
from index.readers.printed import Page
from index.readers.properties import sane_author, sane_date, sane_title

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

MOST_PAGES = 5_000
MOST_CHARACTERS = 20_000_000
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
            lines = tuple(lines_of(document[at].get_textpage()))
        except PdfiumError:
            broken += 1
            continue
        length += sum(len(line.words) for line in lines)
        pages.append(Page(at + 1, lines))
    return pages, f"{broken:,} of its pages are damaged and left out." if broken else None


def _is_meaningless(sign: str) -> bool:
    return sign == "\ufffd" or "\ue000" <= sign <= "\uf8ff" or (sign < " " and sign != "\t")


def _about(document: "PdfDocument") -> About:
    said = document.get_metadata_dict()
    return About(
        title=sane_title(said.get("Title")),
        author=sane_author(said.get("Author")),
        date=sane_date(said.get("CreationDate")),
    )
