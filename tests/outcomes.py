"""Articles, answers and refusals made by hand, for tests of what shows them."""

from pathlib import Path
from typing import Any

from index.articles import Article, Block, BlockKind
from index.library import Library
from index.passages import Context, Passage
from index.spans import Span
from qa.answers import (
    Answer,
    Citation,
    CitedQuote,
    NoAnswer,
    Note,
    NoteCode,
    Outcome,
    Question,
    Quote,
    Reason,
    ReasonCode,
)
from qa.chat.shelf import Shelf

SHIELD = """\
The Dragon's Shield
Who wants what
The four governments see the arrangement in different ways:
Bhutan thinks first of self-preservation. It lies between India and China.
Period | What Japan did
1998 | Strategic Partner Agreement signed
The memorandum was signed in December 2024. It covers transport.
"""

_KINDS = (
    BlockKind.TITLE,
    BlockKind.HEADING,
    BlockKind.PARAGRAPH,
    BlockKind.LIST_ITEM,
    BlockKind.TABLE_HEADER,
    BlockKind.TABLE_ROW,
    BlockKind.PARAGRAPH,
)


def article_of(
    text: str, *, kinds: tuple[BlockKind, ...] = (), name: str = "a/shield.md", **known: Any
) -> Article:
    """An article with a block a line."""
    blocks, start = [], 0
    for i, line in enumerate(text.splitlines()):
        kind = kinds[i] if i < len(kinds) else BlockKind.PARAGRAPH
        if line.strip():
            blocks.append(Block(kind, Span(start, start + len(line)), level=1))
        start += len(line) + 1
    return Article(name, text, blocks=tuple(blocks), **known)


def shield() -> Article:
    """An article with a list, a table and all that can be known of it."""
    return article_of(
        SHIELD,
        kinds=_KINDS,
        title="The Dragon's Shield",
        author="Pullquote",
        date="2026-02-16",
        source="A digest",
    )


def cited(
    article: Article, words: str, *marked: str, number: int = 1, context: Context | None = None
) -> CitedQuote:
    """A citation of `words`, with `marked` highlighted in them."""
    start = article.text.index(words)
    marks = [Span(start + words.index(m), start + words.index(m) + len(m)) for m in marked]
    passage = _passage_at(article, start)
    found = context or (passage.context if passage else Context())
    return CitedQuote(
        quote=Quote(article, Span(start, start + len(words))),
        citation=Citation(
            number=number,
            article_id=article.id,
            label=article.label,
            title=article.title,
            author=article.author,
            date=article.date,
            source=article.source,
            section=found.section,
            paragraph=passage.paragraph if passage else 1,
        ),
        passage_id=passage.id if passage else "p",
        highlights=tuple(marks),
        context=found,
        score=1.5,
    )


def _passage_at(article: Article, place: int) -> Passage | None:
    passages = tuple(Library.of([article]).passages)
    return next((p for p in passages if p.span.start <= place < p.span.end), None)


def signed(text: str = "When was it signed?") -> Answer:
    """An answer with a further quote and a note."""
    article = shield()
    first = cited(article, "The memorandum was signed in December 2024.", "signed", "December 2024")
    row = cited(article, "1998 | Strategic Partner Agreement signed", "signed", number=2)
    return Answer(
        Question(text),
        (first,),
        more=(row,),
        notes=(Note(NoteCode.SPELLING, "“memorandm” was read as “memorandum”."),),
    )


def refused(text: str = "Who won the cup?") -> NoAnswer:
    """A refusal with a nearest passage."""
    near = cited(shield(), "It lies between India and China.", "India")
    reason = Reason(ReasonCode.UNKNOWN_WORDS, "No passage in 1 article mentions “cup”.")
    return NoAnswer(Question(text), reason, closest=(near,))


def answering(question: Question) -> Outcome:
    """Answers what has "signed" in it; fails at "break"; refuses the rest."""
    if "break" in question.text:
        raise RuntimeError("planted failure")
    return signed(question.text) if "signed" in question.text else refused(question.text)


def shelf_of(*articles: Article) -> Shelf:
    """A shelf that holds the articles and answers as `answering` does."""
    library = Library.of(articles or (shield(),))
    words = ["memorandum", "memory", "signed"]
    return Shelf(
        Path("/articles"),
        library,
        answering,
        lambda prefix, limit: [w for w in words if w.startswith(prefix)][:limit],
    )
