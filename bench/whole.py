"""Pullquote's whole path, from a question to the lines that are shown, as a library grows.

    python -m bench.whole FOLDER [--sizes 10000 100000 ...] [--repeats 3]

Makes a library of each size from the corpus of `bench.corpus`, and its index; then, in a process of
its own each time: opening it to the first answer, the distribution over different questions with
the share of each stage, two threads at once, and one article more. What is there is not made again;
FOLDER/whole.json holds the figures, and the tables are printed.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any

from bench import corpus
from bench.ours import stored

QUESTIONS = 300
Figures = dict[str, float]

STAGES = ("understanding", "engine", "fetching", "second look", "choosing", "rendering")


def made(folder: Path, size: int) -> Figures:
    """The library of that size and its index; seconds and peak memory of the index's making."""
    from index.choosing import make_ready
    from index.engine import EngineName
    from index.library import Library
    from index.seen import SeenFile
    from index.writing import writer_to

    path = folder / f"library-{size}.sqlite"
    start = time.perf_counter()
    if not path.exists():
        part = path.with_suffix(".part")
        with writer_to(part) as writer:
            writer.begin()
            for article in corpus.articles(size):
                writer.keep_file(SeenFile(article.id, ""))
                writer.add(article.id, stored(article))
            writer.commit(folder="", stamp="")
        part.rename(path)
    written = time.perf_counter()
    make_ready(Library.opened(path), EngineName.TANTIVY, anew=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    used = sum(f.stat().st_size for f in path.with_suffix(".tantivy").rglob("*") if f.is_file())
    return {
        "library_s": written - start,
        "index_s": time.perf_counter() - written,
        "index_peak_mb": peak / 1e3,
        "index_worker_mb": children / 1e3,
        "index_disk_mb": used / 1e6,
        "library_disk_mb": path.stat().st_size / 1e6,
    }


def asked(folder: Path, size: int) -> Figures:
    """From opening to the first answer; then different questions, then two threads."""
    questions = corpus.questions(4 * QUESTIONS + 20, size)
    start = time.perf_counter()
    from index.choosing import engine_for
    from index.engine import EngineName
    from index.library import Library
    from qa.answerer import Answerer
    from qa.answers import Question
    from qa.process import quicken
    from qa.render.styled import Look
    from qa.render.terminal import outcome_lines

    quicken()  # as the program does

    library = Library.opened(folder / f"library-{size}.sqlite")
    answerer = Answerer(library, engine=engine_for(library, EngineName.TANTIVY))
    look = Look(width=100)
    opened = time.perf_counter()

    def answer(text: str) -> None:
        outcome_lines(answerer.answer(Question(text)), look)

    def each(some: Sequence[str]) -> None:
        for text in some:
            answer(text)

    answer(questions[0])
    first = time.perf_counter()
    for text in questions[1:20]:  # no question comes twice
        answer(text)
    halves = questions[20 : 20 + QUESTIONS], questions[20 + QUESTIONS : 20 + 2 * QUESTIONS]
    times = sorted(_timed(answer, text) for text in halves[0])
    third, fourth = questions[20 + 2 * QUESTIONS :][:QUESTIONS], questions[-QUESTIONS:]
    own = sorted(_timed(answer, text, clock=time.thread_time) for text in third)
    begun = time.perf_counter()
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(each, (halves[1][::2], halves[1][1::2])))
    both = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    own_memory = _own_memory()
    shares = _shares(answerer, answer, fourth)
    return {
        "open_ms": (opened - start) * 1e3,
        "first_ms": (first - start) * 1e3,
        "p50_ms": times[len(times) // 2] * 1e3,
        "p99_ms": times[int(len(times) * 0.99)] * 1e3,
        "p50_cpu_ms": own[len(own) // 2] * 1e3,
        "p99_cpu_ms": own[int(len(own) * 0.99)] * 1e3,
        "per_second": len(halves[1]) / both,
        "answering_mb": memory,
        "own_mb": own_memory,
        **{f"share: {stage}": share for stage, share in shares.items()},
    }


def _own_memory() -> float:
    """Megabytes without those of mapped files, which the system may take back at any time."""
    status = Path("/proc/self/status").read_text().splitlines()
    return next(int(s.split()[1]) / 1e3 for s in status if s.startswith("RssAnon"))


def _shares(
    answerer: Any, answer: Callable[[str], None], questions: Sequence[str]
) -> dict[str, float]:
    """Which part of the processor's time each stage takes, without those inside it."""
    spent: dict[str, float] = defaultdict(float)
    stack: list[float] = []

    def watched(stage: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def called(*args: Any, **kwargs: Any) -> Any:
            stack.append(0.0)
            start = time.thread_time()
            try:
                return call(*args, **kwargs)
            finally:
                took = time.thread_time() - start
                spent[stage] += took - stack.pop()
                if stack:
                    stack[-1] += took

        return called

    module: Any = import_module("qa.answerer")

    searcher = answerer._searcher
    searcher._engine = _Watching(searcher._engine, watched)
    searcher._passages = watched("fetching", searcher._passages)
    answerer._interpreter.understand = watched("understanding", answerer._interpreter.understand)
    candidates = watched("second look", module.candidates)
    module.candidates = candidates
    answerer._decided = watched("choosing", answerer._decided)
    start = time.thread_time()
    for text in questions:
        answer(text)
    whole = time.thread_time() - start
    spent["rendering"] = whole - sum(spent.values())
    return {stage: spent[stage] / whole for stage in STAGES}


class _Watching:
    """An engine whose search is timed."""

    def __init__(self, engine: Any, watched: Callable[..., Any]) -> None:
        self._engine = engine
        self.search = watched("engine", engine.search)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)


def _timed(
    call: Callable[[str], None], text: str, *, clock: Callable[[], float] = time.perf_counter
) -> float:
    start = clock()
    call(text)
    return clock() - start


STEPS = {"made": made, "asked": asked}


def _child(step: str, folder: Path, size: int) -> Figures:
    command = [sys.executable, "-m", "bench.whole", "--child", step, str(folder), str(size)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    found: Figures = json.loads(done.stdout.splitlines()[-1])
    return found


def run(folder: Path, sizes: Sequence[int], repeats: int) -> None:
    """Measures, keeps the figures of all runs, and prints least, median and most."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / "whole.json"
    figures: dict[str, dict[str, list[float]]] = (
        json.loads(kept.read_text()) if kept.exists() else {}
    )
    for size in sizes:
        known = figures.setdefault(str(size), {})
        steps = (["made"] if "index_s" not in known else []) + ["asked"] * repeats
        for step in steps:
            for name, value in _child(step, folder, size).items():
                known.setdefault(name, []).append(value)
            kept.write_text(json.dumps(figures))
        print(f"\n{size:,} passages: median (least-most)")
        for name, values in known.items():
            low, middle, high = min(values), statistics.median(values), max(values)
            print(f"  {name:24} {middle:10.3g} ({low:.3g}-{high:.3g})", flush=True)


def main(argv: Sequence[str]) -> int:
    """Measures, or in a child process measures one step."""
    if argv[:1] == ["--child"]:
        print(json.dumps(STEPS[argv[1]](Path(argv[2]), int(argv[3]))))
        return 0
    parser = argparse.ArgumentParser(prog="bench.whole", description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=(5, 10_000, 100_000))
    parser.add_argument("--repeats", type=int, default=3)
    given = parser.parse_args(argv)
    run(given.folder, given.sizes, given.repeats)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
