"""From an outcome to a Slack message: blocks, and the `text` that notifications read out.

A quotation stands in `rich_text`, which Slack takes literally: no escaping, and no character of it
changed but unseen ones, which are shown as escapes. Everything else is `plain_text`; the one
`mrkdwn` is a citation's link, escaped once and last.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote as percent_encoded
from urllib.parse import urlsplit

from index.passages import Context
from qa.answers import (
    Answer,
    Citation,
    CitedQuote,
    NoAnswer,
    Note,
    Outcome,
    Reason,
    ReasonCode,
)
from qa.render import slack_limits as limits
from qa.render.slack_controls import MOST, Controls, all_quotes, control_blocks, first_shown
from qa.render.slack_quotes import Shown, inert, rich_quote, shown_whole, text_runs
from qa.render.visible import one_line, visible

Block = dict[str, object]

NO_ANSWER = "The articles do not say."
DIFFER = "The articles differ."
NEAREST = "Nearest passages, not an answer:"

_ABOUT_THE_ARTICLES = frozenset({ReasonCode.UNKNOWN_WORDS, ReasonCode.NOT_COVERED})
_MARKUP = re.compile(r"[*_~`]|:[\w+-]+:")


@dataclass(frozen=True, slots=True)
class SlackMessage:
    """What is posted: blocks, and the text that stands for them where blocks are not shown."""

    text: str
    blocks: tuple[Block, ...]


def slack_message(
    outcome: Outcome,
    *,
    shown: int | None = None,
    controls: Controls | None = None,
    asker: str = "",
) -> SlackMessage:
    """`outcome` as a message that stays under every limit of Slack's.

    `shown` quotations at most: as many as fit, never none where one is asked for. With `asker`,
    a user's id, the message says who asked what.
    """
    wanted = min(first_shown(outcome) if shown is None else shown, MOST)
    quotes = all_quotes(outcome)[:wanted]
    while True:
        blocks = _fitted(_parts(outcome, quotes, controls, asker))
        fits = len(blocks) <= limits.MESSAGE_BLOCKS and _size(blocks) <= limits.BLOCKS_ROOM
        if fits or len(quotes) <= 1:
            return SlackMessage(_text(outcome), blocks[: limits.MESSAGE_BLOCKS])
        quotes = quotes[:-1]


def _parts(
    outcome: Outcome, quotes: Sequence[CitedQuote], controls: Controls | None, asker: str
) -> Iterator[Block | CitedQuote]:
    if asker:
        yield _asked_by(asker, outcome.question.text)
    match outcome:
        case Answer():
            yield from _answer_parts(outcome, quotes)
        case NoAnswer():
            yield from _refusal_parts(outcome, quotes)
    if controls:
        yield from control_blocks(outcome, quotes, controls)


def _asked_by(user: str, question: str) -> Block:
    """Who asked what: in rich text, where nothing of the question is live."""
    asked = [{"type": "user", "user_id": user}, *text_runs(f" asked: {short(question, 600)}")]
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": asked}]}


def _text(outcome: Outcome) -> str:
    return _answer_text(outcome) if isinstance(outcome, Answer) else _refusal_text(outcome)


def plain_message(*paragraphs: str) -> SlackMessage:
    """Words of our own, a block a paragraph."""
    text = escaped(visible("\n".join(paragraphs)))
    return SlackMessage(text, tuple(plain_section(paragraph) for paragraph in paragraphs))


def escaped(text: str) -> str:
    """`text` for mrkdwn: nothing in it is a link, a mention or a broadcast any more."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _answer_parts(answer: Answer, quotes: Sequence[CitedQuote]) -> Iterator[Block | CitedQuote]:
    if answer.differ:
        yield plain_section(DIFFER, bold=True)
    yield from _notes(answer.notes)
    for cited in quotes:
        yield from _quoted(cited)


def _refusal_parts(refusal: NoAnswer, quotes: Sequence[CitedQuote]) -> Iterator[Block | CitedQuote]:
    if _they_do_not_say(refusal):
        yield plain_section(NO_ANSWER, bold=True)
    if reason := _why(refusal.reason):
        yield plain_section(reason)
    yield from _notes(refusal.notes)
    if quotes:
        yield {"type": "divider"}
        yield _context(_plain(NEAREST))
    for cited in quotes:
        yield from _quoted(cited)


def _quoted(cited: CitedQuote) -> Iterator[Block | CitedQuote]:
    """A quotation between what introduces it and where it stands."""
    if line := _context_line(cited.context):
        yield _context(_plain(line))
    yield cited
    yield _context(*_citation(cited.citation))
    for twin in cited.also[: limits.TWINS]:
        known = (short(part, limits.LABEL) for part in (twin.label, twin.date) if part)
        yield _context(_plain(f"Also: {' · '.join((*known, f'paragraph {twin.paragraph}'))}"))


def _fitted(parts: Iterable[Block | CitedQuote]) -> tuple[Block, ...]:
    """The blocks; the quotations share evenly what room the others leave them."""
    pieces = list(parts)
    quotes = sum(isinstance(piece, CitedQuote) for piece in pieces)
    taken = _size([piece for piece in pieces if not isinstance(piece, CitedQuote)])
    room = (limits.BLOCKS_ROOM - taken) // max(quotes, 1)
    blocks: list[Block] = []
    for piece in pieces:
        blocks += _quotation(piece, room) if isinstance(piece, CitedQuote) else [piece]
    return tuple(blocks)


