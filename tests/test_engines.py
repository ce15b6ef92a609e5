"""What every engine must do: one contract, each test run with each engine."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.engine import Document, Engine, Field, Hit, Scoring, Term
from index.engines.rank_bm25 import RankBm25
from tests.oracle import bm25, ranked

Make = Callable[[Sequence[Document], Scoring], Engine]

STEMS_ONLY = Scoring(k1=1.2, b=0.75, stems=1, words=0, bigrams=0)


def rank_bm25(documents: Sequence[Document], scoring: Scoring, folder: Path) -> Engine:
    return RankBm25(documents, scoring=scoring)


def tantivy(documents: Sequence[Document], scoring: Scoring, folder: Path) -> Engine:
    pytest.importorskip("tantivy")
    from index.engines.tantivy import TantivyEngine
    from index.engines.tantivy_files import build, prepared

    build(folder / "index", map(prepared, documents), generation=1)
    return TantivyEngine.open(folder / "index", scoring=scoring)


ENGINES = [pytest.param(rank_bm25, id="rank_bm25"), pytest.param(tantivy, id="tantivy")]


@pytest.fixture(params=ENGINES)
def make(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Builds the engine under test; one that needs a folder gets a new one each time."""

    def made(documents: Sequence[Document], scoring: Scoring) -> Engine:
        engine: Engine = request.param(documents, scoring, tmp_path_factory.mktemp("engine"))
        return engine

    return made


def documents(*texts: str) -> list[Document]:
    """A document for each text, named a, b, c, ..., its words in all three fields."""
    return [
        Document(chr(ord("a") + i), words, tuple(w.upper() for w in words), pairs(words))
        for i, words in enumerate(tuple(text.split()) for text in texts)
    ]


def pairs(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{one} {two}" for one, two in pairwise(words))


def stems(*texts: str) -> list[Term]:
    return [Term(Field.STEM, text) for text in texts]


def found(make: Make, texts: Sequence[str], terms: Sequence[Term], *, limit: int = 10) -> list[str]:
    """The ids of the hits; every hit has a score above zero, none scores more than one before."""
    hits = make(documents(*texts), Scoring()).search(terms, limit=limit)
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)
    return [hit.passage_id for hit in hits]


@pytest.mark.parametrize(
    ("texts", "term", "expected"),
    [
        pytest.param(["x y", "y z", "z", "y"], "x", ["a"], id="rare"),
        pytest.param(["x y", "x z z", "z", "y"], "x", ["a", "b"], id="in half"),
        pytest.param(["x", "x y", "x y z"], "x", ["a", "b", "c"], id="in all"),
        pytest.param(["x y", "x y", "y"], "y", ["c", "a", "b"], id="in all, shorter first"),
        pytest.param(["x", "y"], "x", ["a"], id="two passages"),
        pytest.param(["x"], "x", ["a"], id="one passage"),
        pytest.param(["x", "x"], "x", ["a", "b"], id="two equal passages"),
        pytest.param(["x x x y", "x y y y", "y"], "x", ["a", "b"], id="more often is better"),
        pytest.param(["y", "", "x"], "x", ["c"], id="a passage without terms"),
    ],
)
def test_passages_that_hold_a_term_are_found(
    make: Make, texts: list[str], term: str, expected: list[str]
) -> None:
    assert found(make, texts, stems(term)) == expected


@pytest.mark.parametrize(
    ("texts", "terms"),
    [
        pytest.param([], stems("x"), id="no passages"),
        pytest.param(["", ""], stems("x"), id="passages without terms"),
        pytest.param(["x y", "y"], [], id="no terms"),
        pytest.param(["x y", "y"], stems("q"), id="unknown term"),
        pytest.param(["x y", "y"], stems(""), id="empty term"),
        pytest.param(["x y", "y"], stems("X"), id="a term of another field"),
        pytest.param(
            ["x y", "y"], [Term(Field.STEM, "x", weight=0)], id="a term that counts nothing"
        ),
    ],
)
def test_nothing_is_found_where_nothing_matches(
    make: Make, texts: list[str], terms: list[Term]
) -> None:
    assert found(make, texts, terms) == []


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (-1, []),
        (0, []),
        (1, ["a"]),
        (2, ["a", "b"]),
        (3, ["a", "b", "c"]),
        (1_000, ["a", "b", "c"]),
    ],
)
def test_at_most_as_many_as_asked_for(make: Make, limit: int, expected: list[str]) -> None:
    assert found(make, ["x", "x", "x", "y"], stems("x"), limit=limit) == expected


