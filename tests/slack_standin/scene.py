"""A workspace with the bot in it, and what people do there, as a test tells it."""

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from index.library import Library
from index.spans import Span
from qa.answerer import Answerer
from qa.answers import (
    Answer,
    Citation,
    CitedQuote,
    NoAnswer,
    Outcome,
    Question,
    Quote,
    Reason,
    ReasonCode,
)
from qa.chat.shelf import Shelf
from qa.chat.slack import SlackOptions
from qa.chat.slack.serving import RunningBot, running
from tests.outcomes import article_of
from tests.slack_standin.workspace import (
    APP_TOKEN,
    BOT_TOKEN,
    BOT_USER,
    SIGNING_SECRET,
    Delivery,
    Json,
    Workspace,
)

ANN, BOB = "UANN", "UBOB"
GENERAL, SECRET, DIRECT = "CGENERAL", "GSECRET", "DANN"
MENTION = f"<@{BOT_USER}>"


PACT = article_of(
    "Talks began.\nThe memorandum was signed on 3 June 2025 in Tokyo.\nIt covers transport.\n",
    name="pact.md",
    title="The Pact",
    date="2025-06-03",
)

_ANSWERER = Answerer(Library.of([PACT]))


@dataclass(slots=True)
class Answers:
    """An answerer that knows one sentence, and keeps the questions it was asked.

    `hold` makes it wait until `release`; `error` makes it fail.
    """

    asked: list[Question] = field(default_factory=list)
    error: Exception | None = None
    released: threading.Event = field(default_factory=threading.Event)

    _changed: threading.Condition = field(default_factory=threading.Condition)

    def __post_init__(self) -> None:
        self.released.set()

    def __call__(self, question: Question) -> Outcome:
        """An answer to what mentions a memorandum, else a refusal."""
        with self._changed:
            self.asked.append(question)
            self._changed.notify_all()
        self.released.wait(timeout=30)
        if self.error:
            raise self.error
        if not any(character.isalpha() for character in question.text):
            return NoAnswer(question, Reason(ReasonCode.EMPTY, "Ask a question in words."))
        if "memorandum" in question.text or any("memorandum" in h for h in question.history):
            return Answer(question, (sentence(question.text),))
        return NoAnswer(question, Reason(ReasonCode.UNKNOWN_WORDS, "No article mentions that."))

    def hold(self) -> None:
        """Let every answer wait."""
        self.released.clear()

    def wait_for(self, count: int) -> None:
        """Wait until it was asked `count` questions."""
        with self._changed:
            if not self._changed.wait_for(lambda: len(self.asked) >= count, timeout=10):
                raise TimeoutError(f"asked {len(self.asked)} of {count} questions")

    def release(self) -> None:
        """Let all answers come."""
        self.released.set()

    @property
    def texts(self) -> list[str]:
        """The questions' words."""
        return [question.text for question in self.asked]


def shelf(answers: Callable[[Question], Outcome]) -> Shelf:
    """The one article, and what answers from it."""
    return Shelf(Path("/articles"), Library.of([PACT]), answers, lambda prefix, limit: [])


def really_answered(question: Question) -> Outcome:
    """What comes of a question to the one article, by the program's own answerer."""
    return _ANSWERER.answer(question)


def sentence(_: str = "") -> CitedQuote:
    """The one sentence that `Answers` knows."""
    citation = Citation(1, "pact.md", "The Pact", "The Pact", None, "2025-06-03", None, None, 1)
    quote = Quote(PACT, PACT.blocks[1].span)
    passage = tuple(Library.of([PACT]).passages)[1]
    return CitedQuote(quote, citation, passage_id=passage.id, highlights=(Span(42, 53),))


