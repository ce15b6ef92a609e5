"""What the thresholds of the refusal cost: how much is answered, how much rightly, what is refused.

    python -m bench.thresholds FOLDER QUESTIONS [FOLDER QUESTIONS ...] [--split report]

First, for each set, the AUROC of the confidence between the questions whose first quotation is
right, or that have an answer at all, and those without an answer. Then, over all sets together, a
row for each pair of thresholds: the topic's and that of both together; names and years that are not
there are refused as at normal strictness.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from unittest.mock import patch

from index.folder import read_folder
from index.library import Library
from qa.answerer import Answerer, Looked
from qa.answers import Answer
from qa.confidence import LEAST, Least, Strictness, confidence, is_sure
from qa.evaluation.cases import Case, cases_of
from qa.evaluation.judging import holds
from qa.weights import Signals

TOPICS = (0.3, 0.38, 0.45, 0.55, 0.7)
BOTH = (0.12, 0.18, 0.24, 0.3)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a set, whether its first quotation is right, and what the decision sees."""

    case: Case
    right: bool
    signals: Signals | None

    @property
    def confidence(self) -> float:
        """The confidence; 0 where nothing was found."""
        return confidence(self.signals) if self.signals else 0.0

    def passes(self, strictness: Strictness) -> bool:
        """Whether it is answered."""
        return self.signals is not None and is_sure(self.signals, strictness)


def asked(folder: Path, questions: Path, split: str | None) -> list[Asked]:
    """The questions of a set, each asked once."""
    answerer = Answerer(Library.of(read_folder(folder).articles))
    every = cases_of(questions.read_bytes())
    found = []
    for case in [case for case in every if split in (None, case.split)] or every:
        looked = answerer.look(case.question)
        outcome = answerer.answer(case.question)
        quotes = outcome.quotes if isinstance(outcome, Answer) else outcome.closest
        right = bool(quotes) and holds(quotes[0], case.answers, case.article)
        signals = looked.signals if isinstance(looked, Looked) and looked.ranked else None
        found.append(Asked(case, right, signals))
    return found


def auroc(yes: Sequence[Asked], no: Sequence[Asked]) -> float:
    """The chance that one that should be answered has more confidence than one that should not."""
    wins = sum(
        (one.confidence > other.confidence) + (one.confidence == other.confidence) / 2
        for one, other in product(yes, no)
    )
    return wins / (len(yes) * len(no))


def share(rows: Sequence[Asked], holds_for: Callable[[Asked], bool]) -> str:
    """The share of rows in per cent."""
    return f"{100 * sum(map(holds_for, rows)) / len(rows):.1f}" if rows else "-"


def row(rows: Sequence[Asked], least: Least) -> str:
    """What one pair of thresholds makes of all questions."""
    strictness = Strictness.NORMAL
    with patch.dict(LEAST, {strictness: least}):
        answerable = [r for r in rows if r.case.answerable]
        other = [r for r in rows if r.case.kind == "other-topic"]
        false = [r for r in rows if r.case.kind == "false-premise"]
        rest = [r for r in rows if not r.case.answerable and r not in (*other, *false)]
        cells = (
            share(answerable, lambda r: r.passes(strictness)),
            share(answerable, lambda r: r.right and r.passes(strictness)),
            share(rest, lambda r: not r.passes(strictness)),
            share(other, lambda r: not r.passes(strictness)),
            share(false, lambda r: r.right or not r.passes(strictness)),
        )
    return f"| {least.topic:.2f} | {least.both:.2f} | {' | '.join(cells)} |"


def main(arguments: Sequence[str]) -> int:
    """Reads the command line and prints both tables."""
    parser = argparse.ArgumentParser(prog="bench.thresholds", description=__doc__.split("\n")[0])
    parser.add_argument("sets", nargs="+", type=Path, metavar="FOLDER QUESTIONS")
    parser.add_argument("--split", help="only questions of this half")
    given = parser.parse_args(arguments)
    if len(given.sets) % 2:
        parser.error("each FOLDER needs its QUESTIONS")
    together: list[Asked] = []
    print("| set | AUROC, right | AUROC, answerable |\n| --- | --- | --- |")
    for folder, questions in zip(given.sets[::2], given.sets[1::2], strict=True):
        rows = asked(folder, questions, given.split)
        no = [r for r in rows if not r.case.answerable]
        yes = [r for r in rows if r.case.answerable]
        right = [r for r in yes if r.right]
        print(f"| {folder} | {auroc(right, no):.2f} | {auroc(yes, no):.2f} |", flush=True)
        together += rows
    print("\n| topic | both | answered | right at 1 | unanswerable | other topic | false premise |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for topic, both in product(TOPICS, BOTH):
        print(row(together, Least(topic, both)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
