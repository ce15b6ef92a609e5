"""The sample articles, asked plainly: which words come first, and when none should."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from index.analysis import Analyzer
from index.documents import context_texts
from qa.answerer import Answerer
from qa.answers import Answer, NoAnswer, Outcome, Question, ReasonCode
from tests.asking import all_quotes, seeds

TABLE = Path(__file__).parent / "data" / "plain-questions.tsv"

RIGHT = 85
"""Of 100 questions, how many must have the right quote first."""


@dataclass(frozen=True, slots=True)
class Row:
    """A question and the words of one article that answer it, each of `accepted` by itself."""

    id: str
    question: Question
    article: str
    accepted: tuple[str, ...]


def rows() -> Iterator[Row]:
    """The table. " >> " separates the questions of a conversation, " / " accepted words."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            *history, last = line["question"].split(" >> ")
            accepted = tuple(line["accepted"].split(" / "))
            yield Row(line["id"], Question(last, tuple(history)), line["article"], accepted)


ROWS = tuple(rows())
EACH = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)


@cache
def answerer() -> Answerer:
    """What answers from the sample articles."""
    return Answerer(seeds())


@cache
def outcome_of(row: Row) -> Outcome:
    """What comes of a row's question."""
    return answerer().answer(row.question)


def is_right(row: Row) -> bool:
    """Whether the first quote holds the accepted words of the right article."""
    found = outcome_of(row)
    if not isinstance(found, Answer):
        return False
    first = found.quotes[0]
    places = {c.article_id for c in (first.citation, *first.also)}
    return row.article in places and any(words in first.quote.text for words in row.accepted)


def test_there_are_enough_questions() -> None:
    assert len(ROWS) >= 40
    assert len({row.id for row in ROWS}) == len(ROWS)


@EACH
def test_what_is_accepted_stands_in_the_article(row: Row) -> None:
    text = answerer().library.article(row.article).text
    assert [words for words in row.accepted if words not in text] == []


@EACH
def test_the_first_quote_answers(row: Row) -> None:
    """A single miss is told as an expected failure: the test below counts them."""
    if not is_right(row):
        pytest.xfail(f"counts among the {100 - RIGHT} of 100 that may be wrong")


def test_the_first_quote_is_right_often_enough() -> None:
    wrong = [row.id for row in ROWS if not is_right(row)]
    assert 100 * (len(ROWS) - len(wrong)) >= RIGHT * len(ROWS), wrong


@EACH
def test_every_quote_is_a_slice_of_the_stored_text(row: Row) -> None:
    """Shown or not, answer or refusal: `stored_text[start:end] == quote`, and marks lie within."""
    for cited in all_quotes(outcome_of(row)):
        stored = answerer().library.article(cited.citation.article_id)
        span = cited.quote.span
        assert cited.quote.text == stored.text[span.start : span.end]
        assert cited.quote.article == stored
        assert all(span.holds(mark) for mark in cited.highlights)


ELSEWHERE = [
    "Who composed the opera Madama Butterfly?",
    "What temperature does chocolate melt at?",
    "How is carbonara cooked?",
    "Which moons orbit Jupiter?",
    "Who painted the Mona Lisa?",
    "Why do cats purr?",
    "When do penguins hatch?",
    "Does aspirin cure headaches?",
    "Who invented the bicycle?",
    "Where did Mozart compose sonatas?",
    "When was the iPhone released?",
    "What do koalas eat?",
    "Is tomato a fruit?",
    "quantum chromodynamics",
    "zxqv plugh xyzzy",
]


def shared_stems(question: str) -> set[str]:
    """Stems of a question's content words that stand in some passage or its context."""
    analyzer = Analyzer()
    passages = answerer().library.passages
    texts = [text for p in passages for text in (p.text, *context_texts(p))]
    known = {token.stem for text in texts for token in analyzer.content(text)}
    return {token.stem for token in analyzer.content(question)} & known


@pytest.mark.parametrize("question", ELSEWHERE)
def test_no_word_in_common_no_answer(question: str) -> None:
    assert shared_stems(question) == set(), "the question is no good for this test"
    found = answerer().answer(Question(question))
    assert isinstance(found, NoAnswer)
    assert found.reason.code is ReasonCode.UNKNOWN_WORDS