class Scene:
    """What a test says happens in the workspace, and what it sees there."""

    def __init__(self, workspace: Workspace, answers: Answers) -> None:
        self.workspace = workspace
        self.answers = answers
        for channel in (GENERAL, SECRET, DIRECT):
            workspace.channels[channel] = []

    async def says(
        self, text: str, *, user: str = ANN, channel: str = GENERAL, thread: str = ""
    ) -> str:
        """A person writes; what Slack sends of it is delivered. Returns the message's ts."""
        fields = {"thread_ts": thread} if thread else {}
        message = self.workspace.write(channel, user, text, **fields)
        for event in self.events_of(message, channel):
            await self.workspace.deliver(self.workspace.event(event))
        return str(message["ts"])

    def events_of(self, message: Json, channel: str) -> list[Json]:
        """The events of one message: a mention comes as a mention and as a message."""
        kinds = {"C": "channel", "G": "group", "D": "im"}
        common = {**message, "channel": channel, "event_ts": message["ts"]}
        events = [{**common, "channel_type": kinds[channel[0]]}]
        if MENTION in message["text"] and channel[0] != "D":
            events.append({**common, "type": "app_mention"})
        return events

    async def commands(self, text: str, *, channel: str = GENERAL) -> Delivery:
        """A person uses /ask."""
        payload = self.workspace.command(text, user=ANN, channel=channel)
        return await self.workspace.deliver(payload, kind="slash_commands")

    async def presses(
        self, label: str, shown: Json, *, user: str = ANN, channel: str = GENERAL
    ) -> Delivery:
        """A person presses what is labelled so in a message, a response or a view."""
        if shown.get("type") in {"modal", "home"}:
            where = {"view_id": shown.get("id", "VHOME")}
        elif "ts" in shown:
            where = {"message_ts": shown["ts"], "channel_id": channel}
        else:
            where = {"message_ts": "1.1", "channel_id": channel, "is_ephemeral": True}
        payload = self.workspace.press(labelled(label, shown), user=user, where=where)
        return await self.workspace.deliver(payload, kind="interactive")

    async def sees(self, count: int) -> Json:
        """The `count`th view that was opened or changed."""
        await self.workspace.until(lambda: len(self.workspace.views) >= count)
        return self.workspace.views[count - 1]

    async def replies(self, count: int, channel: str = GENERAL) -> list[Json]:
        """The bot's messages in a channel, once there are `count`."""
        await self.workspace.until(lambda: len(self.workspace.posted(channel)) >= count)
        return self.workspace.posted(channel)

    async def reply(self, channel: str = GENERAL) -> Json:
        """The bot's one message in a channel."""
        (message,) = await self.replies(1, channel)
        return message

    async def asked(self, count: int) -> list[Question]:
        """The questions the answerer got, once there are `count`."""
        await asyncio.to_thread(self.answers.wait_for, count)
        return self.answers.asked


def labelled(label: str, shown: Json) -> Json:
    """The element of that label, with what Slack sends when it is pressed."""
    for block in shown["blocks"]:
        for element in block.get("elements", ()):
            if element.get("text", {}) and element["text"] == _plain(label):
                return {"action_id": element["action_id"], "value": element["value"]}
            for name in ("positive_button", "negative_button"):
                if element.get(name, {}).get("text") == _plain(label):
                    value = element[name]["value"]
                    return {"action_id": element["action_id"], "value": value}
    raise AssertionError(f"nothing is labelled {label!r}")


def _plain(label: str) -> Json:
    return {"type": "plain_text", "text": label, "emoji": False}


@dataclass(frozen=True, slots=True)
class Mode:
    """How Slack reaches the bot."""

    name: str
    options: SlackOptions

    def pointed_at(self, workspace: Workspace) -> SlackOptions:
        """The options with which the bot finds this workspace."""
        return replace(self.options, api_url=workspace.api_url)


QUICK = SlackOptions(BOT_TOKEN, grace=2, pace=0, pause=0.001)
"""Slack's pace and patience are tested by themselves."""
SOCKET = Mode("socket", replace(QUICK, app_token=APP_TOKEN))
HTTP = Mode("http", replace(QUICK, signing_secret=SIGNING_SECRET, port=0))


@contextlib.asynccontextmanager
async def bot_in(
    workspace: Workspace,
    answers: Callable[[Question], Outcome],
    mode: Mode,
    **changes: object,
) -> AsyncIterator[RunningBot]:
    """The real bot, at work in the workspace inside the block; all is done at its end."""
    options = replace(mode.pointed_at(workspace), **changes)  # type: ignore[arg-type]  # fields
    async with running(shelf(answers), options) as bot:
        if bot.port:
            workspace.request_url = f"http://127.0.0.1:{bot.port}/slack/events"
        else:
            await workspace.until(workspace.open_sockets)
        try:
            yield bot
        finally:
            workspace.request_url = workspace.request_url if bot.port else ""
