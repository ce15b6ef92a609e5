"""A run as it is stored, and two runs compared question by question."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from qa.evaluation.judging import Judgement
from qa.evaluation.measures import Interval, mcnemar, paired_bootstrap

FORMAT = 1
"""Changes whenever a stored run would be read otherwise than it was meant."""

NOISE = 0.05
"""A change whose p is below this is taken for real."""


@dataclass(frozen=True, slots=True)
class Run:
    """The judgements of one evaluation, in the order of the file."""

    judgements: tuple[Judgement, ...]
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed since an earlier run, over the questions that both asked in the same form.

    `apart` counts the questions that only one of them asked, or whose expectation was changed.
    `interval` is that of the change in accuracy, right at 1 over all.
    """

    against: str
    compared: int
    apart: int
    right_before: int
    right_now: int
    turned_right: tuple[Judgement, ...]
    turned_wrong: tuple[Judgement, ...]
    p: float
    interval: Interval | None

    @property
    def worse(self) -> bool:
        """Whether more turned wrong than right, by more than noise."""
        return self.p < NOISE and len(self.turned_wrong) > len(self.turned_right)


class BadRun(Exception):
    """What was stored is no run that can be read."""


_RUN = TypeAdapter(Run)


def run_json(run: Run) -> bytes:
    """A run as it is stored."""
    return _RUN.dump_json(run, indent=1)


def run_of(data: bytes) -> Run:
    """The run that was stored; BadRun when it is none of this version."""
    try:
        run = _RUN.validate_json(data)
    except ValidationError as error:
        raise BadRun from error
    if run.format != FORMAT:
        raise BadRun
    return run


def compared(now: Sequence[Judgement], before: Sequence[Judgement], against: str) -> Comparison:
    """What changed from `before` to `now`, paired by id."""
    earlier = {(j.id, j.case): j for j in before}
    pairs = [(j, earlier[j.id, j.case]) for j in now if (j.id, j.case) in earlier]
    turned_right = tuple(n for n, b in pairs if n.right_at(1) and not b.right_at(1))
    turned_wrong = tuple(n for n, b in pairs if b.right_at(1) and not n.right_at(1))
    worse, better = len(turned_wrong), len(turned_right)
    return Comparison(
        against=against,
        compared=len(pairs),
        apart=len({j.id for j in now} | {j.id for j in before}) - len(pairs),
        right_before=sum(b.right_at(1) for _, b in pairs),
        right_now=sum(n.right_at(1) for n, _ in pairs),
        turned_right=turned_right,
        turned_wrong=turned_wrong,
        p=mcnemar(worse, better),
        interval=paired_bootstrap(worse, better, len(pairs)) if pairs else None,
    )
