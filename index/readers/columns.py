"""The order in which the lines of a page are read: columns are parted."""

from dataclasses import replace

from index.readers.printed import Gap, Line

_GUTTER_LINES = 5
"""Lines with a gap at the same place from which it may be the gutter between two columns."""
_COLUMN_WORDS = 15
"""Characters that lines beside a gutter hold on average; the cells of tables hold fewer."""


def in_order(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines as they are read: columns that were written line by line are parted."""
    gutter = _gutter(lines)
    if gutter is None:
        return lines
    done: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        gap = _gap_at(line, gutter)
        if gap:
            left.append(_part(line, 0, gap.at, line.left, gap.left))
            right.append(_part(line, gap.at, len(line.words), gap.right, line.right))
        elif line.right <= gutter:
            left.append(line)
        elif line.left >= gutter:
            right.append(line)
        else:  # a line over both columns
            done += [*in_order(tuple(left)), *in_order(tuple(right)), line]
            left, right = [], []
    return (*done, *in_order(tuple(left)), *in_order(tuple(right)))


def _gutter(lines: tuple[Line, ...]) -> float | None:
    """Where the white between two columns stands that share their lines; None without such."""
    middles = {round((gap.left + gap.right) / 2) for line in lines for gap in line.gaps}
    for middle in sorted(middles):
        parted = [(line, gap) for line in lines if (gap := _gap_at(line, middle))]
        length = sum(gap.at for _, gap in parted)
        rest = sum(len(line.words) - gap.at for line, gap in parted)
        least = _COLUMN_WORDS * len(parted)
        if len(parted) >= _GUTTER_LINES and min(length, rest) >= least:
            return float(middle)
    return None


def _gap_at(line: Line, x: float) -> Gap | None:
    return next((gap for gap in line.gaps if gap.left <= x <= gap.right), None)


def _part(line: Line, start: int, end: int, left: float, right: float) -> Line:
    words = line.words[start:end]
    lead = len(words) - len(words.lstrip())
    gaps = tuple(
        Gap(gap.at - start - lead, gap.left, gap.right) for gap in line.gaps if start < gap.at < end
    )
    return replace(line, words=words.strip(), left=left, right=right, gaps=gaps)
