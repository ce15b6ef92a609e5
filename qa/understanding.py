"""A question made ready for the search: read, continued, spelt as the articles do, widened."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from index.analysis import ACRONYMS, STOP_WORDS, Analyzer
from index.common_words import COMMON_WORDS
from index.dictionary import is_english
from index.searcher import Searcher
from qa.answers import Note, NoteCode, Question, Reason, ReasonCode
from qa.conversation import continued
from qa.expansion import Expander
from qa.filters import filtered
from qa.kinds import ASKING_WORDS, AUXILIARY
from qa.pointing import FEW, THE_ONE, Leaning, leaning
from qa.questions import COMMON, FRAMING, GLUED, LONGEST, NEAR, Asked, Wanted, asked, plain_weight
from qa.spelling import Correction, corrections, frequent_word
from qa.typed import AnswerType

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


Sureness = Callable[[Understood], float]
"""How sure it is that the articles answer a question as it was taken, 0 to 1."""


class Interpreter:
    """Reads questions with the words of one library in mind."""

    def __init__(
        self,
        searcher: Searcher,
        analyzer: Analyzer,
        sureness: Sureness,
        *,
        is_author: Callable[[Wanted], bool],
    ) -> None:
        """`is_author` tells whether a word is of the name of who wrote an article."""
        self._searcher = searcher
        self._analyzer = analyzer
        self._sureness = sureness
        self._is_author = is_author

    def understand(self, question: Question) -> Understood | Reason:
        """What to search for, or why nothing can be searched for."""
        alone, little = self._alone(question)
        if isinstance(alone, Reason):
            return alone
        taken = self._taken(alone, self._before(question.history[-REMEMBERED:]))
        if not taken.asked.wanted or _says_too_little(taken.asked):
            return Reason(
                ReasonCode.NO_CONTENT_WORDS,
                "The question has only words that every article uses."
                " Name the thing, person, place or date you want to know about.",
            )
        return replace(taken, notes=(*map(_reading_note, little), *taken.notes))

    def _before(self, history: tuple[str, ...]) -> Asked | None:
        """The last earlier question, itself continued from those before it; without its filters."""
        last: Asked | None = None
        for text in history:
            narrowed = filtered(Question(text))
            if isinstance(narrowed, Reason):
                continue
            alone, _ = self._alone(narrowed[0])
            if isinstance(alone, Asked):
                taken = self._taken(alone, last)
                last = last if last and _tells_nothing(taken) else taken.asked
        return last

    def _leaning(self, alone: Asked) -> Leaning:
        """Whether the question leans; what says too little by itself does: "who pays?"."""
        little = bool(alone.wanted) and (_says_little(alone) or _is_scrap(alone))
        return Leaning.YES if little else leaning(alone, self._analyzer)

    def _taken(self, alone: Asked, before: Asked | None) -> Understood:
        """The question as it is taken after the one before: by itself, or with what it lacks.

        Where its words do not tell, it is taken by itself if it names what no article has, or if
        the articles answer it by itself as well as with more.
        """
        itself = self._ready(alone)
        lean = self._leaning(alone) if before else Leaning.NO
        if before is None or lean is Leaning.NO:
            return itself
        whole = continued(alone, before)
        more = self._ready(whole.asked, whole.taken, before)
        unclear = lean is Leaning.PERHAPS
        if unclear and (itself.unknown or self._sureness(itself) >= self._sureness(more)):
            return itself
        return more

    def _ready(
        self, question: Asked, taken: Sequence[str] = (), before: Asked | None = None
    ) -> Understood:
        """A question spelt as the articles do and widened."""
        notes = (Note(NoteCode.FOLLOW_UP, f"taken as: … {' '.join(taken)} …"),) if taken else ()
        spelt, fixes = self._spelt(question)
        wanted = tuple(map(self._unframed, self._expander.expanded(spelt)))
        unknown = tuple(w for w in wanted if not self._known(w))
        spelling = tuple(map(_spelling_note, fixes))
        return Understood(replace(spelt, wanted=wanted), (*notes, *spelling), before, unknown)

    def _alone(self, question: Question) -> tuple[Asked | Reason, tuple[Correction, ...]]:
        """What the question asks by itself, with its little words put right, for they tell what
        kind of answer it wants: "wich", "wen", "durring"."""
        question = replace(question, text=self._without_shouting(question.text))
        found = asked(question, self._analyzer)
        if isinstance(found, Reason):
            return found, ()
        fixes = [fix for i, w in enumerate(found.wanted) if (fix := self._little(w, first=not i))]
        if not fixes:
            return found, ()
        text, meant = question.text, {fix.typed: fix.word for fix in fixes}
        for token in reversed(self._analyzer.tokens(text)):
            if word := meant.get(token.span.of(text)):
                text = text[: token.start] + word + text[token.end :]
        read = asked(replace(question, text=text), self._analyzer)
        return (found, ()) if isinstance(read, Reason) else (read, tuple(fixes))

    def _without_shouting(self, text: str) -> str:
        """The text with capitals that only shout made small: all of them, or those of a "WHO" that
        is nobody the articles know, unless a name is due there: "what is the WHO?"."""
        if text.isupper() and " " in text.strip():
            return text.lower()
        for token in reversed(self._analyzer.tokens(text[:LONGEST])):
            named = text[: token.start].lower().endswith(_BEFORE_NAMES)
            if token.word in ACRONYMS and not named and not self._searcher.frequency(token.stem):
                text = text[: token.start] + token.word.lower() + text[token.end :]
        return text

    def _little(self, wanted: Wanted, *, first: bool) -> Correction | None:
        """The little word that was meant, if it is misspelt; a question's first word asks, and then
        even what is a word, if a rare one, may be meant for another: "wat is ..."."""
        if wanted.name or self._searcher.frequency(wanted.stem):
            return None
        word = frequent_word(wanted.word, _LITTLE_WORDS)
        if word is None or self._expander.is_word(wanted.stem):
            return None
        if is_english(wanted.word) and not (first and word in ASKING_WORDS):
            return None
        return Correction(wanted.surface, word)

    def _spelt(self, question: Asked) -> tuple[Asked, tuple[Correction, ...]]:
        """The question with its misspelt words replaced, and the replacements: by words of the
        articles or else, as these may have others for it, by one that all English uses."""
        strange = [w for w in question.wanted if not self._searcher.frequency(w.stem)]
        if not strange:
            return question, ()
        fixes = corrections(strange, self._searcher, real=self._is_word)
        for w in strange:
            word = None if w.name or w.stem in fixes else frequent_word(w.word, _EVERYDAY_WORDS)
            if word and not self._is_word(w):
                fixes[w.stem] = Correction(w.surface, word)
        wanted = tuple(self._replaced(w, fixes.get(w.stem)) for w in question.wanted)
        return replace(question, wanted=wanted), tuple(fixes.values())

    def _is_word(self, wanted: Wanted) -> bool:
        known = self._expander.is_word(wanted.stem) or is_english(wanted.word)
        return known or self._is_author(wanted)

    def _replaced(self, wanted: Wanted, fix: Correction | None) -> Wanted:
        if fix is None:
            return wanted
        token = self._analyzer.tokens(fix.word)[0]
        weight = min(wanted.weight, plain_weight(token.word, token.stem))
        return replace(wanted, word=token.word, stem=token.stem, weight=weight)

    def _unframed(self, wanted: Wanted) -> Wanted:
        """The word, counting next to nothing if it only says what kind of answer is wanted and the
        articles never write it: "stand" in "what does JAI stand for?"."""
        if wanted.weight != FRAMING or self._known(wanted):
            return wanted
        return replace(wanted, weight=GLUED)

    def _known(self, wanted: Wanted) -> bool:
        """Whether the articles have the word, if in another form; near-synonyms are other words."""
        same = any(other.weight > NEAR for other in wanted.alternatives)
        return same or self._searcher.frequency(wanted.stem) > 0

    @cached_property
    def _expander(self) -> Expander:
        return Expander(self._analyzer, self._searcher.library.explained, self._searcher)


def _tells_nothing(taken: Understood) -> bool:
    """Whether a question has no words to go by, or only such as are neither names nor known, and so
    changes nothing of what the talk is about: "more details"."""
    strange = {wanted.stem for wanted in taken.unknown if not wanted.name}
    return all(wanted.stem in strange for wanted in taken.asked.wanted)


_YES_OR_NO = re.compile(rf"(?:(?:and|but|so|or) )?{AUXILIARY}\b", re.IGNORECASE)


def _says_little(question: Asked) -> bool:
    """Whether a question has only one or two words to go by, and such as any article may use: "who
    takes part?". "What is money?" or "money" ask for the very thing."""
    asks = question.kind not in (AnswerType.OTHER, AnswerType.DEFINITION)
    asks = asks or bool(_YES_OR_NO.match(question.text))
    return asks and _all_common(question, most=FEW)


def _is_scrap(question: Asked) -> bool:
    """Whether it is one such word, of something asked before: "example?", "what was the result"."""
    defined = question.kind is AnswerType.DEFINITION and not THE_ONE.match(question.text)
    return not defined and _all_common(question, most=1)


def _all_common(question: Asked, most: int) -> bool:
    """Whether it has so many words at most, and only such as any article may use."""
    common = all(w.weight <= COMMON and not (w.name or w.carried) for w in question.wanted)
    return common and len(question.wanted) <= most


def _says_too_little(question: Asked) -> bool:
    """Whether it has but one of them: "who pays for it all?"."""
    return len(question.wanted) == 1 and _says_little(question)


_BEFORE_NAMES = ("the ", "of ", "by ", "from ")
_LITTLE_WORDS = sorted(STOP_WORDS)
_EVERYDAY_WORDS = sorted(COMMON_WORDS)


def _reading_note(fix: Correction) -> Note:
    return Note(NoteCode.SPELLING, f"read “{fix.typed}” as “{fix.word}”")


def _spelling_note(fix: Correction) -> Note:
    return Note(NoteCode.SPELLING, f"searched for “{fix.word}” instead of “{fix.typed}”")
