"""How much each word of a question counts, and the conversation it is asked in."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from qa.questions import NEAR, Asked, Wanted
from qa.views import PassageView


@dataclass(frozen=True, slots=True)
class Thread:
    """Where the question before was answered: the article, and in it the headings above.

    `held` are the stems of its words that the article holds, if in another form.
    """

    article_id: str
    headings: tuple[str, ...] = ()
    held: frozenset[str] = frozenset()

    def gives(self, wanted: Wanted, article_id: str) -> bool:
        """Whether a passage of the article need not repeat the word: it was taken over from the
        question before, and the article did hold it."""
        return wanted.carried and article_id == self.article_id and wanted.stem in self.held


@dataclass(frozen=True, slots=True)
class Weighing:
    """A question's words with their shares of its idf mass; the shares add up to one.

    `akin` tells for each word how much of its rarity is left when any of its near-synonyms may
    stand for it, 0 to 1; `speaking`, for the id of an article, the stems of those names in the
    question that belong to who speaks there.
    """

    asked: Asked
    shares: tuple[float, ...]
    akin: tuple[float, ...]
    mass: float
    thread: Thread | None = None
    speaking: Callable[[str], frozenset[str]] | None = None

    def speaks(self, article_id: str) -> bool:
        """Whether somebody speaks in an article who is asked about, without being named there."""
        return self.speaking is not None and bool(self.speaking(article_id))

    def given(self, view: PassageView) -> list[bool]:
        """For each word, whether a passage need not repeat it: the conversation gives it, or it is
        the name of who speaks there.

        Of a follow-up with names of its own a passage must have one: "and Bhutan?".
        """
        thread, wanted, article = self.thread, self.asked.wanted, view.passage.article_id
        here = self.speaking(article) if self.speaking else frozenset()
        own = [w for w in wanted if w.name and not w.carried]
        if thread is None or (own and not any(w.is_in(view.everywhere) for w in own)):
            return [w.stem in here for w in wanted]
        return [w.stem in here or thread.gives(w, article) for w in wanted]


def weighing(
    asked: Asked,
    frequency: Callable[[str], int],
    size: int,
    thread: Thread | None = None,
    speaking: Callable[[str], frozenset[str]] | None = None,
) -> Weighing:
    """How much each word of the question counts: by its rarity among `size` passages.

    A word that no passage holds counts as much as the rarest alternative that one does.
    """
    weights = [wanted.weight * _rarity(wanted, frequency, size) for wanted in asked.wanted]
    mass = sum(weights)
    shares = tuple(weight / mass for weight in weights)
    akin = tuple(_left_of_rarity(wanted, frequency, size) for wanted in asked.wanted)
    return Weighing(asked, shares, akin, mass, thread, speaking)


def _rarity(wanted: Wanted, frequency: Callable[[str], int], size: int) -> float:
    n = frequency(wanted.stem)
    if n == 0:
        others = [min(map(frequency, other.stems)) for other in wanted.alternatives]
        n = min((count for count in others if count), default=0)
    return _idf(n, size)


def _left_of_rarity(wanted: Wanted, frequency: Callable[[str], int], size: int) -> float:
    """The idf of the word and its near-synonyms as one word, over its own.

    Words that stand for each other are as rare as all of them together (Pirkola, 1998); how many
    passages hold one of them is estimated as if they stood there independently.
    """
    near = [other for other in wanted.alternatives if other.weight <= NEAR]
    if not near:
        return 1.0
    counts = [other.weight / NEAR * min(map(frequency, other.stems)) for other in near]
    n = size * (1 - math.prod(1 - n / size for n in (frequency(wanted.stem), *counts)))
    return min(1.0, _idf(n, size) / _rarity(wanted, frequency, size))


def _idf(n: float, N: int) -> float:
    """Weight of a word that `n` of `N` passages hold."""
    return math.log(1 + (N - n + 0.5) / (n + 0.5))
