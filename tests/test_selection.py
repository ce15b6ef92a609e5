"""What is quoted with a sentence: what it leans on, who says it, the list it belongs to."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.spans import Span
from qa.breadth import Breadth, breadth_of
from qa.confidence import Strictness
from qa.selection import WIDEST_QUOTE, merged
from qa.stretches import LONGEST_QUOTE
from tests.asking import all_quotes, answer, library_of, outcome, seeds, words


def first(text: str, question: str) -> str:
    """The first quote that a text gives."""
    return answer(library_of(text), question).quotes[0].quote.text


SPEAKERS = [
    pytest.param(
        'Dr. Ada Ito runs the harbour. "The pier must go," she says. Ships come from Suderia.',
        "What does Ada Ito say about the pier?",
        id="said-after",
    ),
    pytest.param(
        'Ships come from Suderia. Dr. Ada Ito put it bluntly. "The pier is rotten and must go."',
        "What does Ada Ito say about the pier?",
        id="said-before",
    ),
    pytest.param(
        "According to Dr. Ada Ito, the pier is “rotten from end to end.” Ships come from Suderia.",
        "What does Ada Ito say about the pier?",
        id="according-to",
    ),
    pytest.param(
        "Dr. Ada Ito said: “The pier is rotten. It must go before the winter.” Ships sail on.",
        "What did Ada Ito say must go before the winter?",
        id="two-sentences-in-one-quotation",
    ),
    pytest.param(
        "Ada Ito put it bluntly: “The council was wrong. The old pier is rotten and must go before"
        " winter.” Ships sail on.",
        "When must the old rotten pier go?",
        id="second-sentence-holds-all-that-is-asked",
    ),
    pytest.param(
        "Fish are caught. Ada Ito put it bluntly. “The old pier is rotten and must go before winter.”",
        "When must the old rotten pier go?",
        id="whole-quotation-holds-all-that-is-asked",
    ),
]


@pytest.mark.parametrize(("text", "question"), SPEAKERS)
def test_an_attributed_quotation_keeps_its_speaker(text: str, question: str) -> None:
    quote = first(text, question)
    assert "Ito" in quote
    assert "must go" in quote or "rotten" in quote


@pytest.mark.parametrize(("text", "question"), SPEAKERS)
def test_a_quotation_is_not_torn(text: str, question: str) -> None:
    quote = first(text, question)
    assert quote.count("“") == quote.count("”")
    assert quote.count('"') % 2 == 0


def test_a_pronoun_at_the_head_brings_the_sentence_it_points_to() -> None:
    text = "The harbour treaty of Norland is old. It was signed in 1998 by Suderia. Rice is grown."
    quote = first(text, "When was the harbour treaty of Norland signed by Suderia?")
    assert "The harbour treaty of Norland" in quote
    assert "1998" in quote


def test_a_pronoun_that_goes_on_with_what_is_asked_brings_its_sentence() -> None:
    text = "The group on fish was convened in May. It will deal with nets and with quotas."
    (cited,) = answer(library_of(text), "What will the group on fish deal with?").quotes
    assert cited.quote.text == text


def test_where_one_word_is_asked_for_what_is_said_beside_it_is_quoted_as_well() -> None:
    text = "The standoff at Kolm lasted a month. Both armies brought guns. Then it rained."
    (cited,) = answer(library_of(text), "What happened at Kolm?").quotes
    assert cited.quote.text.startswith("The standoff at Kolm lasted a month. Both armies")


def test_the_reason_in_the_next_sentence_is_quoted_as_well() -> None:
    text = "The dam at Norland failed. This was because its wall was thin. Fish live in the lake."
    quote = first(text, "Why did the dam at Norland fail?")
    assert "because its wall was thin" in quote


def test_a_sentence_that_holds_all_that_is_asked_stands_alone() -> None:
    text = "Rice is grown. The treaty of Norland was signed in 1998 in Suderia. Fish are caught."
    expected = "The treaty of Norland was signed in 1998 in Suderia."
    assert first(text, "When was the treaty of Norland signed in Suderia?") == expected


LIST = """\
# The harbour

The council gave three reasons for closing the harbour:

- The pier is rotten.
- Ships have grown too long.
- Nobody pays the fees.

Fish are caught elsewhere.
"""
TABLE = """\
# Treaties

| Country | Treaty signed |
| --- | --- |
| Norland | 1998 |
| Suderia | 2003 |
| Esteria | 2011 |
"""


def test_a_quote_that_ends_in_a_colon_has_its_list_whichever_sentence_was_chosen() -> None:
    text = "# Reefs\n\nLocal measures buy time. They include:\n\n- closing bays\n- treating waste\n"
    for question in ("Which local measures buy time?", "Do local measures buy time?"):
        assert "treating waste" in first(text, question)


def test_a_list_question_quotes_the_whole_list() -> None:
    quote = first(LIST, "What are the reasons for closing the harbour?")
    assert "three reasons for closing the harbour" in quote
    assert all(item in quote for item in ("rotten", "too long", "the fees"))
    assert "Fish" not in quote


def test_one_item_that_is_asked_for_is_quoted_alone() -> None:
    assert first(TABLE, "When did Suderia sign its treaty?") == "Suderia | 2003"


LONG_PARAGRAPH = (
    "The harbour of Norland was opened by the king in the spring after the great flood. "
    "Its first pier was built of oak that came down the river on rafts from the hills of Suderia. "
    "For many years nobody but the fishermen of the bay had any use for it, and they paid nothing. "
    "Then the railway came, and within a year the quays were too short for the ships that called. "
    "Engineers from Esteria were asked for advice, and they drew a basin twice as large as the old. "
    "In the harbour of Norland a crane of iron now lifts ninety tons."
)
"""Longer than one quotation, with something asked for at either end."""


def test_of_a_long_paragraph_a_second_quote_shows_what_the_first_left_out() -> None:
    found = answer(library_of(LONG_PARAGRAPH), "Who opened the harbour of Norland?")
    first_quote, second = found.quotes[:2]
    assert "opened by the king" in first_quote.quote.text
    assert "crane of iron" in second.quote.text
    assert first_quote.passage_id == second.passage_id
    assert first_quote.quote.span.end <= second.quote.span.start


TWO_SECTIONS = """\
# Ports

