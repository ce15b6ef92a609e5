"""Misspelt words of a question, put right by the words that the articles use."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from qa.questions import Wanted

SHORTEST = 4
"""Letters of the shortest word that is put right; shorter ones have too many neighbours."""

LONG = 8
"""Letters from which a word may differ in two places instead of one."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A word of the question and the word of the articles that is searched for in its place."""

    typed: str
    word: str


def nearest(wanted: Wanted, vocabulary: Sequence[str]) -> str | None:
    """The word of the vocabulary that `wanted` was probably meant to be; None when none is near.

    Damerau's (1964) observation is used that most misspellings are one letter more, fewer, other
    or two exchanged (these first), and seldom the first letter. Numbers are never put right.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    word = wanted.word
    if len(word) < SHORTEST or not word.isalpha():
        return None
    allowed = 2 if len(word) >= LONG else 1
    near = process.extract(
        word,
        [other for other in vocabulary if abs(len(other) - len(word)) <= allowed],
        scorer=OSA.distance,
        score_cutoff=allowed,
        limit=20,
    )
    usable = [
        (int(distance), sorted(word) != sorted(other), other)
        for other, distance, _ in near
        if other[0] == word[0] and other.isalpha() and _credible(word, other, int(distance))
    ]
    return min(usable)[-1] if usable else None


def _credible(word: str, other: str, distance: int) -> bool:
    """Whether a slip of the hand explains the difference: not at four letters, unless exchanged."""
    if len(word) > SHORTEST or distance == 0:
        return True
    return sorted(word) == sorted(other)


def corrections(
    wanted: Sequence[Wanted], vocabulary: Sequence[str], *, real: Collection[str]
) -> dict[str, Correction]:
    """For each misspelt word, by its stem, what to search for; `real` are words known as right."""
    found = {}
    for asked in wanted:
        if asked.word not in real and (word := nearest(asked, vocabulary)):
            found[asked.stem] = Correction(asked.surface, word)
    return found
