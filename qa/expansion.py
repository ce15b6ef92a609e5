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
from qa.questions import NEAR, Alternative, Wanted

LEARNED = 1.0
SAME = 0.9
PLACE = 0.6
FAMILY = 0.8

Phrase = tuple[str, ...]
"""The stems of one or more words that stand together."""


class Expander:
    """Knows what else the words of a question may be called."""

    def __init__(self, analyzer: Analyzer, texts: Iterable[str]) -> None:
        self._analyzer = analyzer
        self._texts = texts

    def expanded(self, wanted: Sequence[Wanted]) -> tuple[Wanted, ...]:
        """The words with their alternatives; a phrase's are given to each of its words."""
        others: dict[int, dict[Phrase, float]] = defaultdict(dict)
        for start, phrase in _phrases([w.stem for w in wanted]):
            for stems, weight in self._known.get(phrase, ()):
                for i in range(start, start + len(phrase)):
                    others[i][stems] = max(weight, others[i].get(stems, 0.0))
        return tuple(
            replace(w, alternatives=tuple(_alternatives(others[i]))) if i in others else w
            for i, w in enumerate(wanted)
        )

    @cached_property
    def real_words(self) -> frozenset[str]:
        """Stems that are certainly words, whether or not the articles use them."""
        return frozenset(stem for phrase in self._known for stem in phrase)

    @cached_property
    def _known(self) -> dict[Phrase, list[tuple[Phrase, float]]]:
        from qa import equivalents

        table: dict[Phrase, dict[Phrase, float]] = defaultdict(dict)
        for group in _groups(equivalents.SAME):
            self._join(table, group, SAME)
        for group in _groups(equivalents.FORMS):
            self._join(table, group, FAMILY)
        for group in _groups(equivalents.NEAR):
            self._join(table, group, NEAR)
        for line in equivalents.PLACES.strip().splitlines():
            country, _, rest = line.partition(":")
            people, _, capitals = rest.partition(";")
            self._join(table, [country, *people.split(",")], SAME)
            for capital in capitals.split(","):
                self._join(table, [country, capital], PLACE)
        for pair in abbreviations(self._texts):
            self._join(table, pair, LEARNED)
        return {phrase: list(others.items()) for phrase, others in table.items()}

    def _join(
        self, table: dict[Phrase, dict[Phrase, float]], group: Iterable[str], weight: float
    ) -> None:
        phrases = [phrase for phrase in map(self._phrase, group) if phrase]
        for one in phrases:
            for other in phrases:
                if one != other:
                    table[one][other] = max(weight, table[one].get(other, 0.0))

    def _phrase(self, text: str) -> Phrase:
        return tuple(t.stem for t in self._analyzer.tokens(text) if t.word not in STOP_WORDS)


def _groups(table: str) -> Iterator[list[str]]:
    return (line.split(",") for line in table.strip().splitlines())


def _phrases(stems: Sequence[str], longest: int = 6) -> Iterator[tuple[int, Phrase]]:
    for start in range(len(stems)):
        for end in range(start + 1, min(start + longest, len(stems)) + 1):
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
