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
    """Where a question was put, or what else is to be done about one."""

    MENTION = "mention"
    DIRECT = "direct message"
    FOLLOW_UP = "follow-up"
    COMMAND = "command"
    SHORTCUT = "shortcut"
    HOME = "home"
    EDIT = "edit"
    DELETION = "deletion"
    SHARE = "share"
    EXPERT = "expert"


IN_MODALS = frozenset({Surface.SHORTCUT, Surface.HOME})
ASIDE = IN_MODALS | {Surface.COMMAND}
"""Where only the asker sees the answer."""
CHANGES = frozenset({Surface.EDIT, Surface.DELETION})
"""What a person did to a message, without a word to the bot."""
PRESSED = frozenset({Surface.SHARE, Surface.EXPERT})
"""Buttons that do something once."""


@dataclass(frozen=True, slots=True)
class Bot:
    """Who the bot is in the workspace, as Slack says at the start."""

    user: str
    bot: str
    team: str
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """Something to be done for a person. `keys` tell whether it was delivered before.

    `about` is the question that an edit, a deletion or a pressed button is about; `team` the
    organisation of the person, where Slack says it; `resumed` what a bot before this one left.
    """

    surface: Surface
    user: str
    channel: str
    text: str
    keys: tuple[str, ...]
    ts: str = ""
    thread_ts: str = ""
    response_url: str = field(default="", repr=False)
    trigger: str = field(default="", repr=False)
    about: str = ""
    team: str = ""
    resumed: bool = False

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
    """What a delivered event wants of the bot; None for what it does not concern."""
    event = body.get("event")
    if not isinstance(event, Mapping):
        return None
    if event.get("subtype") in {"message_changed", "message_deleted"}:
        return _changed(body, event, bot)
    channel, ts, text = text_in(event, "channel"), text_in(event, "ts"), text_in(event, "text")
    surface = _surface(event, bot) if channel and ts and by_a_person(event, bot) else None
    if surface is None:
        return None
    return Incoming(
        surface=surface,
        user=text_in(event, "user"),
        channel=channel,
        text=plain_text(text, bot_user=bot.user),
        keys=(_event_key(body, ts), message_key(channel, ts)),
        ts=ts,
        thread_ts=text_in(event, "thread_ts"),
        team=text_in(event, "user_team") or text_in(event, "team"),
    )


def message_key(channel: str, ts: str) -> str:
    """The name of the question that stands in a message."""
    return f"message {channel} {ts}"


def _event_key(body: Mapping[str, object], ts: str) -> str:
    return f"event {text_in(body, 'event_id') or ts}"


def _changed(body: Mapping[str, object], event: Mapping[str, object], bot: Bot) -> Incoming | None:
    """An edit of a person's words, or a deletion; a tombstone is one where a thread hangs on."""
    before, after = event.get("previous_message"), event.get("message")
    if not isinstance(before, Mapping) or text_in(before, "user") in {"", bot.user, SLACKBOT}:
        return None
    channel, ts = text_in(event, "channel"), text_in(before, "ts")
    gone = not isinstance(after, Mapping) or after.get("subtype") == "tombstone"
    said, text = (
        plain_text(text_in(version, "text"), bot_user=bot.user)
        for version in (before, after if isinstance(after, Mapping) else {})
    )
    if not channel or not ts or (not gone and text == said):
        return None
    return Incoming(
        surface=Surface.DELETION if gone else Surface.EDIT,
        user=text_in(before, "user"),
        channel=channel,
        text="" if gone else text,
        keys=(_event_key(body, ts), f"change {channel} {ts} {text_in(event, 'ts')}"),
        ts=ts,
        thread_ts=text_in(before, "thread_ts"),
        about=message_key(channel, ts),
    )


def incoming_command(body: Mapping[str, object], bot: Bot) -> Incoming:
    """The question of a slash command."""
    return Incoming(
        surface=Surface.COMMAND,
        user=text_in(body, "user_id"),
        channel=text_in(body, "channel_id"),
        text=plain_text(text_in(body, "text"), bot_user=bot.user),
        keys=(f"command {text_in(body, 'trigger_id')}",),
        response_url=text_in(body, "response_url"),
    )


def incoming_shortcut(body: Mapping[str, object], bot: Bot) -> Incoming:
    """The message on which "Find in the articles" was chosen, as a question."""
    message, trigger = part(body, "message"), text_in(body, "trigger_id")
    return Incoming(
        surface=Surface.SHORTCUT,
        user=text_in(part(body, "user"), "id"),
        channel=text_in(part(body, "channel"), "id"),
        text=plain_text(text_in(message, "text"), bot_user=bot.user),
        keys=(f"shortcut {trigger}",),
        ts=text_in(message, "ts"),
        thread_ts=text_in(message, "thread_ts"),
        response_url=text_in(body, "response_url"),
        trigger=trigger,
    )


def by_a_person(message: Mapping[str, object], bot: Bot) -> bool:
    """Whether a message is a person's post, as first written."""
    return (
        message.get("type") in {"message", "app_mention"}
        and message.get("subtype") in _POSTS
        and not message.get("edited")
        and not message.get("hidden")
        and not message.get("bot_id")
        and text_in(message, "user") not in {"", bot.user, SLACKBOT}
    )


def _surface(event: Mapping[str, object], bot: Bot) -> Surface | None:
    mentioned = mentioned_users(text_in(event, "text"))
    if event.get("channel_type") == "im" or text_in(event, "channel").startswith("D"):
        return Surface.DIRECT
    if bot.user in mentioned or event.get("type") == "app_mention":
        return Surface.MENTION
    in_thread = text_in(event, "thread_ts") not in {"", text_in(event, "ts")}
    return Surface.FOLLOW_UP if in_thread and not mentioned else None


def text_in(data: Mapping[str, object], key: str) -> str:
    """A string of a payload; empty where there is none."""
    value = data.get(key)
    return value if isinstance(value, str) else ""


def part(data: Mapping[str, object], key: str) -> Mapping[str, object]:
    """An object of a payload; empty where there is none."""
    value = data.get(key)
    return value if isinstance(value, Mapping) else {}
