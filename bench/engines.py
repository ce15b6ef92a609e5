"""How engines compare in time and room as a library grows.

    python -m bench.engines FOLDER [--sizes 1000 10000 ...] [--engines NAME ...] [--repeats 3]
    python -m bench.engines FOLDER --report

Every measurement is made in a process of its own and kept in FOLDER: what is there is not measured
again, so that a run may be broken off and taken up. `--text FILE` indexes the user's own articles
(the format stands in `bench.corpus`) instead of generated ones. The report is `engines.json`,
`engines.md` and `engines.svg` in FOLDER.
"""

import argparse
import json
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path

from bench import corpus
from bench.ours import OURS
from bench.peers import PEERS as RIVALS
from bench.peers import Searching
from bench.plot import Point, plot

PEERS = RIVALS | OURS
SIZES = (1_000, 10_000, 100_000, 1_000_000)
LIMIT = 10
QUESTIONS = 300
PATIENCE = 30.0
"""Seconds after which no further questions are asked."""

Figures = dict[str, float | None]
"""What a process measured; as JSON between processes and in files."""

ROWS = {
    "build_s": "build, s",
    "build_peak_mb": "peak memory of the build, MB",
    "disk_mb": "on disk, MB",
    "cold_ms": "cold open to first answer, ms",
    "p50_ms": "top 10, p50, ms",
    "p99_ms": "top 10, p99, ms",
    "per_second": "questions a second, two threads",
    "answering_mb": "memory while answering, MB",
    "replace_ms": "an article out and in again, ms",
}


@dataclass(frozen=True, slots=True)
class Case:
    """An engine at a size, for the nth time."""

    engine: str
    size: int
    repeat: int

    @property
    def name(self) -> str:
        """For files."""
        return f"{self.engine.replace(' ', '-')}-{self.size}-{self.repeat}"


def run(folder: Path, cases: Iterable[Case], text: Path | None) -> None:
    """Measures what is not measured yet."""
    results = folder / "results"
    results.mkdir(parents=True, exist_ok=True)
    for case in cases:
        kept = results / f"{case.name}.json"
        if kept.exists() or case.size > PEERS[case.engine].largest:
            continue
        source = text or _corpus(folder, case.size)
        work = folder / "work" / case.name
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        print(f"{case.engine}, {case.size:,} passages, {case.repeat + 1}", flush=True)
        figures: Figures = {}
        for step in ("build", "ask", "replace"):
            figures |= _child(step, case, source, work)
        shutil.rmtree(work)
        kept.write_text(json.dumps(figures))


def build(case: Case, source: Path, work: Path) -> Figures:
    """Time, memory and room of indexing; reading the corpus is part of it for all alike."""
    start = time.perf_counter()
    PEERS[case.engine].build(work, corpus.read(source))
    seconds = time.perf_counter() - start
    used = sum(file.stat().st_size for file in work.rglob("*") if file.is_file())
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + children
    return {"build_s": seconds, "build_peak_mb": peak / 1e3, "disk_mb": used / 1e6}


def ask(case: Case, source: Path, work: Path) -> Figures:
    """The first answer of a process, then the distribution, then two threads at once."""
    questions = corpus.questions(QUESTIONS, case.size)
    start = time.perf_counter()
    opened = PEERS[case.engine].open(work)
    opened.search(questions[0], LIMIT)
    cold = time.perf_counter() - start
    times = sorted(_timed(opened, questions))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "cold_ms": cold * 1e3,
        "p50_ms": times[len(times) // 2] * 1e3,
        "p99_ms": times[int(len(times) * 0.99)] * 1e3,
        "per_second": _throughput(opened, questions[: len(times)]),
        "answering_mb": memory / 1e3,
    }


def replace(case: Case, source: Path, work: Path) -> Figures:
    """An article removed and added again, each committed, in an index that is on disk."""
    last = list(islice(corpus.read(source), (case.size - 1) // corpus.PASSAGES + 1))[-1]
    start = time.perf_counter()
    done = PEERS[case.engine].replace(work, last)
    return {"replace_ms": (time.perf_counter() - start) * 1e3 if done else None}


STEPS = {"build": build, "ask": ask, "replace": replace}


def _timed(opened: Searching, questions: Sequence[str]) -> Iterable[float]:
    begun = time.perf_counter()
    for question in questions:
        start = time.perf_counter()
        opened.search(question, LIMIT)
        end = time.perf_counter()
        yield end - start
        if end - begun > PATIENCE:
            return


def _throughput(opened: Searching, questions: Sequence[str]) -> float:
    halves = questions[::2], questions[1::2]
    start = time.perf_counter()
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda half: [opened.search(q, LIMIT) for q in half], halves))
    return len(questions) / (time.perf_counter() - start)


