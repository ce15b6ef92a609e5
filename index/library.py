"""The stored articles and their passages, as one snapshot that never changes.

A `Library` sees what was committed when it was opened, whatever is written meanwhile: it holds one
read transaction (SQLite's WAL keeps it apart from writers), shared by all threads under a lock.
Nothing that it hands out was not compared with its digest.
"""

import json
import sqlite3
import weakref
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from threading import RLock
from typing import Any

from index.articles import Article, label_of
from index.connecting import check_header, readable
from index.passages import Passage
from index.recent import Recent
from index.seen import FILES, LEFT_OUT, LeftOut, SeenFile, left_out, seen_file
from index.spans import Span
from index.storage import (
    ARTICLE_COLUMNS,
    PASSAGE_COLUMNS,
    PASSAGES_AT_ONCE,
    LibraryDamaged,
    LibraryMissing,
    article_of,
    damage,
    packed,
    passage_of,
    rows_at_once,
    unpacked,
)
from index.writing import State, Writer, state_in

AT_ONCE = 500
"""Rows fetched, and ids asked for, in one go."""

MOST_NAMES = 20
"""Other names of a thing that are looked at."""

# Steps from name to name; thousands of articles may explain the same.
_NAMES = f"""
WITH RECURSIVE names(phrase, other) AS (
    SELECT ?, (SELECT min(other) FROM explained WHERE phrase = ?)
    UNION ALL
    SELECT phrase, (SELECT min(e.other) FROM explained e WHERE e.phrase = names.phrase
                    AND e.other > names.other) FROM names WHERE other IS NOT NULL
)
SELECT other FROM names WHERE other IS NOT NULL LIMIT {MOST_NAMES}
"""

Row = tuple[Any, ...]


