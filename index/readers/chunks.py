"""What the shape of plain text's lines says for certain: lists, tables, quotes, marked headings.

Everything else is left as open prose, for `index.readers.plain` to judge.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.articles import BlockKind
from index.readers.lines import ends_sentence, goes_on, lines_of, wrap_width
from index.readers.mastheads import is_masthead_line
from index.readers.tables import Table, is_table_rule, row_span, table_at
from index.spans import Span, trimmed

_STRONG = "-*•·◦▪‣●○∙"
_MARKER = re.compile(
    r"(?P<sign>[-*•·◦▪‣●○∙–—]|\(?\d{1,3}[.)]|\(?[a-z][.)]|\(?[ivx]{2,5}[.)])[ \t\xa0]+(?=\S)"
)
_HASHES = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_QUOTED = re.compile(r">[> \t]{0,20}")
_DECORATION = frozenset("-=_*~#+.·•—–|: \t")
_HEAD_LINES = 12
"""Lines at the head of a file among which by-lines and dates are kept apart."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of a text and what it looks like; `open` prose may yet be a heading or furniture.

    `marker` is what stood before a list item ("-", "2.") and is no part of its span.
    """

    kind: BlockKind
    span: Span
    text: str
    gap: bool
    level: int = 0
    marker: str = ""
    open: bool = False


def chunks_of(text: str) -> list[Chunk]:
    """The chunks of `text`, in order, without lines that only draw."""
    return list(_Cutter(text).chunks())


class _Cutter:
    """Walks once over the lines of a text; holds where it is."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = lines_of(text)
        self._width = wrap_width(self._lines)
        self._indents: list[int] = []  # of the list that is open, outermost first
        self._signs: list[str] = []  # its markers so far
        self._at = 0

    def chunks(self) -> Iterator[Chunk]:
        """Every chunk once."""
        while self._at < len(self._lines):
            found = list(self._next())
            if found and found[-1].kind is not BlockKind.LIST_ITEM:
                self._indents, self._signs = [], []
            yield from found

    def _next(self) -> Iterator[Chunk]:
        line = self._lines[self._at]
        if is_table_rule(line.text) or set(line.text) <= _DECORATION:
            self._at += 1
        elif table := table_at(self._lines, self._at):
            yield from self._table(table)
        elif level := self._underline():
            yield self._take(BlockKind.HEADING, 1, level=level)
            self._at += 1
        elif match := _HASHES.match(line.text):
            yield self._take(BlockKind.HEADING, 1, skip=match.end(), level=len(match.group(1)))
        elif match := _QUOTED.match(line.text):
            yield from self._quote(match)
        elif match := self._item():
            yield self._list_item(match)
        else:
            yield self._take(BlockKind.PARAGRAPH, self._run(self._at), open=True)

    def _take(
        self,
        kind: BlockKind,
        count: int,
        *,
        skip: int = 0,
        level: int = 0,
        marker: str = "",
        open: bool = False,
    ) -> Chunk:
        """The next `count` lines as one chunk, without the first `skip` characters."""
        first, last = self._lines[self._at], self._lines[self._at + count - 1]
        self._at += count
        span = trimmed(self._text, first.start + skip, last.end) or Span(first.start, last.end)
        return Chunk(kind, span, span.of(self._text), first.gap, level, marker, open)

    def _run(self, first: int) -> int:
        """How many lines from `first` on are one paragraph."""
        end = first + 1
        while end < len(self._lines) and self._joins(end):
            end += 1
        return end - first

    def _joins(self, below: int) -> bool:
        above, line = self._lines[below - 1], self._lines[below]
        if line.gap or self._starts_something(below):
            return False
        if line.indent > above.indent + 1 and ends_sentence(above.text):
            return False
        if below < _HEAD_LINES and (is_masthead_line(above.text) or is_masthead_line(line.text)):
            return False
        return goes_on(above.text, line.text, self._width)

    def _starts_something(self, at: int) -> bool:
        text = self._lines[at].text
        if set(text) <= _DECORATION or _HASHES.match(text) or text.startswith(">"):
            return True
        if table_at(self._lines, at) or _TURN.match(text):
            return True
        match = _MARKER.match(text)
        return bool(match) and self._may_be_item(at, match["sign"] if match else "")

    def _may_be_item(self, at: int, sign: str) -> bool:
        """Whether an item may begin here: a wrapped line may begin with a dash by chance."""
        line, above = self._lines[at], self._lines[at - 1]
        if self._width is None or line.indent > above.indent or ends_sentence(above.text):
            return True
        before = _MARKER.match(above.text)
        follows = before is not None and _follows(before["sign"], sign)
        return follows or above.text.endswith((":", ";", ","))

    def _underline(self) -> int:
        """1 or 2 for a line of its own with a rule of = or - below it, else 0."""
        line, below = self._lines[self._at], self._at + 1
        alone = line.gap or self._at == 0 or ends_sentence(self._lines[self._at - 1].text)
        if below >= len(self._lines) or self._lines[below].gap or not alone:
            return 0
        rule = self._lines[below].text
        if len(rule) < 3 or len(line.text) > 150 or line.text.startswith((">", "#")):
            return 0
        return {"=": 1, "-": 2}.get(rule[0], 0) if len(set(rule)) == 1 else 0

    def _table(self, table: Table) -> Iterator[Chunk]:
        first = self._at
        self._at = table.end
        for i in range(first, table.end):
            line = self._lines[i]
            if is_table_rule(line.text) or not (span := row_span(line)):
                continue
            heads = table.header and i == first
            kind = BlockKind.TABLE_HEADER if heads else BlockKind.TABLE_ROW
            yield Chunk(kind, span, span.of(self._text), line.gap)

    def _quote(self, match: re.Match[str]) -> Iterator[Chunk]:
        """One paragraph of a quote; its later lines keep their signs, being inside the span."""
        first, end = self._at, self._at + 1
        while end < len(self._lines) and self._quote_goes_on(end):
            end += 1
        if match.end() < len(self._lines[first].text):
            yield self._take(BlockKind.QUOTE, end - first, skip=match.end())
        else:
            self._at += 1

    def _quote_goes_on(self, below: int) -> bool:
        above, line = self._lines[below - 1], self._lines[below]
        before, here = _QUOTED.match(above.text), _QUOTED.match(line.text)
        if line.gap or not before or not here or here.group() != before.group():
            return False
        one, two = above.text[before.end() :], line.text[here.end() :]
        return bool(one and two) and goes_on(one, two, self._width)

    def _item(self) -> re.Match[str] | None:
        """The marker of a list item on this line, when there is good reason to see one."""
        line = self._lines[self._at]
        match = _MARKER.match(line.text)
        if not match:
            return None
        sign = match["sign"]
        if sign in _STRONG or any(_follows(before, sign) for before in self._signs[-50:]):
            return match
        if self._has_sibling(sign):
            return match
        above = self._lines[self._at - 1].text if self._at else ""
        return match if above.endswith(":") else None

    def _has_sibling(self, sign: str) -> bool:
        """Whether the next chunk is an item that follows upon this one."""
        after = self._at + self._run(self._at)
        following = _MARKER.match(self._lines[after].text) if after < len(self._lines) else None
        return bool(following) and _follows(sign, following["sign"] if following else "")

    def _list_item(self, match: re.Match[str]) -> Chunk:
        indent = self._lines[self._at].indent
        self._indents = [i for i in self._indents if i < indent] + [indent]
        self._signs.append(match["sign"])
        return self._take(
            BlockKind.LIST_ITEM,
            self._run(self._at),
            skip=match.end(),
            level=len(self._indents),
            marker=match["sign"],
        )


_TURN = re.compile(r"(?:Q|A|Question|Answer|[A-Z][A-Z .'’-]{1,40})\d{0,3}[:.][ \t]")
"""The start of a turn in an interview or a transcript."""


def _follows(sign: str, after: str) -> bool:
    """Whether the marker `after` comes next to `sign`: the same dash, the next number or letter."""
    one, two = sign.strip("(.)"), after.strip("(.)")
    if sign.replace(one, "") != after.replace(two, ""):
        return False
    if one.isdigit() and two.isdigit():
        return int(two) == int(one) + 1
    if len(one) == len(two) == 1 and one.isalpha() and two.isalpha():
        return ord(two) == ord(one) + 1
    return one == two or bool(re.fullmatch("[ivx]+", one) and re.fullmatch("[ivx]+", two))
