"""What the bot tells of itself: alive, ready, and what it counted."""

import aiohttp
import pytest

from qa.chat.slack.options import SlackError
from tests.slack_standin.faults import RateLimited
from tests.slack_standin.scene import DIRECT, GENERAL, HTTP, MENTION, SOCKET, Answers, Scene, bot_in
from tests.slack_standin.workspace import Workspace


async def told(client: aiohttp.ClientSession, port: int, path: str) -> tuple[int, str]:
    """The status and the text of an answer."""
    async with client.get(f"http://127.0.0.1:{port}{path}") as response:
        return response.status, await response.text()


async def test_questions_refusals_and_slacks_errors_are_counted() -> None:
    async with Workspace() as workspace, aiohttp.ClientSession() as client:
        scene = Scene(workspace, Answers())
        workspace.fail("chat.postMessage", RateLimited(0))
        async with bot_in(workspace, scene.answers, SOCKET, monitor_port=0) as bot:
            await scene.says("when was the memorandum signed?", channel=DIRECT)
            await scene.says(f"{MENTION} who won the cup?")
            await scene.reply(DIRECT)
            await scene.reply(GENERAL)
            text = ""
            while "pullquote_refused_total{" not in text or "answered_total 1" not in text:
                _, text = await told(client, bot.monitor_port, "/metrics")
        for line in (
            'pullquote_questions_total{surface="direct message"} 1.0',
            'pullquote_questions_total{surface="mention"} 1.0',
            "pullquote_answered_total 1.0",
            'pullquote_refused_total{reason="unknown_words"} 1.0',
            'pullquote_slack_errors_total{kind="ratelimited",method="chat.postMessage"} 1.0',
            "pullquote_answer_seconds_count 2.0",
        ):
            assert line in text
        assert "memorandum" not in text


async def test_it_is_ready_when_it_is_connected() -> None:
    async with Workspace() as workspace, aiohttp.ClientSession() as client:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, SOCKET, monitor_port=0) as bot:
            assert (await told(client, bot.monitor_port, "/healthz"))[0] == 200
            status = 503
            while status == 503:
                status, _ = await told(client, bot.monitor_port, "/readyz")
            workspace.refuse_sockets = 1_000
            await workspace.cut_sockets()
            while status == 200:
                status, text = await told(client, bot.monitor_port, "/readyz")
            assert (status, text) == (503, "not connected\n")
            assert (await told(client, bot.monitor_port, "/healthz"))[0] == 200


async def test_with_http_all_is_on_one_port() -> None:
    async with Workspace() as workspace, aiohttp.ClientSession() as client:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, HTTP) as bot:
            assert await told(client, bot.port, "/readyz") == (200, "ready\n")
            assert (await told(client, bot.port, "/metrics"))[0] == 200


async def test_a_monitors_port_that_is_taken_is_named() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        port = int(workspace.api_url.split(":")[2].split("/")[0])
        with pytest.raises(SlackError, match="PULLQUOTE_SLACK_MONITOR_PORT"):
            async with bot_in(workspace, scene.answers, SOCKET, monitor_port=port):
                raise AssertionError("it listens twice")
