"""Notices to people whom the bot does not answer now: sent aside, and never many at a time."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from slack_sdk.errors import SlackApiError

from qa.chat.slack.incoming import Incoming, Surface
from qa.chat.slack.posting import Poster, ResponseRefused
from qa.chat.slack.web import CONNECTION_ERRORS
from qa.render.slack_blocks import SlackMessage

logger = logging.getLogger(__name__)

AT_ONCE = 50
"""Beyond that many on their way, a notice is left out: what is too much must not make more."""


class Notices:
    """Tells people, in the background, that they are not answered now."""

    def __init__(self, poster: Poster) -> None:
        self._poster = poster
        self._sending: set[asyncio.Task[None]] = set()

    def send(self, incoming: Incoming, message: SlackMessage) -> None:
        """Begin to tell the asker of `incoming`; a follow-up may not even be for the bot."""
        if incoming.surface is Surface.FOLLOW_UP:
            logger.warning("left without a notice: %s", incoming.id)
            return
        self.begin(self._poster.tell(incoming, message), about=incoming.id)

    def begin(self, telling: Coroutine[Any, Any, None], *, about: str) -> None:
        """Begin to tell somebody in a way of its own."""
        if len(self._sending) >= AT_ONCE:
            logger.warning("left without a notice: %s", about)
            telling.close()
            return
        task = asyncio.create_task(_told(telling, about))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    async def finish(self, seconds: float) -> None:
        """Wait for the notices on their way, `seconds` at most."""
        if self._sending:
            _, late = await asyncio.wait(self._sending, timeout=seconds)
            for task in late:
                task.cancel()


async def _told(telling: Coroutine[Any, Any, None], about: str) -> None:
    try:
        await telling
    except (SlackApiError, ResponseRefused, *CONNECTION_ERRORS) as error:
        logger.warning("no notice for %s: %s", about, type(error).__name__)
