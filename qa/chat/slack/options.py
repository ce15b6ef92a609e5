"""What the Slack bot is started with, as plain values, and what is wrong with them."""

from dataclasses import dataclass, field
from pathlib import Path


class SlackError(Exception):
    """The bot cannot be started or go on; the message is for a person and holds no token."""


@dataclass(frozen=True, slots=True)
class SlackOptions:
    """Tokens and bounds. With `app_token` Socket Mode is used, without it HTTP.

    `state` is the file of the bot's memory; without one it forgets when it stops. `channels` are
    where it answers, everywhere when empty; `experts` is a channel, `admins` are users' ids.
    `monitor_port` tells its health in Socket Mode, on this machine alone; 0 takes a free port.
    `grace` is how many seconds what is in hand may take when the bot is stopped, `patience` after
    how many a sign of work is shown, `pause` what is waited after a first failure; `pace` 1 keeps
    to Slack's own.
    """

    bot_token: str | None = field(repr=False)
    app_token: str | None = field(default=None, repr=False)
    signing_secret: str | None = field(default=None, repr=False)
    api_url: str = "https://slack.com/api/"
    host: str = "127.0.0.1"
    port: int = 3000
    follow_threads: bool = True
    state: Path | None = None
    channels: frozenset[str] = frozenset()
    experts: str = ""
    admins: frozenset[str] = frozenset()
    other_organisations: bool = False
    keep_days: int = 90
    monitor_port: int | None = None
    examples: tuple[str, ...] = ()
    in_hand: int = 500
    answering: int = 4
    grace: float = 9.0
    patience: float = 1.0
    pause: float = 0.5
    pace: float = 1.0


def check(options: SlackOptions) -> None:
    """SlackError, naming the setting and the remedy, for tokens that cannot be right."""
    _check_token("SLACK_BOT_TOKEN", options.bot_token, "xoxb-")
    if options.app_token:
        _check_token("SLACK_APP_TOKEN", options.app_token, "xapp-")
    elif not options.signing_secret:
        raise SlackError(
            "Neither SLACK_APP_TOKEN (for Socket Mode) nor SLACK_SIGNING_SECRET (for HTTP) is set."
            " Set one of them; docs/slack.md says where Slack shows them."
        )


def _check_token(name: str, token: str | None, start: str) -> None:
    if not token:
        raise SlackError(f"{name} is not set. docs/slack.md says where Slack shows it.")
    if not token.startswith(start):
        raise SlackError(f"{name} is not a token of the right kind: it begins with {start}.")
    if not token.isascii() or not token.isprintable() or " " in token:
        raise SlackError(f"{name} holds characters that no token has. Copy it again.")
