"""PDF documents: paragraphs put together from lines, page by page, and refusals that say why."""

from collections.abc import Callable
from textwrap import wrap

import pytest
from fpdf import FPDF

from index.passages import passages_of
from index.readers import ReadError, Unreadable
from index.readers.archives import Encrypted
from index.readers.columns import in_order
from index.readers.pdf import NoText, read_pdf
from index.readers.printed import Gap, Line
from tests.documents import LONG, OTHER, blocks, no_sockets, words_of
from tests.papers import joined, read, write

__all__ = ["no_sockets"]
pytestmark = pytest.mark.usefixtures("no_sockets")


class Paper(FPDF):
    """A document with a running head and page numbers."""

    def header(self) -> None:
        self.set_font("helvetica", size=8)
        self.cell(0, 6, "The Daily Gull - 3 May 2025", align="C", new_x="LMARGIN", new_y="NEXT")
        self.ln(6)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("helvetica", size=8)
        self.cell(0, 10, f"Page {self.page_no()}", align="C")


@pytest.fixture
def paper() -> FPDF:
    pdf = Paper()
    pdf.set_title("Two Piers")
    pdf.set_author("Ada Lind")
    pdf.add_page()
    write(pdf, "Two Piers", size=20, style="B")
    for _ in range(4):
        write(pdf, LONG * 3)
    write(pdf, "What is planned", size=14, style="B")
    for number in range(14):
        write(pdf, f"Number {number}. {OTHER * 3}")
    return pdf


def test_paragraphs_headings_and_properties_are_found(paper: FPDF) -> None:
    article = read(paper)
    assert [kind for kind, _ in blocks(article)] == [
        "title",
        *["paragraph"] * 4,
        "heading",
        *["paragraph"] * 14,
    ]
    assert joined(article)[:2] == ["Two Piers", LONG * 3]
    assert (article.title, article.author, article.date) == ("Two Piers", "Ada Lind", "2025-05-03")


def test_pages_are_counted_and_a_paragraph_goes_on_over_them(paper: FPDF) -> None:
    article = read(paper)
    pages = [block.page for block in article.blocks]
    assert pages[0] == 1
    assert pages[-1] == 3
    assert pages == sorted(pages, key=lambda page: page or 0)
    assert joined(article)[6:] == [f"Number {number}. {OTHER * 3}" for number in range(14)]
    assert {p.page for p in passages_of(article)} == {1, 2, 3}


def test_running_heads_and_page_numbers_are_no_text(paper: FPDF) -> None:
    text = read(paper).text
    assert "Daily Gull" not in text
    assert "Page" not in text


def story(page: int) -> str:
    """A paragraph that is broken into lines otherwise on each page."""
    return f"{'Gulls, ' * page}and more gulls. {LONG * 3}"


def headed(*heads: str, size: int = 11) -> FPDF:
    """A page below each of the heads."""
    pdf = FPDF()
    for page, head in enumerate(heads, 1):
        pdf.add_page()
        write(pdf, head, size=size)
        write(pdf, story(page))
    return pdf


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ("In week {week} there were {ill} cases of flu in the harbour.", 11),
        ("In week {week} the hospital was full.", 11),
        ("The hospital was full again.", 11),
        ("Report {ill} of the harbour", 11),
        ("Week {week}", 18),
        ("{ill}", 11),
    ],
    ids="figures counting-on repeated figure-in-head counting-headings only-figure".split(),
)
def test_a_first_line_may_be_text(words: str, size: int) -> None:
    heads = [words.format(week=12 + page, ill=300 + 7 * page) for page in range(3)]
    found = " ".join(joined(read(headed(*heads, size=size))))
    assert all(f"{head} {story(page)}" in found for page, head in enumerate(heads, 1))


@pytest.mark.parametrize(
    "heads",
    [
        [f"{page} {words}" for page, words in enumerate(["Piers"] * 4 + ["Boats"] * 3, 101)],
        [f"{page} Piers" if page % 2 else f"Boats {page}" for page in range(1, 7)],
        ["The Daily Gull, 3 May 2025"] * 3,
        ["7", "8", "9"],
    ],
    ids="chapters left-and-right date only-number".split(),
)
def test_a_running_head_is_recognised(heads: list[str]) -> None:
    assert joined(read(headed(*heads))) == [story(page) for page in range(1, len(heads) + 1)]


def test_two_columns_are_read_one_after_the_other() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("times", size=11)
    with pdf.text_columns(ncols=2, gutter=8, text_align="J") as columns:
        for number in range(6):
            columns.write(f"Story {number}. {LONG} {OTHER}\n\n")
    assert joined(read(pdf)) == [f"Story {number}. {LONG} {OTHER}" for number in range(6)]


def test_columns_that_were_written_line_by_line_are_parted() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("times", size=11)
    left, right = f"Left. {LONG} {OTHER}", f"Right. {OTHER} {LONG}"
    for one, other in zip(wrap(left, 45), wrap(right, 45), strict=False):
        pdf.cell(92, 5, one)
        pdf.cell(8, 5, "")
        pdf.cell(92, 5, other, new_x="LMARGIN", new_y="NEXT")
    first, second = joined(read(pdf))
    assert left.startswith(first)
    assert right.startswith(second)


