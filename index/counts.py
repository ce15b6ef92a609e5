"""How often a passage holds each of its terms, packed into bytes, and exact BM25 over such bytes.

For engines that find passages but cannot weigh them as we do. Knows no engine and no text.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
import numpy.typing as npt

from index.engine import Document, Field, Scoring

FIELDS = tuple(Field)

MOST = 31
"""Occurrences of a term in a passage that are told apart; more count as so many."""

_BITS = 5
_HASHES = (1 << (32 - _BITS)) - 1
_NUMBER = np.dtype("<u4")

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Totals:
    """How many passages there are, and how many terms they hold in each field together."""

    passages: int = 0
    terms: tuple[int, int, int] = (0, 0, 0)

    def __add__(self, other: "Totals") -> "Totals":
        return self._with(other, 1)

    def __sub__(self, other: "Totals") -> "Totals":
        return self._with(other, -1)

    def _with(self, other: "Totals", sign: int) -> "Totals":
        a, b, c = (one + sign * two for one, two in zip(self.terms, other.terms, strict=True))
        return Totals(self.passages + sign * other.passages, (a, b, c))


@dataclass(frozen=True, slots=True)
class Weighed:
    """A term with what it counts: the question's weight, the field's and the idf, multiplied."""

    field: Field
    text: str
    weight: float


def packed(document: Document) -> bytes:
    """A document's counts: the length of each field, then a number a term, in order.

    A number is 27 bits of the term's hash and 5 of its count. One of a question's 12 terms is seen
    where it is not, for the hash of another, in one passage of 75,000.
    """
    numbers = [len(document.terms(field)) for field in FIELDS]
    entries: list[int] = []
    for field in FIELDS:
        counts = Counter(document.terms(field))
        seed = _seed(field)
        entries += [
            (crc32(text.encode(), seed) & _HASHES) << _BITS | (n if n < MOST else MOST)
            for text, n in counts.items()
        ]
    entries.sort()  # so that equal passages' scores are added up in the same order
    return np.array(numbers + entries, dtype=_NUMBER).tobytes()


def totals_of(counts: bytes) -> Totals:
    """What one packed passage adds to the totals."""
    a, b, c = np.frombuffer(counts, _NUMBER, count=len(FIELDS)).tolist()
    return Totals(1, (a, b, c))


def exact_scores(
    terms: Sequence[Weighed], packs: Sequence[bytes], totals: Totals, scoring: Scoring
) -> Floats:
    """BM25 of each packed passage, rounded to nine places so that equal ones are equal."""
    numbers = np.frombuffer(b"".join(packs), _NUMBER)
    sizes = np.array([len(counts) // _NUMBER.itemsize for counts in packs])
    starts = np.cumsum(sizes) - sizes
    headers = starts[:, None] + np.arange(len(FIELDS))
    norms = _norms(numbers[headers], totals, scoring)
    places, which = _matches(terms, numbers, headers)
    owners = np.searchsorted(starts, places, side="right") - 1
    fields = np.array([FIELDS.index(term.field) for term in terms])[which]
    weights = np.array([term.weight for term in terms])[which]
    tf = numbers[places] & MOST
    gains = tf * (scoring.k1 + 1) / (tf + norms[owners, fields])
    return np.round(np.bincount(owners, weights * gains, minlength=len(packs)), 9)


def lucene_idf(n: int, N: int) -> float:
    """Weight of a term held by `n` of `N` passages; above zero for every n <= N."""
    return math.log(1 + (N - n + 0.5) / (n + 0.5))


def _norms(lengths: Numbers, totals: Totals, scoring: Scoring) -> Floats:
    """What BM25 adds to a term's count in the denominator, a row a passage, a column a field."""
    averages = np.maximum(np.array(totals.terms) / max(totals.passages, 1), 1e-9)
    return scoring.k1 * (1 - scoring.b + scoring.b * lengths / averages)


def _matches(
    terms: Sequence[Weighed], numbers: Numbers, headers: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Places of the terms among `numbers`, in order, and which term stands at each."""
    hashes = [crc32(t.text.encode(), _seed(t.field)) & _HASHES for t in terms]
    order = np.argsort(hashes, kind="stable")
    asked = np.array(hashes, dtype=np.uint32)[order]
    held = numbers >> _BITS
    slots = np.minimum(np.searchsorted(asked, held), len(asked) - 1)
    same = asked[slots] == held
    same[headers.ravel()] = False
    places = np.flatnonzero(same)
    return places, order[slots[places]]


def _seed(field: Field) -> int:
    """Keeps a stem apart from the same letters as a word.

    A seed is mixed into the first four letters: seeds must differ in ways that letters do not.
    """
    return 0x9D3B_F1A7 * (FIELDS.index(field) + 1) & 0xFFFF_FFFF
