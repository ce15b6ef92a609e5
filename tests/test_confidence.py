"""Whether to answer, and what is said when not."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.answers import Answer, NoAnswer, ReasonCode
from qa.confidence import LEAST, Strictness, confidence
from qa.weights import Signals
from tests.asking import library_of, outcome, refusal

UNIT = st.floats(0, 1)
SIGNALS = st.builds(Signals, **dict.fromkeys((field.name for field in fields(Signals)), UNIT))

FOR = ("cover", "passage", "named", "related", "bound", "margin")
AGAINST = ("unknown", "untyped", "uncounted", "other_year")


@given(SIGNALS)
def test_confidence_is_a_probability(found: Signals) -> None:
    assert 0 < confidence(found) < 1


@pytest.mark.parametrize("name", FOR)
@given(found=SIGNALS)
def test_what_speaks_for_a_quote_never_lowers_confidence(name: str, found: Signals) -> None:
    assert confidence(replace(found, **{name: 1.0})) >= confidence(found)


@pytest.mark.parametrize("name", AGAINST)
@given(found=SIGNALS)
def test_what_speaks_against_it_never_raises_confidence(name: str, found: Signals) -> None:
    assert confidence(replace(found, **{name: 1.0})) <= confidence(found)


def test_the_stricter_the_surer() -> None:
    assert 0 < LEAST[Strictness.LOW] < LEAST[Strictness.NORMAL] < LEAST[Strictness.HIGH] < 1


TREATY = """\
# The harbour treaty

The harbour treaty between Norland and Suderia was signed by both. It covers fish and salt.

In Esteria the price of rice rose by five percent in 2003.
"""


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("When was the harbour treaty between Norland and Suderia signed?", "date"),
        ("How many fish does the harbour treaty between Norland and Suderia cover?", "number"),
        ("What percentage of the salt does the harbour treaty cover?", "percentage"),
    ],
)
def test_an_attribute_that_no_article_gives_is_refused_saying_so(question: str, thing: str) -> None:
    found = refusal(library_of(TREATY), question, strictness=Strictness.HIGH)
    assert found.reason.code is ReasonCode.NOT_COVERED
    assert f"no {thing}" in found.reason.text
    assert "treaty" in found.reason.text


@pytest.mark.parametrize("name", ["Maldives", "Zanzibar", "Kowalski"])
def test_a_name_of_no_article_is_refused_naming_it(name: str) -> None:
    found = refusal(library_of(TREATY), f"What did {name} say about the harbour treaty?")
    assert found.reason.code is ReasonCode.UNKNOWN_WORDS
    assert name in found.reason.text
    assert "1 article" in found.reason.text


def test_words_that_stand_far_apart_are_refused_saying_what_the_nearest_lacks() -> None:
    found = refusal(
        library_of(TREATY),
        "Was the price of salt in Esteria signed by Norland?",
        strictness=Strictness.HIGH,
    )
    assert found.reason.code is ReasonCode.NOT_COVERED


@pytest.mark.parametrize("strictness", Strictness)
def test_a_refusal_offers_what_it_would_have_quoted(strictness: Strictness) -> None:
    """Answer or not, the same words are shown; only what they are called differs."""
    question = "When was the harbour treaty between Norland and Suderia signed?"
    found = outcome(library_of(TREATY), question, strictness=strictness)
    quotes = found.quotes if isinstance(found, Answer) else found.closest
    assert quotes[0].quote.text.startswith("The harbour treaty between Norland and Suderia")
    assert isinstance(found, Answer) == (found.confidence >= LEAST[strictness])


def test_nothing_in_common_is_no_quote_at_all() -> None:
    found = refusal(library_of(TREATY), "Why do cats purr?")
    assert isinstance(found, NoAnswer)
    assert (found.closest, found.confidence) == ((), 0.0)
    assert found.reason.code is ReasonCode.UNKNOWN_WORDS
    assert "1 article" in found.reason.text
