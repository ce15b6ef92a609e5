"""Changes to a library's file: all of one run in one transaction, none of them seen before its end.

Whoever writes holds the lock of `index.locking`; whoever dies while writing has changed nothing.
"""

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from index.abbreviations import learned_from
from index.articles import Article
from index.naming import names_for
from index.passages import Passage, passages_of
from index.schema import FORMAT, SCHEMA
from index.seen import FILES, LeftOut, SeenFile, left_out_row, seen_file
from index.storage import (
    LibraryDamaged,
    LibraryMissing,
    LibraryUnwritable,
    article_digest,
    article_row,
    connected,
    damage,
    packed,
    passage_row,
    unpacked,
)

MOST_FORMER = 100_000
"""Ids of passages that stand no more; the oldest are forgotten."""


_DAMAGE = {
    sqlite3.SQLITE_ERROR,  # a table or column is not there
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_CONSTRAINT,
    sqlite3.SQLITE_MISMATCH,
}
"""What SQLite says of a file that does not hold what was written; the rest is the disk's doing."""


@dataclass(frozen=True, slots=True)
class State:
    """What a commit says of itself, of where its articles come from and how many there are.

    `generation` is one more than that of the commit before. A new library begins anywhere, so that
    no two have the same. `stamp` says with which settings and by which code the articles were read.
    """

    generation: int = 0
    folder: str = ""
    stamp: str = ""
    articles: int = 0
    passages: int = 0


def state_in(connection: sqlite3.Connection, path: Path | str) -> State:
    """The state of the last commit; LibraryMissing when there was none."""
    rows = dict(connection.execute("SELECT name, value FROM meta").fetchall())
    if not rows:
        raise LibraryMissing(path)
    if _sealed(rows.get("state", "")) != rows.get("seal"):
        raise LibraryDamaged(path, "what it says of itself has changed")
    return State(**json.loads(rows["state"]))


def _sealed(text: str) -> str:
    return hashlib.sha256(packed(text)).hexdigest()


@contextmanager
def writer_to(path: Path) -> Iterator["Writer"]:
    """A writer in a transaction, which is undone unless `commit` was reached inside the block.

    LibraryUnwritable for all that disks and permissions do, LibraryDamaged for what cannot be read.
    """
    connection: sqlite3.Connection | None = None
    try:
        connection = connected(path, mode="rwc")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA cache_size = -32768")
        yield Writer(connection, path)
        connection.execute("PRAGMA busy_timeout = 0")  # who still reads the log is not waited for
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except OSError as error:
        raise LibraryUnwritable(path, error.strerror or str(error)) from error
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE:
            raise LibraryDamaged(path, str(error)) from error
        raise LibraryUnwritable(path, str(error)) from error
    finally:
        if connection is not None:
            connection.close()


