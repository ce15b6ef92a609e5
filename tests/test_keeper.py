"""The newest shelf: renewed when the folder changes, kept when that fails, whole at any moment."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

from qa.answers import Answer, Question
from qa.chat.keeper import Keeper
from qa.chat.repl.session import Session
from qa.chat.shelf import Shelf, ShelfError
from qa.render.styled import Look, plain
from qa.upkeep.shelves import ShelfOptions, folder_changes, keeper_of, shelf_of
from tests.shelved import OLD, fill

ASKED = Question("When was the treaty signed?")
LATER = {**OLD, "part/treaty.md": OLD["part/treaty.md"].replace("1991", "2024")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    fill(tmp_path / "articles", OLD)
    return tmp_path / "articles"


@pytest.fixture
def options(tmp_path: Path) -> ShelfOptions:
    return ShelfOptions(tmp_path / "libraries")


def said(answer: Callable[[Question], object]) -> str:
    outcome = answer(ASKED)
    assert isinstance(outcome, Answer)
    return outcome.quotes[0].quote.text


def test_a_renewed_shelf_answers_from_the_folder_as_it_is(
    folder: Path, options: ShelfOptions
) -> None:
    keeper = keeper_of(folder, options)
    held = keeper.shelf
    fill(folder, LATER)
    assert keeper.renew()
    assert said(keeper.answer) == "The treaty was signed in 2024."
    assert held.latest
    assert held.latest().library.generation == held.library.generation + 1
    before = next(p for p in held.library.passages if "treaty" in p.text)
    assert before.text == "The treaty was signed in 1991."


def test_an_unchanged_folder_keeps_the_same_answerer(folder: Path, options: ShelfOptions) -> None:
    shelf = shelf_of(folder, options)
    again = shelf_of(folder, options, shelf)
    assert again.library is shelf.library
    assert again.answer == shelf.answer


def test_a_renewal_that_fails_leaves_the_answers_and_says_why(
    folder: Path, options: ShelfOptions
) -> None:
    keeper = keeper_of(folder, options)
    folder.rename(folder.with_name("away"))
    assert not keeper.renew()
    assert "does not exist" in (keeper.shelf.problem or "")
    assert said(keeper.answer) == "The treaty was signed in 1991."
    folder.with_name("away").rename(folder)
    assert keeper.renew()
    assert keeper.shelf.problem is None


def test_a_renewal_that_raises_leaves_the_answers(folder: Path, options: ShelfOptions) -> None:
    def renew(before: Shelf | None, anew: bool) -> Shelf:
        if before:
            raise ShelfError("no room")
        return shelf_of(folder, options)

    keeper = Keeper(renew)
    assert not keeper.renew()
    assert keeper.shelf.problem == "no room"
    assert said(keeper.answer) == "The treaty was signed in 1991."


def test_a_library_damaged_while_it_answers_is_made_anew(
    folder: Path, options: ShelfOptions
) -> None:
    import sqlite3

    keeper = keeper_of(folder, options)
    path = Path(keeper.shelf.library.path)
    keeper.shelf.library.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "UPDATE articles SET text = replace(text, CAST('1991' AS BLOB), CAST('1891' AS BLOB))"
        )
    connection.close()
    assert said(keeper.answer) == "The treaty was signed in 1991."


def test_the_prompt_asks_the_newest_and_opens_where_it_quoted(
    folder: Path, options: ShelfOptions
) -> None:
    keeper = keeper_of(folder, options)
    session = Session(keeper.shelf, lambda other: keeper_of(other, options).shelf)
    look = Look(None, False)
    assert "1991" in plain(session.respond(ASKED.text, look).lines)
    fill(folder, LATER)
    keeper.renew()
    assert "1991" in plain(session.respond("/open 1", look).lines)
    assert "2024" in plain(session.respond(ASKED.text, look).lines)


def test_changes_are_picked_up_by_themselves(folder: Path, options: ShelfOptions) -> None:
    """Waits for the file system to tell, three seconds at most."""
    keeper = keeper_of(folder, options)
    watching = Event()

    def changes(where: Path, stop: Event) -> Iterator[bool]:
        for changed in folder_changes(where, stop):
            watching.set()
            yield changed

    keeper.start(changes)
    assert watching.wait(10)
    fill(folder, LATER)
    end = time.monotonic() + 3
    while said(keeper.answer) != "The treaty was signed in 2024.":
        assert time.monotonic() < end
        threading.Event().wait(0.02)
    keeper.stop()


@pytest.mark.slow
def test_a_thousand_questions_across_fifty_runs_are_each_of_one_snapshot(
    tmp_path: Path, options: ShelfOptions
) -> None:
    """50 renewals while four threads ask: every quote and hash belong to one generation."""
    folder = tmp_path / "articles"
    generations = [
        {
            f"{i}.txt": f"Report {i}\n\nThe harvest of {i} weighed {g} tons.\n\nAll of it.\n"
            for i in range(5)
        }
        for g in range(1_000, 1_051)
    ]
    fill(folder, generations[0])
    keeper = keeper_of(folder, options)
    known = {(a.id, a.sha256): str(1_000) for a in keeper.shelf.library.articles}
    seen: set[tuple[str, str, str]] = set()
    asked = 0

    def ask() -> None:
        nonlocal asked
        for _ in range(250):
            outcome = keeper.answer(Question("How much did the harvest weigh?"))
            assert isinstance(outcome, Answer)
            texts = {
                c.quote.text.split()[-2]
                for c in (*outcome.quotes, *outcome.more)
                if "weighed" in c.quote.text
            }
            assert len(texts) == 1, "all quotes of an answer are of one generation"
            seen.update(
                (c.quote.article.id, c.quote.article.sha256, texts.copy().pop())
                for c in outcome.quotes
            )
            asked += 1

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number, files in enumerate(generations[1:], 1_001):
        fill(folder, files)
        assert keeper.renew()
        known |= {(a.id, a.sha256): str(number) for a in keeper.shelf.library.articles}
    for thread in threads:
        thread.join()
    assert asked == 1_000
    assert all(known[name, sha256] == tons for name, sha256, tons in seen)
