"""What people say to one another beside their questions, before the program's own answerer."""

import pytest

from tests.slack_standin.refusals import strings
from tests.slack_standin.scene import (
    BOB,
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
            reply = await scene.reply()
        assert "3 June 2025" in strings(reply["blocks"])


async def test_the_names_of_emoji_are_no_words_of_a_question() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, really_answered, SOCKET):
            await scene.says(f"{MENTION} :wave: When was it signed?")
            reply = await scene.reply()
        assert "3 June 2025" in strings(reply["blocks"])


@pytest.mark.parametrize(
    "text",
    [
        *("thanks!", "ok", "thanks :pray:", "no", "sure", "good", "hello"),
        *(":thumbsup:", ":+1::skin-tone-3:", ":pray: :heart:"),
    ],
)
async def test_small_talk_in_a_followed_thread_gets_no_reply(text: str) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, really_answered, SOCKET):
            thread = await scene.says(f"{MENTION} {WHEN}")
            await scene.reply()
            await scene.says(text, thread=thread)
            await scene.says("Where was the memorandum signed?", thread=thread)
            _, second = await scene.replies(2)
        assert len(workspace.posted()) == 2
        assert "Tokyo" in strings(second["blocks"])
