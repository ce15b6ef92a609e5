"""A run's measures for a person, as rows of plain text, and for a program, as one JSON object."""

import json
from collections.abc import Iterable, Sequence

from qa.evaluation.judging import Judgement
from qa.evaluation.runs import NOISE, Comparison
from qa.evaluation.summary import ANSWERING, Operating, Summary, Tally
from qa.render.visible import one_line

LISTED = 20
"""Questions that are named of those that turned; --json names all."""

QUOTED = 60
"""Characters of a quote that are enough to know it by in a list."""

_HEAD = ("", "questions", "answered", "right@1", "right@3", "paragraph@1", "covers", "refused")


def report_rows(summary: Summary, comparison: Comparison | None) -> list[str]:
    """The measures as rows of text."""
    rows = [*_table(summary), "", *_quotes(summary), *_confidence(summary), _time(summary)]
    return [*rows, *(["", *_changes(comparison)] if comparison else [])]


def _table(summary: Summary) -> Iterable[str]:
    groups = (summary.answerable, summary.unanswerable, summary.total)
    lines = [_HEAD, *map(_cells, summary.kinds), (), *map(_cells, groups)]
    widths = [max(len(line[i]) for line in lines if line) for i in range(len(_HEAD))]
    for line in lines:
        cells = zip(line, widths, strict=False)
        yield "  ".join(
            c.rjust(width) if i else c.ljust(width) for i, (c, width) in enumerate(cells)
        ).rstrip()


def _cells(tally: Tally) -> tuple[str, ...]:
    return (
        one_line(tally.name),
        f"{tally.questions:,}",
        _percent(tally.answered, tally.answerable),
        _percent(tally.right_at_1, tally.questions),
        _percent(tally.right_at_3, tally.questions),
        _percent(tally.paragraph_at_1, tally.answerable),
        _percent(tally.covered, tally.covers),
        _percent(tally.refused, tally.unanswerable),
    )


def _quotes(summary: Summary) -> Iterable[str]:
    exact = _percent(summary.verbatim, summary.checked)
    alarm = "" if summary.verbatim == summary.checked else "  ** must be 100 % **"
    yield f"Quotes        verbatim {exact} of {summary.checked:,}{alarm}"
    if summary.first_length is not None:
        yield (
            f"              median length {summary.first_length:g} characters (first quotes),"
            f" {summary.shown_length:g} (all shown)"
        )


def _confidence(summary: Summary) -> Iterable[str]:
    yield f"Confidence    AUROC {_number(summary.auroc)} answerable against unanswerable"
    yield f"              area under risk-coverage {_number(summary.aurc)} (lower is better)"
    if summary.as_set:
        yield (
            f"              as set: coverage {_of_one(summary.as_set.coverage)},"
            f" risk {_of_one(summary.as_set.risk)}"
        )
    if summary.operating:
        yield from _operating(summary.operating)


def _operating(point: Operating) -> Iterable[str]:
    where = "" if point.held_out else ", the same that it is measured on"
    yield (
        f"              threshold {point.threshold:.3f} answers {_of_one(ANSWERING)} of the"
        f" answerable (set on {point.set_on:,} questions{where})"
    )
    yield (
        f"              there, on {point.measured_on:,}: coverage {_of_one(point.coverage)},"
        f" risk {_of_one(point.risk)}; answers {_of_one(point.answering)} of the answerable,"
        f" refuses {_of_one(point.refusing)} of the others"
    )


def _time(summary: Summary) -> str:
    return f"Time          p50 {_ms(summary.p50_ms)}, p99 {_ms(summary.p99_ms)} a question"


def _changes(change: Comparison) -> Iterable[str]:
    yield (
        f"Against {one_line(change.against)}, {change.compared:,} questions in common:"
        f" right at 1 {_percent(change.right_before, change.compared)} before,"
        f" {_percent(change.right_now, change.compared)} now"
    )
    if change.apart:
        yield f"{change.apart:,} questions are in one of the runs alone or were changed: left out"
    if change.interval:
        low, high = (f"{100 * x:+.1f}" for x in (change.interval.low, change.interval.high))
        yield f"Change in points, 95 % interval {low} to {high}; McNemar p = {change.p:.3g}"
    yield from _turned("Turned right", change.turned_right)
    yield from _turned("Turned wrong", change.turned_wrong)
    yield verdict(change)


def verdict(change: Comparison) -> str:
    """Whether the change is one, in a sentence."""
    if change.p >= NOISE:
        return "No change beyond noise."
    return "Worse, beyond noise." if change.worse else "Better, beyond noise."


def _turned(title: str, judgements: Sequence[Judgement]) -> Iterable[str]:
    yield f"{title}: {len(judgements):,}"
    for judgement in judgements[:LISTED]:
        name = "" if judgement.id == judgement.question else f"{one_line(judgement.id)}  "
        yield f"  {name}{one_line(judgement.question)}  ->  {_came(judgement)}"
    if len(judgements) > LISTED:
        yield f"  and {len(judgements) - LISTED:,} more; --json lists all"


def _came(judgement: Judgement) -> str:
    if not judgement.answered or judgement.quote is None:
        return "refused"
    text = one_line(judgement.quote)
    return f'"{text}"' if len(text) <= QUOTED else f'"{text[:QUOTED]}..."'


def report_json(summary: Summary, run: Sequence[Judgement], comparison: Comparison | None) -> str:
    """The measures, every judgement and the comparison as one JSON object (docs/eval.md)."""
    from pydantic import TypeAdapter

    record = TypeAdapter(Summary).dump_python(summary, mode="json")
    for tally in (*record["kinds"], *(record[n] for n in ("answerable", "unanswerable", "total"))):
        tally["questions"] = tally["answerable"] + tally["unanswerable"]
    record["results"] = [
        TypeAdapter(Judgement).dump_python(j, mode="json") | {"right": j.right_at(1)} for j in run
    ]
    record["comparison"] = _comparison_record(comparison) if comparison else None
    return json.dumps(record, allow_nan=False)


def _comparison_record(change: Comparison) -> dict[str, object]:
    return {
        "against": change.against,
        "compared": change.compared,
        "apart": change.apart,
        "right_before": change.right_before,
        "right_now": change.right_now,
        "turned_right": [j.id for j in change.turned_right],
        "turned_wrong": [j.id for j in change.turned_wrong],
        "mcnemar_p": change.p,
        "interval": [change.interval.low, change.interval.high] if change.interval else None,
        "worse": change.worse,
    }


def _percent(count: int, of: int) -> str:
    return f"{100 * count / of:.1f} %" if of else "-"


def _of_one(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f} %"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _ms(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f} ms"
