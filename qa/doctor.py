"""What `doctor` finds in settings, articles and Slack: one line each, and the remedy.

Findings are made from plain values; only `slack_says` talks to anybody.
"""

import json
import urllib.error
import urllib.request
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from http.client import HTTPException
from pathlib import Path

from index.library import Library
from qa.logs import masked
from qa.render.styled import Line, Look, Piece, Style, laid_out
from qa.render.visible import one_line

SECONDS = 10
"""How long Slack may take."""

LONGEST_REPLY = 65_536
"""Bytes of Slack's reply that are read."""


class Verdict(StrEnum):
    """Whether something is right, worth knowing, or in the way."""

    GOOD = "ok"
    NOTE = "note"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    verdict: Verdict
    about: str
    text: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Which of Slack's tokens are set."""

    bot: bool
    app: bool
    secret: bool


def settings_findings(env_file: str | None, warnings: Iterable[str]) -> list[Finding]:
    """Where the settings came from, and what is unwise about that."""
    origin = (
        f"read from {env_file} and the environment" if env_file else "read from the environment"
    )
    found = [Finding(Verdict.GOOD, "settings", origin)]
    for warning in warnings:
        text, _, remedy = warning.partition(". Remedy: ")
        found.append(Finding(Verdict.NOTE, "settings", text, remedy))
    return found


def articles_findings(
    folder: Path,
    library: Library,
    skipped: Sequence[tuple[str, str]],
    left_out: Sequence[tuple[str, str]] = (),
) -> list[Finding]:
    """What the folder holds, each skipped file and record left out with its reason, all notes."""
    articles, passages = library.article_count, library.passage_count
    records = f", {len(left_out):,} records left out" if left_out else ""
    counts = (
        f"{articles:,} read, {passages:,} passages, {len(skipped):,} files skipped{records},"
        f" in {folder}"
    )
    if passages:
        found = [Finding(Verdict.GOOD, "articles", counts)]
    else:
        remedy = "put .md or .txt files there, or name another folder in PULLQUOTE_ARTICLES"
        found = [Finding(Verdict.BAD, "articles", counts, remedy)]
    for name, reason in skipped:
        found.append(Finding(Verdict.NOTE, "skipped", f"{name}: {reason}"))
    for name, reason in left_out:
        found.append(Finding(Verdict.NOTE, "left out", f"{name}: {reason}"))
    for article in library.articles:
        found += [Finding(Verdict.NOTE, "read", f"{article.id}: {n}") for n in article.notes]
    return found


def token_findings(tokens: Tokens) -> list[Finding]:
    """Whether the tokens that are set suffice for Socket Mode or for HTTP."""
    if not (tokens.bot or tokens.app or tokens.secret):
        remedy = "to answer in Slack, set SLACK_BOT_TOKEN and SLACK_APP_TOKEN"
        return [Finding(Verdict.NOTE, "Slack", "not set up", remedy)]
    if not tokens.bot:
        remedy = "set SLACK_BOT_TOKEN"
        return [Finding(Verdict.BAD, "Slack", "SLACK_BOT_TOKEN is not set", remedy)]
    if tokens.app:
        return [Finding(Verdict.GOOD, "Slack", "tokens for Socket Mode are set")]
    if tokens.secret:
        return [Finding(Verdict.GOOD, "Slack", "token and signing secret for HTTP are set")]
    missing = "neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set"
    remedy = "set the first for Socket Mode, the second for HTTP"
    return [Finding(Verdict.BAD, "Slack", missing, remedy)]


def slack_says(api_url: str, bot_token: str) -> Finding:
    """What Slack's auth.test says of the bot token."""
    request = urllib.request.Request(  # noqa: S310  # the settings admit http and https alone
        api_url.rstrip("/") + "/auth.test",
        data=b"",
        headers={"Authorization": f"Bearer {bot_token}"},
    )
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as reply:  # noqa: S310
            said = json.loads(reply.read(LONGEST_REPLY))
    except (OSError, ValueError, HTTPException) as error:
        reason = getattr(error, "reason", "") or type(error).__name__
        remedy = "check SLACK_API_URL and the network"
        return Finding(Verdict.BAD, "Slack", f"no answer to auth.test: {reason}", remedy)
    return _judged(said if isinstance(said, dict) else {})


def _judged(said: dict[str, object]) -> Finding:
    if said.get("ok") is True:
        who = f"{said.get('user')} of {said.get('team')}"
        return Finding(Verdict.GOOD, "Slack", f"the token is good: {who}")
    remedy = "copy the bot token anew: api.slack.com/apps, your app, OAuth & Permissions"
    return Finding(Verdict.BAD, "Slack", f"auth.test says {said.get('error')}", remedy)


_STYLES = {Verdict.GOOD: Style.MARKED, Verdict.NOTE: Style.NOTE, Verdict.BAD: Style.ERROR}


def finding_lines(findings: Iterable[Finding], look: Look) -> list[Line]:
    """The findings, a line each where the width allows."""
    lines: list[Line] = []
    for finding in findings:
        remedy = f". Remedy: {finding.remedy}" if finding.remedy else ""
        start = (
            Piece(f"{finding.verdict.value:<6}", _STYLES[finding.verdict]),
            Piece(f"{finding.about:<10}"),
        )
        text = Piece(one_line(masked(f"{finding.text}{remedy}")))
        lines += laid_out([text], look, indent=start, hanging=(Piece(" " * 16),))
    return lines


def all_well(findings: Iterable[Finding]) -> bool:
    """Whether nothing is in the way."""
    return all(finding.verdict is not Verdict.BAD for finding in findings)
