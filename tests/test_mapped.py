"""Mapped files' memory, given back without anyone noticing."""

from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from random import Random

import pytest

pytest.importorskip("tantivy")

from index.engine import Field, Hit, Term
from index.engines import mapped
from index.engines.tantivy import TantivyEngine
from index.engines.tantivy_files import build, prepared, update
from tests.test_tantivy import WORDS, forest

needs_proc = pytest.mark.skipif(not mapped.held(), reason="only Linux tells how much is mapped")


def made(path: Path, size: int) -> TantivyEngine:
    build(path, map(prepared, forest(size)), generation=1)
    return TantivyEngine.open(path)


def asked(engine: TantivyEngine, *, seed: int = 1) -> list[list[Hit]]:
    """What is found for a few dozen questions, spread over the index."""
    random = Random(seed)
    questions = [[Term(Field.WORD, w) for w in random.sample(WORDS, 3)] for _ in range(40)]
    return [engine.search(terms, limit=20) for terms in questions]


@needs_proc
def test_what_was_touched_of_the_files_counts_no_more_once_given_back(tmp_path: Path) -> None:
    engine = made(tmp_path / "i", 20_000)
    asked(engine)
    engine.give_back()
    least = mapped.held()
    first = asked(engine)
    touched = mapped.held() - least
    engine.give_back()
    assert touched > 1_000_000
    assert mapped.held() - least < touched / 4
    assert asked(engine) == first


@needs_proc
def test_it_is_given_back_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mapped, "MOST", 500_000)
    engine = made(tmp_path / "i", 20_000)
    before = engine._opened.searcher
    asked(engine)
    assert engine._opened.searcher is not before


def test_a_high_tide_is_looked_for_now_and_then_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = count()
    monkeypatch.setattr(mapped, "held", lambda: 2 * mapped.MOST * next(looks))
    tide = mapped.Tide()
    said = [tide.is_high() for _ in range(3 * mapped.PERIOD)]
    assert (said.count(True), next(looks)) == (3, 4)


def test_threads_find_the_same_while_it_is_given_back(tmp_path: Path) -> None:
    engine = made(tmp_path / "i", 2_000)
    alone = asked(engine)

    def giving(_: int) -> None:
        engine.give_back()

    with ThreadPoolExecutor(6) as pool:
        found = [pool.submit(asked, engine) for _ in range(6)]
        list(pool.map(giving, range(100)))
        assert all(f.result() == alone for f in found)


def test_a_later_commit_does_not_come_in(tmp_path: Path) -> None:
    path = tmp_path / "i"
    engine = made(path, 200)
    before = asked(engine)
    update(path, map(prepared, forest(50, seed=7, first=300)), ["p0001"], generation=2)
    engine.give_back()
    assert asked(engine) == before
    assert TantivyEngine.open(path).size != engine.size


def test_an_index_that_is_gone_is_searched_on(tmp_path: Path) -> None:
    engine = made(tmp_path / "i", 200)
    before = asked(engine)
    (tmp_path / "i").rename(tmp_path / "old")
    engine.give_back()
    assert asked(engine) == before


def test_where_nothing_tells_nothing_is_given_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mapped, "_STATM", tmp_path / "none")
    tide = mapped.Tide()
    assert not any(tide.is_high() for _ in range(100))
