"""Makes `qa/thesaurus.txt`, what words may stand for each other, of `bench/equivalents`.

    python -m bench.thesaurus

The tables hold, in lower case and base forms:

- `a, b, c`: each may stand for each other. `same.txt` holds spellings and abbreviations,
  `forms.txt` families of words, the tables by theme near-synonyms.
- `a > b, c` in these: where `a` is asked for, `b` may be written: a kind of it, or what one says.
- `country: people; capital` (`places.txt`): the capital as news prose uses it for a government.
- `whole, its other names: part, part` (`within.txt`): what lies in a country or a region, or is of a
  body of states; "Alberta" may be written where "Canada" is asked for, and not the other way round.
- `word: close, close; loose, loose` (`words.txt`, and `phrasal.txt` for verbs with a particle, as
  "set up"): what may be written for a word.

What is the same is taken as it stands. How near all others are is read off the whole: the tables
are a graph, and two words are near when a random walk from the one comes to the other more often
than it comes there from anywhere (Hughes and Ramage, Lexical Semantic Relatedness with Random Graph
Walks, 2007). So words that share many neighbours are nearer than words that one line ties, and
words that no line ties can be near. Takes minutes; the same tables give the same file.
"""

import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from index.analysis import PARTICLES, STOP_WORDS, Analyzer
from qa.questions import NEAR, WITHIN
from qa.thesaurus import FILE, Phrase

TABLES = Path(__file__).parent / "equivalents"
PHRASAL = TABLES / "phrasal.txt"

SAME, FAMILY, PLACE = 0.9, 0.8, 0.6
"""What a word counts for another spelling or name of it, for one of its family, and a capital for
its government."""

TRUSTED = {"same": SAME, "places": SAME, "forms": FAMILY}
"""Tables whose words are the same, and what they count for each other."""

STRONG, CLOSE, LOOSE, BACK = 3.0, 0.5, 0.2, 0.7
"""Strength of ties: between words that are the same; from a word to what is close to it and to what
is looser; and what is left of these the other way round."""
KIND, WHOLE = 0.7, 0.5
"""Strength of the tie from a thing to its kinds, and back."""
PART, OF_PART = 0.25, 0.1
"""Strength of the tie from a phrase to its words, and back."""

STEPS, GOES_ON = 4, 0.8
"""Steps of the walk, and the chance that it goes on after each."""
SELDOM = 2e-4
"""Share of the walk below which coming by is chance."""
FAR, SPAN = 2.0, 5.0
"""Logarithm of how much oftener than from anywhere the walk comes to a word that is not near at all,
and by how much more to one that is as near as can be."""
STEP, MOST = 5, 50
"""What near-synonyms count is rounded to so many hundredths, and how many are kept: those that the
walk comes to most often."""

LONGEST, USUAL = 3, 3
"""Words of the longest phrase that is kept, and in how many lines it must stand to have one of its
own, if it is not another name of something."""

Floats = npt.NDArray[np.float32]


