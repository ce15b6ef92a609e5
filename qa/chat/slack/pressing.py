"""Pressed buttons: more passages, context, why, share, ask a person, and the thumbs.

What a button does is found anew from its question: `Controls.about`. What only shows something
needs not outlive the bot; what posts or is counted goes through the inbox or the store.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from qa.answers import Outcome
from qa.chat.slack.asked import Record
from qa.chat.slack.desk import Desk
from qa.chat.slack.inbox import Verdict
from qa.chat.slack.incoming import Incoming, Surface, part, text_in
from qa.chat.slack.intake import Intake
from qa.chat.slack.notices import Notices
from qa.chat.slack.posting import View
from qa.chat.slack.words import ALREADY, BUSY_BUTTON, GONE
from qa.render import slack_controls as named
from qa.render.slack_blocks import SlackMessage, slack_message
from qa.render.slack_controls import AT_ONCE, Controls, all_quotes
from qa.render.slack_views import WRONG, context_modal, message_modal, why_modal, why_not_modal

REACH = 2
"""Passages shown before and after a quotation's own."""

Payload = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button: its name, what it says, `about` which question, and where it stands."""

    name: str
    detail: str
    about: str
    user: str
    channel: str
    trigger: str = field(repr=False)
    response_url: str = field(repr=False)
    view: str
    everybody_sees: bool


def press_of(body: Payload) -> Press | None:
    """The press in a payload of Slack's; None where nothing of ours was pressed."""
    actions = body.get("actions")
    action = actions[0] if isinstance(actions, list) and actions else None
    if not isinstance(action, Mapping):
        return None
    name, value = text_in(action, "action_id").partition(".")[0], text_in(action, "value")
    detailed = name in {named.MORE, named.CONTEXT, named.VOTE}
    detail, _, about = value.partition(" ") if detailed else ("", "", value)
    container = part(body, "container")
    return Press(
        name=name,
        detail=detail,
        about=about,
        user=text_in(part(body, "user"), "id"),
        channel=text_in(part(body, "channel"), "id") or text_in(container, "channel_id"),
        trigger=text_in(body, "trigger_id"),
        response_url=text_in(body, "response_url"),
        view=text_in(container, "view_id"),
        everybody_sees=bool(text_in(container, "message_ts")) and not container.get("is_ephemeral"),
    )


class Presses:
    """Does what buttons promise."""

    def __init__(self, desk: Desk, intake: Intake, notices: Notices) -> None:
        self._desk = desk
        self._intake = intake
        self._notices = notices

    async def take(self, press: Press) -> None:
        """Take a press in hand, or say that it is turned away; a vote is on disk after that."""
        if press.name == named.VOTE:
            await self._voted(press)
        elif press.name in {named.SHARE, named.EXPERT}:
            await self._wished(press)
        elif not self._intake.do(self._show(press)):
            self._say(press, BUSY_BUTTON)

    async def say_why(self, about: str, user: str, why: str) -> None:
        """What was wrong, chosen in the modal that a thumb down opened."""
        if why in WRONG:
            await self._vote(about, user, good=False, why=why)

    async def _wished(self, press: Press) -> None:
        record = await self._desk.records.of(press.about)
        if record is None:
            self._say(press, GONE)
            return
        verdict = await self._intake.take(_wish(press, record))
        if verdict is Verdict.BUSY:
            self._say(press, BUSY_BUTTON)
        elif verdict is Verdict.DUPLICATE and press.name == named.EXPERT:
            self._say(press, ALREADY)

    async def _voted(self, press: Press) -> None:
        good = press.detail == named.GOOD
        await self._vote(press.about, press.user, good=good, why="")
        if press.detail == named.BAD:
            self._intake.do(self._open(press, why_not_modal(press.about)))

    async def _vote(self, about: str, user: str, *, good: bool, why: str) -> None:
        await self._desk.records.vote(about, user, good=good, why=why, at=self._desk.now())

    async def _show(self, press: Press) -> None:
        record = await self._desk.records.of(press.about)
        if record is None:
            await self._tell(press, GONE)
            return
        outcome = await self._desk.answered_again(record)
        if press.name == named.MORE:
            await self._more(press, record, outcome)
        elif press.name == named.WHY:
            await self._open(press, why_modal(outcome))
        elif press.name == named.CONTEXT:
            await self._context(press, outcome)

    async def _more(self, press: Press, record: Record, outcome: Outcome) -> None:
        shown = int(press.detail) if press.detail.isdecimal() else 0
        controls = Controls(
            about=record.id,
            shareable=not press.everybody_sees and bool(record.channel),
            experts=bool(self._desk.options.experts),
            votes=not press.view,
        )
        message = slack_message(outcome, shown=shown + AT_ONCE, controls=controls)
        if press.view:
            await self._desk.poster.change(press.view, message_modal(message))
        else:
            await self._desk.poster.respond(press.response_url, message, replace=True)

    async def _context(self, press: Press, outcome: Outcome) -> None:
        found = [c for c in all_quotes(outcome) if c.passage_id == press.detail]
        try:
            around = self._desk.library.around(press.detail, reach=REACH)
        except KeyError:  # the articles have changed since
            found = []
        if found:
            await self._open(press, context_modal(found, around))
        else:
            await self._tell(press, GONE)

    async def _open(self, press: Press, view: View) -> None:
        await self._desk.poster.show(press.trigger, view, on_top=bool(press.view))

    def _say(self, press: Press, message: SlackMessage) -> None:
        """Begin to tell whoever pressed, beside what is in hand."""
        self._notices.begin(self._tell(press, message), about=press.about)

    async def _tell(self, press: Press, message: SlackMessage) -> None:
        if press.response_url:
            await self._desk.poster.respond(press.response_url, message)
        else:
            await self._open(press, message_modal(message))


def _wish(press: Press, record: Record) -> Incoming:
    """A press as something to be done once for a question, whoever presses and however often.

    Edited, it is another question.
    """
    words = zlib.crc32(record.question.encode())
    return Incoming(
        surface=Surface.SHARE if press.name == named.SHARE else Surface.EXPERT,
        user=press.user,
        channel=press.channel,
        text="",
        keys=(f"{press.name} {press.about} {words:08x}",),
        response_url=press.response_url,
        about=press.about,
    )
