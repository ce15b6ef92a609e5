"""What can be done with an answer: see more, see around it, know why, share it, rate it."""

from pathlib import Path

import pytest

from qa.answers import Answer, NoAnswer, Outcome, Question, Reason, ReasonCode
from tests.slack_standin.changes import edit
from tests.slack_standin.refusals import strings
from tests.slack_standin.scene import (
    ANN,
    BOB,
    GENERAL,
    HTTP,
    MENTION,
    SOCKET,
    Answers,
    Mode,
    Scene,
    bot_in,
    sentence,
)
from tests.slack_standin.workspace import Json, Workspace

both_modes = pytest.mark.parametrize("mode", [SOCKET, HTTP], ids=["socket", "http"])

EXPERTS = "CEXPERTS"
WHEN = f"{MENTION} when was the memorandum signed?"
CUP = f"{MENTION} who won the cup?"


def shown(message: Json) -> str:
    """All that blocks show, in order."""
    return " ".join(strings(message["blocks"]))


def quotations(message: Json) -> int:
    """How many quotations stand in a message."""
    return sum(
        section["type"] == "rich_text_quote"
        for block in message["blocks"]
        if block["type"] == "rich_text"
        for section in block["elements"]
    )


def five(question: Question) -> Outcome:
    """An answer of one quotation, with four more; a refusal with one passage near it."""
    if "cup" in question.text:
        reason = Reason(ReasonCode.NOT_COVERED, "No passage mentions “cup”.")
        return NoAnswer(question, reason, closest=(sentence(),))
    return Answer(question, (sentence(),), more=(sentence(),) * 4)


@both_modes
async def test_more_passages_adds_the_next_in_place(mode: Mode) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, five, mode):
            await scene.says(WHEN)
            reply = await scene.reply()
            assert quotations(reply) == 1
            await scene.presses("More passages", reply, user=BOB)
            await workspace.until(lambda: workspace.responses)
            (four,) = workspace.responses
            assert four["replace_original"] is True
            assert quotations(four) == 4
            await scene.presses("More passages", four)
            await workspace.until(lambda: len(workspace.responses) == 2)
        assert quotations(workspace.responses[1]) == 5
        assert "More passages" not in shown(workspace.responses[1])


async def test_the_nearest_passages_wait_behind_a_button() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, five, SOCKET):
            await scene.says(CUP)
            reply = await scene.reply()
            assert quotations(reply) == 0
            assert "Ask a person" not in shown(reply), "there is nobody to ask"
            await scene.presses("Nearest passages", reply)
            await workspace.until(lambda: workspace.responses)
        assert "Nearest passages, not an answer:" in shown(workspace.responses[0])
        assert quotations(workspace.responses[0]) == 1


async def test_context_shows_the_paragraphs_around_a_quotation() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, five, SOCKET):
            await scene.says(WHEN)
            await scene.presses("Context", await scene.reply())
            view = await scene.sees(1)
        assert "Talks began." in shown(view)
        assert "It covers transport." in shown(view)
        assert quotations(view) == 1, "only its own passage is quoted"


async def test_why_shows_what_was_found_and_what_was_not() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, five, SOCKET):
            await scene.says(WHEN)
            await scene.presses("Why", await scene.reply())
            assert "Found: “3 june 2025”" in shown(await scene.sees(1))
            await scene.says(CUP)
            await scene.presses("Why", (await scene.replies(2))[1])
            assert "No passage mentions “cup”." in shown(await scene.sees(2))


@both_modes
async def test_an_answer_of_ask_is_shared_once_with_who_asked(mode: Mode) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, mode):
            await scene.commands("when was the memorandum signed?")
            await workspace.until(lambda: workspace.responses)
            for _ in range(2):
                await scene.presses("Share in channel", workspace.responses[0])
            await workspace.until(lambda: len(workspace.responses) == 2)
            await scene.says(WHEN)
            await scene.reply()
        assert len(workspace.responses) == 2
        shared = workspace.responses[1]
        assert shared["response_type"] == "in_channel"
        assert "3 June 2025" in shown(shared)
        assert ANN in shown(shared)
        assert "Share in channel" not in shown(shared)


@both_modes
async def test_a_message_can_be_looked_up_and_the_answer_shared_in_its_thread(mode: Mode) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, mode):
            message = workspace.write(GENERAL, BOB, "when was the memorandum signed?")
            payload = workspace.shortcut(message, user=ANN, channel=GENERAL)
            await workspace.deliver(payload, kind="interactive")
            view = await scene.sees(1)
            assert "3 June 2025" in shown(view)
            await scene.presses("Share in channel", view)
            reply = await scene.reply()
        assert reply["thread_ts"] == message["ts"]
        assert ANN in shown(reply)


