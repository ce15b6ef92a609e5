"""PDF documents for the tests, and the articles in them."""

from datetime import UTC, datetime

from fpdf import FPDF

from index.articles import Article
from index.readers.pdf import read_pdf
from tests.documents import are_exact, words_of

MADE = datetime(2025, 5, 3, tzinfo=UTC)


def write(pdf: FPDF, words: str, *, size: int = 11, style: str = "") -> None:
    """Writes a paragraph."""
    pdf.set_font("times", style, size)
    pdf.multi_cell(0, size / 2, words, new_x="LMARGIN", new_y="NEXT")
    pdf.ln(3)


def read(pdf: FPDF) -> Article:
    """The article in a document."""
    pdf.set_creation_date(MADE)
    article = read_pdf("a.pdf", bytes(pdf.output()))
    assert are_exact(article)
    return article


def joined(article: Article) -> list[str]:
    """The words of the blocks, each on one line."""
    return [" ".join(words.split()) for words in words_of(article)]


def drawn(content: str, *, rotate: int = 0) -> Article:
    """The article of a page with the operators `content`."""
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate {rotate}/Contents 4 0 R"
        "/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
    )
    body = "".join(f"{at} 0 obj{words}endobj\n" for at, words in enumerate(objects, 1))
    article = read_pdf("a.pdf", f"%PDF-1.4\n{body}trailer<</Size 6/Root 1 0 R>>\n%%EOF".encode())
    assert are_exact(article)
    return article
