"""The thesaurus: which words and phrases may stand for each other, and what each counts.

`qa/thesaurus.txt` holds it, made by `bench/thesaurus.py`: after a first line of comment, sorted
lines of a phrase's stems, a tab, and what may be written for it, in groups that count alike:
"80 heavier,heaviest;45 weight,kilogram", in hundredths of what the phrase counts itself. Above
`NEAR` stands what is the same; the rest is the less near, the less it counts. The lines are not
parsed, which would take longer than answering: a phrase is found by bisection.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path

from index.sorted_lines import value_in

FILE = Path(__file__).parent / "thesaurus.txt"

Phrase = tuple[str, ...]
"""The stems of one or more words that stand together."""


class Thesaurus:
    """Knows what may stand for a phrase. Several threads may use it."""

    def __init__(self) -> None:
        self._others = lru_cache(maxsize=16_384)(self._read)

    def others(self, phrase: Phrase) -> Mapping[Phrase, float]:
        """What may stand for a phrase, with what it counts at most, 0 to 1."""
        return self._others(" ".join(phrase))

    def knows(self, stem: str) -> bool:
        """Whether the stem is certainly a word, for the thesaurus holds it."""
        return bool(self._others(stem))

    def _read(self, phrase: str) -> dict[Phrase, float]:
        groups = value_in(self._held, phrase.encode(), b"\t").decode().split(";")
        return {other: counts for group in groups if group for other, counts in _counted(group)}

    @cached_property
    def _held(self) -> bytes:
        """The file; not mapped, for a mapped file that is written anew kills who reads it."""
        return FILE.read_bytes()


def _counted(group: str) -> Iterator[tuple[Phrase, float]]:
    hundredths, _, phrases = group.partition(" ")
    for phrase in phrases.split(","):
        yield tuple(phrase.split(" ")), int(hundredths) / 100
