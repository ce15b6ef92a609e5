"""What the bot works with: the articles and their answerer, its memory, and its way to Slack."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from slack_sdk.web.async_client import AsyncWebClient

from index.library import Library
from qa.answers import Outcome, Question
from qa.chat.shelf import Shelf
from qa.chat.slack.asked import Record, Records
from qa.chat.slack.inbox import Inbox
from qa.chat.slack.incoming import ASIDE, IN_MODALS, Bot, Incoming, Surface
from qa.chat.slack.monitor import Metrics
from qa.chat.slack.options import SlackOptions
from qa.chat.slack.posting import Poster
from qa.render.slack_blocks import SlackMessage
from qa.render.slack_controls import Controls


@dataclass(frozen=True, slots=True)
class Desk:
    """One for the whole bot. `examples` are questions that the articles are known to answer."""

    shelf: Shelf
    answer: Callable[[Question], Awaitable[Outcome]]
    bot: Bot
    options: SlackOptions
    inbox: Inbox
    records: Records
    poster: Poster
    reads: AsyncWebClient
    metrics: Metrics
    examples: tuple[str, ...] = ()
    now: Callable[[], float] = time.time

    @property
    def library(self) -> Library:
        """The articles as they are now."""
        return (self.shelf.latest() if self.shelf.latest else self.shelf).library

    def controls(self, incoming: Incoming) -> Controls:
        """What can be done with the answer to `incoming`."""
        aside = incoming.surface in ASIDE
        return Controls(
            about=incoming.id,
            shareable=aside and incoming.surface is not Surface.HOME,
            experts=bool(self.options.experts),
            votes=incoming.surface not in IN_MODALS,
        )

    async def answered_again(self, record: Record) -> Outcome:
        """What the articles say now to a question that was asked before."""
        return await self.answer(Question(record.question, record.history))

    async def told_once(self, incoming: Incoming, message: SlackMessage, why: str) -> None:
        """Tell the asker something that is true of this place as a whole, a single time."""
        if await self.inbox.first(f"told {why} {incoming.channel} {incoming.user}"):
            await self.poster.tell(incoming, message)