def _child(step: str, case: Case, source: Path, work: Path) -> Figures:
    arguments = [step, case.engine, str(case.size), str(source), str(work)]
    command = [sys.executable, "-m", "bench.engines", "--child", *arguments]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def _corpus(folder: Path, size: int) -> Path:
    file = folder / f"corpus-{size}.jsonl"
    if not file.exists():
        corpus.write(file, corpus.articles(size))
    return file


def report(folder: Path) -> None:
    """Writes the figures, the tables and the plot of all that was measured."""
    measured = _measured(folder)
    (folder / "engines.json").write_text(json.dumps({"machine": machine(), "figures": measured}))
    (folder / "engines.md").write_text("\n\n".join(_tables(measured)) + "\n")
    lines = {
        name: [_point(int(size), figures["p50_ms"]) for size, figures in by_size.items()]
        for name, by_size in measured.items()
    }
    title = "Median time of a question's ten best passages"
    drawn = plot(lines, title=title, x="passages", y="milliseconds")
    (folder / "engines.svg").write_text(drawn)


Measured = dict[str, dict[str, dict[str, list[float]]]]
"""engine -> size -> figure -> its values in repeated runs, sorted"""


def _measured(folder: Path) -> Measured:
    measured: Measured = {}
    sizes = sorted({int(f.stem.split("-")[-2]) for f in (folder / "results").glob("*.json")})
    for name in PEERS:
        for size in sizes:
            pattern = f"{Case(name, size, 0).name.rpartition('-')[0]}-[0-9]*.json"
            runs = [json.loads(f.read_text()) for f in (folder / "results").glob(pattern)]
            if runs:
                values = {key: sorted(r[key] for r in runs if r.get(key)) for key in ROWS}
                measured.setdefault(name, {})[str(size)] = values
    return measured


def _tables(measured: Measured) -> Iterable[str]:
    """A table a size: median (least to most)."""
    for size in sorted({int(size) for by_size in measured.values() for size in by_size}):
        names = [name for name in measured if str(size) in measured[name]]
        lines = [f"## {size:,} passages", ""]
        lines += ["| | " + " | ".join(names) + " |", "| --- " * (len(names) + 1) + "|"]
        for key, label in ROWS.items():
            cells = [_cell(measured[name][str(size)][key]) for name in names]
            lines.append(f"| {label} | {' | '.join(cells)} |")
        yield "\n".join(lines)


def _cell(values: Sequence[float]) -> str:
    if not values:
        return "–"
    return f"{statistics.median(values):.3g} ({values[0]:.3g}–{values[-1]:.3g})"


def _point(size: int, values: Sequence[float]) -> Point:
    return Point(size, statistics.median(values), values[0], values[-1])


def machine() -> dict[str, str]:
    """What the figures were measured on."""
    packages = ("rank-bm25", "bm25s", "numba", "numpy", "tantivy")
    cpu = [s for s in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in s]
    return {
        "processor": cpu[0].partition(": ")[2] if cpu else platform.processor(),
        "processors": str(len(cpu)),
        "system": platform.platform(),
        "python": platform.python_version(),
        **{package: _version(package) for package in packages},
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def main(argv: Sequence[str]) -> int:
    """Measures and reports, or in a child process measures one step."""
    if argv[:1] == ["--child"]:
        step, engine, size, source, work = argv[1:]
        print(json.dumps(STEPS[step](Case(engine, int(size), 0), Path(source), Path(work))))
        return 0
    parser = argparse.ArgumentParser(prog="bench.engines", description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--engines", nargs="+", choices=PEERS, default=tuple(PEERS))
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--text", type=Path, help="articles of your own, as bench.corpus writes")
    parser.add_argument("--report", action="store_true", help="only report what is measured")
    given = parser.parse_args(argv)
    if not given.report:
        cases = (
            Case(e, s, r) for r in range(given.repeats) for s in given.sizes for e in given.engines
        )
        run(given.folder, cases, given.text)
    report(given.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
