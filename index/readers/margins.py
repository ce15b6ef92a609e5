"""Running heads, running feet and page numbers: what pages repeat in their margins."""

import re
from collections import Counter
from collections.abc import Iterator

from index.readers.printed import Line, Page, differs

_PAGE_NUMBER = re.compile(
    r"(?:(?:page|p\.|seite|página|стр\.)\s{0,3})?\d{1,4}(?:\s{0,3}(?:of|/|von|de|из)\s{0,3}\d{1,4})?",
    re.IGNORECASE,
)


def without_margins(pages: list[Page], body: float) -> Iterator[Page]:
    """The pages without running heads and feet, and without page numbers."""
    seen = Counter(key for page in pages for key in {_margin_key(ln) for ln in _margins(page)})

    def is_margin(line: Line) -> bool:
        times = seen[_margin_key(line)]
        # Twice alone may be chance: two columns that happen to begin with the same words.
        runs = times * 2 >= len(pages) and (times > 2 or (times == 2 and differs(line.size, body)))
        return runs or _is_page_number(line.words)

    for page in pages:
        margins = frozenset(line for line in _margins(page) if is_margin(line))
        yield Page(page.number, tuple(line for line in page.lines if line not in margins))


def _is_page_number(words: str) -> bool:
    return _PAGE_NUMBER.fullmatch(words.strip(" \t-–—|·[]()")) is not None


def _margins(page: Page) -> list[Line]:
    """The two highest and the two lowest lines of a page."""
    ranked = sorted(page.lines, key=lambda line: line.bottom)
    return [*ranked[:2], *ranked[-2:]] if len(ranked) > 4 else [*ranked[:1], *ranked[-1:]]


def _margin_key(line: Line) -> tuple[str, int]:
    """What a running head has in common on all pages: its words, figures aside, and its height."""
    return re.sub(r"\d+", "#", line.words.casefold()), round(line.bottom / 3)
