"""One answer a question: whatever is delivered twice, fails half-way or comes in too great numbers."""

import asyncio
import logging
from itertools import pairwise

import pytest

from tests.slack_standin.faults import Dropped, Held, RateLimited, Says, ServerError, When
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
from tests.slack_standin.workspace import Workspace

both_modes = pytest.mark.parametrize("mode", [SOCKET, HTTP], ids=["socket", "http"])

QUESTION = f"{MENTION} when was the memorandum signed?"


@both_modes
@pytest.mark.parametrize("retry", [0, 1], ids=["silently", "as a retry"])
async def test_what_is_delivered_again_is_answered_once(mode: Mode, retry: int) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, mode):
            message = workspace.write(GENERAL, ANN, QUESTION)
            events = [workspace.event(e) for e in scene.events_of(message, GENERAL)]
            deliveries = await asyncio.gather(
                *(workspace.deliver(e, retry=retry * n) for n in range(4) for e in events)
            )
            for delivery in deliveries:
                await workspace.until(delivery.acknowledged.is_set)
        assert len(workspace.posted()) == 1
        assert len(scene.answers.asked) == 1


@both_modes
async def test_a_retry_whose_first_delivery_was_lost_is_answered(mode: Mode) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, mode):
            message = workspace.write(GENERAL, ANN, QUESTION)
            (_, mention) = scene.events_of(message, GENERAL)
            await workspace.deliver(workspace.event(mention), retry=2)
            await scene.reply()


@both_modes
async def test_slack_hears_at_once_however_slow_the_answer_is(mode: Mode) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        scene.answers.hold()
        async with bot_in(workspace, scene.answers, mode):
            message = workspace.write(DIRECT, ANN, "the memorandum?")
            event = {**message, "channel": DIRECT, "channel_type": "im"}
            async with asyncio.timeout(3):
                delivery = await workspace.deliver(workspace.event(event))
                await delivery.acknowledged.wait()
                await (await scene.commands("the memorandum?")).acknowledged.wait()
            assert not workspace.posted()
            scene.answers.release()
            await scene.reply(DIRECT)


@both_modes
async def test_beyond_what_can_be_in_hand_people_are_asked_to_come_back(mode: Mode) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        scene.answers.hold()
        async with bot_in(workspace, scene.answers, mode, in_hand=2):
            for _ in range(3):
                await scene.says(QUESTION)
            await scene.says("the memorandum?", channel=DIRECT)
            command = await scene.commands("the memorandum?")
            await workspace.until(lambda: workspace.ephemerals)
            (busy,) = await scene.replies(1, DIRECT)
            scene.answers.release()
            await scene.replies(2)
        assert "busy" in workspace.ephemerals[0]["text"]
        assert workspace.ephemerals[0]["user"] == ANN
        assert "busy" in busy["text"]
        assert "busy" in str(command.payload)
        assert len(workspace.posted(GENERAL)) == 2


async def test_a_rate_limit_is_waited_out() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        workspace.fail("chat.postMessage", RateLimited(1), RateLimited(0))
        loop = asyncio.get_running_loop()
        async with bot_in(workspace, scene.answers, SOCKET):
            started = loop.time()
            await scene.says(QUESTION)
            await scene.reply()
            assert loop.time() - started >= 1
        assert [call.done for call in workspace.called("chat.postMessage")] == [False, False, True]


async def test_answers_keep_the_order_of_their_thread_whatever_slack_limits() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        thread = workspace.write(GENERAL, ANN, "a thread")["ts"]
        workspace.fail("chat.postMessage", RateLimited(0), ServerError(503), RateLimited(0))
        async with bot_in(workspace, scene.answers, SOCKET):
            for number in range(5):
                await scene.says(f"{QUESTION} {number}", thread=thread)
            await scene.replies(5)
        assert [text[-1] for text in scene.answers.texts] == list("01234")
        asked = [m["ts"] for m in workspace.channels[GENERAL] if MENTION in m["text"]]
        payloads = [m["metadata"]["event_payload"]["question"] for m in workspace.posted()]
        assert payloads == [f"message {GENERAL} {ts}" for ts in asked]


async def test_a_command_answer_waits_out_a_rate_limit_too() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        workspace.fail("response", RateLimited(0))
        async with bot_in(workspace, scene.answers, SOCKET):
            await scene.commands("the memorandum?")
            await workspace.until(lambda: workspace.responses)


