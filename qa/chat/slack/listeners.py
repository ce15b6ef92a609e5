"""The Bolt app: what Slack sends goes to the intake, and Slack hears at once that it was taken.

Listeners only take in hand; with `process_before_response` Slack's acknowledgement is sent after
that, and it is not sent for what was not taken.
"""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from qa.chat.slack.incoming import Bot, Incoming, Surface, incoming_command, incoming_event
from qa.chat.slack.intake import Intake, Verdict
from qa.chat.slack.words import BUSY

logger = logging.getLogger(__name__)

COMMAND = "/ask"
ANYTHING = re.compile(r"")

MALFORMED = (TypeError, ValueError, AttributeError, KeyError)
"""What Bolt raises while it reads a payload that is none of Slack's."""

Payload = dict[str, Any]


def bolt_app(bot: Bot, api_url: str) -> AsyncApp:
    """An app for one workspace, whose bot is known already: it asks Slack nothing by itself."""

    async def known() -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=None, team_id=bot.team, bot_user_id=bot.user, bot_id=bot.bot
        )

    with _without_advice():
        return AsyncApp(
            name="pullquote",
            client=AsyncWebClient(base_url=api_url),
            authorize=known,
            process_before_response=True,
            ignoring_self_events_enabled=False,  # `incoming` does, and of every bot
            # Signatures are checked before Bolt sees a request (`http_mode`): Bolt's own check
            # fails on malformed headers and logs the body.
            request_verification_enabled=False,
        )


def register(
    app: AsyncApp,
    *,
    bot: Bot,
    intake: Intake,
    follow_threads: bool,
    turn_away: Callable[[Incoming], None],
) -> None:
    """Listen to everything; what concerns nobody is acknowledged too, or Slack repeats it."""

    async def on_event(body: Payload) -> None:
        incoming = incoming_event(body, bot)
        if incoming is None:
            return
        if incoming.surface is Surface.FOLLOW_UP and not follow_threads:
            return
        if intake.take(incoming) is Verdict.BUSY:
            turn_away(incoming)

    async def on_command(body: Payload, ack: AsyncAck) -> None:
        verdict = intake.take(incoming_command(body, bot))
        await (ack(BUSY.text) if verdict is Verdict.BUSY else ack())

    async def on_anything(ack: AsyncAck) -> None:
        await ack()

    app.event(ANYTHING)(on_event)
    app.command(COMMAND)(on_command)
    for others in (app.command, app.action, app.shortcut, app.view, app.options):
        others(ANYTHING)(on_anything)


@contextmanager
def _without_advice() -> Iterator[None]:
    """Bolt warns of SLACK_BOT_TOKEN in the environment, though it is what we are started with."""
    bolt = logging.getLogger("slack_bolt.AsyncApp")
    bolt.addFilter(_is_an_error)
    try:
        yield
    finally:
        bolt.removeFilter(_is_an_error)


def _is_an_error(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.ERROR
