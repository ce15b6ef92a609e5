"""How much of a question each sentence of a passage holds, word by word."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from qa.holding import Held, Words
from qa.questions import NEAR
from qa.views import PassageView
from qa.weighing import Weighing


class _Worth(NamedTuple):
    """What a word of the question counts: its share of the idf mass, of the mass within the
    article, of the words as such; and how much of it near-synonyms are worth."""

    share: float
    local: float
    even: float
    akin: float


class Shares:
    """Shares of the question, sentence by sentence, that are held in one way or another."""

    def __init__(self, sentences: int) -> None:
        self.here = [0.0] * sentences
        self.local = [0.0] * sentences
        self.akin = [0.0] * sentences
        self.near = [0.0] * sentences
        self.around = [0.0] * sentences
        self.exact = [0.0] * sentences
        self.even = [0.0] * sentences
        self.order = [0.0] * sentences


def shares_held(
    weighing: Weighing,
    view: PassageView,
    words: Words,
    given: Sequence[bool],
    local: Sequence[float],
) -> Shares:
    """What the sentences of a passage hold of the question.

    `given` tells the words that the conversation gives, `local` their shares within the article.
    """
    shares = Shares(len(view.sentences))
    every = zip(weighing.shares, local, weighing.akin, strict=True)
    worths = [_Worth(share, near, 1 / len(words), akin) for share, near, akin in every]
    for wanted, word, worth, free in zip(weighing.asked.wanted, words, worths, given, strict=True):
        if free:
            shares.here = [value + worth.share for value in shares.here]
            shares.local = [value + worth.local for value in shares.local]
            shares.even = [value + worth.even for value in shares.even]
        elif word is not None:
            _count(shares, word, worth)
        if word is not None and word.forms[0].stems == (wanted.stem,):
            _count_exact(shares, view, word, wanted.word, worth.share)
    for i, (one, other) in enumerate(pairwise(words)):
        if one is not None and other is not None:
            _count_order(shares, one, other, (weighing.shares[i] + weighing.shares[i + 1]) / 2)
    return shares


def _count(shares: Shares, word: Held, worth: _Worth) -> None:
    """Counts a word where it stands: in a sentence, or else beside it or in the context."""
    none, best, around = word.none, word.best, word.around
    beside = (*best[1:], none), (none, *best[:-1])
    for i, (form, after, before) in enumerate(zip(best, *beside, strict=True)):
        if form < none:
            weight = word.forms[form].weight
            shares.local[i] += worth.local * weight
            shares.even[i] += worth.even * weight
            if weight > NEAR:
                shares.here[i] += worth.share * weight
            else:
                shares.akin[i] += worth.share * worth.akin * weight / NEAR
        elif (near := min(after, before)) < none and near <= around:
            shares.near[i] += worth.share * word.forms[near].weight
        elif around < none:
            shares.around[i] += worth.share * word.forms[around].weight


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