def test_a_hyphen_at_a_lines_end_stays_as_it_is_printed() -> None:
    pdf = FPDF()
    pdf.add_page()
    write(pdf, "The negotia-\ntions were long and the eco-\nnomic effects of a well-\nknown fact.")
    assert words_of(read(pdf)) == [
        "The negotia-\ntions were long and the eco-\nnomic effects of a well-\nknown fact."
    ]


def test_lists_and_tables_keep_their_shape() -> None:
    pdf = FPDF()
    pdf.add_page()
    write(pdf, LONG)
    write(pdf, "Three things:")
    pdf.multi_cell(
        0, 6, "- A third pier\n- A pilot for all\n- 1. of May", new_x="LMARGIN", new_y="NEXT"
    )
    for row in (("Year", "Ships"), ("2024", "31"), ("2025", "38")):
        for words in row:
            pdf.cell(60, 6, words)
        pdf.ln()
    assert blocks(read(pdf))[1:] == [
        ("paragraph", "Three things:"),
        ("list item", "A third pier"),
        ("list item", "A pilot for all"),
        ("list item", "1. of May"),
        ("table header", "Year | Ships"),
        ("table row", "2024 | 31"),
        ("table row", "2025 | 38"),
    ]


@pytest.mark.parametrize(
    ("words", "size", "style"),
    [
        (f"Abstract. {LONG} {OTHER}", 11, "B"),
        (f"Warning: {LONG}".rstrip("."), 11, "B"),
        (f"{LONG} {OTHER}", 13, ""),
        ("The harbour is closed until Monday.", 14, "B"),
    ],
    ids="bold-abstract bold-lines standfirst bold-sentence".split(),
)
def test_what_may_be_no_heading_is_a_paragraph(words: str, size: int, style: str) -> None:
    """Headings are never quoted, so that this text would be lost."""
    pdf = FPDF()
    pdf.add_page()
    write(pdf, "Two Piers", size=20, style="B")
    write(pdf, words, size=size, style=style)
    for _ in range(3):
        write(pdf, LONG * 3)
    article = read(pdf)
    assert [kind for kind, _ in blocks(article)] == ["title", *["paragraph"] * 4]
    assert joined(article)[1] == words


@pytest.mark.parametrize(
    ("words", "size"),
    [("Who pays for the third pier?", 14), ("How the harbour of the gulls came to its piers", 30)],
    ids="question two-lines".split(),
)
def test_a_brief_large_line_or_two_are_a_heading(words: str, size: int) -> None:
    pdf = FPDF()
    pdf.add_page()
    write(pdf, LONG * 3)
    write(pdf, words, size=size, style="B")
    write(pdf, LONG * 3)
    assert blocks(read(pdf))[1] == ("heading", words)


def test_text_among_many_small_notes_is_no_heading() -> None:
    pdf = FPDF()
    pdf.add_page()
    write(pdf, LONG)
    write(pdf, OTHER)
    for number in range(1, 9):
        write(pdf, f"{number}. {LONG} {OTHER}", size=9)
    assert [kind for kind, _ in blocks(read(pdf))] == ["paragraph"] * 2 + ["list item"] * 8


def test_a_bold_line_within_a_sentence_does_not_cut_it() -> None:
    pdf = FPDF()
    pdf.add_page()
    write(pdf, LONG * 3)
    for words, style in (("The council", ""), ("wants a third pier", "B"), ("by May.", "")):
        pdf.set_font("times", style, 11)
        pdf.multi_cell(0, 5.5, words, new_x="LMARGIN", new_y="NEXT")
    assert joined(read(pdf))[1:] == ["The council wants a third pier by May."]


def test_a_gap_in_few_lines_is_no_gutter() -> None:
    gap = Gap(20, 250.0, 300.0)
    lines = tuple(
        Line("words " * 8, 50.0, 500.0, 700.0 - 12 * n, 10.0, gaps=(gap,)) for n in range(4)
    )
    assert in_order(lines) == lines


def locked(user: str) -> bytes:
    pdf = FPDF()
    pdf.set_encryption(owner_password="owner", user_password=user)
    pdf.add_page()
    write(pdf, "Words behind a lock.")
    return bytes(pdf.output())


def pictures_only() -> bytes:
    pdf = FPDF()
    pdf.add_page()
    pdf.rect(10, 10, 50, 50)
    pdf.add_page()
    return bytes(pdf.output())


def cut() -> bytes:
    return locked("")[:200]


def test_a_document_that_only_forbids_printing_is_read() -> None:
    assert words_of(read_pdf("a.pdf", locked(""))) == ["Words behind a lock."]


@pytest.mark.parametrize(
    ("made", "error", "words"),
    [
        (lambda: locked("user"), Encrypted, "encrypted"),
        (pictures_only, NoText, "no text on its 2 pages (scanned?)"),
        (cut, Unreadable, "no PDF"),
        (lambda: b"%PDF-1.7\n", Unreadable, "no PDF"),
        (lambda: b"", Unreadable, "no PDF"),
        (lambda: b"words", Unreadable, "no PDF"),
    ],
    ids="locked pictures cut head-only empty text".split(),
)
def test_what_cannot_be_read_says_why(
    made: Callable[[], bytes], error: type[ReadError], words: str
) -> None:
    with pytest.raises(error) as caught:
        read_pdf("a.pdf", made())
    assert words in str(caught.value)
