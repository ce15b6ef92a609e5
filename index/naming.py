"""Ids for the passages of an article that comes into a library, each unlike all others."""

import hashlib
import sqlite3
from base64 import b32encode
from collections.abc import Sequence

from index.storage import packed

_AT_ONCE = 500


def names_for(
    connection: sqlite3.Connection, article_id: str, local: Sequence[str], *, renewing: bool
) -> list[str]:
    """Ids for passages that are `local` to an article.

    The one a passage had before, else the local one, else one that also names the article. What is
    named anew is no longer among the former ones; `renewing` says that there are any.
    """
    taken: set[str] = set()
    for start in range(0, len(local), _AT_ONCE):
        some = local[start : start + _AT_ONCE]
        where = f"id IN ({', '.join('?' * len(some))})"
        rows = connection.execute(f"SELECT id FROM passages WHERE {where}", some)
        taken.update(i for (i,) in rows)
    names = [_name(connection, article_id, n, n in taken, renewing) for n in local]
    if renewing:
        connection.executemany("DELETE FROM former WHERE id = ?", ((name,) for name in names))
    return names


def _name(
    connection: sqlite3.Connection, article_id: str, local: str, taken: bool, renewing: bool
) -> str:
    before = _before(connection, article_id, local) if renewing else None
    if before or not taken:
        return before or local
    mark = b32encode(hashlib.sha256(packed(article_id)).digest()).decode("ascii").lower()
    known = "SELECT 1 FROM passages WHERE id = ?"
    lengths = (f"{local}-{mark[:length]}" for length in range(4, len(mark)))
    return next(n for n in lengths if not connection.execute(known, (n,)).fetchone())


def _before(connection: sqlite3.Connection, article_id: str, local: str) -> str | None:
    rows = connection.execute(
        "SELECT id FROM former WHERE id >= ? AND id < ? || '/' AND article = ? ORDER BY id",
        (local, local, packed(article_id)),
    )
    return next((i for (i,) in rows if i.partition("-")[0] == local), None)
