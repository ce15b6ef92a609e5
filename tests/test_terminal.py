"""What a person reads in a terminal."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.articles import Article
from index.passages import Context
from index.spans import Span
from qa.answers import Answer, Citation, CitedQuote, NoAnswer, Question, Quote, Reason, ReasonCode
from qa.render.styled import Line, Look, Piece, Style, plain, rows_of
from qa.render.terminal import NEAREST, NOT_SAID, citation_text, outcome_lines
from qa.render.visible import visible
from tests.outcomes import article_of, cited, refused, shield, signed


def behind_the_bar(lines: list[Line]) -> list[str]:
    """The rows of quotes, without what stands at their left."""
    rows = []
    for line in lines:
        styles = [piece.style for piece in line]
        if Style.BAR in styles:
            rest = line[styles.index(Style.BAR) + 2 :]
            rows.append("".join(piece.text for piece in rest))
    return rows


def answer_with(text: str, *marks: tuple[int, int]) -> Answer:
    """An answer that quotes the whole of a text."""
    article = Article("a.txt", text)
    citation = Citation(1, "a.txt", "a", None, None, None, None, None, 1)
    spans = tuple(Span(start, end) for start, end in marks)
    quote = CitedQuote(Quote(article, Span(0, len(text))), citation, "p", spans)
    return Answer(Question("?"), (quote,))


texts = st.text(
    st.one_of(st.characters(), st.sampled_from(" \n\t\x1b\u202e\ud800é日\u0301")), min_size=1
)


@given(texts, st.none() | st.integers(1, 90))
def test_the_rows_of_a_quote_join_up_to_it(text: str, width: int | None) -> None:
    rows = behind_the_bar(outcome_lines(answer_with(text), Look(width)))
    assert "".join(rows) == visible(text).replace("\n", "")


@given(texts)
def test_without_a_width_a_row_is_a_line_of_the_quote(text: str) -> None:
    assert "\n".join(behind_the_bar(outcome_lines(answer_with(text), Look()))) == visible(text)


@given(texts, st.data())
def test_marks_change_no_character(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    look = Look(40)
    marked = outcome_lines(answer_with(text, (start, end)), look)
    assert behind_the_bar(marked) == behind_the_bar(outcome_lines(answer_with(text), look))


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"])), st.integers(8, 90))
def test_no_row_is_wider_than_the_window(text: str, width: int) -> None:
    assert all(end - start <= width for start, end in rows_of(text, width))


def test_rows_break_after_a_space_and_count_wide_characters_twice() -> None:
    def rows(text: str, width: int) -> list[str]:
        return [text[start:end] for start, end in rows_of(text, width)]

    assert rows("the memorandum was signed", 15) == ["the memorandum ", "was signed"]
    assert rows("日本日本日本", 8) == ["日本日本", "日本"]
    assert rows("memorandumofunderstanding", 10) == ["memorandum", "ofundersta", "nding"]


def test_an_answer_shows_quote_citation_and_note_apart() -> None:
    assert plain(outcome_lines(signed(), Look())) == (
        "  Note: “memorandm” was read as “memorandum”.\n"
        "\n"
        "  ┃ The memorandum was signed in December 2024.\n"
        '  [1] The Dragon\'s Shield, section "Who wants what", paragraph 4'
        " — Pullquote, 2026-02-16 — a/shield.md\n"
    )


def test_the_matched_words_are_marked_and_only_they() -> None:
    lines = outcome_lines(signed(), Look())
    marked = [piece.text for line in lines for piece in line if piece.style is Style.MARKED]
    assert marked == ["signed", "December 2024"]


def test_context_stands_outside_the_quote() -> None:
    """A list item has its lead-in and a table row its header above it, not in it."""
    item = cited(shield(), "Bhutan thinks first of self-preservation.")
    row = cited(shield(), "1998 | Strategic Partner Agreement signed", number=2)
    lines = outcome_lines(Answer(Question("?"), (item, row)), Look())
    shown = plain(lines)
    assert "  introduced by: The four governments see the arrangement in different ways:\n" in shown
    assert "  in the table: Period | What Japan did\n" in shown
    assert behind_the_bar(lines) == [item.quote.text, row.quote.text]


def test_a_refusal_looks_unlike_an_answer() -> None:
    """No bar of a quote, no marked word; the nearest passages are said to be no answer."""
    lines = outcome_lines(refused(), Look())
    styles = {piece.style for line in lines for piece in line}
    assert not styles & {Style.BAR, Style.QUOTED, Style.MARKED}
    shown = plain(lines)
    assert shown.startswith(f"  {NOT_SAID}\n  No passage in 1 article mentions “cup”.\n")
    assert f"  {NEAREST}\n\n  introduced by: " in shown
    assert "  ┆ It lies between India and China.\n" in shown


def test_a_question_that_is_none_is_not_blamed_on_the_articles() -> None:
    outcome = NoAnswer(Question(""), Reason(ReasonCode.EMPTY, "Please ask a question."))
    assert plain(outcome_lines(outcome, Look())) == "  Please ask a question.\n"


@pytest.mark.parametrize(
    ("known", "citation"),
    [
        ({}, "shield, paragraph 1 — a/shield.md"),
        ({"author": "A. B."}, "shield, paragraph 1 — A. B. — a/shield.md"),
        ({"date": "2025"}, "shield, paragraph 1 — 2025 — a/shield.md"),
        ({"source": "https://e.org/x"}, "shield, paragraph 1 — https://e.org/x"),
        ({"title": "Two\nlines\x1b[0m"}, r"Two lines\x1b[0m, paragraph 1 — a/shield.md"),
    ],
    ids=["nothing", "author", "date", "link", "title-with-controls"],
)
def test_a_citation_says_what_is_known(known: dict[str, Any], citation: str) -> None:
    quote = cited(article_of("Words.", **known), "Words.", context=Context())
    assert citation_text(quote.citation, Look()) == citation


def test_control_characters_are_shown_as_escapes() -> None:
    shown = plain(outcome_lines(answer_with("red \x1b[31m and \u202eback"), Look()))
    assert r"red \x1b[31m and \u202eback" in shown
    assert "\x1b" not in shown


def test_without_unicode_the_frame_is_ascii() -> None:
    assert plain(outcome_lines(answer_with("Words."), Look(unicode=False))).isascii()


def test_where_else_a_quote_stands_is_told_below_it() -> None:
    first = cited(shield(), "It lies between India and China.")
    other = Citation(1, "b.md", "Other", "Other", None, None, None, None, 3)
    twice = CitedQuote(first.quote, first.citation, first.passage_id, also=(other,))
    shown = plain(outcome_lines(Answer(Question("?"), (twice,)), Look()))
    assert shown.endswith("      also: Other, paragraph 3 — b.md\n")


def test_pieces_that_are_empty_leave_no_trace() -> None:
    assert plain([(Piece(""), Piece("x"))]) == "x\n"
