"""What each part of the answerer brings: right at 1 without it, if nothing is refused.

    python -m bench.ablation FOLDER QUESTIONS [FOLDER QUESTIONS ...] [--split report]

A row a part, a column a set: the share of the answerable questions whose first quotation, or the
nearest one of a refusal, holds an accepted string, and in brackets its median length in characters.
Weights are set to zero without fitting the others anew.
"""

import argparse
import statistics
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from unittest.mock import patch

from index.folder import read_folder
from index.library import Library
from qa.answerer import Answerer
from qa.answers import Answer
from qa.evaluation.cases import Case, cases_of
from qa.evaluation.judging import holds
from qa.features import Features
from qa.weights import RANKING

Set = tuple[Library, Sequence[Case]]
Without = Callable[[], AbstractContextManager[object]]


def weights(**changed: float) -> Without:
    """The ranking with other weights."""
    return lambda: patch("qa.answerer.RANKING", RANKING._replace(**changed))


def without(*names: str) -> Without:
    """The ranking without some of its features."""
    return weights(**dict.fromkeys(names, 0.0))


PARTS: dict[str, Without] = {
    "all together": nullcontext,
    "the engine's order": without(*(name for name in Features._fields if name != "engine")),
    "sentences without their neighbours": lambda: patch("qa.stretches.MOST_SENTENCES", 1),
    "without the thesaurus": lambda: patch("qa.thesaurus.Thesaurus.others", lambda *_: {}),
    "without corrected spelling": lambda: patch(
        "qa.understanding.corrections", lambda *_, **__: {}
    ),
    "without `typed`, `cued`": without("typed", "cued"),
    **{f"without `{name}`": without(name) for name in Features._fields},
}


def measured(library: Library, cases: Sequence[Case]) -> str:
    """Right at 1 in per cent, and the median length of the first quotation."""
    answerer = Answerer(library)
    right, lengths = 0, []
    for case in cases:
        outcome = answerer.answer(case.question)
        quotes = outcome.quotes if isinstance(outcome, Answer) else outcome.closest
        if quotes:
            right += holds(quotes[0], case.answers, case.article)
            lengths.append(len(quotes[0].quote.text))
    return f"{100 * right / len(cases):.1f} ({statistics.median(lengths):.0f})"


def main(arguments: Sequence[str]) -> int:
    """Reads the command line and prints the table, row by row."""
    parser = argparse.ArgumentParser(prog="bench.ablation", description=__doc__.split("\n")[0])
    parser.add_argument("sets", nargs="+", type=Path, metavar="FOLDER QUESTIONS")
    parser.add_argument("--split", help="only questions of this half")
    given = parser.parse_args(arguments)
    if len(given.sets) % 2:
        parser.error("each FOLDER needs its QUESTIONS")
    sets: list[Set] = []
    for folder, file in zip(given.sets[::2], given.sets[1::2], strict=True):
        every = [case for case in cases_of(file.read_bytes()) if case.answerable]
        kept = [case for case in every if given.split in (None, case.split)]
        sets.append((Library.of(read_folder(folder).articles), kept or every))
    for name, part in PARTS.items():
        with part():
            print(f"| {name} |", " | ".join(measured(*one) for one in sets), "|", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
