"""Socket Mode: events through a WebSocket that we open, and open again whenever it is lost.

Our own loop on aiohttp rather than slack_sdk's client: that one tries a URL again that Slack
takes only once, so that it never comes back from a longer outage, and it notices a closed
connection only at its next ping.
"""

import asyncio
import json
import logging
import random
from collections.abc import Callable, Mapping
from typing import Any

import aiohttp
from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app
from slack_bolt.async_app import AsyncApp
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.request import SocketModeRequest

from qa.chat.slack.listeners import MALFORMED
from qa.chat.slack.web import CONNECTION_ERRORS, WebApi, socket_url

logger = logging.getLogger(__name__)

HEARTBEAT = 10.0
"""Seconds between pings; a connection that answers none for half of that is given up."""
CLOSING = aiohttp.ClientWSTimeout(ws_close=1)
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0

Frame = Mapping[str, Any]


class SocketMode:
    """Keeps a connection to Slack and passes what comes to a Bolt app, as long as `is_open`."""

    def __init__(
        self, app: AsyncApp, web: WebApi, app_token: str, *, is_open: Callable[[], bool]
    ) -> None:
        self._app = app
        self._web = web
        self._app_token = app_token
        self._is_open = is_open
        self._failures = 0
        self.connected = False

    async def keep_connected(self, url: str) -> None:
        """Listen on `url`, then on ever new ones; ends only by SlackError or when cancelled."""
        while True:
            try:
                await self._listen(url or await socket_url(self._web, self._app_token))
            except (SlackApiError, *CONNECTION_ERRORS) as error:
                logger.warning("the connection to Slack failed: %s", type(error).__name__)
            finally:
                self.connected = False
            url = ""
            await asyncio.sleep(self._pause())
            self._failures += 1

    def _pause(self) -> float:
        """Seconds to wait: none after a connection that was good, then ever longer."""
        if not self._failures:
            return 0.0
        longest = min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** min(self._failures - 1, 10))
        return longest * random.uniform(0.5, 1.0)  # noqa: S311  # spreads load, guards nothing

    async def _listen(self, url: str) -> None:
        """Handle what comes until Slack or the network ends the connection."""
        in_hand: set[asyncio.Task[None]] = set()
        session = self._web.session
        async with session.ws_connect(
            url, heartbeat=HEARTBEAT, timeout=CLOSING, proxy=self._web.proxy
        ) as socket:
            async for message in socket:
                frame = _frame(message)
                if self._ends(frame):
                    break
                task = asyncio.create_task(self._handle(socket, frame))
                in_hand.add(task)
                task.add_done_callback(in_hand.discard)
            await asyncio.gather(*in_hand)

    def _ends(self, frame: Frame) -> bool:
        """Whether Slack says good-bye; a greeting is noted."""
        if frame.get("type") == "hello":
            self._failures = 0
            self.connected = True
            logger.info("connected to Slack by Socket Mode")
        if frame.get("type") == "disconnect":
            logger.info("Slack asks to connect anew: %s", frame.get("reason"))
            return True
        return False

    async def _handle(self, socket: aiohttp.ClientWebSocketResponse, frame: Frame) -> None:
        """Pass an envelope on and acknowledge it; without that, Slack sends it again."""
        request = SocketModeRequest.from_dict(dict(frame))
        if request is None or not self._is_open():
            return
        try:
            response = await run_async_bolt_app(self._app, request)
        except MALFORMED as error:
            logger.warning("a malformed envelope was ignored: %s", type(error).__name__)
            return
        if response.status != 200:
            logger.warning("an envelope was not handled: status %d", response.status)
            return
        try:
            await socket.send_json(_acknowledgement(request.envelope_id, response))
        except CONNECTION_ERRORS:
            logger.info("an acknowledgement came too late for its connection")


def _frame(message: aiohttp.WSMessage) -> Frame:
    """The JSON object in a message; an empty one for anything else."""
    if message.type is not aiohttp.WSMsgType.TEXT:
        return {}
    try:
        frame = json.loads(message.data)
    except ValueError:
        frame = None
    if not isinstance(frame, dict):
        logger.warning("a malformed frame of %d characters was ignored", len(message.data))
        return {}
    return frame


def _acknowledgement(envelope_id: str, response: BoltResponse) -> dict[str, object]:
    body = response.body or ""
    if not body:
        return {"envelope_id": envelope_id}
    payload = json.loads(body) if body.startswith("{") else {"text": body}
    return {"envelope_id": envelope_id, "payload": payload}
