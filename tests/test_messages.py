"""What of a message asks, and what is told beside it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import Analyzer
from qa.answers import Question
from qa.messages import taken_apart
from qa.questions import Asked, asked

ASKS = "how long was it stuck"


@pytest.mark.parametrize(
    ("text", "asking", "setting"),
    [
        (
            "Hi! I was telling a friend about the freighter that got stuck, how long was it stuck?",
            "how long was it stuck?",
            "the freighter that got stuck",
        ),
        (
            "my boss is asking whether the ferry was late in May",
            "the ferry was late in May",
            "",
        ),
        (
            "I read somewhere that the bridge was sold - who bought it in the end?",
            "who bought it in the end?",
            "the bridge was sold",
        ),
        (
            "We're off to the lake on Monday. How deep is it?",
            "How deep is it?",
            "We're off to the lake on Monday.",
        ),
        ("What exactly is a fab?", "What is a fab?", ""),
        ("Exactly!", "Exactly!", ""),
        ("My teacher says bees can count, is that right?", "bees can count", ""),
        (
            "The mill burnt down in 1901. Who owned it?",
            "Who owned it?",
            "The mill burnt down in 1901.",
        ),
        ("I'm writing a report on dams and need a number: how many are there?",
         "how many are there?", "dams"),
    ],
)  # fmt: skip
def test_the_asking_part_and_its_setting(text: str, asking: str, setting: str) -> None:
    found = taken_apart(text)
    assert (found.asking, found.setting) == (asking, setting)


@pytest.mark.parametrize(
    "text",
    [
        "When it was signed, who paid for it?",
        "What did Dr. Ito say of the treaty?",
        "Which is longer, the Suez Canal or the Panama Canal?",
        "treaty of 1998",
        "In 1990 the US left the pact, who paid for it?",
        "Who was called U.S. Grant?",
        "What should we check before a launch?",
        "How often do we write reports?",
        "I",
        "?",
        "",
    ],
)
def test_one_plain_question_stays_whole(text: str) -> None:
    assert taken_apart(text).asking == text
    assert not taken_apart(text).setting


def words_of(text: str) -> dict[str, float]:
    found = asked(Question(text), Analyzer())
    assert isinstance(found, Asked)
    return {wanted.word: wanted.weight for wanted in found.wanted}


def test_what_is_only_told_counts_less_and_who_wants_to_know_nothing() -> None:
    weights = words_of("My boss told me about a freighter in Suez, how deep was the canal?")
    assert weights["canal"] > weights["freighter"] > 0
    assert not {"boss", "told"} & weights.keys()


@given(st.lists(st.sampled_from(
    ["hi ", "I read that ", "my boss asks ", "rice grows, ", "who ", "is it? ", "... ", "- ", ": "]
), max_size=10))  # fmt: skip
def test_nothing_is_made_up_and_never_all_lost(parts: list[str]) -> None:
    text = "".join(parts)
    found = taken_apart(text)
    said = re.findall(r"\w+", f"{found.asking} {found.setting}")
    assert set(said) <= set(re.findall(r"\w+", text))
    assert any(c.isalnum() for c in found.asking) == any(c.isalnum() for c in text)
