"""Whether the first quote answers the question: a few named signals, one number, one reason.

There are two things to be sure of, and one never makes up for the other: that the articles speak of
the topic, and that the quote gives what is asked. Each signal says one thing a person would look
for: are the words known here, are the names there, is the relation, is the kind of thing that was
asked for, is it the same year. Two logistic models, their weights in `qa/weights.py`, make two
probabilities of them; the product is how sure the program is, and where it is too low, the reason
names a signal.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import mul

from index.documents import context_texts
from qa.answers import Reason, ReasonCode
from qa.features import HARD, new_typed_spans
from qa.kinds import Breadth, insists
from qa.questions import CLOSE, FRAMING, NEAR, TOLD, Asked, Wanted
from qa.ranking import Candidate
from qa.selection import Selected
from qa.typed import AnswerType
from qa.understanding import Understood
from qa.views import SentenceView
from qa.weighing import Weighing
from qa.weights import (
    ANSWER,
    ANSWER_INTERCEPT,
    TOPIC,
    TOPIC_INTERCEPT,
    AnswerSignals,
    Signals,
    TopicSignals,
)

NEAR_HELD = 0.7
"""What a near-synonym counts that no passage holds by chance."""

IN_CONTEXT = 0.7
"""What a word counts that stands in the passage or its context but not in the quote."""


CHANCE_WORDS, CHANCE_SHARE = 1.6, 0.4
"""How many words, and what share of its idf mass, a question has in common with articles on
anything: so little is matched by nearly all questions on another topic, and by one in ten others,
of which six in seven are answered wrongly anyway (docs/quality.md)."""


class Strictness(StrEnum):
    """How sure the program must be before it answers; the cost of each is in docs/quality.md."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Least:
    """The least with which a quote is shown as an answer: how sure that the articles speak of the
    topic, how sure of both, topic and answer, whether each name must stand near the quote, whether
    a quote about another year than the one asked for is refused, and one without the date, the
    number, ... that is asked for: only where nothing else would answer, or always.

    An answer on another topic is what people find oddest; nothing else makes up for it.
    """

    topic: float
    both: float
    every_name: bool = True
    the_year: bool = True
    the_kind: bool = True
    any_kind: bool = False


LEAST: dict[Strictness, Least] = {
    Strictness.LOW: Least(0.25, 0.1, every_name=False, the_year=False, the_kind=False),
    Strictness.NORMAL: Least(0.4, 0.2),
    Strictness.HIGH: Least(0.55, 0.55, any_kind=True),
}


def signals(weighing: Weighing, selected: Selected, unknown: Sequence[Wanted]) -> Signals:
    """What speaks for and against the first quote, `selected`."""
    asked = weighing.asked
    pairs = zip(asked.wanted, weighing.akin, strict=True)
    held = [_held(weighing, selected, wanted, akin) for wanted, akin in pairs]
    return Signals(
        _topic_signals(weighing, selected.best, held, unknown),
        _answer_signals(weighing, selected, held),
    )


def _topic_signals(
    weighing: Weighing, best: Candidate, held: Sequence[float], unknown: Sequence[Wanted]
) -> TopicSignals:
    wanted, shares = weighing.asked.wanted, weighing.shares
    strange = {w.stem for w in unknown}
    titled = sum(w.weight == 1.0 and _stand_in(best.view.context_stems, w) >= NEAR for w in wanted)
    cover = sum(share * h for share, h in zip(shares, held, strict=True))
    matched = sum(w.weight * h for w, h in zip(wanted, held, strict=True))
    return TopicSignals(
        cover=cover,
        words=_words_held(weighing, best.sentence),
        matched=min(matched, 4) / 4,
        chance=float(matched <= CHANCE_WORDS and cover <= CHANCE_SHARE),
        titled=min(titled, 2) / 2,
        unknown=sum(s for s, w in zip(shares, wanted, strict=True) if w.stem in strange),
        unknown_name=float(any(w.name and w.weight > TOLD for w in unknown)),
    )


def _words_held(weighing: Weighing, sentence: SentenceView) -> float:
    """Share of the question's idf mass that the sentence holds in the very form."""
    pairs = zip(weighing.asked.wanted, weighing.shares, strict=True)
    return sum(share for wanted, share in pairs if wanted.word in sentence.words)


