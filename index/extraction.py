"""Files to articles, each read in a process apart: what hangs, crashes or eats memory costs itself
alone, and a thousand files are read at the speed of all cores.

A handful of small Markdown and text files is read right here instead, because starting a process
takes longer than reading them: see `is_quick`.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.articles import Article
from index.files import outcomes_of
from index.folder import Candidate, Skipped
from index.limits import Limits
from index.readers import BULK, PACKED, READERS, ending_of

QUICK_BYTES = 64_000
"""Bytes of the largest file that is read in our own process."""

QUICK_BYTES_TOGETHER = 500_000
"""Bytes of all the files together, up to which they are."""

_QUICK = frozenset({".txt", ".text", ".md", ".markdown"})


def extract(
    candidates: Sequence[Candidate],
    folder: Path,
    limits: Limits,
    *,
    workers: int | None = None,
    command: Sequence[str] | None = None,
) -> Iterator[Article | Skipped]:
    """What the candidates hold, in their order: articles, and why each of the others is none.

    `workers` is how many processes read at once, by default one for each core; `command` starts
    one of them. WorkersFailed when none can be started.
    """
    if is_quick(candidates):
        for candidate in candidates:
            yield from outcomes_of(candidate, folder, limits)
        return
    from index.pool import Pool
    from index.workers import worker_command

    most = min(workers or _cores(), len(candidates))
    pool = Pool(candidates, folder, limits, most, command or worker_command())
    try:
        yield from pool.outcomes()
    finally:
        pool.close()


def is_quick(candidates: Sequence[Candidate]) -> bool:
    """Whether files are read in our own process: Markdown and text alone, small each and together.

    What no reader knows does not count, as it is not opened.
    """
    known = [c for c in candidates if ending_of(c.path.name) in READERS | PACKED | BULK]
    sizes = [candidate.stat.st_size for candidate in known]
    return (
        all(ending_of(candidate.path.name) in _QUICK for candidate in known)
        and max(sizes, default=0) <= QUICK_BYTES
        and sum(sizes) <= QUICK_BYTES_TOGETHER
    )


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
