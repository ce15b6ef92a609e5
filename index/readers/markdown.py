"""Markdown as an article: its readable text, made once, and where the blocks stand in it.

Marks of emphasis, links' targets and HTML tags are no part of the stored text, nor is what is
struck out; the marks of list items and the bars between cells are, but stand outside the blocks.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from index.articles import Article, Block, BlockKind
from index.readers.encoding import decode
from index.readers.frontmatter import FrontMatter, front_matter
from index.readers.headings import is_address, is_bare, numbered_level
from index.readers.hypertext import visible
from index.readers.mastheads import Masthead, masthead_of
from index.spans import Span, trimmed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

NO_TITLE = "No title was found; the file's name stands in for it."
_MOST_BRACKETS = 5_000
"""Opening brackets in one paragraph; the parser's time grows with their square."""

_QUOTE_OPENS = re.compile(r"<blockquote\b", re.IGNORECASE)
_QUOTE_CLOSES = re.compile(r"</blockquote\b", re.IGNORECASE)

_NOTE_LABEL = re.compile(r"\[\^[^\]\s]{1,40}\]:")
_FOOTNOTE = re.compile(rf"\n(?={_NOTE_LABEL.pattern})")
"""Before a footnote, which is a paragraph of its own."""
_LOWEST = 6
"""The level of a heading that is one by being bold alone."""

_HEAD = 4
"""Blocks among which a by-line is looked for."""


def read_markdown(article_id: str, data: bytes) -> Article:
    """The article in a Markdown file; ReadError when it is no text."""
    decoded = decode(data)
    if any(part.count("[") > _MOST_BRACKETS for part in decoded.text.split("\n\n")):
        return _as_plain(article_id, data)
    matter = front_matter(decoded.text)
    writer = _Writer()
    writer.write(_parser().parse(_FOOTNOTE.sub(r"\n\n", decoded.text[matter.end :])))
    title, blocks = _with_title(writer.text, _with_body(writer), matter)
    blocks, said = _with_masthead(writer.text, blocks)
    unclosed = f"Text below an unclosed <{writer.hidden}> is left out." if writer.hidden else None
    notes = [decoded.note, *matter.notes, unclosed, None if title else NO_TITLE]
    return Article(
        id=article_id,
        text=writer.text,
        title=title,
        author=matter.author or said.author,
        date=matter.date or said.date or said.updated,
        source=matter.source or said.source,
        blocks=tuple(blocks),
        notes=tuple(note for note in notes if note),
    )


def _as_plain(article_id: str, data: bytes) -> Article:
    from index.readers.plain import read_plain

    article = read_plain(article_id, data)
    note = "A paragraph holds too many brackets for Markdown; it was read as plain text."
    return replace(article, notes=(note, *article.notes))


