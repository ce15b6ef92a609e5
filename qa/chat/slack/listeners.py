"""The Bolt app: what Slack sends goes to the intake, and Slack hears at once that it was taken.

Listeners only take in hand; with `process_before_response` Slack's acknowledgement is sent after
that, and it is not sent for what was not taken.
"""

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from qa.chat.slack.home import Home, incoming_from_home
from qa.chat.slack.inbox import Verdict
from qa.chat.slack.incoming import (
    Bot,
    Incoming,
    Surface,
    incoming_command,
    incoming_event,
    incoming_shortcut,
    part,
    text_in,
)
from qa.chat.slack.intake import Intake
from qa.chat.slack.pressing import Presses, press_of
from qa.chat.slack.words import BUSY
from qa.render.slack_views import WHY_NOT

logger = logging.getLogger(__name__)

COMMAND = "/ask"
SHORTCUT = "find-in-articles"
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


@dataclass(frozen=True, slots=True)
class Takers:
    """What takes in hand what Slack sends."""

    bot: Bot
    intake: Intake
    presses: Presses
    home: Home
    turn_away: Callable[[Incoming], None]
    follow_threads: bool


def register(app: AsyncApp, takers: Takers) -> None:
    """Listen to everything; what concerns nobody is acknowledged too, or Slack repeats it."""
    _questions(app, takers)
    _interactions(app, takers)

    async def on_anything(ack: AsyncAck) -> None:
        await ack()

    for others in (app.command, app.action, app.shortcut, app.view, app.options):
        others(ANYTHING)(on_anything)


def _questions(app: AsyncApp, takers: Takers) -> None:
    bot, intake = takers.bot, takers.intake

    async def on_home(event: Payload) -> None:
        intake.do(takers.home.opened(event))

    async def on_event(body: Payload) -> None:
        incoming = incoming_event(body, bot)
        if incoming is None:
            return
        if incoming.surface is Surface.FOLLOW_UP and not takers.follow_threads:
            return
        if await intake.take(incoming) is Verdict.BUSY:
            takers.turn_away(incoming)

    async def on_command(body: Payload, ack: AsyncAck) -> None:
        verdict = await intake.take(incoming_command(body, bot))
        await (ack(BUSY.text) if verdict is Verdict.BUSY else ack())

    app.event("app_home_opened")(on_home)
    app.event(ANYTHING)(on_event)
    app.command(COMMAND)(on_command)


def _interactions(app: AsyncApp, takers: Takers) -> None:
    async def on_shortcut(body: Payload, ack: AsyncAck) -> None:
        await _or_turned_away(takers, incoming_shortcut(body, takers.bot))
        await ack()

    async def on_press(body: Payload, ack: AsyncAck) -> None:
        if incoming := incoming_from_home(body, takers.bot):
            await _or_turned_away(takers, incoming)
        elif press := press_of(body):
            await takers.presses.take(press)
        await ack()

    async def on_why_not(body: Payload, ack: AsyncAck) -> None:
        view, user = part(body, "view"), text_in(part(body, "user"), "id")
        await takers.presses.say_why(text_in(view, "private_metadata"), user, chosen_in(view))
        await ack()

    app.shortcut(SHORTCUT)(on_shortcut)
    app.action(ANYTHING)(on_press)
    app.view(WHY_NOT)(on_why_not)


async def _or_turned_away(takers: Takers, incoming: Incoming) -> None:
    if await takers.intake.take(incoming) is Verdict.BUSY:
        takers.turn_away(incoming)


def chosen_in(view: Mapping[str, object]) -> str:
    """What was chosen in the modal that asks what was wrong."""
    chosen = part(part(part(view, "state"), "values"), WHY_NOT)
    return text_in(part(part(chosen, WHY_NOT), "selected_option"), "value")


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
