"""Log lines: one a record, and no secret in any, wherever it came from."""

import io
import logging

import pytest

from qa.logs import LineFormatter, masked

TOKENS = [
    "xoxb-123-456-abcDEF",
    "xoxp-1-2-3-f00",
    "xoxe.xoxp-1-Mi0yLTEyMw",
    "xoxe-1-My0xLT",
    "xapp-1-A0-12-abc",
    "xwfp-1-2-abc",
]


def logged(
    message: str, *arguments: object, secrets: tuple[str, ...] = (), error: bool = False
) -> str:
    """What a handler with the formatter writes."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(LineFormatter("%(levelname)s %(message)s", secrets=secrets))
    logger = logging.getLogger("tests.test_logs")
    logger.addHandler(handler)
    logger.error(message, *arguments, exc_info=error)
    logger.removeHandler(handler)
    return stream.getvalue()


@pytest.mark.parametrize("token", TOKENS)
def test_no_token_is_written(token: str) -> None:
    try:
        raise ValueError(f"bad {token}")
    except ValueError:
        line = logged("asked with %r at %s", {"token": token}, f"https://x/?t={token}", error=True)
    assert token.rsplit("-", 1)[-1] not in line
    assert "***" in line


@pytest.mark.parametrize(
    "text",
    [
        "wss://wss-primary.slack.com/link/?ticket=s3cret-1&app_id=A1",
        "https://hooks.slack.com/commands/T1/2/s3cret-1",
        "signing s3cret-1",
    ],
)
def test_tickets_response_urls_and_given_secrets_are_masked(text: str) -> None:
    assert "s3cret" not in masked(text, ["s3cret-1"] if "signing" in text else ())


def test_words_that_only_look_a_little_like_a_token_stay() -> None:
    assert masked("the xapp and xox-b, oxbow-1") == "the xapp and xox-b, oxbow-1"


def test_one_record_is_one_line_whatever_is_in_it() -> None:
    try:
        raise ValueError("two\nlines")
    except ValueError:
        line = logged("asked %s", "a\nERROR forged\r\x1b[2J\u202e", error=True)
    assert line.count("\n") == 1
    assert line.endswith("\n")
    assert r"a\nERROR forged\r\x1b[2J\u202e" in line
    assert "ValueError: two\\nlines" in line
    assert "\x1b" not in line
