"""The ask command: questions from the command line, a file or a pipe, an answer each, the end."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO

from qa.answers import Answer, Question
from qa.chat.batch import (
    BadLine,
    Emit,
    printed_to,
    question_of,
    run_batch,
    timed,
    work_off,
)
from qa.chat.screen import Screen
from qa.chat.shelf import Shelf
from qa.exit_status import ExitStatus
from qa.render.json_lines import error_json, outcome_json
from qa.render.styled import BLANK, Piece, Style
from qa.render.terminal import flat, outcome_lines

Ask = Callable[[str], ExitStatus]


@dataclass(frozen=True, slots=True)
class AskOptions:
    """What the command was given: a question, or a file of them ("-" is standard input), or
    neither, and then standard input has a question a line."""

    question: str | None = None
    batch: str | None = None
    json: bool = False


class AskMisused(Exception):
    """There is nothing to ask, or too much; the message says what to do."""


def run_ask(
    options: AskOptions, opened: Callable[[], Shelf], stdin: TextIO, out: TextIO, screen: Screen
) -> ExitStatus:
    """Asks what there is to ask. The articles are opened only when that is known."""
    emit = printed_to(out)
    if options.batch is not None:
        return _run_batch(options, opened, stdin, emit)
    if options.question is not None:
        shelf = opened()
        ask = json_asker(shelf, emit) if options.json else asker(shelf, screen)
        return ask(options.question)
    if stdin.isatty():
        raise AskMisused('ask what? pullquote ask "When was it signed?" (pullquote ask --help)')
    if options.json:
        return ask_json_lines(stdin.buffer, opened(), emit)
    return ask_lines(stdin.buffer, opened(), screen)


def _run_batch(
    options: AskOptions, opened: Callable[[], Shelf], stdin: TextIO, emit: Emit
) -> ExitStatus:
    """Works off JSON Lines; failed when a line was bad, whose place in the output says why."""
    if options.question is not None:
        raise AskMisused("ask takes a question or --batch, not both")
    file = _batch(options.batch or "-", stdin)
    shelf = opened()
    with file as stream:
        failed = run_batch(stream, emit, shelf.answer, shelf.library)
    return ExitStatus.FAILED if failed else ExitStatus.ANSWERED


def _batch(name: str, stdin: TextIO) -> AbstractContextManager[BinaryIO]:
    try:
        return nullcontext(stdin.buffer) if name == "-" else Path(name).open("rb")
    except OSError as error:
        raise AskMisused(f"--batch {name} cannot be read: {error.strerror}") from None


def asker(shelf: Shelf, screen: Screen) -> Ask:
    """Answers a question for a person to read; the status says whether it was answered."""

    def ask(text: str) -> ExitStatus:
        outcome = shelf.answer(Question(text))
        screen.show(outcome_lines(outcome, screen.look))
        return _status(isinstance(outcome, Answer))

    return ask


def json_asker(shelf: Shelf, emit: Emit) -> Ask:
    """Answers a question for a program to read."""

    def ask(text: str) -> ExitStatus:
        outcome, measured = timed(shelf.answer, Question(text), shelf.library)
        emit(outcome_json(outcome, measured))
        return _status(isinstance(outcome, Answer))

    return ask


def ask_lines(stream: BinaryIO, shelf: Shelf, screen: Screen) -> ExitStatus:
    """A question a line, each shown above its answer."""
    ask = asker(shelf, screen)

    def shown(text: str) -> ExitStatus:
        screen.show([(Piece(f"> {flat(text)}", Style.HEADING),)])
        status = ask(text)
        screen.show([BLANK])
        return status

    def failed(bad: BadLine, number: int) -> None:
        screen.show([(Piece(f"line {number}: {bad}", Style.ERROR),), BLANK])

    return _each(stream, shown, failed)


def ask_json_lines(stream: BinaryIO, shelf: Shelf, emit: Emit) -> ExitStatus:
    """A question a line, a JSON object each."""

    def failed(bad: BadLine, number: int) -> None:
        emit(error_json(str(bad), request_id=None, line=number))

    return _each(stream, json_asker(shelf, emit), failed)


def _each(stream: BinaryIO, ask: Ask, failed: Callable[[BadLine, int], None]) -> ExitStatus:
    """Failed when a line was bad, else not answered when one was not, else answered."""
    statuses = {ExitStatus.ANSWERED}
    bad_lines = work_off(stream, lambda line: statuses.add(ask(question_of(line).text)), failed)
    return ExitStatus.FAILED if bad_lines else max(statuses)


def _status(answered: bool) -> ExitStatus:
    return ExitStatus.ANSWERED if answered else ExitStatus.NOT_ANSWERED
