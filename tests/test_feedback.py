"""Ratings become questions for `eval`, and a person can be erased."""

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from qa.chat.feedback import NoFeedback, erase_person, export
from qa.chat.slack.asked import Cite, Record, Records
from qa.chat.slack.store import Store
from qa.evaluation.cases import BadCases, cases_of

SIGNED = Record(
    "q1", "UANN", "C1", "1.1", "when was it signed?", ("the memorandum?",), 1.0, "answered",
    (Cite("p1", "pact.md", 2, "It was signed in June."),), "1.2",
)  # fmt: skip
CUP = replace(SIGNED, id="q2", question="who won the cup?", at=2.0, result="unknown_words")
BAD = replace(SIGNED, id="q3", question="why?", at=3.0)


async def remembered(path: Path) -> None:
    """What a bot wrote: two good answers, a bad one, and one that people disagree about."""
    with closing(Store(path)) as store:
        records = Records(store)
        for record in (SIGNED, CUP, BAD, replace(BAD, id="q4")):
            await records.keep(record)
        for about, user, good in [
            ("q1", "UBOB", True),
            ("q1", "UCAT", True),
            ("q2", "UANN", True),
            ("q3", "UANN", False),
            ("q4", "UANN", True),
            ("q4", "UBOB", False),
        ]:
            await records.vote(about, user, good=good, why="" if good else "outdated", at=9.0)


async def test_what_was_helpful_is_a_case_that_eval_takes(tmp_path: Path) -> None:
    await remembered(path := tmp_path / "s")
    lines: list[str] = []
    told: list[str] = []
    export(path, lines.append, told.append)
    signed, cup = cases_of("\n".join(lines).encode())
    assert signed.question.text == "when was it signed?"
    assert signed.question.history == ("the memorandum?",)
    assert signed.answers == ("It was signed in June.",)
    assert (signed.article, signed.paragraph) == ("pact.md", 2)
    assert not cup.answerable
    assert told == ["2 questions were rated not helpful; --down gives them, to be filled in"]


async def test_what_was_not_helpful_waits_for_a_person_to_say_what_is_right(tmp_path: Path) -> None:
    await remembered(path := tmp_path / "s")
    lines: list[str] = []
    export(path, lines.append, print, down=True)
    assert [json.loads(line)["id"] for line in lines] == ["q3", "q4"]
    assert json.loads(lines[0])["kind"] == "outdated"
    with pytest.raises(BadCases, match="List strings that a right quote holds"):
        cases_of(lines[0].encode())


async def test_a_person_is_erased_with_what_was_rated_of_theirs(tmp_path: Path) -> None:
    await remembered(path := tmp_path / "s")
    assert erase_person(path, "UANN") == 4
    with closing(Store(path)) as store:
        assert await Records(store).tally() == (0, 0)


async def test_what_is_old_is_erased(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "s")) as store:
        records = Records(store)
        for record in (SIGNED, CUP):
            await records.keep(record)
        await records.prune(before=2.0)
        assert await records.of("q1") is None
        assert await records.of("q2") == CUP


def test_without_a_memory_there_is_no_feedback(tmp_path: Path) -> None:
    with pytest.raises(NoFeedback, match="does not exist"):
        erase_person(tmp_path / "none", "U1")
