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
    counts the files that could not be read. `problem` says why it is not up to date, if it is not.
    Where somebody keeps up with the folder, `latest` gives the shelf that has taken its place.
    """

    folder: Path
    library: Library
    answer: Callable[[Question], Outcome]
    vocabulary: Callable[[str, int], list[str]]
    skipped: int = 0
    problem: str | None = None
    latest: "Callable[[], Shelf] | None" = None


class ShelfError(Exception):
    """A folder of articles cannot be opened; the message is a sentence for a person."""


OpenShelf = Callable[[Path], Shelf]
"""Reads a folder; ShelfError when it cannot."""
