"""What somebody says in an article whose passages do not name them."""

import pytest

from tests.asking import answer, library_of

INTERVIEW = """\
# A bridge is a promise

*Haruko Minegishi joined the agency in 1989 and left it in 2023. She ran its office in Suva.*

**What have they in common?**

Transport. A farmer pays a tax that nobody has voted, the tax of distance.

**What about India as a donor?**

India is underestimated, above all by the Japanese. Its training is cheap and liked.

**And China?**

Fast. You must admire the speed. A Chinese road that breaks has nobody whom you may ring.

**Will Japan fill the gap?**

No. The yen is weak and the voters are old.
"""
REPORT = """\
# The donors

Minegishi is named in the report. India and China are named there as well, as donors of roads.
"""
OP_ED = """\
---
title: Heights
author: Harcharan Panag
---

The brigade commander is to be blamed for the withdrawal. The heights must be kept.
"""
NEWS = """\
# The line

The army lost 40 square kilometres, estimates General Panag. The withdrawal took a week.
"""


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("What does Minegishi think of India?", "India is underestimated"),
        ("What does Haruko Minegishi think of China?", "admire the speed"),
    ],
)
def test_an_answer_in_an_interview_is_what_the_person_says(question: str, quoted: str) -> None:
    assert quoted in answer(library_of(INTERVIEW, REPORT), question).quotes[0].quote.text


def test_an_author_whom_other_articles_name_speaks_in_their_own() -> None:
    found = answer(library_of(OP_ED, NEWS), "Who does Panag blame for the withdrawal?")
    assert "brigade commander" in found.quotes[0].quote.text


def test_of_whom_nobody_asks_speaks_nowhere() -> None:
    """The place is of the author's name, and no author of the question's."""
    town = "---\ntitle: Plans\nauthor: Strong Towns Suva\n---\nIts plan of 1928 foresaw a harbour."
    other = "# Plan\n\nThe planner said in 1928 that Suva would reach a million people."
    found = answer(library_of(town, other), "How big did the planner of 1928 think Suva would get?")
    assert "a million" in found.quotes[0].quote.text
