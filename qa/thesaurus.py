"""The tables of equivalents, looked up word by word.

`qa/equivalents` holds them, a line for each tie, in lower case and base forms:

- `a, b, c`: each may stand for each other. `same.txt` holds spellings and abbreviations,
  `forms.txt` families of words, the other tables near-synonyms, by theme.
- `a > b, c`: where `a` is asked for, `b` may be written: a kind of it, or what one says of it.
- `country: people; capital` (`places.txt`): the capital as news prose uses it for a government.

Stemming all of them would take longer than answering. A question needs the few lines in which its
words stand: those that hold the first letters of a stem, which every word of that stem begins with.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from index.analysis import Analyzer
from index.irregular import REGULAR
from qa.questions import NEAR

SAME = 0.9
FAMILY = 0.8
PLACE = 0.6
KIND = 0.4
"""What "car" counts where a vehicle is asked for."""
WHOLE = 0.25
"""What "vehicle" counts where a car is asked for."""

FOLDER = Path(__file__).parent / "equivalents"
_TABLES = {"same": SAME, "places": SAME, "forms": FAMILY}
"""What the words of a table count for each other; of all other tables, `NEAR`."""

LETTERS = 5
"""First letters of a stem by which lines are found, if it has so many."""

Phrase = tuple[str, ...]
"""The stems of one or more words that stand together."""


class Thesaurus:
    """Knows which words and phrases stand for each other, and what each counts."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._phrase = lru_cache(maxsize=65_536)(self._read_phrase)
        self._ties = lru_cache(maxsize=4_096)(self._read_ties)

    def others(self, phrase: Phrase) -> Mapping[Phrase, float]:
        """What may stand for a phrase, with what it counts at most."""
        return self._ties(phrase[0]).get(phrase, {})

    def knows(self, stem: str) -> bool:
        """Whether the stem is certainly a word, for a phrase of the tables begins with it."""
        return bool(self._ties(stem))

    def _read_ties(self, stem: str) -> dict[Phrase, dict[Phrase, float]]:
        """The phrases of the tables that begin with the stem, with what may stand for each."""
        ties: dict[Phrase, dict[Phrase, float]] = defaultdict(dict)
        heads = dict.fromkeys(map(_head, (stem, *self._irregular.get(stem, ()))))
        for line, weight in _lines_holding(heads):
            for asked, written, counts in _readings(line, weight):
                beginning = [phrase for phrase in self._phrases(asked) if phrase[0] == stem]
                others = self._phrases(written) if beginning else ()
                for phrase in beginning:
                    for other in others:
                        if other != phrase:
                            ties[phrase][other] = max(counts, ties[phrase].get(other, 0.0))
        return ties

    def _phrases(self, text: str) -> tuple[Phrase, ...]:
        return tuple(phrase for phrase in map(self._phrase, text.split(",")) if phrase)

    def _read_phrase(self, text: str) -> Phrase:
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


class _Table(NamedTuple):
    """Lines that count alike, each with a blank before its first word and a line break after its
    last; and the first letters of their words, for many words that are asked for stand nowhere."""

    weight: float
    text: str
    heads: frozenset[str]


@lru_cache(maxsize=1)
def _tables() -> list[_Table]:
    """What is read from the folder, those lines first that count most."""
    texts: dict[float, str] = defaultdict(str)
    for path in sorted(FOLDER.glob("*.txt")):
        lines = path.read_text(encoding="utf-8").rstrip()
        texts[_TABLES.get(path.stem, NEAR)] += "\n " + lines.replace("\n", "\n ")
    return [
        _Table(weight, text + "\n", frozenset(word[:LETTERS] for word in text.split()))
        for weight, text in sorted(texts.items(), reverse=True)
    ]


def _lines_holding(heads: Iterable[str]) -> Iterator[tuple[str, float]]:
    """The lines with a word that begins with one of `heads`, and what their words count."""
    for weight, text, known in _tables():
        for head in heads:
            if len(head) < LETTERS or head in known:
                at = text.find(f" {head}")
                while at >= 0:
                    end = text.find("\n", at)
                    yield text[text.rfind("\n", 0, at) + 1 : end], weight
                    at = text.find(f" {head}", end)


def _readings(line: str, weight: float) -> Iterator[tuple[str, str, float]]:
    """What a line says: which phrases may be asked for, which written instead, what they count."""
    if ":" in line:
        yield from _of_a_country(line)
    elif ">" in line:
        general, _, special = line.partition(">")
        yield general, special, KIND
        yield special, general, WHOLE
    else:
        yield line, line, weight


def _of_a_country(line: str) -> Iterator[tuple[str, str, float]]:
    country, _, rest = line.partition(":")
    people, _, capitals = rest.partition(";")
    names = f"{country},{people}"
    yield names, names, SAME
    yield country, capitals, PLACE
    yield capitals, country, PLACE
