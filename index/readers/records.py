"""Many articles in one file: a JSON object a line (.jsonl), or a row of a table each (.csv).

A bulk reader streams: it holds one record at a time, whatever the file's size. A record that cannot
be read costs itself alone. An article's id is the file's with `#` and the record's own id, or its
number where it has none or one that came before; numbers count from 1, without a table's header.
A record's text is read as plain text is: markup in it stays text.
"""

import codecs
import csv
import hashlib
import io
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count
from typing import BinaryIO

from index.articles import Article, Block, BlockKind
from index.readers import BadRecord, NothingToRead, ReadError, UnknownEncoding, Unreadable
from index.readers.dates import iso_date
from index.readers.plain import NO_TITLE, read_plain

LONGEST = 5_000_000
"""Characters of the longest record."""

_TAKES = 1 << 16
_SAMPLE = 1_000_000
_FIELDS = {
    "text": ("text", "body", "content", "article"),
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline"),
    "date": ("date", "published", "publish_date", "pubdate", "published_at"),
    "source": ("source", "url", "link"),
    "id": ("id",),
}


Record = Mapping[str, object]
_TOO_LONG = "\0too long\n"
"""Stands in for a line that is too long, so that the rows after it keep their numbers."""


@dataclass(frozen=True, slots=True)
class _Bad:
    """A record that is none, and why."""

    reason: str


def read_json_lines(file_id: str, file: BinaryIO) -> Iterator[Article | BadRecord]:
    """The articles of a file with a JSON object on each line."""
    with _text_of(file) as text:
        yield from _outcomes(file_id, map(_object, _lines(text)))


def read_csv(file_id: str, file: BinaryIO) -> Iterator[Article | BadRecord]:
    """The articles of a table whose first row names the columns."""
    with _text_of(file) as text:
        yield from _outcomes(file_id, _rows(text))


@contextmanager
def _text_of(file: BinaryIO) -> Iterator[io.TextIOWrapper]:
    """`file` as text; a byte that its encoding does not know costs the record it stands in."""
    encoding = _encoding(file)
    file.seek(0)
    text = io.TextIOWrapper(file, encoding, errors="surrogateescape", newline="")
    try:
        yield text
    finally:
        text.detach()  # the file is not ours to close


def _encoding(file: BinaryIO) -> str:
    """UTF-8 or UTF-16 with a mark, else UTF-8, else what the beginning certainly is."""
    beginning = file.read(_SAMPLE)
    if beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(beginning)
    except UnicodeDecodeError:
        return _legacy_encoding(beginning)
    return "utf-8-sig"


def _legacy_encoding(beginning: bytes) -> str:
    from index.readers.legacy import readings, utf8_share

    if utf8_share(beginning) > 0.5:
        return "utf-8-sig"  # with a fault, for which one record pays
    found = readings(beginning[: beginning.rfind(b"\n") + 1] or beginning)
    if len(set(found.values())) != 1:
        raise UnknownEncoding("It is not UTF-8, and no other encoding fits it with certainty")
    return next(iter(found))


def _lines(text: io.TextIOWrapper) -> Iterator[str | None]:
    """The lines of `text`; None for one that is too long, which is passed over."""
    while line := text.readline(LONGEST):
        if len(line) < LONGEST or line.endswith("\n"):
            yield line
            continue
        while line and not line.endswith("\n"):
            line = text.readline(_TAKES)
        yield None


def _object(line: str | None) -> Record | _Bad | None:
    """The object on a line; None where the line is blank."""
    if line is None:
        return _Bad(f"It is longer than {LONGEST:,} characters.")
    if not line.strip():
        return None
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return _Bad(f"It is no JSON ({getattr(error, 'msg', type(error).__name__)}).")
    return value if isinstance(value, dict) else _Bad("It is no JSON object.")


