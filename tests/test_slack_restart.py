"""What a bot leaves undone, the next one finishes, and nothing is done twice."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from qa.chat.slack.inbox import Inbox
from qa.chat.slack.incoming import Bot, Incoming, Surface, incoming_event
from qa.chat.slack.options import SlackError
from qa.chat.slack.posting import METADATA
from qa.chat.slack.store import Store
from tests.slack_standin.scene import (
    ANN,
    DIRECT,
    GENERAL,
    HTTP,
    MENTION,
    SOCKET,
    Answers,
    Mode,
    Scene,
    bot_in,
)
from tests.slack_standin.workspace import BOT_ID, BOT_USER, TEAM, Workspace

QUESTION = f"{MENTION} when was the memorandum signed?"


async def test_what_is_not_finished_before_the_bot_stops_is_answered_by_the_next(
    tmp_path: Path,
) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        scene.answers.hold()
        state = tmp_path / "slack.sqlite3"
        async with bot_in(workspace, scene.answers, SOCKET, grace=0.1, state=state):
            await scene.says(QUESTION)
            await scene.asked(1)
        scene.answers.release()
        assert not workspace.posted()
        async with bot_in(workspace, scene.answers, SOCKET, state=state):
            await scene.reply()
        assert len(workspace.posted()) == 1


async def test_what_was_delivered_before_a_restart_is_not_answered_after_it(
    tmp_path: Path,
) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        state = tmp_path / "slack.sqlite3"
        message = workspace.write(DIRECT, ANN, "the memorandum?")
        event = workspace.event({**message, "channel": DIRECT, "channel_type": "im"})
        for _ in range(2):
            async with bot_in(workspace, scene.answers, SOCKET, state=state):
                delivery = await workspace.deliver(event, retry=1)
                await workspace.until(delivery.acknowledged.is_set)
                await scene.reply(DIRECT)
        assert len(workspace.posted()) == 1


async def test_an_answer_that_was_posted_just_before_the_bot_died_is_not_posted_again(
    tmp_path: Path,
) -> None:
    """The inbox says that it is to be answered; the thread says that it was."""
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        state = tmp_path / "slack.sqlite3"
        message = workspace.write(GENERAL, ANN, QUESTION)
        (_, mention) = scene.events_of(message, GENERAL)
        incoming = incoming_event(workspace.event(mention), Bot(BOT_USER, BOT_ID, TEAM))
        assert incoming
        with closing(Store(state)) as store:
            await Inbox(store).accept(incoming, capacity=1)
        payload = {"event_type": METADATA, "event_payload": {"question": incoming.id}}
        workspace.channels[GENERAL].append(
            {
                "bot_id": BOT_ID,
                "ts": workspace.stamp(),
                "thread_ts": message["ts"],
                "metadata": payload,
            }
        )
        async with bot_in(workspace, scene.answers, SOCKET, state=state):
            await workspace.until(lambda: workspace.called("conversations.replies"))
        assert not workspace.called("chat.postMessage")


async def test_a_question_that_kills_the_bot_is_given_up_after_three_starts(
    tmp_path: Path,
) -> None:
    with closing(Store(tmp_path / "slack.sqlite3")) as store:
        inbox = Inbox(store)
        await inbox.accept(Incoming(Surface.DIRECT, ANN, DIRECT, "why?", ("a",)), capacity=9)
        assert [len(await inbox.unfinished()) for _ in range(3)] == [1, 1, 0]


async def test_two_bots_with_one_memory_are_one_too_many(tmp_path: Path) -> None:
    path = tmp_path / "slack.sqlite3"
    with closing(Store(path)), pytest.raises(SlackError, match="in use by another bot"):
        Store(path)


@pytest.mark.parametrize("content", [b"no database" * 99, None], ids=["damaged", "a folder"])
def test_a_memory_that_cannot_be_used_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "slack.sqlite3"
    path.write_bytes(content) if content else path.mkdir()
    with pytest.raises(SlackError, match=r"slack\.sqlite3.*PULLQUOTE_SLACK_STATE"):
        Store(path)


async def test_what_fails_in_the_memory_undoes_only_itself(tmp_path: Path) -> None:
    """Many share a transaction: the failure of one is nobody else's."""
    with closing(Store(tmp_path / "s")) as store:
        insert = "INSERT INTO seen VALUES (?, 1)"

        def fails(db: sqlite3.Connection) -> None:
            db.execute(insert, ("b",))
            raise KeyError("planted")

        done = await asyncio.gather(
            store.run(lambda db: db.execute(insert, ("a",)).rowcount),
            store.run(fails),
            store.run(lambda db: db.execute(insert, ("c",)).rowcount),
            return_exceptions=True,
        )
        keys = await store.run(lambda db: [k for (k,) in db.execute("SELECT key FROM seen")])
    assert isinstance(done[1], KeyError)
    assert keys == ["a", "c"]


async def test_a_memory_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s"
    with closing(Store(path)) as store:
        await store.run(lambda db: db.execute("SELECT 1").fetchone())
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(SlackError, match="another version of Pullquote"):
        Store(path)


def test_the_memory_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "slack.sqlite3"
    with closing(Store(path)):
        assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("mode", [SOCKET, HTTP], ids=["socket", "http"])
async def test_what_cannot_be_written_down_is_not_acknowledged_and_so_comes_again(
    mode: Mode, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "s"
    planted = "BEFORE INSERT ON inbox BEGIN SELECT RAISE(ABORT, 'planted: no space'); END"
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, mode, state=path):
            with closing(sqlite3.connect(path)) as disk:
                disk.execute(f"CREATE TRIGGER full {planted}")
                message = workspace.write(GENERAL, ANN, QUESTION)
                (_, mention) = scene.events_of(message, GENERAL)
                event = workspace.event(mention)
                lost = await workspace.deliver(event)
                async with asyncio.timeout(10):
                    while lost.status != 500 and "status 500" not in caplog.text:  # noqa: ASYNC110
                        await asyncio.sleep(0)
                disk.execute("DROP TRIGGER full")
            again = await workspace.deliver(event, retry=1)
            await workspace.until(again.acknowledged.is_set)
            await scene.reply()
        assert not lost.acknowledged.is_set()
