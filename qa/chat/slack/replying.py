"""A piece of work in hand: do it, write one log line, and tell the asker when it failed."""

import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from slack_sdk.errors import SlackApiError

from qa.answers import Answer, NoAnswer, Outcome, Question, ReasonCode
from qa.chat.slack.asked import record_of
from qa.chat.slack.desk import Desk
from qa.chat.slack.incoming import CHANGES, IN_MODALS, PRESSED, Incoming, Surface
from qa.chat.slack.manners import can_be_told, explained, not_here
from qa.chat.slack.status import give_title, sign_of_work
from qa.chat.slack.threads import Talk, Threads
from qa.chat.slack.web import CONNECTION_ERRORS, missing_scope
from qa.chat.slack.words import ELSEWHERE, FAILED, LACKING, asks_for_help, help_message
from qa.render.slack_blocks import SlackMessage, slack_message
from qa.render.slack_views import message_modal

logger = logging.getLogger(__name__)

Errand = Callable[[Incoming], Awaitable[str]]
"""Does what is wanted, and returns what came of it, as a word or two for the log."""

_NO_QUESTION = frozenset({ReasonCode.EMPTY, ReasonCode.NO_CONTENT_WORDS, ReasonCode.SMALL_TALK})


class Replier:
    """Replies to questions; `errands` are what is not a question of its own."""

    def __init__(
        self,
        desk: Desk,
        threads: Threads,
        errands: Mapping[Surface, Errand],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._desk = desk
        self._threads = threads
        self._errands = errands
        self._clock = clock

    async def __call__(self, incoming: Incoming) -> None:
        """Do what `incoming` wants. Whatever fails is logged, and told to the asker, here alone."""
        started = self._clock()
        desk = self._desk
        try:
            async with sign_of_work(desk.poster.writes, incoming, patience=desk.options.patience):
                result = await self._done(incoming)
        except Exception as error:  # noqa: BLE001  # Slack's one error handler: log it, say no more
            await self._failed(incoming, error)
            result = "failed"
        seconds = self._clock() - started
        desk.metrics.question(incoming.surface.value, result, seconds)
        _log(incoming, round(seconds * 1000), result)

    async def _done(self, incoming: Incoming) -> str:
        channel = await self._concerned(incoming)
        if why := not_here(incoming, channel, self._desk.bot, self._desk.options):
            if incoming.surface in {Surface.FOLLOW_UP, Surface.EDIT}:
                return "not asked"
            await self._desk.told_once(incoming, ELSEWHERE[why], why)
            return f"not here ({why})"
        errand = self._errands.get(incoming.surface, self._replied)
        return await errand(incoming)

    async def _concerned(self, incoming: Incoming) -> str:
        """Its channel; a button in a window stands in none, and concerns that of its question."""
        if incoming.channel or not incoming.about:
            return incoming.channel
        record = await self._desk.records.of(incoming.about)
        return record.channel if record else ""

    async def _replied(self, incoming: Incoming) -> str:
        if asks_for_help(incoming.text) and incoming.surface is not Surface.FOLLOW_UP:
            await self._deliver(incoming, help_message(self._desk.examples))
            return "help"
        said = await self._said_before(incoming)
        if not said.bot_takes_part and incoming.surface is Surface.FOLLOW_UP:
            return "not asked"
        outcome = await self._desk.answer(Question(incoming.text, said.questions))
        if _is_an_aside(incoming, outcome):
            return "not a question"
        message = slack_message(outcome, controls=self._desk.controls(incoming))
        record = record_of(incoming, incoming.text, said.questions, outcome, self._desk.now())
        await self._desk.records.keep(record)  # before the buttons that need it can be pressed
        posted = await self._deliver(incoming, message)
        await self._desk.records.keep(replace(record, posted=posted))
        await give_title(self._desk.poster.writes, incoming)
        return _result(outcome)

    async def _deliver(self, incoming: Incoming, message: SlackMessage) -> str:
        """Bring the answer to where it was asked; the ts of what was posted, if it was."""
        poster = self._desk.poster
        if incoming.surface in IN_MODALS:
            try:
                await poster.show(incoming.trigger, message_modal(message))
            except SlackApiError:  # the trigger is spent after three seconds
                await poster.tell(incoming, message)
            return ""
        if incoming.surface is Surface.COMMAND:
            await poster.respond(incoming.response_url, message)
            return ""
        return await poster.post(
            incoming, message, channel=incoming.channel, thread=incoming.thread
        )

    async def _said_before(self, incoming: Incoming) -> Talk:
        """The talk before; none of it where it cannot be read, for the question stands alone."""
        if not incoming.in_thread or incoming.surface in IN_MODALS:
            return Talk(bot_takes_part=False)
        try:
            return await self._threads.before(incoming)
        except (SlackApiError, *CONNECTION_ERRORS) as error:
            what = explained(error) or type(error).__name__
            logger.warning("the thread of %s could not be read: %s", incoming.id, what)
            return Talk(bot_takes_part=False)

    async def _failed(self, incoming: Incoming, error: Exception) -> None:
        if what := explained(error):
            logger.warning("failed to reply to %s: %s", incoming.id, what)
        else:
            logger.error("failed to reply to %s", incoming.id, exc_info=error)
        if incoming.surface in PRESSED:
            await self._desk.inbox.forget(*incoming.keys)  # the button may be pressed again
        if incoming.surface is Surface.FOLLOW_UP or incoming.surface in CHANGES:
            return
        if not can_be_told(error):
            return
        lacking = isinstance(error, SlackApiError) and missing_scope(error)
        try:
            await self._desk.poster.tell(incoming, LACKING if lacking else FAILED)
        except Exception:  # still the error handler: Slack itself may be what failed
            logger.warning("nor could the asker of %s be told", incoming.id, exc_info=True)


def _is_an_aside(incoming: Incoming, outcome: Outcome) -> bool:
    """Whether something said in a thread, to nobody by name, is no question at all ("thanks!")."""
    return (
        incoming.surface is Surface.FOLLOW_UP
        and isinstance(outcome, NoAnswer)
        and outcome.reason.code in _NO_QUESTION
    )


def _result(outcome: Outcome) -> str:
    match outcome:
        case Answer():
            return f"answered quotes={len(outcome.quotes)}"
        case NoAnswer():
            return f"refused reason={outcome.reason.code}"


def _log(incoming: Incoming, milliseconds: int, result: str) -> None:
    logger.info(
        "question id=%s surface=%s channel=%s user=%s ms=%d result=%s",
        incoming.id.replace(" ", ":"),
        incoming.surface.replace(" ", "-"),
        incoming.channel,
        incoming.user,
        milliseconds,
        result,
    )
    logger.debug("question id=%s words=%r", incoming.id, incoming.text)