def _rows(text: io.TextIOWrapper) -> Iterator[Record | _Bad | None]:
    header = text.readline(_TAKES)
    csv.field_size_limit(LONGEST)
    separator = max(",;\t", key=header.count)
    columns = [name.strip().lower() for name in next(csv.reader([header], delimiter=separator), [])]
    if not set(columns) & set(_FIELDS["text"]):
        what = f"Its first row names no column {' or '.join(map(repr, _FIELDS['text']))}"
        raise Unreadable(what, "Name the columns in the first row.")
    rows = csv.reader((line or _TOO_LONG for line in _lines(text)), delimiter=separator)
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield _Bad(f"It is no row of a table ({error}).")
            continue
        if row is None:
            return
        yield _record(columns, row)


def _record(columns: list[str], row: list[str]) -> Record | _Bad | None:
    """The values of a row by their columns; None for an empty row."""
    if not any(cell.strip() for cell in row):
        return None
    if row == [_TOO_LONG.strip()]:
        return _Bad(f"It is longer than {LONGEST:,} characters.")
    if len(row) > len(columns):
        return _Bad(f"It has {len(row)} cells, but the header names {len(columns)} columns.")
    return dict(zip(columns, row, strict=False))


def _outcomes(
    file_id: str, records: Iterator[Record | _Bad | None]
) -> Iterator[Article | BadRecord]:
    """An article or a bad record for each record; NothingToRead when there is none at all."""
    seen: set[bytes] = set()
    for number, record in enumerate((r for r in records if r is not None), start=1):
        own = None if isinstance(record, _Bad) else _own_id(record)
        name = next(n for n in _names(own, number) if _digest(n) not in seen)
        seen.add(_digest(name))
        yield _outcome(f"{file_id}#{name}", record)
    if not seen:
        raise NothingToRead


def _names(own: str | None, number: int) -> Iterator[str]:
    """What a record may be called, the best first."""
    if own:
        yield own
    yield str(number)
    yield from (f"{number}.{again}" for again in count(2))


def _digest(name: str) -> bytes:
    return hashlib.blake2b(name.encode(), digest_size=12).digest()


def _outcome(article_id: str, record: Record | _Bad) -> Article | BadRecord:
    if isinstance(record, _Bad):
        return BadRecord(article_id, record.reason)
    text = _field(record, "text")
    if not text:
        return BadRecord(article_id, "It has no text.")
    try:
        return _article(article_id, text, record)
    except UnicodeEncodeError:
        return BadRecord(article_id, "It holds bytes or halves of characters that are no text.")
    except ReadError as error:
        return BadRecord(article_id, str(error))


def _article(article_id: str, text: str, record: Record) -> Article:
    article = read_plain(article_id, text.encode("utf-8"))
    title, said = _field(record, "title"), _field(record, "date")
    date = iso_date(said or "")
    doubt = f"The date {said!r} is not certain and is left out." if said and not date else None
    notes = [doubt, *(note for note in article.notes if not title or note != NO_TITLE)]
    return replace(
        article,
        title=title or article.title,
        author=_field(record, "author") or article.author,
        date=date if said else article.date,
        source=_field(record, "source") or article.source,
        blocks=tuple(_untitled(block, article.text, title) for block in article.blocks),
        notes=tuple(note for note in notes if note),
    )


def _untitled(block: Block, text: str, title: str | None) -> Block:
    """A line that was taken for the title is a paragraph where the record names another title."""
    words = " ".join(block.span.of(text).split())
    if block.kind is not BlockKind.TITLE or title in (None, words):
        return block
    return replace(block, kind=BlockKind.PARAGRAPH)


def _field(record: Record, field: str) -> str | None:
    """The record's value for a field under its best name; on one line unless it is the text."""
    values = (_written(record.get(name)) for name in _FIELDS[field])
    value = next((v for v in values if v and v.strip()), None)
    if value is None or field == "text":
        return value
    line = " ".join(value.encode("utf-8", "replace").decode("utf-8").split())
    return line[:500]


def _written(value: object) -> str | None:
    """A text, or several texts in a row."""
    if isinstance(value, list):
        return ", ".join(v for v in value[:50] if isinstance(v, str)) or None
    return value if isinstance(value, str) else None


def _own_id(record: Record) -> str | None:
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**18:
        return str(value)
    name = _field(record, "id")
    return name if name and len(name) <= 100 and name.isprintable() else None
