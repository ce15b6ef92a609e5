"""Library, analyzer and engine together: terms in, passages out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from index.analysis import PARTICLES, Analyzer
from index.engine import Engine, EngineError, Field, Hit, Term
from index.library import Library
from index.passages import Passage

MOST_REACH = 5_000
"""Hits that are looked through for those that a filter lets pass: the best ones."""


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with its passage."""

    passage: Passage
    score: float


class Searcher:
    """Finds the passages of one library snapshot that hold given terms."""

    def __init__(self, library: Library, analyzer: Analyzer, engine: Engine) -> None:
        self.library = library
        self.analyzer = analyzer
        self._engine = engine
        self._frequency = lru_cache(maxsize=65_536)(engine.frequency)

    def search(
        self,
        terms: Sequence[Term],
        *,
        limit: int,
        least: float = 0.0,
        rising: float = 0.0,
        keep: Callable[[Passage], bool] | None = None,
    ) -> list[Found]:
        """At most `limit` passages that hold a term and that `keep` lets pass, best first.

        `least` is the share of the first one's score that a passage must have, and `rising` what
        is added to it with each place: what is below is not fetched.
        """
        if keep is None:
            return self._found(_worthy(self._engine.search(terms, limit=limit), least, rising))
        reach = limit
        while True:
            hits = self._engine.search(terms, limit=reach)
            kept = [f for f in self._found(hits) if keep(f.passage)]
            if len(kept) >= limit or len(hits) < reach or reach >= MOST_REACH:
                return _worthy(kept[:limit], least, rising)
            reach = min(10 * reach, MOST_REACH)

    def _found(self, hits: Sequence[Hit]) -> list[Found]:
        passages = self._passages([hit.passage_id for hit in hits])
        return [Found(p, hit.score) for p, hit in zip(passages, hits, strict=True)]

    def _passages(self, ids: list[str]) -> list[Passage]:
        try:
            return self.library.passages_of_ids(ids)
        except KeyError as error:
            raise EngineError(f"the engine found {error}, which is in no article") from error

    def holding(self, groups: Sequence[Sequence[str]], *, limit: int) -> list[Passage]:
        """At most `limit` passages that hold a stem of every group."""
        return self._passages(self._engine.holding(groups, limit=limit))

    def frequency(self, stem: str) -> int:
        """How many passages hold the stem, in their words or their context; of a particle, which is
        not indexed, as many as there are."""
        if stem in PARTICLES:
            return self.library.passage_count
        return self._frequency(Field.STEM, stem)

    def holds_word(self, word: str) -> bool:
        """Whether a passage or its context holds the word as it is."""
        return self._engine.frequency(Field.WORD, word) > 0

    def are_neighbours(self, first: str, second: str) -> bool:
        """Whether a passage or its context holds two stems side by side, in this order."""
        return self._engine.frequency(Field.BIGRAM, f"{first} {second}") > 0

    def words_starting(self, prefix: str, *, limit: int) -> list[str]:
        """At most `limit` words of the passages and their context, the most frequent first."""
        return self._engine.starting(Field.WORD, prefix, limit=limit)


Scored = TypeVar("Scored", Hit, Found)


def _worthy(found: list[Scored], least: float, rising: float) -> list[Scored]:
    """Those whose score is at least this share of the best one's, more with each place."""
    return [f for i, f in enumerate(found) if f.score >= (least + rising * i) * found[0].score]