def _quotation(cited: CitedQuote, room: int) -> list[Block]:
    """The quote's block and, when it had to be cut, a line that says so."""
    blocks: list[Block] = []
    limit = limits.QUOTE_TEXT
    while True:
        for marked in (True, False):
            shown = shown_whole(cited, limit=limit, marked=marked)
            blocks = [rich_quote(shown), *_cut_note(shown)]
            if _size(blocks) <= room or limit < limits.LEAST_QUOTE:
                return blocks
        limit = limit * 2 // 3


def _cut_note(shown: Shown) -> Iterator[Block]:
    if shown.hidden:
        yield _context(_plain(f"Cut here: the passage has {shown.hidden:,} more characters."))


def _context_line(context: Context) -> str:
    """What introduces the quote or heads its table, told apart from the quote itself."""
    lines = []
    if context.lead_in:
        lines.append(f"Introduced by “{short(context.lead_in, limits.CONTEXT_LINE)}”")
    if context.header:
        lines.append(
            f"From the table with the columns {short(context.header, limits.CONTEXT_LINE)}"
        )
    return "\n".join(lines)


def _citation(citation: Citation) -> Iterator[Block]:
    """`[1]`, the title, linked where there is a link, and the place."""
    url = link(citation.source)
    title = short(citation.label, limits.LABEL) or "untitled"
    number = f"[{citation.number}]"
    if url and not _MARKUP.search(title) and len(escaped(title)) <= 2 * limits.LABEL:
        yield _mrkdwn(f"{number} <{escaped(url)}|{escaped(title)}>")
    else:
        yield _plain(f"{number} {title}")
        if url:
            yield _mrkdwn(f"<{escaped(url)}|open>")
    yield _plain(" · ".join(_place(citation)))


def _place(citation: Citation) -> Iterator[str]:
    for part in (citation.author, citation.date, citation.section):
        if part:
            yield short(part, limits.LABEL)
    if citation.page is not None:
        yield f"page {citation.page}"
    yield f"paragraph {citation.paragraph}"
    if not link(citation.source):
        yield short(citation.source or citation.article_id, limits.LABEL)


def link(source: str | None) -> str | None:
    """`source` as a URL that can stand between angle brackets, if it is one of the web's."""
    if source is None or one_line(source) != source:
        return None
    try:
        parts = urlsplit(source.strip())
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return None
    url = percent_encoded(source.strip(), safe=":/?#[]@!$&'()*+,;=%~")
    return url if len(escaped(url)) <= limits.SOURCE_URL else None


def _notes(notes: Sequence[Note]) -> Iterator[Block]:
    for note in notes[: limits.NOTES]:
        yield _context(_plain(short(note.text, limits.CONTEXT_LINE)))


def _answer_text(answer: Answer) -> str:
    first = answer.quotes[0]
    where = [short(first.citation.label, limits.LABEL), *_place(first.citation)]
    tail = f"” — {', '.join(where)}"
    room = limits.FALLBACK_TEXT - len(escaped(tail)) - 40
    return f"“{_escaped_within(visible(first.quote.text), room)}{escaped(tail)}"


def _refusal_text(refusal: NoAnswer) -> str:
    lead = f"{NO_ANSWER} " if _they_do_not_say(refusal) else ""
    return escaped(f"{lead}{_why(refusal.reason)}".strip())


def _they_do_not_say(refusal: NoAnswer) -> bool:
    """Whether the articles were searched in vain, rather than not at all."""
    return bool(refusal.closest) or refusal.reason.code in _ABOUT_THE_ARTICLES


def _why(reason: Reason) -> str:
    return short(reason.text.removeprefix(NO_ANSWER), limits.CONTEXT_LINE)


def _escaped_within(text: str, room: int) -> str:
    """`text` escaped, cut with a mark where the escaped text would pass `room` characters."""
    kept = text[:room]
    while len(escaped(kept)) > room:
        kept = kept[: len(kept) - max(1, (len(escaped(kept)) - room) // 5)]
    return escaped(kept) + ("" if len(kept) == len(text) else " […]")


def short(text: str, limit: int) -> str:
    """Words about a quote, never the quote: on one line, without live markup, cut at `limit`."""
    line = kept = one_line(" ".join(text.split()))[: limit + 1]
    while _size(kept) > limit + 2:
        kept = kept[: min(limit, len(kept)) * 9 // 10]
    return inert(line if kept == line else f"{kept}…")


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text, "emoji": False}


def _mrkdwn(text: str) -> Block:
    """`verbatim`: Slack makes links of nothing that is not one already."""
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def heading(text: str) -> Block:
    """A heading, short enough for Slack."""
    return {"type": "header", "text": _plain(short(text, limits.LABEL - 5) or "untitled")}


def plain_section(text: str, *, bold: bool = False) -> Block:
    """Words of our own, as they are."""
    return {
        "type": "section",
        "text": _mrkdwn(f"*{text}*") if bold else _plain(inert(visible(text))),
    }


def _context(*elements: Block) -> Block:
    return {"type": "context", "elements": list(elements)}


def _size(data: object) -> int:
    return len(json.dumps(data, ensure_ascii=False))
