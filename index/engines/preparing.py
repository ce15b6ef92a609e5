"""Passages made ready for tantivy: in this process, or those of a large library in several."""

import gc
import logging
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from index.analysis import Analyzer
from index.documents import document_of
from index.engines.tantivy_files import prepared
from index.engines.tantivy_state import Prepared
from index.library import Library
from index.passages import Passage
from index.storage import LibraryChanged

logger = logging.getLogger(__name__)

PARALLEL = 5_000
"""Passages from which on other processes are worth their start."""

BATCH = 500
"""Passages that a process prepares at a time; a few batches a process are held."""


def prepared_passages(passages: Iterable[Passage]) -> Iterator[Prepared]:
    """The passages, made ready one by one."""
    analyzer = Analyzer()
    return (prepared(document_of(passage, analyzer)) for passage in passages)


def all_prepared(library: Library) -> Iterator[Prepared]:
    """All passages of a library, in memory that does not grow with it."""
    count = min(os.cpu_count() or 1, 8)
    if count == 1 or library.passage_count < PARALLEL or not isinstance(library.path, Path):
        yield from prepared_passages(library.passages)
        return
    yield from _in_processes(library, library.path, count)


def _in_processes(library: Library, path: Path, count: int) -> Iterator[Prepared]:
    """Each process reads the library itself; here only what is to be written comes in."""
    numbers = library.numbers
    ranges = (numbers[i : i + BATCH] for i in range(0, len(numbers), BATCH))
    # New processes, not copies of this one: it may have threads that hold locks.
    with ProcessPoolExecutor(
        count,
        mp_context=get_context("spawn"),
        initializer=_begin,
        initargs=(path, library.generation),
    ) as pool:
        waiting: deque[Future[list[Prepared]]] = deque()
        try:
            for some in ranges:
                waiting.append(pool.submit(_batch, some[0], some[-1]))
                if len(waiting) > 3 * count:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


_opened: Library | None = None


def _begin(path: Path, generation: int) -> None:
    """In each process, before its first batch."""
    global _opened  # noqa: PLW0603 - a process of ours that does nothing else
    gc.set_threshold(100_000, 50, 50)  # what is made here is no garbage before it is sent
    _opened = Library.opened(path)
    if _opened.generation != generation:
        raise LibraryChanged(path)


def _batch(first: int, last: int) -> list[Prepared]:
    if _opened is None:
        return []
    return list(prepared_passages(_opened.passages_between(first, last)))
