"""The seam between a file's bytes and an `Article`: which reader reads which ending, and how a
reader says that it cannot.

A reader never opens a file, and no library for a format is imported before that format is read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO, Protocol

from index.articles import Article

EXPANDED_BYTES = 200_000_000
"""Bytes that a zipped document may take once unpacked, unless a caller says otherwise."""


class Reader(Protocol):
    """Turns the bytes of one file into an article."""

    def __call__(self, article_id: str, data: bytes, /) -> Article:
        """The article in `data`; ReadError when there is none to be had."""
        ...


class PackedReader(Protocol):
    """Turns the bytes of a zipped file into an article."""

    def __call__(self, article_id: str, data: bytes, /, *, expanded_bytes: int) -> Article:
        """The article in `data`; ReadError when there is none, or it unpacks to too much."""
        ...


@dataclass(frozen=True, slots=True)
class BadRecord:
    """A record of a bulk file that is no article; `id` is what its article's would have been."""

    id: str
    reason: str


class BulkReader(Protocol):
    """Streams the articles of one file that holds many."""

    def __call__(self, file_id: str, file: BinaryIO, /) -> Iterator[Article | BadRecord]:
        """The articles in `file`, which can be sought; ReadError when it is none of its kind."""
        ...


class ReadError(Exception):
    """A file could not be read as an article: the sentence says why and what to do.

    ReadError
     +-- Unreadable        it is no text of this format
     |    +-- UnknownEncoding
     +-- NothingToRead     it holds no text at all
     +-- TooLarge
     +-- UnknownEnding
    """


class Unreadable(ReadError):
    """The bytes are not what the file's ending promises."""

    def __init__(self, what: str, remedy: str) -> None:
        self.what = what
        self.remedy = remedy
        super().__init__(f"{what}. {remedy}")


class UnknownEncoding(Unreadable):
    """The bytes are text in an encoding that cannot be told with certainty."""

    def __init__(self, what: str) -> None:
        super().__init__(what, "Save it as UTF-8 and try again.")


class NothingToRead(ReadError):
    """The file is empty or holds white space only."""

    def __init__(self) -> None:
        super().__init__("It holds no text. Fill it or remove it.")


class TooLarge(ReadError):
    """The file has more bytes than the limit allows."""

    def __init__(self, size: int, limit: int) -> None:
        self.size = size
        self.limit = limit
        super().__init__(
            f"It has {size:,} bytes, more than the limit of {limit:,}. Split it into smaller files."
        )


class UnknownEnding(ReadError):
    """No reader is known for the file's ending."""

    def __init__(self, ending: str, known: tuple[str, ...]) -> None:
        self.ending = ending
        self.known = known
        super().__init__(f"No reader for the ending {ending!r}. Known endings: {', '.join(known)}.")


def reader_for(name: str, *, expanded_bytes: int = EXPANDED_BYTES) -> Reader:
    """The reader for a file's name; UnknownEnding when its ending is none we know.

    Bulk files have none: see `bulk_reader_for`.
    """
    ending = ending_of(name)
    if ending in PACKED:
        return partial(PACKED[ending], expanded_bytes=expanded_bytes)
    if ending not in READERS:
        raise UnknownEnding(ending, tuple(sorted(READERS | PACKED | BULK)))
    return READERS[ending]


def bulk_reader_for(name: str) -> BulkReader | None:
    """The reader for a file that holds many articles; None when it is no such file."""
    return BULK.get(ending_of(name))


def ending_of(name: str) -> str:
    """The ending by which a file's reader is chosen, with its dot, in lower case."""
    return PurePosixPath(name).suffix.lower()


def _plain(article_id: str, data: bytes) -> Article:
    from index.readers.plain import read_plain

    return read_plain(article_id, data)


def _markdown(article_id: str, data: bytes) -> Article:
    from index.readers.markdown import read_markdown

    return read_markdown(article_id, data)


def _html(article_id: str, data: bytes) -> Article:
    from index.readers.html import read_html

    return read_html(article_id, data)


def _pdf(article_id: str, data: bytes) -> Article:
    from index.readers.pdf import read_pdf

    return read_pdf(article_id, data)


def _docx(article_id: str, data: bytes, *, expanded_bytes: int) -> Article:
    from index.readers.docx import read_docx

    return read_docx(article_id, data, expanded_bytes=expanded_bytes)


def _odt(article_id: str, data: bytes, *, expanded_bytes: int) -> Article:
    from index.readers.odt import read_odt

    return read_odt(article_id, data, expanded_bytes=expanded_bytes)


def _epub(article_id: str, data: bytes, *, expanded_bytes: int) -> Article:
    from index.readers.epub import read_epub

    return read_epub(article_id, data, expanded_bytes=expanded_bytes)


def _csv(file_id: str, file: BinaryIO) -> Iterator[Article | BadRecord]:
    from index.readers.records import read_csv

    return read_csv(file_id, file)


def _json_lines(file_id: str, file: BinaryIO) -> Iterator[Article | BadRecord]:
    from index.readers.records import read_json_lines

    return read_json_lines(file_id, file)


READERS: dict[str, Reader] = {
    ".txt": _plain,
    ".text": _plain,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
    ".pdf": _pdf,
}
"""File endings, in lower case, and what reads them."""

PACKED: dict[str, PackedReader] = {".docx": _docx, ".odt": _odt, ".epub": _epub}
"""Endings of zipped documents."""

BULK: dict[str, BulkReader] = {".csv": _csv, ".jsonl": _json_lines, ".ndjson": _json_lines}
"""Endings of files that hold many articles."""
