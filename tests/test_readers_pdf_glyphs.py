"""The lines of PDF pages: raised and lowered figures, gaps, turned text."""

from textwrap import wrap

import pytest
from fpdf import FPDF

from tests.documents import LONG, OTHER, no_sockets, words_of
from tests.papers import drawn, read

__all__ = ["no_sockets"]
pytestmark = pytest.mark.usefixtures("no_sockets")


def test_a_wide_gap_in_a_sentence_makes_no_table() -> None:
    lines = (
        "[(The council voted to close the bridge over the river in the)]",
        "[(spring of 1990 after the storm.)-1250(It was rebuilt by the county and)]",
        "[(opened again in the summer of 1992, as the mayor had said it would.)]",
    )
    content = "".join(
        f"BT /F 11 Tf 72 {700 - 14 * at} Td {words} TJ ET\n" for at, words in enumerate(lines)
    )
    assert words_of(drawn(content)) == [
        "The council voted to close the bridge over the river in the\n"
        "spring of 1990 after the storm. It was rebuilt by the county and\n"
        "opened again in the summer of 1992, as the mayor had said it would."
    ]


def test_a_single_row_below_a_sentence_is_a_table() -> None:
    content = (
        "BT /F 11 Tf 72 700 Td (The council voted to close the bridge over the river.) Tj"
        " 0 -14 Td [(Votes in May)-3000(12)] TJ 0 -14 Td (Nobody asked why it was done.) Tj ET"
    )
    assert "Votes in May | 12" in words_of(drawn(content))


@pytest.mark.parametrize(
    "content",
    [
        "BT /F 11 Tf 72 700 Td (Closed in 1990) Tj 4 Ts (3) Tj 0 Ts ( by the council.) Tj ET",
        "BT /F 11 Tf 72 700 Td (Closed in 1990) Tj ET"
        " BT /F 7 Tf 138.6 704 Td (3) Tj ET"
        " BT /F 11 Tf 142.1 700 Td ( by the council.) Tj ET",
        "BT /F 11 Tf 72 700 Td [(Closed)-250(in)-250(1990)] TJ"
        " /F 7 Tf 68.2 4 Td (3) Tj /F 11 Tf 7.2 -4 Td [(by)-250(the)-250(council.)] TJ ET",
    ],
    ids="risen own-objects tex".split(),
)
def test_a_raised_figure_is_no_part_of_a_number(content: str) -> None:
    assert words_of(drawn(content)) == ["Closed in 1990³ by the council."]


def test_raised_and_lowered_figures_do_not_cut_a_line() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("times", size=11)
    for words, place in (
        ("A mole of H", "LINE"),
        ("2", "SUB"),
        ("O holds 6×10", "LINE"),
        ("23", "SUP"),
        (" molecules.", "LINE"),
        ("4-5", "SUP"),
        (" It is the 1", "LINE"),
        ("st", "SUP"),
        (" number here.", "LINE"),
    ):
        pdf.char_vpos = place
        pdf.write(6, words)
    assert words_of(read(pdf)) == [
        "A mole of H2O holds 6×10²³ molecules.⁴⁻⁵ It is the 1st number here."
    ]


def test_a_cell_that_stands_higher_is_no_raised_figure() -> None:
    assert words_of(
        drawn("BT /F 11 Tf 72 700 Td (Ships in the harbour) Tj 130 4 Td (1990) Tj ET")
    ) == ["Ships in the harbour | 1990"]


def test_an_initial_over_two_lines_belongs_to_its_word() -> None:
    assert words_of(
        drawn(
            "BT /F 30 Tf 72 700 Td (T) Tj /F 11 Tf 19 12 Td (he council voted in 1990 to close it,)"
            " Tj 0 -13 Td (and the bridge was closed.) Tj ET"
        )
    ) == ["The council voted in 1990 to close it,\nand the bridge was closed."]


def test_figures_of_a_slanting_line_are_not_raised() -> None:
    """As text recognition gives the lines of a page that was scanned askew."""
    words = "The council voted to close the bridge in 1990"
    assert words_of(drawn(f"BT /F 11 Tf 1 0.03 -0.03 1 72 700 Tm ({words}) Tj ET")) == [words]


@pytest.mark.parametrize(
    ("matrix", "rotate"),
    [("0 1 -1 0", 90), ("0 -1 1 0", 270), ("-1 0 0 -1", 180), ("0 1 -1 0", 0)],
    ids="landscape other-side upside-down sideways".split(),
)
def test_turned_text_is_read_like_upright_text(matrix: str, rotate: int) -> None:
    c, d = map(int, matrix.split()[2:])
    lines = wrap(f"{LONG} {OTHER}", 70)
    content = "".join(
        f"BT /F 11 Tf {matrix} {300 - 14 * at * c} {400 - 14 * at * d} Tm ({words}) Tj ET\n"
        for at, words in enumerate(lines)
    )
    assert words_of(drawn(content, rotate=rotate)) == ["\n".join(lines)]
