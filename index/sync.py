"""From a folder of files to its library: only what changed is read, nothing is lost by chance."""

import hashlib
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from index.analysis import VERSION
from index.changes import changes
from index.checking import faults
from index.folder import walk
from index.library import Library
from index.limits import Limits
from index.locking import writing_alone
from index.reports import Report, Reports
from index.storage import LibraryDamaged, LibraryError, LibraryMissing, LibraryOutdated
from index.update import Synced, SyncOptions, Update
from index.writing import Writer, writer_to

logger = logging.getLogger(__name__)


def sync(
    folder: Path, path: Path, options: SyncOptions | None = None, report: Report | None = None
) -> Synced:
    """Brings the library at `path` up to date with `folder`, in one commit.

    FolderError when the folder cannot be read, LibraryError when the library cannot be written;
    either way the library is as it was before. Damaged and outdated libraries are made anew.
    """
    options = options or SyncOptions()
    reports = Reports(report)
    root = Path(os.path.realpath(folder))
    found = list(walk(folder))
    stamp = stamp_of(options.limits)
    renewed: str | None = None
    try:
        with _opened(path) as library:
            if options.force and (fault := next(faults(library), None)):
                raise LibraryDamaged(path, fault)
            state = library.state
            known = changes(found, library.files(), force=options.force or state.stamp != stamp)
        if known.is_empty and not options.force and state.stamp == stamp:
            reports.settled(known)
            return Synced(state, reports.counts)
    except LibraryMissing:
        pass
    except (LibraryDamaged, LibraryOutdated) as error:
        renewed = str(error)
        logger.warning("making the library anew: %s", error)
    with _writer(path, anew=renewed is not None, dry_run=options.dry_run) as writer:
        update = Update(root, stamp, options, writer, reports)
        return Synced(update.done(found), reports.counts, renewed)


def stamp_of(limits: Limits) -> str:
    """Says by which code and within which limits files are read: with others, all anew."""
    return f"analyzer {VERSION}, readers {_code_digest()}, {limits}"


@cache
def _code_digest() -> str:
    """Over the source of all that decides what a file's stored text and passages are."""
    here = Path(__file__).parent
    found = hashlib.sha256()
    for file in sorted(
        [
            *here.glob("readers/*.py"),
            *(here / f"{name}.py" for name in ("passages", "articles", "abbreviations")),
        ]
    ):
        found.update(file.read_bytes())
    return found.hexdigest()[:16]


@contextmanager
def _opened(path: Path) -> Iterator[Library]:
    library = Library.opened(path)
    try:
        yield library
    finally:
        library.close()


@contextmanager
def _writer(path: Path, *, anew: bool, dry_run: bool) -> Iterator[Writer]:
    """A writer in a transaction, to the library at `path` or to one that takes its place."""
    with writing_alone(path):
        if not anew:
            with writer_to(path) as writer:
                writer.begin()
                yield writer
            return
        beside = path.with_name(f"{path.name}.new")
        _remove(beside)
        try:
            with writer_to(beside) as writer:
                writer.begin()
                _inherit(path, writer)
                yield writer
            if not dry_run:
                _put(beside, path)
        finally:
            _remove(beside)


def _inherit(path: Path, writer: Writer) -> None:
    """Keeps the ids of a library's passages, as far as it can still be read."""
    with suppress(LibraryError), _opened(path) as library:
        for passage in library.passages:
            writer.remember(passage)


def _put(beside: Path, path: Path) -> None:
    """Lets a finished library take the place of a broken one, whose log must not outlive it."""
    for name in ("-wal", "-shm"):
        path.with_name(path.name + name).unlink(missing_ok=True)
    beside.replace(path)
    if hasattr(os, "O_DIRECTORY"):
        descriptor = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _remove(path: Path) -> None:
    for name in ("", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + name).unlink(missing_ok=True)
