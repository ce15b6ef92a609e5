"""The second look: from hits to sentences in the order in which they answer a question.

An engine ranks passages by their words alone. Here each sentence of the best passages becomes a
candidate, described by its `Features`, and a linear model orders all candidates of all passages
at once. Its weights stand in `qa/weights.py`.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import mul

from index.analysis import PARTICLES
from index.engine import Field, Term
from index.passages import Passage
from index.searcher import Found
from qa.features import Features, features_of
from qa.questions import NEAR, WITHIN, Asked
from qa.stretches import MOST_SENTENCES, likeliest
from qa.views import PassageView, SentenceView
from qa.weighing import Weighing

SECOND_LOOK = 50
"""Passages that are looked at sentence by sentence; the right one is among the engine's first 50
in 97 of 100 questions of the public sets."""

WORTH_A_LOOK, RISING = 0.35, 0.005
"""Share of the best passage's engine score below which a passage is passed over, and what is added
to it with each place. Right quotations come from far above it (docs/quality.md)."""


SEARCHED = 0.35
"""What an alternative must count to be searched for; lesser ones, and the many places within a
country, are only seen in what is found."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of a hit, scored for a question; `ordinal` is its place in the passage.

    `chances` are those of the passage's sentences, in order, to be what answers.
    """

    view: PassageView
    ordinal: int
    features: Features
    score: float
    chances: Sequence[float]

    @property
    def sentence(self) -> SentenceView:
        """The sentence."""
        return self.view.sentences[self.ordinal]

    @property
    def chance(self) -> float:
        """How likely the sentence is what answers, 0 to 1."""
        return self.chances[self.ordinal]

    @property
    def worth(self) -> float:
        """How likely the stretch about it is to hold the answer, less what its length costs."""
        return likeliest(self.view, self.chances, self.ordinal, self.ordinal)[0]


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
            if not _is_searched(other.weight):
                continue
            for stem in other.stems:
                if stem in PARTICLES:
                    continue
                add(Field.STEM, stem, wanted.weight * other.weight**2 / len(other.stems))
    for first, second in pairwise(asked.wanted):
        add(Field.BIGRAM, f"{first.stem} {second.stem}", min(first.weight, second.weight))
    return list(terms.values())


def _is_searched(weight: float) -> bool:
    """Whether an alternative that counts so much is another name or a close near-synonym."""
    return weight > WITHIN or SEARCHED <= weight <= NEAR


def candidates(
    weighing: Weighing,
    found: Sequence[Found],
    view: Callable[[Passage], PassageView],
    weights: Features,
) -> list[Candidate]:
    """All sentences of the passages found, best first; ties in the engine's order."""
    views = [(view(hit.passage), hit.score) for hit in found]
    described = features_of(weighing, views)
    scores = [[score_of(features, weights) for features in every] for every in described]
    listed = [
        Candidate(passage_view, i, every[i], ours[i], chances)
        for (passage_view, _), every, ours, chances in zip(
            views, described, scores, _chances(scores), strict=True
        )
        for i in range(len(ours))
    ]
    return _by_stretch(sorted(listed, key=lambda candidate: -candidate.score))


def _by_stretch(ranked: list[Candidate]) -> list[Candidate]:
    """The candidates, first those whose stretch may be likelier to hold the answer than the best
    one's: two sentences that each may answer are better than one that is a little likelier.

    A stretch has a third of its chance at least in one sentence.
    """
    if not ranked:
        return ranked
    least = ranked[0].chance / MOST_SENTENCES
    rivals = [candidate for candidate in ranked if candidate.chance >= least]
    return sorted(rivals, key=lambda candidate: -candidate.worth) + ranked[len(rivals) :]


def _chances(scores: Sequence[Sequence[float]]) -> list[tuple[float, ...]]:
    """The scores as probabilities, as the conditional logit that made the weights has them
    (McFadden, 1974): their exponentials, which add up to one over all candidates."""
    most = max((score for ours in scores for score in ours), default=0.0)
    odds = [[math.exp(score - most) for score in ours] for ours in scores]
    total = sum(map(sum, odds))
    return [tuple(value / total for value in ours) for ours in odds]


def score_of(features: Features, weights: Features) -> float:
    """The sum of the features, each times its weight."""
    return float(sum(map(mul, features, weights)))
