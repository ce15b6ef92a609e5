"""Errands about questions that were asked before: edited, deleted, shared, handed to a person."""

from collections.abc import Mapping
from dataclasses import replace

from slack_sdk.errors import SlackApiError

from qa.answers import Question
from qa.chat.slack.asked import Record, record_of
from qa.chat.slack.desk import Desk
from qa.chat.slack.incoming import Incoming, Surface
from qa.chat.slack.replying import Errand
from qa.chat.slack.threads import Threads
from qa.chat.slack.words import GONE, HANDED_ON
from qa.render.slack_blocks import slack_message
from qa.render.slack_controls import Controls
from qa.render.slack_views import expert_message


def errands(desk: Desk, threads: Threads) -> Mapping[Surface, Errand]:
    """What is done for each, over one desk."""

    async def edited(incoming: Incoming) -> str:
        return await _edited(desk, incoming)

    async def deleted(incoming: Incoming) -> str:
        return await _deleted(desk, incoming)

    async def shared(incoming: Incoming) -> str:
        return await _shared(desk, threads, incoming)

    async def handed_on(incoming: Incoming) -> str:
        return await _handed_on(desk, incoming)

    return {
        Surface.EDIT: edited,
        Surface.DELETION: deleted,
        Surface.SHARE: shared,
        Surface.EXPERT: handed_on,
    }


async def _edited(desk: Desk, incoming: Incoming) -> str:
    """The answer to an edited question is put in the place of the answer that stands there."""
    record = await desk.records.of(incoming.about)
    if record is None or not record.posted:
        return "edit of what was not answered"
    outcome = await desk.answer(Question(incoming.text, record.history))
    controls = Controls(about=record.id, experts=bool(desk.options.experts))
    message = slack_message(outcome, controls=controls)
    now = record_of(incoming, incoming.text, record.history, outcome, desk.now())
    kept = replace(now, id=record.id, thread=record.thread, at=record.at, posted=record.posted)
    await desk.records.keep(kept)  # before its buttons can be pressed
    await desk.poster.update(record.channel, record.posted, message)
    return "edited"


async def _deleted(desk: Desk, incoming: Incoming) -> str:
    """The answer to a deleted question is withdrawn, unless somebody has replied since."""
    record = await desk.records.of(incoming.about)
    if record is None:
        return "deletion of what was not answered"
    await desk.records.forget(record.id)
    if not record.posted or await _was_replied_to(desk, record):
        return "answer left"
    try:
        await desk.poster.withdraw(record.channel, record.posted)
    except SlackApiError as error:
        if error.response.get("error") != "message_not_found":
            raise
    return "withdrawn"


async def _was_replied_to(desk: Desk, record: Record) -> bool:
    replies = await desk.reads.conversations_replies(
        channel=record.channel, ts=record.thread, oldest=record.posted, limit=100
    )
    return any(
        message.get("user") != desk.bot.user and str(message.get("ts", "")) > record.posted
        for message in replies.get("messages") or ()
    )


async def _shared(desk: Desk, threads: Threads, incoming: Incoming) -> str:
    """An answer that only the asker saw is shown to everybody, with who asked."""
    record = await desk.records.of(incoming.about)
    if record is None:
        await desk.poster.tell(incoming, GONE)
        return "gone"
    outcome = await desk.answered_again(record)
    controls = Controls(about=record.id, experts=bool(desk.options.experts))
    message = slack_message(outcome, controls=controls, asker=record.user)
    if incoming.response_url:
        await desk.poster.respond(incoming.response_url, message, everybody=True)
    else:
        await desk.poster.post(incoming, message, channel=record.channel, thread=record.thread)
        threads.joined(record.channel, record.thread)
    return "shared"


async def _handed_on(desk: Desk, incoming: Incoming) -> str:
    """A question that the articles do not answer is put to people who may know."""
    record = await desk.records.of(incoming.about)
    if record is None:
        await desk.poster.tell(incoming, GONE)
        return "gone"
    where = await _link(desk, record)
    message = expert_message(incoming.user, record.question, where)
    await desk.poster.post(incoming, message, channel=desk.options.experts)
    await desk.poster.tell(incoming, HANDED_ON)
    return "handed on"


async def _link(desk: Desk, record: Record) -> str:
    """A link to the answer, where others can follow it."""
    if not record.posted or record.channel.startswith("D"):
        return ""
    found = await desk.reads.chat_getPermalink(channel=record.channel, message_ts=record.posted)
    return str(found.get("permalink") or "")
