"""Calls of a synchronous function beside the event loop.

Daemon threads, because a pool of `concurrent.futures` is waited for when the program ends: one
call that hangs would keep a stopped bot alive.
"""

import asyncio
import threading
from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

A = TypeVar("A")
B = TypeVar("B")


class Aside(Generic[A, B]):
    """Runs `function` for one argument, at most `at_once` calls at a time."""

    def __init__(self, function: Callable[[A], B], *, at_once: int) -> None:
        self._function = function
        self._free = asyncio.Semaphore(at_once)

    async def __call__(self, argument: A) -> B:
        """What `function` returns for `argument`, or what it raises."""
        async with self._free:
            loop = asyncio.get_running_loop()
            result: asyncio.Future[B] = loop.create_future()
            threading.Thread(target=self._call, args=(argument, loop, result), daemon=True).start()
            return await result

    def _call(
        self, argument: A, loop: asyncio.AbstractEventLoop, result: "asyncio.Future[B]"
    ) -> None:
        try:
            value = self._function(argument)
        except BaseException as error:  # noqa: BLE001  # not handled, but carried to the caller
            _settle(loop, result, partial(result.set_exception, error))
        else:
            _settle(loop, result, partial(result.set_result, value))


def _settle(
    loop: asyncio.AbstractEventLoop, result: "asyncio.Future[B]", settle: Callable[[], None]
) -> None:
    """Settle `result` in its loop, unless nobody waits for it any more."""
    try:
        loop.call_soon_threadsafe(lambda: None if result.done() else settle())
    except RuntimeError:  # the loop is closed: the bot was stopped
        return
