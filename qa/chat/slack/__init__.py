"""The Slack bot. Importing this loads nothing of Slack; `run` and `serve` do when they are called.

A listener turns what Slack sends into an `Incoming` and hands it to the `Intake`, the one queue,
which writes it into the `Inbox` on disk and says whether it is taken. What is taken is answered by
the `Replier`, off Slack's three seconds, and sent by the `Poster` at Slack's `Pace`. Buttons are
`Presses`, the home tab is `Home`. `serving` puts these together and runs them.
"""

from qa.chat.shelf import Shelf
from qa.chat.slack.options import SlackError, SlackOptions

__all__ = ["SlackError", "SlackOptions", "run", "serve"]


async def serve(shelf: Shelf, options: SlackOptions) -> int:
    """Answer in Slack until SIGTERM or SIGINT, then 0; SlackError when it cannot be started."""
    from qa.chat.slack.serving import serve_until_stopped

    return await serve_until_stopped(shelf, options)


def run(shelf: Shelf, options: SlackOptions) -> int:
    """`serve` as an exit status: 1, after one sentence on stderr, when it cannot be started."""
    import asyncio
    import sys

    try:
        return asyncio.run(serve(shelf, options))
    except SlackError as error:
        print(error, file=sys.stderr)
        return 1
