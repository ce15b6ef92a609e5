"""A folder of files: which of them may be articles, and why each of the others is none.

`walk` finds candidates without opening them, `read_one` reads one of them; `read_folder` does both.
"""

import logging
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.articles import Article
from index.limits import Limits
from index.readers import NothingToRead, ReadError, TooLarge, reader_for

logger = logging.getLogger(__name__)

_NEVER_WAIT = getattr(os, "O_NONBLOCK", 0)  # a FIFO would wait for its writer
_NEVER_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_OPEN = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may be an article: its id, its path and what `lstat` said of it."""

    id: str
    path: Path
    stat: os.stat_result


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or folder that is not read; `path` is relative to the articles folder.

    `transient`: what it holds is unknown, and a later try may succeed. What was read of it before
    still stands. `unlisted`: it is a folder whose names are unknown.
    """

    path: str
    reason: str
    transient: bool = False
    unlisted: bool = False


@dataclass(frozen=True, slots=True)
class FolderReading:
    """The articles of a folder, by id, and everything in it that is none."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]


class FolderError(Exception):
    """The articles folder cannot be used; the sentence says why and what to do."""

    def __init__(self, folder: Path, reason: str, remedy: str) -> None:
        self.folder = folder
        super().__init__(f"the articles folder {str(folder)!r} {reason}. {remedy}")


class FolderMissing(FolderError):
    """There is no such folder."""


class NotAFolder(FolderError):
    """The path names something else."""


class FolderUnreadable(FolderError):
    """The folder is there, but may not be listed."""


def read_folder(folder: Path, *, limits: Limits | None = None) -> FolderReading:
    """The articles below `folder`, sorted by id; FolderError when it cannot be listed."""
    limits = limits or Limits()
    articles: list[Article] = []
    skipped: list[Skipped] = []
    first_with: dict[str, str] = {}
    for found in walk(folder):
        outcome = read_one(found, folder, limits) if isinstance(found, Candidate) else found
        if isinstance(outcome, Article):
            same = first_with.setdefault(outcome.sha256, outcome.id)
            if same != outcome.id:
                outcome = Skipped(outcome.id, f"It has the same text as {same!r}.")
        if isinstance(outcome, Article):
            articles.append(outcome)
        else:
            skipped.append(outcome)
    logger.info("read %d articles, skipped %d files", len(articles), len(skipped))
    return FolderReading(tuple(articles), tuple(skipped))


def walk(folder: Path) -> Iterator[Candidate | Skipped]:
    """Every file below `folder` that is not hidden, by id: a candidate, or why it is none."""
    _list(folder)  # raises what is wrong with the folder before anything is asked of it
    root = Path(os.path.realpath(folder))
    found: list[Candidate | Skipped] = []
    waiting = [root]
    while waiting:
        here = waiting.pop()
        try:
            names = _list(here)
        except FolderError as error:
            reason = because(error.__cause__)
            found.append(Skipped(_id(here, root), reason, transient=True, unlisted=True))
            continue
        for name in names:
            path = here / name
            if not name.startswith("."):
                found.extend(_sorted_out(path, root, waiting))
    return iter(sorted(found, key=lambda f: f.id if isinstance(f, Candidate) else f.path))


def read_one(candidate: Candidate, folder: Path, limits: Limits) -> Article | Skipped:
    """The article in one file, or why there is none: whatever fails costs this file alone."""
    try:
        reader = reader_for(candidate.path.name)
        return reader(candidate.id, bytes_of(candidate, folder, limits))
    except ReadError as error:
        return Skipped(candidate.id, str(error), transient=isinstance(error, FileChanged))
    except OSError as error:
        return Skipped(candidate.id, because(error), transient=True)
    except Exception as error:  # any failure of a reader costs one file alone
        logger.warning("a reader failed on %a", candidate.id, exc_info=True)
        return Skipped(candidate.id, f"Its reader failed ({type(error).__name__}).")


Extractor = Callable[[Sequence[Candidate], Path, Limits], Iterator[Article | Skipped]]
"""Reads candidates of a folder, best in their order: the first of two articles with the same text
is the one that is kept. A file of many records gives an article each, named `path#record`."""


def in_turn(
    candidates: Sequence[Candidate], folder: Path, limits: Limits
) -> Iterator[Article | Skipped]:
    """The extractor that reads one file after the other, in this process."""
    return (read_one(candidate, folder, limits) for candidate in candidates)


def _list(folder: Path) -> list[str]:
    """The names in `folder`."""
    try:
        return os.listdir(folder)  # noqa: PTH208 - names, not paths
    except FileNotFoundError as error:
        raise FolderMissing(folder, "does not exist", "Create it or name another.") from error
    except NotADirectoryError as error:
        raise NotAFolder(folder, "is no folder", "Name the folder that holds it.") from error
    except OSError as error:
        reason = f"cannot be listed: {error.strerror}"
        raise FolderUnreadable(folder, reason, "Check its permissions.") from error


def _sorted_out(path: Path, root: Path, waiting: list[Path]) -> Iterator[Candidate | Skipped]:
    """What `path` is: a folder goes to `waiting`, a file is a candidate, the rest is skipped."""
    try:
        seen = path.lstat()
    except OSError as error:
        gone = isinstance(error, FileNotFoundError)
        yield Skipped(_id(path, root), because(error), transient=not gone)
        return
    if stat.S_ISDIR(seen.st_mode):
        waiting.append(path)
    elif stat.S_ISREG(seen.st_mode):
        yield Candidate(_id(path, root), path, seen)
    elif stat.S_ISLNK(seen.st_mode):
        yield Skipped(_id(path, root), _link_reason(path, root))
    else:
        yield Skipped(_id(path, root), "It is no regular file.")


def _link_reason(path: Path, root: Path) -> str:
    """Why a symbolic link is skipped: there is no link that is followed."""
    try:
        target = Path(os.path.realpath(path, strict=True))
    except FileNotFoundError:
        return "It is a link to nothing."
    except OSError:
        return "It is a link that leads in a circle."
    if not target.is_relative_to(root):
        return "It is a link that leads out of the folder. Copy the file into it instead."
    return f"It is a link to {_id(target, root)!r}, which is read anyway."


def bytes_of(candidate: Candidate, folder: Path, limits: Limits) -> bytes:
    """The bytes of a file that is still the one that was found, and is at rest.

    ReadError or OSError where there are none to be had.
    """
    if candidate.stat.st_size > limits.file_bytes:
        raise TooLarge(candidate.stat.st_size, limits.file_bytes)
    descriptor = os.open(candidate.path, _OPEN | _NEVER_WAIT | _NEVER_FOLLOW)
    with open(descriptor, "rb") as file:  # noqa: PTH123 - a descriptor has no path
        before = os.fstat(descriptor)
        root = Path(os.path.realpath(folder))
        inside = Path(os.path.realpath(candidate.path)).is_relative_to(root)
        same = os.path.samestat(before, candidate.stat)
        if not (inside and same and stat.S_ISREG(before.st_mode)):
            raise FileChanged
        data = file.read(limits.file_bytes + 1)
        after = os.fstat(descriptor)
    if len(data) > limits.file_bytes:
        raise TooLarge(len(data), limits.file_bytes)
    if len(data) != after.st_size or before.st_mtime_ns != after.st_mtime_ns:
        raise FileChanged
    if not data:
        raise NothingToRead
    return data


class FileChanged(ReadError):
    """The file was replaced or written to while it was read."""

    def __init__(self) -> None:
        super().__init__("It was being changed while it was read. Try again when it is at rest.")


def because(error: BaseException | None) -> str:
    """Why a file cannot be read, where it is the system that says so."""
    what = getattr(error, "strerror", None) or type(error).__name__
    return f"It cannot be read: {what}. Check its permissions."


def _id(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