def test_an_unknown_term_changes_nothing(make: Make) -> None:
    engine = make(documents("x y", "y z", "z"), Scoring())
    assert engine.search(stems("y", "q"), limit=5) == engine.search(stems("y"), limit=5)


def test_ties_stand_in_the_order_of_ids_however_they_were_given(make: Make) -> None:
    given_order = list(reversed(documents(*["x y"] * 12)))
    hits = make(given_order, Scoring()).search(stems("x"), limit=12)
    assert [hit.passage_id for hit in hits] == sorted(d.passage_id for d in given_order)


def test_the_same_call_gives_the_same_hits(make: Make) -> None:
    engine = make(documents("x y z", "y z", "z x", "x"), Scoring())
    first = engine.search(stems("x", "z"), limit=3)
    engine.search(stems("y"), limit=1)
    assert engine.search(stems("x", "z"), limit=3) == first


def test_each_field_is_searched_for_itself(make: Make) -> None:
    texts = ["x y", "y x"]
    assert found(make, texts, [Term(Field.WORD, "X")]) == ["a", "b"]
    assert found(make, texts, [Term(Field.BIGRAM, "x y")]) == ["a"]


def test_a_term_counts_as_much_as_it_weighs(make: Make) -> None:
    engine = make(documents("x", "y"), Scoring())
    (light,) = engine.search([Term(Field.STEM, "x", weight=0.5)], limit=1)
    (heavy,) = engine.search([Term(Field.STEM, "x", weight=2.0)], limit=1)
    assert heavy.score == pytest.approx(4 * light.score, abs=1e-8)


def test_a_term_asked_for_twice_counts_twice(make: Make) -> None:
    engine = make(documents("x", "y"), Scoring())
    (once,) = engine.search(stems("x"), limit=1)
    (twice,) = engine.search(stems("x", "x"), limit=1)
    assert twice.score == pytest.approx(2 * once.score, abs=1e-8)


def test_it_tells_its_size_and_how_many_passages_hold_a_term(make: Make) -> None:
    engine = make(documents("x x y", "y", ""), Scoring())
    assert engine.size == 3
    assert [engine.frequency(Field.STEM, text) for text in ("x", "y", "q")] == [1, 2, 0]
    assert engine.frequency(Field.WORD, "x") == 0
    assert engine.frequency(Field.BIGRAM, "x y") == 1


def test_terms_are_found_by_their_beginning_the_most_frequent_first(make: Make) -> None:
    engine = make(documents("xa xb", "xb y", "xbc y"), Scoring())
    assert engine.starting(Field.STEM, "x", limit=9) == ["xb", "xa", "xbc"]
    assert engine.starting(Field.STEM, "x", limit=1) == ["xb"]
    assert engine.starting(Field.STEM, "xbc", limit=9) == ["xbc"]
    assert engine.starting(Field.STEM, "q", limit=9) == []


@pytest.mark.parametrize(
    ("groups", "limit", "expected"),
    [
        pytest.param([["x"], ["y"]], 9, ["b", "d"], id="both"),
        pytest.param([["x", "z"]], 9, ["a", "b", "c", "d"], id="either"),
        pytest.param([["x"], ["nowhere"]], 9, [], id="one-unknown"),
        pytest.param([["x", "z"]], 2, None, id="no-more-than-asked-for"),
        pytest.param([], 9, [], id="nothing-asked"),
    ],
)
def test_passages_that_hold_a_stem_of_every_group(
    make: Make, groups: list[list[str]], limit: int, expected: list[str] | None
) -> None:
    engine = make(documents("x", "x y", "z", "y x"), Scoring())
    held = engine.holding(groups, limit=limit)
    assert held == expected if expected is not None else len(held) == limit


def test_its_vocabulary_has_each_term_once(make: Make) -> None:
    engine = make(documents("x x y", "y z"), Scoring())
    assert sorted(engine.vocabulary(Field.STEM)) == ["x", "y", "z"]
    assert sorted(engine.vocabulary(Field.WORD)) == ["X", "Y", "Z"]
    assert sorted(engine.vocabulary(Field.BIGRAM)) == ["x x", "x y", "y z"]


