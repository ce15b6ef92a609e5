"""A sign that the bot is at work, for what takes longer than a moment, and always taken away."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from qa.chat.slack.incoming import Incoming, Surface
from qa.chat.slack.web import CONNECTION_ERRORS

logger = logging.getLogger(__name__)

LOOKING = "is looking in the articles…"
TITLE = 60

_IN_THREADS = frozenset({Surface.MENTION, Surface.DIRECT})


@contextlib.asynccontextmanager
async def sign_of_work(
    client: AsyncWebClient, incoming: Incoming, *, patience: float
) -> AsyncIterator[None]:
    """Inside the block, after `patience` seconds, the thread shows that the bot is at work.

    Not for a follow-up, which may turn out not to be for the bot, nor where there is no thread.
    """
    if incoming.surface not in _IN_THREADS:
        yield
        return
    begun = asyncio.Event()
    showing = asyncio.create_task(_shown_later(client, incoming, patience, begun))
    try:
        yield
    finally:
        if not begun.is_set():
            showing.cancel()
        # Once begun it is waited for: a status that is still on its way could not be taken away.
        with contextlib.suppress(asyncio.CancelledError):
            if await showing:
                await _show(client, incoming, "")


async def _shown_later(
    client: AsyncWebClient, incoming: Incoming, patience: float, begun: asyncio.Event
) -> bool:
    await asyncio.sleep(patience)
    begun.set()
    return await _show(client, incoming, LOOKING)


async def _show(client: AsyncWebClient, incoming: Incoming, status: str) -> bool:
    """Whether it was shown; a sign that cannot be is nobody's trouble."""
    try:
        await client.assistant_threads_setStatus(
            channel_id=incoming.channel, thread_ts=incoming.thread, status=status
        )
    except (SlackApiError, *CONNECTION_ERRORS) as error:
        logger.debug("no status for %s: %s", incoming.id, type(error).__name__)
        return False
    return True


async def give_title(client: AsyncWebClient, incoming: Incoming) -> None:
    """Name a new conversation with the agent after its first question."""
    if incoming.surface is not Surface.DIRECT or incoming.in_thread or not incoming.text:
        return
    title = " ".join(incoming.text.split())
    title = title if len(title) <= TITLE else f"{title[:TITLE]}…"
    try:
        await client.assistant_threads_setTitle(
            channel_id=incoming.channel, thread_ts=incoming.thread, title=title
        )
    except (SlackApiError, *CONNECTION_ERRORS) as error:
        logger.debug("no title for %s: %s", incoming.id, type(error).__name__)
