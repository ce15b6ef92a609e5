"""What is taken in hand: each question once, and never more than a bounded number at a time."""

import asyncio
from collections.abc import Awaitable, Callable
from enum import StrEnum

from qa.chat.slack.incoming import Incoming
from qa.chat.slack.seen import Seen


class Verdict(StrEnum):
    """What became of a delivered question."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    BUSY = "busy"


class Intake:
    """Questions in hand, each a task of its own."""

    def __init__(
        self, work: Callable[[Incoming], Awaitable[None]], *, seen: Seen, capacity: int
    ) -> None:
        self._work = work
        self._seen = seen
        self._capacity = capacity
        self._in_hand: dict[asyncio.Task[None], Incoming] = {}
        self._open = True

    @property
    def is_open(self) -> bool:
        """Whether anything is taken. What is not is not acknowledged, so that it comes again."""
        return self._open

    def take(self, incoming: Incoming) -> Verdict:
        """Begin to work on a question, unless it was delivered before or too much is in hand."""
        if not self._seen.first(incoming.keys):
            return Verdict.DUPLICATE
        if len(self._in_hand) >= self._capacity:
            return Verdict.BUSY
        task = asyncio.ensure_future(self._work(incoming))
        self._in_hand[task] = incoming
        task.add_done_callback(self._in_hand.pop)
        return Verdict.ACCEPTED

    def close(self) -> None:
        """Take nothing from now on."""
        self._open = False

    async def finish(self, seconds: float) -> list[Incoming]:
        """Wait for what is in hand; after `seconds` give it up and return what was not done."""
        if not self._in_hand:
            return []
        _, pending = await asyncio.wait(set(self._in_hand), timeout=seconds)
        left = [self._in_hand[task] for task in pending]
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
        return left
