"""The eval command: reads a file of questions, asks them all, prints, stores and compares."""

import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TextIO

from index.library import Library
from qa.chat.shelf import Shelf
from qa.evaluation.cases import BadCases, Case, cases_of, of_split
from qa.evaluation.judging import Judgement, judged, without_source
from qa.evaluation.plot import Curve, risk_coverage_svg
from qa.evaluation.report import report_json, report_rows
from qa.evaluation.runs import BadRun, Run, compared, run_json, run_of
from qa.evaluation.summary import Summary, curve, summarised
from qa.render.visible import one_line

NO_WORSE, WORSE, BAD_INPUT = 0, 1, 2


@dataclass(frozen=True, slots=True)
class EvalOptions:
    """What the command was asked for; `runs` is the folder where runs are stored by name.

    A `save` or `against` with a slash in it is a path.
    """

    file: Path
    runs: Path
    save: str | None = None
    against: str | None = None
    plot: Path | None = None
    json: bool = False
    split: str | None = None


class EvalFailed(Exception):
    """The evaluation cannot be made or stored; the message is a sentence for a person."""


def run_eval(options: EvalOptions, opened: Callable[[], Shelf], out: TextIO, err: TextIO) -> int:
    """Asks the questions and prints what came of them; the exit status.

    1 when it is worse than the stored run beyond noise, 2 when something given cannot be used. The
    articles are opened only when the questions and the stored run have been read.
    """
    try:
        return _run(options, opened, out, err)
    except EvalFailed as error:
        print(f"pullquote: {error}", file=err)
        return BAD_INPUT


def _run(options: EvalOptions, opened: Callable[[], Shelf], out: TextIO, err: TextIO) -> int:
    cases = _cases(options)
    before = _stored(options) if options.against else None
    shelf = opened()
    _check_articles(cases, shelf.library, options.file, err)
    judgements = tuple(_asked(cases, shelf, err))
    summary = summarised(judgements)
    name = options.against or ""
    comparison = None if before is None else compared(judgements, before, name)
    if options.json:
        report = report_json(summary, judgements, comparison)
    else:
        report = "\n".join(report_rows(summary, comparison))
    try:
        if options.save:
            _write(_place(options.save, options.runs), run_json(Run(judgements)))
        if options.plot:
            _write(options.plot, _plot(summary, before, name).encode())
    finally:  # what cannot be stored is shown all the same
        _show(report, out)
    return WORSE if comparison and comparison.worse else NO_WORSE


def _show(report: str, out: TextIO) -> None:
    """Prints the report; whoever reads no more of it changes nothing about the verdict."""
    with suppress(BrokenPipeError):
        print(report, file=out, flush=True)


def _cases(options: EvalOptions) -> tuple[Case, ...]:
    try:
        return of_split(cases_of(options.file.read_bytes()), options.split)
    except OSError as error:
        raise EvalFailed(f"{options.file} cannot be read: {error.strerror}.") from None
    except BadCases as error:
        raise EvalFailed(f"{options.file}: {one_line(str(error))}") from None


def _check_articles(cases: Iterable[Case], library: Library, file: Path, err: TextIO) -> None:
    """Refuses a question about an article that is not there; names those that must go wrong."""
    known = [article.id for article in library.articles]
    for case in cases:
        if case.article is not None and case.article not in known:
            near = get_close_matches(case.article, known, n=1)
            hint = f"Did you mean {near[0]!r}?" if near else "Name one of its files, or none."
            raise EvalFailed(
                f"{file}: line {case.line}: no article {case.article!r} is in the folder. {hint}"
            )
    if stale := without_source(cases, library):
        named = ", ".join(one_line(case.id) for case in stale[:5])
        more = f" and {len(stale) - 5} more" if len(stale) > 5 else ""
        print(f"pullquote: no article holds what is accepted for {named}{more}", file=err)


def _asked(cases: Iterable[Case], shelf: Shelf, err: TextIO) -> Iterable[Judgement]:
    """Asks every question, in order; says how far it is when someone watches."""
    listed = list(cases)
    watched = err.isatty()
    for number, case in enumerate(listed, 1):
        started = time.perf_counter()
        outcome = shelf.answer(case.question)
        elapsed = (time.perf_counter() - started) * 1_000
        yield judged(case, outcome, shelf.library, elapsed_ms=elapsed)
        if watched:
            end = "\r\x1b[K" if number == len(listed) else ""
            print(f"\r{number:,} of {len(listed):,} questions{end}", end="", file=err, flush=True)


def _place(name: str, runs: Path) -> Path:
    """Where a run of that name is stored."""
    if "/" in name or os.sep in name:
        return Path(name)
    return runs / f"{name}.json"


def _stored(options: EvalOptions) -> tuple[Judgement, ...]:
    """The judgements of the run to compare with, of the asked split alone."""
    name = options.against or ""
    place = _place(name, options.runs)
    try:
        run = run_of(place.read_bytes())
    except FileNotFoundError:
        known = ", ".join(sorted(repr(p.stem) for p in options.runs.glob("*.json"))) or "none"
        raise EvalFailed(f"no run {name!r} is stored ({place}); stored are: {known}.") from None
    except OSError as error:
        raise EvalFailed(f"{place} cannot be read: {error.strerror}.") from None
    except BadRun:
        raise EvalFailed(
            f"{place} holds no run that this version can read; store it anew with --save."
        ) from None
    return tuple(j for j in run.judgements if options.split in (None, j.split))


def _plot(summary: Summary, before: tuple[Judgement, ...] | None, name: str) -> str:
    now = Curve("this run", summary.curve, summary.as_set)
    if before is None:
        return risk_coverage_svg(now)
    earlier = summarised(before)
    return risk_coverage_svg(now, Curve(name, curve(before), earlier.as_set))


def _write(place: Path, data: bytes) -> None:
    """Writes a file whole or not at all."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_name(f"{place.name}.part")
        part.write_bytes(data)
        part.replace(place)
    except OSError as error:
        raise EvalFailed(f"{place} cannot be written: {error.strerror}.") from None
