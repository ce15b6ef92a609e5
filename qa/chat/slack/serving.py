"""From options to a running bot and back: start, wait for a signal, finish what is in hand."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

import aiohttp
from slack_bolt.async_app import AsyncApp

from qa.chat.examples import examples_of
from qa.chat.shelf import Shelf
from qa.chat.slack.aside import Aside
from qa.chat.slack.asked import DAY, Records
from qa.chat.slack.changing import errands
from qa.chat.slack.desk import Desk
from qa.chat.slack.home import Home
from qa.chat.slack.http_mode import EVENTS, HttpMode, served
from qa.chat.slack.inbox import Inbox
from qa.chat.slack.intake import Intake
from qa.chat.slack.listeners import Takers, bolt_app, register
from qa.chat.slack.monitor import Metrics, Monitor
from qa.chat.slack.notices import Notices
from qa.chat.slack.options import SlackOptions, check
from qa.chat.slack.pace import Pace
from qa.chat.slack.posting import Poster
from qa.chat.slack.pressing import Presses
from qa.chat.slack.replying import Replier
from qa.chat.slack.socket_mode import SocketMode
from qa.chat.slack.store import Store
from qa.chat.slack.threads import Threads
from qa.chat.slack.web import SECONDS, WebApi, first_socket_url, sign_in, web_api
from qa.chat.slack.words import BUSY

logger = logging.getLogger(__name__)

HOUR = 3_600.0
"""Seconds between two clearings of what is kept no longer."""


async def serve_until_stopped(shelf: Shelf, options: SlackOptions) -> int:
    """Answer in Slack until SIGTERM or SIGINT; 0 then. SlackError when that is not possible."""
    check(options)
    with stopped_by_signals() as stopped:
        async with running(shelf, options) as bot:
            await bot.until(stopped)
    return 0


@dataclass(frozen=True, slots=True)
class RunningBot:
    """A bot at work. `port` is where it listens, 0 in Socket Mode; `monitor_port` where it tells
    of its health, 0 when it does not."""

    port: int
    monitor_port: int = 0
    connection: "asyncio.Task[None] | None" = None

    async def until(self, stopped: asyncio.Event) -> None:
        """Wait for `stopped`; SlackError when Slack lets us connect no more."""
        stop = asyncio.ensure_future(stopped.wait())
        waiting = {stop, self.connection} if self.connection else {stop}
        try:
            done, _ = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            stop.cancel()
        for task in done:
            task.result()


@contextlib.asynccontextmanager
async def running(shelf: Shelf, options: SlackOptions) -> AsyncIterator[RunningBot]:
    """A bot that takes questions inside the block, and finishes what it took at its end."""
    async with aiohttp.ClientSession(timeout=SECONDS) as session:
        web = web_api(options, session)
        with contextlib.closing(Store(options.state)) as store:
            desk = await _desk(shelf, options, web, store)
            threads = Threads(web.reads, desk.bot, desk.records)
            intake = Intake(
                Replier(desk, threads, errands(desk, threads)),
                inbox=desk.inbox,
                capacity=options.in_hand,
            )
            notices = Notices(desk.poster)
            app = bolt_app(desk.bot, options.api_url)
            register(app, _takers(desk, intake, notices))
            async with _at_work(app, web, desk, intake) as at_work:
                await intake.resume()
                try:
                    yield at_work
                finally:
                    await _finish(intake, notices, options.grace)


async def _desk(shelf: Shelf, options: SlackOptions, web: WebApi, store: Store) -> Desk:
    bot = await sign_in(web, options)
    metrics = Metrics()
    pace = Pace(scale=options.pace, failed=metrics.slack_error)
    examples = await asyncio.to_thread(
        examples_of, shelf.library, shelf.answer, known=options.examples
    )
    return Desk(
        shelf=shelf,
        answer=Aside(shelf.answer, at_once=options.answering),
        bot=bot,
        options=options,
        inbox=Inbox(store),
        records=Records(store),
        poster=Poster(web, pace, pause=options.pause),
        reads=web.reads,
        metrics=metrics,
        examples=examples,
    )


def _takers(desk: Desk, intake: Intake, notices: Notices) -> Takers:
    return Takers(
        bot=desk.bot,
        intake=intake,
        presses=Presses(desk, intake, notices),
        home=Home(desk),
        turn_away=lambda incoming: notices.send(incoming, BUSY),
        follow_threads=desk.options.follow_threads,
    )


@contextlib.asynccontextmanager
async def _at_work(
    app: AsyncApp, web: WebApi, desk: Desk, intake: Intake
) -> AsyncIterator[RunningBot]:
    """The way on which Slack reaches the app, open inside the block, and what goes beside it."""
    clearing = asyncio.create_task(_keep_clearing(desk))
    try:
        async with (
            _by_socket(app, web, desk, intake)
            if desk.options.app_token
            else _by_http(app, desk, intake) as bot
        ):
            yield bot
    finally:
        clearing.cancel()
        await asyncio.wait({clearing})


@contextlib.asynccontextmanager
async def _by_socket(
    app: AsyncApp, web: WebApi, desk: Desk, intake: Intake
) -> AsyncIterator[RunningBot]:
    options = desk.options
    token = options.app_token or ""
    url = await first_socket_url(web, options)
    socket = SocketMode(app, web, token, is_open=lambda: intake.is_open)
    monitor = Monitor(
        desk.metrics, lambda: intake.is_open, lambda: socket.connected, lambda: intake.in_hand
    )
    async with contextlib.AsyncExitStack() as stack:
        port = 0
        if options.monitor_port is not None:
            remedy = "PULLQUOTE_SLACK_MONITOR_PORT chooses another."
            server = served(monitor.routes(), "127.0.0.1", options.monitor_port, remedy=remedy)
            port = await stack.enter_async_context(server)
        connection = asyncio.create_task(socket.keep_connected(url))
        try:
            yield RunningBot(0, port, connection)
        finally:
            connection.cancel()
            await asyncio.wait({connection})


@contextlib.asynccontextmanager
async def _by_http(app: AsyncApp, desk: Desk, intake: Intake) -> AsyncIterator[RunningBot]:
    options = desk.options
    mode = HttpMode(app, options.signing_secret or "", is_open=lambda: intake.is_open)
    monitor = Monitor(desk.metrics, lambda: intake.is_open, lambda: True, lambda: intake.in_hand)
    routes = [*mode.routes(), *monitor.routes()]
    remedy = "PULLQUOTE_HOST and PORT choose another."
    async with served(routes, options.host, options.port, remedy=remedy) as port:
        logger.info("listening on %s port %d for %s", options.host, port, EVENTS)
        yield RunningBot(port, port)


async def _keep_clearing(desk: Desk) -> None:
    """Erase, now and every hour, what is older than it may be."""
    while True:
        await desk.records.prune(desk.now() - desk.options.keep_days * DAY)
        await asyncio.sleep(HOUR)


async def _finish(intake: Intake, notices: Notices, grace: float) -> None:
    """Take nothing more, and finish what is in hand; the rest is the next bot's to finish."""
    intake.close()
    left = await intake.finish(grace * 0.9)
    await notices.finish(grace * 0.1)
    logger.info("stopped, left for the next start=%d", left)


@contextlib.contextmanager
def stopped_by_signals() -> Iterator[asyncio.Event]:
    """An event that SIGTERM and SIGINT set, instead of ending the program."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()

    def stop(*_: object) -> None:
        loop.call_soon_threadsafe(stopped.set)

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stopped
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
