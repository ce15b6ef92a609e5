"""How sure it is that the first quote answers, and whether that is enough.

There are two things to be sure of, and one never makes up for the other: that the articles speak of
the topic, and that the quote gives what is asked. Two logistic models, their weights in
`qa/weights.py`, make two probabilities of the signals (`qa.signals`); the product is how sure the
program is.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import mul

from qa.weights import ANSWER, ANSWER_INTERCEPT, TOPIC, TOPIC_INTERCEPT, Signals


class Strictness(StrEnum):
    """How sure the program must be before it answers; the cost of each is in docs/quality.md."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Least:
    """The least with which a quote is shown as an answer: how sure that the articles speak of the
    topic, how sure of both, topic and answer; whether each name must stand near the quote, and
    something of what is asked about the names; whether a quote about another year than the one
    asked for is refused, and one without the date, the number, ... that is asked for: only where
    nothing else would answer, or always.

    An answer on another topic is what people find oddest; nothing else makes up for it.
    """

    topic: float
    both: float
    every_name: bool = True
    the_relation: bool = True
    the_year: bool = True
    the_kind: bool = True
    any_kind: bool = False


LEAST: dict[Strictness, Least] = {
    Strictness.LOW: Least(
        0.25, 0.1, every_name=False, the_relation=False, the_year=False, the_kind=False
    ),
    Strictness.NORMAL: Least(0.38, 0.18),
    Strictness.HIGH: Least(0.55, 0.55, any_kind=True),
}


def is_sure(found: Signals, strictness: Strictness) -> bool:
    """Whether the first quote is shown as an answer."""
    least = LEAST[strictness]
    lacks = (
        least.every_name and max(found.topic.unknown_name, found.answer.absent),
        least.the_year and found.answer.other_year,
        least.the_relation and max(found.answer.unrelated, found.answer.unfounded),
        least.the_kind and max(found.answer.unmet, found.answer.uncounted),
        least.any_kind and found.answer.untyped,
    )
    return not any(lacks) and on_topic(found) >= least.topic and confidence(found) >= least.both


def confidence(found: Signals) -> float:
    """The estimated probability that the first quote answers, 0 to 1."""
    return on_topic(found) * answering(found)


def on_topic(found: Signals) -> float:
    """The estimated probability that the articles speak of what is asked."""
    return _probability(found.topic, TOPIC, TOPIC_INTERCEPT)


def answering(found: Signals) -> float:
    """The estimated probability that a quote on the topic gives what is asked."""
    return _probability(found.answer, ANSWER, ANSWER_INTERCEPT)


def _probability(values: Sequence[float], weights: Sequence[float], intercept: float) -> float:
    return 1 / (1 + math.exp(-(intercept + sum(map(mul, values, weights)))))
