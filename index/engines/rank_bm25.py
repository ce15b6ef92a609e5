"""rank-bm25 behind the engine seam, with the faults cured that make it unfit as it comes.

- Its idf is zero for a term in half of the passages, negative beyond, and patched by a floor that
  makes frequent words heavy: Lucene's idf, always above zero, stands in its place.
- It scores every passage for every term in Python: its own counts are turned into postings, so
  that a question touches only the passages that hold a term. Scores agree with its own
  `get_scores` (tests/test_rank_bm25.py).
- It divides by zero without passages and returns passages that hold no term: neither happens here.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from itertools import islice, takewhile

import numpy as np
import numpy.typing as npt
from rank_bm25 import BM25Okapi

from index.engine import Document, Field, Hit, Scoring, Term, lucene_idf

Floats = npt.NDArray[np.float64]
Ordinals = npt.NDArray[np.int64]


class RankBm25:
    """Passages' terms, scored by BM25 in each field and summed."""

    def __init__(self, documents: Iterable[Document], *, scoring: Scoring | None = None) -> None:
        self._scoring = scoring = scoring or Scoring()
        ordered = sorted(documents, key=lambda document: document.passage_id)
        self._ids = [document.passage_id for document in ordered]
        self._fields = {
            field: _FieldScores([d.terms(field) for d in ordered], scoring, scoring.weight(field))
            for field in Field
        }
        self._sorted: dict[Field, list[str]] = {}

    @property
    def size(self) -> int:
        """How many passages it holds."""
        return len(self._ids)

    def search(self, terms: Sequence[Term], *, limit: int) -> list[Hit]:
        """At most `limit` passages that hold a term, best first, ties by id."""
        scores = np.zeros(len(self._ids))
        counted = [t for t in terms if t.weight * self._scoring.weight(t.field) > 0]
        found = [self._fields[term.field].add(term, scores) for term in counted]
        touched = np.unique(np.concatenate(found)) if found else np.zeros(0, dtype=np.int64)
        # Passages are in the order of their ids, and a stable sort keeps it among equal scores.
        best = touched[np.argsort(-scores[touched], kind="stable")][: max(limit, 0)]
        return [Hit(self._ids[i], float(scores[i])) for i in best]

    def holding(self, groups: Sequence[Sequence[str]], *, limit: int) -> list[str]:
        """The ids of at most `limit` passages that hold a stem of every group, in order."""
        stems = self._fields[Field.STEM]
        held = [np.unique(np.concatenate([stems.holders(s) for s in group])) for group in groups]
        if not held:
            return []
        every = reduce(np.intersect1d, held)
        return [self._ids[i] for i in every[: max(limit, 0)]]

    def frequency(self, field: Field, text: str) -> int:
        """How many passages hold the term `text` in `field`."""
        return self._fields[field].frequency(text)

    def starting(self, field: Field, prefix: str, *, limit: int) -> list[str]:
        """At most `limit` terms of `field` that begin with `prefix`, the most frequent first."""
        terms, postings = self._ordered(field), self._fields[field].postings
        first = bisect_left(terms, prefix)
        found = list(takewhile(lambda term: term.startswith(prefix), islice(terms, first, None)))
        return sorted(found, key=lambda term: -len(postings[term][0]))[:limit]

    def _ordered(self, field: Field) -> list[str]:
        """The terms of `field` by the alphabet."""
        if field not in self._sorted:
            self._sorted[field] = sorted(self._fields[field].postings)
        return self._sorted[field]

    def vocabulary(self, field: Field) -> Iterable[str]:
        """The terms of `field`, each once, in no order."""
        return self._fields[field].postings.keys()


class LuceneIdfOkapi(BM25Okapi):  # type: ignore[misc]  # the package has no types
    """BM25Okapi with Lucene's idf."""

    def _calc_idf(self, nd: Mapping[str, int]) -> None:
        self.idf = {term: lucene_idf(n, self.corpus_size) for term, n in nd.items()}


class _FieldScores:
    """One field's postings: for each term, which passages hold it and what it adds to each."""

    def __init__(self, passages: Sequence[Sequence[str]], scoring: Scoring, weight: float) -> None:
        self.postings: dict[str, tuple[Ordinals, Floats]] = {}
        if any(passages):
            okapi = LuceneIdfOkapi(passages, k1=scoring.k1, b=scoring.b)
            self.postings = dict(_postings(okapi, weight))

    def add(self, term: Term, scores: Floats) -> Ordinals:
        """Adds what `term` is worth to `scores`, in place; returns the passages that hold it."""
        ordinals, values = self.postings.get(term.text, _NOTHING)
        scores[ordinals] += term.weight * values
        return ordinals

    def holders(self, text: str) -> Ordinals:
        """The passages that hold the term."""
        return self.postings.get(text, _NOTHING)[0]

    def frequency(self, text: str) -> int:
        """How many passages hold the term."""
        return len(self.holders(text))


_NOTHING: tuple[Ordinals, Floats] = (np.zeros(0, dtype=np.int64), np.zeros(0))


def _postings(
    okapi: LuceneIdfOkapi, weight: float
) -> Iterable[tuple[str, tuple[Ordinals, Floats]]]:
    """BM25's score of each term in each passage that holds it, from rank-bm25's own counts."""
    holders: dict[str, list[int]] = {}
    counts: dict[str, list[int]] = {}
    for ordinal, frequencies in enumerate(okapi.doc_freqs):
        for term, count in frequencies.items():
            holders.setdefault(term, []).append(ordinal)
            counts.setdefault(term, []).append(count)
    lengths = np.array(okapi.doc_len, dtype=np.float64)
    norms = okapi.k1 * (1 - okapi.b + okapi.b * lengths / okapi.avgdl)
    for term, ordinals_of_term in holders.items():
        ordinals = np.array(ordinals_of_term, dtype=np.int64)
        tf = np.array(counts[term], dtype=np.float64)
        gain = tf * (okapi.k1 + 1) / (tf + norms[ordinals])
        yield term, (ordinals, weight * okapi.idf[term] * gain)
