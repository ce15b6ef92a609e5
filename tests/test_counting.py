"""What is said of a list: how many passages of how many articles speak of it."""

import pytest

from index.library import Library
from qa.answerer import Answerer
from qa.answers import Answer, NoteCode, Question
from tests.outcomes import article_of

LIBRARY = Library.of(
    [
        article_of("Peru exports copper.\nChile exports copper and lithium.\n", name="a.md"),
        article_of("Copper leaves Zambia.\nZambia exports copper by rail.\n", name="b.md"),
        article_of("Nothing of the kind is said here.\n", name="c.md"),
    ]
)


def counts(question: str) -> list[str]:
    outcome = Answerer(LIBRARY).answer(Question(question))
    assert isinstance(outcome, Answer)
    return [note.text for note in outcome.notes if note.code is NoteCode.COUNT]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param(
            "Which countries export copper?",
            ["3 passages speak of “export” and “copper”, in 2 of 3 articles"],
            id="over-all-articles",
        ),
        pytest.param(
            "Which countries export lithium?",
            ["1 passage speaks of “export” and “lithium”, in 1 of 3 articles"],
            id="a-single-one",
        ),
        pytest.param("Who exports copper by rail?", [], id="no-list-asked"),
    ],
)
def test_a_list_comes_with_a_count_over_the_whole_index(question: str, told: list[str]) -> None:
    assert counts(question) == told
