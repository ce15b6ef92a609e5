"""What other articles say of the same thing: the same, something else, or nothing comparable."""

import pytest

from qa.answers import Answer, NoteCode
from tests.asking import answer, library_of, seeds, words

ASKED = "When was the harbour treaty between Norland and Suderia signed?"


def told(*sentences: str) -> Answer:
    """What is answered when each of the articles has one of the sentences."""
    texts = [f"# Report {i}\n\n{sentence}\n" for i, sentence in enumerate(sentences)]
    return answer(library_of(*texts), ASKED)


SIGNED = "The harbour treaty between Norland and Suderia was signed in {}."
ALSO = "Norland and Suderia signed their harbour treaty in {}."


@pytest.mark.parametrize(
    ("one", "other"),
    [("1998", "1999"), ("March 1998", "2003"), ("the 1980s", "1998")],
)
def test_differing_years_are_both_shown_and_no_side_is_taken(one: str, other: str) -> None:
    found = told(SIGNED.format(one), ALSO.format(other))
    assert found.differ
    assert {one in text or other in text for text in words(found.quotes[:2])} == {True}
    assert any(one in text for text in words(found.quotes[:2]))
    assert any(other in text for text in words(found.quotes[:2]))


@pytest.mark.parametrize(
    ("other", "differ"), [("97 km", True), ("193 km", False), ("120 miles", False)]
)
def test_lengths_are_compared_in_the_same_unit(other: str, differ: bool) -> None:
    texts = [f"# Report {n}\n\nThe Norland Canal is {n} long.\n" for n in ("193 km", other)]
    assert answer(library_of(*texts), "How long is the Norland Canal?").differ is differ


@pytest.mark.parametrize(
    ("other", "differ"),
    [
        ("at 21:40", True),
        ("at 21:30", False),
        ("at 9.30 p.m.", False),
        ("on 14 May 2023", False),
    ],
)
def test_times_of_day_are_compared_with_each_other(other: str, differ: bool) -> None:
    texts = [f"# Report {n}\n\nThe Norland ferry left {n}.\n" for n in ("at 9:30 pm", other)]
    assert answer(library_of(*texts), "When did the Norland ferry leave?").differ is differ


def test_an_hour_in_words_is_one_in_figures() -> None:
    texts = [f"The Norland ferry left at {n}." for n in ("nine o'clock", "9 pm")]
    assert not answer(library_of(*texts), "When did the Norland ferry leave?").differ


def test_what_may_stand_for_the_thing_need_not_be_it() -> None:
    """Agreements of 2023 and 2024 are not the memorandum of December 2024."""
    found = answer(seeds(), "When was the memorandum signed?")
    assert "December 2024" in found.quotes[0].quote.text
    assert found.quotes[0].also == ()
    assert not found.differ


@pytest.mark.parametrize(
    ("one", "other"), [("1998", "1998"), ("1998", "May 1998"), ("May 1998", "the spring of 1998")]
)
def test_the_same_year_is_shown_once_and_cited_twice(one: str, other: str) -> None:
    found = told(SIGNED.format(one), ALSO.format(other))
    assert not found.differ
    first = found.quotes[0]
    assert {c.article_id for c in (first.citation, *first.also)} == {"1.md", "2.md"}
    assert all(cited.citation.article_id == first.citation.article_id for cited in found.quotes)


@pytest.mark.parametrize(
    "other",
    [
        "The fishing treaty between Norland and Suderia was signed in 1975.",
        "The harbour treaty between Norland and Esteria was signed in 1975.",
        "Norland and Suderia are neighbours, and trade since 1975.",
        "Rice has been grown there since 1975.",
    ],
    ids=["another treaty", "another country", "another matter", "nothing"],
)
def test_what_is_said_of_something_else_is_no_difference(other: str) -> None:
    assert not told(SIGNED.format("1998"), other).differ


def test_one_article_does_not_differ_from_itself() -> None:
    assert not told(f"{SIGNED.format('1998')} {ALSO.format('1999')}").differ


def test_names_and_reasons_are_not_compared() -> None:
    """Two wordings of one reason have nothing in common that a rule could see."""
    found = answer(
        library_of(
            "The dam at Norland failed because its wall was thin.",
            "The dam at Norland failed because of the flood.",
        ),
        "Why did the dam at Norland fail?",
    )
    assert not found.differ
    assert NoteCode.DIFFER not in {note.code for note in found.notes}
