"""Whom the bot answers and where, and what it makes of what Slack refuses."""

from slack_sdk.errors import SlackApiError

from qa.chat.slack.incoming import Bot, Incoming, Surface
from qa.chat.slack.options import SlackOptions
from qa.chat.slack.web import error_code, missing_scope

ARCHIVED = "is_archived"
_EVERYWHERE = frozenset({Surface.DIRECT, Surface.DELETION})


def not_here(incoming: Incoming, channel: str, bot: Bot, options: SlackOptions) -> str:
    """Why `incoming` is not answered, as a word; empty where it is.

    `channel` is the one that it concerns; the home tab and windows opened there are in none.
    """
    if _is_foreign(incoming, bot) and not options.other_organisations:
        return "other-organisation"
    if incoming.surface in _EVERYWHERE or not channel or channel.startswith("D"):
        return ""
    return "other-channel" if options.channels and channel not in options.channels else ""


def _is_foreign(incoming: Incoming, bot: Bot) -> bool:
    return incoming.team not in {"", bot.team, bot.organisation}


def explained(error: BaseException) -> str:
    """For the log: what to do about what Slack refused; empty where that is not known."""
    if not isinstance(error, SlackApiError):
        return ""
    code = error_code(error)
    if scope := missing_scope(error):
        return f"the scope {scope} is missing: paste the manifest again, then install the app again"
    return {
        ARCHIVED: "the channel is archived (is_archived)",
        "not_in_channel": "the bot is not in the channel (not_in_channel): /invite it",
        "channel_not_found": "the bot does not see the channel (channel_not_found): /invite it",
        "restricted_action": "the workspace does not let apps post there (restricted_action)",
    }.get(code, "")


def can_be_told(error: BaseException) -> bool:
    """Whether the asker can be told at all: not where nobody can write."""
    return not (isinstance(error, SlackApiError) and error_code(error) == ARCHIVED)
