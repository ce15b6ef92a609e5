"""A process that reads files for the indexing process: the only place where formats are parsed.

It is started by `index.workers`, is told the folder and the limits, and then answers each file with
its outcomes. It keeps the limits on itself, may open no connection and start no program, and ends
by itself when its pipe is closed or a file takes far too long, so that none is ever left behind.
"""

import os
import signal
import sys
from pathlib import Path
from typing import Any, BinaryIO

from index.files import TooMuchMemory, outcomes_of
from index.folder import Skipped
from index.frames import candidate_of, framed, read_frame, report_of
from index.limits import Limits

_GRACE = 5.0
"""Seconds after the time limit at which a process ends itself, should nobody have ended it."""

_FORBIDDEN = (
    "socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system",
    "os.startfile", "ftplib.", "http.", "smtplib.", "urllib.", "webbrowser.", "pty.",
)  # fmt: skip


def main() -> None:
    """Answer tasks from standard input on standard output until it is closed."""
    tasks, reports = sys.stdin.buffer, _own_output()
    order = read_frame(tasks)
    if order is None:
        return
    limits = Limits(**order["limits"])
    _limit_memory(limits.memory_bytes)
    sys.addaudithook(_refuse)
    _send(reports, ["ready"])
    while (task := read_frame(tasks)) is not None:
        _answer(task, Path(order["folder"]), limits, reports)


def _own_output() -> BinaryIO:
    """Standard output for reports alone: whatever a library prints goes nowhere."""
    descriptor = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return os.fdopen(descriptor, "wb")


def _limit_memory(limit: int) -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    except (ImportError, ValueError, OSError):  # macOS knows the limit, but refuses to set it
        return


def _refuse(event: str, _: tuple[Any, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"a reader may not use {event}")


def _answer(task: list[Any], folder: Path, limits: Limits, reports: BinaryIO) -> None:
    """Report each outcome of a file, then that it is done."""
    candidate = candidate_of(task)
    spent = False
    _set_alarm(limits.seconds + _GRACE)
    for outcome in outcomes_of(candidate, folder, limits):
        spent = isinstance(outcome, Skipped) and outcome.reason == str(
            TooMuchMemory(limits.memory_bytes)
        )
        data = framed(report_of(outcome))
        _set_alarm(0)  # whoever reads the pipe may take its time
        reports.write(data)
        reports.flush()
        _set_alarm(limits.seconds + _GRACE)
    _set_alarm(0)
    _send(reports, ["done", spent])


def _send(reports: BinaryIO, value: object) -> None:
    reports.write(framed(value))
    reports.flush()


def _set_alarm(seconds: float) -> None:
    """End this process after `seconds`, in C code too; 0 to call it off."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
