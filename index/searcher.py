"""Library, analyzer and engine together: terms in, passages out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.analysis import Analyzer, Word
from index.engine import Document, Engine, EngineError, Field, Term
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
        self, terms: Sequence[Term], *, limit: int, keep: Callable[[Passage], bool] | None = None
    ) -> list[Found]:
        """At most `limit` passages that hold a term and that `keep` lets pass, best first."""
        reach = limit
        while True:
            hits = self._engine.search(terms, limit=reach)
            passages = self._passages([hit.passage_id for hit in hits])
            found = [Found(p, hit.score) for p, hit in zip(passages, hits, strict=True)]
            kept = [f for f in found if keep is None or keep(f.passage)]
            if len(kept) >= limit or len(hits) < reach or reach >= MOST_REACH:
                return kept[:limit]
            reach = min(10 * reach, MOST_REACH)

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


def document_of(passage: Passage, analyzer: Analyzer) -> Document:
    """A passage's terms, those of its context repeated."""
    body = analyzer.content(passage.text)
    around = [analyzer.content(text) for text in context_texts(passage)]
    everything = body + [word for words in around for word in words] * CONTEXT_REPEATS
    return Document(
        passage.id,
        stems=tuple(stem for _, stem in everything),
        words=tuple(word for word, _ in everything),
        bigrams=tuple(pair for words in (body, *around) for pair in bigrams(words)),
    )


def context_texts(passage: Passage) -> tuple[str, ...]:
    """The texts that are indexed with a passage: title, headings, lead-in, table header."""
    context = passage.context
    known = (context.title, *context.headings, context.lead_in, context.header)
    return tuple(text for text in known if text)


def bigrams(content: Iterable[Word]) -> list[str]:
    """Pairs of neighbouring stems of content words: the stop words between them do not count."""
    return [f"{first} {second}" for first, second in pairwise(stem for _, stem in content)]
