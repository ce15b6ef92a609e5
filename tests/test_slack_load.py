"""Under load and a day's faults nothing is lost and nothing doubled. docs/slack.md has the figures
that these print (`pytest -m slow -s tests/test_slack_load.py`); the bounds here are looser."""

import asyncio
import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.slack_standin.faults import Fault, RateLimited, ServerError, When
from tests.slack_standin.scene import MENTION, Answers, Scene
from tests.slack_standin.workspace import APP_TOKEN, BOT_TOKEN, Delivery, Json, Workspace

QUESTION = "When was the memorandum of understanding signed?"
AGAIN = 1.0
"""Seconds without an acknowledgement until a delivery comes again."""
CHANNELS = [f"C{number:03d}" for number in range(20)]
PEOPLE = [f"U{number:03d}" for number in range(50)]

PROGRAM = """
import sys
from pathlib import Path
import logging
logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
from qa.chat.slack import SlackOptions, run
from qa.upkeep.shelves import ShelfOptions, keeper_of

shelf = keeper_of(Path("seeds"), ShelfOptions(Path({state!r}).parent / "libraries")).shelf
options = SlackOptions({bot!r}, app_token={app!r}, api_url={url!r}, state=Path({state!r}),
                       pace={pace}, pause=0.01)
sys.exit(run(shelf, options))
"""


class Bot:
    """The bot as a process of its own, over the sample articles, with its memory in a file."""

    def __init__(self, workspace: Workspace, state: Path, *, pace: float) -> None:
        self.workspace = workspace
        self.program = PROGRAM.format(
            bot=BOT_TOKEN, app=APP_TOKEN, url=workspace.api_url, state=str(state), pace=pace
        )

    async def start(self) -> asyncio.subprocess.Process:
        """A process that is connected."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", self.program, stderr=subprocess.DEVNULL
        )
        await self.workspace.until(self.workspace.open_sockets, seconds=60)
        return process


def megabytes(process: asyncio.subprocess.Process) -> float:
    """The most memory that a process had resident so far."""
    status = Path(f"/proc/{process.pid}/status").read_text("ascii")
    (peak,) = re.findall(r"VmHWM:\s+(\d+) kB", status)
    return int(peak) / 1_000


def questions(workspace: Workspace, count: int) -> list[tuple[Json, list[Json]]]:
    """Messages of many people in many channels, each with its two events."""
    scene = Scene(workspace, Answers())
    for channel in CHANNELS:
        workspace.channels[channel] = []
    asked = []
    for number in range(count):
        channel, person = CHANNELS[number % 20], PEOPLE[number % 50]
        message = workspace.write(channel, person, f"{MENTION} {QUESTION}")
        asked.append((message, [workspace.event(e) for e in scene.events_of(message, channel)]))
    return asked


async def delivered(workspace: Workspace, payload: Json, *, retry: int = 0) -> float:
    """How many seconds the acknowledgement took; without one, it is delivered again, as Slack does
    after three seconds and here sooner."""
    started = time.monotonic()
    while True:
        try:
            delivery: Delivery = await workspace.deliver(payload, retry=retry)
            async with asyncio.timeout(AGAIN):
                await delivery.acknowledged.wait()
        except (TimeoutError, ConnectionError):
            retry += 1
            started = time.monotonic()
        else:
            return time.monotonic() - started


def answers(workspace: Workspace) -> Counter[str]:
    """How many answers each question has."""
    return Counter(str(message["thread_ts"]) for message in workspace.posted())


async def all_answered(workspace: Workspace, asked: Iterable[tuple[Json, object]]) -> None:
    """Every question has exactly one answer."""
    wanted = {str(message["ts"]) for message, _ in asked}
    await workspace.until(lambda: set(answers(workspace)) >= wanted, seconds=60)
    assert answers(workspace) == Counter(wanted)


def percentile(values: list[float], share: float) -> float:
    """The value that `share` of the values do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


async def ended(process: asyncio.subprocess.Process) -> float:
    """Seconds from SIGTERM to exit 0."""
    started = time.monotonic()
    process.terminate()
    async with asyncio.timeout(10):
        assert await process.wait() == 0
    return time.monotonic() - started


