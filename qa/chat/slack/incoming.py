"""What Slack sends, as a question put to the bot, or as nothing that concerns it.

Pure: decides by the payload alone. Whether the bot takes part in a thread is not in the payload,
so `FOLLOW_UP` is only possibly a question (`threads` knows).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from qa.chat.slack.plain import mentioned_users, plain_text

SLACKBOT = "USLACKBOT"

_POSTS = frozenset({None, "file_share", "thread_broadcast"})
"""Subtypes of what a person wrote; all others are edits, deletions, joins and the like."""


class Surface(StrEnum):
    """Where a question was put."""

    MENTION = "mention"
    DIRECT = "direct message"
    FOLLOW_UP = "follow-up"
    COMMAND = "command"


@dataclass(frozen=True, slots=True)
class Bot:
    """Who the bot is in the workspace, as Slack says at the start."""

    user: str
    bot: str
    team: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """A question put to the bot in Slack. `keys` tell whether it was delivered before."""

    surface: Surface
    user: str
    channel: str
    text: str
    keys: tuple[str, ...]
    ts: str = ""
    thread_ts: str = ""
    response_url: str = field(default="", repr=False)

    @property
    def id(self) -> str:
        """Its name in logs and in the metadata of its answer."""
        return self.keys[-1]

    @property
    def thread(self) -> str:
        """The thread that its answer belongs in."""
        return self.thread_ts or self.ts

    @property
    def in_thread(self) -> bool:
        """Whether something was said in its thread before."""
        return self.thread_ts not in {"", self.ts}


def incoming_event(body: Mapping[str, object], bot: Bot) -> Incoming | None:
    """The question in a delivered event; None for what is none, or not for the bot."""
    event = body.get("event")
    if not isinstance(event, Mapping) or not by_a_person(event, bot):
        return None
    channel, ts, text = _text(event, "channel"), _text(event, "ts"), _text(event, "text")
    surface = _surface(event, bot) if channel and ts else None
    if surface is None:
        return None
    return Incoming(
        surface=surface,
        user=_text(event, "user"),
        channel=channel,
        text=plain_text(text, bot_user=bot.user),
        keys=(f"event {_text(body, 'event_id') or ts}", f"message {channel} {ts}"),
        ts=ts,
        thread_ts=_text(event, "thread_ts"),
    )


def incoming_command(body: Mapping[str, object], bot: Bot) -> Incoming:
    """The question of a slash command."""
    return Incoming(
        surface=Surface.COMMAND,
        user=_text(body, "user_id"),
        channel=_text(body, "channel_id"),
        text=plain_text(_text(body, "text"), bot_user=bot.user),
        keys=(f"command {_text(body, 'trigger_id')}",),
        response_url=_text(body, "response_url"),
    )


def by_a_person(message: Mapping[str, object], bot: Bot) -> bool:
    """Whether a message is a person's post, as first written."""
    return (
        message.get("type") in {"message", "app_mention"}
        and message.get("subtype") in _POSTS
        and not message.get("edited")
        and not message.get("hidden")
        and not message.get("bot_id")
        and _text(message, "user") not in {"", bot.user, SLACKBOT}
    )


def _surface(event: Mapping[str, object], bot: Bot) -> Surface | None:
    mentioned = mentioned_users(_text(event, "text"))
    if event.get("channel_type") == "im" or _text(event, "channel").startswith("D"):
        return Surface.DIRECT
    if bot.user in mentioned or event.get("type") == "app_mention":
        return Surface.MENTION
    in_thread = _text(event, "thread_ts") not in {"", _text(event, "ts")}
    return Surface.FOLLOW_UP if in_thread and not mentioned else None


def _text(data: Mapping[str, object], key: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) else ""
