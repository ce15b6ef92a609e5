"""A question made ready for the search: read, continued, spelt as the articles do, widened."""

from dataclasses import dataclass, replace
from functools import cached_property

from index.analysis import Analyzer
from index.dictionary import is_english
from index.searcher import Searcher
from qa.answers import Note, NoteCode, Question, Reason, ReasonCode
from qa.conversation import continued
from qa.expansion import Expander
from qa.questions import NEAR, Asked, Wanted, asked, plain_weight
from qa.spelling import Correction, corrections

REMEMBERED = 5
"""Earlier questions of a conversation that are looked at."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A question ready for the search, and what there is to say about how it was taken.

    `before` is the question that a follow-up continues; `unknown` the words that stand in no
    article, in whatever form.
    """

    asked: Asked
    notes: tuple[Note, ...] = ()
    before: Asked | None = None
    unknown: tuple[Wanted, ...] = ()


class Interpreter:
    """Reads questions with the words of one library in mind."""

    def __init__(self, searcher: Searcher, analyzer: Analyzer) -> None:
        self._searcher = searcher
        self._analyzer = analyzer

    def understand(self, question: Question) -> Understood | Reason:
        """What to search for, or why nothing can be searched for."""
        alone = asked(question, self._analyzer)
        if isinstance(alone, Reason):
            return alone
        before = self._before(question.history[-REMEMBERED:])
        whole, notes, before = self._continued(alone, before)
        if not whole.wanted:
            return Reason(
                ReasonCode.NO_CONTENT_WORDS,
                "The question has only words that every article uses."
                " Name the thing, person, place or date you want to know about.",
            )
        spelt, fixes = self._spelt(whole)
        wanted = self._expander.expanded(spelt.wanted)
        unknown = tuple(w for w in wanted if not self._known(w))
        return Understood(
            replace(spelt, wanted=wanted), (*notes, *map(_spelling_note, fixes)), before, unknown
        )

    def _before(self, history: tuple[str, ...]) -> Asked | None:
        """The last earlier question, itself continued from those before it."""
        last: Asked | None = None
        for text in history:
            alone = asked(Question(text), self._analyzer)
            if isinstance(alone, Asked):
                whole, _, _ = self._continued(alone, last)
                last = whole if whole.wanted else last
        return last

    def _continued(
        self, alone: Asked, before: Asked | None
    ) -> tuple[Asked, tuple[Note, ...], Asked | None]:
        whole = continued(alone, before, self._analyzer) if before else None
        if whole is None:
            return alone, (), None
        if not whole.taken:
            return whole.asked, (), before
        words = " ".join(whole.taken)
        return whole.asked, (Note(NoteCode.FOLLOW_UP, f"taken as: … {words} …"),), before

    def _spelt(self, question: Asked) -> tuple[Asked, tuple[Correction, ...]]:
        """The question with its misspelt words replaced, and the replacements."""
        strange = [w for w in question.wanted if not self._searcher.frequency(w.stem)]
        if not strange:
            return question, ()
        fixes = corrections(strange, self._searcher, real=self._is_word)
        wanted = tuple(self._replaced(w, fixes.get(w.stem)) for w in question.wanted)
        return replace(question, wanted=wanted), tuple(fixes.values())

    def _is_word(self, wanted: Wanted) -> bool:
        return self._expander.is_word(wanted.stem) or is_english(wanted.word)

    def _replaced(self, wanted: Wanted, fix: Correction | None) -> Wanted:
        if fix is None:
            return wanted
        token = self._analyzer.tokens(fix.word)[0]
        weight = min(wanted.weight, plain_weight(token.word, token.stem))
        return replace(wanted, word=token.word, stem=token.stem, weight=weight)

    def _known(self, wanted: Wanted) -> bool:
        """Whether the articles have the word, if in another form; near-synonyms are other words."""
        same = any(other.weight > NEAR for other in wanted.alternatives)
        return same or self._searcher.frequency(wanted.stem) > 0

    @cached_property
    def _expander(self) -> Expander:
        return Expander(self._analyzer, self._searcher.library.explained, self._searcher.frequency)


def _spelling_note(fix: Correction) -> Note:
    return Note(NoteCode.SPELLING, f"searched for “{fix.word}” instead of “{fix.typed}”")
