"""Files to articles, each read in a process of its own kind, so that a file that hangs, crashes or
eats memory costs itself alone, and a thousand files are read at the speed of all cores.

A handful of small Markdown and text files is read right here instead, because starting a process
takes longer than reading them: see `is_quick`. One thread does all the rest: it waits on the pipes
of all processes at once, so that none can hold it up. A file during which a process dies is tried
once more in a fresh one, unless the one that died was fresh: what came before it may be to blame.
"""

import heapq
import logging
import os
import selectors
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from index.articles import Article
from index.files import outcomes_of
from index.folder import Candidate, Skipped
from index.frames import FrameError, framed, order_of, outcome_of, task_of
from index.limits import Limits
from index.readers import BULK, PACKED, READERS, bulk_reader_for, ending_of
from index.workers import Task, Worker, WorkersFailed, worker_command

logger = logging.getLogger(__name__)

QUICK_BYTES = 64_000
"""Bytes of the largest file that is read in our own process."""

QUICK_BYTES_TOGETHER = 500_000
"""Bytes of all the files together, up to which they are."""

AHEAD = 256
"""Files that may be read before the first of them that is not done yet."""

AHEAD_CHARACTERS = 50_000_000
"""Characters of articles held back to keep the order, from which no further file is begun."""

_IN_HAND = 2
"""Files that a process is given at once, so that it need not wait for the next."""

_FITS = 4_096
"""Bytes that fit into any pipe; a second file is given only where its task is no longer."""

_USES = 2_000
"""Files after which a process is replaced, since libraries leak."""

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
    most = min(workers or _cores(), len(candidates))
    pool = _Pool(candidates, folder, limits, most, command or worker_command())
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


