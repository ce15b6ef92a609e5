"""Misspelt words: what is put right, and what is left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from qa.questions import Wanted
from qa.spelling import Correction, corrections, nearest, neighbours

VOCABULARY = (
    "bhutan", "bhutanese", "japan", "japanese", "memorandum", "signed", "singed", "form", "from",
    "treaty", "tretz", "2024", "covid19", "diplomacy", "diplomatic", "peace", "piece", "self", "tokyo", "sea",
)  # fmt: skip


class Dictionary:
    """Words in memory."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words

    def words_starting(self, prefix: str, *, limit: int) -> list[str]:
        return [word for word in self.words if word.startswith(prefix)][:limit]

    def holds_word(self, word: str) -> bool:
        return word in self.words


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
        pytest.param("trety", "treaty", id="rather too few than others"),
        pytest.param("trety", "treaty", id="rather too few letters than others"),
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
    if len(typed) > 3 and typed.isalpha():
        assert nearest(wanted(typed), neighbours(typed, Dictionary(VOCABULARY))) == meant


@pytest.mark.parametrize("order", [1, -1], ids=["in order", "in reverse"])
def test_equally_near_words_are_taken_by_the_alphabet(order: int) -> None:
    assert nearest(wanted("sigded"), ("signed", "sigred")[::order]) == "signed"


def test_nothing_is_near_in_an_empty_vocabulary() -> None:
    assert nearest(wanted("bhutan"), ()) is None


def test_corrections_are_given_by_stem_and_keep_what_was_typed() -> None:
    found = corrections(
        [wanted("bhutn"), wanted("mountain")], Dictionary(VOCABULARY), real=lambda _: False
    )
    assert found == {"stem of bhutn": Correction("Bhutn", "bhutan")}


def test_a_word_that_is_known_as_right_is_left_alone() -> None:
    assert corrections([wanted("bhutn")], Dictionary(VOCABULARY), real=lambda _: True) == {}


@settings(max_examples=300)
@given(st.data())
def test_no_word_within_a_slip_or_two_is_overlooked(data: st.DataObject) -> None:
    """Two slips in the first four letters are, and letters of another script than the word's."""
    letters = st.text("abcé", min_size=4, max_size=10)
    word, other = data.draw(letters), data.draw(letters)
    allowed = 2 if len(word) >= 8 else 1
    far = OSA.distance(word[:4], other[:4]) > 1 and allowed > 1
    strange = "é" in other and "é" not in word
    if word[0] == other[0] and OSA.distance(word, other) <= allowed and not far and not strange:
        assert other in neighbours(word, Dictionary((other,)))


def test_a_letter_of_any_block_that_the_word_holds_may_be_the_right_one() -> None:
    assert neighbours("aaéa", Dictionary(("aééa",))) == ["aééa"]


@pytest.mark.parametrize("typed", ["diplmoatic", "dipolmatic", "dpilomatic", "memorandmu"])
def test_exchanged_letters_are_found_wherever_they_stand(typed: str) -> None:
    assert nearest(wanted(typed), neighbours(typed, Dictionary(VOCABULARY))) in VOCABULARY
