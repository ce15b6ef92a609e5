"""Plain text, however untidy, as an article: title, by-line, headings, lists, tables, captions."""

from dataclasses import dataclass, field, replace

from index.articles import Article, Block, BlockKind
from index.readers.chunks import Chunk, chunks_of
from index.readers.encoding import decode
from index.readers.headings import (
    heading_level,
    is_bare,
    is_caption,
    is_furniture,
    is_substantive,
    is_title_like,
)
from index.readers.lines import ends_sentence
from index.readers.mastheads import Masthead, is_kicker, masthead_of

NO_TITLE = "No title was found; the file's name stands in for it."
_HEAD = 12
"""Chunks among which title and by-line are looked for."""


def read_plain(article_id: str, data: bytes) -> Article:
    """The article in a plain text file; ReadError when it is no text."""
    decoded = decode(data)
    head = _read_head(chunks_of(decoded.text))
    chunks = _without_loose_ends(_with_headings(_with_captions(head.chunks)))
    notes = [decoded.note, None if head.title else NO_TITLE, *head.notes]
    return Article(
        id=article_id,
        text=decoded.text,
        title=head.title,
        author=head.author,
        date=head.date or head.updated,
        source=head.source,
        blocks=_blocks(chunks),
        notes=tuple(note for note in notes if note),
    )


@dataclass(slots=True)
class _Head:
    """What the first chunks say of the article, gathered while they are walked over."""

    chunks: list[Chunk]
    title: str | None = None
    author: str | None = None
    date: str | None = None
    updated: str | None = None
    source: str | None = None
    notes: list[str] = field(default_factory=list)

    def settle(self, at: int, kind: BlockKind) -> None:
        """Say what chunk `at` is."""
        self.chunks[at] = replace(self.chunks[at], kind=kind, level=0, open=False)

    def learn(self, line: Masthead) -> None:
        """Keep what a line says, the first word on anything being the one that counts."""
        self.title = self.title or line.title
        self.author = self.author or line.author
        self.date = self.date or line.date
        self.updated = self.updated or line.updated
        if line.source and not (self.source and "://" in self.source):
            self.source = line.source if "://" in line.source else self.source or line.source
        if line.doubtful:
            self.notes.append(f"The date {line.doubtful!r} is not certain and is left out.")


def _read_head(chunks: list[Chunk]) -> _Head:
    """The masthead: everything above the first paragraph of the body."""
    head = _Head(chunks)
    for at in range(min(_HEAD, len(chunks))):
        if not _read_head_chunk(head, at):
            break
    return head


def _read_head_chunk(head: _Head, at: int) -> bool:
    """Settle chunk `at` when it belongs to the masthead; False where the body begins."""
    chunk = head.chunks[at]
    if chunk.kind is BlockKind.HEADING and head.title is None:
        return _take_title(head, at)
    if not chunk.open:
        return False
    if line := masthead_of(chunk.text):
        head.learn(line)
        head.settle(at, BlockKind.TITLE if line.title else BlockKind.BYLINE)
    elif is_kicker(chunk.text) or (head.title and _same(chunk.text, head.title)):
        head.settle(at, BlockKind.FURNITURE)
    elif head.title is None:
        return _heads_a_body(head.chunks, at) and _take_title(head, at)
    elif _masthead_follows(head.chunks, at):
        head.settle(at, BlockKind.PARAGRAPH)
    else:
        return False
    return True


def _take_title(head: _Head, at: int) -> bool:
    head.title = " ".join(head.chunks[at].text.split())
    head.settle(at, BlockKind.TITLE)
    return True


def _same(text: str, title: str) -> bool:
    return " ".join(text.split()) == title


def _heads_a_body(chunks: list[Chunk], at: int) -> bool:
    """Whether chunk `at` looks like a title with an article below it."""
    below = chunks[at + 1 :]
    if not below or not is_title_like(chunks[at].text):
        return False
    return below[0].gap or any(map(is_substantive, below))


def _masthead_follows(chunks: list[Chunk], at: int) -> bool:
    """Whether chunk `at` is a subtitle: short, with a by-line or a date not far below."""
    nearby = chunks[at + 1 : at + 3]
    return len(chunks[at].text) <= 300 and any(c.open and masthead_of(c.text) for c in nearby)


def _with_captions(chunks: list[Chunk]) -> list[Chunk]:
    """A line printed twice is a picture's caption, and its repeat is furniture."""
    done: list[Chunk] = []
    for chunk in chunks:
        above = done[-1] if done else None
        if above and chunk.open and chunk.text == above.text and _may_be_caption(above):
            done[-1] = replace(above, kind=BlockKind.CAPTION, open=False)
            done.append(replace(chunk, kind=BlockKind.FURNITURE, open=False))
        elif chunk.open and is_caption(chunk.text):
            done.append(replace(chunk, kind=BlockKind.CAPTION, open=False))
        else:
            done.append(chunk)
    return done


def _may_be_caption(chunk: Chunk) -> bool:
    return chunk.open and len(chunk.text.split()) >= 3 and len(chunk.text) <= 400


def _with_headings(chunks: list[Chunk]) -> list[Chunk]:
    levels = [heading_level(chunks, at) for at in range(len(chunks))]
    return [
        replace(chunk, kind=BlockKind.HEADING, level=level, open=False) if level else chunk
        for chunk, level in zip(chunks, levels, strict=True)
    ]


def _without_loose_ends(chunks: list[Chunk]) -> list[Chunk]:
    """Furniture is what pages put around articles, and a heading at the end with no body."""
    done = list(chunks)
    for at, chunk in enumerate(done):
        if chunk.open and is_furniture(chunk.text):
            done[at] = replace(chunk, kind=BlockKind.FURNITURE, open=False)
    rest = [at for at, chunk in enumerate(done) if chunk.kind is not BlockKind.FURNITURE]
    if len(rest) > 1 and _is_loose(done[rest[-2]], done[rest[-1]]):
        done[rest[-1]] = replace(done[rest[-1]], kind=BlockKind.FURNITURE, level=0, open=False)
    return done


def _is_loose(above: Chunk, last: Chunk) -> bool:
    if above.kind is not BlockKind.PARAGRAPH or not ends_sentence(above.text):
        return False
    return last.open and len(last.text) <= 60 and is_bare(last.text)


def _blocks(chunks: list[Chunk]) -> tuple[Block, ...]:
    """Blocks for the chunks, the heading levels counted from 1 without gaps."""
    levels = sorted({c.level for c in chunks if c.kind is BlockKind.HEADING})
    return tuple(_block(chunk, levels) for chunk in chunks)


def _block(chunk: Chunk, levels: list[int]) -> Block:
    heading = chunk.kind is BlockKind.HEADING
    return Block(chunk.kind, chunk.span, levels.index(chunk.level) + 1 if heading else chunk.level)
