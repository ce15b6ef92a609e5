"""How much of a question each sentence of a passage holds, word by word."""

from collections.abc import Sequence
from itertools import pairwise

from qa.holding import Held, Words
from qa.questions import NEAR
from qa.views import PassageView
from qa.weighing import Weighing


class Shares:
    """Shares of the question, sentence by sentence, that are held in one way or another."""

    def __init__(self, sentences: int) -> None:
        self.here = [0.0] * sentences
        self.akin = [0.0] * sentences
        self.near = [0.0] * sentences
        self.around = [0.0] * sentences
        self.exact = [0.0] * sentences
        self.order = [0.0] * sentences


def shares_held(
    weighing: Weighing, view: PassageView, words: Words, given: Sequence[bool]
) -> Shares:
    """What the sentences of a passage hold of the question.

    `given` tells the words that the conversation gives.
    """
    shares = Shares(len(view.sentences))
    every = zip(weighing.asked.wanted, words, weighing.shares, given, strict=True)
    for wanted, word, share, free in every:
        if free:
            shares.here = [value + share for value in shares.here]
        elif word is not None:
            _count(shares, word, share)
        if word is not None and word.forms[0].stems == (wanted.stem,):
            _count_exact(shares, view, word, wanted.word, share)
    for i, (one, other) in enumerate(pairwise(words)):
        if one is not None and other is not None:
            _count_order(shares, one, other, (weighing.shares[i] + weighing.shares[i + 1]) / 2)
    return shares


def _count(shares: Shares, word: Held, share: float) -> None:
    """Counts a word where it stands: in a sentence, and beside it or in the context what it counts
    there more."""
    weights = (*(form.weight for form in word.forms), 0.0)
    none, best, around = word.none, word.best, word.around
    beside = (*best[1:], none), (none, *best[:-1])
    for i, (form, after, before) in enumerate(zip(best, *beside, strict=True)):
        weight = weights[form]
        if weight > NEAR:
            shares.here[i] += share * weight
        else:
            shares.akin[i] += share * weight / NEAR
        near = min(after, before)
        if near < form and near <= around:
            shares.near[i] += share * (weights[near] - weight)
        elif around < form:
            shares.around[i] += share * (weights[around] - weight)


def _count_exact(shares: Shares, view: PassageView, word: Held, wanted: str, share: float) -> None:
    """Counts a word where it stands in the very form that was asked for."""
    for i, places in enumerate(word.places):
        if places and word.best[i] == 0:
            content = view.sentences[i].content
            if any(content[place].word == wanted for place in places):
                shares.exact[i] += share


def _count_order(shares: Shares, one: Held, other: Held, share: float) -> None:
    """Counts neighbouring question words near each other, after Tao and Zhai (2007)."""
    for i, (ours, theirs) in enumerate(zip(one.places, other.places, strict=True)):
        if ours and theirs:
            distance = min(abs(b - a) + (b < a) for a in ours for b in theirs)
            shares.order[i] += share / max(distance, 1)
