"""What is not a question while the bot has all in hand that it can: nothing is lost, or it says so."""

import contextlib
from collections.abc import AsyncIterator

import aiohttp
import pytest

from qa.chat.slack.serving import RunningBot
from tests.slack_standin.changes import deletion, edit
from tests.slack_standin.refusals import strings
from tests.slack_standin.scene import (
    ANN,
    BOB,
    DIRECT,
    GENERAL,
    MENTION,
    SOCKET,
    Answers,
    Scene,
    bot_in,
)
from tests.slack_standin.workspace import Json, Workspace

WHEN = f"{MENTION} when was the memorandum signed?"
WHERE = f"{MENTION} where was the memorandum signed?"


@contextlib.asynccontextmanager
async def scene_of_one() -> AsyncIterator[tuple[Scene, RunningBot]]:
    """A scene whose bot can have one thing in hand, and says how many it has."""
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, SOCKET, in_hand=1, monitor_port=0) as bot:
            yield scene, bot


@contextlib.asynccontextmanager
async def busy(scene: Scene, bot: RunningBot) -> AsyncIterator[None]:
    """Inside the block the bot has something in hand; before and after it, nothing."""
    await idle(bot)
    scene.answers.hold()
    await scene.says("the memorandum?", user=BOB, channel=DIRECT)
    await scene.asked(len(scene.answers.asked) + 1)
    yield
    scene.answers.release()
    await idle(bot)


async def idle(bot: RunningBot) -> None:
    """Wait until the bot has nothing in hand."""
    text = ""
    async with aiohttp.ClientSession() as client:
        while "pullquote_in_hand 0.0" not in text:
            async with client.get(f"http://127.0.0.1:{bot.monitor_port}/metrics") as response:
                text = await response.text()


async def happens(scene: Scene, event: Json) -> None:
    """An event is delivered and acknowledged."""
    delivery = await scene.workspace.deliver(scene.workspace.event(event))
    await scene.workspace.until(delivery.acknowledged.is_set)


@pytest.mark.parametrize("change", ["edit", "deletion"])
async def test_people_who_change_messages_of_their_own_hear_nothing_of_it(change: str) -> None:
    async with scene_of_one() as (scene, bot):
        ts = scene.workspace.write(GENERAL, BOB, "lunch at noon?")["ts"]
        event = edit(scene, ts, "at one?") if change == "edit" else deletion(scene, ts)
        async with busy(scene, bot):
            await happens(scene, event)
    assert not scene.workspace.ephemerals


async def test_a_question_that_is_edited_meanwhile_is_answered_anew() -> None:
    async with scene_of_one() as (scene, bot):
        ts = await scene.says(WHEN)
        await scene.reply()
        async with busy(scene, bot):
            await happens(scene, edit(scene, ts, WHERE))
        assert scene.workspace.called("chat.update")
    assert scene.answers.texts[-1] == "where was the memorandum signed?"


async def test_the_answer_to_a_question_that_is_deleted_meanwhile_is_withdrawn() -> None:
    async with scene_of_one() as (scene, bot):
        ts = await scene.says(WHEN)
        await scene.reply()
        async with busy(scene, bot):
            await happens(scene, deletion(scene, ts))
    assert not scene.workspace.posted(GENERAL)


@pytest.mark.parametrize("label", ["Share in channel", "Why"])
async def test_a_button_that_is_turned_away_says_so_and_can_be_pressed_again(label: str) -> None:
    async with scene_of_one() as (scene, bot):
        workspace = scene.workspace
        await scene.commands("the memorandum?")
        await workspace.until(lambda: workspace.responses)
        async with busy(scene, bot):
            await scene.presses(label, workspace.responses[0])
            await workspace.until(lambda: len(workspace.responses) == 2)
        assert "busy" in workspace.responses[1]["text"]
        await scene.presses(label, workspace.responses[0])
        await workspace.until(lambda: len(workspace.responses) == 3 or workspace.views)
    assert not any("busy" in response["text"] for response in workspace.responses[2:])


async def test_a_button_of_a_window_that_is_turned_away_says_so_in_a_window() -> None:
    async with scene_of_one() as (scene, bot):
        message = scene.workspace.write(GENERAL, BOB, "when was the memorandum signed?")
        looked_up = scene.workspace.shortcut(message, user=ANN, channel=GENERAL)
        await scene.workspace.deliver(looked_up, kind="interactive")
        view = await scene.sees(1)
        async with busy(scene, bot):
            await scene.presses("Share in channel", view)
            told = await scene.sees(2)
        assert any("busy" in string for string in strings(told["blocks"]))
        await scene.presses("Share in channel", view)
        await scene.reply()
