"""Library, analyzer and engine together: what is indexed of a passage, and what is found."""

import pytest

from index.analysis import Analyzer
from index.articles import BlockKind
from index.documents import CONTEXT_REPEATS, bigrams, document_of
from index.engine import Field, Term
from index.engines.rank_bm25 import RankBm25
from index.library import Library
from index.passages import Passage
from index.searcher import Searcher
from tests.outcomes import article_of, shield

ANALYZER = Analyzer()


def searcher(*texts: str) -> Searcher:
    return searching(Library.of([article_of("\n".join(texts))]))


def searching(library: Library) -> Searcher:
    documents = (document_of(passage, ANALYZER) for passage in library.passages)
    return Searcher(library, ANALYZER, RankBm25(documents))


def texts(found: Searcher, *stems: str, limit: int = 10) -> list[str]:
    terms = [Term(Field.STEM, stem) for stem in stems]
    return [hit.passage.text for hit in found.search(terms, limit=limit)]


RIVER = searcher("Rivers rise.", "The river falls.", "Rivers, rivers and more rivers.", "Hills.")


def test_passages_are_found_by_the_stems_of_their_words_best_first() -> None:
    assert texts(RIVER, "river") == [
        "Rivers, rivers and more rivers.",
        *sorted(["Rivers rise.", "The river falls."], key=id_of),
    ]


def id_of(text: str) -> str:
    return next(p.id for p in RIVER.library.passages if p.text == text)


@pytest.mark.parametrize("limit", [0, 1, 2, 3, 100])
def test_at_most_as_many_as_asked_for(limit: int) -> None:
    assert len(texts(RIVER, "river", limit=limit)) == min(limit, 3)


@pytest.mark.parametrize("stems", [[], ["mountain"], ["the"]], ids=["none", "unknown", "stop word"])
def test_nothing_is_found_without_a_word_of_the_passages(stems: list[str]) -> None:
    assert texts(RIVER, *stems) == []


@pytest.mark.parametrize(("kept", "limit"), [(1, 1), (1, 5), (3, 2), (3, 3), (0, 2)])
def test_passages_beyond_the_first_are_looked_at_when_some_are_not_wanted(
    kept: int, limit: int
) -> None:
    """The wanted ones stand last among forty equal ones."""
    found = searcher(*["The river rises."] * 40)
    terms = [Term(Field.STEM, "river")]
    all_hits = [hit.passage for hit in found.search(terms, limit=40)]
    wanted = all_hits[len(all_hits) - kept :]
    hits = found.search(terms, limit=limit, keep=lambda passage: passage in wanted)
    assert [hit.passage for hit in hits] == wanted[:limit]


def test_words_are_those_of_passages_and_context() -> None:
    library = Library.of([article_of("Rivers rise.\nThe end.", title="A Report")])
    assert sorted(searching(library).words_starting("", limit=9)) == [
        "end",
        "report",
        "rise",
        "rivers",
    ]
    assert searching(library).holds_word("report")
    assert not searching(library).holds_word("reports")


def test_the_frequency_of_a_stem_counts_the_context() -> None:
    found = searching(Library.of([article_of("Rivers rise.\nHills.", title="The River")]))
    assert [found.frequency(stem) for stem in ("river", "hill", "sea")] == [2, 1, 0]


def shield_passage(words: str) -> Passage:
    return next(p for p in Library.of([shield()]).passages if words in p.text)


def test_the_context_is_indexed_with_a_passage() -> None:
    document = document_of(shield_passage("self-preservation"), ANALYZER)
    for word in ("dragon", "wants", "governments"):  # title, heading, lead-in
        assert document.words.count(word) == CONTEXT_REPEATS
    assert document.words.count("bhutan") == 1


def test_a_table_row_is_indexed_with_its_header() -> None:
    row = shield_passage("1998")
    assert row.kind is BlockKind.TABLE_ROW
    assert "period" in document_of(row, ANALYZER).words


def test_stop_words_are_not_indexed() -> None:
    (passage,) = Library.of([article_of("The river is what it is.", name="1.md")]).passages
    document = document_of(passage, ANALYZER)
    assert document.words == ("river",)
    assert document.bigrams == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("river", []),
        ("The river of life rises", ["river life", "life rise"]),
    ],
    ids=["empty", "one word", "over a stop word"],
)
def test_bigrams_are_pairs_of_neighbouring_content_words(text: str, expected: list[str]) -> None:
    assert bigrams(ANALYZER.content(text)) == expected


def test_no_bigram_joins_a_passage_to_its_context() -> None:
    (passage,) = Library.of([article_of("Rivers rise.", title="Old Hills")]).passages
    assert document_of(passage, ANALYZER).bigrams == ("river rise", "old hill")


def test_passages_far_below_the_first_are_left_out_when_asked() -> None:
    terms = [Term(Field.STEM, "river"), Term(Field.STEM, "rise")]
    every = RIVER.search(terms, limit=10)
    shares = [hit.score / every[0].score for hit in every]
    for least in (0.0, 0.3, shares[1], 1.0):
        worthy = [hit for hit, share in zip(every, shares, strict=True) if share >= least]
        assert RIVER.search(terms, limit=10, least=least) == worthy
    assert RIVER.search([], limit=10, least=0.3) == []
    rising = [hit for i, (hit, share) in enumerate(zip(every, shares, strict=True)) if share >= i]
    assert RIVER.search(terms, limit=10, rising=1.0) == rising


def test_the_share_is_of_the_first_that_is_let_pass() -> None:
    terms = [Term(Field.STEM, "river"), Term(Field.STEM, "rise")]
    best, *others = RIVER.search(terms, limit=10)
    found = RIVER.search(terms, limit=10, least=1.0, keep=lambda p: p != best.passage)
    assert found == [hit for hit in others if hit.score == others[0].score]