@pytest.mark.slow
async def test_two_hundred_questions_at_once_are_answered_at_slacks_pace(tmp_path: Path) -> None:
    """Ten seconds, because Slack takes one post a second and channel."""
    async with Workspace() as workspace:
        process = await Bot(workspace, tmp_path / "s", pace=1).start()
        asked = questions(workspace, 200)
        started = time.monotonic()
        waits = await asyncio.gather(
            *(delivered(workspace, event) for _, events in asked for event in events)
        )
        await all_answered(workspace, asked)
        seconds, memory = time.monotonic() - started, megabytes(process)
        p50, p99 = percentile(waits, 0.5), percentile(waits, 0.99)
        stopped = await ended(process)
        print(
            f"\n200 questions: acknowledged p50 {p50 * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms;"
            f" all answered after {seconds:.1f} s; RSS {memory:.0f} MB; stopped in {stopped:.1f} s"
        )
        assert p99 < 1
        assert 9 <= seconds < 20
        assert memory < 250


def storm(chance: random.Random, calls: int) -> list[Fault | None]:
    """What goes wrong with so many posts: 5 % are limited, 2 % fail, half of those after all."""
    kinds: list[Fault | None] = [RateLimited(0), ServerError(503, When.BEFORE)]
    kinds += [ServerError(500, When.AFTER), None]
    return chance.choices(kinds, weights=[5, 1, 1, 93], k=calls)


@pytest.mark.slow
async def test_a_days_faults_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    """1,000 deliveries, which takes some seconds; the faults are the same each time."""
    chance = random.Random(6)
    async with Workspace() as workspace:
        process = await Bot(workspace, tmp_path / "s", pace=0).start()
        asked = questions(workspace, 800)
        deliveries = [(events[1], 0) for _, events in asked]
        deliveries += [(chance.choice(events), 1) for _, events in chance.sample(asked, 200)]
        chance.shuffle(deliveries)
        workspace.fail("chat.postMessage", *storm(chance, 1_000))
        started = time.monotonic()
        for first in range(0, 1_000, 50):
            batch = deliveries[first : first + 50]
            works = [asyncio.ensure_future(delivered(workspace, e, retry=r)) for e, r in batch]
            await asyncio.sleep(0)
            await workspace.cut_sockets()
            await asyncio.gather(*works)
        await all_answered(workspace, asked)
        seconds, memory = time.monotonic() - started, megabytes(process)
        await ended(process)
        print(
            f"\na day's faults: 1,000 deliveries of 800 questions, {len(workspace.sockets)}"
            f" connections, {seconds:.1f} s, RSS {memory:.0f} MB, none lost, none doubled"
        )
        assert memory < 250


@pytest.mark.slow
async def test_sigterm_under_load_loses_nothing(tmp_path: Path) -> None:
    """Seconds, because two bots start; the second one finishes what the first one accepted."""
    async with Workspace() as workspace:
        bot = Bot(workspace, tmp_path / "s", pace=1)
        process = await bot.start()
        asked = questions(workspace, 200)
        works = [
            asyncio.ensure_future(delivered(workspace, event))
            for _, events in asked
            for event in events
        ]
        await workspace.until(lambda: len(workspace.posted()) >= 20)
        stopped = await ended(process)
        before = len(workspace.posted())
        again = await bot.start()
        await asyncio.gather(*works)
        await all_answered(workspace, asked)
        await ended(again)
        print(
            f"\nSIGTERM under load: exit 0 after {stopped:.1f} s, {before} answered before,"
            f" {200 - before} after the restart, each once"
        )
        assert before < 200


@pytest.mark.slow
async def test_a_killed_bot_loses_nothing(tmp_path: Path) -> None:
    """As with SIGTERM, but nothing is finished or tidied up."""
    async with Workspace() as workspace:
        bot = Bot(workspace, tmp_path / "s", pace=0)
        process = await bot.start()
        asked = questions(workspace, 200)
        works = [
            asyncio.ensure_future(delivered(workspace, event))
            for _, events in asked
            for event in events
        ]
        await workspace.until(lambda: len(workspace.posted()) >= 20)
        process.kill()
        await process.wait()
        before = len(workspace.posted())
        again = await bot.start()
        await asyncio.gather(*works)
        await all_answered(workspace, asked)
        await ended(again)
        print(f"\nkilled: {before} answered before, {200 - before} after the restart, each once")
