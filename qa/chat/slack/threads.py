"""What was said in a thread before: whether the bot takes part, and what a person asked there."""

from collections import OrderedDict
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from qa.chat.slack.asked import Records
from qa.chat.slack.incoming import Bot, Incoming, Surface, by_a_person
from qa.chat.slack.plain import mentioned_users, plain_text

PAGE = 200
"""Messages of a page: Slack's advice for conversations.replies."""
PAGES = 5
QUESTIONS = 5
"""Earlier questions that are handed on: the last ones."""

Message = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Talk:
    """What a thread holds for a question: `questions` are that person's earlier ones."""

    bot_takes_part: bool
    questions: tuple[str, ...] = ()


class Threads:
    """Reads threads, once a question; remembers in which the bot takes no part."""

    def __init__(
        self, reads: AsyncWebClient, bot: Bot, records: Records, *, capacity: int = 10_000
    ) -> None:
        self._reads = reads
        self._bot = bot
        self._records = records
        self._capacity = capacity
        self._of_others: OrderedDict[tuple[str, str], None] = OrderedDict()

    async def before(self, incoming: Incoming) -> Talk:
        """What was said in the thread before `incoming`."""
        place = (incoming.channel, incoming.thread)
        if incoming.surface is not Surface.FOLLOW_UP:
            self._of_others.pop(place, None)
        elif place in self._of_others:
            return Talk(bot_takes_part=False)
        messages = [message async for message in self._earlier(incoming)]
        found = talk(messages, incoming, self._bot)
        if len(messages) >= PAGE * PAGES:
            found = await self._remembered(incoming, found)
        if not found.bot_takes_part and incoming.surface is Surface.FOLLOW_UP:
            self._remember(place)
        return found

    def joined(self, channel: str, thread: str) -> None:
        """Remember that the bot takes part from now on: it has posted there."""
        self._of_others.pop((channel, thread), None)

    async def _remembered(self, incoming: Incoming, found: Talk) -> Talk:
        """For a thread longer than is read, from its beginning: what the bot itself remembers."""
        records = await self._records.in_thread(incoming.channel, incoming.thread)
        own = tuple(record.question for record in records if record.user == incoming.user)
        takes_part = found.bot_takes_part or bool(records)
        return Talk(takes_part, own[-QUESTIONS:] or found.questions)

    def _remember(self, place: tuple[str, str]) -> None:
        self._of_others[place] = None
        while len(self._of_others) > self._capacity:
            self._of_others.popitem(last=False)

    async def _earlier(self, incoming: Incoming) -> AsyncIterator[Message]:
        cursor = ""
        for _ in range(PAGES):
            page = await self._reads.conversations_replies(
                channel=incoming.channel,
                ts=incoming.thread,
                latest=incoming.ts,
                inclusive=False,
                limit=PAGE,
                cursor=cursor or None,
            )
            for message in page.get("messages") or ():
                yield message
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return


def talk(messages: Sequence[Message], incoming: Incoming, bot: Bot) -> Talk:
    """What `messages`, oldest first, hold for a question.

    A person's post is a question when it mentions the bot, stands in a direct message, or follows
    a post of the bot.
    """
    direct = incoming.surface is Surface.DIRECT
    takes_part = False
    questions: list[str] = []
    for message in messages:
        if str(message.get("ts", "")) >= incoming.ts:
            continue
        if message.get("user") == bot.user or (bot.bot and message.get("bot_id") == bot.bot):
            takes_part = True
        elif _asks(message, incoming.user, bot, always=direct or takes_part):
            questions.append(plain_text(message["text"], bot_user=bot.user))
    return Talk(takes_part or direct, tuple(q for q in questions if q)[-QUESTIONS:])


def _asks(message: Message, user: str, bot: Bot, *, always: bool) -> bool:
    text = message.get("text")
    if not isinstance(text, str) or message.get("user") != user:
        return False
    as_written = {key: value for key, value in message.items() if key != "edited"}
    mentioned = mentioned_users(text)
    addressed = bot.user in mentioned or (always and not mentioned)
    return addressed and by_a_person(as_written, bot)
