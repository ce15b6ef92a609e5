"""Many articles in a file: each record by itself, none at the cost of another."""

import io
import json
import tracemalloc
from collections.abc import Iterator
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.articles import Article
from index.readers import (
    BadRecord,
    BulkReader,
    NothingToRead,
    ReadError,
    UnknownEncoding,
    Unreadable,
)
from index.readers.records import LONGEST, read_csv, read_json_lines
from tests.documents import LONG, OTHER, are_exact, words_of


def read(reader: BulkReader, data: bytes | str) -> list[Article | BadRecord]:
    file = io.BytesIO(data.encode() if isinstance(data, str) else data)
    return list(reader("f", file))


def ids(outcomes: list[Article | BadRecord]) -> list[str]:
    return [("" if isinstance(o, Article) else "!") + o.id for o in outcomes]


def lines(*records: object) -> str:
    return "\n".join(map(json.dumps, records))


def test_a_record_of_json_is_an_article() -> None:
    record = {"id": "x-1", "title": "Two Piers", "text": f"{LONG}\n\n{OTHER}", "author": ["Ada Lind", "Bo Ek"],
              "date": "2025-05-03", "url": "https://gull.example/piers"}  # fmt: skip
    (article,) = read(read_json_lines, lines(record))
    assert isinstance(article, Article)
    assert words_of(article) == [LONG, OTHER]
    assert (article.id, article.title, article.author) == ("f#x-1", "Two Piers", "Ada Lind, Bo Ek")
    assert (article.date, article.source) == ("2025-05-03", "https://gull.example/piers")


@pytest.mark.parametrize("separator", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_row_of_a_table_is_an_article(separator: str, encoding: str) -> None:
    words = "Les élèves ont été reçus à l'école\n\noù ils étaient déjà après la fête."
    table = (
        separator.join(["Title", "Text", "Date"])
        + "\r\n"
        + separator.join(["Été", f'"{words}"', "3/5/2025"])
    )
    (article,) = read(read_csv, table.encode(encoding))
    assert isinstance(article, Article)
    assert (article.id, article.title, article.date) == ("f#1", "Été", None)
    assert article.text == words
    assert any("3/5/2025" in note for note in article.notes)


def test_ids_are_the_records_own_where_they_are_unique() -> None:
    records = [
        {"id": i, "text": f"Words of {n}."}
        for n, i in enumerate([7, "7", None, True, "4", "a\nb", "x" * 200])
    ]
    assert ids(read(read_json_lines, lines(*records))) == [
        "f#7",
        "f#2",
        "f#3",
        "f#4",
        "f#5",
        "f#a b",
        "f#7.2",
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{broken", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ('"only words"', "no JSON object"),
        ('{"title": "T"}', "no text"),
        ('{"text": 5}', "no text"),
        ('{"text": " "}', "no text"),
        ('{"text": "\\ud800"}', "no text"),
        ('{"text": "é é caf\udce9"}', "no text"),
        ('{"text": "' + "a" * LONGEST + '"}', "longer than"),
    ],
    ids="broken deep string untitled number blank surrogate bytes long".split(),
)
def test_a_bad_record_costs_itself_alone(line: str, reason: str) -> None:
    data = f'{{"text": "First."}}\n{line}\n\n{{"text": "Last."}}'.encode(errors="surrogateescape")
    outcomes = read(read_json_lines, data)
    assert ids(outcomes) == ["f#1", "!f#2", "f#3"]
    assert isinstance(outcomes[1], BadRecord)
    assert reason in outcomes[1].reason


@pytest.mark.parametrize(
    "row",
    ["T,x,y,z", "T,", '"' + "a" * (LONGEST + 10) + '"', "a" * LONGEST],
    ids=["cells", "empty", "field", "line"],
)
def test_a_bad_row_costs_itself_alone(row: str) -> None:
    outcomes = read(read_csv, f"title,text\nA,First words.\n{row}\n\nB,Last words.\n")
    assert [o.id for o in outcomes if isinstance(o, Article)][-1] in ("f#3", "f#4")
    assert ids(outcomes)[:2] == ["f#1", "!f#2"]
    assert words_of(next(o for o in outcomes[::-1] if isinstance(o, Article))) == ["Last words."]


@pytest.mark.parametrize(
    ("reader", "data", "error"),
    [
        (read_csv, "name,price\na,1\n", Unreadable),
        (read_csv, "", Unreadable),
        (read_csv, "title,text\n", NothingToRead),
        (read_json_lines, "\n\n", NothingToRead),
        (read_csv, b"title,text\n\x81\x8d,\xff\xfe\x81\x00\n", UnknownEncoding),
    ],
    ids="other-columns nothing header-only blank binary".split(),
)
def test_a_file_without_records_is_refused(
    reader: BulkReader, data: bytes | str, error: type[ReadError]
) -> None:
    with pytest.raises(error):
        read(reader, data)


def test_markup_in_a_record_stays_text() -> None:
    (article,) = read(read_json_lines, lines({"text": "<b>Fish</b> &amp; chips are sold here."}))
    assert isinstance(article, Article)
    assert article.text == "<b>Fish</b> &amp; chips are sold here."


class Endless(io.RawIOBase):
    """A file of very many records, made as they are read."""

    def __init__(self, record: bytes, count: int) -> None:
        self._record, self._size, self._at = record, len(record) * count, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        self._at = offset
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        at = self._at % len(self._record)
        data = self._record[at:][: min(len(buffer), self._size - self._at)]
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)


def test_a_hundred_megabytes_are_read_in_a_few() -> None:
    record = lines({"text": LONG * 500}).encode() + b"\n"
    file: BinaryIO = io.BufferedReader(Endless(record, 100_000_000 // len(record)))
    outcomes: Iterator[Article | BadRecord] = read_json_lines("f", file)
    next(outcomes)
    tracemalloc.start()
    for _, _outcome in zip(range(30), outcomes, strict=False):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 15_000_000


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["text", "title", "id", "date"]), st.none() | st.integers() | st.text()
        ),
        max_size=6,
    )
)
def test_every_record_has_one_outcome_and_its_own_id(records: list[dict[str, object]]) -> None:
    if not records:
        return
    outcomes = read(read_json_lines, lines(*records))
    assert len(outcomes) == len(records)
    assert len({o.id for o in outcomes}) == len(records)
    assert all(are_exact(o) for o in outcomes if isinstance(o, Article))
