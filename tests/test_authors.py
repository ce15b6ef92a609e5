"""Questions about what an author says, who is named by the by-line alone."""

import pytest

from index.articles import Article
from index.library import Library
from qa.answers import NoteCode, ReasonCode
from tests.asking import answer, library_of, outcome, refusal

OP_ED = """\
---
title: Overdrive
author: Nandini Agarwal
---

Japan should upgrade its partnership with Vietnam. The outreach is naive and comes too late.

“Vietnam will wait,” said minister Tran in Hanoi.
"""
OTHER = """\
---
title: Rice
author: Editorial Staff
---

Vietnam exports rice. Its partnership with Japan is old.
"""


@pytest.fixture(scope="module")
def library() -> Library:
    """An op-ed that does not name its author, and an article by nobody in particular."""
    return library_of(overdrive=OP_ED, rice=OTHER)


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("What does Agarwal say about the outreach?", "The outreach is naive"),
        ("what does agarwal think of the outreach", "The outreach is naive"),
        ("Why does Agarwal call the outreach naive?", "The outreach is naive"),
        ("According to Nandini Agarwal, what should Japan upgrade?", "Japan should upgrade"),
    ],
)
def test_what_an_author_says_is_quoted_from_their_articles(
    library: Library, question: str, quoted: str
) -> None:
    found = answer(library, question)
    assert quoted in found.quotes[0].quote.text
    assert {quote.citation.label for quote in found.quotes} == {"Overdrive"}
    notes = [note.text for note in found.notes if note.code is NoteCode.FILTER]
    assert notes
    assert all("Nandini Agarwal" in note for note in notes)


@pytest.mark.parametrize(
    "question",
    [
        "Who is Agarwal?",
        "When was Nandini Agarwal born?",
        "What does Agarwal say?",
        "What is the full name of Agarwal?",
        "What does Agarwal look like?",
    ],
)
def test_of_an_author_only_what_they_wrote_is_known(library: Library, question: str) -> None:
    found = refusal(library, question)
    assert "“Nandini Agarwal”, who wrote “Overdrive”" in found.reason.text


def test_what_an_author_does_not_say_is_refused(library: Library) -> None:
    """The other article tells it."""
    found = refusal(library, "What does Agarwal say about rice?")
    assert found.reason.code is ReasonCode.FILTERED_OUT


def test_a_name_that_authors_share_asks_the_articles_of_all() -> None:
    other = OTHER.replace("Editorial Staff", "Rohan Agarwal").replace("Vietnam", "Nepal")
    found = answer(library_of(OP_ED, other), "What does Agarwal say about the partnership?")
    assert {quote.citation.label for quote in found.quotes} == {"Overdrive", "Rice"}


def test_a_follow_up_stays_with_the_author(library: Library) -> None:
    before = "What does Agarwal say about the outreach?"
    found = answer(library, "and the partnership?", before)
    assert "Japan should upgrade its partnership" in found.quotes[0].quote.text
    assert {quote.citation.label for quote in found.quotes} == {"Overdrive"}


@pytest.mark.parametrize(
    "question", ["What does Nandini Gupta say about Vietnam?", "How many staff does Vietnam have?"]
)
def test_a_word_in_common_makes_no_author(library: Library, question: str) -> None:
    found = refusal(library, question)
    assert found.reason.code is ReasonCode.UNKNOWN_WORDS
    assert "wrote" not in found.reason.text


def test_an_author_whom_other_articles_speak_of_is_a_name_like_any_other() -> None:
    named = OTHER.replace("Vietnam exports", "Agarwal finds that Vietnam exports")
    found = outcome(library_of(OP_ED, named), "What does Agarwal say about rice?")
    assert not [note for note in found.notes if note.code is NoteCode.FILTER]


NOTE = "\n---\n\n**Nandini Agarwal** is an economist in Mumbai.\n"


def test_a_note_on_the_author_leaves_the_article_theirs() -> None:
    signed = library_of(overdrive=OP_ED + NOTE, rice=OTHER)
    said = answer(signed, "What does Agarwal say about the outreach?")
    assert "The outreach is naive" in said.quotes[0].quote.text
    assert [note.code for note in said.notes] == [NoteCode.FILTER]
    assert "is an economist" in answer(signed, "Who is Agarwal?").quotes[0].quote.text


def test_articles_tell_who_wrote_them_whatever_their_characters() -> None:
    articles = [
        Article("a.txt", "A.", author="Ann \ud800 “Lee”"),
        Article("b.txt", "B.", title="Tea", author="Bö"),
        Article("c.txt", "C."),
    ]
    assert list(Library.of(articles).signed) == [("a", "Ann \ud800 “Lee”"), ("Tea", "Bö")]
