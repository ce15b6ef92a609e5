"""Misspelt words: what is put right, and what is left alone."""

import pytest

from qa.questions import Wanted
from qa.spelling import Correction, corrections, nearest

VOCABULARY = (
    "bhutan", "bhutanese", "japan", "japanese", "memorandum", "signed", "singed", "form", "from",
    "treaty", "2024", "covid19", "diplomacy", "diplomatic", "peace", "piece", "self", "tokyo", "sea",
)  # fmt: skip


def wanted(word: str) -> Wanted:
    return Wanted(surface=word.capitalize(), word=word, stem=f"stem of {word}")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("bhutn", "bhutan", id="a letter left out"),
        pytest.param("bhuttan", "bhutan", id="a letter too many"),
        pytest.param("bhutam", "bhutan", id="another letter"),
        pytest.param("bhuatn", "bhutan", id="two exchanged"),
        pytest.param("memmorandun", "memorandum", id="two slips in a long word"),
        pytest.param("diplomasy", "diplomacy", id="the nearer of two"),
        pytest.param("slef", "self", id="four letters, two exchanged"),
        pytest.param("frem", None, id="four letters, another letter"),
        pytest.param("tokoyo", "tokyo", id="short, one slip"),
        pytest.param("tokoyyo", None, id="short, two slips"),
        pytest.param("ohutan", None, id="another first letter"),
        pytest.param("see", None, id="three letters"),
        pytest.param("2025", None, id="a number"),
        pytest.param("covid18", None, id="a word with a number"),
        pytest.param("mountain", None, id="nothing near"),
        pytest.param("treaty", "treaty", id="the word itself"),
    ],
)
def test_the_nearest_word_of_the_articles(typed: str, meant: str | None) -> None:
    assert nearest(wanted(typed), VOCABULARY) == meant


@pytest.mark.parametrize("order", [1, -1], ids=["in order", "in reverse"])
def test_equally_near_words_are_taken_by_the_alphabet(order: int) -> None:
    assert nearest(wanted("sigded"), ("signed", "sigred")[::order]) == "signed"


def test_nothing_is_near_in_an_empty_vocabulary() -> None:
    assert nearest(wanted("bhutan"), ()) is None


def test_corrections_are_given_by_stem_and_keep_what_was_typed() -> None:
    found = corrections([wanted("bhutn"), wanted("mountain")], VOCABULARY, real=())
    assert found == {"stem of bhutn": Correction("Bhutn", "bhutan")}


def test_a_word_that_is_known_as_right_is_left_alone() -> None:
    assert corrections([wanted("bhutn")], VOCABULARY, real={"bhutn"}) == {}
