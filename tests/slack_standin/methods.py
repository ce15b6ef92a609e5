"""What a Slack workspace holds and what each method of its Web API does to it.

The methods that a question bot may call, as Slack does them: each needs its scope, knows its
fields, and refuses what Slack refuses (`refusals`).
"""

import itertools
import json
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from tests.slack_standin.refusals import (
    DELETE_FIELDS,
    EPHEMERAL_FIELDS,
    POST_FIELDS,
    PROMPT_FIELDS,
    STATUS_FIELDS,
    TITLE_FIELDS,
    UPDATE_FIELDS,
    Refused,
    check_fields,
    check_message,
    check_prompts,
    check_view,
)

BOT_TOKEN = "xoxb-1-canary-bot-token"
APP_TOKEN = "xapp-1-canary-app-token"
BOT_USER = "UBOT"
BOT_ID = "BBOT"
TEAM = "TTEAM"
SCOPES = frozenset(
    {
        "app_mentions:read",
        "assistant:write",
        "channels:history",
        "chat:write",
        "commands",
        "groups:history",
        "im:history",
    }
)
HISTORY_SCOPES = {"C": "channels:history", "G": "groups:history", "D": "im:history"}

Json = dict[str, Any]


class Methods:
    """The workspace's state, and its Web API as a function of it."""

    def __init__(self) -> None:
        self.scopes = set(SCOPES)
        self.channels: dict[str, list[Json]] = defaultdict(list)
        self.archived: set[str] = set()
        self.ephemerals: list[Json] = []
        self.views: list[Json] = []
        self.homes: dict[str, Json] = {}
        self.statuses: list[tuple[str, str]] = []
        self.titles: dict[str, str] = {}
        self.prompts: dict[str, list[Json]] = {}
        self.triggers: set[str] = set()
        self._stamps = itertools.count(1)

    def performed(self, method: str, arguments: Json, token: str) -> Json:
        """Do what a method does, and return its answer; Refused where Slack refuses."""
        if token != (APP_TOKEN if method == "apps.connections.open" else BOT_TOKEN):
            raise Refused("invalid_auth", "unknown token")
        done = self._methods().get(method)
        if done is None:
            raise Refused("unknown_method", method)
        return {"ok": True, **done(arguments)}

    def stamp(self) -> str:
        """A new message's ts, later than all before."""
        return f"1700000000.{next(self._stamps):06d}"

    def socket_url(self) -> str:
        """A URL for Socket Mode."""
        raise NotImplementedError

    def _methods(self) -> dict[str, Callable[[Json], Json]]:
        return {
            "auth.test": lambda _: {"user_id": BOT_USER, "bot_id": BOT_ID, "team_id": TEAM},
            "apps.connections.open": lambda _: {"url": self.socket_url()},
            "chat.postMessage": self._post_message,
            "chat.postEphemeral": self._post_ephemeral,
            "chat.update": self._update,
            "chat.delete": self._delete,
            "chat.getPermalink": self._permalink,
            "conversations.replies": self._replies,
            "conversations.history": self._history,
            "views.open": self._open_view,
            "views.push": self._open_view,
            "views.update": self._update_view,
            "views.publish": self._publish,
            "assistant.threads.setStatus": self._status,
            "assistant.threads.setTitle": self._title,
            "assistant.threads.setSuggestedPrompts": self._prompts,
        }

    def _needs(self, *scopes: str) -> None:
        if not self.scopes.intersection(scopes):
            raise Refused("missing_scope", scopes[0])

    def _channel(self, arguments: Json, key: str = "channel") -> str:
        channel = str(arguments.get(key))
        if channel.startswith("U"):
            channel = f"D{channel[1:]}"
            self.channels[channel] = self.channels.get(channel, [])
        if channel not in self.channels:
            raise Refused("channel_not_found", channel)
        if channel in self.archived:
            raise Refused("is_archived", channel)
        return channel

    def _post_message(self, arguments: Json) -> Json:
        self._needs("chat:write")
        channel = self._channel(arguments)
        check_message(arguments, POST_FIELDS)
        thread = arguments.get("thread_ts")
        if thread and all(message["ts"] != thread for message in self.channels[channel]):
            raise Refused("thread_not_found", str(thread))
        message = {
            "type": "message",
            "user": BOT_USER,
            "bot_id": BOT_ID,
            "ts": self.stamp(),
            **{key: value for key, value in arguments.items() if key != "channel"},
        }
        self.channels[channel].append(message)
        return {"channel": channel, "ts": message["ts"], "message": message}

    def _post_ephemeral(self, arguments: Json) -> Json:
        self._needs("chat:write")
        self._channel(arguments)
        check_message(arguments, EPHEMERAL_FIELDS)
        self.ephemerals.append(arguments)
        return {"message_ts": self.stamp()}

    def _own(self, arguments: Json) -> Json:
        """The bot's message that a call is about."""
        self._needs("chat:write")
        for message in self.channels[self._channel(arguments)]:
            if message["ts"] == arguments["ts"]:
                if message.get("bot_id") != BOT_ID:
                    raise Refused("cant_update_message", "another's")
                return message
        raise Refused("message_not_found", str(arguments["ts"]))

    def _update(self, arguments: Json) -> Json:
        message = self._own(arguments)
        check_message(arguments, UPDATE_FIELDS, text=4_000)
        message |= {key: arguments[key] for key in ("text", "blocks") if key in arguments}
        return {"ts": message["ts"]}

    def _delete(self, arguments: Json) -> Json:
        check_fields(arguments, DELETE_FIELDS)
        self.channels[arguments["channel"]].remove(self._own(arguments))
        return {"ts": arguments["ts"]}

    def _permalink(self, arguments: Json) -> Json:
        channel, ts = self._channel(arguments), arguments["message_ts"]
        return {"permalink": f"https://acme.slack.com/archives/{channel}/p{ts.replace('.', '')}"}

    def _replies(self, arguments: Json) -> Json:
        channel = self._channel(arguments)
        self._needs(HISTORY_SCOPES[channel[0]])
        ts, start = arguments["ts"], int(arguments.get("cursor") or 0)
        oldest, latest = arguments.get("oldest", "0"), arguments.get("latest", "9")
        thread = [
            message
            for message in self.channels[channel]
            if message["ts"] == ts
            or (message.get("thread_ts") == ts and oldest < message["ts"] < latest)
        ]
        end = start + int(arguments.get("limit", 1_000))
        page = [self._shown(m, arguments) for m in thread[start:end]]
        cursor = str(end) if end < len(thread) else ""
        return {"messages": page, "response_metadata": {"next_cursor": cursor}}

    def _history(self, arguments: Json) -> Json:
        channel = self._channel(arguments)
        self._needs(HISTORY_SCOPES[channel[0]])
        newest = self.channels[channel][::-1][: int(arguments.get("limit", 100))]
        return {"messages": [self._shown(m, arguments) for m in newest]}

    def _shown(self, message: Json, arguments: Json) -> Json:
        with_metadata = str(arguments.get("include_all_metadata", "")).lower() in {"1", "true"}
        return {k: v for k, v in message.items() if k != "metadata" or with_metadata}

    def _open_view(self, arguments: Json) -> Json:
        if arguments["trigger_id"] not in self.triggers:
            raise Refused("expired_trigger_id", arguments["trigger_id"])
        self.triggers.remove(arguments["trigger_id"])
        view = {**_view(arguments), "id": f"V{len(self.views)}"}
        check_view(view, "modal")
        self.views.append(view)
        return {"view": view}

    def _update_view(self, arguments: Json) -> Json:
        view = {**_view(arguments), "id": arguments["view_id"]}
        check_view(view, "modal")
        self.views.append(view)
        return {"view": view}

    def _publish(self, arguments: Json) -> Json:
        view = _view(arguments)
        check_view(view, "home")
        self.homes[arguments["user_id"]] = view
        return {"view": view}

    def _status(self, arguments: Json) -> Json:
        self._needs("chat:write", "assistant:write")
        check_fields(arguments, STATUS_FIELDS)
        self._channel(arguments, "channel_id")
        self.statuses.append((arguments["thread_ts"], arguments["status"]))
        return {}

    def _title(self, arguments: Json) -> Json:
        self._needs("assistant:write")
        check_fields(arguments, TITLE_FIELDS)
        self._channel(arguments, "channel_id")
        self.titles[arguments["thread_ts"]] = arguments["title"]
        return {}

    def _prompts(self, arguments: Json) -> Json:
        self._needs("assistant:write")
        check_fields(arguments, PROMPT_FIELDS)
        check_prompts(arguments)
        self.prompts[self._channel(arguments, "channel_id")] = arguments["prompts"]
        return {}


def _view(arguments: Json) -> Json:
    view = arguments["view"]
    decoded: Json = json.loads(view) if isinstance(view, str) else view
    return decoded
