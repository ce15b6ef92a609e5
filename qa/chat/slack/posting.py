"""What the bot sends to Slack: an answer stands there once, or not at all, never twice."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from qa.chat.slack.incoming import Incoming, Surface
from qa.chat.slack.pace import POST, Pace, is_limit
from qa.chat.slack.web import CONNECTION_ERRORS, WebApi, error_code, is_passing
from qa.render.slack_blocks import SlackMessage

logger = logging.getLogger(__name__)

METADATA = "pullquote_answer"
"""The event type in our messages' metadata, by whose payload a message is found again."""

TRIES = 6
PAUSE = 0.5
"""Seconds before a second try; twice as long before each further one."""

View = Mapping[str, object]


class Poster:
    """Sends messages and views, each in its turn (`pace`)."""

    def __init__(self, web: WebApi, pace: Pace, *, pause: float = PAUSE) -> None:
        self._web = web
        self._pace = pace
        self._pause = pause

    @property
    def writes(self) -> AsyncWebClient:
        """The client itself, for what need be neither in turn nor certain."""
        return self._web.writes

    async def post(
        self, incoming: Incoming, message: SlackMessage, *, channel: str, thread: str = ""
    ) -> str:
        """Post what `incoming` asked for, and return its ts.

        Where it is unclear whether Slack did, by a failure now or by one that ended the bot
        before this one, look before trying (again).
        """
        failure: Exception | None = None
        for attempt in range(TRIES):
            if failure or incoming.resumed:
                if stands := await self._stands(incoming, channel, thread):
                    return stands
                await asyncio.sleep(self._pause * 2 ** (attempt - 1) if attempt else 0)
            try:
                return await self._posted(incoming, message, channel, thread)
            except SlackApiError as error:
                if is_limit(error) or not is_passing(error):
                    raise
                failure = error
            except CONNECTION_ERRORS as error:
                failure = error
            logger.warning("posting for %s failed: %s", incoming.id, kind_of(failure))
        if stands := await self._stands(incoming, channel, thread):
            return stands
        raise failure or AssertionError("without a failure it was posted")

    async def _posted(
        self, incoming: Incoming, message: SlackMessage, channel: str, thread: str
    ) -> str:
        metadata = {"event_type": METADATA, "event_payload": {"question": incoming.id}}
        response = await self._pace.call(
            POST,
            channel,
            lambda: self._web.writes.chat_postMessage(
                channel=channel,
                thread_ts=thread or None,
                metadata=metadata,
                unfurl_links=False,
                unfurl_media=False,
                **_content(message),
            ),
        )
        return str(response.get("ts") or "")

    async def _stands(self, incoming: Incoming, channel: str, thread: str) -> str:
        """The ts of what was posted for `incoming` already; empty where nothing was."""
        reads = self._web.reads
        look = {"channel": channel, "limit": 200, "include_all_metadata": True}
        if thread:
            oldest = incoming.ts or thread
            said = await reads.conversations_replies(ts=thread, oldest=oldest, **look)  # type: ignore[arg-type]
        else:
            said = await reads.conversations_history(**look)  # type: ignore[arg-type]
        found = (m for m in said.get("messages") or () if _is_for(m, incoming))
        return next((str(message.get("ts")) for message in found), "")

    async def update(self, channel: str, ts: str, message: SlackMessage) -> None:
        """Put `message` in the place of one of ours; doing it twice does no harm."""
        await self._again(
            "chat.update",
            channel,
            lambda: self._web.writes.chat_update(channel=channel, ts=ts, **_content(message)),
        )

    async def withdraw(self, channel: str, ts: str) -> None:
        """Delete one of our messages."""
        await self._pace.call(
            "chat.delete", channel, lambda: self._web.writes.chat_delete(channel=channel, ts=ts)
        )

    async def tell(self, incoming: Incoming, message: SlackMessage) -> None:
        """Tell only the person who asked, where that is possible, something that is no answer."""
        if incoming.response_url:
            await self.respond(incoming.response_url, message)
        elif incoming.surface is Surface.DIRECT or not incoming.channel:
            await self._pace.call(
                POST,
                incoming.channel or incoming.user,
                lambda: self._web.writes.chat_postMessage(
                    channel=incoming.channel or incoming.user,
                    thread_ts=incoming.thread or None,
                    **_content(message),
                ),
            )
        else:
            await self._pace.call(
                "chat.postEphemeral",
                incoming.channel,
                lambda: self._web.writes.chat_postEphemeral(
                    channel=incoming.channel,
                    user=incoming.user,
                    thread_ts=incoming.thread_ts or None,
                    **_content(message),
                ),
            )

    async def respond(
        self, url: str, message: SlackMessage, *, everybody: bool = False, replace: bool = False
    ) -> None:
        """Through a response URL: it works where the bot is no member, for half an hour."""
        webhook = AsyncWebhookClient(
            url,
            session=self._web.session,
            retry_handlers=[AsyncRateLimitErrorRetryHandler(max_retry_count=4)],
        )
        webhook.proxy = self._web.proxy
        response = await webhook.send(
            text=message.text,
            blocks=message.blocks,
            # What is replaced stays as visible as it was.
            response_type=None if replace else ("in_channel" if everybody else "ephemeral"),
            replace_original=replace,
        )
        if response.status_code != 200:
            raise ResponseRefused(response.status_code)

    async def show(self, trigger: str, view: View, *, on_top: bool = False) -> None:
        """Open a modal, `on_top` of one that is open; SlackApiError when the trigger is spent."""
        writes = self._web.writes
        opens = writes.views_push if on_top else writes.views_open
        await self._pace.call("views", "", lambda: opens(trigger_id=trigger, view=dict(view)))

    async def change(self, view_id: str, view: View) -> None:
        """Put `view` in the place of an open modal."""
        await self._pace.call(
            "views", "", lambda: self._web.writes.views_update(view_id=view_id, view=dict(view))
        )

    async def publish(self, user: str, view: View) -> None:
        """Show `view` in a person's home tab."""
        await self._pace.call(
            "views", "", lambda: self._web.writes.views_publish(user_id=user, view=dict(view))
        )

    async def _again(self, method: str, channel: str, work: Callable[[], Awaitable[Any]]) -> None:
        """Call what may be done twice until it was clearly done."""
        for attempt in range(TRIES):
            try:
                await self._pace.call(method, channel, work)
            except (SlackApiError, *CONNECTION_ERRORS) as error:
                passing = not isinstance(error, SlackApiError) or is_passing(error)
                if not passing or attempt == TRIES - 1:
                    raise
                await asyncio.sleep(self._pause * 2**attempt)
            else:
                return


class ResponseRefused(Exception):
    """A response URL did not take a message."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(f"the response URL answered HTTP {status}")


def _content(message: SlackMessage) -> dict[str, Any]:
    return {"text": message.text, "blocks": list(message.blocks)}


def _is_for(message: Mapping[str, object], incoming: Incoming) -> bool:
    metadata = message.get("metadata")
    if not isinstance(metadata, Mapping) or metadata.get("event_type") != METADATA:
        return False
    payload = metadata.get("event_payload")
    return isinstance(payload, Mapping) and payload.get("question") == incoming.id


def kind_of(error: BaseException) -> str:
    """A failure in a word or two, without anything of what was sent."""
    return error_code(error) if isinstance(error, SlackApiError) else type(error).__name__
