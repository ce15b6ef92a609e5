"""Whether the engines lead to the same first quotation, over a question set in SQuAD's format.

    python -m bench.agree FILE

FILE is as for `bench.squad`; all of its articles make one library. A difference is explained where
the scores are tied, or where rank-bm25's passage is beyond tantivy's candidates.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.squad import squad_articles, stored
from index.choosing import engine_for
from index.engine import EngineName
from index.library import Library
from qa.answerer import Answerer
from qa.answers import Answer, Outcome, Question


@dataclass(frozen=True, slots=True)
class Difference:
    """A question whose first quotations differ: passage ids and words."""

    question: str
    rank_bm25: tuple[str, str] | None
    tantivy: tuple[str, str] | None


def differences(library: Library, questions: Iterable[str]) -> list[Difference]:
    """The questions to which the two engines lead to different first quotations."""
    engines = (engine_for(library, n) for n in (EngineName.RANK_BM25, EngineName.TANTIVY))
    one, other = (Answerer(library, engine=engine) for engine in engines)
    found = []
    for text in questions:
        asked = Question(text)
        ours, theirs = _first(one.answer(asked)), _first(other.answer(asked))
        if ours != theirs:
            found.append(Difference(text, ours, theirs))
    return found


def _first(outcome: Outcome) -> tuple[str, str] | None:
    """The first quotation, or what a refusal was closest to."""
    quotes = outcome.quotes if isinstance(outcome, Answer) else outcome.closest
    if not quotes:
        return None
    first = quotes[0]
    return first.passage_id, first.quote.text


def squad(file: Path) -> tuple[Library, list[str]]:
    """The articles of a set as one library, and all of its questions."""
    articles = squad_articles(file.read_bytes())
    return Library.of(map(stored, articles)), [q.text for a in articles for q in a.questions]


def main(argv: Sequence[str]) -> int:
    """Says how often they agree, and where they do not."""
    parser = argparse.ArgumentParser(prog="bench.agree", description=__doc__.split("\n")[0])
    parser.add_argument("file", type=Path)
    library, questions = squad(parser.parse_args(argv).file)
    different = differences(library, questions)
    for difference in different:
        print(difference)
    same = len(questions) - len(different)
    share = same / max(len(questions), 1)
    print(f"{same:,} of {len(questions):,} alike ({share:.2%}), {library.passage_count:,} passages")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
