"""Ratings given in Slack, as questions for `pullquote eval`; and erasing what a person asked.

Works on the bot's memory beside the running bot. A rated answer becomes a case that holds what was
quoted; what was rated down needs a person who says what is right.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from qa.chat.slack.asked import Vote, erase, votes
from qa.chat.slack.options import SlackError
from qa.chat.slack.store import opened

Emit = Callable[[str], None]


class NoFeedback(Exception):
    """The bot's memory cannot be used; the message is a sentence for a person."""


def export(path: Path, emit: Emit, tell: Emit, *, down: bool = False) -> None:
    """Emit a case a line: what was rated helpful or, with `down`, what was not, to fill in."""
    with closing(_memory(path)) as db:
        given = list(votes(db))
    lines = dict.fromkeys(_lines(given, down=down))
    for line in lines:
        emit(line)
    left = len({vote.record.id for vote in given if not vote.good})
    if left and not down:
        were = "question was" if left == 1 else "questions were"
        tell(f"{left} {were} rated not helpful; --down gives them, to be filled in")


def erase_person(path: Path, user: str) -> int:
    """Erase what a person asked and rated; how many questions that were."""
    with closing(_memory(path)) as db:
        db.execute("BEGIN IMMEDIATE")
        erased = erase(db, user)
        db.execute("COMMIT")
    return erased


def _memory(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise NoFeedback(f"{path} does not exist: the Slack bot has not run with it")
    try:
        return opened(path)
    except SlackError as error:
        raise NoFeedback(str(error)) from None


def _lines(given: list[Vote], *, down: bool) -> Iterator[str]:
    """One line a question: a single thumb down keeps it from being taken as right."""
    disputed = {vote.record.id for vote in given if not vote.good}
    for vote in given:
        wanted = not vote.good if down else vote.record.id not in disputed
        if wanted:
            yield json.dumps(_case(vote), ensure_ascii=False)


def _case(vote: Vote) -> dict[str, object]:
    """A case as docs/eval.md has it."""
    record = vote.record
    case: dict[str, object] = {"id": record.id, "question": record.question}
    if record.history:
        case["history"] = list(record.history)
    if not vote.good:
        return case | {"kind": vote.why or "not-helpful", "answers": []}
    if not record.answered:
        return case | {"kind": "rated", "answerable": False}
    cite = record.cites[0]
    where = {"article": cite.article, "paragraph": cite.paragraph}
    return case | {"kind": "rated", "answers": [cite.words], **where}