@pytest.mark.parametrize(
    "term", ["", "AND", "x:y", "(", '"', "*", "\\", "na\u00efve", "日本", "𐍈", "a.b", "'"]
)
def test_terms_are_no_queries(make: Make, term: str) -> None:
    texts = [Document("a", (term,) if term else ()), Document("b", ("other", "words"))]
    hits = make(texts, Scoring()).search([Term(Field.STEM, term)], limit=5)
    assert [hit.passage_id for hit in hits] == (["a"] if term else [])


# The oracle: first held to published scores, then every engine to the oracle.


@pytest.mark.parametrize(
    ("length", "published"),
    [
        # elastic.co/guide/en/elasticsearch/reference/7.1/search-explain.html
        pytest.param(3, 1.6943597, id="Elasticsearch 7.1"),
        # elastic.co/guide/en/elasticsearch/reference/5.1/search-explain.html
        pytest.param(4, 1.55077, id="Elasticsearch 5.1"),
    ],
)
def test_the_oracle_gives_published_scores(make: Make, length: int, published: float) -> None:
    """A word once among `length`, in one of five fields of 27 words: k1 1.2, b 0.75."""
    rest = 27 - length
    lengths = [rest - 3 * (rest // 4), *[rest // 4] * 3]
    texts = documents(
        " ".join(["x", *["y"] * (length - 1)]), *(" ".join(["y"] * n) for n in lengths)
    )
    assert bm25(texts, stems("x"), STEMS_ONLY)["a"] == pytest.approx(published, abs=5e-7)
    (hit,) = make(texts, STEMS_ONLY).search(stems("x"), limit=1)
    assert hit.score == pytest.approx(published, abs=5e-7)


def test_the_oracle_gives_a_score_worked_out_by_hand() -> None:
    """Two passages, both with the word: idf ln(1 + 0.5 / 2.5), no weight of length, tf 3 and 1."""
    scoring = Scoring(k1=1, b=0, stems=1, words=0, bigrams=0)
    scores = bm25(documents("x x x", "x"), stems("x"), scoring)
    assert scores == pytest.approx({"a": 0.18232155679395 * 1.5, "b": 0.18232155679395})


TEXTS = st.lists(st.lists(st.sampled_from("uvwxyz"), max_size=12).map(" ".join), max_size=8)
TERMS = st.lists(
    st.builds(
        Term,
        st.sampled_from(Field),
        st.sampled_from(["u", "x", "y", "q", "U", "X", "x y", "u v", "z z"]),
        st.sampled_from([0.25, 1.0, 2.0]),
    ),
    max_size=6,
)
SCORINGS = st.builds(
    Scoring,
    k1=st.sampled_from([0.0, 0.6, 1.2, 2.0]),
    b=st.sampled_from([0.0, 0.5, 1.0]),
    words=st.sampled_from([0.45, 1.0]),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=TEXTS, terms=TERMS, scoring=SCORINGS, limit=st.integers(1, 9))
def test_every_engine_agrees_with_the_oracle(
    make: Make, texts: list[str], terms: list[Term], scoring: Scoring, limit: int
) -> None:
    """Scores to 1e-8; the order where scores differ by more than that."""
    texts_as_given = documents(*texts)
    expected = bm25(texts_as_given, terms, scoring)
    hits = make(texts_as_given, scoring).search(terms, limit=limit)
    assert len(hits) == min(limit, len(expected))
    assert_same_scores(hits, expected)
    best = sorted(expected.values(), reverse=True)[:limit]
    assert [hit.score for hit in hits] == pytest.approx(best, abs=1e-8)


def assert_same_scores(hits: Sequence[Hit], expected: dict[str, float]) -> None:
    for hit in hits:
        assert hit.score == pytest.approx(expected[hit.passage_id], abs=1e-8)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=TEXTS, limit=st.integers(0, 9))
def test_the_order_of_one_term_is_that_of_the_oracle(
    make: Make, texts: list[str], limit: int
) -> None:
    texts_as_given = documents(*texts)
    hits = make(texts_as_given, Scoring()).search(stems("x"), limit=limit)
    assert [hit.passage_id for hit in hits] == ranked(
        bm25(texts_as_given, stems("x"), Scoring()), limit
    )
