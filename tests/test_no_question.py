"""What people type that asks nothing of the articles, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.answerer import Answerer
from qa.answers import NoAnswer, Question, ReasonCode
from qa.no_question import no_question
from tests.asking import library_of

SMALL_TALK = [
    "hello",
    "Thanks!",
    "thank you very much, that helps :)",
    "ok",
    "OK, got it",
    "no",
    "You’re welcome!",
    "are you sure?",
    "what can you do?",
    "you are useless",
]
COMMISSIONS = [
    "write a poem about the sea",
    "Could you please write me a short story?",
    "tell me a joke",
    "Please draft an email to my landlord",
    "Summarize the article on Bhutan",
    "can you please translate the quote into French?",
    "give me a short summary of the treaty",
    "tl;dr",
    "What are the main points?",
    "what's the gist of the op-ed?",
    "What is the main argument of the op-ed?",
]
OF_THE_FOLDER = [
    "How many articles are there?",
    "list all articles",
    "Which documents do you have?",
    "what's in this folder?",
    "What are these articles about?",
    "Who wrote the op-ed?",
    "who are the authors",
    "what is this article about?",
    "what's the date of the latest article?",
    "Which is the oldest report?",
    "when was this article published?",
]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *((text, ReasonCode.SMALL_TALK) for text in SMALL_TALK),
        *((text, ReasonCode.WRITES_NOTHING) for text in COMMISSIONS),
        *((text, ReasonCode.OF_THE_FOLDER) for text in OF_THE_FOLDER),
    ],
)
def test_what_asks_nothing_of_the_articles_is_told_apart(text: str, code: ReasonCode) -> None:
    reason = no_question(text)
    assert reason
    assert reason.code is code


@pytest.mark.parametrize(
    "text",
    [
        "What are the main points of dispute?",
        "What is the main argument against the treaty?",
        "Who are the authors of the treaty?",
        "",
        "?!",
        "Who wrote a poem about the sea?",
        "What does the letter say?",
        "tell me about the story of the dam",
        "Give the date of the speech",
        "Could a poem be written in stone?",
        "Thanks, when was it signed?",
        "good governance",
        "right wing parties",
        "What are the sources of the Mekong?",
        "How many articles are there in the treaty?",
        "Who translated the treaty?",
        "Who wrote the article on rice?",
        "When was the article of the treaty published in Norland?",
        "what can you do against floods?",
    ],
)
def test_what_may_ask_something_is_let_pass(text: str) -> None:
    assert no_question(text) is None


@given(st.lists(st.sampled_from([*SMALL_TALK, "!", " ", "🙏"]), min_size=1, max_size=20))
def test_small_talk_stays_small_talk_however_much_there_is(parts: list[str]) -> None:
    text = " ".join(parts)
    assert (no_question(text) is not None) == any(c.isalpha() for c in text)


def test_small_talk_after_a_question_is_no_follow_up_and_none_follows_it() -> None:
    answerer = Answerer(library_of("# Treaty\n\nThe treaty was signed in 1998 by Norland.\n"))
    asked = ("When was the treaty signed?",)
    thanks = answerer.answer(Question("thanks!", asked))
    assert isinstance(thanks, NoAnswer)
    assert thanks.reason.code is ReasonCode.SMALL_TALK
    assert thanks.closest == ()
    after = answerer.answer(Question("And by whom?", (*asked, "thanks!", "you are useless")))
    assert [note.text for note in after.notes] == ["taken as: … treaty signed …"]


@pytest.mark.parametrize(
    ("titles", "told"),
    [
        (["Rice"], "There is 1 article: “Rice”."),
        (["Rice", "Tea"], "There are 2 articles: “Rice” and “Tea”."),
        (["A", "B", "C", "D", "E"], "There are 5 articles, among them “A”, “B”, “C” and “D”."),
    ],
)
def test_who_asks_for_the_folder_is_told_what_is_in_it(titles: list[str], told: str) -> None:
    texts = [f"# {title}\n\nSome words.\n" for title in titles]
    found = Answerer(library_of(*texts)).answer(Question("How many articles are there?"))
    assert isinstance(found, NoAnswer)
    assert found.reason.text.startswith(told)


def test_who_wrote_an_article_and_when_is_told_with_its_title() -> None:
    rice = "---\ntitle: Rice\nauthor: Ann Lee\ndate: 2024-05-01\n---\n\nSome words.\n"
    library = library_of(rice, "# Tea\n\nSome words.\n")
    found = Answerer(library).answer(Question("Who wrote the articles?"))
    assert isinstance(found, NoAnswer)
    assert "“Rice” (Ann Lee, 2024-05-01) and “Tea”." in found.reason.text
