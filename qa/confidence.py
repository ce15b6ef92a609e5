"""Whether the first quote answers the question: a few named signals, one number, one reason.

Each signal says one thing a person would look for: are the names there, is the relation, is the
kind of thing that was asked for, is it the same year. A logistic model, its weights in
`qa/weights.py`, makes them a probability; where that is too low, the reason names the signal.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import astuple
from enum import StrEnum

from index.analysis import STOP_WORDS
from qa.answers import Reason, ReasonCode
from qa.features import HARD, new_typed_spans
from qa.questions import Asked, Wanted
from qa.ranking import Candidate
from qa.selection import Selected
from qa.typed import AnswerType
from qa.understanding import Understood
from qa.views import SentenceView
from qa.weighing import Weighing
from qa.weights import CONFIDENCE, INTERCEPT, Signals

IN_CONTEXT = 0.7
"""What a word counts that stands in the passage or its context but not in the quote."""


class Strictness(StrEnum):
    """How sure the program must be before it answers; the cost of each is in docs/quality.md."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


LEAST: dict[Strictness, float] = {
    Strictness.LOW: 0.15,
    Strictness.NORMAL: 0.3,
    Strictness.HIGH: 0.45,
}
"""The least confidence with which a quote is shown as an answer."""


def signals(
    weighing: Weighing,
    ranked: Sequence[Candidate],
    selected: Selected,
    unknown: Sequence[Wanted],
) -> Signals:
    """What speaks for and against the first quote."""
    asked, best = weighing.asked, ranked[0]
    held = [_held(weighing, selected, wanted) for wanted in asked.wanted]
    shares = weighing.shares
    hard = asked.kind in HARD
    typed = any(new_typed_spans(asked, sentence) for sentence in selected.sentences)
    strange = {wanted.stem for wanted in unknown}
    rival = next((c for c in ranked if c.view.passage.id != best.view.passage.id), None)
    return Signals(
        cover=sum(share * h for share, h in zip(shares, held, strict=True)),
        passage=best.features.passage,
        named=_mean([h for w, h in zip(asked.wanted, held, strict=True) if w.name]),
        related=_related(weighing, held),
        unknown=sum(s for s, w in zip(shares, asked.wanted, strict=True) if w.stem in strange),
        unknown_name=float(any(w.name for w in unknown)),
        untyped=float(hard and not typed),
        bound=best.features.bound if hard else 0.5,
        uncounted=float(_uncounted(asked, selected.sentences)),
        other_year=float(_other_year(asked, selected)),
        attribute=_attribute(asked, held),
        margin=min(best.score - rival.score, 5.0) / 5 if rival else 1.0,
        length=min(len(asked.wanted), 10) / 10,
    )


