"""What is asked about names, and whether the articles tell it."""

import pytest

from index.analysis import Analyzer
from qa.answers import Answer, Question
from qa.confidence import Strictness
from qa.questions import Asked, asked
from qa.relation import deed_of
from tests.asking import answer, library_of, outcome, refusal

LIVES = """\
# Lives

In May 1796 the doctor Moreno scratched the arm of Phipps. Verne (1811–1877) counted stars.
"""


PEOPLE = """\
# Of people

People are born somewhere, and they die. Some marry, some emigrate.
"""


@pytest.mark.parametrize(
    ("question", "name", "thing"),
    [
        ("When did Phipps die?", "Phipps", "die"),
        ("In what year did Phipps marry?", "Phipps", "marry"),
        ("Where was Phipps born?", "Phipps", "born"),
        ("When was Phipps born?", "Phipps", "born"),
    ],
)
def test_what_is_asked_of_a_name_must_be_told(question: str, name: str, thing: str) -> None:
    library = library_of(LIVES, PEOPLE)
    assert f"“{name}” says nothing of “{thing}”" in refusal(library, question).reason.text
    assert isinstance(outcome(library, question, strictness=Strictness.LOW), Answer)


def test_dates_in_brackets_are_those_of_a_life() -> None:
    library = library_of(LIVES, PEOPLE)
    assert "1877" in answer(library, "When did Verne die?").quotes[0].quote.text


TREATY = """\
# The harbour treaty

Norland signed the harbour treaty in 2003, because its fishermen had asked for it.

Minister Mori of Suderia praised the sea wall, for it had kept the town dry.
"""
ELSEWHERE = """\
# Of votes

Towns may reject a plan, or give up a right. Some abolish an office.
"""


@pytest.mark.parametrize(
    ("question", "deed"),
    [
        ("Why did Norland reject the treaty?", "reject"),
        ("why does the Bank of Norland still oppose it", "oppose"),
        ("Why has Mori given up?", "given"),
        ("For what reason did Norland and Suderia quarrel?", "quarrel"),
        ("Why did the fishermen ask?", None),
        ("Why did Norland's minister resign?", None),
        ("Why?", None),
    ],
)
def test_the_deed_stands_behind_who_did_it(question: str, deed: str | None) -> None:
    read = asked(Question(question), Analyzer())
    assert isinstance(read, Asked)
    found = deed_of(read)
    assert (found and found.surface) == deed


@pytest.mark.parametrize(
    ("question", "deed"),
    [
        ("Why did Norland reject the harbour treaty?", "reject"),
        ("Why did Mori give up the sea wall?", "give up"),
    ],
)
def test_a_deed_that_is_not_told_has_no_reason(question: str, deed: str) -> None:
    library = library_of(TREATY, ELSEWHERE)
    assert f"says nothing of “{deed}”" in refusal(library, question).reason.text
    assert isinstance(outcome(library, question, strictness=Strictness.LOW), Answer)


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Why did Norland sign the harbour treaty?", "fishermen had asked"),
        ("Why did Mori praise the sea wall?", "kept the town dry"),
    ],
)
def test_a_deed_that_is_told_has_one(question: str, reason: str) -> None:
    assert reason in answer(library_of(TREATY, ELSEWHERE), question).quotes[0].quote.text
