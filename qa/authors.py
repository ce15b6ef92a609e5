"""What an author says, where the texts do not name who writes them.

By-lines are not quoted, and an op-ed seldom names its author, but for a note on who that is. Then
"What does Agarwal say about Vietnam?" has a word that no passage holds, or such a note alone, and
is a question to the articles Agarwal wrote.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from index.analysis import Analyzer
from index.dictionary import is_english
from index.searcher import Searcher
from qa.answers import Reason, ReasonCode
from qa.questions import FRAMING, Asked, Wanted
from qa.reasons import listed
from qa.typed import AnswerType
from qa.understanding import Understood

ATTRIBUTED = re.compile(
    r"\b(?:according to|articles?|pieces?|op-?eds?|columns?|views?|opinions?|positions?|stances?"
    r"|accounts?|eyes|reckons?|doubts?|denies|denied|defines?|fix|blames?|prefers?"
    r"|arguments?|criticisms?|recommendations?|sa(?:y|ys|id)|th(?:inks?|ought)|writes?|wrote|s(?:ees?|aw)"
    r"|states?|stated|(?:argu|claim|warn|conclud|recommend|suggest|believ|stress|critici|describ"
    r"|explain|propos|advis|urg|mention|comment|prais|expect|fear|call|consider|regard|rank|count"
    r"|cit|blam|attack|defend|favou?r|want|oppos|support|accus|judg|feel|hop"
    r"|worr(?:y|ies|ied)|felt)(?:s|e|es|ed|ing|se|ses|sed)?)\b",
    re.IGNORECASE,
)
"""Words of what somebody says or wrote; what else is asked of an author, as when they were born,
is not what their own article tells."""


@dataclass(frozen=True, slots=True)
class Attributed:
    """A question to the articles of one author: without the name, and what the by-line holds."""

    understood: Understood
    author: tuple[str, ...]


MOST_NOTES = 2
"""Passages that may tell who the author is, in an article that speaks of them nowhere else."""


class Authors:
    """Knows who wrote the articles of one library."""

    def __init__(self, searcher: Searcher, analyzer: Analyzer) -> None:
        self._searcher = searcher
        self._library = searcher.library
        self._analyzer = analyzer

    def has(self, wanted: Wanted) -> bool:
        """Whether a word of a question is of an author's name, if it is a name at all."""
        named = wanted.name or not is_english(wanted.word)
        return named and wanted.word in self._words

    def of(self, article_id: str) -> frozenset[str]:
        """The stems of the name of who wrote an article."""
        author = self._library.article(article_id).author or ""
        return frozenset(word.stem for word in self._analyzer.content(author))

    def attributed(self, understood: Understood) -> Attributed | Reason | None:
        """The question as one to the articles of the author whom it names and no passage does;
        a reason if it asks nothing of these; None if it names no such author."""
        asked = understood.asked
        strange = [w for w in understood.unknown if w.name or self.has(w)]
        if not strange and asks_what_is_said(asked):
            strange = [w for w in asked.wanted if self._only_signs(w)]
        authors = self._named_with({w.word for w in strange}) if strange else []
        if not authors:
            return None
        words = frozenset().union(*(self._by_author[author] for author in authors))
        name = [w for w in asked.wanted if w.word in words and self.has(w)]
        rest = tuple(w for w in asked.wanted if w not in name and w.weight > FRAMING)
        continued = all(wanted.carried for wanted in name)
        if not rest or not (continued or asks_what_is_said(asked)):
            return self._only_wrote(authors)
        kind = AnswerType.OTHER if asked.kind is AnswerType.SAID else asked.kind
        unknown = tuple(wanted for wanted in understood.unknown if wanted not in name)
        taken = replace(understood, asked=replace(asked, wanted=rest, kind=kind), unknown=unknown)
        filters = authors if len(authors) == 1 else [wanted.surface for wanted in name]
        return Attributed(taken, tuple(filters))

    def _only_signs(self, wanted: Wanted) -> bool:
        """Whether passages hold a word of an author's name in notes on them alone: few, and all in
        articles that they wrote."""
        if not (wanted.name and self.has(wanted)):
            return False
        notes = self._searcher.holding([[wanted.stem]], limit=MOST_NOTES + 1)
        by = (self._library.article(note.article_id).author for note in notes)
        known = all(wanted.word in self._by_author.get(author or "", ()) for author in by)
        return len(notes) <= MOST_NOTES and known

    def _only_wrote(self, authors: Sequence[str]) -> Reason:
        labels = [label for label, author in self._library.signed if author in authors]
        return Reason(
            ReasonCode.NOT_COVERED,
            f"No passage speaks of {listed(authors, 'or')}, who wrote {listed(labels, 'and')}."
            " Ask what is said there of a thing, a person, a place or a date.",
        )

    def _named_with(self, words: Iterable[str]) -> list[str]:
        """The authors with all these words in their names."""
        return [author for author, own in self._by_author.items() if own.issuperset(words)]

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset().union(*self._by_author.values())

    @cached_property
    def _by_author(self) -> dict[str, frozenset[str]]:
        """The words of each author's name."""
        authors = {author for _, author in self._library.signed}
        return {
            author: frozenset(word for word, _ in self._analyzer.content(author))
            for author in sorted(authors)
        }


def asks_what_is_said(asked: Asked) -> bool:
    """Whether a question asks what somebody says, thinks or writes."""
    return asked.kind is AnswerType.SAID or bool(ATTRIBUTED.search(asked.text))
