"""The seam between our terms and whatever ranks passages for them."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Field(StrEnum):
    """The three forms in which a passage's words are indexed, each scored for itself."""

    STEM = "stem"
    WORD = "word"
    BIGRAM = "bigram"


@dataclass(frozen=True, slots=True)
class Term:
    """What is looked for in one field; `weight` scales its part of the score."""

    field: Field
    text: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Document:
    """A passage as an engine is given it: its terms, with repetitions, a tuple a field."""

    passage_id: str
    stems: tuple[str, ...]
    words: tuple[str, ...] = ()
    bigrams: tuple[str, ...] = ()

    def terms(self, field: Field) -> tuple[str, ...]:
        """The terms of one field."""
        match field:
            case Field.STEM:
                return self.stems
            case Field.WORD:
                return self.words
            case Field.BIGRAM:
                return self.bigrams


@dataclass(frozen=True, slots=True)
class Scoring:
    """How terms are weighed: BM25's `k1` and `b`, and what each field's score counts.

    The defaults were measured on public question sets (docs/quality.md): passages are short, so
    that term frequency and length mean less than in whole documents.
    """

    k1: float = 0.6
    b: float = 0.5
    stems: float = 1.0
    words: float = 0.45
    bigrams: float = 0.3

    def weight(self, field: Field) -> float:
        """What the score of `field` counts in the sum."""
        match field:
            case Field.STEM:
                return self.stems
            case Field.WORD:
                return self.words
            case Field.BIGRAM:
                return self.bigrams


def lucene_idf(n: int, N: int) -> float:
    """Weight of a term held by `n` of `N` passages; above zero for every n <= N.

    Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), with the 1 that Lucene
    adds inside the logarithm.
    """
    return math.log(1 + (N - n + 0.5) / (n + 0.5))


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with its score, as an engine returned it."""

    passage_id: str
    score: float


SWITCH_OVER = 1_000
"""Passages from which on tantivy is chosen. A search alone is quicker with rank-bm25 up to tens
of thousands, but that is made anew at every start: here, for as long as 1,500 answers take
(docs/performance.md)."""


class EngineName(StrEnum):
    """The engines by the names that people set; `auto` is whichever suits the library's size."""

    AUTO = "auto"
    RANK_BM25 = "rank-bm25"
    TANTIVY = "tantivy"


class Engine(Protocol):
    """An immutable, searchable snapshot of passages' terms."""

    @property
    def size(self) -> int:
        """How many passages it holds."""
        ...

    def search(self, terms: Sequence[Term], *, limit: int) -> list[Hit]:
        """At most `limit` passages that hold a term, best first, ties by id."""
        ...

    def holding(self, groups: Sequence[Sequence[str]], *, limit: int) -> list[str]:
        """The ids of at most `limit` passages that hold a stem of every group, in order."""
        ...

    def frequency(self, field: Field, text: str) -> int:
        """How many passages hold the term `text` in `field`."""
        ...

    def vocabulary(self, field: Field) -> Iterable[str]:
        """The terms of `field`, each once, in no order."""
        ...

    def starting(self, field: Field, prefix: str, *, limit: int) -> list[str]:
        """At most `limit` terms of `field` that begin with `prefix`, the most frequent first."""
        ...


class EngineError(Exception):
    """An engine could not be built or searched."""


class EngineUnavailable(EngineError):
    """The chosen engine's package is not installed, or it is no engine we know."""

    def __init__(self, engine: str, reason: str, remedy: str) -> None:
        self.engine = engine
        super().__init__(f"engine {engine!r} cannot be used: {reason}. {remedy}")
