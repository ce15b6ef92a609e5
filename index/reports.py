"""What became of each file when a library was brought up to date: told one by one, and counted."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from index.changes import Changes


class Status(StrEnum):
    """What became of a file."""

    INDEXED = "indexed"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file, and why."""

    path: str
    status: Status
    reason: str | None = None


Report = Callable[[FileReport], None]


class Reports:
    """Counts what became of files, and passes it on."""

    def __init__(self, report: Report | None) -> None:
        self._report = report
        self.counts = dict.fromkeys(Status, 0)

    def __call__(self, path: str, status: Status, reason: str | None = None) -> None:
        self.counts[status] += 1
        if self._report:
            self._report(FileReport(path, status, reason))

    def settled(self, known: Changes) -> None:
        """The files about which nothing is to be done."""
        for file in known.unchanged:
            skipped = file.reason is not None
            self(file.path, Status.SKIPPED if skipped else Status.UNCHANGED, file.reason)
        for unknown in known.unknown:
            self(unknown.path, Status.SKIPPED, unknown.reason)
