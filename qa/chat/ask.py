"""Questions from the command line or a pipe: an answer each, then the end."""

from collections.abc import Callable
from typing import BinaryIO

from qa.answers import Answer, Question
from qa.chat.batch import BadLine, Emit, question_of, timed, work_off
from qa.chat.screen import Screen
from qa.chat.shelf import Shelf
from qa.exit_status import ExitStatus
from qa.render.json_lines import error_json, outcome_json
from qa.render.styled import BLANK, Piece, Style
from qa.render.terminal import flat, outcome_lines

Ask = Callable[[str], ExitStatus]


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
