"""Feeds the parsers of text, Markdown and questions mutated input until a stated time is over.

    python -m bench.fuzz [--seconds 60] [--seed 1]

Inputs begin as the sample articles and a handful of questions; pieces of them are cut, doubled,
swapped and sprinkled with what has broken parsers before. What must hold is checked after each:
a reader gives an article whose blocks lie in its text, in order, or says why not; a question gets
an outcome, its quotations verbatim. The first input that breaks this is printed, and the exit
status is 1. `tests/test_fuzz.py` runs a fixed number of rounds.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from index.articles import Article
from index.folder import read_folder
from index.library import Library
from index.passages import passages_of
from index.readers import ReadError, reader_for
from qa.answerer import Answerer
from qa.answers import Answer, NoAnswer, Question

SEEDS = Path(__file__).parent.parent / "seeds"

QUESTIONS = (
    "When was the memorandum of understanding signed?",
    'author:pullquote after:2025-01 -China "critical minerals" who?',
    "hi! could you please tell me what FOIP stands for? thanks",
    "and India?",
)

SPRINKLES: tuple[bytes, ...] = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r\n", b"\n\n\n", b"---\n", b"| a | b |\n", b"```", b"> ",
    b"- ", b"1. ", b"# ", b"[x](", b"![", b"<script>", b"<!--", b"&amp;", b"\xe2\x80\x9c", b"\xcc\x81",
    b"\xe2\x80\xae", b"\xed\xa0\x80", b"*&a [*a]\n", b"((((((((", b"''''", b"...", b"title:", b"\x1b[31m",
)  # fmt: skip


class Broken(AssertionError):
    """An input that breaks what must hold; `given` is the input."""

    def __init__(self, what: str, given: bytes) -> None:
        self.given = given
        super().__init__(f"{what}: {given!r}")


@dataclass(frozen=True, slots=True)
class Target:
    """A parser under test: what it starts from, and what must hold of what it makes."""

    name: str
    corpus: tuple[bytes, ...]
    check: Callable[[bytes], None]


def mutated(corpus: Sequence[bytes], rng: random.Random) -> bytes:
    """An input of the corpus after a few random changes, at most 20,000 bytes long."""
    data = rng.choice(corpus)
    for _ in range(rng.randint(1, 8)):
        at, end = sorted((rng.randint(0, len(data)), rng.randint(0, len(data))))
        piece = data[at:end][:400]
        other = rng.choice(corpus)
        cut = rng.randint(0, len(other))
        made = (
            data[:at] + data[end:],
            data[:at] + piece * rng.randint(1, 6) + data[at:],
            data[:at] + rng.choice(SPRINKLES) * rng.randint(1, 30) + data[at:],
            data[:at] + other[cut : cut + 300] + data[at:],
            data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :],
        )
        data = rng.choice(made)[:20_000]
    return data


def check_article(name: str, data: bytes) -> None:
    """Reads `data` as a file of that name, and looks at what comes of it."""
    try:
        article = reader_for(name)(name, data)
    except ReadError:
        return
    blocks = article.blocks
    inside = all(block.span.end <= len(article.text) for block in blocks)
    ordered = all(one.span.end <= other.span.start for one, other in pairwise(blocks))
    if not (inside and ordered):
        raise Broken("blocks overlap or leave the text", data)
    if any(p.text != p.span.of(article.text) for p in passages_of(article)):
        raise Broken("a passage is not what stands at its place", data)


def check_question(answerer: Answerer, data: bytes) -> None:
    """Asks `data`, alone and after another question, and looks at the outcome."""
    text = data.decode("utf-8", "surrogateescape")
    for history in ((), (QUESTIONS[0],)):
        outcome = answerer.answer(Question(text, history))
        if not isinstance(outcome, Answer | NoAnswer):
            raise Broken("no outcome", data)
        shown = outcome.quotes if isinstance(outcome, Answer) else outcome.closest
        stored = {q.quote.article.id: _text_of(answerer.library, q.quote.article) for q in shown}
        if any(q.quote.text not in stored[q.quote.article.id] for q in shown):
            raise Broken("a quotation is not verbatim", data)


def _text_of(library: Library, article: Article) -> str:
    return library.article(article.id).text


def targets() -> tuple[Target, ...]:
    """The parsers and what they start from."""
    seeds = tuple(path.read_bytes() for path in sorted(SEEDS.glob("*.md")))
    answerer = Answerer(Library.of(read_folder(SEEDS).articles))
    return (
        Target("text", seeds, lambda data: check_article("a.txt", data)),
        Target("Markdown", seeds, lambda data: check_article("a.md", data)),
        Target(
            "questions",
            tuple(question.encode() for question in QUESTIONS),
            lambda data: check_question(answerer, data),
        ),
    )


def fuzz(rounds: Iterable[int], rng: random.Random) -> int:
    """Tries one mutated input on each target a round; how many rounds there were."""
    every = targets()
    return sum(_round(every, rng) for _ in rounds)


def _round(every: Iterable[Target], rng: random.Random) -> int:
    for target in every:
        data = mutated(target.corpus, rng)
        try:
            target.check(data)
        except Broken:
            raise
        except Exception as error:
            raise Broken(f"{target.name}: {type(error).__name__}: {error}", data) from error
    return 1


def _until(end: float) -> Iterator[int]:
    rounds = 0
    while time.monotonic() < end:
        yield rounds
        rounds += 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Reads the command line and fuzzes."""
    parser = argparse.ArgumentParser(prog="bench.fuzz", description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    try:
        rounds = fuzz(_until(time.monotonic() + given.seconds), random.Random(given.seed))
    except Broken as broken:
        print(broken, file=sys.stderr)
        return 1
    print(f"{rounds:,} rounds, seed {given.seed}: nothing broke")
    return 0


if __name__ == "__main__":
    sys.exit(main())
