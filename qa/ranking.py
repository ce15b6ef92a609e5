"""The second look: from hits to sentences in the order in which they answer a question.

An engine ranks passages by their words alone. Here each sentence of the best passages becomes a
candidate, described by its `Features`, and a linear model orders all candidates of all passages
at once. Its weights stand in `qa/weights.py`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import mul

from index.engine import Field, Term
from index.passages import Passage
from index.searcher import Found
from qa.features import Features, features_of
from qa.questions import Asked
from qa.views import PassageView, SentenceView
from qa.weighing import Weighing

SECOND_LOOK = 50
"""Passages that are looked at sentence by sentence; the right one is among the engine's first 50
in 97 of 100 questions of the public sets."""

WORTH_A_LOOK, RISING = 0.35, 0.005
"""Share of the best passage's engine score below which a passage is passed over, and what is added
to it with each place. Right quotations come from far above it (docs/quality.md)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of a hit, scored for a question; `ordinal` is its place in the passage."""

    view: PassageView
    ordinal: int
    features: Features
    score: float

    @property
    def sentence(self) -> SentenceView:
        """The sentence."""
        return self.view.sentences[self.ordinal]


def terms_of(asked: Asked) -> list[Term]:
    """What the engine looks for: stems, words and pairs of the question, and the alternatives."""
    terms: dict[tuple[Field, str], Term] = {}

    def add(field: Field, text: str, weight: float) -> None:
        known = terms.get((field, text))
        if known is None or known.weight < weight:
            terms[field, text] = Term(field, text, weight)

    for wanted in asked.wanted:
        add(Field.STEM, wanted.stem, wanted.weight)
        add(Field.WORD, wanted.word, wanted.weight)
        for other in wanted.alternatives:
            for stem in other.stems:
                add(Field.STEM, stem, wanted.weight * other.weight**2 / len(other.stems))
    for first, second in pairwise(asked.wanted):
        add(Field.BIGRAM, f"{first.stem} {second.stem}", min(first.weight, second.weight))
    return list(terms.values())


def candidates(
    weighing: Weighing,
    found: Sequence[Found],
    view: Callable[[Passage], PassageView],
    weights: Features,
) -> list[Candidate]:
    """All sentences of the passages found, best first; ties in the engine's order."""
    views = [(view(hit.passage), hit.score) for hit in found]
    listed = [
        Candidate(passage_view, i, features, score_of(features, weights))
        for (passage_view, _), every in zip(views, features_of(weighing, views), strict=True)
        for i, features in enumerate(every)
    ]
    return sorted(listed, key=lambda candidate: -candidate.score)


def score_of(features: Features, weights: Features) -> float:
    """The sum of the features, each times its weight."""
    return float(sum(map(mul, features, weights)))
