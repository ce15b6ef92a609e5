"""Whether articles that speak of the same thing say the same of it.

Two sentences of different articles are compared only when both hold nearly all of what is asked
and a span of the asked kind. If their values agree, the fact is shown once and cited twice; if
they have no value in common, both are shown and nobody is declared right.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.features import new_typed_spans
from qa.holding import Held, held_words
from qa.questions import Asked
from qa.ranking import Candidate
from qa.typed import MEASURED, AnswerType
from qa.weighing import Weighing

COMPARED = MEASURED | {
    AnswerType.DATE,
    AnswerType.NUMBER,
    AnswerType.MONEY,
    AnswerType.PERCENT,
    AnswerType.DURATION,
}
"""Kinds of answer whose values can be compared by rule; names and reasons cannot."""

SAME_THING = 0.65
"""Share of the question's idf mass both sentences must hold, their contexts included; what stands
beside them counts half, and what may be another thing (an agreement is no memorandum) what it
counts anywhere."""

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_WORDS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"once": "1", "twice": "2", "both": "2", "single": "1", "dozen": "12"}
_SCALES = ("hundred", "thousand", "million", "billion", "trillion", "crore", "lakh")


@dataclass(frozen=True, slots=True)
class Comparison:
    """The candidates of other articles that say the same as the best one, and that differ."""

    same: tuple[Candidate, ...] = ()
    different: tuple[Candidate, ...] = ()


def compared(weighing: Weighing, ranked: Sequence[Candidate]) -> Comparison:
    """How other articles' best sentences stand to the best candidate."""
    asked = weighing.asked
    if asked.kind not in COMPARED or not ranked:
        return Comparison()
    best = ranked[0]
    ours = values(asked, best)
    if not ours or not _on_the_matter(weighing, best):
        return Comparison()
    same: list[Candidate] = []
    different: list[Candidate] = []
    for rival in _rivals(ranked):
        theirs = values(asked, rival)
        if _comparable(ours, theirs, asked.kind) and _on_the_matter(weighing, rival):
            (same if _agree(ours, theirs) else different).append(rival)
    return Comparison(tuple(same), tuple(different))


def _on_the_matter(weighing: Weighing, candidate: Candidate) -> bool:
    if candidate.features.names < 1:
        return False
    (words,) = held_words(weighing.asked, [candidate.view])
    pairs = zip(words, weighing.shares, strict=True)
    return (
        sum(share * _held(word, candidate.ordinal) for word, share in pairs if word is not None)
        >= SAME_THING
    )


def _held(word: Held, ordinal: int) -> float:
    """What a word counts that the sentence or the context holds; half of it where only a sentence
    beside it does."""
    weights = (*(form.weight for form in word.forms), 0.0)
    here, context = weights[word.best[ordinal]], weights[word.around]
    beside = word.best[max(0, ordinal - 1) : ordinal + 2]
    return max(here, context, weights[min(beside)] / 2)


def _comparable(ours: frozenset[str], theirs: frozenset[str], kind: AnswerType) -> bool:
    """Whether there is something to compare: kilometres and miles may say the same, and a day and a
    time of day both be right."""
    if kind is AnswerType.DATE:
        return not set(map(_is_time, ours)).isdisjoint(map(_is_time, theirs))
    if kind not in MEASURED:
        return bool(theirs)
    return not _units(ours).isdisjoint(_units(theirs))


def _is_time(value: str) -> bool:
    return ":" in value


_TIME = re.compile(rf"(\d{{1,2}}|{'|'.join(_WORDS)})(?:[:.](\d\d)|\s?[ap]\.?m\b|\so['’]clock)")
"""A time of day, in small letters: its hour, in figures or in a word, and its minutes."""


def _units(values: frozenset[str]) -> set[str]:
    return {value.rpartition(" ")[2] for value in values}


def _agree(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether some value is given by both, "October" counting as "3 October"."""
    return any(one in other or other in one for one in ours for other in theirs)


def _rivals(ranked: Sequence[Candidate]) -> list[Candidate]:
    """The best candidate of each article but the first one's."""
    firsts: dict[str, Candidate] = {}
    for candidate in ranked:
        firsts.setdefault(candidate.view.passage.article_id, candidate)
    return list(firsts.values())[1:]


def values(asked: Asked, candidate: Candidate) -> frozenset[str]:
    """What the sentence gives for the asked kind, in a form that can be compared."""
    spans = new_typed_spans(asked, candidate.sentence)
    return frozenset(
        value for span in spans for value in _normal(span.of(candidate.sentence.text), asked.kind)
    )


_LAST_WORD = re.compile(r"([^\W\d]+?)s?\W*$")


def _normal(text: str, kind: AnswerType) -> list[str]:
    lowered = text.lower()
    if kind is AnswerType.DATE:
        if time := _TIME.match(lowered):
            hour, minutes = time.groups()
            twelfth = int(_WORDS.get(hour, hour)) % 12  # "9 pm" is "21:00", and "nine o'clock"
            return [f"{twelfth}:{minutes or '00'}"]
        years = re.findall(r"\b(?:1\d|20)\d\ds?", lowered)
        return years or [" ".join(lowered.split())]
    scale = next((s for s in _SCALES if s in lowered), "")
    numbers = [n.replace(",", "") for n in _DIGITS.findall(lowered)]
    numbers += [_WORDS[word] for word in re.findall(r"[a-z]+", lowered) if word in _WORDS]
    unit = _LAST_WORD.search(lowered) if kind in MEASURED else None
    behind = unit.group(1) if unit else ""
    return [" ".join(f"{float(number):g} {scale} {behind}".split()) for number in numbers]
