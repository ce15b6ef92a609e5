"""A corpus of any size that behaves as text does, the same one for the same seed.

    python -m bench.corpus SIZE FILE

Ranks of words are drawn from the double power law that Gerlach and Altmann (Stochastic model for
the vocabulary growth in natural languages, Physical Review X 3, 2013) fitted to English: Zipf's
1/r up to rank 7,873, r^-1.77 beyond, without an end. So the vocabulary grows as the text does
(Heaps), ten times the text bringing three to four times the words. A fifth of an article's words
are of its own topic, so words come in bursts and passages of an article resemble each other. The
most frequent ranks are English stop words; the others are made of syllables, and those of the
kernel are inflected, so that stemmers and stop word lists find work.

A file has a line an article: a JSON object with `id`, `title` and `passages`.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

SEED = 20_251
KERNEL = 7_873
TAIL = 1.77
TOPIC_SHARE = 0.2
TOPIC_WORDS = 24
PASSAGES = 20
"""Passages of an article."""
TOKENS = 80
"""Words of a passage, on average."""

Ranks = npt.NDArray[np.int64]

FREQUENT = (
    "the of and to in a is was for on as with by that it from at his he were are which or be had "
    "an this has not but their they its also her have been one who after all other she when more "
    "there into can during between some about than most only over such would if no both then any "
    "these many where each while through so before because being under however same them those"
).split()

_SYLLABLES = [
    c + v for c in "b c d f g h l m n p r s t v st tr pl gr ch sh".split() for v in "aeiou"
]
_ENDINGS = ("", "", "", "", "", "s", "s", "ed", "ing", "er")


@dataclass(frozen=True, slots=True)
class BenchArticle:
    """An article of a corpus: its passages in order."""

    id: str
    title: str
    passages: tuple[str, ...]


def articles(size: int, *, seed: int = SEED) -> Iterator[BenchArticle]:
    """Articles with `size` passages in all; a smaller corpus is the beginning of a larger one."""
    for number, first in enumerate(range(0, size, PASSAGES)):
        yield article(number, min(PASSAGES, size - first), seed=seed)


def article(number: int, passages: int = PASSAGES, *, seed: int = SEED) -> BenchArticle:
    """The article of that number."""
    rng = np.random.default_rng((seed, number))
    topic = ranks(rng, TOPIC_WORDS * 4)
    topic = topic[topic >= len(FREQUENT)][:TOPIC_WORDS]
    title = " ".join(lemma(int(r)) for r in topic[:3]).title() or f"Article {number}"
    texts = tuple(_passage(rng, topic) for _ in range(PASSAGES))
    return BenchArticle(f"{number:06d}.txt", title, texts[:passages])


def questions(count: int, size: int, *, seed: int = SEED) -> list[str]:
    """Questions in the words of single sentences of a corpus of `size` passages."""
    rng = np.random.default_rng((seed, size, 1))
    return [_question(rng, size, seed) for _ in range(count)]


def ranks(rng: np.random.Generator, count: int) -> Ranks:
    """Ranks of `count` words, from 0, by the double power law."""
    head, share = _kernel()
    u = rng.random(count)
    within = np.searchsorted(head, u)
    # The law's tail as a Pareto distribution, cut into whole ranks.
    beyond = KERNEL * ((1 - share) / np.maximum(1 - u, 1e-12)) ** (1 / (TAIL - 1))
    return np.where(u < share, within, np.minimum(beyond, 1e9)).astype(np.int64)


@lru_cache(maxsize=400_000)
def lemma(rank: int) -> str:
    """The word of a rank: the more frequent, the shorter, and no two alike."""
    if rank < len(FREQUENT):
        return FREQUENT[rank]
    # An odd multiplier scatters neighbours and keeps them apart.
    left, base = rank - len(FREQUENT), len(_SYLLABLES)
    digits: list[int] = []
    while left or len(digits) < 2:
        digits.append((left * 37 + 11 * len(digits)) % base)
        left //= base
    return "".join(_SYLLABLES[d] for d in digits) + "nltr"[rank % 4]


def write(file: Path, made: Iterable[BenchArticle]) -> None:
    """Puts a corpus into a file, whole or not at all."""
    part = file.with_suffix(".part")
    with part.open("w", encoding="utf-8") as lines:
        for a in made:
            lines.write(json.dumps({"id": a.id, "title": a.title, "passages": a.passages}) + "\n")
    part.replace(file)


def read(file: Path) -> Iterator[BenchArticle]:
    """The articles of a file, one at a time."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            data = json.loads(line)
            yield BenchArticle(data["id"], data["title"], tuple(data["passages"]))


@lru_cache(maxsize=1)
def _kernel() -> tuple[npt.NDArray[np.float64], float]:
    """Cumulated shares of the kernel's ranks, and the share of all of them together."""
    weights = 1 / np.arange(1, KERNEL + 1)
    tail = KERNEL**-1 * KERNEL / (TAIL - 1)  # integral of the tail from rank KERNEL on
    total = weights.sum() + tail
    return np.cumsum(weights) / total, float(weights.sum() / total)


def _passage(rng: np.random.Generator, topic: Ranks) -> str:
    count = int(np.clip(rng.normal(TOKENS, 25), 15, 250))
    drawn = ranks(rng, count)
    if len(topic):
        of_topic = rng.random(count) < TOPIC_SHARE
        drawn = np.where(of_topic, rng.choice(topic, count), drawn)
    endings = rng.integers(0, len(_ENDINGS), count)
    words = [
        lemma(r) + (_ENDINGS[e] if len(FREQUENT) <= r < KERNEL else "")
        for r, e in zip(drawn.tolist(), endings.tolist(), strict=True)
    ]
    return " ".join(_sentences(rng, words))


def _sentences(rng: np.random.Generator, words: list[str]) -> Iterator[str]:
    start = 0
    while start < len(words):
        end = min(len(words), start + int(rng.integers(8, 24)))
        yield " ".join(words[start:end]).capitalize() + "."
        start = end


def _question(rng: np.random.Generator, size: int, seed: int) -> str:
    place = int(rng.integers(0, size))
    text = article(place // PASSAGES, seed=seed).passages[place % PASSAGES]
    sentence = text.split(". ")[0].lower().rstrip(".").split()
    words = [word for word in sentence if word not in FREQUENT] or sentence
    first = int(rng.integers(0, max(1, len(words) - 5)))
    return f"What is the {' '.join(words[first : first + int(rng.integers(3, 7))])}?"


def main() -> int:
    """Writes a corpus."""
    parser = argparse.ArgumentParser(prog="bench.corpus", description=__doc__.split("\n")[0])
    parser.add_argument("size", type=int, help="passages")
    parser.add_argument("file", type=Path)
    given = parser.parse_args()
    write(given.file, articles(given.size))
    return 0


if __name__ == "__main__":
    sys.exit(main())
