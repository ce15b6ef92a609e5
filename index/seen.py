"""What was seen of a folder's files, and of the records in them that gave no article.

A record that repeats an article's text is left out, too, for as long as that article is there.
"""

from dataclasses import dataclass

from index.storage import packed, unpacked


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file as it was when it was looked at last; see `files` in `index.schema`."""

    path: str
    stat: str
    content: bytes | None = None
    reason: str | None = None
    twin: str | None = None


FILES = "SELECT path, stat, content, reason, twin FROM files ORDER BY path"


def seen_file(row: tuple[bytes, str, bytes | None, bytes | None, str | None]) -> SeenFile:
    """A row of `FILES`."""
    path, stat, content, reason, twin = row
    why = None if reason is None else unpacked(reason)
    return SeenFile(unpacked(path), stat, content, why, twin)


LeftOutRow = tuple[bytes, bytes, bytes, str | None]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A record of the file at `path`; `name` is the id that its article would have had.

    `twin` is the SHA-256 of its text where another article has the same.
    """

    path: str
    name: str
    reason: str
    twin: str | None = None


LEFT_OUT = "SELECT path, record, reason, twin FROM left_out ORDER BY path, number"


def left_out(row: LeftOutRow) -> LeftOut:
    """A row of `LEFT_OUT`."""
    path, within, reason, twin = row
    return LeftOut(unpacked(path), unpacked(path + within), unpacked(reason), twin)


def left_out_row(record: LeftOut) -> LeftOutRow:
    """A record as a row: of its name only what follows the file's path, which may change."""
    within = record.name.removeprefix(record.path)
    return packed(record.path), packed(within), packed(record.reason), record.twin
