"""HTTP: Slack's requests on /slack/events, each with a signature that is checked first."""

import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Iterable

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import SignatureVerifier

from qa.chat.slack.listeners import MALFORMED
from qa.chat.slack.options import SlackError

logger = logging.getLogger(__name__)

EVENTS = "/slack/events"

SHUTDOWN = 1.0
"""Seconds for requests that are still being answered when the server closes."""


@contextlib.asynccontextmanager
async def served(
    routes: Iterable[web.RouteDef], host: str, port: int, *, remedy: str
) -> AsyncIterator[int]:
    """The port of a server that is up inside the block; SlackError, with what to do about it,
    when nothing can listen there. Requests in hand are answered before it closes."""
    application = web.Application()
    application.add_routes(routes)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=SHUTDOWN)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            what = f"Cannot listen on {host} port {port}: {error.strerror}."
            raise SlackError(f"{what} {remedy}") from None
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()


class HttpMode:
    """Passes Slack's requests to a Bolt app, as long as `is_open`."""

    def __init__(self, app: AsyncApp, signing_secret: str, *, is_open: Callable[[], bool]) -> None:
        self._app = app
        self._verifier = SignatureVerifier(signing_secret)
        self._is_open = is_open

    def routes(self) -> list[web.RouteDef]:
        """The routes on which Slack's requests are awaited."""
        return [web.post(EVENTS, self._events)]

    async def _events(self, request: web.Request) -> web.Response:
        body = await request.read()
        timestamp = request.headers.get("X-Slack-Request-Timestamp", "")
        signature = request.headers.get("X-Slack-Signature", "")
        if not genuine(self._verifier, timestamp, signature, body):
            logger.warning("a request to %s without a valid signature was refused", EVENTS)
            return web.Response(status=401, text="invalid signature\n")
        if not self._is_open():
            return web.Response(status=503, text="stopping\n")
        try:
            asked = AsyncBoltRequest(body=body.decode("utf-8"), headers=dict(request.headers))
        except MALFORMED:
            return web.Response(status=400, text="not a request of Slack's\n")
        return await to_aiohttp_response(await self._app.async_dispatch(asked))


def genuine(verifier: SignatureVerifier, timestamp: str, signature: str, body: bytes) -> bool:
    """Whether Slack signed `body` within five minutes. Bolt's check raises on malformed headers."""
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) < 16):
        return False
    try:
        return signature.isascii() and verifier.is_valid(body, timestamp, signature)
    except UnicodeDecodeError:
        return False