## South

Four tall cranes of grey steel stand in the harbour of Norland.

## North

The harbour of Norland is old.

Five boats of the fishermen lie in the harbour of Norland.
"""


def test_of_passages_that_hold_as_much_the_section_of_the_first_comes_first() -> None:
    found = answer(library_of(TWO_SECTIONS), "harbour of Norland")
    assert [c.citation.section for c in found.quotes + found.more] == ["North", "North", "South"]


TWO_FLEETS = """\
# Fleets

The fleet of Norland has six ships. They are old. They are slow. They leak. Nobody paints them.

The fleet of Suderia has nine ships. They are new. They are fast. They shine. All are painted.
"""


@pytest.mark.parametrize(
    "question",
    [
        "How do the fleets of Norland and Suderia differ?",
        "Norland vs Suderia: the ships of their fleets",
        "Which fleet has more ships, Norland or Suderia?",
    ],
)
def test_a_comparison_quotes_both_sides_with_what_is_said_of_them(question: str) -> None:
    found = answer(library_of(TWO_FLEETS), question, strictness=Strictness.LOW)
    one, other = words(found.quotes[:2])
    assert {"Nobody paints them." in one, "All are painted." in one} == {True, False}
    assert {"Nobody paints them." in other, "All are painted." in other} == {True, False}


def test_a_list_is_quoted_once() -> None:
    found = answer(library_of(LIST), "What are the reasons for closing the harbour?")
    assert sum("rotten" in text for text in words(found.quotes + found.more)) == 1


def test_the_same_words_in_two_articles_are_one_quote_that_is_cited_twice() -> None:
    said = "The harbour treaty of Norland was signed in 1998 by both governments."
    found = answer(library_of(said, said + " Fish are caught."), "When was the treaty signed?")
    assert len(found.quotes) == 1
    assert [c.article_id for c in found.quotes[0].also] == ["2.md"]


def test_what_is_matched_and_what_answers_is_marked() -> None:
    text = "The treaty of Norland was signed in December 1998 by both governments."
    (cited,) = answer(library_of(text), "When was the treaty signed?").quotes
    marked = [mark.of(text) for mark in cited.highlights]
    assert "treaty" in marked
    assert "signed" in marked
    assert any("December 1998" in mark for mark in marked)
    assert not any("governments" in mark for mark in marked)


def test_of_a_phrase_that_stands_for_a_word_no_part_is_marked_alone() -> None:
    text = "The United Kingdom signed. A united front was formed in Britain, they said."
    quotes = answer(library_of(text), "What did the UK sign?").quotes
    marked = [mark.of(text) for cited in quotes for mark in cited.highlights]
    assert "United Kingdom" in " ".join(marked)
    assert "united" not in marked


QUESTIONS = [
    "What did Japan do in Bhutan?",
    "Why is Japan interested in Bhutan?",
    "What does the analysis recommend?",
    "Who says what about China?",
    "What are the results of the Strategic Dialogue?",
    "Which countries are named?",
    "When did relations begin?",
    "India",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_quotes_are_whole_sentences_in_bounds_with_marks_in_order(question: str) -> None:
    """No quote begins or ends within a sentence, none but a list is much longer than it may be,
    none overlaps another; marks are ordered, disjoint and inside."""
    quotes = all_quotes(outcome(seeds(), question))
    for cited in quotes:
        text, span = cited.quote.article.text, cited.quote.span
        assert cited.quote.text == cited.quote.text.strip()
        assert not text[span.end : span.end + 1].isalnum()
        assert not text[: span.start][-1:].isalnum()
        is_list = "\n" in cited.quote.text
        longest = LONGEST_QUOTE if breadth_of(question) is Breadth.ONE else WIDEST_QUOTE
        assert is_list or len(span) <= longest or _sentences(cited.quote.text) == 1
        marks = list(cited.highlights)
        assert marks == sorted(marks)
        assert all(one.end < two.start for one, two in pairwise(marks))
        assert all(span.holds(mark) for mark in marks)
    places = sorted((c.citation.article_id, c.quote.span) for c in quotes)
    for (here, one), (there, two) in pairwise(places):
        assert here != there or one.end <= two.start


def _sentences(text: str) -> int:
    from index.articles import BlockKind
    from qa.sentences import sentence_spans

    return len(list(sentence_spans(text, BlockKind.PARAGRAPH)))


SPANS = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 9)
)


@given(st.lists(SPANS))
def test_merged_spans_cover_the_same_characters_in_order(spans: list[Span]) -> None:
    joined = merged(spans)
    assert {i for s in joined for i in range(s.start, s.end)} == {
        i for s in spans for i in range(s.start, s.end)
    }
    assert all(one.end < two.start for one, two in pairwise(joined))


def test_where_things_are_compared_the_other_one_comes_second() -> None:
    found = answer(seeds(), "Compare Japan's relations with India and with Bhutan")
    first, second = (cited.quote.text for cited in found.quotes[:2])
    assert "Bhutan" in first
    assert "India" not in first
    assert "India" in second
