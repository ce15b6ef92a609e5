"""Questions from a stream of lines, outcomes to another, each as soon as it is there."""

import json
import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, TextIO

from index.library import Library
from qa.answers import Outcome, Question
from qa.render.json_lines import Measured, RequestId, error_json, outcome_json

LONGEST_LINE = 1_048_576
"""Bytes of a line of the batch; a longer one costs itself alone and is never held whole."""

Answering = Callable[[Question], Outcome]
Emit = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Request:
    """One line of a batch: a question and the name its outcome is to bear."""

    id: RequestId
    question: Question


class BadLine(ValueError):
    """A line that holds no question; `request_id` is its id where that could be read."""

    def __init__(self, reason: str, request_id: RequestId = None) -> None:
        self.request_id = request_id
        super().__init__(reason)


def lines_of(stream: BinaryIO, *, limit: int = LONGEST_LINE) -> Iterator[bytes | None]:
    """The lines of `stream` without their ends; None for one of more than `limit` bytes."""
    while chunk := stream.readline(limit + 2):
        line = chunk.removesuffix(b"\n").removesuffix(b"\r")
        if len(line) <= limit:
            yield line
            continue
        while chunk and not chunk.endswith(b"\n"):
            chunk = stream.readline(limit)
        yield None


def request_of(line: bytes) -> Request:
    """What a line of a batch asks; BadLine when it is not as docs/json.md says."""
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadLine("the line is not UTF-8") from None
    except (ValueError, RecursionError):
        raise BadLine("the line is not JSON") from None
    if not isinstance(record, dict):
        raise BadLine("the line is not a JSON object")
    name = _id(record.get("id"))
    text = record.get("question")
    if not isinstance(text, str):
        raise BadLine('"question" is missing or not a string', name)
    return Request(name, Question(text, _history(record.get("history"), name)))


def _id(value: object) -> RequestId:
    match value:
        case None | str():
            return value
        case bool():
            pass
        case int():
            return value
        case float() if math.isfinite(value):
            return value
    raise BadLine('"id" is neither a string nor a number')


def _history(value: object, name: RequestId) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise BadLine('"history" is not a list of strings', name)


def work_off(
    stream: BinaryIO, work: Callable[[bytes], None], failed: Callable[[BadLine, int], None]
) -> int:
    """Gives each line that is not blank to `work`; how many were bad and went to `failed`."""
    bad_lines = 0
    for number, line in enumerate(lines_of(stream), 1):
        try:
            if line is None:
                raise BadLine(f"the line is longer than {LONGEST_LINE:,} bytes")
            if line.strip():
                work(line)
        except BadLine as bad:
            bad_lines += 1
            failed(bad, number)
    return bad_lines


def run_batch(stream: BinaryIO, emit: Emit, answer: Answering, library: Library) -> int:
    """JSON Lines in, JSON Lines out, in the same order; returns how many lines were bad."""

    def work(line: bytes) -> None:
        request = request_of(line)
        outcome, measured = timed(answer, request.question, library)
        emit(outcome_json(outcome, measured, request_id=request.id))

    def failed(bad: BadLine, number: int) -> None:
        emit(error_json(str(bad), request_id=bad.request_id, line=number))

    return work_off(stream, work, failed)


def question_of(line: bytes) -> Question:
    """A bare line as a question; what is not UTF-8 is replaced."""
    return Question(line.decode("utf-8-sig", "replace").strip())


def timed(answer: Answering, question: Question, library: Library) -> tuple[Outcome, Measured]:
    """The outcome of a question, and what it took."""
    started = time.perf_counter()
    outcome = answer(question)
    elapsed = (time.perf_counter() - started) * 1_000
    return outcome, Measured(library.article_count, library.passage_count, elapsed)


def printed_to(out: TextIO) -> Emit:
    """Writes a line and flushes, so that whoever reads has each as soon as it is there."""

    def emit(line: str) -> None:
        out.write(line + "\n")
        out.flush()

    return emit
