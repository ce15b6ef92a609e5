"""The table of equivalents, looked up word by word.

The table has more than two thousand groups; stemming them all would take longer than answering.
A question needs the few lines in which its words can stand: those that hold the first letters of
a stem, which every word of that stem begins with.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from index.analysis import Analyzer
from index.irregular import REGULAR
from qa.questions import NEAR

SAME = 0.9
FAMILY = 0.8
PLACE = 0.6

Phrase = tuple[str, ...]
"""The stems of one or more words that stand together."""

LETTERS = 4
"""First letters of a stem by which lines are found, if it has so many."""


class Thesaurus:
    """Knows which words and phrases stand for each other, and what each counts."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._groups_with = lru_cache(maxsize=4_096)(self._read_groups)

    def others(self, phrase: Phrase) -> dict[Phrase, float]:
        """What may stand for a phrase, with what it counts at most."""
        found: dict[Phrase, float] = {}
        for group, weight in self._groups_with(phrase[0]):
            if phrase in group:
                for other in group:
                    if other != phrase:
                        found[other] = max(weight, found.get(other, 0.0))
        return found

    def knows(self, stem: str) -> bool:
        """Whether the stem is certainly a word, for the table has it."""
        groups = self._groups_with(stem)
        return any(stem in phrase for group, _ in groups for phrase in group)

    def _read_groups(self, stem: str) -> list[tuple[tuple[Phrase, ...], float]]:
        """The groups in whose lines a word of this stem may stand."""
        heads = {_head(word) for word in (stem, *self._irregular.get(stem, ()))}
        near = {line: None for head in heads for line in _lines_by_start().get(head[:2], ())}
        return [
            (tuple(phrase for phrase in map(self._phrase, line.split(",")) if phrase), weight)
            for line, weight in near
            if any(head in line for head in heads)
        ]

    def _phrase(self, text: str) -> Phrase:
        return tuple(word.stem for word in self._analyzer.content(text))

    @cached_property
    def _irregular(self) -> dict[str, list[str]]:
        """The irregular forms of each stem: "bought" of "buy"."""
        forms: dict[str, list[str]] = defaultdict(list)
        for form in REGULAR:
            for word in self._analyzer.content(form):
                forms[word.stem].append(form)
        return forms


def _head(stem: str) -> str:
    """What all words of a stem begin with: "arm" for "armi", which is the stem of "army"."""
    whole = len(stem) < 3 or stem[-1] not in "ie"
    return (stem if whole else stem[:-1])[:LETTERS]


_Line = tuple[str, float]


@lru_cache(maxsize=1)
def _lines_by_start() -> dict[str, Sequence[_Line]]:
    """The lines in which a word begins with two given letters."""
    found: dict[str, list[_Line]] = defaultdict(list)
    for line in _lines():
        for start in set(_START.findall(line[0])):
            found[start].append(line)
    return dict(found)


_START = re.compile(r"(?<![^\W_])[^\W_]{1,2}")


def _lines() -> list[_Line]:
    """Every group of the table, its words between commas, with what they count for each other."""
    from qa import equivalents

    weighed = ((equivalents.SAME, SAME), (equivalents.FORMS, FAMILY), (equivalents.NEAR, NEAR))
    lines = [(line, weight) for table, weight in weighed for line in table.strip().split("\n")]
    return [*lines, *_places(equivalents.PLACES)]


def _places(table: str) -> Iterator[tuple[str, float]]:
    """A country with its people, and with its capital as news prose uses it for a government."""
    for line in table.strip().split("\n"):
        country, _, rest = line.partition(":")
        people, _, capitals = rest.partition(";")
        yield f"{country},{people}", SAME
        for capital in capitals.split(","):
            yield f"{country},{capital}", PLACE
