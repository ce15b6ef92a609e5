"""Slack's pace: how often a method may be called, and waiting when it was too often.

The numbers are from docs.slack.dev/apis/web-api/rate-limits: a minute's calls of a method's tier,
and for chat.postMessage "one per second per channel".
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from typing import TypeVar

from slack_sdk.errors import SlackApiError

from qa.chat.slack.web import CONNECTION_ERRORS, error_code, http_status

R = TypeVar("R")

POST = "chat.postMessage"
PER_CHANNEL = frozenset({POST})
EVERY: Mapping[str, float] = {
    POST: 1.0,
    "chat.update": 60 / 50,
    "chat.delete": 60 / 50,
    "chat.postEphemeral": 60 / 100,
    "views": 60 / 100,
}
"""Seconds between two calls, in the long run."""
BURST = 10
"""Calls that may come at once where a minute is counted; per channel it is one after the other."""
TRIES = 8
"""Calls until a rate limit counts as a failure. Each waits as long as Slack said."""
KEYS = 10_000


class Pace:
    """When the next call of a method may be made. `scale` 0 waits only when Slack says so."""

    def __init__(
        self,
        *,
        scale: float = 1.0,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
        failed: Callable[[str, str], None] = lambda method, kind: None,
    ) -> None:
        self._scale = scale
        self._clock = clock
        self._sleep = sleep
        self._failed = failed
        self._due: OrderedDict[tuple[str, str], float] = OrderedDict()
        self._held: dict[tuple[str, str], float] = {}

    async def call(self, method: str, channel: str, work: Callable[[], Awaitable[R]]) -> R:
        """What `work` returns, called in its turn, and again when Slack says it was too soon."""
        key = (method, channel if method in PER_CHANNEL else "")
        for attempt in range(1, TRIES + 1):
            await self._turn(key)
            try:
                return await work()
            except CONNECTION_ERRORS as error:
                self._failed(method, type(error).__name__)
                raise
            except SlackApiError as error:
                self._failed(method, error_code(error))
                if attempt == TRIES or not is_limit(error):
                    raise
                self._hold(key, retry_after(error))
        raise AssertionError("the last try returns or raises")  # pragma: no cover

    async def _turn(self, key: tuple[str, str]) -> None:
        """Wait for this call's turn; turns are given in the order in which they are asked for."""
        every = EVERY.get(key[0], 0.0) * self._scale
        early = 0.0 if key[0] in PER_CHANNEL else every * (BURST - 1)
        now = self._clock()
        due = max(self._due.pop(key, 0.0), now)
        self._due[key] = due + every
        while len(self._due) > KEYS:
            self._due.popitem(last=False)
        while (wait := max(due - early, self._held.get(key, 0.0)) - self._clock()) > 0:
            await self._sleep(wait)
        self._held.pop(key, None)

    def _hold(self, key: tuple[str, str], seconds: float) -> None:
        self._held[key] = max(self._held.get(key, 0.0), self._clock() + seconds)


def is_limit(error: SlackApiError) -> bool:
    """Whether Slack says that nothing was done, because it was asked too often."""
    return http_status(error) == 429 or error_code(error) == "ratelimited"


def retry_after(error: SlackApiError) -> float:
    """How many seconds to wait; one where Slack does not say it as a number."""
    headers = getattr(error.response, "headers", {}) or {}
    value = next((v for k, v in headers.items() if k.lower() == "retry-after"), "1")
    text = str(value[0] if isinstance(value, list) else value)
    return float(text) if text.isascii() and text.isdigit() else 1.0
