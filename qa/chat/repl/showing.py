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
    if shelf.skipped:
        parts.append(f"{counted(shelf.skipped, 'file')} skipped")
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
    return lines + said("A question may lean on the one before: “And who signed it?”", look)


def source_lines(library: Library, words: str, look: Look) -> list[Line]:
    """The articles, or those whose title, author, date or file hold every one of `words`."""
    wanted = words.casefold().split()
    found = [article for article in library.articles if _holds(article, wanted)]
    if not found:
        return said(f"No article's title, author, date or file holds “{words}”.", look)
    lines: list[Line] = []
    for article in found[:MOST_SOURCES]:
        lines += _source(article, look)
    rest = len(found) - MOST_SOURCES
    if rest > 0:
        lines += said(f"and {rest:,} more: /sources WORDS narrows the list", look, Style.NOTE)
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
    """A quote in its article: its passage and the neighbours, the quote behind its bar."""
    lines = said(citation_text(cited.citation, look), look, Style.CITATION)
    section = None
    for passage in library.around(cited.passage_id):
        if passage.context.section != section:
            section = passage.context.section
            lines += [BLANK, *said(flat(section), look, Style.HEADING)] if section else []
        lines += [BLANK, *_passage(passage, cited, look)]
    return lines


def _passage(passage: Passage, cited: CitedQuote, look: Look) -> list[Line]:
    """A passage; where the quote stands in it, that stands behind a bar."""
    text, quote = cited.quote.article.text, cited.quote.span
    if not passage.span.holds(quote):
        return _around(text, passage.span.start, passage.span.end, look)
    bar = (MARGIN, Piece(look.bar, Style.BAR), Piece(" "))
    return [
        *_around(text, passage.span.start, quote.start, look),
        *laid_out(quoted_pieces(text, quote, cited.highlights), look, indent=bar),
        *_around(text, quote.end, passage.span.end, look),
    ]


def _around(text: str, start: int, end: int, look: Look) -> list[Line]:
    """What is not the quote."""
    span = trimmed(text, start, end)
    if span is None:
        return []
    pieces = quoted_pieces(text, span, (), Style.CONTEXT)
    return laid_out(pieces, look, indent=(MARGIN, MARGIN))
