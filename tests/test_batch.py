"""Questions from a stream: in order, as they come, each for itself."""

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest

from index.library import Library
from qa.answers import Question
from qa.chat.ask import ask_json_lines, ask_lines
from qa.chat.batch import LONGEST_LINE, Request, lines_of, request_of, run_batch
from qa.chat.screen import Screen
from qa.exit_status import ExitStatus
from tests.outcomes import answering, shelf_of, shield

LIBRARY = Library.of([shield()])


def batch(*lines: bytes) -> tuple[list[dict[str, Any]], int]:
    """What comes out for the lines, and how many failed."""
    out: list[str] = []
    failed = run_batch(io.BytesIO(b"\n".join(lines)), out.append, answering, LIBRARY)
    return [json.loads(line) for line in out], failed


def test_answers_come_in_the_order_of_the_questions_under_their_ids() -> None:
    records, failed = batch(
        b'{"id": "a", "question": "Who won?"}',
        b'{"id": 7, "question": "When was it signed?"}',
        b'{"question": "Who lost?"}',
    )
    assert [(r["id"], r["answered"]) for r in records] == [("a", False), (7, True), (None, False)]
    assert failed == 0


def test_the_history_goes_with_the_question() -> None:
    request = request_of(b'{"id": 1.5, "question": "And who?", "history": ["When?", "Where?"]}')
    assert request == Request(1.5, Question("And who?", ("When?", "Where?")))


@pytest.mark.parametrize(
    ("line", "error", "request_id"),
    [
        (b"{", "the line is not JSON", None),
        (b"[" * 100_000, "the line is not JSON", None),
        (b'{"id": ' + b"9" * 5_000 + b"}", "the line is not JSON", None),
        (b'{"question": "\xff"}', "the line is not UTF-8", None),
        (b'["question"]', "the line is not a JSON object", None),
        (b'"question"', "the line is not a JSON object", None),
        (b'{"id": "a"}', '"question" is missing or not a string', "a"),
        (b'{"id": "a", "question": 3}', '"question" is missing or not a string', "a"),
        (b'{"id": ["a"], "question": "?"}', '"id" is neither a string nor a number', None),
        (b'{"id": true, "question": "?"}', '"id" is neither a string nor a number', None),
        (b'{"id": NaN, "question": "?"}', '"id" is neither a string nor a number', None),
        (b'{"id": 1, "question": "?", "history": "?"}', '"history" is not a list of strings', 1),
        (b'{"id": 1, "question": "?", "history": [1]}', '"history" is not a list of strings', 1),
        (
            b'{"id": 1, "question": "' + b"x" * LONGEST_LINE + b'"}',
            "the line is longer than 1,048,576 bytes",
            None,
        ),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else None,
)
def test_a_bad_line_costs_itself_alone(
    line: bytes, error: str, request_id: str | int | None
) -> None:
    good = b'{"id": "good", "question": "When was it signed?"}'
    records, failed = batch(good, line, good)
    assert records[1] == {"id": request_id, "line": 2, "error": error}
    assert [records[0]["id"], records[2]["id"], failed] == ["good", "good", 1]


def test_blank_lines_are_passed_over_and_a_bom_is_no_word() -> None:
    records, _ = batch(b'\xef\xbb\xbf{"id": 1, "question": "?"}\r', b"", b"  ", b"{}")
    assert [(r["id"], r.get("line")) for r in records] == [(1, None), (None, 4)]


def test_a_huge_id_comes_back_as_it_came() -> None:
    records, failed = batch(b'{"id": 1' + b"0" * 400 + b', "question": "?"}')
    assert (records[0]["id"], failed) == (10**400, 0)


def test_each_answer_is_out_before_the_next_line_is_read() -> None:
    events: list[str] = []

    class Lines(io.RawIOBase):
        """Gives two lines and notes when."""

        def __init__(self) -> None:
            self._lines: Iterator[bytes] = iter([b'{"question": "1"}\n', b'{"question": "2"}\n'])

        def readline(self, size: int | None = -1, /) -> bytes:
            events.append("read")
            return next(self._lines, b"")

    run_batch(Lines(), lambda line: events.append("written"), answering, LIBRARY)  # type: ignore[arg-type]
    assert events == ["read", "written", "read", "written", "read"]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b""], ids=["lf", "crlf", "none"])
@pytest.mark.parametrize("length", [7, 8, 9, 10, 11, 30])
def test_the_limit_counts_a_line_without_its_end(length: int, end: bytes) -> None:
    stream = io.BytesIO(b"a" * length + end + b"next\n")
    expected = [b"a" * length if length <= 8 else None, b"next"]
    if not end:
        expected = [b"a" * length + b"next" if length + 4 <= 8 else None]
    assert list(lines_of(stream, limit=8)) == expected


def test_carriage_returns_alone_do_not_get_past_the_limit() -> None:
    assert list(lines_of(io.BytesIO(b"\r" * 20 + b"\nx"), limit=8)) == [None, b"x"]


def asked(data: bytes) -> tuple[str, ExitStatus]:
    """What plain lines bring to the screen."""
    out = io.StringIO()
    status = ask_lines(io.BytesIO(data), shelf_of(), Screen(out, {}))
    return out.getvalue(), status


def test_plain_lines_are_shown_above_their_answers() -> None:
    shown, status = asked(b"When was it signed?\n\n  Who won?  \n")
    first, second = shown.split("> Who won?\n")
    assert first.startswith("> When was it signed?\n  Note: ")
    assert second.startswith("  The articles do not say.\n")
    assert status is ExitStatus.NOT_ANSWERED


def test_plain_lines_that_are_all_answered() -> None:
    assert asked(b"signed\nsigned")[1] is ExitStatus.ANSWERED


def test_a_plain_line_that_is_too_long_costs_itself_alone() -> None:
    shown, status = asked(b"x" * (LONGEST_LINE + 1) + b"\nsigned\n")
    assert "line 1: the line is longer" in shown
    assert "> signed" in shown
    assert status is ExitStatus.FAILED


def test_plain_lines_as_json() -> None:
    out: list[str] = []
    status = ask_json_lines(io.BytesIO(b"signed?\nwon?\xff"), shelf_of(), out.append)
    assert [json.loads(line)["question"] for line in out] == ["signed?", "won?\ufffd"]
    assert status is ExitStatus.NOT_ANSWERED
