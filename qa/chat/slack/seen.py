"""What was delivered before: Slack delivers again at once, after a minute and after five.

In memory only: after a restart a redelivered event is answered again, unless its answer is found
in the thread (see `posting`).
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable

HOUR = 3_600.0


class Seen:
    """Remembers keys for a while, by a clock that never jumps, and never more than `capacity`."""

    def __init__(
        self,
        *,
        seconds: float = HOUR,
        capacity: int = 50_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._seconds = seconds
        self._capacity = capacity
        self._clock = clock
        self._since: OrderedDict[str, float] = OrderedDict()

    def first(self, keys: Iterable[str]) -> bool:
        """Whether none of `keys` is remembered; all of them are from now on."""
        now = self._clock()
        self._forget(now)
        wanted = tuple(keys)
        known = any(key in self._since for key in wanted)
        for key in wanted:
            self._since.setdefault(key, now)
        return not known

    def _forget(self, now: float) -> None:
        while self._since:
            since = next(iter(self._since.values()))
            if now - since < self._seconds and len(self._since) < self._capacity:
                return
            self._since.popitem(last=False)