def _answer_signals(weighing: Weighing, selected: Selected, held: Sequence[float]) -> AnswerSignals:
    asked = weighing.asked
    hard = asked.kind in HARD
    typed = [s for s in selected.sentences if hard and new_typed_spans(asked, s)]
    plain = [h for w, h in zip(asked.wanted, held, strict=True) if not w.name]
    return AnswerSignals(
        related=sum(plain) / len(plain) if plain else 1.0,
        absent=float(_absent(asked, held)),
        untyped=float(hard and not typed),
        bound=max((_share(weighing, s) for s in typed), default=float(not hard)),
        unmet=float(not typed and insists(asked.text, asked.kind)),
        uncounted=float(_uncounted(asked, selected.sentences)),
        other_year=float(bool(_unnamed_years(asked, selected))),
        likely=_likely(selected),
    )


def _share(weighing: Weighing, sentence: SentenceView) -> float:
    """Share of the question's idf mass that the sentence holds by itself, near-synonyms in full."""
    pairs = zip(weighing.asked.wanted, weighing.shares, strict=True)
    return sum(share * min(1.0, _best_in(sentence.stems, wanted) / NEAR) for wanted, share in pairs)


def _likely(selected: Selected) -> float:
    candidate = selected.best
    pairs = zip(candidate.view.sentences, candidate.chances, strict=True)
    return sum(chance for sentence, chance in pairs if sentence in selected.sentences)


def _held(weighing: Weighing, selected: Selected, wanted: Wanted, akin: float) -> float:
    """How well the quote, or else its passage and context, holds a word of the question."""
    view, thread = selected.best.view, weighing.thread
    if wanted.carried and thread and view.passage.article_id == thread.article_id:
        return 1.0
    quoted = frozenset().union(*(sentence.stems for sentence in selected.sentences))
    around = view.stems | view.context_stems
    return max(_stand_in(quoted, wanted, akin), IN_CONTEXT * _stand_in(around, wanted, akin))


def _stand_in(stems: frozenset[str], wanted: Wanted, akin: float = 1.0) -> float:
    """How well `stems` hold a word of the question: itself, or an alternative by its weight.

    A near-synonym counts the less, the more passages hold one by chance (`akin`).
    """
    best = _best_in(stems, wanted)
    return best if best > NEAR else NEAR_HELD * akin * best / NEAR


def _best_in(stems: frozenset[str], wanted: Wanted) -> float:
    """What the best form of a word counts that `stems` hold."""
    if wanted.stem in stems:
        return 1.0
    return max((o.weight for o in wanted.alternatives if stems.issuperset(o.stems)), default=0.0)


def _absent(asked: Asked, held: Sequence[float]) -> bool:
    """Whether neither the quote nor what stands about it has a name that is asked for, in any form;
    where things are compared, whether it has none of the names.

    Of a name of several words ("Morris Chang") one is enough. Figures may be written in words.
    """
    names: list[list[float]] = []
    before = ""
    for wanted, h in zip(asked.wanted, held, strict=True):
        named = wanted.name and wanted.weight > TOLD and not wanted.surface[0].isdigit()
        if named and before and f"{before} {wanted.surface}" in asked.text:
            names[-1].append(h)
        elif named:
            names.append([h])
        before = wanted.surface if named else ""
    lacking = [max(name) <= 0 for name in names]
    every = asked.breadth is Breadth.SIDES
    return bool(lacking) and (all(lacking) if every else any(lacking))


_COUNTED = re.compile(
    r"(?:\bhow many|\bwhat (?:\w+ ){0,3}number of|^number of)\s+(?!times\b)(\w+(?:\s+\w+){0,2})",
    re.IGNORECASE,
)

NEXT_TO_NUMBER = 30
"""Characters between a number and the name of what it counts, at most."""


def _uncounted(asked: Asked, sentences: Sequence[SentenceView]) -> bool:
    """Whether things are to be counted and no number in the quote counts such things."""
    match = _COUNTED.search(asked.text)
    if asked.kind is not AnswerType.NUMBER or match is None:
        return False
    things = [wanted for wanted in asked.wanted if wanted.surface in match.group(1).split()]
    names = {wanted.stem for wanted in things} | {
        other.stems[0] for w in things for other in w.alternatives if other.weight >= CLOSE
    }
    return bool(things) and not any(_counts(asked, sentence, names) for sentence in sentences)


def _counts(asked: Asked, sentence: SentenceView, names: set[str]) -> bool:
    """Whether a number stands before one of the names, or in brackets behind it, or in the cell of
    a row that speaks of it."""
    text, spans = sentence.text, new_typed_spans(asked, sentence)
    if " | " in text:
        return bool(spans) and not names.isdisjoint(sentence.stems)
    return any(
        0 <= token.start - span.end < NEXT_TO_NUMBER
        or (span.start - token.end < NEXT_TO_NUMBER and "(" in text[token.end : span.start])
        for span in spans
        for token in sentence.tokens
        if token.stem in names
    )