def _parser() -> "MarkdownIt":
    """CommonMark with tables, footnotes left as text, and NUL characters left alone."""
    from markdown_it import MarkdownIt
    from markdown_it.rules_block.reference import reference

    def no_footnote(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
        if state.src.startswith("[^", state.bMarks[start] + state.tShift[start]):
            return False
        return reference(state, start, end, silent)

    parser = MarkdownIt("commonmark", {"maxNesting": 60})
    parser.enable(["table", "strikethrough"]).disable("normalize")
    parser.block.ruler.at("reference", no_footnote)
    return parser


def _with_body(writer: "_Writer") -> list[Block]:
    """The blocks; what only looks like a heading is none where no text stands below it."""
    blocks = list(writer.blocks)
    for at in sorted(writer.guessed):
        if at + 1 == len(blocks) or at + 1 in writer.guessed:
            blocks[at] = Block(BlockKind.PARAGRAPH, blocks[at].span)
    return blocks


def _with_title(
    text: str, blocks: list[Block], matter: FrontMatter
) -> tuple[str | None, list[Block]]:
    """The title, and the blocks with the heading that repeats or gives it marked as such."""
    first = next((at for at, b in enumerate(blocks) if b.kind is not BlockKind.CAPTION), None)
    if first is None or blocks[first].kind is not BlockKind.HEADING:
        return matter.title, blocks
    heading = " ".join(blocks[first].span.of(text).split())
    repeats = matter.title is not None and heading.casefold() == matter.title.casefold()
    if not repeats and (matter.title is not None or blocks[first].level != 1):
        return matter.title, blocks
    marked = Block(BlockKind.TITLE, blocks[first].span)
    return matter.title or heading, [*blocks[:first], marked, *blocks[first + 1 :]]


def _with_masthead(text: str, blocks: list[Block]) -> tuple[list[Block], Masthead]:
    """The blocks with by-line and date line marked, and what they say."""
    said: list[Masthead] = []
    done = list(blocks)
    for at, block in enumerate(blocks[:_HEAD]):
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        line = masthead_of(block.span.of(text))
        if line is None or line.title:
            break
        said.append(line)
        done[at] = Block(BlockKind.BYLINE, block.span)
    return done, Masthead(
        author=next((line.author for line in said if line.author), None),
        date=next((line.date for line in said if line.date), None),
        updated=next((line.updated for line in said if line.updated), None),
        source=next((line.source for line in said if line.source), None),
    )


def _is_reference(children: "Sequence[Token]") -> bool:
    """Whether inline tokens are a footnote that is nothing but a link."""
    kinds = [child.type for child in children if child.type != "text" or child.content.strip(" .")]
    only_link = kinds == ["text", "link_open", "text", "link_close"]
    return only_link and bool(_NOTE_LABEL.match(children[0].content))


@dataclass(slots=True)
class _List:
    """A list that is open: the number of its next item, or None for bullets."""

    number: int | None


@dataclass(slots=True)
class _Writer:
    """Writes tokens down as readable text and keeps where each block stands."""

    blocks: list[Block] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    length: int = 0
    lists: list[_List] = field(default_factory=list)
    quotes: int = 0
    marker: str = ""
    hidden: str = ""
    row: list[str] = field(default_factory=list)
    in_header: bool = False
    new_list: bool = False
    guessed: set[int] = field(default_factory=set)

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self.parts)

    def write(self, tokens: "Sequence[Token]") -> None:
        """Write a document's tokens."""
        for at, token in enumerate(tokens):
            match token.type:
                case "inline":
                    self._inline(token, tokens[at - 1])
                case "fence" | "code_block":
                    self._add(BlockKind.CODE, "" if self.hidden else token.content.rstrip("\n"))
                case "html_block":
                    self._html(token.content)
                case _:
                    self._structure(token)

    def _structure(self, token: "Token") -> None:
        match token.type:
            case "bullet_list_open":
                self._open_list(None)
            case "ordered_list_open":
                self._open_list(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
                self.marker = ""
            case "list_item_open":
                self._open_item()
            case "blockquote_open":
                self.quotes += 1
            case "blockquote_close":
                self.quotes -= 1
            case "thead_open" | "thead_close":
                self.in_header = token.type == "thead_open"
            case "tr_open":
                self.row = []
            case "tr_close":
                self._add_row()

    def _open_list(self, number: int | None) -> None:
        self.new_list = not self.lists
        self.lists.append(_List(number))

    def _open_item(self) -> None:
        innermost = self.lists[-1]
        self.marker = "- "
        if innermost.number is not None:
            self.marker = f"{innermost.number}. "
            innermost.number += 1

    def _inline(self, token: "Token", above: "Token") -> None:
        outside = self.hidden
        words, captions = self._words(token.children or [])
        # A tag that is opened within a paragraph and never closed hides no more than that.
        self.hidden = self.hidden and outside
        if above.type in ("th_open", "td_open"):
            self.row.append(" ".join((words or " ".join(captions)).split()))
            return
        if above.type == "heading_open":
            self._add(BlockKind.HEADING, " ".join(words.split()), level=int(above.tag[1:]))
        elif level := self._looks_like_heading(words, token.children or []):
            self.guessed.add(len(self.blocks))
            self._add(BlockKind.HEADING, " ".join(words.split()), level=level)
        elif _is_reference(token.children or []) or is_address(words):
            self._add(BlockKind.FURNITURE, words)
        else:
            self._add(self._kind(), words)
        for caption in captions:
            self._add(BlockKind.CAPTION, caption)

    def _looks_like_heading(self, words: str, children: "Sequence[Token]") -> int:
        """The level of a paragraph that is a heading by its number, "4.2 The canal" (but not by one
        without a dot), or by being bold and short; 0 for any other."""
        if self.lists or self.quotes or masthead_of(words):
            return 0
        if (level := numbered_level(words)) > 2:
            return min(level, _LOWEST)
        marks = [child.type for child in children if child.type != "text" or child.content]
        bold = marks[:1] == ["strong_open"] and marks[-1:] == ["strong_close"]
        return _LOWEST if bold and marks.count("strong_open") == 1 and is_bare(words) else 0

    def _kind(self) -> BlockKind:
        if self.lists:
            return BlockKind.LIST_ITEM
        return BlockKind.QUOTE if self.quotes else BlockKind.PARAGRAPH

    def _words(self, children: "Sequence[Token]") -> tuple[str, list[str]]:
        """What a reader sees of inline tokens, and the captions of the pictures among them."""
        words: list[str] = []
        captions: list[str] = []
        struck = 0
        for child in children:
            if child.type == "html_inline":
                seen = visible(child.content, self.hidden)
                self.hidden = seen.inside
                words.append("" if struck else seen.text)
            elif child.type in ("s_open", "s_close"):
                struck += child.nesting
            elif self.hidden or struck:
                continue
            elif child.type in ("softbreak", "hardbreak"):
                words.append("\n")
            elif child.type == "image":
                title = str(child.attrGet("title") or "")
                captions.append(title or self._words(child.children or [])[0])
            else:
                words.append(child.content)
        return "".join(words), captions

    def _html(self, source: str) -> None:
        seen = visible(source, self.hidden)
        self.hidden = seen.inside
        self.quotes += len(_QUOTE_OPENS.findall(source))
        for paragraph in seen.text.split("\n\n"):
            self._add(self._kind(), paragraph)
        self.quotes = max(0, self.quotes - len(_QUOTE_CLOSES.findall(source)))

    def _add_row(self) -> None:
        kind = BlockKind.TABLE_HEADER if self.in_header else BlockKind.TABLE_ROW
        if any(self.row):
            filled = [at for at, cell in enumerate(self.row) if cell]
            first, end = filled[0], filled[-1] + 1
            self.marker = " | " * first
            self._add(kind, " | ".join(self.row[first:end]))

    def _add(self, kind: BlockKind, words: str, *, level: int = 0) -> None:
        """Write a block below the last one, its marker before it and outside its span."""
        span = trimmed(words, 0, len(words))
        if span is None:
            return
        depth = len(self.lists)
        self._put(self._break(kind) + "  " * max(depth - 1, 0) + self.marker)
        start = self.length
        self._put(span.of(words))
        self.blocks.append(Block(kind, Span(start, self.length), level or self._depth(kind)))
        self.marker, self.new_list = "", False

    def _depth(self, kind: BlockKind) -> int:
        return len(self.lists) if kind is BlockKind.LIST_ITEM else 0

    def _break(self, kind: BlockKind) -> str:
        """What stands between the last block and one of `kind`."""
        if not self.blocks:
            return ""
        last = self.blocks[-1].kind
        rows = {BlockKind.TABLE_HEADER, BlockKind.TABLE_ROW}
        if kind is BlockKind.TABLE_ROW and last in rows:
            return "\n"
        items = kind is last is BlockKind.LIST_ITEM and not self.new_list
        return "\n" if items else "\n\n"

    def _put(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)
