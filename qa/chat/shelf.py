"""A folder of articles as a chat sees it: what it holds, and what answers from it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from index.library import Library
from qa.answers import Outcome, Question


@dataclass(frozen=True, slots=True)
class Shelf:
    """The articles of `folder`, ready to be asked.

    `vocabulary` gives at most so many words of the articles that begin with a prefix; `skipped`
    counts the files that could not be read, `left_out` the records of the others. `problem` says
    why it is not up to date, if it is not. Where somebody keeps up with the folder, `latest` gives
    the shelf that has taken its place.
    """

    folder: Path
    library: Library
    answer: Callable[[Question], Outcome]
    vocabulary: Callable[[str, int], list[str]]
    skipped: int = 0
    left_out: int = 0
    problem: str | None = None
    latest: "Callable[[], Shelf] | None" = None

    @property
    def unread(self) -> str:
        """What could not be read, counted: "1 file", "2 files and 14 records"; "" for nothing."""
        counts = ((self.skipped, "file"), (self.left_out, "record"))
        return " and ".join(f"{n:,} {what}{'s' * (n > 1)}" for n, what in counts if n)


class ShelfError(Exception):
    """A folder of articles cannot be opened; the message is a sentence for a person."""


OpenShelf = Callable[[Path], Shelf]
"""Reads a folder; ShelfError when it cannot."""
