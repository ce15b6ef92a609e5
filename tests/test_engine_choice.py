"""Whichever engine searches: the same quotations, and no more effort for a larger library."""

import json
import os
from pathlib import Path

import pytest

pytest.importorskip("tantivy")

from bench.agree import differences, squad
from bench.corpus import articles, questions
from bench.ours import stored
from index import connecting, storage
from index.choosing import engine_for
from index.counts import Records
from index.engine import EngineName
from index.engines.beside import place_of
from index.library import Library
from index.seen import SeenFile
from index.writing import writer_to
from qa import views
from qa.answerer import Answerer
from qa.answers import Answer, NoAnswer, Question, ReasonCode
from tests.asking import seeds

SEED_QUESTIONS = Path(__file__).parent / "data" / "seed-questions.jsonl"


def test_the_sample_articles_have_the_same_first_quotations() -> None:
    asked = [json.loads(line)["question"] for line in SEED_QUESTIONS.read_text().splitlines()]
    different = differences(seeds(), asked)
    assert len(different) * 50 <= len(asked), different


@pytest.mark.slow  # thousands of questions, each asked twice
@pytest.mark.skipif("SQUAD_FILE" not in os.environ, reason="names a file in SQuAD's format")
def test_squad_has_the_same_first_quotations() -> None:
    library, asked = squad(Path(os.environ["SQUAD_FILE"]))
    different = differences(library, asked)
    assert len(different) * 50 <= len(asked), different


class Effort:
    """What is touched: SQLite's steps (in tens), passages weighed, sentences looked at."""

    def __init__(self) -> None:
        self.steps = self.weighed = self.sentences = 0

    @property
    def all(self) -> tuple[int, int, int]:
        return self.steps, self.weighed, self.sentences

    def step(self) -> int:
        self.steps += 1
        return 0


@pytest.fixture
def effort(monkeypatch: pytest.MonkeyPatch) -> Effort:
    """Counts from now on, in libraries that are opened from now on."""
    counted = Effort()
    connected, at, view = storage.connected, Records.at, views.view_of

    def counting(path: Path, *, mode: str) -> object:
        connection = connected(path, mode=mode)
        connection.set_progress_handler(counted.step, 10)
        return connection

    def weighing(self: Records, places: object) -> object:
        found = at(self, places)  # type: ignore[arg-type]
        counted.weighed += len(found)
        return found

    def viewing(*given: object) -> object:
        made = view(*given)  # type: ignore[arg-type]
        counted.sentences += len(made.sentences)
        return made

    monkeypatch.setattr(connecting, "connected", counting)
    monkeypatch.setattr(Records, "at", weighing)
    monkeypatch.setattr(views, "view_of", viewing)
    return counted


def library_of_size(path: Path, size: int) -> Path:
    with writer_to(path) as writer:
        writer.begin()
        for article in articles(size):
            writer.keep_file(SeenFile(article.id, ""))
            writer.add(article.id, stored(article))
        writer.commit(folder="", stamp="")
    engine_for(Library.opened(path), EngineName.TANTIVY)
    return path


SMALL, LARGE = 400, 4_000


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("libraries")
    return library_of_size(folder / "s.sqlite", SMALL), library_of_size(folder / "l.sqlite", LARGE)


def opened(path: Path) -> Answerer:
    library = Library.opened(path)
    return Answerer(library, engine=engine_for(library, EngineName.TANTIVY))


def test_opening_costs_the_same_whatever_the_size(
    libraries: tuple[Path, Path], effort: Effort
) -> None:
    seen = []
    for path in libraries:
        before = effort.all
        opened(path)
        seen.append([now - then for now, then in zip(effort.all, before, strict=True)])
    small, large = seen
    assert large[0] <= small[0] + 5
    assert large[1:] == small[1:] == [0, 0]


def test_a_question_costs_the_same_whatever_the_size(
    libraries: tuple[Path, Path], effort: Effort
) -> None:
    """A fixed set of questions, some misspelt, asked of a library and of one ten times as large."""
    asked = [*questions(30, SMALL), "What is the misspeltword?", "Where did pelinn stand?"]
    for path in libraries:
        answerer, before = opened(path), effort.all
        for text in asked:
            answerer.answer(Question(text))
        steps, weighed, sentences = (b - a for a, b in zip(before, effort.all, strict=True))
        assert steps <= 200 * len(asked)
        assert weighed <= 100 * len(asked), "50 to look at, and 50 to choose them from"
        assert sentences <= 50 * 8 * len(asked)


def test_a_filter_that_nothing_passes_ends_the_search(libraries: tuple[Path, Path]) -> None:
    outcome = opened(libraries[1]).answer(Question("What is the and of it? author:nobody"))
    assert isinstance(outcome, NoAnswer)


def test_an_index_that_is_damaged_while_it_is_open_answers_so(
    libraries: tuple[Path, Path], tmp_path: Path
) -> None:
    """An engine that finds what the library has not: nothing is quoted, all is made anew."""
    stranger = library_of_size(tmp_path / "x.sqlite", 40)
    with writer_to(stranger) as writer:
        writer.begin()
        for article in articles(20):
            writer.remove_articles_of(article.id)
        writer.commit(folder="", stamp="")
    whole = engine_for(Library.opened(libraries[0]), EngineName.TANTIVY)
    answerer = Answerer(Library.opened(stranger), engine=whole)
    outcome = answerer.answer(Question(questions(1, SMALL)[0]))
    assert isinstance(outcome, NoAnswer)
    assert outcome.reason.code is ReasonCode.LIBRARY_DAMAGED


def test_the_answer_is_the_same_from_memory_and_from_disk(libraries: tuple[Path, Path]) -> None:
    library = Library.opened(libraries[0])
    assert not differences(library, questions(20, SMALL))
    assert place_of(libraries[0]).is_dir()


def test_words_are_completed_with_the_most_frequent(libraries: tuple[Path, Path]) -> None:
    words = opened(libraries[0]).vocabulary("pe", 5)
    assert len(words) == 5
    assert words == sorted(words)
    assert isinstance(opened(libraries[0]).answer(Question(words[0])), Answer | NoAnswer)
