"""From a folder to a library that can be asked, whatever stands in the way of keeping it."""

import hashlib
import logging
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from index.articles import Article
from index.folder import FolderError, Skipped, walk
from index.library import Library
from index.locking import LibraryInUse
from index.reports import Report
from index.storage import LibraryDamaged, LibraryMissing, LibraryTooNew, LibraryUnwritable
from index.sync import sync
from index.update import RemovalRefused, SyncOptions
from index.workers import WorkersFailed

logger = logging.getLogger(__name__)

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Opened:
    """A library, up to date unless `problem` says why not.

    `skipped` counts the files that gave nothing, `left_out` the records of the others.
    """

    library: Library
    skipped: int
    left_out: int
    problem: str | None = None


def library_path(libraries: Path, folder: Path) -> Path:
    """The file for a folder's library: named after the folder, and by a hash of where it is."""
    place = os.path.realpath(folder)
    mark = hashlib.sha256(os.fsencode(place)).hexdigest()[:12]
    name = re.sub(r"[^A-Za-z0-9._-]", "_", Path(place).name)[:40]
    return libraries / f"{name}-{mark}.sqlite"


def opened(
    folder: Path,
    path: Path,
    options: SyncOptions,
    made: Callable[[Opened], Made],
    report: Report | None = None,
) -> Made:
    """What is `made` of the library of `folder`, brought up to date.

    A library that turns out to be damaged while something is made of it is made anew, once. Raises
    FolderError or LibraryError where there is neither a folder to read nor a library to ask.
    """
    try:
        return made(_up_to_date(folder, path, options, report))
    except LibraryDamaged as error:
        logger.error("%s", error)
        return made(_up_to_date(folder, path, replace(options, force=True), report))


def _up_to_date(folder: Path, path: Path, options: SyncOptions, report: Report | None) -> Opened:
    try:
        sync(folder, path, options, report)
        return _stored(path)
    except (RemovalRefused, FolderError, LibraryInUse, WorkersFailed) as error:
        try:
            return _stored(path, problem=str(error))
        except LibraryMissing:
            raise error from None
    except (LibraryUnwritable, LibraryTooNew) as error:
        logger.debug("answering from memory", exc_info=True)
        return _in_memory(
            folder, options, f"{error}. Every start reads all articles anew until then"
        )


def _stored(path: Path, *, problem: str | None = None) -> Opened:
    library = Library.opened(path)
    skipped, left_out = library.skipped, library.left_out_count
    return Opened(library, skipped, left_out, problem)


def _in_memory(folder: Path, options: SyncOptions, problem: str) -> Opened:
    """A library of the folder as it is now, that ends with this process."""
    found = list(walk(folder))
    candidates = [f for f in found if not isinstance(f, Skipped)]
    articles: dict[str, Article] = {}
    without: list[str] = []
    for outcome in options.extractor(candidates, folder, options.limits):
        if isinstance(outcome, Skipped):
            without.append(outcome.path)
        elif articles.setdefault(outcome.sha256, outcome) is not outcome:
            without.append(outcome.id)
    records = len(set(without) - {candidate.id for candidate in candidates})
    skipped = len(found) - len(candidates) + len(without) - records
    return Opened(Library.of(articles.values()), skipped, records, problem)
