"""What the bot says in its own words. Nobody but the asker sees it, save the help."""

from collections.abc import Sequence

from qa.render.slack_blocks import SlackMessage, plain_message

FAILED = plain_message("Sorry, that failed. It has been logged; please ask again later.")
BUSY = plain_message("I am busy, please ask again in a minute.")
BUSY_BUTTON = plain_message("I am busy, please press that again in a minute.")
LACKING = plain_message(
    "Slack does not let me do that: I lack a permission. Whoever installed me finds its name in"
    " the log."
)
GONE = plain_message("That answer is no longer kept. Please ask again.")
HANDED_ON = plain_message("Your question was passed on to people who may know.")
ALREADY = plain_message("That question was passed on already, to people who may know.")
ELSEWHERE = {
    "other-channel": plain_message(
        "I do not answer in this channel. Write to me directly, or ask where I am used."
    ),
    "other-organisation": plain_message(
        "I answer only people of the organisation that runs me, sorry."
    ),
}


def asks_for_help(text: str) -> bool:
    """Whether nothing is asked but how to ask."""
    return text.strip().rstrip("?!.").strip().casefold() in {"", "help", "/help"}


def help_message(examples: Sequence[str] = ()) -> SlackMessage:
    """How to ask, with `examples` where there are some."""
    paragraphs = [
        "I answer questions about a folder of articles, only in the articles' own words:"
        " every answer is a quotation with where it stands. When the articles do not say, so do I.",
        "Mention me in a channel, write to me directly, or use /ask, whose answer only you see."
        " In a thread that I have answered in, just go on asking.",
    ]
    if examples:
        paragraphs.append("For example:\n" + "\n".join(f"• {example}" for example in examples))
    return plain_message(*paragraphs)
