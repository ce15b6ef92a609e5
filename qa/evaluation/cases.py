"""The questions of an evaluation and what should be quoted for each, one JSON object a line."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from qa.answers import Question


@dataclass(frozen=True, slots=True)
class Case:
    """A question with what is expected of the outcome; docs/eval.md says what each field means.

    `line` is where it stands in its file, from 1.
    """

    id: str
    question: Question
    answers: tuple[str, ...] = ()
    article: str | None = None
    paragraph: int | None = None
    answerable: bool = True
    kind: str = "question"
    split: str | None = None
    covers: tuple[str, ...] = ()
    line: int = 0

    @property
    def digest(self) -> str:
        """What was asked and expected, as 16 hexadecimal digits; runs compare only equal ones."""
        asked = (self.question.text, self.question.history, self.answerable)
        expected = (self.answers, self.article, self.paragraph)
        return hashlib.sha256(json.dumps((asked, expected)).encode()).hexdigest()[:16]


class BadCases(Exception):
    """A file of questions that cannot be used: the sentence says where, why and what to do."""


def cases_of(data: bytes) -> tuple[Case, ...]:
    """The cases of a file of JSON Lines, blank lines left out."""
    cases = tuple(_cases(data))
    if not cases:
        raise BadCases(
            'it holds no questions; write one {"question": ..., "answers": [...]} a line'
        )
    lines: dict[str, int] = {}
    for case in cases:
        if case.id in lines:
            raise _bad(
                case.line,
                f"{case.id!r} was asked on line {lines[case.id]} already",
                'Give each line its own "id"',
            )
        lines[case.id] = case.line
    return cases


def of_split(cases: tuple[Case, ...], split: str | None) -> tuple[Case, ...]:
    """The cases of one split; all of them when none is named."""
    if split is None:
        return cases
    kept = tuple(case for case in cases if case.split == split)
    if not kept:
        known = ", ".join(sorted({repr(case.split) for case in cases if case.split})) or "no split"
        raise BadCases(f'no question has "split": {split!r}; the file names {known}')
    return kept


def _cases(data: bytes) -> Iterator[Case]:
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            yield _case(_record(line, number), number)


def _record(line: bytes, number: int) -> dict[str, object]:
    try:
        record = json.loads(line.decode())
        json.dumps(record, ensure_ascii=False).encode()  # half a surrogate pair fails here
    except UnicodeError:
        raise _bad(number, "it is not Unicode text", "Save it as UTF-8") from None
    except (ValueError, RecursionError):
        raise _bad(number, "it is not JSON", "Write one JSON object a line") from None
    if not isinstance(record, dict):
        raise _bad(number, "it is not a JSON object", 'Write {"question": ..., "answers": [...]}')
    return record


def _case(record: dict[str, object], line: int) -> Case:
    text = _text(record, "question", line)
    if text is None:
        raise _bad(line, '"question" is missing', "Say what is asked")
    answers = _texts(record, "answers", line)
    answerable = _answerable(record, line)
    if answerable and not answers:
        raise _bad(
            line,
            '"answers" is missing or empty',
            'List strings that a right quote holds, or say "answerable": false',
        )
    return Case(
        id=_id(record, line) or text,
        question=Question(text, _texts(record, "history", line)),
        answers=answers,
        article=_text(record, "article", line),
        paragraph=_paragraph(record, line),
        answerable=answerable,
        kind=_text(record, "kind", line) or ("question" if answerable else "unanswerable"),
        split=_text(record, "split", line),
        covers=_texts(record, "covers", line),
        line=line,
    )


def _id(record: dict[str, object], line: int) -> str | None:
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _text(record, "id", line)


def _answerable(record: dict[str, object], line: int) -> bool:
    value = record.get("answerable", True)
    if not isinstance(value, bool):
        raise _bad(line, '"answerable" is neither true nor false', "Write one of the two")
    return value


def _paragraph(record: dict[str, object], line: int) -> int | None:
    value = record.get("paragraph")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise _bad(line, '"paragraph" is no number from 1', "Count the article's paragraphs from 1")
    if record.get("article") is None:
        raise _bad(line, '"paragraph" stands without "article"', "Name the article as well")
    return value


def _text(record: dict[str, object], name: str, line: int) -> str | None:
    """A field's text; a blank one is as one left out."""
    value = record.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise _bad(line, f'"{name}" is not a string', "Write it in quotes or leave it out")
    return value if value.strip() else None


def _texts(record: dict[str, object], name: str, line: int) -> tuple[str, ...]:
    value = record.get(name)
    if value is None:
        return ()
    if isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value):
        return tuple(value)
    raise _bad(line, f'"{name}" is not a list of strings', 'Write it like ["one", "another"]')


def _bad(line: int, reason: str, remedy: str) -> BadCases:
    return BadCases(f"line {line}: {reason}. {remedy}.")