class _Pool:
    """The processes, what they have in hand, and what is done but not yet due."""

    def __init__(
        self,
        candidates: Sequence[Candidate],
        folder: Path,
        limits: Limits,
        most: int,
        command: Sequence[str],
    ) -> None:
        self._limits = limits
        self._command = command
        self._order = framed(order_of(folder, limits))
        self._tasks = [
            Task(candidate, number, bulk_reader_for(candidate.path.name) is not None)
            for number, candidate in enumerate(candidates)
        ]
        self._waiting = [task.number for task in self._tasks if not task.bulk]  # a heap
        self._bulk = [task.number for task in self._tasks if task.bulk]  # another
        self._due = 0  # the number of the task whose outcomes are given out next
        self._held = 0  # characters of articles that are held back
        self._pipes = selectors.DefaultSelector()
        self._workers: list[Worker] = []
        for _ in range(most):
            self._start()

    def outcomes(self) -> Iterator[Article | Skipped]:
        """Every task's outcomes, in the order of the tasks."""
        while True:
            self._hand_out()
            yield from self._ripe()
            if self._due == len(self._tasks):
                return
            self._listen()

    def close(self) -> None:
        """End all processes."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()
        self._pipes.close()

    def _start(self) -> None:
        longest = 12 * self._limits.text_characters + 64_000_000
        try:
            worker = Worker(self._command, self._order, longest)
        except WorkersFailed:
            if not self._workers:
                raise
            logger.warning("only %d reading processes can be started", len(self._workers))
            return
        self._workers.append(worker)
        self._pipes.register(worker.output, selectors.EVENT_READ, worker)

    def _hand_out(self) -> None:
        """Give files to the processes: one to each that has none, then one more to each."""
        for in_hand in range(_IN_HAND):
            for worker in self._workers:
                if len(worker.tasks) == in_hand and (task := self._next(second=in_hand > 0)):
                    if not worker.tasks:
                        worker.deadline = max(worker.deadline, self._soon())
                    worker.tasks.append(task)
                    worker.send(framed(task_of(task.candidate)))

    def _next(self, *, second: bool) -> Task | None:
        """The next file to begin; a bulk file only when it is due, since it is not held back."""
        if self._bulk and self._bulk[0] == self._due and not second:
            return self._tasks[heapq.heappop(self._bulk)]
        if not self._waiting:
            return None
        number = self._waiting[0]
        far = number >= self._due + AHEAD or self._held > AHEAD_CHARACTERS
        if number != self._due and far:
            return None
        if second and len(framed(task_of(self._tasks[number].candidate))) > _FITS:
            return None
        return self._tasks[heapq.heappop(self._waiting)]

    def _ripe(self) -> Iterator[Article | Skipped]:
        while self._due < len(self._tasks):
            task = self._tasks[self._due]
            while task.outcomes:
                outcome = task.outcomes.popleft()
                self._held -= _length(outcome)
                yield outcome
            if not task.done:
                return
            self._due += 1

    def _listen(self) -> None:
        """Wait until a process says something, or has been silent for too long."""
        busy = [worker for worker in self._workers if worker.tasks or not worker.ready]
        if not busy:  # a bulk file has just become due
            return
        wait = min(worker.deadline for worker in busy) - time.monotonic()
        spoke = [key.data for key, _ in self._pipes.select(max(wait, 0.0))]
        for worker in spoke:
            self._hear(worker)
        now = time.monotonic()
        for worker in busy:
            if worker in self._workers and worker not in spoke and worker.deadline <= now:
                self._give_up(worker)

    def _hear(self, worker: Worker) -> None:
        frames = worker.heard()
        if frames is None:
            self._mourn(worker)
            return
        try:
            for frame in frames:
                if worker in self._workers:
                    self._take(worker, frame)
        except FrameError as error:
            logger.warning("a reading process sent %s", error)
            self._mourn(worker)

    def _take(self, worker: Worker, frame: Any) -> None:
        worker.deadline = self._soon()
        match frame:
            case ["ready"]:
                worker.ready = True
            case ["done", bool(spent)] if worker.tasks:
                self._finish(worker, spent=spent)
            case _ if worker.tasks:
                outcome = outcome_of(frame)
                worker.tasks[0].outcomes.append(outcome)
                worker.tasks[0].reported = True
                self._held += _length(outcome)
            case _:
                raise FrameError("a report of no file")

    def _finish(self, worker: Worker, *, spent: bool) -> None:
        """The file in hand is done; a process without memory left is of no more use."""
        task = worker.tasks.popleft()
        if spent and worker.uses and not task.tried and not task.bulk:
            self._retry(task)
        else:
            task.done = True
        worker.uses += 1
        if spent or worker.uses >= _USES:
            self._replace(worker)

    def _give_up(self, worker: Worker) -> None:
        """End a process that has been silent for too long."""
        if not worker.ready:
            raise WorkersFailed("it does not answer")
        task = worker.tasks.popleft()
        self._replace(worker)
        self._fail(task, f"It took longer than {self._limits.seconds:g} seconds to read.")

    def _mourn(self, worker: Worker) -> None:
        """What is to be done about a process that died, or makes no sense any more."""
        if not worker.ready:
            raise WorkersFailed(f"it ended with {worker.end(dying=True)}")
        task = worker.tasks.popleft() if worker.tasks else None
        how = self._replace(worker, dying=True)
        if task and worker.uses and not task.tried and not (task.bulk and task.reported):
            self._retry(task)
        elif task:
            self._fail(task, f"Its reader crashed ({how}).")

    def _replace(self, worker: Worker, *, dying: bool = False) -> str:
        """End a process, give back what it had in hand, and start another in its place."""
        self._pipes.unregister(worker.output)
        self._workers.remove(worker)
        how = worker.end(dying=dying)
        for task in worker.tasks:
            heapq.heappush(self._waiting, task.number)
        self._start()
        return how

    def _retry(self, task: Task) -> None:
        self._held -= sum(map(_length, task.outcomes))
        task.outcomes.clear()
        task.tried = True
        heapq.heappush(self._bulk if task.bulk else self._waiting, task.number)

    def _fail(self, task: Task, reason: str) -> None:
        task.outcomes.append(Skipped(task.candidate.id, reason))
        task.done = True

    def _soon(self) -> float:
        """When a process that begins to read now must have said something."""
        return time.monotonic() + self._limits.seconds


def _length(outcome: Article | Skipped) -> int:
    return len(outcome.text) if isinstance(outcome, Article) else 0
