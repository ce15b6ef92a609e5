"""From a question to an answer or a refusal: the one way through the whole search."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from index.analysis import Analyzer
from index.engine import Scoring
from index.engines.rank_bm25 import RankBm25
from index.library import Library
from index.passages import Passage
from index.searcher import Searcher, document_of
from qa.agreement import compared
from qa.answers import Answer, NoAnswer, Note, NoteCode, Outcome, Question, Reason, ReasonCode
from qa.citing import cited
from qa.confidence import evidence, refusal
from qa.filters import Filters, described, filtered, passes
from qa.questions import Asked
from qa.ranking import SECOND_LOOK, Candidate, candidates, terms_of, weighing
from qa.selection import select
from qa.understanding import Interpreter, Understood
from qa.views import PassageViews
from qa.weights import RANKING

FURTHER = 7
"""Quotes kept beyond those shown, for a person who asks for more."""


@dataclass(frozen=True, slots=True)
class AnswerOptions:
    """What a person may set: quotes shown at first, and how terms are weighed."""

    quotes: int = 3
    scoring: Scoring = Scoring()


class Answerer:
    """Answers questions from one library snapshot; may be shared between threads."""

    def __init__(self, library: Library, *, options: AnswerOptions | None = None) -> None:
        self.library = library
        self._options = options or AnswerOptions()
        self._analyzer = Analyzer()
        documents = (document_of(passage, self._analyzer) for passage in library.passages)
        engine = RankBm25(documents, scoring=self._options.scoring)
        self._searcher = Searcher(library, self._analyzer, engine)
        self._interpreter = Interpreter(self._searcher, self._analyzer)
        self._views = PassageViews(self._analyzer)

    def answer(self, question: Question) -> Outcome:
        """Quotes that answer `question`, or why there are none."""
        if not self.library.passages:
            return NoAnswer(question, _NOTHING_TO_SEARCH)
        narrowed = filtered(question)
        if isinstance(narrowed, Reason):
            return NoAnswer(question, narrowed)
        plain, filters = narrowed
        understood = self._interpreter.understand(plain)
        if isinstance(understood, Reason):
            return NoAnswer(question, understood)
        return self._searched(question, understood, filters)

    def _searched(self, question: Question, understood: Understood, filters: Filters) -> Outcome:
        asked = understood.asked
        ranked = self._ranked(asked, self._keeping(filters), self._thread(understood.before))
        found = evidence(asked, ranked, understood.unknown, articles=len(self.library.articles))
        comparison = compared(asked, ranked)
        limit = self._options.quotes + FURTHER
        selected = select(asked, ranked, self._around, limit=limit, comparison=comparison)
        quotes = cited(selected, self.library)
        shown, more = quotes[: self._options.quotes], quotes[self._options.quotes :]
        notes = (*understood.notes, *_filter_notes(filters))
        if reason := refusal(found):
            return NoAnswer(question, reason, shown, notes, found.confidence)
        differ = bool(comparison.different)
        return Answer(question, shown, more, notes, differ, found.confidence)

    def _ranked(
        self,
        asked: Asked,
        keep: Callable[[Passage], bool] | None = None,
        thread: frozenset[str] = frozenset(),
    ) -> list[Candidate]:
        found = self._searcher.search(terms_of(asked), limit=SECOND_LOOK, keep=keep)
        weights = weighing(asked, self._searcher.frequency, len(self.library.passages), thread)
        return candidates(weights, found, self._views.view, RANKING)

    def _keeping(self, filters: Filters) -> Callable[[Passage], bool] | None:
        if not filters:
            return None
        article = self.library.article
        return lambda p: passes(filters, p, article(p.article_id), self._analyzer)

    def _thread(self, before: Asked | None) -> frozenset[str]:
        """The passage that answers the question before, with its neighbours."""
        ranked = self._ranked(before) if before else []
        around = self._around(ranked[0].view.passage.id, 1) if ranked else ()
        return frozenset(passage.id for passage in around)

    def _around(self, passage_id: str, reach: int) -> tuple[Passage, ...]:
        return self.library.around(passage_id, reach=reach)

    def vocabulary(self, prefix: str, limit: int = 20) -> list[str]:
        """At most `limit` words of the articles that begin with `prefix`, in order."""
        words = self._searcher.words
        start = bisect_left(words, prefix.casefold())
        return [w for w in words[start : start + limit] if w.startswith(prefix.casefold())]


_NOTHING_TO_SEARCH = Reason(
    ReasonCode.NO_ARTICLES,
    "There are no articles to search. Put .txt or .md files into the articles folder.",
)


def _filter_notes(filters: Filters) -> tuple[Note, ...]:
    return (Note(NoteCode.FILTER, f"only passages: {described(filters)}"),) if filters else ()
