"""The form of log lines: one event, one line, and never a token in it.

A formatter, not a filter, because a filter sees neither the traceback nor what the arguments
become. `main()` sets it on every handler it adds.
"""

import logging
import re
from collections.abc import Iterable

from qa.render.visible import one_line

_TOKEN = re.compile(r"\b(xox[a-z]|xapp|xwfp)-[\w.%-]+")
_TICKET = re.compile(r"\b(ticket=)[^&\s\"']+")  # of a Socket Mode URL
_RESPONSE_URL = re.compile(r"(https://hooks\.slack(?:-gov)?\.com/)[^\s\"']+")


def masked(text: str, secrets: Iterable[str] = ()) -> str:
    """`text` without Slack tokens, tickets, response URLs and the given secrets."""
    for secret in secrets:
        text = text.replace(secret, "***")
    for pattern in (_TOKEN, _TICKET, _RESPONSE_URL):
        text = pattern.sub(lambda match: _hidden(match.group(1)), text)
    return text


def _hidden(start: str) -> str:
    return f"{start}***" if start.endswith(("=", "/")) else f"{start}-***"


class LineFormatter(logging.Formatter):
    """Formats a record, traceback included, as one line of visible characters without secrets."""

    def __init__(self, fmt: str | None = None, *, secrets: Iterable[str] = ()) -> None:
        super().__init__(fmt or "%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = tuple(sorted((s for s in secrets if len(s) >= 6), key=len, reverse=True))

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        return one_line(masked(super().format(record), self._secrets))
