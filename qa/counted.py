"""Whether a number in a quotation counts what a question wants counted."""

import re
from collections.abc import Sequence

from qa.features import new_typed_spans
from qa.kinds import AUXILIARY
from qa.questions import CLOSE, Asked
from qa.typed import AnswerType, cell_figures
from qa.views import SentenceView

_COUNTED = re.compile(
    rf"(?:\bhow many|\bwhat (?:\w+ ){{0,3}}number of|^number of)\s+(?!(?:times|{AUXILIARY})\b)"
    r"(\w+(?:\s+\w+){0,2})"
    r"|\b(?P<size>population|turnout|death toll|membership)\b",
    re.IGNORECASE,
)

_PLURAL = re.compile(
    r"(?!(?:do|ha)e?s)\w+(?<![sui])s|people|(?:\w{0,9}wo)?men|children", re.IGNORECASE
)
"""What is counted, behind what tells of it: "Japanese volunteers"."""

_PEOPLE = frozenset("person adult man woman child individu life volunt particip".split())
"""Stems of what people are counted by where nothing more is known of them: lives are saved."""

NEXT_TO_NUMBER = 30
"""Characters between a number and the name of what it counts, at most."""


def uncounted(asked: Asked, sentences: Sequence[SentenceView]) -> bool:
    """Whether things are to be counted and no number in the quote counts such things."""
    match = _COUNTED.search(asked.text)
    if asked.kind is not AnswerType.NUMBER or match is None:
        return False
    named = (match.group("size") or match.group(1)).split()
    first = next((i for i, word in enumerate(named) if _PLURAL.fullmatch(word)), 0)
    things = [wanted for wanted in asked.wanted if wanted.surface in named[first:]]
    names = {wanted.stem for wanted in things} | {
        other.stems[0] for w in things for other in w.alternatives if other.weight >= CLOSE
    }
    if not _PEOPLE.isdisjoint(names):
        names |= _PEOPLE
    either = match.group("size") is not None
    return bool(things) and not any(_counts(asked, s, names, either=either) for s in sentences)


def _counts(asked: Asked, sentence: SentenceView, names: set[str], *, either: bool) -> bool:
    """Whether a number stands before one of the names, or in brackets behind it, or fills a cell of
    a row that speaks of it, or counts what the sentence has told already ("of them", "built 90,000
    over the years"), or is "the number of" them; on `either` side of it, where it is a size."""
    text, spans = sentence.text, new_typed_spans(asked, sentence)
    if cell_figures(text) and " | " in text:
        return bool(spans) and not names.isdisjoint(sentence.stems)
    if _NUMBER_OF.search(text) or any(_COUNTS_WHAT_WAS_TOLD.match(text, s.end) for s in spans):
        return bool(spans) and not names.isdisjoint(sentence.stems)
    return any(
        0 <= token.start - span.end < NEXT_TO_NUMBER
        or (
            0 <= span.start - token.end < NEXT_TO_NUMBER
            and (either or "(" in text[token.end : span.start])
        )
        for span in spans
        for token in sentence.tokens
        if token.stem in names
    )


_NUMBER_OF = re.compile(r"\bnumbers? of\b")
_COUNTS_WHAT_WAS_TOLD = re.compile(
    r"\W{0,2}$|[,.;:)]\s"
    r"|\s(?:of (?:them|these|those|which|whom)|such|more|others?|left|still|who|that|which|and|or"
    r"|but|in|on|at|by|from|for|over|during|since|before|after|when|while|as|between"
    rf"|{AUXILIARY})\b"
)
