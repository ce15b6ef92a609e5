"""What was delivered and what is still to be done, on disk: accepted means answered.

An event is written here before Slack hears that it was taken. What a stopped or killed bot left
undone, the next one finishes; what was delivered before is known again after a restart.
"""

import json
import sqlite3
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict
from enum import StrEnum

from qa.chat.slack.incoming import CHANGES, PRESSED, Incoming, Surface
from qa.chat.slack.store import Store

DAY = 86_400.0
"""Seconds for which a delivery is remembered; Slack repeats one for some minutes. By the wall
clock, the only one that goes on while the bot is stopped: a jump of a day forgets a day."""
STARTS = 3
"""A question that was in hand when the bot died this often is given up: it may be the cause."""


class Verdict(StrEnum):
    """What became of a delivery."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    BUSY = "busy"


class Inbox:
    """Accepted questions until they are done."""

    def __init__(self, store: Store, *, clock: Callable[[], float] = time.time) -> None:
        self._store = store
        self._clock = clock

    async def accept(self, incoming: Incoming, *, capacity: int) -> Verdict:
        """Whether `incoming` is new, and, where fewer than `capacity` wait, now accepted.

        Changes are never turned away: nobody would repeat them. A button that is turned away can
        be pressed again, while a message stays known, for it comes as two events.
        """
        now = self._clock()
        text = json.dumps({**asdict(incoming), "surface": incoming.surface.value})

        def work(db: sqlite3.Connection) -> Verdict:
            if not _first(db, incoming.keys, now):
                return Verdict.DUPLICATE
            waiting = db.execute("SELECT count(*) FROM inbox").fetchone()[0]
            if waiting >= capacity and incoming.surface not in CHANGES:
                if incoming.surface in PRESSED:
                    _forget(db, incoming.keys)
                return Verdict.BUSY
            db.execute("INSERT INTO inbox VALUES (?, ?, ?, 1)", (incoming.id, text, now))
            return Verdict.ACCEPTED

        return await self._store.run(work)

    async def first(self, *keys: str) -> bool:
        """Whether none of `keys` is remembered; all of them are from now on."""
        now = self._clock()
        return await self._store.run(lambda db: _first(db, keys, now))

    async def done(self, incoming: Incoming) -> None:
        """Nothing is left to be done for `incoming`."""
        await self._store.run(
            lambda db: db.execute("DELETE FROM inbox WHERE id = ?", (incoming.id,)).rowcount
        )

    async def forget(self, *keys: str) -> None:
        """Remember `keys` no longer: what they stood for may be tried again."""
        await self._store.run(lambda db: _forget(db, keys))

    async def unfinished(self) -> list[Incoming]:
        """What was accepted before and not done, oldest first, for one more start."""

        def work(db: sqlite3.Connection) -> list[str]:
            db.execute("DELETE FROM inbox WHERE starts >= ?", (STARTS,))
            db.execute("UPDATE inbox SET starts = starts + 1")
            return [text for (text,) in db.execute("SELECT incoming FROM inbox ORDER BY at, rowid")]

        return [_incoming(json.loads(text)) for text in await self._store.run(work)]


def _first(db: sqlite3.Connection, keys: Iterable[str], now: float) -> bool:
    db.execute("DELETE FROM seen WHERE at < ?", (now - DAY,))
    before = db.total_changes
    wanted = [(key, now) for key in keys]
    db.executemany("INSERT OR IGNORE INTO seen VALUES (?, ?)", wanted)
    return db.total_changes - before == len(wanted)


def _forget(db: sqlite3.Connection, keys: Iterable[str]) -> None:
    db.executemany("DELETE FROM seen WHERE key = ?", [(key,) for key in keys])


def _incoming(data: dict[str, object]) -> Incoming:
    data["surface"] = Surface(str(data["surface"]))
    data["keys"] = tuple(data["keys"])  # type: ignore[arg-type]  # a list, as JSON has it
    data["resumed"] = True
    return Incoming(**data)  # type: ignore[arg-type]  # as it was written