def _held(weighing: Weighing, selected: Selected, wanted: Wanted) -> float:
    """How well the quote, or else its passage and context, holds a word of the question."""
    view, thread = selected.best.view, weighing.thread
    if wanted.carried and thread and view.passage.article_id == thread.article_id:
        return 1.0
    quoted = frozenset(stem for s in selected.sentences for stem in s.places)
    around = view.stems | view.context_stems
    forms = [((wanted.stem,), 1.0), *((o.stems, o.weight) for o in wanted.alternatives)]
    return max(
        weight * (1.0 if all(s in quoted for s in stems) else IN_CONTEXT)
        if all(s in around for s in stems)
        else 0.0
        for stems, weight in forms
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 1.0


def _related(weighing: Weighing, held: Sequence[float]) -> float:
    """How much is held of what is asked *about* the names: verbs, attributes, plain nouns."""
    plain = [
        (share, h)
        for share, wanted, h in zip(weighing.shares, weighing.asked.wanted, held, strict=True)
        if not wanted.name and not wanted.carried
    ]
    mass = sum(share for share, _ in plain)
    return sum(share * h for share, h in plain) / mass if mass else 1.0


_ATTRIBUTE = re.compile(r"\b(?:what|which|whose)((?: [\w'’-]+){1,3})", re.IGNORECASE)


def _attribute(asked: Asked, held: Sequence[float]) -> float:
    """How well the thing itself is held that "which company", "what resolution" asks for."""
    match = _ATTRIBUTE.search(asked.text)
    if match is None:
        return 1.0
    for word in match.group(1).split():
        for wanted, h in zip(asked.wanted, held, strict=True):
            if wanted.surface == word and not wanted.name:
                return h if wanted.weight == 1.0 else 1.0  # "which year" asks for a kind
        if word.lower() in STOP_WORDS:
            return 1.0
    return 1.0


_COUNTED = re.compile(r"\b(?:how many|number of)\s+(?:\w+\s+)?", re.IGNORECASE)


def _uncounted(asked: Asked, sentences: Sequence[SentenceView]) -> bool:
    """Whether things are to be counted and no number in the quote stands before their name."""
    match = _COUNTED.search(asked.text)
    if asked.kind is not AnswerType.NUMBER or match is None:
        return False
    things = {
        wanted.stem
        for wanted in asked.wanted
        if wanted.surface in asked.text[match.start() :].split()[2:4]
    }
    return not any(_counts(asked, sentence, things) for sentence in sentences)


def _counts(asked: Asked, sentence: SentenceView, things: set[str]) -> bool:
    return any(
        token.stem in things and 0 <= token.start - span.end < 30
        for span in new_typed_spans(asked, sentence)
        for token in sentence.tokens
    )


_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def _other_year(asked: Asked, selected: Selected) -> bool:
    """Whether the question names a year, and the passage and its context only others."""
    passage = selected.best.view.passage
    context = passage.context
    texts = (passage.text, context.lead_in or "", context.header or "", *context.headings)
    years = set(_YEAR.findall(" ".join((*texts, context.title or ""))))
    asked_years = set(_YEAR.findall(asked.text))
    return bool(asked_years) and bool(years) and not asked_years & years


def confidence(found: Signals) -> float:
    """The estimated probability that the first quote answers, 0 to 1."""
    total = sum(
        value * weight for value, weight in zip(astuple(found), astuple(CONFIDENCE), strict=True)
    )
    return 1 / (1 + math.exp(-(INTERCEPT + total)))


_GIVES_NO = {
    AnswerType.DATE: "date",
    AnswerType.NUMBER: "number",
    AnswerType.MONEY: "sum",
    AnswerType.PERCENT: "percentage",
    AnswerType.DURATION: "length of time",
    AnswerType.PERSON: "person",
    AnswerType.PLACE: "place",
    AnswerType.NAME: "name",
    AnswerType.EXPANSION: "long form",
}


def nothing_shared(articles: int) -> Reason:
    """The reason when no passage holds any word of the question."""
    return Reason(
        ReasonCode.UNKNOWN_WORDS, f"Nothing in {_articles(articles)} shares a word with it."
    )


def why_not(found: Signals, understood: Understood, selected: Selected, *, articles: int) -> Reason:
    """The reason for a refusal, from the signal that speaks loudest against the first quote."""
    asked, unknown = understood.asked, understood.unknown
    strange = [w.surface for w in unknown if w.name] or [w.surface for w in unknown]
    if found.unknown_name or (strange and found.unknown >= 0.5):
        return Reason(
            ReasonCode.UNKNOWN_WORDS,
            f"No passage in {_articles(articles)} mentions {listed(strange)}.",
        )
    about = [w.surface for w in asked.wanted if w not in unknown]
    if (found.untyped or found.uncounted) and about:
        return Reason(
            ReasonCode.NOT_COVERED,
            f"The articles mention {listed(about, last='and')}"
            f" but give no {_GIVES_NO[asked.kind]} for what is asked.",
        )
    if found.other_year:
        years = _YEAR.findall(asked.text)
        return Reason(ReasonCode.NOT_COVERED, f"The nearest passage is not about {years[0]}.")
    missing = [w.surface for w in asked.wanted if not _stands_in(selected, w)] or strange
    lacks = f"; the nearest says nothing of {listed(missing)}" if missing else ""
    return Reason(
        ReasonCode.NOT_COVERED,
        f"No passage in {_articles(articles)} brings together what is asked{lacks}.",
    )


def _stands_in(selected: Selected, wanted: Wanted) -> bool:
    view = selected.best.view
    around = view.stems | view.context_stems
    forms = [(wanted.stem,), *(other.stems for other in wanted.alternatives)]
    return any(all(stem in around for stem in stems) for stems in forms)


def _articles(count: int) -> str:
    return f"{count:,} article{'' if count == 1 else 's'}"


def listed(words: Sequence[str], last: str = "or") -> str:
    """The words in quotation marks, at most four of them, as a sentence names them."""
    marked = [f"“{word}”" for word in words[:4]]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} {last} {marked[-1]}"
