"""How articles and passages stand in the rows of a library's SQLite file.

Text is kept as bytes (UTF-8, lone surrogates and all), facts as JSON in ASCII. Every row carries a
digest of all it says, and is compared with it whenever it is read: a flipped bit is found out.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.articles import Article, Block, BlockKind
from index.passages import Context, Passage
from index.schema import FORMAT
from index.spans import Span

_KINDS = {kind.value: kind for kind in BlockKind}

ARTICLE_COLUMNS = "id, sha256, facts, text, digest"
PASSAGE_COLUMNS = "p.id, p.article, p.place, p.context, p.text, p.digest"

PASSAGES_AT_ONCE = """
SELECT json_group_array(json_array(
    p.id, p.article, p.place, p.context, length(p.text), hex(p.digest), hex(a.id))),
    CAST(group_concat(p.text, '') AS BLOB)
FROM passages p JOIN articles a ON a.number = p.article
WHERE p.id IN (SELECT value FROM json_each(?))
"""
"""Any number of passages in one row. For each row, SQLite lets other threads run: with one of them
busy, fifty rows take three times as long."""

ArticleRow = tuple[bytes, str, str, bytes, bytes]
PassageRow = tuple[str, int, str, str, bytes, bytes]


class LibraryError(Exception):
    """A library cannot be used; the sentence says why and what to do.

    LibraryError
     +-- LibraryMissing      nothing was committed there yet
     +-- LibraryDamaged      what it holds is not what was written
     +-- LibraryOutdated     it was written by an older version, and is made anew
     +-- LibraryTooNew       it was written by a newer version, and is left alone
     +-- LibraryInUse        another process is writing to it
     +-- LibraryUnwritable   its folder or disk does not take it
     +-- LibraryChanged      another process has changed it just now
     +-- RemovalRefused      more articles have gone than anyone would remove by intention
    """


class LibraryMissing(LibraryError):
    """There is no library, or none that was ever finished."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(f"there is no library at {str(path)!r}. Make it: pullquote index")


class LibraryDamaged(LibraryError):
    """What the file holds is not what was written to it."""

    def __init__(self, path: Path | str, what: str) -> None:
        self.path = path
        self.what = what
        super().__init__(
            f"the library {str(path)!r} is damaged: {what}."
            " It is made anew from the articles at the next start, or now: pullquote index --force"
        )


class LibraryOutdated(LibraryError):
    """The file has an older format."""

    def __init__(self, path: Path | str, found: int) -> None:
        super().__init__(
            f"the library {str(path)!r} has format {found}, not {FORMAT}."
            " It is made anew from the articles: pullquote index"
        )


class LibraryTooNew(LibraryError):
    """The file has a newer format."""

    def __init__(self, path: Path | str, found: int) -> None:
        super().__init__(
            f"the library {str(path)!r} has format {found}, newer than {FORMAT}."
            " Use the newer Pullquote, or another place: PULLQUOTE_LIBRARY"
        )


class LibraryChanged(LibraryError):
    """The file holds more than the snapshot of it that something was to be made of."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(f"the library {str(path)!r} is being changed. Try again")


class LibraryUnwritable(LibraryError):
    """The file cannot be written where it is."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(
            f"the library {str(path)!r} cannot be written: {reason}."
            " Make room or give permission, or name another place: PULLQUOTE_LIBRARY"
        )


def packed(text: str) -> bytes:
    """`text` as it is stored."""
    return text.encode("utf-8", "surrogatepass")


def unpacked(data: bytes) -> str:
    """What `packed` was given."""
    return data.decode("utf-8", "surrogatepass")


def article_row(article: Article) -> ArticleRow:
    """An article as a row."""
    facts = json.dumps(
        [
            article.title,
            article.author,
            article.date,
            article.source,
            article.notes,
            [(b.kind, b.span.start, b.span.end, b.level, b.page) for b in article.blocks],
        ],
        separators=(",", ":"),
    )
    values = (packed(article.id), article.sha256, facts)
    return *values, packed(article.text), article_digest(*values)


def article_of(row: ArticleRow, path: Path | str) -> Article:
    """The article in a row; LibraryDamaged when it is not the one that was written."""
    name, sha256, facts, text, digest = row
    with damage(path):
        if article_digest(name, sha256, facts) != digest:
            raise LibraryDamaged(path, "an article's row has changed")
        title, author, date, source, notes, blocks = json.loads(facts)
        article = Article(
            id=unpacked(name),
            text=unpacked(text),
            title=title,
            author=author,
            date=date,
            source=source,
            blocks=tuple(Block(_KINDS[k], Span(s, e), lv, pg) for k, s, e, lv, pg in blocks),
            notes=tuple(notes),
        )
    if article.sha256 != sha256:
        raise LibraryDamaged(path, f"the text of {article.id!r} has changed")
    return article


def article_digest(name: bytes, sha256: str, facts: str) -> bytes:
    """What a row of `articles` carries beside the text's own hash."""
    return _digest(name, sha256.encode("ascii"), facts.encode("ascii"))


def passage_row(passage: Passage, article: int) -> PassageRow:
    """A passage of the article of that number, as a row."""
    span = passage.span
    place = json.dumps([span.start, span.end, passage.kind, passage.paragraph, passage.page])
    known = passage.context
    context = json.dumps([known.title, known.headings, known.lead_in, known.header])
    values = (passage.id, article, place, context, packed(passage.text))
    return *values, _passage_digest(*values)


def passage_of(row: PassageRow, article_id: bytes, path: Path | str) -> Passage:
    """The passage in a row; LibraryDamaged when it is not the one that was written."""
    name, _, place, context, text, digest = row
    with damage(path):
        if _passage_digest(*row[:5]) != digest:
            raise LibraryDamaged(path, f"the passage {name!r} has changed")
        start, end, kind, paragraph, page = json.loads(place)
        title, headings, lead_in, header = json.loads(context)
        return Passage(
            id=name,
            article_id=unpacked(article_id),
            span=Span(start, end),
            text=unpacked(text),
            kind=_KINDS[kind],
            paragraph=paragraph,
            context=Context(title, tuple(headings), lead_in, header),
            page=page,
        )


def rows_at_once(
    facts: str, texts: bytes | None
) -> list[tuple[str, int, str, str, bytes, bytes, bytes]]:
    """The rows, each with its article's id at the end, that `PASSAGES_AT_ONCE` put into one."""
    rows, start = [], 0
    for name, article, place, context, length, digest, article_id in json.loads(facts):
        text = (texts or b"")[start : start + length]
        start += length
        hexed = bytes.fromhex(digest), bytes.fromhex(article_id)
        rows.append((name, article, place, context, text, *hexed))
    return rows


def _passage_digest(name: str, article: int, place: str, context: str, text: bytes) -> bytes:
    head = f"{name} {article} {place} {context}"
    return _digest(head.encode("ascii"), text)


def _digest(*parts: bytes) -> bytes:
    """128 bits over the parts and where each ends."""
    found = hashlib.blake2b(digest_size=16)
    for part in parts:
        found.update(b"%d:" % len(part))
        found.update(part)
    return found.digest()


@contextmanager
def damage(path: Path | str) -> Iterator[None]:
    """Whatever goes wrong inside while stored bytes are read means that they are damaged."""
    try:
        yield
    except (sqlite3.Error, ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
        raise LibraryDamaged(path, str(error) or type(error).__name__) from error


def connected(path: Path, *, mode: str) -> sqlite3.Connection:
    """A connection to the file: `mode` is SQLite's, "ro" or "rwc"."""
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(uri, uri=True, timeout=10, isolation_level=None, check_same_thread=False)
