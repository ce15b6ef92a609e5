"""What one file of the articles folder holds, in any format: whatever fails costs it alone."""

import logging
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from index.articles import Article
from index.folder import Candidate, FileChanged, Skipped, because, bytes_of
from index.limits import Limits
from index.readers import (
    BulkReader,
    NothingToRead,
    ReadError,
    TooLarge,
    bulk_reader_for,
    reader_for,
)

logger = logging.getLogger(__name__)

_NEVER_WAIT = getattr(os, "O_NONBLOCK", 0)  # a FIFO would wait for its writer
_NEVER_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_OPEN = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


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
        bulk = bulk_reader_for(candidate.path.name)
        if bulk is None:
            yield _article(candidate, folder, limits)
        else:
            yield from _records(bulk, candidate, folder, limits)
    except ReadError as error:
        yield Skipped(candidate.id, str(error), transient=isinstance(error, FileChanged))
    except OSError as error:
        yield Skipped(candidate.id, because(error), transient=True)
    except MemoryError:
        yield Skipped(candidate.id, str(TooMuchMemory(limits.memory_bytes)))
    except Exception as error:  # any failure of a reader costs one file alone
        logger.warning("a reader failed on %a", candidate.id, exc_info=True)
        yield Skipped(candidate.id, f"Its reader failed ({type(error).__name__}).")


def _article(candidate: Candidate, folder: Path, limits: Limits) -> Article | Skipped:
    reader = reader_for(candidate.path.name, expanded_bytes=limits.expanded_bytes)
    return _sound(reader(candidate.id, bytes_of(candidate, folder, limits)), limits)


def _records(
    bulk: BulkReader, candidate: Candidate, folder: Path, limits: Limits
) -> Iterator[Article | Skipped]:
    with _opened(candidate, folder, limits) as file:
        for outcome in bulk(candidate.id, file):
            if isinstance(outcome, Article):
                yield _sound(outcome, limits)
            else:
                yield Skipped(outcome.id, outcome.reason)


def _sound(article: Article, limits: Limits) -> Article | Skipped:
    """The article, unless its text is too long, or nothing of it could be kept."""
    length = len(article.text)
    if length > limits.text_characters:
        return Skipped(article.id, str(TooMuchText(length, limits.text_characters)))
    return article if article.blocks else Skipped(article.id, str(NothingToRead()))


@contextmanager
def _opened(candidate: Candidate, folder: Path, limits: Limits) -> Iterator[BinaryIO]:
    """A bulk file that is still the one that was found, inside the folder, and stays at rest."""
    if candidate.stat.st_size > limits.bulk_bytes:
        raise TooLarge(candidate.stat.st_size, limits.bulk_bytes)
    descriptor = os.open(candidate.path, _OPEN | _NEVER_WAIT | _NEVER_FOLLOW)
    with open(descriptor, "rb") as file:  # noqa: PTH123 - a descriptor has no path
        before = os.fstat(descriptor)
        root = Path(os.path.realpath(folder))
        inside = Path(os.path.realpath(candidate.path)).is_relative_to(root)
        same = os.path.samestat(before, candidate.stat)
        if not (inside and same and stat.S_ISREG(before.st_mode)):
            raise FileChanged
        if before.st_size == 0:
            raise NothingToRead
        yield file
        after = os.fstat(descriptor)
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise FileChanged
