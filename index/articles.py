"""Articles as they are stored: a text that never changes, and where its blocks stand in it."""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath

from index.spans import Span


class BlockKind(StrEnum):
    """What a stretch of an article is; only `BODY` kinds become passages."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_HEADER = "table header"
    TABLE_ROW = "table row"
    QUOTE = "quote"
    CODE = "code"
    CAPTION = "caption"
    BYLINE = "by-line"
    FURNITURE = "furniture"


BODY = frozenset(
    {
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.TABLE_ROW,
        BlockKind.QUOTE,
        BlockKind.CODE,
        BlockKind.CAPTION,
    }
)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a stored text and what it is.

    `level` is 1 for the highest heading and counts the depth of a list item from 1; `page` is the
    1-based page of a paged format.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One document: its stored text, what is known of it, and its blocks in order.

    `id` is the path below the articles folder, with forward slashes. What the document does not
    say is None, never guessed. `date` is ISO 8601, as precise as known: "2025", "2025-06" or
    "2025-06-03". `notes` are sentences for the person who keeps the folder.
    """

    id: str
    text: str
    title: str | None = None
    author: str | None = None
    date: str | None = None
    source: str | None = None
    blocks: tuple[Block, ...] = ()
    notes: tuple[str, ...] = ()
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", text_digest(self.text))

    @property
    def label(self) -> str:
        """The title or, where there is none, the file's name without its ending."""
        return label_of(self.title, self.id)


def label_of(title: str | None, article_id: str) -> str:
    """What an article of that title and id is called."""
    return title or PurePosixPath(article_id).stem


def text_digest(text: str) -> str:
    """SHA-256 of a stored text in UTF-8 (lone surrogates kept), as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
