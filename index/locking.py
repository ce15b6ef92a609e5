"""One writer at a time: a lock that the kernel holds for a process and frees when it dies."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from index.storage import LibraryError, LibraryUnwritable

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, 1 << 30, os.SEEK_SET)  # beyond the number, which others may read
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class LibraryInUse(LibraryError):
    """Another process is writing to the library."""

    def __init__(self, path: Path, pid: str) -> None:
        self.pid = pid
        super().__init__(
            f"the library {str(path)!r} is in use by pid {pid}, which is writing to it."
            " Wait until it is done, or end it"
        )


@contextmanager
def writing_alone(path: Path) -> Iterator[None]:
    """Holds the library at `path` for writing inside the block; LibraryInUse when another does.

    The file beside it stays: only the kernel's lock on it means anything.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)
        descriptor = os.open(path.with_name(f"{path.name}.lock"), flags, 0o600)
    except OSError as error:
        raise LibraryUnwritable(path, error.strerror or type(error).__name__) from error
    try:
        try:
            _lock(descriptor)
        except OSError:
            raise LibraryInUse(path, _holder(descriptor)) from None
        with suppress(OSError):  # the number is a courtesy; a full disk need not refuse the lock
            os.ftruncate(descriptor, 0)
            os.lseek(descriptor, 0, os.SEEK_SET)
            os.write(descriptor, str(os.getpid()).encode("ascii"))
        yield
    finally:
        os.close(descriptor)


def _holder(descriptor: int) -> str:
    """The process that wrote its number last."""
    with suppress(OSError, ValueError):
        os.lseek(descriptor, 0, os.SEEK_SET)
        return str(int(os.read(descriptor, 20)))
    return "unknown"
