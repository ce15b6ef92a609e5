"""Compounds that a question writes as one word and an article as two, or the other way round."""

import pytest

from tests.asking import answer, library_of, refusal, words

FERRY = "The ferry leaves at noon from the northern pier."


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Recent cyberattacks shut the port.", "What did cyber attacks shut?"),
        ("Recent cyberattacks shut the port.", "What did cyber-attacks shut?"),
        ("Recent cyber attacks shut the port.", "What did cyberattacks shut?"),
        ("The policymakers met in the harbour office.", "Where did the policy makers meet?"),
        ("The policy makers met in the harbour office.", "Where did the policymakers meet?"),
        ("Members pay a small co-pay at the gate.", "Do members pay a copay?"),
        ("The lighthouse-keeper rows ashore.", "Does the lighthousekeeper row ashore?"),
    ],
)
def test_a_compound_is_found_however_it_is_parted(text: str, question: str) -> None:
    assert words(answer(library_of(text, FERRY), question).quotes)[0] == text


def test_what_is_not_written_side_by_side_is_no_compound() -> None:
    library = library_of("The house is red, and a light burns above the door.", FERRY)
    assert "lighthouse" in refusal(library, "Who painted the lighthouse?").reason.text


def test_words_of_a_question_that_do_not_touch_are_no_compound() -> None:
    library = library_of("The seaport was closed for a week.", FERRY)
    assert "sea" in refusal(library, "Is there sea beyond this port?").reason.text
