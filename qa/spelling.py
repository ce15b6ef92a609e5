"""Misspelt words of a question, put right by the words that the articles use."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from qa.questions import Wanted

SHORTEST = 4
"""Letters of the shortest word that is put right; shorter ones have too many neighbours."""

SHORTEST_FREQUENT = 3
"""The same of a word that all English uses all the time."""

LONG = 8
"""Letters from which a word may differ in two places instead of one."""


HEAD = 4
"""Letters at the head of a long word that hold one slip at most."""

MOST_WORDS = 5_000
"""Words of one beginning that are looked at, the most frequent."""

MOST_STRANGE = 4
"""Words of a question that are put right."""


class Words(Protocol):
    """The words of the articles, however many."""

    def words_starting(self, prefix: str, *, limit: int) -> list[str]:
        """At most `limit` words that begin with `prefix`, the most frequent first."""
        ...

    def holds_word(self, word: str) -> bool:
        """Whether the articles have the word."""
        ...


@dataclass(frozen=True, slots=True)
class Correction:
    """A word of the question and the word of the articles that is searched for in its place."""

    typed: str
    word: str


def nearest(wanted: Wanted, vocabulary: Sequence[str]) -> str | None:
    """The word of the vocabulary that `wanted` was probably meant to be; None when none is near.

    Damerau's (1964) observation is used that most misspellings are one letter more, fewer, other
    or two exchanged (these first, then what leaves letters out), and seldom the first letter.
    Numbers are never put right.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    word = wanted.word
    if not _may_be_misspelt(word):
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
        (int(distance), sorted(word) != sorted(other), len(other) <= len(word), other)
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
    wanted: Sequence[Wanted], words: Words, *, real: Callable[[Wanted], bool]
) -> dict[str, Correction]:
    """For each misspelt word, by its stem, what to search for; `real` knows words that are right,
    though the articles do not use them. It is asked last, for it may have to read much."""
    found = {}
    for asked in wanted[:MOST_STRANGE]:
        if not _may_be_misspelt(asked.word):
            continue
        word = nearest(asked, neighbours(asked.word, words))
        if word and not real(asked):
            found[asked.stem] = Correction(asked.surface, word)
    return found


def frequent_word(word: str, among: Sequence[str]) -> str | None:
    """The one of `among`, words that all English uses all the time, that is one slip away from
    `word`; None when none is.

    They come so often that three letters are enough. Two letters exchanged are believed first, then
    one too few, one too many, from five letters on another one, and last the first two exchanged.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if len(word) < SHORTEST_FREQUENT or not word.isalpha():
        return None
    near = process.extract(word, among, scorer=OSA.distance, score_cutoff=1, limit=None)
    believed = [(_slip(word, other), other) for other, _, _ in near]
    usable = [(slip, other) for slip, other in believed if slip is not None]
    return min(usable)[1] if usable else None


def _slip(word: str, other: str) -> int | None:
    """How readily one slip is believed, the least first; None when not at all."""
    exchanged = sorted(word) == sorted(other)
    if word[0] != other[0]:
        return 4 if exchanged else None
    if exchanged:
        return 0
    if len(word) != len(other):
        return 1 if len(word) < len(other) else 2
    return 3 if len(word) > SHORTEST else None


def neighbours(word: str, words: Words) -> list[str]:
    """The words that `nearest` would take of all `words`, among others: found by short looks.

    Where one slip is allowed, the first half of the word is right or all behind it is. Where two
    are, the first four letters hold one at most: more, so early in a word, is passed over. Or the
    letters on both sides of the cut were exchanged.
    """
    two = len(word) >= LONG
    cut = HEAD if two else -(-len(word) // 2)
    head, rest = word[:cut], word[cut:]
    exchanged = head[:-1] + rest[:1] + head[-1]
    letters = _letters_like(word)
    heads = [head, exchanged, *_slips(head, letters)] if two else [head]
    found = {w for h in heads for w in words.words_starting(h, limit=MOST_WORDS)}
    exact = {exchanged + rest[1:]} | {slip + rest for slip in _slips(head, letters)}
    if two:
        exact = {slip + exchanged[-2:] + rest[1:] for slip in _slips(head[:-1], letters)}
    found |= {w for w in exact - found if words.holds_word(w)}
    return sorted(found)


def _slips(head: str, letters: Sequence[str]) -> set[str]:
    """What one slip makes of the beginning of a word, its first letter apart; `letters` may be put
    in."""
    found: set[str] = set()
    for i in range(1, len(head) + 1):
        before, after = head[:i], head[i:]
        found.update(before + letter + after for letter in letters)
        found.update(before + letter + after[1:] for letter in letters if after)
        found.add(before + after[1:])
        found.add(before + after[1::-1] + after[2:])
    return found - {head}


def _letters_like(word: str) -> list[str]:
    """Letters of the scripts that a word is written in: those of its letters' code blocks."""
    blocks = {ord(letter) & ~0x3F for letter in word}
    letters = (chr(block + i) for block in blocks for i in range(0x40))
    return [letter for letter in letters if letter.isalpha() and letter == letter.casefold()]


def _may_be_misspelt(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha()
