"""tantivy's adapter: the same answers as rank-bm25, commits, crashes and threads.

What every engine keeps stands in test_engines; here is what is this one's own.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

pytest.importorskip("tantivy")

from index.engine import Document, Field, Scoring, Term
from index.engines import tantivy as adapter
from index.engines.rank_bm25 import RankBm25
from index.engines.tantivy import TantivyEngine
from index.engines.tantivy_files import build, prepared, update
from index.engines.tantivy_state import COUNTS, TERMS, IndexUnusable

TESTS = Path(__file__).parent
WORDS = "ash birch cedar elm fir hazel larch maple oak pine rowan spruce willow yew".split()


def made(
    path: Path, documents: Sequence[Document], *, scoring: Scoring | None = None
) -> TantivyEngine:
    """An engine over `documents`, which are indexed at `path`."""
    build(path, map(prepared, documents), generation=1)
    return TantivyEngine.open(path, scoring=scoring)


def tantivy(documents: Sequence[Document], scoring: Scoring, folder: Path) -> TantivyEngine:
    """The factory for test_engines."""
    return made(folder / "index", documents, scoring=scoring)


def forest(count: int, *, seed: int = 1, first: int = 0) -> list[Document]:
    """Documents whose words are as uneven as a text's, with repetitions."""
    random = Random(seed)
    weights = [1 / rank for rank in range(1, len(WORDS) + 1)]
    documents = []
    for i in range(first, first + count):
        words = tuple(random.choices(WORDS, weights, k=random.randint(1, 30)))
        pairs = tuple(f"{a} {b}" for a, b in pairwise(words))
        documents.append(Document(f"p{i:04}", tuple(w[:3] for w in words), words, pairs))
    return documents


def asked(random: Random) -> list[Term]:
    first, *others = random.sample(WORDS, random.randint(2, 5))
    terms = [Term(Field.STEM, w[:3], random.choice([0.5, 1.0])) for w in (first, *others)]
    terms += [Term(Field.WORD, w) for w in others]
    return [*terms, Term(Field.BIGRAM, f"{first} {others[0]}")]


def found(engine: TantivyEngine | RankBm25, terms: list[Term], limit: int = 10) -> list[str]:
    return [hit.passage_id for hit in engine.search(terms, limit=limit)]


@pytest.mark.parametrize("scoring", [Scoring(), Scoring(k1=1.5, b=0.75, words=0.0)])
def test_scores_are_those_of_rank_bm25(tmp_path: Path, scoring: Scoring) -> None:
    documents = forest(40)
    engine, oracle = (
        made(tmp_path / "i", documents, scoring=scoring),
        RankBm25(documents, scoring=scoring),
    )
    random = Random(2)
    for _ in range(50):
        terms = asked(random)
        ours = {hit.passage_id: hit.score for hit in engine.search(terms, limit=99)}
        theirs = {hit.passage_id: hit.score for hit in oracle.search(terms, limit=99)}
        assert ours == pytest.approx(theirs, abs=1e-8)


def test_the_first_hits_are_those_of_rank_bm25(tmp_path: Path) -> None:
    documents = forest(600)
    engine, oracle = made(tmp_path / "i", documents), RankBm25(documents)
    random = Random(3)
    questions = [asked(random) for _ in range(100)]
    same = [found(engine, terms, 1) == found(oracle, terms, 1) for terms in questions]
    assert sum(same) >= 98


def test_a_term_more_often_than_can_be_told_apart_is_still_found(tmp_path: Path) -> None:
    engine = made(tmp_path / "i", [Document("p", ("ash",) * 500)])
    assert found(engine, [Term(Field.STEM, "ash")]) == ["p"]


def test_a_stem_is_kept_apart_from_the_same_letters_as_a_word(tmp_path: Path) -> None:
    engine = made(tmp_path / "i", [Document("a", ("run",), ("runs",)), Document("b", (), ("run",))])
    assert found(engine, [Term(Field.STEM, "run")]) == ["a"]
    assert found(engine, [Term(Field.WORD, "run")]) == ["b"]
    assert engine.frequency(Field.WORD, "run") == 1


