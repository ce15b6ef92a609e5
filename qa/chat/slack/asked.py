"""What was asked and how it was rated, for buttons pressed later, the home tab and `eval`.

docs/privacy.md says what is kept and how long; nothing else of a person is.
"""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from qa.answers import Answer, Outcome
from qa.chat.slack.incoming import Incoming
from qa.chat.slack.store import Store
from qa.render.slack_controls import all_quotes

DAY = 86_400.0

_COLUMNS = "id, user, channel, thread, question, history, at, result, cites, posted"


@dataclass(frozen=True, slots=True)
class Cite:
    """A quotation that was shown: its passage, where that stands, and its words."""

    passage: str
    article: str
    paragraph: int
    words: str


@dataclass(frozen=True, slots=True)
class Record:
    """A question and what came of it. `posted` is its answer's ts, empty where it has none."""

    id: str
    user: str
    channel: str
    thread: str
    question: str
    history: tuple[str, ...]
    at: float
    result: str
    cites: tuple[Cite, ...] = ()
    posted: str = ""

    @property
    def answered(self) -> bool:
        """Whether it was answered, and not refused."""
        return self.result == "answered"


@dataclass(frozen=True, slots=True)
class Vote:
    """What a person said of the answer to a question; `why` is empty where they did not say."""

    record: Record
    good: bool
    why: str


def record_of(
    incoming: Incoming, question: str, history: tuple[str, ...], outcome: Outcome, at: float
) -> Record:
    """The record of a question that was just answered."""
    result = "answered" if isinstance(outcome, Answer) else str(outcome.reason.code)
    cites = tuple(
        Cite(c.passage_id, c.citation.article_id, c.citation.paragraph, c.quote.text)
        for c in all_quotes(outcome)[:3]
    )
    place = (incoming.channel, incoming.thread)
    words = question.encode("utf-8", "replace").decode()  # half a surrogate pair is no text
    return Record(incoming.id, incoming.user, *place, words, history, at, result, cites)


class Records:
    """Records and votes in the store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def keep(self, record: Record) -> None:
        """Write a record, in place of an older one of the same question."""
        await self._store.run(lambda db: _keep(db, record))

    async def of(self, about: str) -> Record | None:
        """The record of a question, if it is still kept."""
        found = await self._select("WHERE id = ?", about)
        return found[0] if found else None

    async def forget(self, about: str) -> None:
        """Erase a question and its votes."""

        def work(db: sqlite3.Connection) -> None:
            db.execute("DELETE FROM votes WHERE about = ?", (about,))
            db.execute("DELETE FROM asked WHERE id = ?", (about,))

        await self._store.run(work)

    async def prune(self, before: float) -> None:
        """Erase what was asked before a time."""

        def work(db: sqlite3.Connection) -> None:
            old = "SELECT id FROM asked WHERE at < ?"
            db.execute(f"DELETE FROM votes WHERE about IN ({old})", (before,))  # noqa: S608
            db.execute("DELETE FROM asked WHERE at < ?", (before,))

        await self._store.run(work)

    async def in_thread(self, channel: str, thread: str) -> list[Record]:
        """What the bot was asked in a thread, oldest first."""
        return await self._select(
            "WHERE channel = ? AND thread = ? AND posted > '' ORDER BY at", channel, thread
        )

    async def recent(self, user: str, limit: int) -> list[Record]:
        """A person's last questions, newest first."""
        return await self._select("WHERE user = ? ORDER BY at DESC LIMIT ?", user, limit)

    async def unanswered(self, limit: int) -> list[Record]:
        """The last questions that the articles did not answer, newest first."""
        codes = "('unknown_words', 'not_covered')"
        return await self._select(f"WHERE result IN {codes} ORDER BY at DESC LIMIT ?", limit)

    async def vote(self, about: str, user: str, *, good: bool, why: str, at: float) -> None:
        """Write a person's one vote on an answer, in place of an earlier one."""
        row = (about, user, int(good), why, at)
        await self._store.run(
            lambda db: (
                db.execute("INSERT OR REPLACE INTO votes VALUES (?, ?, ?, ?, ?)", row).rowcount
            )
        )

    async def tally(self) -> tuple[int, int]:
        """How many votes are good and how many bad."""

        def work(db: sqlite3.Connection) -> tuple[int, int]:
            good, bad = (
                db.execute("SELECT count(*) FROM votes WHERE good = ?", (value,)).fetchone()[0]
                for value in (1, 0)
            )
            return good, bad

        return await self._store.run(work)

    async def _select(self, condition: str, *values: object) -> list[Record]:
        query = f"SELECT {_COLUMNS} FROM asked {condition}"  # noqa: S608  # conditions of ours
        return await self._store.run(lambda db: [_record(row) for row in db.execute(query, values)])


def votes(db: sqlite3.Connection) -> Iterator[Vote]:
    """All votes with their questions, oldest question first."""
    columns = ", ".join(f"asked.{name}" for name in _COLUMNS.split(", "))
    query = f"SELECT {columns}, good, why FROM votes JOIN asked ON about = id ORDER BY asked.at, id"  # noqa: S608
    for *row, good, why in db.execute(query):
        yield Vote(_record(tuple(row)), bool(good), why)


def erase(db: sqlite3.Connection, user: str) -> int:
    """Erase all that a person asked and rated; how many questions that were."""
    own = "SELECT id FROM asked WHERE user = ?"
    db.execute(f"DELETE FROM votes WHERE user = ? OR about IN ({own})", (user, user))  # noqa: S608
    return db.execute("DELETE FROM asked WHERE user = ?", (user,)).rowcount


def _keep(db: sqlite3.Connection, record: Record) -> None:
    data = asdict(record)
    data["history"], data["cites"] = json.dumps(data["history"]), json.dumps(data["cites"])
    db.execute(
        f"INSERT OR REPLACE INTO asked ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        [data[name] for name in _COLUMNS.split(", ")],
    )


def _record(row: tuple[object, ...]) -> Record:
    data = dict(zip(_COLUMNS.split(", "), row, strict=True))
    data["history"] = tuple(json.loads(str(data["history"])))
    data["cites"] = tuple(Cite(**cite) for cite in json.loads(str(data["cites"])))
    return Record(**data)  # type: ignore[arg-type]  # as it was written
