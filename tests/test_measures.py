"""The formulas of an evaluation, against values worked out by hand."""

import pytest

from qa.evaluation.measures import (
    RiskPoint,
    aurc,
    auroc,
    least_count,
    mcnemar,
    paired_bootstrap,
    percentile,
    risk_coverage,
    threshold_reaching,
)


def test_auroc_counts_ties_as_half() -> None:
    assert auroc([0.9, 0.5], [0.5, 0.1]) == 3.5 / 4
    assert auroc([0.9], []) is None


def test_risk_and_coverage_move_together_over_ties() -> None:
    """Five questions, one without an offer; both at 0.8 are answered at once."""
    points = risk_coverage([(0.8, False), (0.9, True), (0.1, False), (0.8, True)], 5)
    assert points == [
        RiskPoint(0.9, 0.2, 0.0),
        RiskPoint(0.8, 0.6, 1 / 3),
        RiskPoint(0.1, 0.8, 0.5),
    ]
    assert aurc(points) == pytest.approx((0.4 / 3 + 0.2 * 0.5) / 0.8)
    assert aurc([]) is None


@pytest.mark.parametrize(
    ("worse", "better", "p"),
    [
        (0, 0, 1.0),
        (3, 3, 1.0),
        (0, 5, 2 / 32),
        (1, 9, 22 / 1024),
        (9, 1, 22 / 1024),
        (2_000, 0, 0.0),
    ],
)
def test_mcnemar_is_exact(worse: int, better: int, p: float) -> None:
    assert mcnemar(worse, better) == p


def test_the_bootstrap_is_seeded_and_holds_the_difference() -> None:
    interval = paired_bootstrap(5, 15, 100)
    assert interval == paired_bootstrap(5, 15, 100)
    # Standard error of the mean of five -1, fifteen 1 and eighty 0: sqrt(0.2 - 0.01) / 10.
    assert interval.low == pytest.approx(0.1 - 1.96 * 0.0436, abs=0.011)
    assert interval.high == pytest.approx(0.1 + 1.96 * 0.0436, abs=0.011)


def test_thresholds_and_percentiles_are_values_that_occurred() -> None:
    assert least_count(0.07, 100) == 7
    assert threshold_reaching([0.1, 0.9, 0.5], 2) == 0.5
    assert threshold_reaching([0.1, 0.9], 5) == 0.1
    assert percentile([4, 1, 3, 2], 0.5) == 2
    assert percentile([4, 1, 3, 2], 0.99) == 4