@pytest.mark.parametrize(
    "fault",
    [
        ServerError(500, When.BEFORE),
        ServerError(503, When.AFTER),
        Dropped(When.BEFORE),
        Dropped(When.AFTER),
        Says("internal_error"),
    ],
    ids=["5xx, not done", "5xx, done", "dropped, not done", "dropped, done", "internal_error"],
)
async def test_after_an_unclear_failure_the_answer_stands_there_once(fault: ServerError) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        workspace.fail("chat.postMessage", fault)
        async with bot_in(workspace, scene.answers, SOCKET):
            await scene.says(QUESTION)
            await workspace.until(lambda: workspace.called("conversations.replies"))
            await scene.reply()
        assert len(workspace.posted()) == 1
        calls = [call.method for call in workspace.calls if call.method != "auth.test"]
        assert calls.index("conversations.replies") > calls.index("chat.postMessage")
        assert "chat.postMessage conversations.replies chat.postMessage" in " ".join(calls) or (
            calls.count("chat.postMessage") == 1
        )


async def test_where_slack_stays_down_no_answer_is_posted_blindly(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Six tries, a look before each but the first, then the error handler."""
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        workspace.fail("chat.postMessage", *[ServerError()] * 6)
        async with bot_in(workspace, scene.answers, SOCKET, grace=20):
            await scene.says(QUESTION)
            await workspace.until(lambda: workspace.ephemerals)
        methods = [c.method for c in workspace.calls if c.method.startswith(("chat.p", "conv"))]
        assert methods.count("chat.postMessage") == 6
        assert ("chat.postMessage", "chat.postMessage") not in pairwise(methods)
        assert "failed" in workspace.ephemerals[0]["text"]
    assert "failed to reply" in caplog.text


async def test_an_archived_channel_is_one_log_line_and_no_second_try(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        workspace.archived.add(GENERAL)
        async with bot_in(workspace, scene.answers, SOCKET):
            await scene.says(QUESTION)
            await workspace.until(lambda: workspace.called("chat.postMessage"))
        assert len(workspace.called("chat.postMessage")) == 1
        assert not workspace.called("chat.postEphemeral"), "nobody can write there"
    (line,) = (r for r in caplog.records if r.levelno >= logging.WARNING)
    assert "archived" in line.getMessage()
    assert not line.exc_info


async def test_a_thread_that_cannot_be_read_costs_only_the_history() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        workspace.scopes.remove("channels:history")
        thread = workspace.write(GENERAL, ANN, f"{MENTION} who?")["ts"]
        async with bot_in(workspace, scene.answers, SOCKET):
            await scene.says(QUESTION, thread=thread)
            await scene.reply()
        assert scene.answers.asked[0].history == ()


@both_modes
async def test_an_error_is_logged_and_the_asker_told_only_that_it_failed(
    mode: Mode, caplog: pytest.LogCaptureFixture
) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers(error=RuntimeError("secret detail")))
        async with bot_in(workspace, scene.answers, mode):
            await scene.says(QUESTION)
            await scene.commands("the memorandum?")
            await workspace.until(lambda: workspace.ephemerals and workspace.responses)
        told = str([workspace.ephemerals, workspace.responses, workspace.posted()])
        assert "failed" in told
        assert "secret detail" not in told
        assert not workspace.posted(), "nobody else is told"
    assert "secret detail" in caplog.text


async def test_a_question_leaves_one_log_line_without_its_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        with caplog.at_level(logging.INFO):
            async with bot_in(workspace, scene.answers, SOCKET):
                ts = await scene.says(QUESTION)
                await scene.says(f"{MENTION} who won the cup?")
                await scene.replies(2)
    lines = [r.getMessage() for r in caplog.records if r.getMessage().startswith("question ")]
    assert len(lines) == 2
    (line,) = (line for line in lines if ts in line)
    assert "user=UANN" in line
    assert "result=answered quotes=1" in line
    assert "result=refused reason=unknown_words" in "".join(lines)
    assert "memorandum" not in caplog.text
    assert "canary" not in caplog.text


async def test_two_hundred_questions_at_once_are_each_answered_once() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, SOCKET):
            stamps = await asyncio.gather(*(scene.says(QUESTION) for _ in range(200)))
            posted = await scene.replies(200)
        assert sorted(message["thread_ts"] for message in posted) == sorted(stamps)
        assert len(workspace.called("auth.test")) == 1


@both_modes
async def test_what_is_in_hand_is_finished_when_the_bot_is_stopped(mode: Mode) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        workspace.fail("chat.postMessage", Held())
        async with asyncio.TaskGroup() as others, bot_in(workspace, scene.answers, mode):
            await scene.says(QUESTION)
            await scene.asked(1)
            others.create_task(_released_later(workspace))
        assert len(workspace.posted()) == 1


async def _released_later(workspace: Workspace) -> None:
    """After the bot began to stop: its loop has run on a few times by then."""
    for _ in range(50):
        await asyncio.sleep(0)
    workspace.release()
