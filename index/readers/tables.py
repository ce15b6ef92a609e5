"""Tables in plain text: rows with bars and a rule of dashes, or lines that agree in their cells."""

import re
from dataclasses import dataclass

from index.readers.lines import Line
from index.spans import Span

_RULE = re.compile(r"[|+:=\s-]+")
_FEWEST = 3
"""Lines that must agree where no rule of dashes says that they are a table."""


@dataclass(frozen=True, slots=True)
class Table:
    """Which lines a table takes: `[first, end)`; `header` says that the first one names columns."""

    end: int
    header: bool


def table_at(lines: list[Line], first: int) -> Table | None:
    """The table whose first row is line `first`, or None."""
    if "|" in lines[first].text and not is_table_rule(lines[first].text):
        return _ruled(lines, first) or _agreeing(lines, first, "|")
    return _agreeing(lines, first, "\t")


def is_table_rule(text: str) -> bool:
    """Whether a line only draws: dashes with bars or crosses."""
    return (
        ("|" in text or "+" in text)
        and "-" in text.replace("=", "-")
        and bool(_RULE.fullmatch(text))
    )


def row_span(line: Line) -> Span | None:
    """From the first character of a row's cells to the last; None for a row without any."""
    inner = line.text.strip("| \t\xa0")
    if not inner.strip():
        return None
    start = line.start + line.text.index(inner)
    return Span(start, start + len(inner))


def _ruled(lines: list[Line], first: int) -> Table | None:
    rule = first + 1
    if rule >= len(lines) or lines[rule].gap or not is_table_rule(lines[rule].text):
        return None
    end = rule + 1
    while end < len(lines) and not lines[end].gap and _belongs(lines[end].text):
        end += 1
    return Table(end, header=True)


def _belongs(text: str) -> bool:
    return "|" in text or is_table_rule(text)


def _agreeing(lines: list[Line], first: int, bar: str) -> Table | None:
    count = len(_cells(lines[first].text, bar))
    if count < 2:
        return None
    end = first + 1
    while end < len(lines) and not lines[end].gap and len(_cells(lines[end].text, bar)) == count:
        end += 1
    if end - first < _FEWEST:
        return None
    rows = [_cells(line.text, bar) for line in lines[first:end]]
    return Table(end, header=_names_columns(rows))


def _cells(text: str, bar: str) -> list[str]:
    return [cell.strip() for cell in text.strip(bar).split(bar)]


def _names_columns(rows: list[list[str]]) -> bool:
    """Whether the first row holds no figure and a column below it nothing but figures."""
    if any(_has_digit(cell) for cell in rows[0]):
        return False
    return any(all(map(_has_digit, column)) for column in zip(*rows[1:], strict=True))


def _has_digit(cell: str) -> bool:
    return any(c.isdigit() for c in cell)
