"""Mapped files, and how much of them counts as this process's memory.

Whatever was read of a mapped file counts until the system wants it back, with sixteen pages around
each that was touched: a gigabyte at a million passages. Who maps files asks here when to give them
back. That costs little: the pages stay in the system's cache, and are mapped again where needed.
"""

import mmap
from pathlib import Path

PERIOD = 8
"""Calls after which the memory is looked at: that takes three reads, which let other threads run.
A search at a million passages touches some 9 MB."""

MOST = 128_000_000
"""Bytes of mapped files that may be held, beyond the packages that are mapped as well: at a million
passages, giving back costs a search 0.7 ms on average, with 96 MB 0.9, with 64 MB 1.1."""

_STATM = Path("/proc/self/statm")


def held() -> int:
    """Bytes of mapped files that count as this process's memory; 0 where nothing tells."""
    try:
        return int(_STATM.read_bytes().split()[2]) * mmap.PAGESIZE
    except (OSError, ValueError, IndexError):
        return 0


class Tide:
    """Says, call by call, when so much is held that it should be given back.

    The measure is what was held at first, not after the last giving back: then, the searches of
    other threads may still hold what was to go, and the measure would rise with each.
    Several threads may ask at once: at worst one is told too much, or it is said a call later.
    """

    def __init__(self) -> None:
        self._calls = 0
        self._least = held()

    def is_high(self) -> bool:
        """Whether to give back now; looks only from time to time."""
        self._calls += 1
        return self._calls % PERIOD == 0 and held() - self._least > MOST
