"""The rank-bm25 adapter: its scores are the package's own, and the package's faults are cured."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from index.engine import Document, Field, Scoring, Term, lucene_idf
from index.engines.rank_bm25 import LuceneIdfOkapi, RankBm25
from tests.oracle import bm25

WORDS = st.lists(st.sampled_from("uvwxyz"), max_size=12).map(tuple)
TEXTS = st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=8)


def documents(texts: list[tuple[tuple[str, ...], ...]]) -> list[Document]:
    return [Document(f"p{i}", *fields) for i, fields in enumerate(texts)]


def scores(engine: RankBm25, terms: list[Term]) -> dict[str, float]:
    return {hit.passage_id: hit.score for hit in engine.search(terms, limit=engine.size)}


@settings(deadline=None)
@given(TEXTS, st.sampled_from(Field), st.lists(st.sampled_from("uvwxyzq"), max_size=5))
def test_each_field_scores_as_the_package_and_the_oracle_do(
    texts: list[tuple[tuple[str, ...], ...]], field: Field, words: list[str]
) -> None:
    """The package scores all passages; zero there is no hit here."""
    passages, scoring = documents(texts), Scoring(k1=1.2, b=0.75)
    terms = [Term(field, word) for word in words]
    ours = scores(RankBm25(passages, scoring=scoring), terms)
    assert ours == pytest.approx(bm25(passages, terms, scoring), abs=1e-9)
    assert ours == pytest.approx(package_scores(passages, field, words, scoring), abs=1e-9)


def package_scores(
    passages: list[Document], field: Field, words: list[str], scoring: Scoring
) -> dict[str, float]:
    texts = [passage.terms(field) for passage in passages]
    if not any(texts):
        return {}  # the package divides by their mean length, zero
    theirs = LuceneIdfOkapi(texts, k1=scoring.k1, b=scoring.b).get_scores(words)
    weighted = {
        p.passage_id: scoring.weight(field) * float(s)
        for p, s in zip(passages, theirs, strict=True)
    }
    return {name: score for name, score in weighted.items() if score > 0}


def stem_documents(*texts: str) -> list[Document]:
    return [Document(f"p{i}", tuple(text.split())) for i, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "holders"),
    [
        pytest.param(["x y", "y"], ["p0"], id="half, two passages"),
        pytest.param(["x y", "x z", "z", "y"], ["p0", "p1"], id="half, four passages"),
        pytest.param(["x y", "x z", "x"], ["p0", "p1", "p2"], id="all"),
    ],
)
def test_a_frequent_term_that_the_package_weighs_nothing_still_finds(
    texts: list[str], holders: list[str]
) -> None:
    """The fault is shown beside its cure: the day the package is mended, this tells."""
    as_it_comes = BM25Okapi([text.split() for text in texts]).get_scores(["x"])
    assert all(score <= 0 for score in as_it_comes)
    assert sorted(scores(RankBm25(stem_documents(*texts)), [Term(Field.STEM, "x")])) == holders


def test_no_passages_are_no_error() -> None:
    with pytest.raises(ZeroDivisionError):
        BM25Okapi([])
    engine = RankBm25([])
    assert engine.size == 0
    assert engine.search([Term(Field.STEM, "x")], limit=5) == []
    assert list(engine.vocabulary(Field.STEM)) == []


def test_a_term_counts_more_in_a_passage_that_holds_it_more_often_and_in_a_shorter_one() -> None:
    found = scores(RankBm25(stem_documents("x x y", "x y y", "x", "y")), [Term(Field.STEM, "x")])
    assert found["p2"] > found["p1"]
    assert found["p0"] > found["p1"]


@settings(deadline=None)
@given(st.integers(1, 10_000), st.integers(0, 10_000))
def test_every_term_weighs_something_and_a_rarer_one_more(n: int, beyond: int) -> None:
    N = n + beyond
    assert lucene_idf(n, N) > 0
    assert lucene_idf(n, N) < lucene_idf(n - 1, N)


def test_idf_worked_out_by_hand() -> None:
    assert lucene_idf(1, 5) == pytest.approx(1.3862943611)  # ln 4


def test_a_field_that_counts_nothing_ranks_nothing() -> None:
    engine = RankBm25([Document("p0", ("x",), words=("y",))], scoring=Scoring(words=0))
    assert engine.search([Term(Field.WORD, "y")], limit=1) == []


def test_it_depends_on_no_order_of_the_documents() -> None:
    texts = stem_documents("x y", "y z x", "z", "x x")
    terms = [Term(Field.STEM, "x"), Term(Field.STEM, "z")]
    assert RankBm25(texts).search(terms, limit=4) == RankBm25(texts[::-1]).search(terms, limit=4)
