"""Running heads, running feet and page numbers: what pages repeat in their margins."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from index.readers.lines import ends_sentence
from index.readers.printed import Line, Page, differs

_PAGE_NUMBER = re.compile(
    r"(?:(?:page|p\.|seite|página|стр\.)\s{0,3})?\d{1,4}(?:\s{0,3}(?:of|/|von|de|из)\s{0,3}\d{1,4})?",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_MOST_FIGURES = 4
_NEAR = 4
"""Pages around one that show whether a line is the running head of a chapter."""


@dataclass(frozen=True, slots=True)
class _Key:
    """What a running head has in common on all its pages.

    Where a page number is taken out of the words, `ahead` is by how much it is ahead of the page.
    """

    words: str
    height: int
    ahead: int | None = None


@dataclass(slots=True)
class _Margins:
    """Where in a document what stands in its margins was seen."""

    pages: int
    body: float
    seen: defaultdict[_Key, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, page: Page) -> None:
        """Note what stands in the margins of the next page."""
        for key in {key for line in _margins(page) for key in _keys(line, page.number)}:
            self.seen[key].append(page.number)

    def repeat(self, line: Line, page: int) -> bool:
        """Whether `line` is a running head or foot, or a page number."""
        if ends_sentence(line.words) and line.size > 0.92 * self.body:
            return False
        keys = _keys(line, page)
        if _PAGE_NUMBER.fullmatch(line.words.strip(" \t-–—|·[]()")):
            return not line.words.isdigit() or self._counts_on(keys)
        # "Week 12" above a week's report counts on as well, in the size of a heading.
        large = line.size > 1.15 * self.body
        return any(
            self._is_usual(key, page, line.size) for key in keys if key.ahead is None or not large
        )

    def _counts_on(self, keys: list[_Key]) -> bool:
        return any(key.ahead == 0 or (key.ahead and len(self.seen[key]) > 1) for key in keys)

    def _is_usual(self, key: _Key, page: int, size: float) -> bool:
        seen = self.seen[key]
        near = bisect_right(seen, page + _NEAR) - bisect_left(seen, page - _NEAR)
        # Twice alone may be chance: two columns that happen to begin with the same words.
        least = 2 if differs(size, self.body) else 3
        return near >= 3 or (len(seen) >= least and len(seen) * 2 >= self.pages)


def without_margins(pages: list[Page], body: float) -> Iterator[Page]:
    """The pages without running heads and feet, and without page numbers."""
    margins = _Margins(len(pages), body)
    for page in pages:
        margins.add(page)
    for page in pages:
        left_out = {line for line in _margins(page) if margins.repeat(line, page.number)}
        yield Page(page.number, tuple(line for line in page.lines if line not in left_out))


def _margins(page: Page) -> list[Line]:
    """The two highest and the two lowest lines of a page."""
    ranked = sorted(page.lines, key=lambda line: line.bottom)
    return [*ranked[:2], *ranked[-2:]] if len(ranked) > 4 else [*ranked[:1], *ranked[-1:]]


def _keys(line: Line, page: int) -> list[_Key]:
    """The line's words as they are, and with each figure taken for the page's number."""
    words, height = line.words.casefold(), round(line.bottom / 3)
    figures = [*_FIGURE.finditer(words)][:_MOST_FIGURES]
    return [_Key(words, height)] + [
        _Key(f"{words[: at.start()]}#{words[at.end() :]}", height, int(at.group()) - page)
        for at in figures
    ]