class Graph:
    """Phrases and the ties between them, as they are read from the tables."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self.phrases: dict[Phrase, int] = {}
        self.same: dict[Phrase, dict[Phrase, float]] = defaultdict(dict)
        self.ties: dict[tuple[int, int], float] = defaultdict(float)
        self.lines: Counter[Phrase] = Counter()
        self.phrasal = frozenset(self._verbs())

    def _verbs(self) -> Iterator[Phrase]:
        """The verbs that a particle makes other verbs of: "set up"."""
        for line in PHRASAL.read_text(encoding="utf-8").splitlines():
            verb, particle = line.partition(":")[0].split()
            yield self._analyzer.tokens(verb)[0].stem, self._analyzer.tokens(particle)[0].stem

    def read(self, table: Path) -> None:
        """Adds what a table holds."""
        for line in table.read_text(encoding="utf-8").splitlines():
            if table.stem == "places":
                self._add_country(line)
            elif table.stem == "within":
                self._add_parts(line)
            elif table.stem in ("words", "phrasal"):
                self._add_word(line)
            elif ">" in line:
                self._add_kinds(line)
            elif table.stem in TRUSTED:
                self._add_same(self._listed(line), TRUSTED[table.stem])
            else:
                phrases = self._listed(line)
                self._add_ties(phrases, phrases, 2 / max(len(phrases), 1))

    def _listed(self, text: str) -> list[Phrase]:
        phrases = list(dict.fromkeys(filter(None, map(self._phrase, text.split(",")))))
        self.lines.update(phrases)
        return phrases

    def _phrase(self, text: str) -> Phrase:
        whole = tuple(token.stem for token in self._analyzer.tokens(text))
        content = tuple(word.stem for word in self._analyzer.content(text))
        return whole if whole in self.phrasal else content

    def _add_country(self, line: str) -> None:
        text, _, others = line.replace(":", ",").partition(";")
        names, capitals = self._listed(text), self._listed(others)
        self._add_same(names, SAME)
        for one, other in ((names[:1], capitals), (capitals, names[:1])):
            self._add_ties(one, other, 1.0)
            self._trust(one, other, PLACE)

    def _add_parts(self, line: str) -> None:
        wholes, _, parts = line.partition(":")
        listed = self._listed(wholes)
        for whole in listed:
            self._number(whole)
        self._trust(listed, self._listed(parts), WITHIN)

    def _add_same(self, phrases: Sequence[Phrase], counts: float) -> None:
        self._add_ties(phrases, phrases, STRONG)
        self._trust(phrases, phrases, counts)

    def _trust(self, asked: Sequence[Phrase], written: Sequence[Phrase], counts: float) -> None:
        for one in asked:
            for other in written:
                if one != other:
                    self.same[one][other] = max(counts, self.same[one].get(other, 0.0))

    def _add_word(self, line: str) -> None:
        text, _, others = line.partition(":")
        word = self._listed(text)
        for written, strength in zip(others.split(";"), (CLOSE, LOOSE), strict=False):
            self._add_both(word, self._listed(written), strength, strength * BACK)

    def _add_kinds(self, line: str) -> None:
        general, _, special = line.partition(">")
        self._add_both(self._listed(general), self._listed(special), KIND, WHOLE)

    def _add_both(
        self, asked: Sequence[Phrase], written: Sequence[Phrase], strength: float, back: float
    ) -> None:
        self._add_ties(asked, written, strength)
        self._add_ties(written, asked, back)

    def _add_ties(self, ones: Iterable[Phrase], others: Iterable[Phrase], strength: float) -> None:
        for one in ones:
            for other in others:
                if one != other:
                    self.ties[self._number(one), self._number(other)] += strength

    def _number(self, phrase: Phrase) -> int:
        return self.phrases.setdefault(phrase, len(self.phrases))

    def keeps(self, phrase: Phrase) -> bool:
        """Whether the phrase is usual enough to be looked up."""
        return phrase in self.phrasal or self.writes(phrase)

    def writes(self, phrase: Phrase) -> bool:
        """Whether the phrase is usual enough to stand for others, and can be seen in a text."""
        if phrase in self.phrasal:
            return phrase[-1] not in STOP_WORDS or phrase[-1] in PARTICLES
        usual = len(phrase) <= LONGEST and self.lines[phrase] >= USUAL
        return usual or len(phrase) == 1 or phrase in self.same

    def tie_parts(self) -> None:
        """Ties each phrase to those of its words that are in the tables by themselves."""
        for phrase in [p for p in self.phrases if len(p) > 1 and p not in self.phrasal]:
            for stem in phrase:
                if (stem,) in self.phrases:
                    self._add_ties([phrase], [(stem,)], PART)
                    self._add_ties([(stem,)], [phrase], OF_PART)


class Walk:
    """The random walk on a graph."""

    def __init__(self, ties: dict[tuple[int, int], float], size: int) -> None:
        edges = sorted(ties, key=lambda edge: edge[1])
        self._from = np.array([one for one, _ in edges])
        to = np.array([other for _, other in edges])
        strengths = np.array([ties[edge] for edge in edges], dtype=np.float32)
        leaving = np.bincount(self._from, strengths, size).astype(np.float32)
        self._chances = (strengths / leaving[self._from])[:, None]
        self._reached, self._starts = np.unique(to, return_index=True)
        self.anywhere = np.bincount(to, strengths, size) / strengths.sum()
        self._size = size

    def visits(self, starts: Sequence[int]) -> Floats:
        """How often the walk comes to each phrase, a column for each of `starts`."""
        here = np.zeros((self._size, len(starts)), dtype=np.float32)
        here[starts, range(len(starts))] = 1.0
        visited = np.zeros_like(here)
        for step in range(1, STEPS + 1):
            moved = np.add.reduceat(self._chances * here[self._from], self._starts, axis=0)
            here = np.zeros_like(here)
            here[self._reached] = moved
            visited += GOES_ON**step * here
        return visited


class Near(NamedTuple):
    """What may stand for a phrase: how often the walk comes to it, what it counts in hundredths."""

    often: float
    counts: int
    phrase: Phrase


def nearest(graph: Graph, walk: Walk, starts: Sequence[Phrase]) -> Iterator[list[Near]]:
    """For each of `starts` the phrases that are near it, those first that the walk comes to most."""
    phrases = list(graph.phrases)
    for start, visited in zip(
        starts, walk.visits([graph.phrases[phrase] for phrase in starts]).T, strict=True
    ):
        often = np.flatnonzero(visited > SELDOM)
        lift = np.log(visited[often] / walk.anywhere[often])
        counts = STEP * np.rint(100 / STEP * NEAR * np.clip((lift - FAR) / SPAN, 0, 1))
        found = [
            Near(float(visited[i]), int(n), phrases[i])
            for i, n in zip(often.tolist(), counts, strict=True)
            if n > 0 and graph.writes(phrases[i]) and not set(start) <= set(phrases[i])
        ]
        yield sorted(found, key=lambda one: (-one.often, one.phrase))


def lines(graph: Graph) -> Iterator[str]:
    """The lines of the thesaurus, unsorted: a phrase, and what may stand for it with what it counts."""
    walk = Walk(graph.ties, len(graph.phrases))
    asked = [phrase for phrase in graph.phrases if graph.keeps(phrase)]
    for begin in range(0, len(asked), 64):
        block = asked[begin : begin + 64]
        for phrase, found in zip(block, nearest(graph, walk, block), strict=True):
            same = {p: round(100 * counts) for p, counts in graph.same.get(phrase, {}).items()}
            near = {one.phrase: one.counts for one in found if one.phrase not in same}
            kept = same | dict(list(near.items())[:MOST])
            if kept:
                yield f"{' '.join(phrase)}\t{_grouped(kept)}\n"


def _grouped(counted: Mapping[Phrase, int]) -> str:
    """The phrases by what they count: "80 heavier,heaviest;45 weight,kilogram"."""
    groups: dict[int, list[str]] = defaultdict(list)
    for phrase, counts in counted.items():
        groups[counts].append(" ".join(phrase))
    return ";".join(f"{n} {','.join(sorted(groups[n]))}" for n in sorted(groups, reverse=True))


def digest() -> str:
    """What tells the tables from any others."""
    found = hashlib.sha256()
    for table in sorted(TABLES.glob("*.txt")):
        found.update(table.name.encode() + table.read_bytes())
    return found.hexdigest()


def main() -> int:
    """Reads the tables, walks, writes the file."""
    graph = Graph(Analyzer())
    for table in sorted(TABLES.glob("*.txt")):
        graph.read(table)
    graph.tie_parts()
    body = "".join(sorted(lines(graph)))
    FILE.write_text(f"# made by bench/thesaurus.py of tables {digest()}\n{body}", encoding="utf-8")
    print(
        f"{len(graph.phrases):,} phrases, {body.count(chr(10)):,} lines, {len(body):,} characters"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
