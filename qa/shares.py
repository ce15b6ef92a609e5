"""How much of a question the sentences of a passage hold, alone and with what stands about them."""

from collections.abc import Sequence
from itertools import pairwise

from qa.holding import Held, Words
from qa.questions import in_full
from qa.views import SentenceView
from qa.weighing import Weighing

GIVEN = 0.8
"""What a word counts that the conversation gives, where it does not stand."""


class Shares:
    """Shares of the question's idf mass, for each sentence of a passage. Near-synonyms count in
    full from `NEAR` on, and the less, the less near they are.

    - `before`, `after`: what the sentence and the one before, or after it, hold together; `window`
      with both; `whole` with both and the context; `so_far` with all before it and the context.
    - `order`: its pairs of neighbouring words that stand near each other, by their distance, after
      Tao and Zhai (2007).
    - `context`: what title, headings and the like hold; `peaks`, word by word, what the passage or
      its context does.
    """

    def __init__(self, sentences: int) -> None:
        self.before = [0.0] * sentences
        self.after = [0.0] * sentences
        self.window = [0.0] * sentences
        self.whole = [0.0] * sentences
        self.so_far = [0.0] * sentences
        self.order = [0.0] * sentences
        self.context = 0.0
        self.peaks: list[float] = []

    def give(self, share: float) -> None:
        """Counts a word everywhere that stands nowhere."""
        for held in (self.before, self.after, self.window, self.whole, self.so_far):
            held[:] = [value + share for value in held]
        self.context += share
        self.peaks.append(share)

    def count(self, word: Held, share: float, least: float = 0.0) -> None:
        """Counts a word where it stands, and `least` of it where it does not."""
        weights = (*(form.weight for form in word.forms), 0.0)
        full = [share * max(least, in_full(weight)) for weight in weights]
        here = [full[form] for form in word.best]
        context = full[word.around]
        self.context += context
        self.peaks.append(max(context, *here))
        before, known = 0.0, context
        following = (*here[1:], 0.0)
        for i, (value, after) in enumerate(zip(here, following, strict=True)):
            known = max(known, value)
            window = max(before, value, after)
            self.before[i] += max(before, value)
            self.after[i] += max(value, after)
            self.window[i] += window
            self.whole[i] += max(window, context)
            self.so_far[i] += known
            before = value

    def count_order(
        self, one: Held, other: Held, share: float, sentences: Sequence[SentenceView]
    ) -> None:
        """Counts two neighbouring words where they stand near each other."""
        for i, sentence in enumerate(sentences):
            here, there = one.places_in(i, sentence), other.places_in(i, sentence)
            if here and there:
                distance = min(abs(b - a) + (b < a) for a in here for b in there)
                self.order[i] += share / max(distance, 1)


def shares_held(
    weighing: Weighing, words: Words, given: Sequence[bool], sentences: Sequence[SentenceView]
) -> Shares:
    """What the sentences of a passage hold of the question; `given` tells the words that the
    conversation gives."""
    shares = Shares(len(sentences))
    for word, share, free in zip(words, weighing.shares, given, strict=True):
        if word is not None:
            shares.count(word, share, GIVEN if free else 0.0)
        elif free:
            shares.give(share * GIVEN)
        else:
            shares.peaks.append(0.0)
    for i, (one, other) in enumerate(pairwise(words)):
        if one is not None and other is not None:
            share = (weighing.shares[i] + weighing.shares[i + 1]) / 2
            shares.count_order(one, other, share, sentences)
    return shares
