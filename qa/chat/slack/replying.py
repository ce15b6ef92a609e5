"""A question in hand: read what was said before, ask the answerer, post, write one log line."""

import logging
import time
from collections.abc import Awaitable, Callable

from slack_sdk.errors import SlackApiError

from qa.answers import Answer, NoAnswer, Outcome, Question, ReasonCode
from qa.chat.slack.incoming import Incoming, Surface
from qa.chat.slack.posting import Poster
from qa.chat.slack.threads import Talk, Threads
from qa.chat.slack.web import CONNECTION_ERRORS
from qa.chat.slack.words import FAILED, asks_for_help, help_message
from qa.render.slack_blocks import slack_message

logger = logging.getLogger(__name__)

_NO_QUESTION = frozenset({ReasonCode.EMPTY, ReasonCode.NO_CONTENT_WORDS})


class Replier:
    """Replies to questions. Whatever fails is logged, and told to the one who asked, here alone."""

    def __init__(
        self,
        answer: Callable[[Question], Awaitable[Outcome]],
        threads: Threads,
        poster: Poster,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._answer = answer
        self._threads = threads
        self._poster = poster
        self._clock = clock

    async def __call__(self, incoming: Incoming) -> None:
        """Reply to `incoming`, if it turns out to be for the bot."""
        started = self._clock()
        try:
            result = await self._replied(incoming)
        except Exception:  # the one error handler of Slack: log it, and say no more than that
            logger.exception("failed to reply to %s", incoming.id)
            await self._say_that_it_failed(incoming)
            result = "failed"
        milliseconds = round((self._clock() - started) * 1000)
        _log(incoming, milliseconds, result)

    async def _replied(self, incoming: Incoming) -> str:
        """What came of it, as a word or two for the log."""
        if asks_for_help(incoming.text) and incoming.surface is not Surface.FOLLOW_UP:
            await self._poster.answer(incoming, help_message())
            return "help"
        said = await self._said_before(incoming)
        if not said.bot_takes_part and incoming.surface is Surface.FOLLOW_UP:
            return "not asked"
        outcome = await self._answer(Question(incoming.text, said.questions))
        if _is_an_aside(incoming, outcome):
            return "not a question"
        await self._poster.answer(incoming, slack_message(outcome))
        return _result(outcome)

    async def _said_before(self, incoming: Incoming) -> Talk:
        """The talk before; none of it where it cannot be read, for the question stands alone."""
        if not incoming.in_thread:
            return Talk(bot_takes_part=False)
        try:
            return await self._threads.before(incoming)
        except (SlackApiError, *CONNECTION_ERRORS):
            logger.warning("the thread of %s could not be read", incoming.id, exc_info=True)
            return Talk(bot_takes_part=False)

    async def _say_that_it_failed(self, incoming: Incoming) -> None:
        if incoming.surface is Surface.FOLLOW_UP:
            return
        try:
            await self._poster.tell(incoming, FAILED)
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
