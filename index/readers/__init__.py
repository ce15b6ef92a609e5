"""The seam between a file's bytes and an `Article`: which reader reads which ending, and how a
reader says that it cannot.

A reader never opens a file, and no library for a format is imported before that format is read.
"""

from pathlib import PurePosixPath
from typing import Protocol

from index.articles import Article


class Reader(Protocol):
    """Turns the bytes of one file into an article."""

    def __call__(self, article_id: str, data: bytes, /) -> Article:
        """The article in `data`; ReadError when there is none to be had."""
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


def reader_for(name: str) -> Reader:
    """The reader for a file's name; UnknownEnding when its ending is none we know."""
    ending = PurePosixPath(name).suffix.lower()
    if ending not in READERS:
        raise UnknownEnding(ending, tuple(sorted(READERS)))
    return READERS[ending]


def _plain(article_id: str, data: bytes) -> Article:
    from index.readers.plain import read_plain

    return read_plain(article_id, data)


def _markdown(article_id: str, data: bytes) -> Article:
    from index.readers.markdown import read_markdown

    return read_markdown(article_id, data)


READERS: dict[str, Reader] = {
    ".txt": _plain,
    ".text": _plain,
    ".md": _markdown,
    ".markdown": _markdown,
}
"""File endings, in lower case, and what reads them."""
