"""One file of the articles folder: opened with care, read by its reader, and whatever fails in it
costs it alone.
"""

import logging
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from index.articles import Article
from index.folder import Candidate, Skipped
from index.limits import Limits
from index.readers import NothingToRead, ReadError, TooLarge, bulk_reader_for, reader_for

logger = logging.getLogger(__name__)

_NEVER_WAIT = getattr(os, "O_NONBLOCK", 0)  # a FIFO would wait for its writer
_NEVER_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_OPEN = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class Changed(ReadError):
    """The file was replaced or written to while it was read."""

    def __init__(self) -> None:
        super().__init__("It was being changed while it was read. Try again when it is at rest.")


class TooMuchText(ReadError):
    """The file's text is longer than the limit allows."""

    def __init__(self, length: int, limit: int) -> None:
        self.length = length
        self.limit = limit
        super().__init__(
            f"It holds {length:,} characters of text, more than the limit of {limit:,}."
            " Split it into smaller files."
        )


class TooMuchMemory(ReadError):
    """The file cannot be read in the memory that one file may take."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        super().__init__(
            f"It needs more than {limit >> 20:,} MB of memory to be read."
            " Split it into smaller files."
        )


def outcomes_of(candidate: Candidate, folder: Path, limits: Limits) -> Iterator[Article | Skipped]:
    """What one file holds: its article, for a bulk file every record's, or why there is none."""
    try:
        yield from _outcomes(candidate, folder, limits)
    except ReadError as error:
        yield Skipped(candidate.id, str(error))
    except OSError as error:
        what = error.strerror or type(error).__name__
        yield Skipped(candidate.id, f"It cannot be read: {what}. Check its permissions.")
    except MemoryError:
        yield Skipped(candidate.id, str(TooMuchMemory(limits.memory_bytes)))
    except Exception as error:  # any failure of a reader costs one file alone
        logger.warning("a reader failed on %a", candidate.id, exc_info=True)
        yield Skipped(candidate.id, f"Its reader failed ({type(error).__name__}).")


def _outcomes(candidate: Candidate, folder: Path, limits: Limits) -> Iterator[Article | Skipped]:
    name = candidate.path.name
    bulk = bulk_reader_for(name)
    if bulk is None:
        reader = reader_for(name, expanded_bytes=limits.expanded_bytes)
        yield _short(reader(candidate.id, _bytes_of(candidate, folder, limits)), limits)
        return
    with opened(candidate, folder, limits) as file:
        for outcome in bulk(candidate.id, file):
            if isinstance(outcome, Article):
                yield _short(outcome, limits)
            else:
                yield Skipped(outcome.id, outcome.reason)


def _short(article: Article, limits: Limits) -> Article | Skipped:
    if len(article.text) > limits.text_characters:
        return Skipped(article.id, str(TooMuchText(len(article.text), limits.text_characters)))
    return article


def _bytes_of(candidate: Candidate, folder: Path, limits: Limits) -> bytes:
    with opened(candidate, folder, limits) as file:
        data = file.read(limits.file_bytes + 1)
        if len(data) > limits.file_bytes:
            raise TooLarge(len(data), limits.file_bytes)
        if len(data) != os.fstat(file.fileno()).st_size:
            raise Changed
    return data


@contextmanager
def opened(candidate: Candidate, folder: Path, limits: Limits) -> Iterator[BinaryIO]:
    """A file that is still the one that was found, inside the folder, and stays at rest."""
    if candidate.stat.st_size > limits.file_bytes:
        raise TooLarge(candidate.stat.st_size, limits.file_bytes)
    descriptor = os.open(candidate.path, _OPEN | _NEVER_WAIT | _NEVER_FOLLOW)
    with open(descriptor, "rb") as file:  # noqa: PTH123 - a descriptor has no path
        before = os.fstat(descriptor)
        root = Path(os.path.realpath(folder))
        inside = Path(os.path.realpath(candidate.path)).is_relative_to(root)
        same = os.path.samestat(before, candidate.stat)
        if not (inside and same and stat.S_ISREG(before.st_mode)):
            raise Changed
        if before.st_size == 0:
            raise NothingToRead
        yield file
        after = os.fstat(descriptor)
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise Changed
