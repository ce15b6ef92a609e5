"""A Slack workspace on loopback: the Web API, Socket Mode and signed requests.

It does what Slack does as far as a question bot sees it: it knows tokens, scopes, channels and
messages, refuses what Slack refuses (`refusals`), fails when told to (`faults`), and records every
call.
"""

import asyncio
import hashlib
import hmac
import itertools
import json
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urlencode

import aiohttp
from aiohttp import web

from tests.slack_standin.faults import Dropped, Fault, Held, RateLimited, Says, ServerError, When
from tests.slack_standin.refusals import (
    EPHEMERAL_FIELDS,
    POST_FIELDS,
    RESPONSE_FIELDS,
    Refused,
    check_message,
)

BOT_TOKEN = "xoxb-1-canary-bot-token"
APP_TOKEN = "xapp-1-canary-app-token"
SIGNING_SECRET = "canary0signing0secret"
BOT_USER = "UBOT"
BOT_ID = "BBOT"
TEAM = "TTEAM"
SCOPES = frozenset(
    {
        "app_mentions:read",
        "channels:history",
        "chat:write",
        "commands",
        "groups:history",
        "im:history",
    }
)
HISTORY_SCOPES = {"C": "channels:history", "G": "groups:history", "D": "im:history"}

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the Web API: `done` is whether Slack did it, whatever it answered."""

    method: str
    arguments: Json
    done: bool


@dataclass(slots=True)
class Delivery:
    """Something delivered to the bot, and how it took it."""

    status: int | None = None
    payload: Json | None = None
    acknowledged: asyncio.Event = field(default_factory=asyncio.Event)


class Workspace:
    """The stand-in. `async with` starts and stops its server."""

    def __init__(self) -> None:
        self.scopes = set(SCOPES)
        self.channels: dict[str, list[Json]] = defaultdict(list)
        self.archived: set[str] = set()
        self.ephemerals: list[Json] = []
        self.responses: list[Json] = []
        self.calls: list[Call] = []
        self.sockets: list[web.WebSocketResponse] = []
        self.socket_urls = 0
        self.request_url = ""
        self._faults: dict[str, deque[Fault]] = defaultdict(deque)
        self._released = asyncio.Event()
        self._tickets: set[str] = set()
        self._deliveries: dict[str, Delivery] = {}
        self._changed = asyncio.Condition()
        self._stamps = itertools.count(1)
        self._ids = itertools.count(1)
        self.refuse_sockets = 0

    async def __aenter__(self) -> Self:
        served = web.Application(client_max_size=10 * 1024**2)
        served.router.add_route("*", "/api/{method}", self._call)
        served.router.add_get("/socket", self._socket)
        served.router.add_post("/response/{id}", self._response_url)
        self._runner = web.AppRunner(served, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self._base = f"127.0.0.1:{self._runner.addresses[0][1]}"
        self._client = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._released.set()
        await self._client.close()
        for socket in self.sockets:
            await socket.close()
        await self._runner.cleanup()

    # What a test tells it.

    @property
    def api_url(self) -> str:
        """The base of its Web API."""
        return f"http://{self._base}/api/"

    def fail(self, method: str, *faults: Fault) -> None:
        """Let the next calls of a method go wrong, one a fault; `socket` and `response` too."""
        self._faults[method].extend(faults)

    def release(self) -> None:
        """Answer what is held."""
        self._released.set()

    async def until(self, condition: Callable[[], object], *, seconds: float = 10) -> None:
        """Wait for something to have become true of this workspace."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(condition)

    def stamp(self) -> str:
        """A new message's ts, later than all before."""
        return f"1700000000.{next(self._stamps):06d}"

    def write(self, channel: str, user: str, text: str, **fields: str) -> Json:
        """A person's message in a channel, not yet delivered to the bot."""
        ts = self.stamp()
        message = {"type": "message", "user": user, "text": text, "ts": ts, **fields}
        self.channels[channel].append(message)
        return message

    def posted(self, channel: str | None = None) -> list[Json]:
        """The bot's messages, oldest first."""
        chosen = [channel] if channel else list(self.channels)
        return [m for c in chosen for m in self.channels[c] if m.get("bot_id") == BOT_ID]

    def called(self, method: str) -> list[Call]:
        """The calls of a method."""
        return [call for call in self.calls if call.method == method]

    # What it delivers.

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
        return {
            "command": command,
            "text": text,
            "user_id": user,
            "channel_id": channel,
            "team_id": TEAM,
            "trigger_id": f"trigger{number}",
            "response_url": f"http://{self._base}/response/{number}",
        }

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
            body = urlencode(payload).encode()
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

    # What the bot calls.

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        arguments = await _arguments(request)
        fault = self._faults[method].popleft() if self._faults[method] else None
        if (response := await self._refusal(request, fault)) is not None:
            await self._record(Call(method, arguments, done=False))
            return response
        try:
            result = self._performed(method, arguments, request)
        except Refused as refused:
            result = {"ok": False, "error": refused.code, "detail": str(refused)}
        await self._record(Call(method, arguments, done=bool(result["ok"])))
        match fault:
            case ServerError(status):
                return web.json_response({"ok": False}, status=status)
            case Dropped():
                return _cut(request)
        return web.json_response(result)

    async def _refusal(self, request: web.Request, fault: Fault | None) -> web.Response | None:
        match fault:
            case RateLimited(seconds):
                headers = {"Retry-After": str(seconds)}
                return web.json_response(
                    {"ok": False, "error": "ratelimited"}, status=429, headers=headers
                )
            case ServerError(status, When.BEFORE):
                return web.Response(
                    status=status, text="<html>down</html>", content_type="text/html"
                )
            case Dropped(When.BEFORE):
                return _cut(request)
            case Says(error):
                return web.json_response({"ok": False, "error": error})
            case Held():
                await self._released.wait()
        return None

    async def _record(self, call: Call) -> None:
        async with self._changed:
            self.calls.append(call)
            self._changed.notify_all()

    def _performed(self, method: str, arguments: Json, request: web.Request) -> Json:
        """Do what a method does."""
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        expected = APP_TOKEN if method == "apps.connections.open" else BOT_TOKEN
        if token != expected:
            raise Refused("invalid_auth", "unknown token")
        match method:
            case "auth.test":
                return {"ok": True, "user_id": BOT_USER, "bot_id": BOT_ID, "team_id": TEAM}
            case "apps.connections.open":
                return {"ok": True, "url": self._new_socket_url()}
            case "chat.postMessage":
                return self._post_message(arguments)
            case "chat.postEphemeral":
                return self._post_ephemeral(arguments)
            case "conversations.replies":
                return self._replies(arguments)
        raise Refused("unknown_method", method)

    def _needs(self, scope: str) -> None:
        if scope not in self.scopes:
            raise Refused("missing_scope", scope)

    def _channel(self, arguments: Json) -> str:
        channel = str(arguments.get("channel"))
        if channel not in self.channels:
            raise Refused("channel_not_found", channel)
        if channel in self.archived:
            raise Refused("is_archived", channel)
        return channel

    def _post_message(self, arguments: Json) -> Json:
        self._needs("chat:write")
        channel = self._channel(arguments)
        check_message(arguments, POST_FIELDS)
        thread = arguments.get("thread_ts")
        if thread and all(message["ts"] != thread for message in self.channels[channel]):
            raise Refused("thread_not_found", str(thread))
        message = {
            "type": "message",
            "user": BOT_USER,
            "bot_id": BOT_ID,
            "ts": self.stamp(),
            **{key: value for key, value in arguments.items() if key != "channel"},
        }
        self.channels[channel].append(message)
        return {"ok": True, "channel": channel, "ts": message["ts"], "message": message}

    def _post_ephemeral(self, arguments: Json) -> Json:
        self._needs("chat:write")
        self._channel(arguments)
        check_message(arguments, EPHEMERAL_FIELDS)
        self.ephemerals.append(arguments)
        return {"ok": True, "message_ts": self.stamp()}

    def _replies(self, arguments: Json) -> Json:
        channel = self._channel(arguments)
        self._needs(HISTORY_SCOPES[channel[0]])
        ts, start = arguments["ts"], int(arguments.get("cursor") or 0)
        oldest, latest = arguments.get("oldest", "0"), arguments.get("latest", "9")
        thread = [
            message
            for message in self.channels[channel]
            if message["ts"] == ts
            or (message.get("thread_ts") == ts and oldest < message["ts"] < latest)
        ]
        end = start + int(arguments.get("limit", 1_000))
        page = [self._shown(m, arguments) for m in thread[start:end]]
        cursor = str(end) if end < len(thread) else ""
        return {"ok": True, "messages": page, "response_metadata": {"next_cursor": cursor}}

    def _shown(self, message: Json, arguments: Json) -> Json:
        with_metadata = str(arguments.get("include_all_metadata", "")).lower() in {"1", "true"}
        return {k: v for k, v in message.items() if k != "metadata" or with_metadata}

    async def _response_url(self, request: web.Request) -> web.StreamResponse:
        arguments = await _arguments(request)
        fault = self._faults["response"].popleft() if self._faults["response"] else None
        if (response := await self._refusal(request, fault)) is not None:
            return response
        try:
            check_message(arguments, RESPONSE_FIELDS)
        except Refused as refused:
            return web.Response(status=400, text=str(refused))
        async with self._changed:
            self.responses.append(arguments)
            self._changed.notify_all()
        return web.Response(text="ok")

    # Socket Mode.

    def _new_socket_url(self) -> str:
        self.socket_urls += 1
        ticket = f"ticket{self.socket_urls}"
        self._tickets.add(ticket)
        return f"ws://{self._base}/socket?ticket={ticket}"

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            return web.Response(status=404, text="this URL was used before")
        self._tickets.remove(ticket)
        if self.refuse_sockets:
            self.refuse_sockets -= 1
            return web.Response(status=503)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1})
        async with self._changed:
            self.sockets.append(socket)
            self._changed.notify_all()
        async for message in socket:
            await self._acknowledged(json.loads(message.data))
        async with self._changed:
            self._changed.notify_all()
        return socket

    async def _acknowledged(self, frame: Json) -> None:
        delivery = self._deliveries[frame["envelope_id"]]
        delivery.payload = frame.get("payload")
        delivery.acknowledged.set()
        async with self._changed:
            self._changed.notify_all()


def signed(body: bytes, *, at: float | None = None, secret: str = SIGNING_SECRET) -> dict[str, str]:
    """The headers with which Slack signs a request."""
    timestamp = str(int(time.time() if at is None else at))
    base = b"v0:" + timestamp.encode() + b":" + body
    digest = hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}


def _cut(request: web.Request) -> web.Response:
    """Cut the connection; the response goes nowhere."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _arguments(request: web.Request) -> Json:
    """What a method was called with, however it was sent."""
    arguments: Json = dict(request.query)
    if request.content_type == "application/json":
        arguments |= await request.json()
    else:
        arguments |= dict(await request.post())
    return {key: value for key, value in arguments.items() if value is not None}
