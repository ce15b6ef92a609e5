"""The bot's memory: one small SQLite file, and the one thread that works on it.

What is asked of it while a transaction is being flushed to disk goes together into the next one:
an accepted event is on disk before it is acknowledged, and hundreds at once cost a few flushes.
"""

import asyncio
import fcntl
import queue
import sqlite3
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from qa.chat.slack.options import SlackError

R = TypeVar("R")
Work = Callable[[sqlite3.Connection], R]

VERSION = 1

_SCHEMA = """
CREATE TABLE seen (key TEXT PRIMARY KEY, at REAL NOT NULL) WITHOUT ROWID;
CREATE INDEX seen_at ON seen (at);
CREATE TABLE inbox (
    id TEXT PRIMARY KEY, incoming TEXT NOT NULL, at REAL NOT NULL, starts INTEGER NOT NULL);
CREATE TABLE asked (
    id TEXT PRIMARY KEY, user TEXT NOT NULL, channel TEXT NOT NULL, thread TEXT NOT NULL,
    question TEXT NOT NULL, history TEXT NOT NULL, at REAL NOT NULL, result TEXT NOT NULL,
    cites TEXT NOT NULL, posted TEXT NOT NULL);
CREATE INDEX asked_in ON asked (channel, thread);
CREATE INDEX asked_by ON asked (user, at);
CREATE TABLE votes (
    about TEXT NOT NULL, user TEXT NOT NULL, good INTEGER NOT NULL, why TEXT NOT NULL,
    at REAL NOT NULL, PRIMARY KEY (about, user));
"""


def opened(path: Path | None) -> sqlite3.Connection:
    """The database in a file, made where there is none; in memory without one."""
    try:
        if path:
            path.touch(mode=0o600)
        db = sqlite3.connect(path or ":memory:", isolation_level=None, check_same_thread=False)
    except (OSError, sqlite3.Error) as error:
        raise _unusable(path, error) from None
    try:
        _made_ready(db, path)
    except sqlite3.Error as error:
        db.close()
        raise _unusable(path, error) from None
    except SlackError:
        db.close()
        raise
    return db


def _made_ready(db: sqlite3.Connection, path: Path | None) -> None:
    for setting in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
        db.execute(f"PRAGMA {setting}")
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version == 0:
        db.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
    elif version != VERSION:
        raise SlackError(
            f"{path} was written by another version of Pullquote ({version})."
            " Move it away, or set PULLQUOTE_SLACK_STATE to another file."
        )


def _unusable(path: Path | None, error: Exception) -> SlackError:
    return SlackError(f"{path} cannot be used: {error}. PULLQUOTE_SLACK_STATE names another file.")


class Store:
    """Runs functions on the database, each whole or not at all, many in one transaction."""

    def __init__(self, path: Path | None) -> None:
        self._lock = _locked(path) if path else None
        try:
            self._db = opened(path)
        except SlackError:
            self._unlock()
            raise
        self._waiting: queue.SimpleQueue[tuple[Work[Any], Any, Any] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._keep_working, daemon=True)
        self._thread.start()

    async def run(self, work: Work[R]) -> R:
        """What `work` returns, after what it wrote is on disk; what it raises undoes it."""
        loop = asyncio.get_running_loop()
        result: asyncio.Future[R] = loop.create_future()
        self._waiting.put((work, loop, result))
        return await result

    def close(self) -> None:
        """Finish what waits, and close the file."""
        self._waiting.put(None)
        self._thread.join()
        self._db.close()
        self._unlock()

    def _unlock(self) -> None:
        if self._lock:
            self._lock.close()

    def _keep_working(self) -> None:
        while (first := self._waiting.get()) is not None:
            batch = [first]
            while not self._waiting.empty():
                if (more := self._waiting.get()) is None:
                    self._waiting.put(None)
                    break
                batch.append(more)
            self._commit(batch)

    def _commit(self, batch: list[tuple[Work[Any], Any, Any]]) -> None:
        settled: list[tuple[Any, Any, Callable[[], None]]] = []
        try:
            self._db.execute("BEGIN IMMEDIATE")
            for work, loop, result in batch:
                settled.append((loop, result, self._tried(work, result)))
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            settled = [(loop, r, partial(r.set_exception, error)) for _, loop, r in batch]
        for loop, result, settle in settled:
            _settle(loop, result, settle)

    def _tried(self, work: Work[Any], result: Any) -> Callable[[], None]:
        self._db.execute("SAVEPOINT one")
        try:
            value = work(self._db)
        except Exception as error:  # noqa: BLE001  # not handled, but carried to the caller
            self._db.execute("ROLLBACK TO one")
            return partial(result.set_exception, error)
        self._db.execute("RELEASE one")
        return partial(result.set_result, value)


def _settle(loop: asyncio.AbstractEventLoop, result: Any, settle: Callable[[], None]) -> None:
    try:
        loop.call_soon_threadsafe(lambda: None if result.done() else settle())
    except RuntimeError:  # the loop is closed: the bot was stopped
        return


def _locked(path: Path) -> Any:
    """A lock that the kernel lets go when this process ends, however it ends."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = path.with_name(path.name + ".lock").open("w")
    except OSError as error:
        raise SlackError(
            f"{path} cannot be used: {error.strerror}. PULLQUOTE_SLACK_STATE names another file."
        ) from None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise SlackError(
            f"{path} is in use by another bot. Stop that one, or set PULLQUOTE_SLACK_STATE."
        ) from None
    return lock
