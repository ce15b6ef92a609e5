"""Library, analyzer and engine together: terms in, passages out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from index.analysis import STOP_WORDS, Analyzer, Token
from index.engine import Document, Engine, EngineError, Field, Hit, Term
from index.library import Library
from index.passages import Passage

CONTEXT_REPEATS = 2
"""How often the words of title, headings, lead-in and table header are indexed with a passage."""


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

    def search(
        self,
        terms: Sequence[Term],
        *,
        limit: int,
        least: float = 0.0,
        keep: Callable[[Passage], bool] | None = None,
    ) -> list[Found]:
        """At most `limit` passages that hold a term and that `keep` lets pass, best first.

        `least` is the share of the first one's score that a passage must have: what is below is
        not fetched.
        """
        if keep is None:
            return self._found(_worthy(self._engine.search(terms, limit=limit), least))
        reach = limit
        while True:
            hits = self._engine.search(terms, limit=reach)
            kept = [f for f in self._found(hits) if keep(f.passage)]
            if len(kept) >= limit or len(hits) < reach or reach >= MOST_REACH:
                return _worthy(kept[:limit], least)
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
        """How many passages hold the stem, in their words or their context."""
        return self._engine.frequency(Field.STEM, stem)

    def holds_word(self, word: str) -> bool:
        """Whether a passage or its context holds the word as it is."""
        return self._engine.frequency(Field.WORD, word) > 0

    def words_starting(self, prefix: str, *, limit: int) -> list[str]:
        """At most `limit` words of the passages and their context, the most frequent first."""
        return self._engine.starting(Field.WORD, prefix, limit=limit)


Scored = TypeVar("Scored", Hit, Found)


def _worthy(found: list[Scored], least: float) -> list[Scored]:
    """The first ones: those whose score is at least this share of the best one's."""
    return [f for f in found if f.score >= least * found[0].score]


def document_of(passage: Passage, analyzer: Analyzer) -> Document:
    """A passage's terms, those of its context repeated."""
    body = list(analyzer.content(passage.text))
    around = [list(analyzer.content(text)) for text in context_texts(passage)]
    context = [token for tokens in around for token in tokens]
    return Document(
        passage.id,
        stems=tuple(t.stem for t in body) + tuple(t.stem for t in context) * CONTEXT_REPEATS,
        words=tuple(t.word for t in body) + tuple(t.word for t in context) * CONTEXT_REPEATS,
        bigrams=tuple(b for tokens in (body, *around) for b in bigrams(tokens)),
    )


def context_texts(passage: Passage) -> tuple[str, ...]:
    """The texts that are indexed with a passage: title, headings, lead-in, table header."""
    context = passage.context
    known = (context.title, *context.headings, context.lead_in, context.header)
    return tuple(text for text in known if text)


def bigrams(tokens: Iterable[Token]) -> list[str]:
    """Pairs of neighbouring stems; stop words between them do not count."""
    content = [token.stem for token in tokens if token.word not in STOP_WORDS]
    return [f"{first} {second}" for first, second in pairwise(content)]
