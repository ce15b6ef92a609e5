"""What is printed on a page: lines of words, and where they stand."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """A wide gap within a line: the words part at `at`, the paper is white from left to right."""

    at: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is printed; coordinates are points from the page's lower left corner."""

    words: str
    left: float
    right: float
    bottom: float
    size: float
    bold: bool = False
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in the order in which they were written; `number` counts from 1."""

    number: int
    lines: tuple[Line, ...]


def differs(size: float, other: float) -> bool:
    """Whether two sizes of print are plainly not the same."""
    return abs(size - other) > 0.08 * other