async def test_after_an_answer_was_shared_in_a_thread_of_others_the_bot_takes_part_there() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, SOCKET):
            message = workspace.write(GENERAL, BOB, "when was the memorandum signed?")
            await scene.says("no idea", thread=message["ts"])
            await workspace.until(lambda: workspace.called("conversations.replies"))
            payload = workspace.shortcut(message, user=ANN, channel=GENERAL)
            await workspace.deliver(payload, kind="interactive")
            await scene.presses("Share in channel", await scene.sees(1))
            await scene.reply()
            await scene.says("and who signed the memorandum?", thread=message["ts"])
            await scene.replies(2)


async def test_a_look_up_that_comes_too_late_for_its_modal_is_told_aside() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, scene.answers, SOCKET):
            message = workspace.write(GENERAL, BOB, "when was the memorandum signed?")
            payload = workspace.shortcut(message, user=ANN, channel=GENERAL)
            workspace.triggers.clear()
            await workspace.deliver(payload, kind="interactive")
            await workspace.until(lambda: workspace.responses)
        assert "3 June 2025" in shown(workspace.responses[0])


async def test_a_question_is_put_to_a_person_once_with_a_link_to_it() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        workspace.channels[EXPERTS] = []
        async with bot_in(workspace, five, SOCKET, experts=EXPERTS):
            await scene.says(CUP)
            reply = await scene.reply()
            await scene.presses("Ask a person", reply, user=BOB)
            (put,) = await scene.replies(1, EXPERTS)
            await workspace.until(lambda: workspace.responses)
            await scene.presses("Ask a person", reply)
            await workspace.until(lambda: len(workspace.responses) == 2)
        assert len(workspace.posted(EXPERTS)) == 1
        assert "who won the cup?" in shown(put)
        assert f"/archives/{GENERAL}/p{reply['ts'].replace('.', '')}" in shown(put)
        assert "was passed on to" in workspace.responses[0]["text"]
        assert "was passed on already" in workspace.responses[1]["text"]


async def test_an_edited_question_is_another_one_to_ask_a_person() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        workspace.channels[EXPERTS] = []
        async with bot_in(workspace, five, SOCKET, experts=EXPERTS):
            ts = await scene.says(CUP)
            reply = await scene.reply()
            await scene.presses("Ask a person", reply)
            await scene.replies(1, EXPERTS)
            changed = edit(scene, ts, f"{MENTION} who lost the cup?")
            await workspace.deliver(workspace.event(changed))
            await workspace.until(lambda: workspace.called("chat.update"))
            await scene.presses("Ask a person", reply)
            _, second = await scene.replies(2, EXPERTS)
        assert "who lost the cup?" in shown(second)


async def test_a_person_who_could_not_be_asked_can_be_asked_again() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, five, SOCKET, experts=EXPERTS):
            await scene.says(CUP)
            reply = await scene.reply()
            await scene.presses("Ask a person", reply)
            await workspace.until(lambda: workspace.responses)
            workspace.channels[EXPERTS] = []
            await scene.presses("Ask a person", reply)
            await scene.replies(1, EXPERTS)
        assert "failed" in workspace.responses[0]["text"]


async def test_articles_that_differ_are_shown_side_by_side_even_where_one_quotation_is_wanted() -> (
    None
):
    def differing(question: Question) -> Outcome:
        return Answer(question, (sentence(),), more=(sentence(),) * 4, differ=True)

    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, differing, SOCKET):
            await scene.says(WHEN)
            reply = await scene.reply()
        assert "*The articles differ.*" in shown(reply)
        assert quotations(reply) == 2


async def test_a_thumb_down_asks_why_and_can_be_taken_back(tmp_path: Path) -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, five, SOCKET, state=tmp_path / "s", admins=frozenset({ANN})):
            await scene.says(WHEN)
            reply = await scene.reply()
            await scene.presses("Not helpful", reply)
            view = await scene.sees(1)
            chosen = {"why-not": {"why-not": {"selected_option": {"value": "outdated"}}}}
            sent = workspace.submission(view, chosen, user=ANN)
            delivery = await workspace.deliver(sent, kind="interactive")
            await workspace.until(delivery.acknowledged.is_set)
            assert await _ratings(scene) == "Ratings: 0 helpful, 1 not helpful."
            changed = await scene.presses("Helpful", reply)
            await workspace.until(changed.acknowledged.is_set)
            assert await _ratings(scene) == "Ratings: 1 helpful, 0 not helpful."


async def _ratings(scene: Scene) -> str:
    workspace = scene.workspace
    workspace.homes.clear()
    await workspace.deliver(
        workspace.event({"type": "app_home_opened", "user": ANN, "tab": "home"})
    )
    await workspace.until(lambda: workspace.homes)
    return next(s for s in strings(workspace.homes[ANN]["blocks"]) if s.startswith("Ratings"))


async def test_a_button_of_an_answer_that_is_no_longer_kept_says_so() -> None:
    async with Workspace() as workspace:
        scene = Scene(workspace, Answers())
        async with bot_in(workspace, five, SOCKET):
            await scene.says(WHEN)
            reply = await scene.reply()
        async with bot_in(workspace, five, SOCKET):
            await scene.presses("Why", reply)
            await workspace.until(lambda: workspace.responses)
        assert "no longer kept" in workspace.responses[0]["text"]
