"""One reading process, from the side of the process that indexes.

It is started anew (never forked, since the Slack bot has threads), without the environment and its
secrets, in a session of its own, and is spoken to through two pipes that are never waited on here.
"""

import os
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import index
from index.articles import Article
from index.folder import Candidate, Skipped
from index.frames import Frames
from index.storage import LibraryError

_START = 60.0
"""Seconds within which a process must have started."""

_READ = 1 << 18
_KEPT = ("PATH", "HOME", "LANG", "TZ", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH",
         "DYLD_FALLBACK_LIBRARY_PATH")  # fmt: skip


class WorkersFailed(LibraryError):
    """Reading processes cannot be started."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"a process that reads articles could not be started: {reason}."
            " Check the installation and the system's limits on processes and memory."
        )


def worker_command(main: str = "from index.worker import main; main()") -> list[str]:
    """How a reading process is started: with our interpreter and our modules, and with nothing
    from the folder that it happens to stand in."""
    root = str(Path(index.__file__).resolve().parent.parent)
    paths = [root, *(path for path in sys.path if path and path != root)]
    return [sys.executable, "-P", "-c", f"import sys; sys.path[:] = {paths!r}; {main}"]


@dataclass(slots=True)
class Task:
    """A candidate and what has come of it so far; `tried` once a process died over it."""

    candidate: Candidate
    number: int
    bulk: bool
    outcomes: deque[Article | Skipped] = field(default_factory=deque)
    reported: bool = False
    tried: bool = False
    done: bool = False


class Worker:
    """A process, the tasks it has in hand, and until when it must have said something."""

    def __init__(self, command: Sequence[str], order: bytes, longest: int) -> None:
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(os.environ),
                start_new_session=True,  # an interrupt at the terminal is for us to deal with
                bufsize=0,
            )
        except OSError as error:
            raise WorkersFailed(error.strerror or type(error).__name__) from error
        self._input, self.output = _pipes(self._process)
        os.set_blocking(self.output.fileno(), False)
        self._frames = Frames(longest)
        self.tasks: deque[Task] = deque()
        self.ready = False
        self.uses = 0
        self.deadline = time.monotonic() + _START
        self.send(order)

    def send(self, frame: bytes) -> None:
        """Hand a frame over; that the process has died is noticed where it is listened to."""
        try:
            self._input.write(frame)
        except BrokenPipeError:
            return

    def heard(self) -> Iterable[Any] | None:
        """The frames that have come in; None when the process has ended. FrameError on nonsense,
        once what came before it was taken."""
        try:
            data = os.read(self.output.fileno(), _READ)
        except BlockingIOError:
            return []
        return self._frames.feed(data) if data else None

    def end(self, *, dying: bool = False) -> str:
        """Kill the process, unless it is dying by itself, and say how it ended."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=1 if dying else 0)
        self._process.kill()
        try:
            code = self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:  # stuck in the kernel, as on a dead network drive
            code = 0
        self._input.close()
        self.output.close()
        return f"signal {-code}" if code < 0 else f"exit status {code}"


def _pipes(process: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise WorkersFailed("it has no pipes")
    return process.stdin, process.stdout


def _environment(ours: Mapping[str, str]) -> dict[str, str]:
    """What a process needs to run and to read file names as we do; no token is among it."""
    kept = {name: ours[name] for name in ours if name in _KEPT or name.startswith("LC_")}
    return {**kept, "PYTHONUTF8": str(sys.flags.utf8_mode), "PYTHONDONTWRITEBYTECODE": "1"}
