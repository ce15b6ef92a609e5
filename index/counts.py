"""How often each passage holds each of its terms, in a file beside an engine; exact BM25 of it.

For engines that find passages but cannot weigh them as we do. A record a passage, appended and
never changed; whoever appends one keeps its place. Knows no engine and no text.
"""

import mmap
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path
from struct import Struct
from types import TracebackType
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
_HEAD = 2 + len(FIELDS)
_RECORD_HEAD = Struct(f"<{_HEAD}I")
_MAGIC = b"pqc1"
_SIZE_BITS = 20  # of a place: numbers in the record; the other bits tell where it begins

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Totals:
    """How many passages there are, and how many terms they hold in each field together."""

    passages: int = 0
    terms: tuple[int, int, int] = (0, 0, 0)

    def __add__(self, other: "Totals") -> "Totals":
        (a, b, c), (d, e, f) = self.terms, other.terms
        return Totals(self.passages + other.passages, (a + d, b + e, c + f))

    def __sub__(self, other: "Totals") -> "Totals":
        (a, b, c), (d, e, f) = self.terms, other.terms
        return Totals(self.passages - other.passages, (a - d, b - e, c - f))


@dataclass(frozen=True, slots=True)
class Weighed:
    """A term with what it counts: the question's weight, the field's and the idf, multiplied."""

    field: Field
    text: str
    weight: float


def record_of(document: Document) -> bytes:
    """A document's record: numbers of 32 bits, and its id.

    The numbers are: how many bytes of id follow the terms, how many terms, the length of each
    field, then one for each term, in order: 27 bits of its hash, 5 of its count. One of a
    question's 12 terms is seen where it is not, for the hash of another, in one passage of 75,000.
    """
    hashes: list[int] = []
    counts: list[int] = []
    for field in FIELDS:
        counted = Counter(document.terms(field))
        hashes += map(crc32, map(str.encode, counted), repeat(_seed(field)))
        counts += counted.values()
    terms = np.array(hashes, _NUMBER) << _BITS | np.minimum(np.array(counts, _NUMBER), MOST)
    terms.sort()  # so that the scores of equal passages are added up in the same order
    name = document.passage_id.encode("utf-8", "surrogatepass")
    lengths = (len(document.terms(field)) for field in FIELDS)
    head = _RECORD_HEAD.pack(len(name), len(terms), *lengths)
    return head + terms.tobytes() + name + bytes(-len(name) % 4)


def totals_of(record: bytes) -> Totals:
    """What one passage adds to the totals."""
    _, _, a, b, c = _RECORD_HEAD.unpack_from(record)
    return Totals(1, (a, b, c))


def id_of(record: bytes) -> str:
    """The passage of a record."""
    size = int.from_bytes(record[:4], "little")
    start = 4 * (_HEAD + int.from_bytes(record[4:8], "little"))
    return record[start : start + size].decode("utf-8", "surrogatepass")


class Records:
    """A file of records, mapped into memory; read by any number of threads at once.

    A mapping instead of reads, since each read lets another thread run: a hundred times a question
    means waiting a hundred times for threads that compute.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self._bytes[: len(_MAGIC)] != _MAGIC:
            raise ValueError(f"{path.name} is no file of records")
        self._advise("MADV_RANDOM")

    def at(self, places: Iterable[int]) -> list[bytes]:
        """The records at the places; ValueError when there is none."""
        found = [self._bytes[start:end] for start, end in map(_extent, places)]
        if not all(len(record) >= 4 * _HEAD for record in found):
            raise ValueError("records are missing")
        return found

    def give_back(self) -> None:
        """Gives back the pages that were touched: they count as our memory."""
        self._advise("MADV_DONTNEED")

    def _advise(self, name: str) -> None:
        if hasattr(mmap, name):  # not on every system
            self._bytes.madvise(getattr(mmap, name))


class Appender:
    """Appends records to a file that it makes where there is none; safe on disk after the block."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("ab")
        if not self._file.tell():
            self._file.write(_MAGIC)
        self._file.write(bytes(-self._file.tell() % 4))  # behind what a crash may have left

    def __enter__(self) -> "Appender":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.flush()
        self._file.close()

    def append(self, record: bytes) -> int:
        """The record's place."""
        start = self._file.tell()
        self._file.write(record)
        return start // 4 << _SIZE_BITS | len(record) // 4

    def flush(self) -> None:
        """Returns when all records are on the disk."""
        self._file.flush()
        os.fsync(self._file.fileno())


def exact_scores(
    terms: Sequence[Weighed], records: Sequence[bytes], totals: Totals, scoring: Scoring
) -> Floats:
    """BM25 of each passage, rounded to nine places so that equal passages' are equal."""
    numbers = np.frombuffer(b"".join(records), _NUMBER)
    sizes = np.array([len(record) // 4 for record in records])
    starts = np.cumsum(sizes) - sizes
    heads = numbers[starts[:, None] + np.arange(_HEAD)]
    norms = _norms(heads[:, 2:], totals, scoring)
    places, which = _matches(terms, numbers)
    owners = np.searchsorted(starts, places, side="right") - 1
    within = places - starts[owners]
    of_term = (within >= _HEAD) & (within < _HEAD + heads[owners, 1])
    places, which, owners = places[of_term], which[of_term], owners[of_term]
    fields = np.array([FIELDS.index(term.field) for term in terms])[which]
    weights = np.array([term.weight for term in terms])[which]
    tf = numbers[places] & MOST
    gains = tf * (scoring.k1 + 1) / (tf + norms[owners, fields])
    return np.round(np.bincount(owners, weights * gains, minlength=len(records)), 9)


def _norms(lengths: Numbers, totals: Totals, scoring: Scoring) -> Floats:
    """What BM25 adds to a term's count in the denominator, a row a passage, a column a field."""
    averages = np.maximum(np.array(totals.terms) / max(totals.passages, 1), 1e-9)
    return scoring.k1 * (1 - scoring.b + scoring.b * lengths / averages)


def _matches(terms: Sequence[Weighed], numbers: Numbers) -> tuple[Ints, Ints]:
    """Where numbers have the hashes of the terms, in order, and which term's each has."""
    hashes = np.array([crc32(t.text.encode(), _seed(t.field)) & _HASHES for t in terms], np.uint32)
    order = np.argsort(hashes, kind="stable")
    asked = hashes[order]
    held = numbers >> _BITS
    slots = np.minimum(np.searchsorted(asked, held), len(asked) - 1)
    places = np.flatnonzero(asked[slots] == held)
    return places, order[slots[places]]


def _extent(place: int) -> tuple[int, int]:
    start, size = place >> _SIZE_BITS, place & ((1 << _SIZE_BITS) - 1)
    return 4 * start, 4 * (start + size)


def _seed(field: Field) -> int:
    """Keeps a stem apart from the same letters as a word.

    A seed is mixed into the first four letters: seeds must differ in ways that letters do not.
    """
    return 0x9D3B_F1A7 * (FIELDS.index(field) + 1) & 0xFFFF_FFFF
