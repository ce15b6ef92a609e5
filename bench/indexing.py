"""Indexing measured: 10,000 small Markdown articles against reading and analysing their text alone.

    python bench/indexing.py [--articles 10000]

Everything is measured in one run, each step in a process of its own, so that its memory is its own.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from index.analysis import Analyzer  # noqa: E402 - the line above lets our packages be found
from index.articles import Article  # noqa: E402
from index.extraction import extract  # noqa: E402
from index.folder import Candidate, in_turn, walk  # noqa: E402
from index.library import Library  # noqa: E402
from index.limits import Limits  # noqa: E402
from index.passages import passages_of  # noqa: E402
from index.sync import sync  # noqa: E402
from index.update import SyncOptions  # noqa: E402

SYLLABLES = "ka to mi ren sul vor and est ing pra lo den que shi bal nor tem ist oru gal".split()


def make_articles(folder: Path, count: int) -> None:
    """Writes small articles: a title, three sections, a list, about 300 words, always the same."""
    choose = random.Random(4)
    words = ["".join(choose.choices(SYLLABLES, k=choose.randint(1, 4))) for _ in range(20_000)]

    def sentence() -> str:
        return " ".join(choose.choices(words, k=choose.randint(8, 22))).capitalize() + "."

    for number in range(count):
        parts = [f"# {sentence()[:-1]} {number}"]
        for _ in range(3):
            parts += [f"## {sentence()[:40]}", " ".join(sentence() for _ in range(4))]
        parts.append("\n".join(f"- {sentence()}" for _ in range(4)))
        file = folder / f"{number % 100:02}" / f"article-{number:05}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def read_and_analyse(folder: Path, library: Path) -> dict[str, object]:
    """What nobody can do without: every file read into an article, every passage into tokens."""
    analyzer = Analyzer()
    candidates = [found for found in walk(folder) if isinstance(found, Candidate)]
    tokens = 0
    for article in in_turn(candidates, folder, Limits()):
        if isinstance(article, Article):
            tokens += sum(len(analyzer.tokens(p.text)) for p in passages_of(article))
    return {"tokens": tokens}


def index(folder: Path, library: Path) -> dict[str, object]:
    """One run of what `pullquote index` does."""
    done = sync(folder, library, SyncOptions(extractor=extract))
    counts: dict[str, object] = {str(status): n for status, n in done.counts.items()}
    return {**counts, "passages": done.state.passages, "bytes": library.stat().st_size}


def change_one(folder: Path, library: Path) -> dict[str, object]:
    """From the writing of one file to a library that has it, under `index --watch`."""
    command = [sys.executable, "app.py", "--articles", str(folder), "index", "--watch", "--json"]
    environ = {"PULLQUOTE_LIBRARY": str(library.parent / "watched"), "HOME": str(library.parent)}
    with subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout
        _totals(run.stdout)
        time.sleep(2)
        seconds = []
        for number in range(3):
            file = folder / "00" / "article-00000.md"
            started = time.perf_counter()
            file.write_text(f"# Changed\n\nA sentence that is new for the {number} time.\n")
            _totals(run.stdout)
            seconds.append(round(time.perf_counter() - started, 2))
        run.terminate()
    return {"seen_after_s": seconds}


def _totals(lines: Iterable[str]) -> None:
    for line in lines:
        if "totals" in json.loads(line):
            return


def open_and_count(folder: Path, library: Path) -> dict[str, object]:
    """A library opened and one passage read from it."""
    opened = Library.opened(library)
    return {"articles": opened.article_count, "first": next(opened.passages).id}


STEPS: dict[str, Callable[[Path, Path], dict[str, object]]] = {
    "read and analyse": read_and_analyse,
    "index": index,
    "index, unchanged": index,
    "open": open_and_count,
    "index --watch, one changed": change_one,
}


def main() -> None:
    """Runs every step in its process, or is one of them."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--articles", type=int, default=10_000)
    given.add_argument("--step", nargs=3, metavar=("STEP", "FOLDER", "LIBRARY"))
    arguments = given.parse_args()
    if arguments.step:
        name, folder, library = arguments.step
        started = time.perf_counter()
        result = STEPS[name](Path(folder), Path(library))
        seconds = time.perf_counter() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(
            f"{name:<28} {seconds:8.2f} s   peak {peak:6.0f} MB (children {children:.0f})  {result}"
        )
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "articles"
        folder.mkdir()
        make_articles(folder, arguments.articles)
        time.sleep(0.2)
        for name in STEPS:
            step = ["--step", name, str(folder), str(Path(scratch) / "library.sqlite")]
            subprocess.run([sys.executable, __file__, *step], check=True)


if __name__ == "__main__":
    main()
