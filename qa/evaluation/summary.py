"""The judgements of a run, counted: by kind and in total, and what the confidence is worth."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from qa.evaluation.judging import Judgement
from qa.evaluation.measures import (
    RiskPoint,
    aurc,
    auroc,
    least_count,
    percentile,
    risk_coverage,
    share,
    threshold_reaching,
)

TUNE = "tune"

ANSWERING = 0.95
"""Share of the answerable questions that the operating point answers."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of a group of questions: `answered` of the answerable, `refused` of the others."""

    name: str
    answerable: int
    answered: int
    unanswerable: int
    refused: int
    right_at_1: int
    right_at_3: int
    paragraph_at_1: int
    covered: int
    covers: int

    @property
    def questions(self) -> int:
        """All questions of the group."""
        return self.answerable + self.unanswerable


@dataclass(frozen=True, slots=True)
class Operating:
    """What a threshold on the confidence does.

    It was set on `set_on` questions so that `ANSWERING` of the answerable ones are answered, and
    measured on `measured_on`: of these it answers `coverage`, of them wrongly `risk`; it answers
    `answering` of the answerable and refuses `refusing` of the others.
    """

    threshold: float
    set_on: int
    measured_on: int
    held_out: bool
    coverage: float
    risk: float | None
    answering: float | None
    refusing: float | None


@dataclass(frozen=True, slots=True)
class Summary:
    """All measures of a run. `kinds` are in the order of the file; `as_set` is where it stands."""

    kinds: tuple[Tally, ...]
    answerable: Tally
    unanswerable: Tally
    total: Tally
    checked: int
    verbatim: int
    first_length: float | None
    shown_length: float | None
    auroc: float | None
    aurc: float | None
    curve: tuple[RiskPoint, ...]
    as_set: RiskPoint | None
    operating: Operating | None
    p50_ms: float | None
    p99_ms: float | None


def summarised(run: Sequence[Judgement]) -> Summary:
    """The measures of a run."""
    yes = [j for j in run if j.answerable]
    no = [j for j in run if not j.answerable]
    points = curve(run)
    times = [j.elapsed_ms for j in run]
    return Summary(
        kinds=tuple(by_kind(run)),
        answerable=tally("answerable", yes),
        unanswerable=tally("unanswerable", no),
        total=tally("all", run),
        checked=sum(j.checked for j in run),
        verbatim=sum(j.verbatim for j in run),
        first_length=_median(j.lengths[0] for j in run if j.lengths),
        shown_length=_median(length for j in run for length in j.lengths),
        auroc=auroc([j.confidence for j in yes], [j.confidence for j in no]),
        aurc=aurc(points),
        curve=points,
        as_set=_as_set(run),
        operating=operating(run),
        p50_ms=percentile(times, 0.5),
        p99_ms=percentile(times, 0.99),
    )


def tally(name: str, run: Sequence[Judgement]) -> Tally:
    """The counts of some judgements."""
    yes = [j for j in run if j.answerable]
    return Tally(
        name=name,
        answerable=len(yes),
        answered=sum(j.answered for j in yes),
        unanswerable=len(run) - len(yes),
        refused=sum(not (j.answerable or j.answered) for j in run),
        right_at_1=sum(j.right_at(1) for j in run),
        right_at_3=sum(j.right_at(3) for j in run),
        paragraph_at_1=sum(j.paragraph for j in yes),
        covered=sum(j.covered for j in yes),
        covers=sum(j.covers for j in yes),
    )


def by_kind(run: Sequence[Judgement]) -> Iterable[Tally]:
    """A tally a kind; a kind that has answerable and unanswerable questions gives two."""
    groups: dict[tuple[str, bool], list[Judgement]] = {}
    for judgement in run:
        groups.setdefault((judgement.kind, judgement.answerable), []).append(judgement)
    for (kind, answerable), members in groups.items():
        mixed = not answerable and (kind, True) in groups
        yield tally(f"{kind}, unanswerable" if mixed else kind, members)


def curve(run: Sequence[Judgement]) -> tuple[RiskPoint, ...]:
    """Risk and coverage as the threshold moves, below where it now stands as well.

    A refusal's closest quote is what a lower threshold would show first.
    """
    offers = [(j.confidence, j.offer_right) for j in run if j.offered]
    return tuple(risk_coverage(offers, len(run)))


def operating(run: Sequence[Judgement]) -> Operating | None:
    """A threshold set on the tuning half and measured on the other; on all if there is no other."""
    tune = [j for j in run if j.split == TUNE]
    rest = [j for j in run if j.split != TUNE]
    held_out = bool(tune and rest)
    if not held_out:
        tune = rest = list(run)
    wanted = [j for j in tune if j.answerable]
    count = least_count(ANSWERING, len(wanted))
    threshold = threshold_reaching([j.confidence for j in wanted if j.offered], count)
    if threshold is None:
        return None
    passed = [j for j in rest if j.offered and j.confidence >= threshold]
    yes, total_yes = sum(j.answerable for j in passed), sum(j.answerable for j in rest)
    no, total_no = len(passed) - yes, len(rest) - total_yes
    return Operating(
        threshold=threshold,
        set_on=len(tune),
        measured_on=len(rest),
        held_out=held_out,
        coverage=len(passed) / len(rest),
        risk=share(sum(not j.offer_right for j in passed), len(passed)),
        answering=share(yes, total_yes),
        refusing=share(total_no - no, total_no),
    )


def _as_set(run: Sequence[Judgement]) -> RiskPoint | None:
    """Where the answerer itself drew the line."""
    answered = [j for j in run if j.answered]
    if not answered:
        return None
    wrong = sum(j.rank != 1 for j in answered)
    lowest = min(j.confidence for j in answered)
    return RiskPoint(lowest, len(answered) / len(run), wrong / len(answered))


def _median(lengths: Iterable[int]) -> float | None:
    values = list(lengths)
    return median(values) if values else None
