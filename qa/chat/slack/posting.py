"""Posting in Slack: an answer stands there once, or not at all, never twice."""

import asyncio
import logging
from collections.abc import Mapping

from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.webhook.async_client import AsyncWebhookClient

from qa.chat.slack.incoming import Incoming, Surface
from qa.chat.slack.web import CONNECTION_ERRORS, WebApi, error_code, is_passing
from qa.render.slack_blocks import SlackMessage

logger = logging.getLogger(__name__)

METADATA = "pullquote_answer"
"""The event type in our messages' metadata, by whose payload a message is found again."""

TRIES = 3
PAUSE = 0.5
"""Seconds before a second try; twice as long before a third."""


class Poster:
    """Sends messages to where a question came from."""

    def __init__(self, web: WebApi, *, pause: float = PAUSE) -> None:
        self._web = web
        self._pause = pause

    async def answer(self, incoming: Incoming, message: SlackMessage) -> None:
        """Post the answer to a question: in its thread, for a command to that person alone."""
        if incoming.surface is Surface.COMMAND:
            await self._respond(incoming, message)
        else:
            await self._post_once(incoming, message)

    async def tell(self, incoming: Incoming, message: SlackMessage) -> None:
        """Tell only the person who asked, where that is possible, something that is no answer."""
        if incoming.surface is Surface.COMMAND:
            await self._respond(incoming, message)
        elif incoming.surface is Surface.DIRECT:
            await self._web.writes.chat_postMessage(
                channel=incoming.channel,
                thread_ts=incoming.thread,
                text=message.text,
                blocks=list(message.blocks),
            )
        else:
            await self._web.writes.chat_postEphemeral(
                channel=incoming.channel,
                user=incoming.user,
                thread_ts=incoming.thread_ts or None,
                text=message.text,
                blocks=list(message.blocks),
            )

    async def _post_once(self, incoming: Incoming, message: SlackMessage) -> None:
        """Post; where it is unclear whether Slack did, look before trying again."""
        for attempt in range(1, TRIES + 1):
            failure = await self._tried(incoming, message)
            if failure is None or await self._stands(incoming):
                return
            if attempt == TRIES:
                raise failure
            logger.warning("posting %s failed (%s), trying again", incoming.id, _kind(failure))
            await asyncio.sleep(self._pause * 2 ** (attempt - 1))

    async def _tried(self, incoming: Incoming, message: SlackMessage) -> Exception | None:
        """None when posted, the failure when it may have been; a refusal is raised."""
        try:
            await self._web.writes.chat_postMessage(
                channel=incoming.channel,
                thread_ts=incoming.thread,
                metadata={"event_type": METADATA, "event_payload": {"question": incoming.id}},
                unfurl_links=False,
                unfurl_media=False,
                text=message.text,
                blocks=list(message.blocks),
            )
        except SlackApiError as error:
            if not is_passing(error) or error_code(error) == "ratelimited":
                raise
            return error
        except CONNECTION_ERRORS as error:
            return error
        return None

    async def _stands(self, incoming: Incoming) -> bool:
        """Whether the answer to a question is in its thread already."""
        replies = await self._web.reads.conversations_replies(
            channel=incoming.channel,
            ts=incoming.thread,
            oldest=incoming.ts,
            limit=200,
            include_all_metadata=True,
        )
        return any(_answers(message, incoming) for message in replies.get("messages") or ())

    async def _respond(self, incoming: Incoming, message: SlackMessage) -> None:
        """Through the command's response URL: it works where the bot is no member."""
        webhook = AsyncWebhookClient(
            incoming.response_url,
            session=self._web.session,
            retry_handlers=[AsyncRateLimitErrorRetryHandler(max_retry_count=4)],
        )
        webhook.proxy = self._web.proxy
        response = await webhook.send(
            text=message.text, blocks=message.blocks, response_type="ephemeral"
        )
        if response.status_code != 200:
            raise ResponseRefused(response.status_code)


class ResponseRefused(Exception):
    """A response URL did not take a message."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(f"the response URL answered HTTP {status}")


def _answers(message: Mapping[str, object], incoming: Incoming) -> bool:
    metadata = message.get("metadata")
    if not isinstance(metadata, Mapping) or metadata.get("event_type") != METADATA:
        return False
    payload = metadata.get("event_payload")
    return isinstance(payload, Mapping) and payload.get("question") == incoming.id


def _kind(error: Exception) -> str:
    return error_code(error) if isinstance(error, SlackApiError) else type(error).__name__
