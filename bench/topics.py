"""Does a question after another one still get its own answer, and a follow-up that of both?

    python -m bench.topics FOLDER QUESTIONS.jsonl [FOLDER QUESTIONS.jsonl ...]

Each question without a history is asked by itself, and after another of its set, which a person
who changes the topic might have asked before: it should be answered alike. Follow-ups are asked with
their history. Which question goes before which is the same in every run. Prints what is right at 1,
refusals counted as misses.
"""

import random
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from index.folder import read_folder
from index.library import Library
from qa.answerer import Answerer
from qa.answers import Answer, NoteCode, Question
from qa.evaluation.cases import Case, cases_of
from qa.evaluation.judging import holds


def measured(folder: Path, questions: Path) -> Counter[str]:
    """How many questions of a set are right, alone and after another, and how many took words of
    it over; how many follow-ups are right."""
    answerer = Answerer(Library.of(read_folder(folder).articles))
    cases = [case for case in cases_of(questions.read_bytes()) if case.answerable]
    alone = [case for case in cases if not case.question.history]
    chance = random.Random(1)
    found: Counter[str] = Counter()
    for case in cases:
        if case.question.history:
            found["follow-ups"] += 1
            found["follow-ups right"] += _is_right(answerer, case, case.question)
            continue
        before = chance.choice([other for other in alone if other is not case])
        after = replace(case.question, history=(before.question.text,))
        found["questions"] += 1
        found["right alone"] += _is_right(answerer, case, case.question)
        found["right after another"] += _is_right(answerer, case, after)
        notes = answerer.answer(after).notes
        found["took words over"] += any(note.code is NoteCode.FOLLOW_UP for note in notes)
    return found


def _is_right(answerer: Answerer, case: Case, question: Question) -> bool:
    outcome = answerer.answer(question)
    return isinstance(outcome, Answer) and holds(outcome.quotes[0], case.answers, case.article)


def main(arguments: list[str]) -> int:
    """Measures the sets named, and all together."""
    if not arguments or len(arguments) % 2:
        print(__doc__, file=sys.stderr)
        return 2
    total: Counter[str] = Counter()
    for folder, questions in zip(arguments[::2], arguments[1::2], strict=True):
        found = measured(Path(folder), Path(questions))
        total += found
        print(folder, dict(found))
    print("all", dict(total))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
