"""Other words for the words of a question: abbreviations, spellings, near-synonyms.

Three sources, by falling trust: abbreviations that the articles themselves explain, words that
are written in two ways, and a table of words that often stand for each other. What is found
counts less than the word that was asked for.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from index.analysis import STOP_WORDS, Analyzer
from qa.questions import Alternative, Wanted
from qa.thesaurus import Phrase, Thesaurus

LEARNED = 1.0
"""What an abbreviation that the articles explain counts for what it stands for, and back."""

LONGEST_PHRASE = 6
"""Words of the longest phrase of a question that something else may stand for."""


class Expander:
    """Knows what else the words of a question may be called."""

    def __init__(self, analyzer: Analyzer, texts: Iterable[str]) -> None:
        self._analyzer = analyzer
        self._texts = texts
        self._thesaurus = Thesaurus(analyzer)

    def expanded(self, wanted: Sequence[Wanted]) -> tuple[Wanted, ...]:
        """The words with their alternatives; a phrase's are given to each of its words."""
        others: dict[int, dict[Phrase, float]] = defaultdict(dict)
        for start, phrase in _phrases([w.stem for w in wanted]):
            found = self._thesaurus.others(phrase) | self._learned.get(phrase, {})
            for stems, weight in found.items():
                for i in range(start, start + len(phrase)):
                    others[i][stems] = max(weight, others[i].get(stems, 0.0))
        return tuple(
            replace(w, alternatives=tuple(_alternatives(others[i]))) if i in others else w
            for i, w in enumerate(wanted)
        )

    def is_word(self, stem: str) -> bool:
        """Whether the stem is certainly a word, whether or not the articles use it."""
        learned = any(stem in phrase for phrase in self._learned)
        return learned or self._thesaurus.knows(stem)

    @cached_property
    def _learned(self) -> dict[Phrase, dict[Phrase, float]]:
        table: dict[Phrase, dict[Phrase, float]] = defaultdict(dict)
        for short, long in abbreviations(self._texts):
            one, other = self._phrase(short), self._phrase(long)
            if one and other and one != other:
                table[one][other] = table[other][one] = LEARNED
        return dict(table)

    def _phrase(self, text: str) -> Phrase:
        return tuple(t.stem for t in self._analyzer.tokens(text) if t.word not in STOP_WORDS)


def _phrases(stems: Sequence[str]) -> Iterator[tuple[int, Phrase]]:
    for start in range(len(stems)):
        for end in range(start + 1, min(start + LONGEST_PHRASE, len(stems)) + 1):
            yield start, tuple(stems[start:end])


def _alternatives(others: dict[Phrase, float]) -> list[Alternative]:
    ordered = sorted(others.items(), key=lambda item: (-item[1], item[0]))
    return [Alternative(stems, weight) for stems, weight in ordered]


_SHORT = re.compile(r"\(([A-Z][A-Za-z&.-]{1,9})\)")
_WORD = re.compile(r"[^\W_]+")


def abbreviations(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Abbreviations with what they stand for, where a text explains one in parentheses.

    After Schwartz and Hearst (2003), with initials only: each letter of "(FOIP)" begins one of
    the words before it, small words left out where need be.
    """
    for text in texts:
        for match in _SHORT.finditer(text):
            short = match.group(1)
            if sum(c.isupper() for c in short) >= 2:
                long = _long_form(short, text[max(0, match.start() - 120) : match.start()])
                if long:
                    yield short, long


def _long_form(short: str, before: str) -> str | None:
    """The words at the end of `before` whose initials make `short`."""
    letters = [c.lower() for c in short if c.isalnum()]
    if len(letters) > 1 and short.endswith("s") and letters[-1] == "s" and short[-2].isupper():
        letters = letters[:-1]
    words = list(_WORD.finditer(before))
    i = len(words) - 1
    for letter in reversed(letters):
        while i >= 0 and words[i].group()[0].lower() != letter:
            if words[i].group().lower() not in STOP_WORDS:
                return None
            i -= 1
        i -= 1
        if i < -1:
            return None
    return before[words[i + 1].start() :].strip()
