"""The lists of the articles: which one is asked for, and what of it is quoted.

A list is a run of list items, of table rows, or of paragraphs that count themselves off.
"""

import re
from collections.abc import Callable, Sequence

from index.articles import BlockKind
from index.passages import Passage
from index.spans import Span
from qa.questions import CLOSE, Asked, Wanted
from qa.ranking import Candidate
from qa.typed import AnswerType
from qa.views import PassageView

ITEMS = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})
"""Kinds of passage that stand in a row with others of their kind."""

LONGEST_LIST = 1_200
"""Characters of the longest list or table that is quoted whole; of a longer one, single items."""

REACH = 12
"""Passages before and after a list item or its lead-in that are looked at for its other items."""

Neighbours = Callable[[str, int], Sequence[Passage]]
"""The passages around one, by its id and how far to go, itself among them, in order."""

Stems = Callable[[str], frozenset[str]]
"""The stems of a text's content words."""


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
    announces or is an item of.

    Of a list longer than `LONGEST_LIST`, as many items as fit.
    """
    items, start = list_of(view, ordinal, around)
    if not items:
        return span
    begin = min(span.start, items[0].span.start)
    fitting = [p.span.end for p in items[start:] if p.span.end - begin <= LONGEST_LIST]
    return Span(begin, max(fitting)) if fitting else span


def list_of(view: PassageView, ordinal: int, around: Neighbours) -> tuple[Sequence[Passage], int]:
    """The items of the list that a sentence of a passage announces or is in, and which of them it
    is or stands before; no items when there is no list."""
    nearby = around(view.passage.id, REACH)
    place = next(i for i, other in enumerate(nearby) if other.id == view.passage.id)
    start = place if is_item(view.passage) else place + 1
    ends = ordinal == len(view.sentences) - 1
    if start >= len(nearby) or not is_item(nearby[start]) or not (ends or start == place):
        return (), 0
    first = last = start
    while first > 0 and _same_list(nearby[first - 1], nearby[start]):
        first -= 1
    while last + 1 < len(nearby) and _same_list(nearby[last + 1], nearby[start]):
        last += 1
    if nearby[start].kind not in ITEMS and first == last:
        return (), 0  # "Second thoughts are ..." on its own is no item
    return nearby[first : last + 1], start - first


_COUNTED_OFF = re.compile(
    r"(?:the |my |our )?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|last|final)(?:ly)?\b",
    re.IGNORECASE,
)


def is_item(passage: Passage) -> bool:
    """Whether the passage is an item of a list or table, or a paragraph that counts itself off."""
    return passage.kind in ITEMS or bool(_COUNTED_OFF.match(passage.text))


def _same_list(one: Passage, other: Passage) -> bool:
    return one.kind is other.kind and one.context == other.context and is_item(one)


_ASKS_FOR = re.compile(
    r"\b(?:what|which|list|name|all|are|were)\b((?:[ ,]+[\w'’-]+){1,6})", re.IGNORECASE
)


def thing_asked_for(asked: Asked) -> Wanted | None:
    """The plural noun that a list question asks for: "steps" in "which practical steps ..."."""
    if asked.kind is not AnswerType.LIST:
        return None
    plain = {w.surface: w for w in asked.wanted if not w.name and not w.carried}
    for match in _ASKS_FOR.finditer(asked.text):
        for word in match.group(1).replace(",", " ").split():
            if word in plain and word != plain[word].stem and word.endswith("s"):
                return plain[word]
    return None


def named_list(
    asked: Asked, ranked: Sequence[Candidate], around: Neighbours, stems: Stems
) -> Candidate | None:
    """The best candidate of the best article that announces or is in a list called as asked.

    Its items need not hold a word of the question; they stand below the heading "Recommendations",
    or below the sentence "There are three objectives:".
    """
    thing = thing_asked_for(asked)
    if thing is None or not ranked:
        return None
    names = {
        thing.stem,
        *(o.stems[0] for o in thing.alternatives if len(o.stems) == 1 and o.weight >= CLOSE),
    }
    home = ranked[0].view.passage.article_id
    return next(
        (
            candidate
            for candidate in ranked
            if candidate.view.passage.article_id == home
            and _is_called(candidate, names, stems)
            and len(list_of(candidate.view, candidate.ordinal, around)[0]) > 1
        ),
        None,
    )


def _is_called(candidate: Candidate, names: set[str], stems: Stems) -> bool:
    """Whether a candidate announces a list by one of the names, or stands in one below it."""
    if candidate.sentence.announces:
        return not names.isdisjoint(candidate.sentence.places)
    passage = candidate.view.passage
    if passage.kind not in ITEMS:
        return False
    above = (passage.context.section, passage.context.lead_in)
    return any(not names.isdisjoint(stems(text)) for text in above if text)
