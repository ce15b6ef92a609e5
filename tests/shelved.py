"""Folders and libraries for tests: small articles written, changed, and what a library makes of them."""

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from index.library import Library
from index.reports import FileReport
from index.sync import sync
from index.update import Synced, SyncOptions

Contents = dict[str, tuple[str, tuple[str, ...]]]
"""Of each article its hash and its passages' words."""

OLD: Mapping[str, str] = {
    f"part/{name}.md": f"# About {name}\n\nThe {name} was signed in {year}.\n\n- It has {year % 7} parts.\n"
    for name, year in [("treaty", 1991), ("pact", 1992), ("accord", 1993), ("charter", 1994)]
} | {"note.txt": "A Note\n\nThe note stays as it is, whatever happens to the others.\n"}

NEW: Mapping[str, str] = {
    "part/treaty.md": "# About treaty\n\nThe treaty was signed in 2001 and never again.\n",
    "part/renamed.md": OLD["part/pact.md"],
    "part/charter.md": OLD["part/charter.md"],
    "note.txt": OLD["note.txt"],
    "fresh.md": "# Fresh\n\nA fresh article came in.\n\n" + "It has a long tail of words. " * 400,
}


def fill(folder: Path, files: Mapping[str, str]) -> None:
    """Makes a folder hold these files and no others; files that are right stay untouched."""
    folder.mkdir(parents=True, exist_ok=True)
    for there in [p for p in folder.rglob("*") if p.is_file()]:
        if there.relative_to(folder).as_posix() not in files:
            there.unlink()
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists() or file.read_text() != text:
            file.write_text(text)
            age(file)


def age(file: Path) -> None:
    """Makes a file look settled: what was written this very moment is looked into next time."""
    hour_ago = time.time_ns() - 3_600_000_000_001
    os.utime(file, ns=(hour_ago, hour_ago))


def contents(library: Library) -> Contents:
    """All that a library holds, read and compared with its digests and counts."""
    words: dict[str, list[str]] = {}
    for passage in library.passages:
        words.setdefault(passage.article_id, []).append(passage.text)
    return {a.id: (a.sha256, tuple(words.get(a.id, ()))) for a in library.articles}


def stored(path: Path) -> Contents:
    """What is committed at `path`."""
    library = Library.opened(path)
    try:
        return contents(library)
    finally:
        library.close()


def synced(
    folder: Path, path: Path, **options: object
) -> tuple[Synced, dict[str, tuple[str, str | None]]]:
    """A run, and what it said of each file."""
    said: dict[str, tuple[str, str | None]] = {}

    def report(file: FileReport) -> None:
        assert file.path not in said, "a file is told of once"
        said[file.path] = (file.status.value, file.reason)

    return sync(folder, path, SyncOptions(**options), report), said  # type: ignore[arg-type]


def in_child(work: Callable[[], object]) -> int:
    """Runs `work` in a child of this process; how that ended, as `os.waitpid` says."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    return os.waitpid(child, 0)[1]


def spoil(path: Path) -> None:
    """Breaks the header of the file."""
    with path.open("r+b") as file:
        file.write(bytes(64))
