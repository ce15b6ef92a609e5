"""A Slack workspace on loopback: the Web API, Socket Mode and signed requests.

It does what Slack does as far as a question bot sees it: it knows tokens, scopes, channels and
messages, refuses what Slack refuses (`refusals`), fails when told to (`faults`), and records every
call.
"""

import asyncio
import json
from collections import defaultdict, deque
from dataclasses import dataclass
from typing import Self

import aiohttp
from aiohttp import web

from tests.slack_standin.deliveries import SIGNING_SECRET, Deliveries, Delivery, signed
from tests.slack_standin.faults import Dropped, Fault, Held, RateLimited, Says, ServerError, When
from tests.slack_standin.methods import (
    APP_TOKEN,
    BOT_ID,
    BOT_TOKEN,
    BOT_USER,
    SCOPES,
    TEAM,
    Json,
)
from tests.slack_standin.refusals import RESPONSE_FIELDS, Refused, check_message

__all__ = [
    "APP_TOKEN",
    "BOT_ID",
    "BOT_TOKEN",
    "BOT_USER",
    "SCOPES",
    "SIGNING_SECRET",
    "TEAM",
    "Call",
    "Delivery",
    "Json",
    "Workspace",
    "signed",
]


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the Web API: `done` is whether Slack did it, whatever it answered."""

    method: str
    arguments: Json
    done: bool


class Workspace(Deliveries):
    """The stand-in. `async with` starts and stops its server."""

    def __init__(self) -> None:
        super().__init__()
        self.responses: list[Json] = []
        self.calls: list[Call] = []
        self.socket_urls = 0
        self._faults: dict[str, deque[Fault | None]] = defaultdict(deque)
        self._released = asyncio.Event()
        self._tickets: set[str] = set()
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

    def fail(self, method: str, *faults: Fault | None) -> None:
        """Let the next calls of a method go wrong, one a fault, None for a good one."""
        self._faults[method].extend(faults)

    def release(self) -> None:
        """Answer what is held."""
        self._released.set()

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

    # What the bot calls.

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        arguments = await _arguments(request)
        fault = self._faults[method].popleft() if self._faults[method] else None
        if (response := await self._refusal(request, fault)) is not None:
            await self._record(Call(method, arguments, done=False))
            return response
        try:
            result = self.performed(method, arguments, _token(request))
        except Refused as refused:
            result = {"ok": False, "error": refused.code, "detail": str(refused)}
            if refused.code == "missing_scope":
                result["needed"] = str(refused).removeprefix("missing_scope: ")
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
            case Says(error, needed):
                said = {"ok": False, "error": error}
                return web.json_response(said | ({"needed": needed} if needed else {}))
            case Held():
                await self._released.wait()
        return None

    async def _record(self, call: Call) -> None:
        async with self._changed:
            self.calls.append(call)
            self._changed.notify_all()

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

    def socket_url(self) -> str:
        """A URL for Socket Mode, good for one connection."""
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


def _token(request: web.Request) -> str:
    return request.headers.get("Authorization", "").removeprefix("Bearer ")


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
