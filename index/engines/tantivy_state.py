"""What stands on disk of an index of `index.engines.tantivy`, and how its use can fail."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from index.analysis import VERSION
from index.counts import Totals
from index.engine import EngineError

FORMAT = f"2/{VERSION}"
"""Of what is written, with the analyzer's version: an index of another format is built anew."""

TERMS, COUNTS = "terms", "counts"
"""Below an index's path: the folder that is tantivy's, the file of counts."""

META = "meta.json"
"""In tantivy's folder: its commit, replaced in whole by the next one and by a merge."""


class IndexUnusable(EngineError):
    """A saved index cannot be used; the library can be indexed anew."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        super().__init__(f"the index in {str(path)!r} cannot be used: {reason}. Build it anew")


@dataclass(frozen=True, slots=True)
class State:
    """What a commit says of itself."""

    generation: int
    totals: Totals
    stamp: str = ""
    format: str = FORMAT


class Prepared(NamedTuple):
    """A passage ready to be written: its id, each field's terms joined, the record of its counts.

    All of the work that another process can do. A named tuple passes between processes in a third
    of a data class's time.
    """

    passage_id: str
    stems: str
    words: str
    bigrams: str
    record: bytes


_BLANK, _NO_BLANK = " ", "\x1f"


def escaped(text: str) -> str:
    """A term as it is indexed: fields are cut at blanks, and a bigram holds one."""
    return text.replace(_BLANK, _NO_BLANK)


def joined(terms: Iterable[str]) -> str:
    """A field's terms as they are indexed; they hold no white space but single blanks."""
    return "\n".join(terms).replace(_BLANK, _NO_BLANK).replace("\n", _BLANK)


def unescaped(text: str) -> str:
    """What `escaped` was given."""
    return text.replace(_NO_BLANK, _BLANK)


@contextmanager
def ours(path: Path) -> Iterator[None]:
    """Turns what goes wrong in reading or writing an index into our error."""
    try:
        yield
    except (ValueError, OSError, RuntimeError, KeyError) as error:
        raise IndexUnusable(path, str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # Rust's, which cannot be imported
            raise
        raise IndexUnusable(path, f"tantivy gave up: {error}") from error
