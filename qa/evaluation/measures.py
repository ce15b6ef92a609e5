"""The formulas of an evaluation: shares, curves and tests, from plain numbers."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import numpy as np


@dataclass(frozen=True, slots=True)
class RiskPoint:
    """With all confidences from `threshold` up answered: the share answered, the share wrong."""

    threshold: float
    coverage: float
    risk: float


@dataclass(frozen=True, slots=True)
class Interval:
    """A range that holds a figure with a stated probability."""

    low: float
    high: float


def auroc(positives: Sequence[float], negatives: Sequence[float]) -> float | None:
    """Probability that a positive scores above a negative, ties as half; None without either."""
    if not positives or not negatives:
        return None
    ordered = sorted(negatives)
    twice_won = sum(bisect_left(ordered, p) + bisect_right(ordered, p) for p in positives)
    return twice_won / (2 * len(positives) * len(negatives))


def risk_coverage(offers: Sequence[tuple[float, bool]], total: int) -> list[RiskPoint]:
    """Risk at every coverage that a threshold can reach, the strictest threshold first.

    An offer is a confidence and whether it is right; `total` counts the questions, those without
    an offer too. Equal confidences are answered together: no threshold parts them.
    """
    points = []
    answered = wrong = 0
    ordered = sorted(offers, key=lambda offer: -offer[0])
    for threshold, tied in groupby(ordered, key=lambda offer: offer[0]):
        flags = [right for _, right in tied]
        answered += len(flags)
        wrong += flags.count(False)
        points.append(RiskPoint(threshold, answered / total, wrong / answered))
    return points


def aurc(points: Sequence[RiskPoint]) -> float | None:
    """Area under the risk-coverage curve: the mean risk over the coverages it reaches.

    Geifman and El-Yaniv (2017): without ties, the mean of the risks at 1, 2, ... answered.
    """
    if not points:
        return None
    reached = pairwise([0.0, *(point.coverage for point in points)])
    area = sum((b - a) * point.risk for (a, b), point in zip(reached, points, strict=True))
    return area / points[-1].coverage


def threshold_reaching(confidences: Sequence[float], count: int) -> float | None:
    """The strictest threshold that lets `count` of `confidences` pass, or all if they are fewer."""
    ordered = sorted(confidences, reverse=True)
    return ordered[min(max(count, 1), len(ordered)) - 1] if ordered else None


def least_count(share: float, of: int) -> int:
    """The smallest number that is at least `share` of `of`."""
    return math.ceil(share * of - 1e-9)  # 0.07 * 100 is 7.000000000000001


def mcnemar(worse: int, better: int) -> float:
    """Two-sided exact p of McNemar's test from the pairs that changed.

    If neither run were better, each change would be a coin's toss: twice the smaller tail of
    Binomial(worse + better, 1/2), at most 1.
    """
    n = worse + better
    if n == 0:
        return 1.0
    tail = sum(math.comb(n, i) for i in range(min(worse, better) + 1))
    return min(1.0, tail / (1 << (n - 1)))


def paired_bootstrap(
    worse: int, better: int, n: int, *, seed: int = 0, resamples: int = 10_000
) -> Interval:
    """95 % interval of the change in accuracy over `n` questions, drawn anew with replacement.

    A pair changes accuracy by -1, 1 or 0, so that a resample is one multinomial draw.
    """
    shares = [worse / n, better / n, (n - worse - better) / n]
    drawn = np.random.default_rng(seed).multinomial(n, shares, size=resamples)
    low, high = np.percentile((drawn[:, 1] - drawn[:, 0]) / n, [2.5, 97.5])
    return Interval(float(low), float(high))


def percentile(values: Sequence[float], share: float) -> float | None:
    """The smallest value that at least `share` of the values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(least_count(share, len(ordered)), 1) - 1] if ordered else None


def share(count: int, of: int) -> float | None:
    """`count` as a part of `of`; None of nothing."""
    return count / of if of else None
