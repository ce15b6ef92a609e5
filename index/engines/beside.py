"""The tantivy index beside a library's file: made from it, and never trusted beyond it.

An index says which generation of the library it holds, by which code, and how many passages. Where
any of that is not the library's it is caught up, or built anew: after a crash at any point as well.
Only who holds the library's lock writes.
"""

import hashlib
import logging
import shutil
import tempfile
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import islice
from pathlib import Path

from index import documents
from index.analysis import VERSION
from index.engine import Scoring
from index.engines.preparing import all_prepared, prepared_passages
from index.engines.tantivy import TantivyEngine
from index.engines.tantivy_faults import file_faults, passage_faults
from index.engines.tantivy_files import build, update
from index.engines.tantivy_state import FORMAT, IndexUnusable, Prepared
from index.library import Library
from index.locking import LibraryInUse, writing_alone
from index.storage import LibraryChanged, LibraryUnwritable

logger = logging.getLogger(__name__)

MOST_BEHIND = 1_000
"""Generations that are caught up with. New libraries begin anywhere: more says nothing."""

MOST_CHANGED = 50_000
"""Passages that are caught up with: they are held in memory."""

MOST_WASTED = 1 / 3
"""Share of removed passages from which on an index is built anew."""

TOLD = 200
"""Passages that are written before it is said how many more are."""

PATIENCE = 30.0
"""Seconds for which another process is left to finish what it writes."""


def place_of(library: Path) -> Path:
    """The folder of the index beside a library's file."""
    return library.with_suffix(".tantivy")


def engine_beside(
    library: Library,
    *,
    scoring: Scoring,
    anew: bool = False,
    advance: Callable[[int], None] | None = None,
) -> TantivyEngine:
    """An engine over exactly what `library` holds; LibraryChanged when that is no longer so.

    `advance` is told how many passages more are written where an index is built.
    """
    if not isinstance(library.path, Path):
        return _for_now(library, scoring)
    path = place_of(library.path)
    _tidy(library.path)
    if not anew and (engine := current(path, library, scoring)):
        return engine
    try:
        with _alone(library, path) as needed:
            if needed or anew:
                _bring_up(path, library, advance or _untold, anew=anew)
    except LibraryUnwritable as error:
        logger.warning("indexing for this process alone: %s", error)
        return _for_now(library, scoring)
    if engine := current(path, library, scoring):
        return engine
    raise LibraryChanged(library.path)


def current(path: Path, library: Library, scoring: Scoring) -> TantivyEngine | None:
    """The engine at `path`, if it holds what the library holds. Reads little of either."""
    try:
        engine = TantivyEngine.open(path, scoring=scoring)
    except IndexUnusable as error:
        logger.debug("%s", error)
        return None
    known = (engine.generation, engine.state.stamp, engine.size)
    return engine if known == (library.generation, stamp(), library.passage_count) else None


def faults_beside(library: Library) -> Iterator[str]:
    """A sentence for each thing that is wrong with the library's index; one that is merely behind
    is caught up when it is opened."""
    if not isinstance(library.path, Path):
        return
    path = place_of(library.path)
    engine = current(path, library, Scoring())
    if engine is None:
        return
    yield from file_faults(path)
    yield from passage_faults(engine, all_prepared(library))


@cache
def stamp() -> str:
    """Says by which code passages become terms."""
    source = Path(documents.__file__).read_bytes()
    return f"{FORMAT}/{VERSION}/{hashlib.sha256(source).hexdigest()[:16]}"


@contextmanager
def _alone(library: Library, path: Path) -> Iterator[bool]:
    """Holds the library for writing, and says whether its index still has to be brought up.

    Waits for another process, which may be bringing up this very index.
    """
    file = Path(library.path)
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with writing_alone(file):
                _check_unchanged(library, file)
                yield current(path, library, Scoring()) is None
                return
        except LibraryInUse:
            if time.monotonic() > end:
                raise
        if current(path, library, Scoring()):
            yield False
            return
        time.sleep(0.1)


def _check_unchanged(library: Library, path: Path) -> None:
    now = Library.opened(path)
    try:
        if now.generation != library.generation:
            raise LibraryChanged(path)
    finally:
        now.close()


def _bring_up(path: Path, library: Library, advance: Callable[[int], None], *, anew: bool) -> None:
    try:
        if not anew and _caught_up(path, library):
            return
    except IndexUnusable as error:
        logger.info("%s", error)
    started = time.monotonic()
    passages = _told(all_prepared(library), advance)
    try:
        build(path, passages, generation=library.generation, stamp=stamp())
    except (OSError, IndexUnusable) as error:
        raise LibraryUnwritable(path, str(error)) from error
    took = time.monotonic() - started
    logger.info("indexed %d passages in %.1f s", library.passage_count, took)


def _told(passages: Iterator[Prepared], advance: Callable[[int], None]) -> Iterator[Prepared]:
    """The passages; after every few, how many were taken."""
    while some := list(islice(passages, TOLD)):
        yield from some
        advance(len(some))


def _untold(count: int) -> None:
    """Nobody wants to know."""


def _caught_up(path: Path, library: Library) -> bool:
    """Whether the index could be brought from an earlier generation to the library's.

    The library forgets where passages stood after a time; the count of passages tells then.
    """
    engine = TantivyEngine.open(path)
    then = engine.generation
    if engine.state.stamp != stamp() or not 0 < library.generation - then <= MOST_BEHIND:
        return False
    gone = list(islice(library.gone_since(then), MOST_CHANGED))
    added = list(islice(library.since(then), MOST_CHANGED))
    if len(gone) + len(added) > min(MOST_CHANGED, max(library.passage_count, engine.size) // 3):
        return False
    update(path, prepared_passages(added), gone, generation=library.generation, stamp=stamp())
    now = TantivyEngine.open(path)
    return now.size == library.passage_count and now.wasted <= MOST_WASTED


def _for_now(library: Library, scoring: Scoring) -> TantivyEngine:
    """An engine in a folder that goes with it."""
    folder = Path(tempfile.mkdtemp(prefix="pullquote-"))
    path = folder / "index"
    try:
        build(path, all_prepared(library), generation=library.generation, stamp=stamp())
        engine = TantivyEngine.open(path, scoring=scoring)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    weakref.finalize(engine, shutil.rmtree, folder, ignore_errors=True)
    return engine


def _tidy(library: Path) -> None:
    """Removes what a process left that died between building and removing."""
    path = place_of(library)
    strays = [path.with_name(f"{path.name}.{end}") for end in ("new", "old")]
    if any(stray.exists() for stray in strays):
        try:
            with writing_alone(library):
                for stray in strays:
                    shutil.rmtree(stray, ignore_errors=True)
        except (LibraryInUse, LibraryUnwritable):
            logger.debug("another process is at work on %s", path.name)
