"""The index command: brings a library up to date, says what became of each file, and goes on so."""

import json
import time
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import Protocol, TextIO

from index.choosing import make_ready
from index.engine import EngineError, EngineName
from index.folder import FolderError
from index.library import Library
from index.locking import LibraryInUse
from index.reports import FileReport, Status
from index.storage import LibraryError
from index.sync import sync
from index.update import RemovalRefused, Synced, SyncOptions
from qa.render.visible import one_line

AGAIN = 2.0
"""Seconds after which a watched folder that could not be brought in is tried again."""


class Progress(Protocol):
    """Shows how far the reading of files, or the indexing of passages, is."""

    def expect(self, count: int) -> None:
        """So many there will be."""
        ...

    def advance(self, count: int = 1) -> None:
        """One, or so many, of them are done."""
        ...


@dataclass(frozen=True, slots=True)
class IndexCommand:
    """What is to be indexed and how it is told."""

    folder: Path
    path: Path
    sync: SyncOptions
    out: TextIO
    engine: EngineName = EngineName.AUTO
    json: bool = False
    progress: Callable[[str], AbstractContextManager[Progress]] | None = None


def run_index(command: IndexCommand) -> None:
    """Brings the library up to date once; FolderError or LibraryError where it cannot."""
    _once(command, told=frozenset(Status))


def watch_index(
    command: IndexCommand,
    changes: Callable[[Path, Event], Iterable[bool]],
    complain: Callable[[str], None],
) -> None:
    """Brings the library up to date whenever the folder changes, until it is interrupted."""
    run_index(command)
    later = replace(command, sync=replace(command.sync, force=False), progress=None)
    failed, last = "", time.monotonic()
    for changed in changes(command.folder, Event()):
        if not changed and not (failed and time.monotonic() - last > AGAIN):
            continue
        last = time.monotonic()
        try:
            _once(later, told=frozenset(Status) - {Status.UNCHANGED})
            failed = ""
        except (FolderError, LibraryInUse, RemovalRefused, LibraryError, EngineError) as error:
            if str(error) != failed:
                complain(str(error))
            failed = str(error)


def _once(command: IndexCommand, *, told: frozenset[Status]) -> None:
    _told(command, _synced(command, told))
    if not command.sync.dry_run:
        library = Library.opened(command.path)
        try:
            _make_ready(library, command)
        finally:
            library.close()


def _make_ready(library: Library, command: IndexCommand) -> None:
    if command.progress is None:
        make_ready(library, command.engine, anew=command.sync.force)
        return
    with command.progress("indexing") as progress:
        progress.expect(library.passage_count)
        make_ready(library, command.engine, anew=command.sync.force, advance=progress.advance)


def _synced(command: IndexCommand, told: frozenset[Status]) -> Synced:
    if command.progress is None:
        return sync(command.folder, command.path, command.sync, _reporter(command, told))
    with command.progress("reading") as progress:
        report = _reporter(command, told)

        def advance(file: FileReport) -> None:
            report(file)
            if file.status in (Status.INDEXED, Status.SKIPPED):
                progress.advance()

        options = replace(command.sync, expecting=progress.expect)
        return sync(command.folder, command.path, options, advance)


def _reporter(command: IndexCommand, told: frozenset[Status]) -> Callable[[FileReport], None]:
    """Prints what is worth a line: everything as JSON, otherwise what was skipped or removed."""

    def report(file: FileReport) -> None:
        if file.status not in told:
            return
        if command.json:
            record = {"path": file.path, "status": file.status, "reason": file.reason}
            print(json.dumps(record), file=command.out, flush=True)
        elif file.status is Status.SKIPPED:
            print(one_line(f"skipped {file.path}: {file.reason}"), file=command.out)
        elif file.status is Status.REMOVED:
            print(one_line(f"removed {file.path}"), file=command.out)

    return report


def _told(command: IndexCommand, done: Synced) -> None:
    state, counts = done.state, done.counts
    if command.json:
        totals = {
            "totals": counts,
            "articles": state.articles,
            "passages": state.passages,
            "library": str(command.path),
            "dry_run": command.sync.dry_run,
        }
        print(json.dumps(totals), file=command.out, flush=True)
        return
    files = ", ".join(f"{count:,} {status}" for status, count in counts.items())
    held = f"{state.articles:,} articles, {state.passages:,} passages"
    would = "nothing was written; there would be " if command.sync.dry_run else ""
    print(one_line(f"{files}; {would}{held} in {command.path}"), file=command.out, flush=True)
