"""What stands around a question and is no part of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.small_talk import without_small_talk

QUESTION = "when was it signed"

HEADS = ["hi! ", "Hello there, ", "Good morning! ", "could you please tell me ", "Do you know "]
HEADS += ["which articles talk about ", "Does any report mention ", "any mention of "]
HEADS += ["anything on ", "Is there anything about ", "do you have some information on "]
HEADS += ["Quote something about ", "show me everything about ", "find passages on "]
HEADS += ["What does the table say about ", "what did this report mention of "]
HEADS += ["got any news about ", "anything else about ", "some quotes on "]
HEADS += ["hey, can you tell us ", "I was wondering ", "please ", "ok so ", "Excuse me, "]
TAILS = ["", "?", " thanks", "? Thank you very much!", ", please", "? Cheers", "? thx :)"]


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("head", ["", *HEADS])
def test_greetings_requests_and_thanks_are_left_out(head: str, tail: str) -> None:
    assert without_small_talk(f"{head}{QUESTION}{tail}").rstrip("?") == QUESTION


@pytest.mark.parametrize(
    "text",
    [
        "Could a treaty be signed without Bhutan?",
        "Will India agree?",
        "Who is Dear Leader?",
        "Is so much money needed?",
        "When did they thank the envoy?",
        "hello",
        "please",
        "Thanks!",
        "",
        "   ",
        "?!",
    ],
)
def test_what_only_looks_like_small_talk_stays(text: str) -> None:
    assert without_small_talk(text) == text


SCRAPS = ["hi ", "please ", "tell me ", "could you ", "thanks", "?", "!", ", ", "so ", "all ", "é"]


@given(st.lists(st.sampled_from([*SCRAPS, "rice ", "when ", "I need to know "]), max_size=12))
def test_what_is_left_stands_in_the_question_and_is_never_nothing(parts: list[str]) -> None:
    text = "".join(parts)
    left = without_small_talk(text)
    assert left in text
    assert any(c.isalnum() for c in left) == any(c.isalnum() for c in text)


@given(st.lists(st.sampled_from([*SCRAPS, "rice ", "when "]), max_size=8))
def test_twice_is_as_once(parts: list[str]) -> None:
    once = without_small_talk("".join(parts))
    assert without_small_talk(once) == once
