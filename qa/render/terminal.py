"""Answers and refusals as lines for a terminal.

A quote stands behind a bar, word for word; all that is not quoted (citation, context, notes)
stands outside the bar and in another style.
"""

from collections.abc import Iterable, Iterator, Sequence

from index.spans import Span
from qa.answers import Answer, Citation, CitedQuote, NoAnswer, Note, Outcome, ReasonCode
from qa.render.styled import BLANK, Line, Look, Piece, Style, laid_out
from qa.render.visible import one_line, visible

MARGIN = Piece("  ")

SILENT = {ReasonCode.UNKNOWN_WORDS, ReasonCode.NOT_COVERED}
"""The reasons where it is the articles that have nothing to say, not the question."""

NOT_SAID = "The articles do not say."
DIFFER = "The articles differ:"
NEAREST = "Nearest passages, not an answer:"


def outcome_lines(outcome: Outcome, look: Look) -> list[Line]:
    """What a person reads: the quotes with their citations, or that there are none and why."""
    match outcome:
        case Answer():
            notes = _notes(outcome.notes, look)
            differ = [(MARGIN, Piece(DIFFER, Style.HEADING)), BLANK] if outcome.differ else []
            return [*notes, *differ, *quote_lines(outcome.quotes, look)]
        case NoAnswer():
            return list(_refusal(outcome, look))


def quote_lines(quotes: Iterable[CitedQuote], look: Look) -> list[Line]:
    """Quotes that answer, each with its context above and its citation below."""
    lines: list[Line] = []
    for cited in quotes:
        lines += [BLANK] if lines else []
        lines += _block(cited, look, Style.QUOTED, Piece(look.bar, Style.BAR))
    return lines


def quoted_pieces(
    text: str, span: Span, highlights: Sequence[Span], style: Style = Style.QUOTED
) -> list[Piece]:
    """The characters of `span` of an article's text: highlights marked, controls made visible."""
    pieces: list[Piece] = []
    place = span.start
    for mark in highlights:
        pieces.append(Piece(visible(text[place : mark.start]), style))
        pieces.append(Piece(visible(mark.of(text)), Style.MARKED))
        place = mark.end
    pieces.append(Piece(visible(text[place : span.end]), style))
    return [piece for piece in pieces if piece.text]


def citation_text(citation: Citation, look: Look) -> str:
    """One line that says where a quote stands; what the article does not say is left out."""
    place = [flat(citation.label)]
    if citation.section:
        place.append(f'section "{flat(citation.section)}"')
    if citation.page is not None:
        place.append(f"page {citation.page}")
    place.append(f"paragraph {citation.paragraph}")
    parts = [", ".join(place)]
    if origin := ", ".join(flat(x) for x in (citation.author, citation.date) if x):
        parts.append(origin)
    parts.append(one_line(_link(citation)))
    return f" {look.dash} ".join(parts)


def flat(text: str) -> str:
    """A title or the like for the midst of a line: white space of any kind as single spaces."""
    return one_line(" ".join(text.split()))


def _link(citation: Citation) -> str:
    """A link where the article names one, otherwise its file."""
    source = citation.source or ""
    return source if source.startswith(("https://", "http://")) else citation.article_id


def _refusal(outcome: NoAnswer, look: Look) -> Iterator[Line]:
    """That there is no answer, why, and what comes nearest."""
    reason = visible(outcome.reason.text)
    if outcome.reason.code in SILENT and not reason.startswith(NOT_SAID):
        yield (MARGIN, Piece(NOT_SAID, Style.REFUSAL))
        yield from laid_out([Piece(reason)], look, indent=(MARGIN,))
    else:
        yield from laid_out([Piece(reason, Style.REFUSAL)], look, indent=(MARGIN,))
    yield from _notes(outcome.notes, look, after=False)
    if outcome.closest:
        yield BLANK
        yield (MARGIN, Piece(NEAREST, Style.HEADING))
    for cited in outcome.closest:
        yield BLANK
        yield from _block(cited, look, Style.CONTEXT, Piece(look.faint_bar, Style.CONTEXT))


def _notes(notes: Sequence[Note], look: Look, *, after: bool = True) -> Iterator[Line]:
    """Our own sentences about the search, marked as such."""
    for note in notes:
        pieces = [Piece(f"Note: {visible(note.text)}", Style.NOTE)]
        yield from laid_out(pieces, look, indent=(MARGIN,))
    if notes and after:
        yield BLANK


def _block(cited: CitedQuote, look: Look, style: Style, bar: Piece) -> Iterator[Line]:
    """One quote: context, the words behind their bar, citation, where else it stands."""
    for label, text in _context(cited):
        pieces = [Piece(f"{label}: {flat(text)}", Style.CONTEXT)]
        yield from laid_out(pieces, look, indent=(MARGIN,))
    marks = cited.highlights if style is Style.QUOTED else ()
    pieces = quoted_pieces(cited.quote.article.text, cited.quote.span, marks, style)
    yield from laid_out(pieces, look, indent=(MARGIN, bar, Piece(" ")))
    yield from _cited(f"[{cited.citation.number}] ", cited.citation, look)
    for citation in cited.also:
        yield from _cited("    also: ", citation, look)


def _context(cited: CitedQuote) -> Iterator[tuple[str, str]]:
    """What introduces the quote in the article, and the columns of its table."""
    if cited.context.lead_in:
        yield "introduced by", cited.context.lead_in
    if cited.context.header:
        yield "in the table", cited.context.header


def _cited(label: str, citation: Citation, look: Look) -> list[Line]:
    hanging = (MARGIN, Piece(" " * len(label)))
    pieces = [Piece(citation_text(citation, look), Style.CITATION)]
    return laid_out(pieces, look, indent=(MARGIN, Piece(label, Style.CITATION)), hanging=hanging)
