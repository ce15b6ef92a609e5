"""Where lines are shown: a terminal in colour, or a file or pipe as plain text.

rich is imported for a terminal alone (it costs an `ask` in a pipe a tenth of its time), and
decides there what NO_COLOR, FORCE_COLOR, TERM=dumb and an old Windows console ask for.
"""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, TextIO

from qa.render.styled import Line, Look, Style, plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress
    from rich.segment import Segments

STYLES = {
    Style.PLAIN: "",
    Style.QUOTED: "",
    Style.MARKED: "bold green",
    Style.BAR: "cyan",
    Style.CITATION: "dim",
    Style.CONTEXT: "dim",
    Style.NOTE: "italic yellow",
    Style.REFUSAL: "bold yellow",
    Style.HEADING: "bold",
    Style.ERROR: "red",
}
"""How each style looks on a terminal, in rich's words."""

WIDEST = 100
"""Cells of a row at most: longer rows are hard to read."""


class Bar:
    """How many of so many things are done."""

    def __init__(self, progress: "Progress", doing: str) -> None:
        self._progress = progress
        self._task = progress.add_task(doing, total=None)

    def expect(self, count: int) -> None:
        """So many there will be."""
        self._progress.update(self._task, total=count)

    def advance(self, count: int = 1) -> None:
        """One, or so many, are done."""
        self._progress.advance(self._task, count)


class Screen:
    """Shows lines on a stream, styled when it is a terminal or when FORCE_COLOR says so."""

    def __init__(self, stream: TextIO, environ: Mapping[str, str]) -> None:
        self._stream = stream
        self._terminal = stream.isatty()
        self._styled = self._terminal or bool(environ.get("FORCE_COLOR"))
        self._unicode = (stream.encoding or "").lower().startswith("utf")

    @property
    def look(self) -> Look:
        """What can be shown there at this moment; rows of a file are never broken."""
        width = min(shutil.get_terminal_size().columns, WIDEST) if self._terminal else None
        return Look(width, self._unicode)

    def show(self, lines: Iterable[Line]) -> None:
        """Writes `lines`, exactly their characters, and flushes."""
        if self._styled:
            self._show_styled(lines)
        else:
            self._stream.write(plain(lines))
        self._stream.flush()

    @contextmanager
    def progress(self, doing: str) -> "Iterator[Bar]":
        """A bar that shows how far `doing` something is, and goes when it is done."""
        from rich.progress import MofNCompleteColumn, Progress, TimeRemainingColumn

        columns = (*Progress.get_default_columns()[:2], MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=self._console, transient=True) as progress:
            yield Bar(progress, doing)

    @cached_property
    def _console(self) -> "Console":
        from rich.console import Console

        return Console(file=self._stream, highlight=False, markup=False, emoji=False)

    def _show_styled(self, lines: Iterable[Line]) -> None:
        self._console.print(segments(lines), end="", crop=False, soft_wrap=True)


def segments(lines: Iterable[Line]) -> "Segments":
    """Lines as rich prints them: exactly their characters, in their styles."""
    from rich.segment import Segment, Segments
    from rich.style import Style as RichStyle

    parts: list[Segment] = []
    for line in lines:
        parts += [Segment(piece.text, RichStyle.parse(STYLES[piece.style])) for piece in line]
        parts.append(Segment.line())
    return Segments(parts)
