"""Socket Mode: connections that end, in every way they do, and what is sent on them."""

import asyncio
import json

import pytest

from qa.chat.slack.options import SlackError
from tests.slack_standin.faults import RateLimited, Says, ServerError
from tests.slack_standin.scene import DIRECT, MENTION, SOCKET, Answers, Scene, bot_in
from tests.slack_standin.workspace import APP_TOKEN, Workspace

QUESTION = f"{MENTION} when was the memorandum signed?"


async def asked_and_answered(scene: Scene, count: int) -> None:
    """One more question is answered, the `count`th."""
    await scene.says("the memorandum?", channel=DIRECT)
    await scene.replies(count, DIRECT)


async def connections(workspace: Workspace, count: int) -> None:
    """The bot has connected `count` times."""
    await workspace.until(lambda: len(workspace.sockets) == count)


@pytest.mark.parametrize("reason", ["warning", "refresh_requested", "too_many_websockets"])
async def test_it_connects_anew_when_slack_asks_for_it(reason: str) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, SOCKET):
            await asked_and_answered(scene, 1)
            await workspace.send_frame(json.dumps({"type": "disconnect", "reason": reason}))
            await connections(workspace, 2)
            await asked_and_answered(scene, 2)
        assert workspace.socket_urls == 2, "a URL is good for one connection"


async def test_it_connects_anew_after_the_connection_was_cut() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, SOCKET):
            for count in (1, 2, 3):
                await asked_and_answered(scene, count)
                await workspace.cut_sockets()
                await connections(workspace, count + 1)


async def test_it_comes_back_from_an_outage_with_a_fresh_url_each_time() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, SOCKET):
            workspace.refuse_sockets = 2
            workspace.fail("apps.connections.open", ServerError(503), RateLimited(0))
            await workspace.cut_sockets()
            await connections(workspace, 2)
            await asked_and_answered(scene, 1)
        assert workspace.socket_urls == 4


async def test_what_was_answered_is_not_answered_again_on_a_new_connection() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, SOCKET):
            message = workspace.write(DIRECT, "UANN", "the memorandum?")
            event = workspace.event({**message, "channel": DIRECT, "channel_type": "im"})
            await workspace.deliver(event)
            await scene.replies(1, DIRECT)
            await workspace.cut_sockets()
            await connections(workspace, 2)
            again = await workspace.deliver(event)
            await workspace.until(again.acknowledged.is_set)
        assert len(workspace.posted()) == 1


@pytest.mark.parametrize(
    "frame",
    [
        "",
        "debug_info",
        "{",
        "[]",
        "null",
        "7",
        '{"type": "events_api"}',
        '{"envelope_id": "e", "type": "x"}',
        '{"envelope_id": "e", "type": "events_api", "payload": 7}',
        '{"envelope_id": "e", "type": "events_api", "payload": {"event": 7}}',
        '{"envelope_id": "e", "type": "events_api", "payload": {"event": {"channel": 7}}}',
    ],
)
async def test_a_malformed_frame_does_no_harm(frame: str) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, SOCKET):
            await workspace.send_frame(frame)
            await asked_and_answered(scene, 1)
        assert len(workspace.sockets) == 1, "on the same connection"


async def test_a_token_that_is_revoked_later_ends_the_bot_with_a_sentence() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, SOCKET) as bot:
            workspace.fail("apps.connections.open", Says("token_revoked"))
            await workspace.cut_sockets()
            with pytest.raises(SlackError, match=r"SLACK_APP_TOKEN \(token_revoked\)") as raised:
                await bot.until(asyncio.Event())
        assert APP_TOKEN not in str(raised.value)


async def test_a_proxy_of_the_environment_is_not_used_for_this_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, SOCKET):
            await asked_and_answered(scene, 1)
            await scene.commands("the memorandum?")
            await workspace.until(lambda: workspace.responses)


async def test_bolts_own_settings_in_the_environment_change_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("SLACK_BOT_TOKEN", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_STATE"):
        monkeypatch.setenv(name, "another")
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, SOCKET):
            await asked_and_answered(scene, 1)
    assert not [record for record in caplog.records if record.levelname == "WARNING"]
