"""Whom it answers, what becomes of edits and deletions, and what Slack refuses."""

import logging

import pytest

from tests.slack_standin.changes import deletion, edit
from tests.slack_standin.faults import Says
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
from tests.slack_standin.workspace import TEAM, Json, Workspace

WHEN = f"{MENTION} when was the memorandum signed?"
CUP = f"{MENTION} who won the cup?"


async def happens(scene: Scene, event: Json) -> None:
    """An event is delivered twice, as Slack may, and acknowledged."""
    for retry in (0, 1):
        payload = scene.workspace.event(event, event_id=f"Ev{event['ts']}")
        delivery = await scene.workspace.deliver(payload, retry=retry)
        await scene.workspace.until(delivery.acknowledged.is_set)


async def test_the_answer_to_an_edited_question_is_changed_in_place_once() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, SOCKET):
            ts = await scene.says(CUP)
            await scene.reply()
            await happens(scene, edit(scene, ts, WHEN))
            await workspace.until(lambda: workspace.called("chat.update"))
        assert len(workspace.called("chat.update")) == 1
        (reply,) = workspace.posted()
        assert "3 June 2025" in " ".join(strings(reply["blocks"]))


@pytest.mark.parametrize("text", [WHEN, f"{WHEN} "], ids=["a preview was added", "a space"])
async def test_an_edit_that_changes_no_words_changes_no_answer(text: str) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, SOCKET):
            ts = await scene.says(WHEN)
            await scene.reply()
            await happens(scene, edit(scene, ts, text))
            await scene.says("the memorandum?", channel=DIRECT)
            await scene.reply(DIRECT)
        assert len(scene.answers.asked) == 2


async def test_an_edit_of_what_was_not_asked_asks_nothing() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, SOCKET):
            ts = workspace.write(GENERAL, ANN, "lunch?")["ts"]
            await happens(scene, edit(scene, ts, WHEN))
        assert not scene.answers.asked
        assert not workspace.posted()


async def test_the_answer_to_a_deleted_question_is_withdrawn() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, SOCKET):
            ts = await scene.says(WHEN)
            await scene.reply()
            await happens(scene, deletion(scene, ts))
            await workspace.until(lambda: workspace.called("chat.delete"))
        assert not workspace.posted()


async def test_a_question_that_left_a_tombstone_is_a_deleted_one() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, SOCKET):
            ts = await scene.says(WHEN)
            await scene.reply()
            event = edit(scene, ts, "This message was deleted.")
            event["message"] = {"subtype": "tombstone", "user": "USLACKBOT", "ts": ts}
            await happens(scene, event)
            await workspace.until(lambda: workspace.called("chat.delete"))
        assert not workspace.posted()


async def test_an_answer_that_somebody_replied_to_stays() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, SOCKET):
            ts = await scene.says(WHEN)
            await scene.reply()
            workspace.write(GENERAL, BOB, "so it was signed", thread_ts=ts)
            await happens(scene, deletion(scene, ts))
            await workspace.until(lambda: workspace.called("conversations.replies"))
        assert len(workspace.posted()) == 1


async def test_outside_of_its_channels_it_says_so_privately_once() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        workspace.channels["CNEWS"] = []
        async with bot_in(workspace, scene.answers, SOCKET, channels=frozenset({"CNEWS"})):
            await scene.says(WHEN)
            await workspace.until(lambda: workspace.ephemerals)
            await scene.says(WHEN)
            await scene.says(WHEN, channel="CNEWS")
            await scene.reply("CNEWS")
            await scene.says("the memorandum?", channel=DIRECT)
            await scene.reply(DIRECT)
        assert [e["user"] for e in workspace.ephemerals] == [ANN]
        assert "do not answer in this channel" in workspace.ephemerals[0]["text"]
        assert not workspace.posted(GENERAL)


@pytest.mark.parametrize(
    ("fields", "allowed", "answered"),
    [
        ({"user_team": "TOTHER", "team": TEAM}, False, False),
        ({"team": "TOTHER"}, True, True),
        ({"user_team": TEAM, "team": "E1"}, False, True),
    ],
    ids=["of another", "of another, allowed", "our own"],
)
async def test_people_of_other_organisations_are_answered_only_where_that_is_allowed(
    fields: dict[str, str], allowed: bool, answered: bool
) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, SOCKET, other_organisations=allowed):
            message = workspace.write(GENERAL, ANN, WHEN, **fields)
            for event in scene.events_of(message, GENERAL):
                await workspace.deliver(workspace.event(event))
            await workspace.until(lambda: workspace.ephemerals or workspace.posted())
        assert bool(workspace.posted()) is answered
        assert bool(scene.answers.asked) is answered


async def test_a_missing_scope_is_one_log_line_that_names_it_and_a_sentence(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, SOCKET):
            workspace.fail("chat.postMessage", Says("missing_scope", needed="chat:write"))
            await scene.says(WHEN)
            await workspace.until(lambda: workspace.ephemerals)
        assert "lack a permission" in workspace.ephemerals[0]["text"]
    (line,) = (r for r in caplog.records if r.levelno >= logging.WARNING)
    assert "chat:write" in line.getMessage()
    assert not line.exc_info


async def test_in_a_very_long_thread_the_bot_relies_on_its_own_memory() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, SOCKET):
            thread = workspace.write(GENERAL, BOB, "a long story")["ts"]
            for number in range(1_100):
                workspace.write(GENERAL, BOB, f"line {number}", thread_ts=thread)
            await scene.says(WHEN, thread=thread)
            await scene.reply()
            await scene.says("and where?", thread=thread)
            await scene.replies(2)
        assert scene.answers.asked[1].history == ("when was the memorandum signed?",)
