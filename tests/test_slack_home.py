"""The home tab, the agent's conversation, and the sign that the bot is at work."""

import pytest

from tests.slack_standin.refusals import strings
from tests.slack_standin.scene import (
    ANN,
    DIRECT,
    HTTP,
    MENTION,
    SOCKET,
    Answers,
    Mode,
    Scene,
    bot_in,
)
from tests.slack_standin.workspace import Json, Workspace

both_modes = pytest.mark.parametrize("mode", [SOCKET, HTTP], ids=["socket", "http"])
WHEN = f"{MENTION} when was the memorandum signed?"


def shown(message: Json) -> str:
    """All that blocks show, in order."""
    return " ".join(strings(message["blocks"]))


async def test_ask_alone_offers_questions_that_the_articles_answer() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        known = ("Who won the cup?", "When was the memorandum signed?")
        async with bot_in(workspace, scene.answers, SOCKET, examples=known):
            await scene.commands("")
            await workspace.until(lambda: workspace.responses)
        assert "• When was the memorandum signed?" in shown(workspace.responses[0])
        assert "cup" not in shown(workspace.responses[0])


@both_modes
async def test_the_home_tab_says_what_is_indexed_and_takes_a_question(mode: Mode) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, mode):
            await scene.says("when was the memorandum signed?", channel=DIRECT)
            await scene.reply(DIRECT)
            opened = {"type": "app_home_opened", "user": ANN, "tab": "home", "channel": DIRECT}
            await workspace.deliver(workspace.event(opened))
            await workspace.until(lambda: workspace.homes)
            home = workspace.homes[ANN]
            assert "1 articles with 3 passages" in shown(home)
            assert "• when was the memorandum signed?" in shown(home)
            assert "Ratings" not in shown(home), "that is for those who look after the bot"
            field = {"action_id": "ask", "value": "the memorandum?"}
            pressed = workspace.press(field, user=ANN, where={"view_id": "VHOME"})
            await workspace.deliver(pressed, kind="interactive")
            assert "3 June 2025" in shown(await scene.sees(1))


async def test_the_agents_conversation_gets_prompts_that_are_answered_and_a_title() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        known = ("Who won the cup?", "When was the memorandum signed?")
        async with bot_in(workspace, scene.answers, SOCKET, examples=known):
            opened = {"type": "app_home_opened", "user": ANN, "tab": "messages", "channel": DIRECT}
            await workspace.deliver(workspace.event(opened))
            await workspace.until(lambda: workspace.prompts)
            ts = await scene.says("when was the memorandum signed?", channel=DIRECT)
            await workspace.until(lambda: workspace.titles)
        (prompt,) = workspace.prompts[DIRECT]
        assert prompt["message"] == "When was the memorandum signed?"
        assert workspace.titles == {ts: "when was the memorandum signed?"}


async def test_a_slow_answer_shows_a_status_that_is_taken_away() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        scene.answers.hold()
        async with bot_in(workspace, scene.answers, SOCKET, patience=0):
            ts = await scene.says(WHEN)
            await workspace.until(lambda: workspace.statuses)
            scene.answers.release()
            await workspace.until(lambda: len(workspace.statuses) == 2)
        assert workspace.statuses == [(ts, "is looking in the articles…"), (ts, "")]


async def test_a_quick_answer_shows_no_status() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, SOCKET):
            await scene.says(WHEN)
            await scene.reply()
        assert not workspace.statuses
