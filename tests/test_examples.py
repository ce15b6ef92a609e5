"""Questions that the articles are known to answer."""

from pathlib import Path

from index.library import Library
from qa.answerer import Answerer
from qa.answers import Answer, Question
from qa.chat.examples import examples_of
from qa.upkeep.shelves import ShelfOptions, keeper_of
from tests.outcomes import answering, shield

SEEDS = Path(__file__).parent.parent / "seeds"


def test_they_are_taken_from_the_articles_and_answered_by_them(tmp_path: Path) -> None:
    shelf = keeper_of(SEEDS, ShelfOptions(tmp_path)).shelf
    found = examples_of(shelf.library, shelf.answer)
    assert len(found) == 4
    for text in found:
        assert isinstance(shelf.answer(Question(text)), Answer)


def test_known_ones_come_first_where_they_are_answered() -> None:
    library = Library.of([shield()])
    known = ("Who won the cup?", "When was it signed?")
    assert examples_of(library, answering, known=known)[0] == "When was it signed?"


def test_without_articles_there_are_none() -> None:
    library = Library.of([])
    assert examples_of(library, Answerer(library).answer) == ()
