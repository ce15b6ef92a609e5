"""HTTP mode: whose requests are believed, and what the server says of itself."""

import asyncio
import json
import logging
import time

import aiohttp
import pytest
from slack_sdk.signature import Clock, SignatureVerifier

from qa.chat.slack.http_mode import genuine
from qa.chat.slack.options import SlackError
from tests.slack_standin.scene import ANN, DIRECT, HTTP, Answers, Scene, bot_in
from tests.slack_standin.workspace import SIGNING_SECRET, Workspace, signed

BODY = json.dumps(
    {
        "type": "event_callback",
        "event_id": "Ev1",
        "event": {
            "type": "message",
            "user": ANN,
            "channel": DIRECT,
            "ts": "1.1",
            "text": "the memorandum, s3cret words",
        },
    }
).encode()
GOOD = signed(BODY)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {**GOOD, "X-Slack-Signature": ""},
        {**GOOD, "X-Slack-Signature": "v0=" + "0" * 64},
        {**GOOD, "X-Slack-Signature": "v0=ünlike"},
        {**GOOD, "X-Slack-Request-Timestamp": "now"},
        {**GOOD, "X-Slack-Request-Timestamp": "١٢٣"},
        {**GOOD, "X-Slack-Request-Timestamp": "-1"},
        {**GOOD, "X-Slack-Request-Timestamp": "9" * 400},
        signed(BODY, secret="another"),
        signed(BODY, at=time.time() - 400),
        signed(BODY, at=time.time() + 40_000),
        signed(BODY + b" "),
    ],
    ids=[
        "none",
        "empty",
        "wrong",
        "not ASCII",
        "not a number",
        "other digits",
        "negative",
        "huge",
        "another secret",
        "old",
        "of the future",
        "another body",
    ],
)
async def test_a_request_that_slack_did_not_sign_is_refused(
    headers: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        with caplog.at_level(logging.INFO):
            async with bot_in(workspace, scene.answers, HTTP):
                answered = await workspace.request(BODY, headers)
        assert answered.status == 401
        assert not scene.answers.asked
    for secret in ("s3cret", SIGNING_SECRET, GOOD["X-Slack-Signature"], "Traceback"):
        assert secret not in caplog.text


class Stopped(Clock):
    """A clock that stands still."""

    def __init__(self, now: float) -> None:
        self._now = now

    def now(self) -> float:
        """Always the same time."""
        return self._now


@pytest.mark.parametrize(
    ("age", "believed"), [(0, True), (299, True), (-299, True), (301, False), (-301, False)]
)
def test_a_signature_is_good_for_five_minutes(age: int, believed: bool) -> None:
    now = 1_700_000_000.0
    verifier = SignatureVerifier(SIGNING_SECRET, clock=Stopped(now))
    headers = signed(BODY, at=now - age)
    timestamp, signature = headers.values()
    assert genuine(verifier, timestamp, signature, BODY) is believed


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b"[]", b'"x"', b"", b'{"event": 7}'])
async def test_a_signed_body_that_is_none_of_slacks_does_no_harm(
    body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, HTTP):
            answered = await workspace.request(body, signed(body))
        assert answered.status is not None
        assert answered.status < 500
    assert "Traceback" not in caplog.text


async def test_slacks_question_for_the_url_is_answered() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, HTTP):
            body = json.dumps({"type": "url_verification", "challenge": "ch4llenge"}).encode()
            headers = {"Content-Type": "application/json", **signed(body)}
            answered = await workspace.request(body, headers)
        assert "ch4llenge" in str(answered.payload)


async def test_health_is_told_while_serving_and_while_stopping() -> None:
    async with Workspace() as workspace, aiohttp.ClientSession() as client:
        scene = Scene(workspace, Answers())
        scene.answers.hold()
        async with asyncio.TaskGroup() as others, bot_in(workspace, scene.answers, HTTP):
            health = workspace.request_url.replace("/slack/events", "/healthz")
            async with client.get(health) as response:
                assert response.status == 200
            await scene.says("the memorandum?", channel=DIRECT)
            await scene.asked(1)
            stopping = others.create_task(_until_stopping(client, health, scene))
        assert stopping.done()
        await scene.reply(DIRECT)


async def _until_stopping(client: aiohttp.ClientSession, health: str, scene: Scene) -> None:
    """While what is in hand is finished, nothing new is taken: Slack gets 503 and comes again."""
    status = 200
    while status == 200:
        async with client.get(health) as response:
            status = response.status
    assert status == 503
    refused = await scene.workspace.request(BODY, signed(BODY))
    assert refused.status == 503
    scene.answers.release()


async def test_a_port_that_is_taken_is_named() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        port = int(workspace.api_url.split(":")[2].split("/")[0])
        with pytest.raises(SlackError, match=rf"127\.0\.0\.1 port {port}.*PORT"):
            async with bot_in(workspace, scene.answers, HTTP, port=port):
                raise AssertionError("it listens twice")
