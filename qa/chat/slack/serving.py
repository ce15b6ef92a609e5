"""From options to a running bot and back: start, wait for a signal, finish what is in hand."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import AsyncIterator, Callable, Iterator

import aiohttp
from slack_bolt.async_app import AsyncApp

from qa.answers import Outcome, Question
from qa.chat.slack.aside import Aside
from qa.chat.slack.http_mode import EVENTS, HttpMode
from qa.chat.slack.intake import Intake
from qa.chat.slack.listeners import bolt_app, register
from qa.chat.slack.notices import Notices
from qa.chat.slack.options import SlackOptions, check
from qa.chat.slack.posting import Poster
from qa.chat.slack.replying import Replier
from qa.chat.slack.seen import Seen
from qa.chat.slack.socket_mode import SocketMode
from qa.chat.slack.threads import Threads
from qa.chat.slack.web import SECONDS, WebApi, first_socket_url, sign_in, web_api
from qa.chat.slack.words import BUSY, STOPPING

logger = logging.getLogger(__name__)


async def serve_until_stopped(answer: Callable[[Question], Outcome], options: SlackOptions) -> int:
    """Answer in Slack until SIGTERM or SIGINT; 0 then. SlackError when that is not possible."""
    check(options)
    with stopped_by_signals() as stopped:
        async with running(answer, options) as bot:
            await bot.until(stopped)
    return 0


class RunningBot:
    """A bot at work. `port` is where it listens, 0 in Socket Mode."""

    def __init__(self, port: int, connection: "asyncio.Task[None] | None") -> None:
        self.port = port
        self._connection = connection

    async def until(self, stopped: asyncio.Event) -> None:
        """Wait for `stopped`; SlackError when Slack lets us connect no more."""
        stop = asyncio.ensure_future(stopped.wait())
        waiting = {stop, self._connection} if self._connection else {stop}
        try:
            done, _ = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            stop.cancel()
        for task in done:
            task.result()


@contextlib.asynccontextmanager
async def running(
    answer: Callable[[Question], Outcome], options: SlackOptions
) -> AsyncIterator[RunningBot]:
    """A bot that takes questions inside the block, and finishes what it took at its end."""
    async with aiohttp.ClientSession(timeout=SECONDS) as session:
        web = web_api(options, session)
        bot = await sign_in(web, options)
        poster = Poster(web)
        replier = Replier(Aside(answer, at_once=options.answering), Threads(web.reads, bot), poster)
        intake = Intake(replier, seen=Seen(), capacity=options.in_hand)
        app = bolt_app(bot, options.api_url)
        notices = Notices(poster)
        register(
            app,
            bot=bot,
            intake=intake,
            follow_threads=options.follow_threads,
            turn_away=lambda incoming: notices.send(incoming, BUSY),
        )
        async with _transport(app, web, options, lambda: intake.is_open) as at_work:
            try:
                yield at_work
            finally:
                await _finish(intake, notices, options.grace)


@contextlib.asynccontextmanager
async def _transport(
    app: AsyncApp, web: WebApi, options: SlackOptions, is_open: Callable[[], bool]
) -> AsyncIterator[RunningBot]:
    """The way on which Slack reaches the app, open inside the block."""
    if options.app_token:
        url = await first_socket_url(web, options)
        socket = SocketMode(app, web, options.app_token, is_open=is_open)
        connection = asyncio.create_task(socket.keep_connected(url))
        try:
            yield RunningBot(0, connection)
        finally:
            connection.cancel()
            await asyncio.wait({connection})
    else:
        server = HttpMode(app, options.signing_secret or "", is_open=is_open)
        port = await server.start(options.host, options.port)
        logger.info("listening on %s port %d for %s", options.host, port, EVENTS)
        try:
            yield RunningBot(port, None)
        finally:
            await server.stop()


async def _finish(intake: Intake, notices: Notices, grace: float) -> None:
    """Take nothing more, finish what is in hand, and tell those whom that leaves out."""
    intake.close()
    left = await intake.finish(grace * 0.8)
    for incoming in left:
        notices.send(incoming, STOPPING)
    await notices.finish(grace * 0.2)
    logger.info("stopped, unanswered=%d", len(left))


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
