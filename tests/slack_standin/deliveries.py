"""What a Slack workspace delivers to a bot: by the open socket, or by a signed request."""

import asyncio
import hashlib
import hmac
import itertools
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

import aiohttp
from aiohttp import web

from tests.slack_standin.methods import BOT_USER, TEAM, Json, Methods

SIGNING_SECRET = "canary0signing0secret"


@dataclass(slots=True)
class Delivery:
    """Something delivered to the bot, and how it took it."""

    status: int | None = None
    payload: Json | None = None
    acknowledged: asyncio.Event = field(default_factory=asyncio.Event)


class Deliveries(Methods):
    """A workspace that tells a bot what happens in it."""

    _base: str
    _client: aiohttp.ClientSession

    def __init__(self) -> None:
        super().__init__()
        self.sockets: list[web.WebSocketResponse] = []
        self.request_url = ""
        self._deliveries: dict[str, Delivery] = {}
        self._changed = asyncio.Condition()
        self._ids = itertools.count(1)

    async def until(self, condition: Callable[[], object], *, seconds: float = 10) -> None:
        """Wait for something to have become true of this workspace."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(condition)

    def event(self, event: Json, *, event_id: str = "") -> Json:
        """An event as it is delivered."""
        return {
            "type": "event_callback",
            "team_id": TEAM,
            "api_app_id": "AAPP",
            "event": event,
            "event_id": event_id or f"Ev{next(self._ids):06d}",
            "event_time": int(time.time()),
            "authorizations": [{"team_id": TEAM, "user_id": BOT_USER, "is_bot": True}],
        }

    def command(self, text: str, *, user: str, channel: str, command: str = "/ask") -> Json:
        """A slash command as it is delivered."""
        number = next(self._ids)
        self.triggers.add(f"trigger{number}")
        return {
            "command": command,
            "text": text,
            "user_id": user,
            "channel_id": channel,
            "team_id": TEAM,
            "trigger_id": f"trigger{number}",
            "response_url": f"http://{self._base}/response/{number}",
        }

    def press(self, element: Json, *, user: str, where: Json) -> Json:
        """A pressed button as it is delivered; `where` is the message, response or view it is in."""
        number = next(self._ids)
        self.triggers.add(f"trigger{number}")
        payload: Json = {
            "type": "block_actions",
            "user": {"id": user, "team_id": TEAM},
            "trigger_id": f"trigger{number}",
            "actions": [element],
        }
        if "view_id" in where:
            return payload | {"container": {"type": "view", **where}}
        return payload | {
            "container": {"type": "message", **where},
            "channel": {"id": where["channel_id"]},
            "response_url": f"http://{self._base}/response/{number}",
        }

    def shortcut(self, message: Json, *, user: str, channel: str) -> Json:
        """The message shortcut as it is delivered."""
        number = next(self._ids)
        self.triggers.add(f"trigger{number}")
        return {
            "type": "message_action",
            "callback_id": "find-in-articles",
            "trigger_id": f"trigger{number}",
            "user": {"id": user},
            "channel": {"id": channel},
            "message": message,
            "response_url": f"http://{self._base}/response/{number}",
        }

    def submission(self, view: Json, values: Json, *, user: str) -> Json:
        """A modal sent off, as it is delivered."""
        state = {"values": values}
        return {"type": "view_submission", "user": {"id": user}, "view": {**view, "state": state}}

    async def deliver(self, payload: Json, *, retry: int = 0, kind: str = "events_api") -> Delivery:
        """Deliver a payload by the open socket, or by a signed request where there is none."""
        if self.request_url:
            return await self._deliver_by_request(payload, retry, kind)
        return await self._deliver_by_socket(payload, retry, kind)

    async def _deliver_by_socket(self, payload: Json, retry: int, kind: str) -> Delivery:
        envelope_id = f"envelope{next(self._ids)}"
        delivery = self._deliveries[envelope_id] = Delivery()
        envelope: Json = {"envelope_id": envelope_id, "type": kind, "payload": payload}
        if retry:
            envelope |= {"retry_attempt": retry, "retry_reason": "timeout"}
        await self.until(self.open_sockets)
        await self.open_sockets()[-1].send_json(envelope)
        return delivery

    async def _deliver_by_request(self, payload: Json, retry: int, kind: str) -> Delivery:
        headers = {"X-Slack-Retry-Num": str(retry)} if retry else {}
        if kind == "events_api":
            body = json.dumps(payload).encode()
            headers["Content-Type"] = "application/json"
        else:
            form = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
            body = urlencode(form).encode()
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        return await self.request(body, headers | signed(body))

    async def request(self, body: bytes, headers: dict[str, str]) -> Delivery:
        """Send any body with any headers to the bot's request URL."""
        async with self._client.post(self.request_url, data=body, headers=headers) as response:
            delivery = Delivery(status=response.status)
            text = await response.text()
        delivery.payload = {"text": text} if text else None
        if response.status == 200:
            delivery.acknowledged.set()
        return delivery

    def open_sockets(self) -> list[web.WebSocketResponse]:
        """The bot's connections that are open."""
        return [socket for socket in self.sockets if not socket.closed]

    async def send_frame(self, text: str) -> None:
        """Any text on the newest socket."""
        await self.open_sockets()[-1].send_str(text)

    async def cut_sockets(self) -> None:
        """Cut every connection without a close frame."""
        for socket in self.open_sockets():
            if transport := socket._req.transport if socket._req else None:
                transport.abort()


def signed(body: bytes, *, at: float | None = None, secret: str = SIGNING_SECRET) -> dict[str, str]:
    """The headers with which Slack signs a request."""
    timestamp = str(int(time.time() if at is None else at))
    base = b"v0:" + timestamp.encode() + b":" + body
    digest = hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}
