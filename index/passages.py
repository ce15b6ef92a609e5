"""Passages: the paragraphs, list items and table rows of an article that are indexed and ranked."""

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from index.articles import BODY, Article, Block, BlockKind
from index.spans import Span, trimmed

LONGEST = 3_000
"""Characters of the longest passage; a longer paragraph is cut between words. Slack shows at most
3,000 characters in a section, and no ranking gains from longer units."""


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a passage and helps to understand it; shown as context, never quoted."""

    title: str | None = None
    headings: tuple[str, ...] = ()
    lead_in: str | None = None
    header: str | None = None

    @property
    def section(self) -> str | None:
        """The nearest heading above the passage."""
        return self.headings[-1] if self.headings else None


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of an article: the unit that is indexed and ranked.

    `text` is the article's text in `span`, `paragraph` its 1-based number among the article's
    paragraphs, list items and table rows (pieces of one cut paragraph share it).
    """

    id: str
    article_id: str
    span: Span
    text: str
    kind: BlockKind
    paragraph: int
    context: Context
    page: int | None = None


def passages_of(article: Article) -> Iterator[Passage]:
    """The passages of `article`, in order.

    A passage's id is made of its words and, for the second and later of the same words in the
    article, of how many came before: edits elsewhere and a renamed file do not change it. Where
    articles share words, a library tells them apart (`index.writing`).
    """
    seen: Counter[str] = Counter()
    for number, block, context in _numbered(article):
        for span in _pieces(article.text, block.span):
            text = span.of(article.text)
            name = words_id(text)
            seen[name] += 1
            yield Passage(
                id=name if seen[name] == 1 else f"{name}.{seen[name]}",
                article_id=article.id,
                span=span,
                text=text,
                kind=block.kind,
                paragraph=number,
                context=context,
                page=block.page,
            )


def words_id(text: str) -> str:
    """The id of a passage with these words, whatever the white space between them."""
    words = " ".join(text.split())
    digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).digest()
    return "p" + base64.b32encode(digest[:8]).decode("ascii").rstrip("=").lower()


def _numbered(article: Article) -> Iterator[tuple[int, Block, Context]]:
    """The body blocks with their paragraph numbers and contexts."""
    title = article.title or _named(article.label)
    headings: list[tuple[int, str]] = []
    previous: Block | None = None
    above: Block | None = None
    lead_in: str | None = None
    header: str | None = None
    number = 0
    for block in article.blocks:
        text = block.span.of(article.text)
        if block.kind is BlockKind.HEADING:
            headings = [h for h in headings if h[0] < block.level] + [(block.level, text)]
        if block.kind is BlockKind.TABLE_HEADER:
            header = text
        elif block.kind is not BlockKind.TABLE_ROW:
            header = None
        if previous is None or not _goes_on(block, previous):
            lead_in = _lead_in(article.text, above, block)
        if block.kind in BODY:
            number += 1
            titles = tuple(heading for _, heading in headings)
            yield number, block, Context(title, titles, lead_in, header)
        previous = block
        if block.kind is not BlockKind.HEADING or not text.endswith(":"):
            above = block  # "Mori:" as a heading only says who answers


def _named(label: str) -> str | None:
    """What a file's name says, which stands in for a title that is missing; None where it has no
    words."""
    words = re.split(r"[\W_]+", label)
    return " ".join(words) if any(word.isalpha() and len(word) > 2 for word in words) else None


LONGEST_LEAD_IN = 300
"""Characters of the longest sentence that is taken for the lead-in of what stands below it."""


def _goes_on(block: Block, previous: Block) -> bool:
    """Whether a block is of the list or the quotation that the one before it is of."""
    return block.kind is previous.kind and block.kind in (BlockKind.LIST_ITEM, BlockKind.QUOTE)


def _lead_in(text: str, above: Block | None, block: Block) -> str | None:
    """The sentence that introduces a list, what somebody said or an answer: the last one of the
    paragraph just above, which ends in a colon or a question mark where it introduces no list."""
    if above is None or above.kind is not BlockKind.PARAGRAPH:
        return None
    last = re.split(r"(?<=[.!?])\s+(?=[A-Z“\"])", above.span.of(text))[-1]
    if len(last) > LONGEST_LEAD_IN:
        return None
    words = block.span.of(text)
    plain = block.kind is BlockKind.PARAGRAPH
    said = block.kind is BlockKind.QUOTE or (plain and words.startswith(("“", '"')))
    introduces = (
        block.kind is BlockKind.LIST_ITEM
        or (said and last.endswith(":"))
        or (plain and last.endswith("?") and not words.endswith("?"))
    )
    return last if introduces else None


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """`span` cut between words into pieces of at most `LONGEST` characters."""
    start = span.start
    while span.end - start > LONGEST:
        cut = _last_break(text, start, start + LONGEST)
        if piece := trimmed(text, start, cut):
            yield piece
        start = cut
    if piece := trimmed(text, start, span.end):
        yield piece


def _last_break(text: str, start: int, end: int) -> int:
    """Where to cut `[start, end)`: after a sentence, else after a word, else at `end`."""
    window = text[start:end]
    for pattern in (r"[.!?][”\"')\]]*\s", r"\s"):
        breaks = [m.end() for m in re.finditer(pattern, window)]
        if breaks and breaks[-1] > LONGEST // 2:
            return start + breaks[-1]
    return end
