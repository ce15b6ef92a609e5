"""The whole way from a question to an outcome, over small libraries."""

import random
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from index.library import Library
from index.readers import ReadError
from qa.answerer import Answerer, AnswerOptions
from qa.answers import Answer, NoAnswer, NoteCode, Question, ReasonCode
from tests.asking import all_quotes, answer, library_of, outcome, refusal, seeds, words

TREATY = """\
# The harbour treaty

The harbour treaty between Norland and Suderia was signed in 1998. It covers fish and salt.

Minister Ada Ito signed it in the town of Kessel.
"""
RICE = """\
# Rice

Rice is grown on terraces in Esteria. The harvest rose by five percent in 2003.
"""


@pytest.fixture(scope="module")
def small() -> Library:
    """Two articles on different matters."""
    return library_of(treaty=TREATY, rice=RICE)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("When was the harbour treaty signed?", "1998"),
        ("What does the harbour treaty cover?", "fish and salt"),
        ("Where is rice grown?", "terraces in Esteria"),
        ("By how many percent did the harvest rise?", "five percent"),
        ("Who signed the harbour treaty in Kessel?", "Minister Ada Ito"),
        ("HARBOUR TREATY SIGNED", "1998"),
        ("harbor treaty", "The harbour treaty"),
    ],
)
def test_a_question_is_answered_with_the_words_of_the_article(
    small: Library, question: str, expected: str
) -> None:
    assert expected in answer(small, question).quotes[0].quote.text


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("", ReasonCode.EMPTY),
        (" \n\t ", ReasonCode.EMPTY),
        ("?!…", ReasonCode.EMPTY),
        ("\x1b\x00", ReasonCode.EMPTY),
        ("why?", ReasonCode.NO_CONTENT_WORDS),
        ("who pays for it all?", ReasonCode.NO_CONTENT_WORDS),
        ("what is it and where were they", ReasonCode.NO_CONTENT_WORDS),
        ("Write me a poem about Bhutan", ReasonCode.WRITES_NOTHING),
        ("x" * 4_001, ReasonCode.TOO_LONG),
        ("treaty after:soon", ReasonCode.BAD_FILTER),
        ("Why do cats purr?", ReasonCode.UNKNOWN_WORDS),
        ("What did Kowalski say about the harbour treaty?", ReasonCode.UNKNOWN_WORDS),
    ],
    ids=[
        "empty", "blank", "punctuation", "controls", "stop-word", "too-little", "stop-words", "poem", "long", "filter",
        "unknown", "unknown-name",
    ],
)  # fmt: skip
def test_a_refusal_says_why(small: Library, question: str, code: ReasonCode) -> None:
    found = refusal(small, question)
    assert found.reason.code is code
    assert found.reason.text.endswith((".", "?", "!"))


@pytest.mark.parametrize("texts", [(), ("# Only a title\n",)], ids=["none", "title"])
def test_without_passages_there_is_nothing_to_search(texts: tuple[str, ...]) -> None:
    found = refusal(library_of(*texts), "When was the treaty signed?")
    assert found.reason.code is ReasonCode.NO_ARTICLES


PLAIN = "when was the harbour treaty signed"
EDGES = [
    "Hi! {}?",
    "could you please tell me {}? thanks",
    "{}???",
    "  {}  ",
    "Hello there, do you happen to know {}? Thank you so much!",
    "{}, please",
]


@pytest.mark.parametrize("edges", EDGES)
def test_chatty_edges_do_not_change_the_quotes(small: Library, edges: str) -> None:
    assert words(answer(small, edges.format(PLAIN)).quotes) == words(answer(small, PLAIN).quotes)


@pytest.mark.parametrize(
    "question",
    ["harbour AND (treaty", "harbour OR treaty)", "+harbour* treaty~", "treaty:[harbour TO *]^"],
)
def test_a_question_is_a_bag_of_words_and_no_query(small: Library, question: str) -> None:
    assert answer(small, question).quotes[0].quote.text.startswith("The harbour treaty")


def test_a_follow_up_is_taken_on_visibly(small: Library) -> None:
    found = answer(small, "And what does it cover?", "When was the harbour treaty signed?")
    assert "fish and salt" in found.quotes[0].quote.text
    (note,) = [note for note in found.notes if note.code is NoteCode.FOLLOW_UP]
    assert "treaty" in note.text


def test_a_change_of_topic_drops_what_was_asked_before(small: Library) -> None:
    alone = answer(small, "On what is rice grown in Esteria?")
    after = answer(
        small, "On what is rice grown in Esteria?", "When was the harbour treaty signed?"
    )
    assert words(after.quotes) == words(alone.quotes)
    assert after.notes == alone.notes


