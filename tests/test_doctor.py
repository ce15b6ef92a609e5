"""What `doctor` finds, and what it says should be done."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from index.library import Library
from qa.doctor import (
    Finding,
    Tokens,
    Verdict,
    all_well,
    articles_findings,
    finding_lines,
    settings_findings,
    slack_says,
    token_findings,
)
from qa.render.styled import Look, plain
from tests.outcomes import article_of, shield


def shown(*findings: Finding) -> str:
    """The findings as a person reads them."""
    return plain(finding_lines(findings, Look()))


def test_each_finding_is_a_line_with_its_remedy() -> None:
    findings = settings_findings(".env", ["others can read it. Remedy: chmod 600 .env"])
    assert shown(*findings) == (
        "ok    settings  read from .env and the environment\n"
        "note  settings  others can read it. Remedy: chmod 600 .env\n"
    )
    assert all_well(findings)


def test_the_articles_are_counted_and_each_skipped_file_has_its_reason() -> None:
    findings = articles_findings(Path("/a"), Library.of([shield()]), [("b\n.bin", "not text")])
    assert shown(*findings) == (
        "ok    articles  1 read, 4 passages, 1 files skipped, in /a\n"
        "note  skipped   b\\n.bin: not text\n"
    )


def test_each_record_left_out_has_its_reason() -> None:
    findings = articles_findings(Path("/a"), Library.of([shield()]), [], [("n.csv#2", "No text.")])
    assert shown(*findings) == (
        "ok    articles  1 read, 4 passages, 0 files skipped, 1 records left out, in /a\n"
        "note  left out  n.csv#2: No text.\n"
    )


def test_a_folder_without_articles_is_in_the_way() -> None:
    findings = articles_findings(Path("/a"), Library.of([]), [])
    assert not all_well(findings)
    assert "Remedy: put .md or .txt files there" in shown(*findings)


def test_what_a_reader_noted_is_passed_on() -> None:
    noted = article_of("Words.", name="n.txt")
    noted = type(noted)(noted.id, noted.text, blocks=noted.blocks, notes=("No title found.",))
    assert "note  read      n.txt: No title found.\n" in shown(
        *articles_findings(Path("/a"), Library.of([noted]), [])
    )


@pytest.mark.parametrize(
    ("tokens", "verdict", "named"),
    [
        (Tokens(False, False, False), Verdict.NOTE, "SLACK_BOT_TOKEN and SLACK_APP_TOKEN"),
        (Tokens(True, True, False), Verdict.GOOD, "Socket Mode"),
        (Tokens(True, False, True), Verdict.GOOD, "HTTP"),
        (Tokens(True, False, False), Verdict.BAD, "SLACK_SIGNING_SECRET"),
        (Tokens(False, True, False), Verdict.BAD, "SLACK_BOT_TOKEN"),
    ],
    ids=["none", "socket", "http", "bot-only", "app-only"],
)
def test_tokens_that_do_not_suffice_are_named(tokens: Tokens, verdict: Verdict, named: str) -> None:
    findings = token_findings(tokens)
    assert [finding.verdict for finding in findings] == [verdict]
    assert named in shown(*findings)


class Stub(BaseHTTPRequestHandler):
    """Slack's auth.test, which knows one token."""

    def do_POST(self) -> None:
        """Answers as Slack does."""
        known = self.headers["Authorization"] == "Bearer xoxb-good"
        said = {"ok": True, "user": "bot", "team": "T"} if known else {"ok": False, "error": "no"}
        body = json.dumps(said).encode() if self.path == "/api/auth.test" else b"<html>"
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def slack(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a stand-in on this machine, past any proxy."""
    monkeypatch.setenv("no_proxy", "*")
    server = HTTPServer(("127.0.0.1", 0), Stub)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_slack_tells_whose_token_it_is(slack: str) -> None:
    assert slack_says(f"{slack}/api/", "xoxb-good") == Finding(
        Verdict.GOOD, "Slack", "the token is good: bot of T"
    )


def test_slack_refuses_a_wrong_token(slack: str) -> None:
    finding = slack_says(f"{slack}/api", "xoxb-bad")
    assert (finding.verdict, finding.text) == (Verdict.BAD, "auth.test says no")
    assert "xoxb-bad" not in shown(finding)


def test_a_reply_that_is_no_json_is_no_answer(slack: str) -> None:
    assert slack_says(f"{slack}/elsewhere/", "xoxb-good").verdict is Verdict.BAD


def test_nobody_there_is_told_without_a_traceback(slack: str) -> None:
    finding = slack_says("http://127.0.0.1:1/api/", "xoxb-good")
    assert finding.text.startswith("no answer to auth.test: ")
    assert "SLACK_API_URL" in finding.remedy