def test_words_that_differ_in_a_letter_are_kept_apart(tmp_path: Path) -> None:
    """Hashes of different fields' terms must not meet where letters differ as the fields do."""
    letters = [chr(c) + "ell" for c in range(ord("a"), ord("z") + 1)]
    engine = made(tmp_path / "i", [Document("p", tuple(letters[::2]), tuple(letters[1::2]))])
    held = [t for t in letters if found(engine, [Term(Field.STEM, t)])]
    both = [Term(field, t) for t in letters for field in Field]
    oracle = RankBm25([Document("p", tuple(letters[::2]), tuple(letters[1::2]))])
    assert held == letters[::2]
    assert engine.search(both, limit=1)[0].score == pytest.approx(
        oracle.search(both, limit=1)[0].score
    )


def test_terms_with_operators_are_terms(tmp_path: Path) -> None:
    odd = ("AND", "c++", '"', "a:b", "*", "-x", "[", "ü", "1.8", "o'neil")
    engine = made(tmp_path / "i", [Document("p", odd)])
    assert [t for t in odd if found(engine, [Term(Field.STEM, t)]) == ["p"]] == list(odd)
    assert sorted(engine.vocabulary(Field.STEM)) == sorted(odd)


def test_many_terms_are_ordinary(tmp_path: Path) -> None:
    engine = made(tmp_path / "i", forest(30))
    terms = [Term(Field.STEM, "(")] * 16_000 + [Term(Field.WORD, f"w{i}") for i in range(2_000)]
    assert engine.search(terms, limit=10) == []
    assert found(engine, [*terms, Term(Field.WORD, "ash")])


def test_the_vocabulary_is_whole_and_can_be_asked_by_beginning(tmp_path: Path) -> None:
    engine = made(tmp_path / "i", forest(200))
    assert sorted(engine.vocabulary(Field.WORD)) == WORDS
    assert sorted(engine.starting(Field.WORD, "la")) == ["larch"]
    assert "ash birch" in engine.vocabulary(Field.BIGRAM)


def test_an_update_gives_what_building_anew_gives(tmp_path: Path) -> None:
    documents, more = forest(120), forest(30, seed=9, first=110)  # ten of them replaced
    engine = made(tmp_path / "i", documents)
    removed = [d.passage_id for d in documents[:20]]
    update(tmp_path / "i", map(prepared, more), removed, generation=2)
    updated = TantivyEngine.open(tmp_path / "i")
    left = [*documents[20:110], *more]
    anew = made(tmp_path / "j", left)
    assert (updated.generation, updated.size) == (2, len(left))
    assert updated.state.totals == anew.state.totals
    assert sorted(found(updated, [Term(Field.STEM, "ash")], 999)) == sorted(
        found(anew, [Term(Field.STEM, "ash")], 999)
    )
    assert [updated.frequency(Field.WORD, w) for w in WORDS] == [
        anew.frequency(Field.WORD, w) for w in WORDS
    ]
    assert engine.size == 120, "an engine that is open goes on as it was"
    assert found(engine, [Term(Field.STEM, "ash")])
    assert 0 < updated.wasted < 0.3


def test_the_same_update_may_be_made_again(tmp_path: Path) -> None:
    made(tmp_path / "i", forest(20))
    for _ in range(2):
        update(tmp_path / "i", map(prepared, forest(5, first=18)), ["p0000"], generation=2)
    assert TantivyEngine.open(tmp_path / "i").size == 22


def test_a_term_of_removed_passages_alone_is_unknown(tmp_path: Path) -> None:
    made(tmp_path / "i", [Document("a", ("ash",)), Document("b", ("oak",))])
    update(tmp_path / "i", [], ["a"], generation=2)
    engine = TantivyEngine.open(tmp_path / "i")
    assert engine.frequency(Field.STEM, "ash") == 0
    assert found(engine, [Term(Field.STEM, "ash")]) == []
    assert engine.frequency(Field.STEM, "oak") == 1


def test_many_small_updates_do_not_pile_up(tmp_path: Path) -> None:
    """Segments are merged as commits go by, or each question would look into hundreds."""
    made(tmp_path / "i", forest(10))
    for i in range(40):
        update(tmp_path / "i", map(prepared, forest(1, first=100 + i)), [], generation=i)
    segments = {f.stem for f in (tmp_path / "i" / TERMS).glob("*.idx")}
    assert len(segments) < 20
    assert TantivyEngine.open(tmp_path / "i").size == 50


