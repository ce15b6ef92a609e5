"""The lists of the articles: whether one is quoted with a sentence, and how much of it.

A list is a run of list items, of table rows, or of paragraphs that count themselves off.
"""

from collections.abc import Callable, Sequence

from index.passages import Passage
from index.spans import Span
from qa.questions import Asked
from qa.ranking import Candidate
from qa.stretches import LONGEST_QUOTE
from qa.typed import AnswerType
from qa.views import ITEMS, PassageView, is_item

LONGEST_LIST = 1_200
"""Characters of the longest list or table that is quoted whole; of a longer one, single items."""

REACH = 12
"""Passages before and after a list item or its lead-in that are looked at for its other items."""

Neighbours = Callable[[str, int], Sequence[Passage]]
"""The passages around one, by its id and how far to go, itself among them, in order."""


def quotes_list(asked: Asked, candidate: Candidate) -> bool:
    """Whether a candidate is quoted with the list it announces or is an item of."""
    listed = asked.kind is AnswerType.LIST and not _singled_out(asked, candidate)
    return candidate.sentence.announces or listed


def _singled_out(asked: Asked, candidate: Candidate) -> bool:
    """Whether the question names what only this item of its list is about."""
    view = candidate.view
    return any(
        wanted.name
        and wanted.word.isalpha()
        and wanted.word not in view.passage.article_id.lower()  # what all the article is about
        and wanted.stem in view.stems
        and wanted.stem not in view.context_stems
        for wanted in asked.wanted
    )


def with_list(view: PassageView, ordinal: int, span: Span, around: Neighbours) -> Span:
    """`span`, which ends with that sentence of a passage, with the list or table that the sentence
    announces or is an item of, and with what announces it.

    Of a list longer than `LONGEST_LIST`, as many items as fit.
    """
    items, start = list_of(view, ordinal, around)
    if not items:
        return span
    begin = min(span.start, items[0].span.start - _announced_by(items[0], around))
    fitting = [p.span.end for p in items[start:] if p.span.end - begin <= LONGEST_LIST]
    return Span(begin, max(fitting)) if fitting else span


def with_speaker(view: PassageView, span: Span, around: Neighbours) -> Span:
    """`span` with the sentence above that says whose words it begins, where both fit a quote."""
    passage = view.passage
    if passage.kind in ITEMS or span.start > passage.span.start:
        return span
    whole = Span(span.start - _announced_by(passage, around), span.end)
    return whole if len(whole) <= LONGEST_QUOTE else span


def _announced_by(item: Passage, around: Neighbours) -> int:
    """Characters from where the sentence begins that announces a list, or somebody's words, to the
    first item or these."""
    lead_in = item.context.lead_in or ""
    if not _is_introduced(item):
        return 0
    above = next((p for p in around(item.id, 1) if p.span.end <= item.span.start), None)
    if above is None or not above.text.endswith(lead_in):
        return 0
    return item.span.start - above.span.end + len(lead_in)


def list_of(view: PassageView, ordinal: int, around: Neighbours) -> tuple[Sequence[Passage], int]:
    """The items of the list that a sentence of a passage announces or is in, and which of them it
    is or stands before; no items when there is no list."""
    nearby = around(view.passage.id, REACH)
    place = next(i for i, other in enumerate(nearby) if other.id == view.passage.id)
    start = place if _is_part(view.passage) else place + 1
    ends = ordinal == len(view.sentences) - 1
    if start >= len(nearby) or not _is_part(nearby[start]) or not (ends or start == place):
        return (), 0
    first = last = start
    while first > 0 and _same_list(nearby[first - 1], nearby[start]):
        first -= 1
    while last + 1 < len(nearby) and _same_list(nearby[last + 1], nearby[start]):
        last += 1
    alone = nearby[start].kind not in ITEMS and first == last
    if alone and not _is_introduced(nearby[start]):
        return (), 0  # "Second thoughts are ..." on its own is no item
    return nearby[first : last + 1], start - first


def _same_list(one: Passage, other: Passage) -> bool:
    return one.kind is other.kind and one.context == other.context and _is_part(one)


def _is_part(passage: Passage) -> bool:
    return is_item(passage) or _is_introduced(passage)


def _is_introduced(passage: Passage) -> bool:
    """Whether a sentence above announces the passage, which does not only ask what it answers."""
    return (passage.context.lead_in or "").endswith(":")
