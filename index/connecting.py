"""Connections to read a library's file with, and what its header tells."""

import sqlite3
from pathlib import Path

from index.schema import APPLICATION, FORMAT
from index.storage import (
    LibraryDamaged,
    LibraryMissing,
    LibraryOutdated,
    LibraryTooNew,
    connected,
    damage,
)


def readable(path: Path) -> sqlite3.Connection:
    """A connection to read with, also where nothing may be written beside the file."""
    for mode in ("rw", "ro", "ro&immutable=1"):
        if "immutable" in mode and _unmerged(path):
            break  # what stands in the WAL would be passed over
        connection = connected(path, mode=mode)
        try:
            connection.execute("PRAGMA query_only = ON")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            return connection
        except sqlite3.OperationalError as error:
            connection.close()
            problem: sqlite3.Error = error
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            connection.close()  # SQLite's own message may hold bytes of the damaged file
            raise LibraryDamaged(path, str(error)) from error
    raise LibraryDamaged(path, str(problem)) from problem


def _unmerged(path: Path) -> bool:
    wal = path.with_name(f"{path.name}-wal")
    return wal.exists() and wal.stat().st_size > 0


def check_header(connection: sqlite3.Connection, path: Path) -> None:
    """What can be told without reading the tables."""
    with damage(path):
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        page_size = connection.execute("PRAGMA page_size").fetchone()[0]
    if not tables:
        raise LibraryMissing(path)
    if application != APPLICATION:
        raise LibraryDamaged(path, "it is no library of Pullquote")
    if version != FORMAT:
        _check_format(connection, path, version)
    if not _unmerged(path) and pages * page_size > path.stat().st_size:
        raise LibraryDamaged(path, "its end is missing")


def _check_format(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Raises what a file of another format is: older, newer, or one whose header is damaged."""
    with damage(path):
        inside = connection.execute("SELECT value FROM meta WHERE name = 'format'").fetchone()
    if inside is None or inside[0] != str(version):
        raise LibraryDamaged(path, "its header has changed")
    raise (LibraryTooNew if version > FORMAT else LibraryOutdated)(path, version)