class Writer:
    """Puts articles and files into a library, and takes them out."""

    def __init__(self, connection: sqlite3.Connection, path: Path | str) -> None:
        self.path = path
        self._connection = connection
        self.is_new = True
        self.state = State(generation=secrets.randbelow(1 << 40))
        self._number = 1
        self._has_former = False

    def begin(self) -> None:
        """Begins to change what is there; where there is nothing, makes the tables first."""
        self._do("BEGIN IMMEDIATE")
        if not self._one("SELECT count(*) FROM sqlite_master"):
            for statement in SCHEMA.split(";\n"):
                self._do(statement)
            return
        with damage(self.path):
            self.is_new = False
            self.state = state_in(self._connection, self.path)
            self._number = 1 + max(
                self._one("SELECT max(number) FROM passages") or 0,
                self._one("SELECT max(number) FROM articles") or 0,
            )
            self._has_former = bool(
                self._one("SELECT count(*) FROM (SELECT 1 FROM former LIMIT 1)")
            )

    def commit(self, *, folder: str, stamp: str, new: bool = True) -> State:
        """Makes all changes visible at once, as a `new` generation or as more about the last."""
        if self._has_former:
            self._do(
                "DELETE FROM former WHERE id NOT IN"
                " (SELECT id FROM former ORDER BY generation DESC LIMIT ?)",
                MOST_FORMER,
            )
        generation = self.state.generation + new
        self.state = replace(self.state, generation=generation, folder=folder, stamp=stamp)
        text = json.dumps(asdict(self.state))
        values = {"format": str(FORMAT), "state": text, "seal": _sealed(text)}
        for name, value in values.items():
            self._do("INSERT OR REPLACE INTO meta VALUES (?, ?)", name, value)
        self._do("COMMIT")
        return self.state

    def roll_back(self) -> None:
        """Undoes all changes since the beginning."""
        self._do("ROLLBACK")

    def files(self) -> Iterator[SeenFile]:
        """Every file that was seen, by path."""
        return map(seen_file, self._connection.execute(FILES))

    def articles_in(self, path: str) -> int:
        """How many articles came out of a file."""
        return int(self._one("SELECT count(*) FROM contents WHERE path = ?", packed(path)))

    def keep_file(self, seen: SeenFile) -> None:
        """Remembers what was seen of a file."""
        reason = None if seen.reason is None else packed(seen.reason)
        values = (packed(seen.path), seen.stat, seen.content, reason, seen.twin)
        self._do("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)", *values)

    def leave_out(self, record: LeftOut) -> None:
        """Remembers a record that gave no article, until its file is read again or gone."""
        statement = "INSERT INTO left_out (path, record, reason, twin) VALUES (?, ?, ?, ?)"
        self._do(statement, *left_out_row(record))

    def remove_file(self, path: str) -> None:
        """Forgets a file and takes out its articles."""
        self.remove_articles_of(path)
        self._do("DELETE FROM files WHERE path = ?", packed(path))

    def remove_articles_of(self, path: str) -> None:
        """Takes out what a file gave; where its articles' passages stood is remembered."""
        for number, article_id in self._articles_of(path):
            self._connection.executemany(
                "INSERT OR REPLACE INTO former VALUES (?, ?, ?, ?)",
                self._leaving(number, article_id),
            )
            passages = self._do("DELETE FROM passages WHERE article = ?", number)
            self._do("DELETE FROM explained WHERE article = ?", number)
            self._do("DELETE FROM articles WHERE number = ?", number)
            self._count(articles=-1, passages=-passages)
            self._has_former = True
        for table in ("contents", "left_out"):
            self._do(f"DELETE FROM {table} WHERE path = ?", packed(path))

    def _leaving(self, number: int, article_id: bytes) -> list[tuple[str, bytes, int, int]]:
        """The passages of an article as rows of `former`."""
        rows = self._connection.execute(
            "SELECT id, place FROM passages WHERE article = ?", (number,)
        )
        generation = self.state.generation
        with damage(self.path):
            return [(i, article_id, json.loads(place)[3], generation) for i, place in rows]

    def remember(self, passage: Passage) -> None:
        """Keeps the id of a passage for when the same words stand in the same article again."""
        values = (passage.id, packed(passage.article_id), passage.paragraph)
        self._do("INSERT OR IGNORE INTO former VALUES (?, ?, ?, 0)", *values)
        self._has_former = True

    def rename_file(self, old: str, new: SeenFile) -> None:
        """Gives a file and its articles another path; nothing else about them changes."""
        for number, article_id in self._articles_of(old):
            name = packed(new.path + unpacked(article_id).removeprefix(old))
            row = self._connection.execute(
                "SELECT sha256, facts FROM articles WHERE number = ?", (number,)
            ).fetchone()
            digest = article_digest(name, *row)
            change = "UPDATE articles SET id = ?, digest = ? WHERE number = ?"
            self._do(change, name, digest, number)
        for table in ("contents", "left_out"):
            self._do(f"UPDATE {table} SET path = ? WHERE path = ?", packed(new.path), packed(old))
        self._do("DELETE FROM files WHERE path = ?", packed(old))
        self.keep_file(new)

    def twin_of(self, article: Article) -> str | None:
        """The id of the article that has this text already."""
        found = self._one("SELECT id FROM articles WHERE sha256 = ?", article.sha256)
        return None if found is None else unpacked(found)

    def holds(self, article_id: str) -> bool:
        """Whether there is an article of that id."""
        return self._one("SELECT 1 FROM articles WHERE id = ?", packed(article_id)) is not None

    def without_twin(self) -> list[str]:
        """The files of which something is left out because an article had its text that is gone."""
        lacking = "WHERE twin IS NOT NULL AND twin NOT IN (SELECT sha256 FROM articles)"
        rows = self._connection.execute(
            f"SELECT path FROM files {lacking} UNION SELECT path FROM left_out {lacking}"
        )
        return [unpacked(path) for (path,) in rows]

    def add(self, path: str, article: Article) -> None:
        """Puts in an article that came out of the file at `path`."""
        number = self._number
        row = (number, *article_row(article), self.state.generation + 1)
        self._do("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)", *row)
        self._do("INSERT INTO contents VALUES (?, ?)", packed(path), number)
        passages = list(passages_of(article))
        local = [passage.id for passage in passages]
        names = names_for(self._connection, article.id, local, renewing=self._has_former)
        self._connection.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (number + i, *passage_row(_named(passage, name), number))
                for i, (passage, name) in enumerate(zip(passages, names, strict=True))
            ),
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO explained VALUES (?, ?, ?)",
            ((*pair, number) for pair in learned_from(passages)),
        )
        self._number += max(len(passages), 1)
        self._count(articles=1, passages=len(passages))

    def _articles_of(self, path: str) -> list[tuple[int, bytes]]:
        return self._connection.execute(
            "SELECT number, id FROM articles WHERE number IN"
            " (SELECT article FROM contents WHERE path = ?) ORDER BY number",
            (packed(path),),
        ).fetchall()

    def _count(self, *, articles: int, passages: int) -> None:
        state = self.state
        self.state = replace(
            state, articles=state.articles + articles, passages=state.passages + passages
        )

    def _one(self, statement: str, *values: object) -> Any:
        row = self._connection.execute(statement, values).fetchone()
        return row[0] if row else None

    def _do(self, statement: str, *values: object) -> int:
        return self._connection.execute(statement, values).rowcount


def _named(passage: Passage, name: str) -> Passage:
    return passage if passage.id == name else replace(passage, id=name)
