"""Buttons in windows, which stand in no channel, where the bot answers only in some."""

from pathlib import Path

from qa.answers import NoAnswer, Outcome, Question, Reason, ReasonCode
from tests.slack_standin.refusals import strings
from tests.slack_standin.scene import (
    ANN,
    BOB,
    DIRECT,
    GENERAL,
    SOCKET,
    Answers,
    Scene,
    bot_in,
    sentence,
)
from tests.slack_standin.workspace import Json, Workspace

EXPERTS = "CEXPERTS"
HERE = frozenset({GENERAL})
CUP = "who won the cup?"


def refused(question: Question) -> Outcome:
    """A refusal, with one passage near the question."""
    return NoAnswer(question, Reason(ReasonCode.NOT_COVERED, "No."), closest=(sentence(),))


def scene_in(workspace: Workspace) -> Scene:
    """A scene with people who may know."""
    workspace.channels[EXPERTS] = []
    return Scene(workspace, Answers())


async def looked_up(scene: Scene) -> Json:
    """The window in which a message of the channel is looked up."""
    message = scene.workspace.write(GENERAL, BOB, CUP)
    payload = scene.workspace.shortcut(message, user=ANN, channel=GENERAL)
    await scene.workspace.deliver(payload, kind="interactive")
    return await scene.sees(1)


async def test_what_was_looked_up_in_a_channel_of_the_bots_can_be_shared_and_passed_on() -> None:
    async with Workspace() as workspace:
        scene = scene_in(workspace)
        async with bot_in(workspace, refused, SOCKET, channels=HERE, experts=EXPERTS):
            view = await looked_up(scene)
            await scene.presses("Share in channel", view)
            await scene.reply()
            await scene.presses("Ask a person", view)
            (put,) = await scene.replies(1, EXPERTS)
        assert CUP in strings(put["blocks"])


async def test_a_question_of_the_home_tab_can_be_passed_on() -> None:
    async with Workspace() as workspace:
        scene = scene_in(workspace)
        async with bot_in(workspace, refused, SOCKET, channels=HERE, experts=EXPERTS):
            field = {"action_id": "ask", "value": CUP}
            asked = workspace.press(field, user=ANN, where={"view_id": "VHOME"})
            await workspace.deliver(asked, kind="interactive")
            await scene.presses("Ask a person", await scene.sees(1))
            (put,) = await scene.replies(1, EXPERTS)
        assert CUP in strings(put["blocks"])


async def test_what_was_looked_up_elsewhere_is_not_shared_there(tmp_path: Path) -> None:
    """The channel was one of the bot's when it was asked."""
    state = tmp_path / "state"
    async with Workspace() as workspace:
        scene = scene_in(workspace)
        async with bot_in(workspace, refused, SOCKET, state=state):
            view = await looked_up(scene)
        async with bot_in(workspace, refused, SOCKET, state=state, channels=frozenset({"CNEWS"})):
            await scene.presses("Share in channel", view)
            (told,) = await scene.replies(1, DIRECT)
        assert "do not answer in this channel" in told["text"]
        assert not workspace.posted(GENERAL)
