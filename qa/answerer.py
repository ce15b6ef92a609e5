"""From a question to an answer or a refusal: the one way through the whole search."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from index.analysis import Analyzer
from index.choosing import engine_for
from index.engine import Engine, EngineError, EngineName, Scoring
from index.library import Library
from index.passages import Passage
from index.searcher import Searcher
from index.storage import LibraryDamaged
from qa.agreement import compared
from qa.answers import Answer, NoAnswer, Note, NoteCode, Outcome, Question, Reason, ReasonCode
from qa.authors import Authors
from qa.breadth import Breadth
from qa.citing import cited
from qa.confidence import Strictness, confidence, is_sure
from qa.counting import count_notes
from qa.filters import Filters, described, filtered, none_left, passes
from qa.listing import Neighbours
from qa.questions import Asked, refused_length
from qa.ranking import RISING, SECOND_LOOK, WORTH_A_LOOK, Candidate, candidates, terms_of
from qa.reasons import folder_named, nothing_shared, why_not
from qa.reference import REACH, capitalised, leans
from qa.selection import select, selected_for
from qa.signals import signals
from qa.subjects import Subjects
from qa.understanding import Interpreter, Understood
from qa.views import PassageViews
from qa.voices import Voices
from qa.weighing import Thread, Weighing, weighing
from qa.weights import RANKING, Signals

logger = logging.getLogger(__name__)

FURTHER = 7
"""Quotes kept beyond those shown, for a person who asks for more."""

WIDER = 2
"""Quotes more that are shown where a question is answered from several places."""


@dataclass(frozen=True, slots=True)
class AnswerOptions:
    """What a person may set: quotes shown at first, how sure the first one must be, and how
    terms are weighed."""

    quotes: int = 3
    strictness: Strictness = Strictness.NORMAL
    scoring: Scoring = Scoring()


@dataclass(frozen=True, slots=True)
class Looked:
    """What was seen of a question: how it was taken, the candidates, best first, and the stems of
    names that the best of them need not repeat."""

    understood: Understood
    notes: tuple[Note, ...]
    weighing: Weighing
    ranked: list[Candidate]
    around: Neighbours
    filters: Filters
    unsaid: frozenset[str] = frozenset()

    @property
    def signals(self) -> Signals:
        """What speaks for and against quoting the best candidate; there must be one."""
        best = selected_for(self.understood.asked, self.ranked[0], self.around)
        return signals(self.weighing, best, self.understood.unknown, self.ranked, self.unsaid)


class Answerer:
    """Answers questions from one library snapshot; may be shared between threads."""

    def __init__(
        self,
        library: Library,
        *,
        engine: Engine | None = None,
        options: AnswerOptions | None = None,
    ) -> None:
        """`engine` searches what `library` holds; without one, one is made in memory."""
        self.library = library
        self._options = options or AnswerOptions()
        self._analyzer = Analyzer()
        if engine is None:
            scoring = self._options.scoring
            engine = engine_for(library, EngineName.RANK_BM25, scoring=scoring)
        self._searcher = Searcher(library, self._analyzer, engine)
        self._authors = Authors(self._searcher, self._analyzer)
        self._subjects = Subjects(self._searcher)
        self._voices = Voices(self._searcher, self._analyzer, self._authors)
        self._interpreter = Interpreter(
            self._searcher, self._analyzer, self._sureness, is_author=self._authors.has
        )
        self._views = PassageViews(self._analyzer)

    def answer(self, question: Question) -> Outcome:
        """Quotes that answer `question`, or why there are none."""
        try:
            return self._answered(question)
        except (LibraryDamaged, EngineError) as error:
            logger.error("%s", error)
            return NoAnswer(question, _DAMAGED)

    def _answered(self, question: Question) -> Outcome:
        looked = self.look(question)
        if isinstance(looked, Reason):
            return NoAnswer(question, looked)
        if not looked.ranked:
            return NoAnswer(question, self._nothing_found(looked.filters), notes=looked.notes)
        return self._decided(question, looked)

    def _nothing_found(self, filters: Filters) -> Reason:
        if filters:
            return none_left(filters, self.library.articles, self._analyzer)
        return nothing_shared(self.library.article_count)

    def look(self, question: Question) -> Looked | Reason:
        """All that is known about a question before it is decided whether to answer."""
        if not self.library.passage_count:
            return _NOTHING_TO_SEARCH
        if too_long := refused_length(question.text):
            return too_long
        narrowed = filtered(question)
        if isinstance(narrowed, Reason):
            return narrowed
        plain, filters = narrowed
        understood = self._interpreter.understand(plain)
        if isinstance(understood, Reason):
            of_folder = understood.code is ReasonCode.OF_THE_FOLDER
            return folder_named(self.library) if of_folder else understood
        found = self._authors.attributed(understood)
        if isinstance(found, Reason):
            return found
        if found:
            author = (*filters.author, *found.author)
            understood, filters = found.understood, replace(filters, author=author)
        return self._looked(understood, filters)

    def _looked(self, understood: Understood, filters: Filters) -> Looked:
        keep = self._keeping(filters)
        weights, ranked = self._ranked(understood.asked, keep, understood.before)
        notes = (*understood.notes, *_filter_notes(filters))
        unsaid = self._unsaid(understood.asked, ranked[0]) if ranked else frozenset()
        return Looked(understood, notes, weights, ranked, self._around(keep), filters, unsaid)

    def _unsaid(self, asked: Asked, best: Candidate) -> frozenset[str]:
        """The stems of names that the best sentence need not repeat: of what the folder is about,
        of the author of its article, and those above that a pronoun in it may stand for."""
        passage = best.view.passage
        known = self._subjects.among(asked) | self._authors.of(passage.article_id)
        if not leans(best.sentence.text):
            return known
        nearby = self.library.around(passage.id, reach=REACH)
        above = takewhile(lambda other: other.id != passage.id, nearby)
        capitals = capitalised(list(map(self._views.view, above)))
        return known.union(w.stem for w in asked.wanted if w.name and w.is_in(capitals))

    def _sureness(self, understood: Understood) -> float:
        """How sure it is that the articles answer a question as it was taken, 0 to 1."""
        if not understood.asked.wanted:
            return 0.0
        looked = self._looked(understood, Filters())
        return confidence(looked.signals) if looked.ranked else 0.0

    def _decided(self, question: Question, looked: Looked) -> Outcome:
        asked = looked.understood.asked
        comparison = compared(looked.weighing, looked.ranked)
        selected = select(
            asked,
            looked.ranked,
            looked.around,
            limit=self._options.quotes + FURTHER,
            comparison=comparison,
        )
        quotes = cited(selected, self.library)
        most = self._options.quotes + (0 if asked.breadth is Breadth.ONE else WIDER)
        shown, more = quotes[:most], quotes[most:]
        found = looked.signals
        sure = confidence(found)
        if not is_sure(found, self._options.strictness):
            articles = self.library.article_count
            reason = why_not(found, looked.understood, selected[0], articles=articles)
            return NoAnswer(question, reason, quotes[: self._options.quotes], looked.notes, sure)
        notes = (*looked.notes, *self._counted(asked, looked.filters))
        return Answer(question, shown, more, notes, bool(comparison.different), sure)

    def _ranked(
        self,
        asked: Asked,
        keep: Callable[[Passage], bool] | None = None,
        before: Asked | None = None,
    ) -> tuple[Weighing, list[Candidate]]:
        asked, speaking = self._voices.heard(asked)
        terms = terms_of(asked)
        found = self._searcher.search(
            terms, limit=SECOND_LOOK, least=WORTH_A_LOOK, rising=RISING, keep=keep
        )
        size = self.library.passage_count
        frequency, thread = self._searcher.frequency, self._thread(before)
        weights = weighing(asked, frequency, size, thread, speaking)
        return weights, candidates(weights, found, self._views.view, RANKING)

    def _counted(self, asked: Asked, filters: Filters) -> tuple[Note, ...]:
        return () if filters else count_notes(asked, self._searcher)

    def _keeping(self, filters: Filters) -> Callable[[Passage], bool] | None:
        if not filters:
            return None
        article = self.library.article
        return lambda p: passes(filters, p, article(p.article_id), self._analyzer)

    def _thread(self, before: Asked | None) -> Thread | None:
        """Where the question before was answered."""
        if before is None:
            return None
        _, ranked = self._ranked(before)
        if not ranked:
            return None
        passage = ranked[0].view.passage
        views = [one.view for one in ranked if one.view.passage.article_id == passage.article_id]
        held = frozenset(
            w.stem for w in before.wanted if any(w.is_in(view.everywhere) for view in views)
        )
        return Thread(passage.article_id, passage.context.headings, held)

    def _around(self, keep: Callable[[Passage], bool] | None) -> Neighbours:
        """The passages around one, as far as those between are kept, too: a quotation that grows
        holds nothing that is filtered out."""

        def around(passage_id: str, reach: int) -> Sequence[Passage]:
            nearby = self.library.around(passage_id, reach=reach)
            if keep is None:
                return nearby
            at = next(i for i, passage in enumerate(nearby) if passage.id == passage_id)
            above = list(takewhile(keep, reversed(nearby[:at])))
            return [*reversed(above), nearby[at], *takewhile(keep, nearby[at + 1 :])]

        return around

    def vocabulary(self, prefix: str, limit: int = 20) -> list[str]:
        """The most frequent words of the articles that begin with `prefix`, by the alphabet."""
        return sorted(self._searcher.words_starting(prefix.casefold(), limit=limit))


_DAMAGED = Reason(
    ReasonCode.LIBRARY_DAMAGED,
    "The stored articles are damaged, and nothing can be quoted from them."
    " They are made anew from the folder: pullquote index --force",
)

_NOTHING_TO_SEARCH = Reason(
    ReasonCode.NO_ARTICLES,
    "There are no articles to search. Put .txt or .md files into the articles folder.",
)


def _filter_notes(filters: Filters) -> tuple[Note, ...]:
    return (Note(NoteCode.FILTER, f"only passages: {described(filters)}"),) if filters else ()