_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def _unnamed_years(asked: Asked, selected: Selected) -> list[str]:
    """The years that the question names, if the quote names others and none of them.

    A year in the title or a heading above the quote is its year, too.
    """
    years: list[str] = _YEAR.findall(asked.text)
    quoted = {year for s in selected.sentences for year in _YEAR.findall(s.text)}
    above = " ".join(context_texts(selected.best.view.passage))
    here = quoted.union(_YEAR.findall(above))
    return years if quoted and here.isdisjoint(years) else []


def is_sure(found: Signals, strictness: Strictness) -> bool:
    """Whether the first quote is shown as an answer."""
    least = LEAST[strictness]
    lacks = (
        least.every_name and max(found.topic.unknown_name, found.answer.absent),
        least.the_year and found.answer.other_year,
        least.the_kind and max(found.answer.unmet, found.answer.uncounted),
        least.any_kind and found.answer.untyped,
    )
    return not any(lacks) and on_topic(found) >= least.topic and confidence(found) >= least.both


def confidence(found: Signals) -> float:
    """The estimated probability that the first quote answers, 0 to 1."""
    return on_topic(found) * answering(found)


def on_topic(found: Signals) -> float:
    """The estimated probability that the articles speak of what is asked."""
    return _probability(found.topic, TOPIC, TOPIC_INTERCEPT)


def answering(found: Signals) -> float:
    """The estimated probability that a quote on the topic gives what is asked."""
    return _probability(found.answer, ANSWER, ANSWER_INTERCEPT)


def _probability(values: Sequence[float], weights: Sequence[float], intercept: float) -> float:
    return 1 / (1 + math.exp(-(intercept + sum(map(mul, values, weights)))))


_GIVES_NO = {
    AnswerType.DATE: "date",
    AnswerType.NUMBER: "number",
    AnswerType.MONEY: "sum",
    AnswerType.PERCENT: "percentage",
    AnswerType.DURATION: "length of time",
    AnswerType.LENGTH: "length",
    AnswerType.WEIGHT: "weight",
    AnswerType.SPEED: "speed",
    AnswerType.TEMPERATURE: "temperature",
    AnswerType.AGE: "age",
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
    strange = [w.surface for w in unknown if w.name] or _named(unknown)
    if found.topic.unknown_name or (strange and found.topic.unknown >= 0.5):
        return Reason(
            ReasonCode.UNKNOWN_WORDS,
            f"No passage in {_articles(articles)} mentions {listed(strange)}.",
        )
    if on_topic(found) >= answering(found) and (lack := _lack(found, understood, selected)):
        return Reason(ReasonCode.NOT_COVERED, lack)
    missing = _named([w for w in asked.wanted if not _stands_near(selected, w)]) or strange
    lacks = f"; the nearest says nothing of {listed(missing)}" if missing else ""
    return Reason(
        ReasonCode.NOT_COVERED,
        f"No passage in {_articles(articles)} brings together what is asked{lacks}.",
    )


def _lack(found: Signals, understood: Understood, selected: Selected) -> str:
    """What passages on the topic do not give; empty where no one signal says."""
    asked = understood.asked
    about = _named([w for w in asked.wanted if w not in understood.unknown])
    if (found.answer.untyped or found.answer.uncounted) and about:
        return (
            f"The articles mention {listed(about, last='and')}"
            f" but give no {_GIVES_NO[asked.kind]} for what is asked."
        )
    if years := _unnamed_years(asked, selected):
        return f"The nearest passage is not about {years[0]}."
    return ""


def _named(words: Sequence[Wanted]) -> list[str]:
    """The words as they were typed, but for those that only say what kind of answer is wanted."""
    return [w.surface for w in words if w.weight > FRAMING]


def _stands_near(selected: Selected, wanted: Wanted) -> bool:
    view = selected.best.view
    return _stand_in(view.stems | view.context_stems, wanted) > 0


def _articles(count: int) -> str:
    return f"{count:,} article{'' if count == 1 else 's'}"


def listed(words: Sequence[str], last: str = "or") -> str:
    """The words in quotation marks, at most four of them, as a sentence names them."""
    marked = [f"“{word}”" for word in words[:4]]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} {last} {marked[-1]}"
