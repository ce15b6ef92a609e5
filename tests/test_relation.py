"""Questions that take for granted what no article tells."""

import pytest

from index.analysis import Analyzer
from qa.answers import Answer, Question
from qa.confidence import Strictness
from qa.questions import Asked, asked
from qa.relation import deed_of
from tests.asking import answer, library_of, outcome, refusal

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