class Library:
    """Articles and passages, by id and in order, of one committed generation."""

    def __init__(self, connection: sqlite3.Connection, path: Path | str) -> None:
        self.path = path
        self._connection = connection
        self._lock = RLock()
        self._passages = Recent[Passage](4_096)
        self._articles = Recent[Article](64)
        self._end = weakref.finalize(self, connection.close)
        with damage(path):
            connection.execute("BEGIN")
            self.state: State = state_in(connection, path)

    @classmethod
    def of(cls, articles: Iterable[Article]) -> "Library":
        """A library of these articles, in memory; of two with one id the later counts."""
        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        writer = Writer(connection, ":memory:")
        writer.begin()
        for article in {article.id: article for article in articles}.values():
            writer.add(article.id, article)
        writer.commit(folder="", stamp="")
        return cls(connection, ":memory:")

    @classmethod
    def opened(cls, path: Path) -> "Library":
        """What was last committed to the file.

        LibraryMissing, LibraryOutdated, LibraryTooNew, or LibraryDamaged where that is plain to
        see; the rest of the damage shows when it is read, and `faults` finds all of it.
        """
        if not path.is_file() or not path.stat().st_size:
            raise LibraryMissing(path)
        connection = readable(path)
        try:
            check_header(connection, path)
            return cls(connection, path)
        except BaseException:
            connection.close()
            raise

    def close(self) -> None:
        """Gives the file back; nothing can be read any more."""
        self._end()

    @property
    def generation(self) -> int:
        """Numbers the commits of the file; no two libraries share a number."""
        return self.state.generation

    @property
    def article_count(self) -> int:
        """How many articles there are."""
        return self.state.articles

    @property
    def passage_count(self) -> int:
        """How many passages there are."""
        return self.state.passages

    @property
    def articles(self) -> Iterator[Article]:
        """All articles, in the order of their ids."""
        rows = self._rows(f"SELECT {ARTICLE_COLUMNS} FROM articles ORDER BY id")
        for row in self._all(rows, self.article_count, "articles"):
            yield article_of(row, self.path)

    @property
    def signed(self) -> Iterator[tuple[str, str]]:
        """Label and author of each article that names its author, in the order of their ids."""
        facts = "json_extract(facts, '$[0]', '$[1]')"
        signed = "json_type(facts, '$[1]') = 'text'"
        for name, known in self._rows(
            f"SELECT id, {facts} FROM articles WHERE {signed} ORDER BY id"
        ):
            title, author = json.loads(known)
            yield label_of(title, unpacked(name)), author

    @property
    def passages(self) -> Iterator[Passage]:
        """All passages, article by article, in the order of the text."""
        rows = self._rows(
            f"SELECT {PASSAGE_COLUMNS}, a.id FROM articles a"
            " CROSS JOIN passages p ON p.article = a.number ORDER BY a.id, p.number"
        )
        for row in self._all(rows, self.passage_count, "passages"):
            yield self._passage(row)

    def passages_between(self, first: int, last: int) -> Iterator[Passage]:
        """The passages of these numbers (`Library.numbers`), in their order."""
        for row in self._rows(
            f"SELECT {PASSAGE_COLUMNS}, a.id FROM passages p CROSS JOIN articles a"
            " ON a.number = p.article WHERE p.number BETWEEN ? AND ? ORDER BY p.number",
            first,
            last,
        ):
            yield self._passage(row)

    @property
    def numbers(self) -> range:
        """Numbers of which each passage has one, in the order in which they came in."""
        row = self._row("SELECT min(number), max(number) FROM passages")
        return range(row[0], row[1] + 1) if row and row[0] is not None else range(0)

    def since(self, generation: int) -> Iterator[Passage]:
        """The passages of all articles that came in after a generation."""
        for (name,) in self._rows("SELECT id FROM articles WHERE since > ?", generation):
            yield from self.passages_in(unpacked(name))

    def gone_since(self, generation: int) -> Iterator[str]:
        """Ids of passages that stood in a generation and stand no more, as far as remembered."""
        rows = self._rows("SELECT id FROM former WHERE generation >= ?", generation)
        return (name for (name,) in rows)

    def explained(self, phrases: Sequence[str]) -> dict[str, list[str]]:
        """What articles call by another name too (`index.abbreviations`), for those of `phrases`.

        At most `MOST_NAMES` names each, by the alphabet.
        """
        held = "SELECT 1 FROM explained WHERE phrase = value"
        asked = f"SELECT value FROM json_each(?) WHERE EXISTS ({held})"
        known = [phrase for (phrase,) in self._rows(asked, json.dumps(phrases))]
        return {
            phrase: [name for (name,) in self._rows(_NAMES, phrase, phrase)] for phrase in known
        }

    def article(self, article_id: str) -> Article:
        """The article of that id; KeyError when there is none."""
        with self._lock:
            if found := self._articles.get(article_id):
                return found
        row = self._row(f"SELECT {ARTICLE_COLUMNS} FROM articles WHERE id = ?", packed(article_id))
        if row is None:
            raise KeyError(article_id)
        article = article_of(row, self.path)
        with self._lock:
            self._articles.put(article_id, article)
        return article

    def passage(self, passage_id: str) -> Passage:
        """The passage of that id; KeyError when there is none."""
        return self.passages_of_ids([passage_id])[0]

    def passages_of_ids(self, ids: Sequence[str]) -> list[Passage]:
        """The passages of these ids, in their order; KeyError when there is none of one."""
        with self._lock:
            found = {i: passage for i in ids if (passage := self._passages.get(i))}
        missing = [i for i in ids if i not in found]
        for start in range(0, len(missing), AT_ONCE):
            row = self._row(PASSAGES_AT_ONCE, json.dumps(missing[start : start + AT_ONCE]))
            with damage(self.path):
                rows = rows_at_once(*row) if row else []
            found.update((row[0], self._passage(row)) for row in rows)
        with self._lock:
            for i in missing:
                self._passages.put(i, found[i])
        return [found[i] for i in ids]

    def passages_in(self, article_id: str) -> list[Passage]:
        """The passages of an article, in the order of its text."""
        return self._passages_where("a.id = ? ORDER BY p.number", packed(article_id))

    def passages_from(self, article_id: str) -> int:
        """How many passages an article has."""
        counting = "SELECT count(*) FROM passages WHERE article = (SELECT number FROM articles"
        row = self._row(f"{counting} WHERE id = ?)", packed(article_id))
        return int(row[0]) if row else 0

    def with_words(self, words_id: str) -> list[Passage]:
        """The passages whose words have this id: one in each place where they stand."""
        return self._passages_where(
            "p.id >= ? AND p.id < ? || '/' ORDER BY p.id", words_id, words_id
        )

    def around(self, passage_id: str, *, reach: int = 1) -> tuple[Passage, ...]:
        """A passage with up to `reach` neighbours of its article on either side, in order."""
        row = self._row("SELECT number, article FROM passages WHERE id = ?", passage_id)
        if row is None:
            raise KeyError(passage_id)
        number, article = row
        where = "p.article = ? AND p.number BETWEEN ? AND ? ORDER BY p.number"
        return tuple(self._passages_where(where, article, number - reach, number + reach))

    def quotable(self, passage: Passage, span: Span) -> Article:
        """The article that a passage's words are quoted from, with `span` in it.

        LibraryDamaged unless the passage's words stand in the article where the passage says.
        """
        article = self.article(passage.article_id)
        if passage.span.of(article.text) != passage.text or span.end > len(article.text):
            raise LibraryDamaged(self.path, f"the passage {passage.id!r} is not in its article")
        return article

    def former(self, passage_id: str) -> tuple[str, int] | None:
        """The article and paragraph where a passage stood that stands no more."""
        row = self._row("SELECT article, paragraph FROM former WHERE id = ?", passage_id)
        return (unpacked(row[0]), row[1]) if row else None

    def files(self) -> Iterator[SeenFile]:
        """The files of the folder as they were seen, by path; those with a reason gave nothing."""
        with damage(self.path):
            yield from map(seen_file, self._rows(FILES))

    @property
    def skipped(self) -> int:
        """How many files gave nothing."""
        row = self._row("SELECT count(*) FROM files WHERE reason IS NOT NULL")
        return int(row[0]) if row else 0

    def left_out(self) -> Iterator[LeftOut]:
        """The records that gave nothing though their files were read, file by file, in order."""
        with damage(self.path):
            yield from map(left_out, self._rows(LEFT_OUT))

    @property
    def left_out_count(self) -> int:
        """How many records gave nothing."""
        row = self._row("SELECT count(*) FROM left_out")
        return int(row[0]) if row else 0

    def rows(self, statement: str) -> Iterator[Row]:
        """What a statement finds in the file; for whoever checks it."""
        return self._rows(statement)

    def _all(self, rows: Iterator[Row], count: int, name: str) -> Iterator[Row]:
        """The rows; LibraryDamaged at the end unless there were so many."""
        found = 0
        for found, row in enumerate(rows, 1):  # noqa: B007 - the last number is used below
            yield row
        if found != count:
            raise LibraryDamaged(self.path, f"it should hold {count:,} {name} and holds {found:,}")

    def _passages_where(self, where: str, *values: object) -> list[Passage]:
        columns = f"{PASSAGE_COLUMNS}, a.id"
        joined = "passages p JOIN articles a ON a.number = p.article"
        rows = self._rows(f"SELECT {columns} FROM {joined} WHERE {where}", *values)
        return [self._passage(row) for row in rows]

    def _passage(self, row: Row) -> Passage:
        return passage_of(row[:-1], row[-1], self.path)

    def _row(self, statement: str, *values: object) -> Row | None:
        return next(self._rows(statement, *values), None)

    def _rows(self, statement: str, *values: object) -> Iterator[Row]:
        with self._lock, damage(self.path):
            cursor = self._connection.execute(statement, values)
            rows = cursor.fetchmany(AT_ONCE)
        while rows:
            yield from rows
            if len(rows) < AT_ONCE:
                return
            with self._lock, damage(self.path):
                rows = cursor.fetchmany(AT_ONCE)
