"""What the prompt shows beside answers: its greeting, help, the articles, a quote in its place."""

from collections.abc import Iterable, Sequence

from index.articles import Article
from index.library import Library
from index.passages import Passage
from index.spans import trimmed
from qa.answers import CitedQuote
from qa.chat.repl.commands import COMMANDS
from qa.chat.shelf import Shelf
from qa.render.styled import BLANK, Line, Look, Piece, Style, laid_out
from qa.render.terminal import MARGIN, citation_text, flat, quoted_pieces
from qa.render.visible import one_line, visible

MOST_SOURCES = 50
"""Articles listed at once."""

MOST_SKIPPED = 20
"""Files and records that were skipped and are listed at once."""

FARTHEST = 15
"""Passages on either side of one among which all those of its list stand."""


def said(text: str, look: Look, style: Style = Style.PLAIN) -> list[Line]:
    """A sentence of ours."""
    return laid_out([Piece(visible(text), style)], look, indent=(MARGIN,))


def counted(count: int, noun: str) -> str:
    """A count with its noun: "1 article", "1,204 passages"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def counts(shelf: Shelf, look: Look) -> str:
    """How much there is to ask."""
    library = shelf.library
    parts = [counted(library.article_count, "article"), counted(library.passage_count, "passage")]
    if shelf.unread:
        parts.append(f"{shelf.unread} skipped")
    if shelf.problem:
        parts.append("not up to date: pullquote index tells why")
    return f" {look.dot} ".join(parts)


def greeting(shelf: Shelf, examples: Sequence[str], look: Look) -> list[Line]:
    """The first screen: what this is, what is asked, and questions to begin with."""
    lines = said("Pullquote answers only in the articles' own words.", look, Style.HEADING)
    what = f"{counts(shelf, look)} {look.dot} {one_line(str(shelf.folder))}"
    lines += said(what, look, Style.CITATION)
    if examples:
        lines += [BLANK, *said("For example:", look)]
    for example in examples:
        lines += laid_out([Piece(flat(example))], look, indent=(MARGIN, MARGIN))
    help_line = f"/help tells the rest {look.dot} Tab completes {look.dot} Ctrl-D ends"
    return [*lines, BLANK, *said(help_line, look, Style.CITATION)]


def help_lines(look: Look) -> list[Line]:
    """The commands, and how questions are asked."""
    wide = max(len(command.usage) for command in COMMANDS) + 2
    lines = said("Type a question, or a command:", look)
    for command in COMMANDS:
        usage = Piece(command.usage.ljust(wide), Style.HEADING)
        hanging = (MARGIN, Piece(" " * wide))
        lines += laid_out([Piece(command.summary)], look, indent=(MARGIN, usage), hanging=hanging)
    lines += said("A question may lean on the one before: “And who signed it?”", look)
    filters = (
        'title:overdrive author:pullquote in:"Who wants what" after:2026-02 before:2027 -china'
    )
    return lines + said(f'It may narrow the search: {filters} "exact words"', look)


def source_lines(library: Library, words: str, look: Look) -> list[Line]:
    """The articles, and what could not be read, with the reason; or, where there are `words`, the
    articles whose title, author, date or file hold every one of them."""
    wanted = words.casefold().split()
    if not wanted:
        return [*_article_lines(list(library.articles), look), *_skipped_lines(library, look)]
    found = [article for article in library.articles if _holds(article, wanted)]
    if not found:
        return said(f"No article's title, author, date or file holds “{words}”.", look)
    return _article_lines(found, look)


def _article_lines(found: Sequence[Article], look: Look) -> list[Line]:
    lines = [] if found else said("There are no articles.", look)
    for article in found[:MOST_SOURCES]:
        lines += _source(article, look)
    rest = len(found) - MOST_SOURCES
    if rest > 0:
        lines += said(f"and {rest:,} more: /sources WORDS narrows the list", look, Style.NOTE)
    return lines


def _skipped_lines(library: Library, look: Look) -> list[Line]:
    skipped = [(file.path, file.reason) for file in library.files() if file.reason]
    skipped += [(record.name, record.reason) for record in library.left_out()]
    lines: list[Line] = []
    for path, reason in skipped[:MOST_SKIPPED]:
        lines += said(f"skipped {one_line(path)}: {one_line(reason)}", look, Style.NOTE)
    rest = len(skipped) - MOST_SKIPPED
    if rest > 0:
        lines += said(f"and {rest:,} more: pullquote doctor tells of all", look, Style.NOTE)
    return lines


def _holds(article: Article, wanted: Iterable[str]) -> bool:
    known = (article.id, article.title, article.author, article.date, article.source)
    text = "\n".join(part for part in known if part).casefold()
    return all(word in text for word in wanted)


def _source(article: Article, look: Look) -> list[Line]:
    parts = [", ".join(x for x in (article.author, article.date) if x), article.id]
    rest = "".join(f" {look.dash} {one_line(part)}" for part in parts if part)
    pieces = [Piece(flat(article.label)), Piece(rest, Style.CITATION)]
    return laid_out(pieces, look, indent=(MARGIN,), hanging=(MARGIN, MARGIN))


def opened_lines(library: Library, cited: CitedQuote, look: Look) -> list[Line]:
    """A quote in its article, behind its bar, with the passages before and after it."""
    text, quote = cited.quote.article.text, cited.quote.span
    nearby = library.around(cited.passage_id, reach=FARTHEST)
    before = [passage for passage in nearby if passage.span.end <= quote.start]
    after = [passage for passage in nearby if passage.span.start >= quote.end]
    within = nearby[len(before) : len(nearby) - len(after)]
    parts = [(p, _around(text, p.span.start, p.span.end, look)) for p in before[-1:]]
    parts.append((within[0], _quoted(within, cited, look)))
    parts += [(p, _around(text, p.span.start, p.span.end, look)) for p in after[:1]]
    lines = said(citation_text(cited.citation, look), look, Style.CITATION)
    section = None
    for passage, part in parts:
        if passage.context.section != section:
            section = passage.context.section
            lines += [BLANK, *said(flat(section), look, Style.HEADING)] if section else []
        lines += [BLANK, *part]
    return lines


def _quoted(passages: Sequence[Passage], cited: CitedQuote, look: Look) -> list[Line]:
    """The quote behind a bar, with the rest of the passages that it stands in."""
    text, quote = cited.quote.article.text, cited.quote.span
    bar = (MARGIN, Piece(look.bar, Style.BAR), Piece(" "))
    return [
        *_around(text, passages[0].span.start, quote.start, look),
        *laid_out(quoted_pieces(text, quote, cited.highlights), look, indent=bar),
        *_around(text, quote.end, passages[-1].span.end, look),
    ]


def _around(text: str, start: int, end: int, look: Look) -> list[Line]:
    """What is not the quote."""
    span = trimmed(text, start, end)
    if span is None:
        return []
    pieces = quoted_pieces(text, span, (), Style.CONTEXT)
    return laid_out(pieces, look, indent=(MARGIN, MARGIN))
