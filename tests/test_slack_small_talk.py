"""What people say to one another beside their questions, before the program's own answerer."""

import pytest

from tests.slack_standin.refusals import strings
from tests.slack_standin.scene import (
    BOB,
    GENERAL,
    MENTION,
    SOCKET,
    Answers,
    Scene,
    bot_in,
    really_answered,
)
from tests.slack_standin.workspace import Workspace

WHEN = "When was the memorandum signed?"


@pytest.mark.parametrize("beside", [f"cc <@{BOB}>", "see <#C0AB12CDE|>"])
async def test_somebody_named_beside_a_question_is_not_asked_about(beside: str) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, really_answered, SOCKET):
            await scene.says(f"{MENTION} {WHEN} {beside}")
            reply = await scene.reply(GENERAL)
        assert "3 June 2025" in strings(reply["blocks"])
