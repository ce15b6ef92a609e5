"""A quotation as Slack's `rich_text`: its characters in runs, the highlighted ones bold.

The runs join up to the shown characters of the quote. Only a quote too long for Slack is cut, at
a sentence or a word, and says so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qa.answers import CitedQuote
from qa.render.visible import visible

CUT_MARK = " […]"

_SENTENCE_END = re.compile(r"[.!?][”\"')\]]*(?=\s)")
_WORD_END = re.compile(r"(?<=\S)(?=\s)")
_COULD_BE_LIVE = re.compile(r"(?<=<)(?=[!@#])")


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters of a quote, as they are in the article, in one style."""

    text: str
    bold: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a quote is shown, in runs; `hidden` counts the characters that are not."""

    runs: tuple[Run, ...]
    hidden: int


def shown_whole(cited: CitedQuote, *, limit: int, marked: bool) -> Shown:
    """The quote, or as much of it as is at most `limit` characters when shown."""
    text = cited.quote.text
    end = cut(text, limit)
    highlights = cited.relative_highlights if marked else ()
    return Shown(runs_of(text[:end], highlights), hidden=len(text[end:].strip()))


def rich_quote(shown: Shown) -> dict[str, object]:
    """The runs as one block, each character shown or visibly escaped."""
    elements = [element for run in shown.runs for element in text_runs(run.text, bold=run.bold)]
    if shown.hidden:
        elements.append({"type": "text", "text": CUT_MARK, "style": {"italic": True}})
    quote = {"type": "rich_text_quote", "elements": elements}
    return {"type": "rich_text", "elements": [quote]}


def cut(text: str, limit: int) -> int:
    """Where to end so that at most `limit` characters are shown: after a sentence, else a word."""
    if len(visible(text)) <= limit:
        return len(text)
    most = _longest_prefix(text, limit)
    for pattern in (_SENTENCE_END, _WORD_END):
        ends = [m.end() for m in pattern.finditer(text, 0, most)]
        if ends and ends[-1] > most // 2:
            return ends[-1]
    return most


def _longest_prefix(text: str, limit: int) -> int:
    shown = 0
    for place, character in enumerate(text):
        shown += len(visible(character))
        if shown > limit:
            return place
    return len(text)


def runs_of(text: str, highlights: tuple[tuple[int, int], ...]) -> tuple[Run, ...]:
    """`text` in runs, the highlighted ones bold; they join up to it."""
    return tuple(_runs(text, highlights))


def _runs(text: str, highlights: tuple[tuple[int, int], ...]) -> Iterator[Run]:
    place = 0
    for start, end in highlights:
        if start >= len(text):
            break
        if place < start:
            yield Run(text[place:start], bold=False)
        yield Run(text[start:end], bold=True)
        place = min(end, len(text))
    if place < len(text):
        yield Run(text[place:], bold=False)


def _split(text: str) -> list[str]:
    """`text` in parts none of which holds `<!`, `<@` or `<#`: inert even if Slack parsed them."""
    return _COULD_BE_LIVE.split(text)


def text_runs(text: str, *, bold: bool = False) -> list[dict[str, object]]:
    """Rich text of one style: its unseen characters shown, its parts inert."""
    style = {"style": {"bold": True}} if bold else {}
    return [{"type": "text", "text": visible(part), **style} for part in _split(text)]


def inert(text: str) -> str:
    """Words about a quote, never the quote: a word joiner after each `<` that could begin a
    mention or a broadcast."""
    return _COULD_BE_LIVE.sub("\u2060", text)
