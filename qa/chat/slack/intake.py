"""The one queue: what is taken in hand, each thing once, in order within a thread, and never more
questions than a bounded number at a time."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any
from weakref import WeakValueDictionary

from slack_sdk.errors import SlackApiError

from qa.chat.slack.inbox import Inbox, Verdict
from qa.chat.slack.incoming import Incoming
from qa.chat.slack.manners import explained
from qa.chat.slack.posting import ResponseRefused, kind_of
from qa.chat.slack.web import CONNECTION_ERRORS

logger = logging.getLogger(__name__)


class Intake:
    """Work in hand, each piece a task of its own."""

    def __init__(
        self, work: Callable[[Incoming], Awaitable[None]], *, inbox: Inbox, capacity: int
    ) -> None:
        self._work = work
        self._inbox = inbox
        self._capacity = capacity
        self._in_hand: set[asyncio.Task[None]] = set()
        self._threads: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()
        self._open = True

    @property
    def is_open(self) -> bool:
        """Whether anything is taken. What is not is not acknowledged, so that it comes again."""
        return self._open

    @property
    def in_hand(self) -> int:
        """How many pieces of work are in hand."""
        return len(self._in_hand)

    async def take(self, incoming: Incoming) -> Verdict:
        """Begin to work on something, unless it was delivered before or too much is in hand.

        When it is accepted, it is on disk.
        """
        verdict = await self._inbox.accept(incoming, capacity=self._capacity)
        if verdict is Verdict.ACCEPTED and self._open:
            self._begin(self._in_turn(incoming))
        return verdict

    def do(self, work: Coroutine[Any, Any, None]) -> bool:
        """Begin something that need not outlive the bot, as a pressed button; False if busy."""
        if self.in_hand >= self._capacity:
            work.close()
            return False
        self._begin(_logged(work))
        return True

    async def resume(self) -> None:
        """Begin what an earlier bot accepted and did not finish."""
        left = await self._inbox.unfinished()
        for incoming in left:
            self._begin(self._in_turn(incoming))
        if left:
            logger.info("resumed=%d", len(left))

    def close(self) -> None:
        """Take nothing from now on."""
        self._open = False

    async def finish(self, seconds: float) -> int:
        """Wait for what is in hand; after `seconds` leave the rest to the next bot, and say how
        many that are."""
        if not self._in_hand:
            return 0
        _, pending = await asyncio.wait(set(self._in_hand), timeout=seconds)
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
        return len(pending)

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._in_hand.add(task)
        task.add_done_callback(self._in_hand.discard)

    async def _in_turn(self, incoming: Incoming) -> None:
        """Work on `incoming` after what came before it in its thread; it is done when that is."""
        place = (incoming.channel, incoming.thread or incoming.id)
        lock = self._threads.setdefault(place, asyncio.Lock())
        async with lock:
            await self._work(incoming)
            await self._inbox.done(incoming)


async def _logged(work: Coroutine[Any, Any, None]) -> None:
    """`work`, whose failure is logged: whoever pressed a button presses it again."""
    try:
        await work
    except (SlackApiError, ResponseRefused, *CONNECTION_ERRORS) as error:
        logger.warning("not shown: %s", explained(error) or kind_of(error))
    except Exception:  # the error handler of what is not a question
        logger.exception("not shown")