def test_a_misspelt_word_is_told_with_the_answer(small: Library) -> None:
    found = answer(small, "When was the harbuor treaty signed?")
    assert [note.code for note in found.notes] == [NoteCode.SPELLING]


def test_a_word_that_is_broken_over_two_lines_is_found_and_quoted_as_it_stands() -> None:
    library = library_of("The negotia-\ntions of 1998 lasted nine days.", "Rice is grown here.")
    (cited,) = answer(library, "How long were the negotiations?").quotes
    assert cited.quote.text == "The negotia-\ntions of 1998 lasted nine days."
    assert "negotia-\ntions" in [mark.of(cited.quote.article.text) for mark in cited.highlights]


@pytest.mark.parametrize("most", [1, 2, 3])
def test_no_more_quotes_than_are_wanted_and_none_is_lost(most: int) -> None:
    few = answer(seeds(), "What did Japan do in Bhutan?", quotes=most)
    many = answer(seeds(), "What did Japan do in Bhutan?", quotes=3)
    assert len(few.quotes) <= most
    every = words(few.quotes + few.more)
    assert words(many.quotes + many.more)[: len(every)] == every


QUESTIONS = [
    "When did relations between Japan and Bhutan begin?",
    "What does Agarwal say about Asean?",
    "Which countries signed an agreement?",
    "japan defence",
    "How much did it cost?",
    "Who is Kenji Tanaka?",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_order_of_the_articles_does_not_matter(question: str) -> None:
    articles = list(seeds().articles)
    random.Random(7).shuffle(articles)
    assert words(all_quotes(outcome(Library.of(articles), question))) == words(
        all_quotes(outcome(seeds(), question))
    )


def test_threads_that_ask_at_once_get_what_each_would_get_alone() -> None:
    library = seeds()
    alone = [Answerer(library).answer(Question(text)) for text in QUESTIONS]
    shared = Answerer(library)
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda text: shared.answer(Question(text)), QUESTIONS * 8))
    assert together == alone * 8


def test_an_outcome_keeps_the_question_as_it_was_asked(small: Library) -> None:
    question = Question("  hi, when was the harbuor treaty signed -rice?? ", ("Who?",))
    assert Answerer(small).answer(question).question == question


def test_words_of_the_articles_complete_a_prefix(small: Library) -> None:
    answerer = Answerer(small)
    assert answerer.vocabulary("ter") == ["terraces"]
    assert answerer.vocabulary("TER") == ["terraces"]
    assert answerer.vocabulary("zz") == []
    assert len(answerer.vocabulary("", 3)) == 3


ARTICLES = st.lists(
    st.text(alphabet="aeiou nrst.?!\n-*|#>\"'“”:0189ÄİéA", max_size=160), min_size=1, max_size=4
)
ASKED = st.text(alphabet='aeiou nrst.?"-:0189ÄİéA', max_size=60)


@settings(max_examples=150, deadline=None)
@given(articles=ARTICLES, question=ASKED, before=st.lists(ASKED, max_size=2))
def test_whatever_is_asked_of_whatever_text_quotes_are_verbatim(
    articles: list[str], question: str, before: list[str]
) -> None:
    try:
        library = library_of(*articles)
    except ReadError:
        reject()
    found = Answerer(library, options=AnswerOptions()).answer(Question(question, tuple(before)))
    assert isinstance(found, Answer | NoAnswer)
    for cited in all_quotes(found):
        stored = library.article(cited.citation.article_id).text
        span = cited.quote.span
        assert stored[span.start : span.end] == cited.quote.text
        assert cited.quote.text.strip()
        assert all(span.holds(mark) for mark in cited.highlights)


@pytest.mark.parametrize(
    ("question", "most"),
    [
        ("Which towns on the river Nor have a port?", 5),
        ("When was the port on the river Nor opened?", 3),
    ],
)
def test_more_is_quoted_where_several_things_are_asked_for(question: str, most: int) -> None:
    towns = ["Kessel", "Arvika", "Morane", "Sudby", "Tolm", "Wessen", "Hallby"]
    texts = [
        f"# The {town} letter {i}\n\nThe town of {town} on the river Nor opened a port in 19{i}0.\n"
        for i, town in enumerate(towns)
    ]
    found = answer(library_of(*texts), question)
    assert len(found.quotes) == most
    assert found.more
    assert len(answer(library_of(*texts), question, quotes=1).quotes) == most - 2
    assert isinstance(outcome(library_of(*texts), "Which towns mine radium?"), NoAnswer)
