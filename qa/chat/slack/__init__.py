"""The Slack bot. Importing this loads nothing of Slack; `run` and `serve` do when they are called.

A listener turns what Slack sends into an `Incoming` and hands it to the `Intake`, which answers
at once whether it is taken. What is taken is answered by the `Replier`, off Slack's three seconds,
and posted by the `Poster`. `connecting` puts these together, `serving` runs them.
"""

from collections.abc import Callable

from qa.answers import Outcome, Question
from qa.chat.slack.options import SlackError, SlackOptions

__all__ = ["SlackError", "SlackOptions", "run", "serve"]


async def serve(answer: Callable[[Question], Outcome], options: SlackOptions) -> int:
    """Answer in Slack until SIGTERM or SIGINT, then 0; SlackError when it cannot be started."""
    from qa.chat.slack.serving import serve_until_stopped

    return await serve_until_stopped(answer, options)


def run(answer: Callable[[Question], Outcome], options: SlackOptions) -> int:
    """`serve` as an exit status: 1, after one sentence on stderr, when it cannot be started."""
    import asyncio
    import sys

    try:
        return asyncio.run(serve(answer, options))
    except SlackError as error:
        print(error, file=sys.stderr)
        return 1
