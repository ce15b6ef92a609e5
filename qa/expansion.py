"""Other words for the words of a question: abbreviations, spellings, near-synonyms.

Three sources, by falling trust: abbreviations that the articles themselves explain, and of the
thesaurus words that are written in two ways and words that are near. What is found counts less than
the word that was asked for, and only what the articles hold is kept.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Protocol

from index.abbreviations import Phrase
from index.analysis import Analyzer
from qa.compounds import written_as_one, written_as_two
from qa.questions import NEAR, Alternative, Asked, Wanted
from qa.thesaurus import Thesaurus

LEARNED = 1.0
"""What an abbreviation that the articles explain counts for what it stands for, and back."""

COMPOUND = 1.0
"""What a compound counts that is written as one word instead of two, and back."""

NUMBER_WORDS = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
    thousand million billion trillion first second third fourth fifth sixth seventh eighth ninth
    tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth
    nineteenth twentieth monday tuesday wednesday thursday friday saturday sunday
    """.split()
)
"""Words that count or put in order."""

OF_DECADE = 0.7
"""What a year counts for the decade it is of."""

LONGEST_PHRASE = 6
"""Words of the longest phrase of a question that something else may stand for."""

Learned = Callable[[Sequence[str]], Mapping[str, Sequence[str]]]
"""What the articles call by another name too: for those of some phrases, stems joined by blanks,
what else they call them."""


class Held(Protocol):
    """What the articles hold."""

    def frequency(self, stem: str) -> int:
        """How many passages hold the stem."""
        ...

    def holds_word(self, word: str) -> bool:
        """Whether a passage holds the word as it is."""
        ...

    def are_neighbours(self, first: str, second: str) -> bool:
        """Whether a passage holds two stems side by side, in this order."""
        ...


class Expander:
    """Knows what else the articles may call the words of a question."""

    def __init__(self, analyzer: Analyzer, learned: Learned, held: Held) -> None:
        self._analyzer = analyzer
        self._held = held
        self._learned = learned
        self._thesaurus = Thesaurus()
        self._kept = lru_cache(maxsize=16_384)(self._held_others)

    def expanded(self, asked: Asked) -> tuple[Wanted, ...]:
        """The words of a question with their alternatives; a phrase's are given to each of its
        words."""
        wanted = asked.wanted
        others: dict[int, dict[Phrase, float]] = defaultdict(dict)
        phrases = list(_phrases([w.stem for w in wanted]))
        learned = self._learned([" ".join(phrase) for _, phrase in phrases])
        for start, phrase in phrases:
            own = {tuple(p.split(" ")): LEARNED for p in learned.get(" ".join(phrase), ())}
            for stems, weight in {**self._kept(phrase), **own}.items():
                for i in range(start, start + len(phrase)):
                    others[i][stems] = max(weight, others[i].get(stems, 0.0))
        for start, stems in written_as_one(asked, self._analyzer, self._held.holds_word):
            others[start][stems] = others[start + 1][stems] = COMPOUND
        for i, stems in written_as_two(asked, self._analyzer, self._held.are_neighbours):
            others[i][stems] = COMPOUND
        for i, w in enumerate(wanted):
            if w.particle and (whole := self._kept((w.stem, w.particle))):
                others[i] = dict(whole)
        return tuple(
            replace(w, alternatives=_alternatives(w, others[i])) if i in others else w
            for i, w in enumerate(wanted)
        )

    def _held_others(self, phrase: Phrase) -> dict[Phrase, float]:
        """What may stand for a phrase, as far as the articles hold it."""
        others = self._thesaurus.others(phrase)
        others = {**others, **_years_of([phrase, *(o for o, n in others.items() if n > NEAR)])}
        return {stems: n for stems, n in others.items() if all(map(self._held.frequency, stems))}

    def is_word(self, stem: str) -> bool:
        """Whether the stem is certainly a word, though the articles may not use it."""
        return self._thesaurus.knows(stem)


def _years_of(phrases: Iterable[Phrase]) -> dict[Phrase, float]:
    """The years of those of the phrases that are decades: "1980s"."""
    decades = [p[0][:3] for p in phrases if len(p) == 1 and _DECADE.fullmatch(p[0])]
    return {(f"{decade}{i}",): OF_DECADE for decade in decades for i in range(10)}


_DECADE = re.compile(r"(?:1\d|20)\d0s")


def _alternatives(wanted: Wanted, others: Mapping[Phrase, float]) -> tuple[Alternative, ...]:
    """The others, what counts most first.

    What is near a name or a number is another: Sweden is not Norway, nor four eight.
    """
    return tuple(
        Alternative(stems, counts)
        for stems, counts in sorted(others.items(), key=lambda item: -item[1])
        if counts > NEAR or not (wanted.name or wanted.word in NUMBER_WORDS)
    )


def _phrases(stems: Sequence[str]) -> Iterator[tuple[int, Phrase]]:
    for start in range(len(stems)):
        for end in range(start + 1, min(start + LONGEST_PHRASE, len(stems)) + 1):
            yield start, tuple(stems[start:end])
