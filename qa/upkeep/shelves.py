"""From a folder to a shelf that can be asked: a library brought up to date, an answerer over it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event

from index.choosing import engine_for
from index.engine import EngineError, EngineName
from index.folder import FolderError
from index.opening import Opened, library_path, opened
from index.reports import Report
from index.storage import LibraryChanged, LibraryError
from index.update import SyncOptions
from qa.answerer import Answerer, AnswerOptions
from qa.chat.keeper import Keeper
from qa.chat.shelf import Shelf, ShelfError

TRIES = 3
"""How often a library is opened that another process changes meanwhile."""

SETTLING = 300
"""Milliseconds for which a folder must be quiet before it is looked at."""


@dataclass(frozen=True, slots=True)
class ShelfOptions:
    """Where libraries are kept, how folders are read, and what searches and answers."""

    libraries: Path
    sync: SyncOptions = field(default_factory=SyncOptions)
    answering: AnswerOptions = field(default_factory=AnswerOptions)
    engine: EngineName = EngineName.AUTO
    report: Report | None = None


def shelf_of(
    folder: Path, options: ShelfOptions, before: Shelf | None = None, *, anew: bool = False
) -> Shelf:
    """The shelf of a folder as it is now: `before`, where its library has not changed since.

    ShelfError when the folder cannot be read and no library of it is kept.
    """
    sync = replace(options.sync, force=anew)

    def made(found: Opened) -> Shelf:
        if before and not anew and _same(before, found):
            found.library.close()
            return replace(
                before,
                problem=found.problem,
                skipped=found.skipped,
                left_out=found.left_out,
            )
        engine = engine_for(
            found.library, options.engine, scoring=options.answering.scoring, anew=anew
        )
        answerer = Answerer(found.library, engine=engine, options=options.answering)
        return Shelf(
            folder,
            found.library,
            answerer.answer,
            answerer.vocabulary,
            skipped=found.skipped,
            left_out=found.left_out,
            problem=found.problem,
        )

    path = library_path(options.libraries, folder)
    for left in reversed(range(TRIES)):
        try:
            return opened(folder, path, sync, made, options.report)
        except LibraryChanged as error:  # by another process, after it was opened
            if not left:
                raise ShelfError(str(error)) from None
        except (FolderError, LibraryError, EngineError) as error:
            raise ShelfError(str(error)) from None
    raise AssertionError("unreachable")


def keeper_of(folder: Path, options: ShelfOptions) -> Keeper:
    """Holds the shelf of a folder and can keep up with it; ShelfError as above."""
    return Keeper(lambda before, anew: shelf_of(folder, options, before, anew=anew))


def library_of(folder: Path, options: ShelfOptions) -> Opened:
    """The library of a folder, brought up to date, without anything that answers."""
    path = library_path(options.libraries, folder)
    return opened(folder, path, options.sync, lambda found: found, options.report)


def folder_changes(folder: Path, stop: Event) -> Iterator[bool]:
    """Yields about once a second, and whether something in the folder changed since."""
    from watchfiles import watch

    while not stop.is_set():
        try:
            for changed in watch(
                folder,
                stop_event=stop,
                debounce=1_600,
                step=SETTLING,
                rust_timeout=1_000,
                yield_on_timeout=True,
                watch_filter=None,
                raise_interrupt=False,
                ignore_permission_denied=True,
            ):
                yield bool(changed)
        except OSError:  # the folder is gone; whoever asks for its articles says so
            yield not stop.wait(1.0)


def _same(before: Shelf, found: Opened) -> bool:
    return (before.library.path, before.library.generation) == (
        found.library.path,
        found.library.generation,
    )
