"""How much each word of a question counts, and the conversation it is asked in."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from qa.questions import Asked, Wanted


@dataclass(frozen=True, slots=True)
class Thread:
    """Where the question before was answered: the passages there, and the sentences quoted, as
    passage ids with ordinals."""

    article_id: str
    passages: frozenset[str]
    told: frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Weighing:
    """A question's words with their shares of its idf mass; the shares add up to one."""

    asked: Asked
    shares: tuple[float, ...]
    mass: float
    thread: Thread | None = None


def weighing(
    asked: Asked, frequency: Callable[[str], int], size: int, thread: Thread | None = None
) -> Weighing:
    """How much each word of the question counts: by its rarity among `size` passages.

    A word that no passage holds counts as much as the rarest alternative that one does.
    """
    weights = [wanted.weight * _rarity(wanted, frequency, size) for wanted in asked.wanted]
    mass = sum(weights)
    return Weighing(asked, tuple(weight / mass for weight in weights), mass, thread)


def _rarity(wanted: Wanted, frequency: Callable[[str], int], size: int) -> float:
    n = frequency(wanted.stem)
    if n == 0:
        others = [min(map(frequency, other.stems)) for other in wanted.alternatives]
        n = min((count for count in others if count), default=0)
    return math.log(1 + (size - n + 0.5) / (n + 0.5))