@pytest.mark.parametrize("left", [0.0, 0.5, 1.0], ids=["before", "among", "after"])
def test_a_crash_while_committing_leaves_one_generation_or_the_other(
    tmp_path: Path, left: float
) -> None:
    """A process is killed at some moment of an update; what is there opens and can go on."""
    path = tmp_path / "i"
    made(path, forest(50))
    code = (
        f"import sys; sys.path[:0] = {[str(TESTS.parent), str(TESTS)]!r}; from pathlib import Path\n"
        "from test_tantivy import *; print('go', flush=True)\n"
        f"update(Path({str(path)!r}), map(prepared, forest(400, first=50)), ['p0000'], generation=2)"
    )
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.readline()
    try:
        child.wait(timeout=0.15 * left)
    except subprocess.TimeoutExpired:
        child.kill()
    child.wait()
    child.stdout.close()
    engine = TantivyEngine.open(path)
    assert (engine.generation, engine.size) in [(1, 50), (2, 449)]
    update(path, map(prepared, forest(400, first=50)), ["p0000"], generation=2)
    assert TantivyEngine.open(path).size == 449


def test_a_commit_that_was_killed_before_its_last_step_can_be_made_again(tmp_path: Path) -> None:
    """The files of the commit are there, under the names that the next one chooses."""
    made(tmp_path / "i", forest(50))
    shutil.copytree(tmp_path / "i", tmp_path / "before")
    for _ in range(2):
        for kept in (tmp_path / "before" / TERMS).iterdir():  # some may have been merged away
            there = tmp_path / "i" / TERMS / kept.name
            if kept.name == "meta.json" or not there.exists():
                shutil.copy(kept, there)
        assert TantivyEngine.open(tmp_path / "i").generation == 1
        update(tmp_path / "i", map(prepared, forest(5, first=50)), ["p0000"], generation=2)
    assert TantivyEngine.open(tmp_path / "i").size == 54


def test_a_build_that_was_broken_off_does_not_touch_the_index(tmp_path: Path) -> None:
    class Broken(Exception):
        pass

    def some() -> object:
        yield prepared(forest(1)[0])
        raise Broken

    made(tmp_path / "i", forest(5))
    with pytest.raises(Broken):
        build(tmp_path / "i", some(), generation=2)  # type: ignore[arg-type]
    assert TantivyEngine.open(tmp_path / "i").generation == 1
    assert made(tmp_path / "i", forest(7)).size == 7


def _truncated(path: Path, pattern: str) -> None:
    for file in path.glob(pattern):
        os.truncate(file, file.stat().st_size // 2)


SPOILT: dict[str, Callable[[Path], object]] = {
    "gone": shutil.rmtree,
    "no-meta": lambda path: (path / TERMS / "meta.json").unlink(),
    "no-postings": lambda path: next((path / TERMS).glob("*.idx")).unlink(),
    "half-postings": lambda path: _truncated(path / TERMS, "*.idx"),
    "half-terms": lambda path: _truncated(path / TERMS, "*.term"),
    "half-counts": lambda path: _truncated(path, COUNTS),
    "no-counts": lambda path: (path / COUNTS).unlink(),
    "other-counts": lambda path: (path / COUNTS).write_bytes(b"something else" * 9),
    "empty-counts": lambda path: (path / COUNTS).write_bytes(b""),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_spoilt_index_is_our_error(tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    made(tmp_path / "i", forest(50))
    spoil(tmp_path / "i")
    with pytest.raises(IndexUnusable, match="Build it anew"):
        found(TantivyEngine.open(tmp_path / "i"), [Term(Field.STEM, "ash")], 50)


def test_an_index_of_another_format_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path / "i", forest(2))
    monkeypatch.setattr(adapter, "FORMAT", "1/another analyzer")
    with pytest.raises(IndexUnusable, match="format"):
        TantivyEngine.open(tmp_path / "i")


def test_threads_ask_side_by_side(tmp_path: Path) -> None:
    engine = made(tmp_path / "i", forest(400))
    random = Random(5)
    questions = [asked(random) for _ in range(40)]
    alone = [engine.search(terms, limit=10) for terms in questions]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda terms: engine.search(terms, limit=10), questions * 5))
    assert together == alone * 5
