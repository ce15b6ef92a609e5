"""What changed in a folder since it was looked at last: from two lists of files, opening none."""

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from index.folder import Candidate, Skipped
from index.seen import SeenFile

_FINE, _COARSE = 50_000_000, 2_000_000_000
"""Nanoseconds within which a file system may give two changes the same time."""


@dataclass(slots=True)
class Changes:
    """Files by what is to be done about them, each list by path.

    `unknown` were there, and nothing can be said of them now: they stay as they are. `suspects`
    are new, or look otherwise than before.
    """

    unchanged: list[SeenFile] = field(default_factory=list)
    unknown: list[Skipped] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    suspects: list[tuple[Candidate, SeenFile | None]] = field(default_factory=list)
    gone: list[SeenFile] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether the folder is as it was."""
        return not (self.suspects or self.gone or self.skipped)


Found = Candidate | Skipped


def changes(found: Iterable[Found], before: Iterable[SeenFile], *, force: bool = False) -> Changes:
    """What is to be done about the files found, and about those seen before; both by path."""
    kept = list(found)
    unlisted = [f.path for f in kept if isinstance(f, Skipped) and f.unlisted]
    result = Changes()
    for now, then in _side_by_side(kept, before):
        if now is None:
            _missed(then, unlisted, result)
        elif isinstance(now, Skipped):
            _passed_over(now, then, result)
        elif then and then.stat == stat_text(now.stat) and not force:
            result.unchanged.append(then)
        else:
            result.suspects.append((now, then))
    return result


def stat_text(stat: os.stat_result) -> str:
    """What tells, without opening a file, whether it may have changed."""
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino} {stat.st_dev}"


def settled(stat: os.stat_result) -> str:
    """`stat_text`, or what equals none where a change this very moment would not show in it."""
    coarse = stat.st_mtime_ns % 1_000_000_000 == 0
    young = time.time_ns() - max(stat.st_mtime_ns, stat.st_ctime_ns)
    return stat_text(stat) if abs(young) > (_COARSE if coarse else _FINE) else ""


def _side_by_side(
    found: list[Found], before: Iterable[SeenFile]
) -> Iterator[tuple[Found | None, SeenFile | None]]:
    """The files of both lists in pairs of the same path."""
    earlier = iter(before)
    then = next(earlier, None)
    for now in found:
        path = now.path if isinstance(now, Skipped) else now.id
        while then and then.path < path:
            yield None, then
            then = next(earlier, None)
        if then and then.path == path:
            yield now, then
            then = next(earlier, None)
        else:
            yield now, None
    while then:
        yield None, then
        then = next(earlier, None)


def _missed(then: SeenFile | None, unlisted: list[str], result: Changes) -> None:
    """A file that was not found is gone, unless its folder could not be listed."""
    if then is None:
        return
    hidden = next((p for p in unlisted if p == "." or then.path.startswith(f"{p}/")), None)
    if hidden is None:
        result.gone.append(then)
    else:
        reason = f"Its folder {hidden!r} cannot be listed; it stays as it was read before."
        result.unknown.append(Skipped(then.path, reason, transient=True))


def _passed_over(now: Skipped, then: SeenFile | None, result: Changes) -> None:
    """What is no candidate is known already, or unknown just now, or newly skipped."""
    if then and then.reason == now.reason:
        result.unchanged.append(then)
    elif then and then.reason is None and now.transient:
        result.unknown.append(now)
    else:
        result.skipped.append(now)
