"""Compounds that are written as one word here and as two there: "cyberattack", "cyber attack".

English spelling leaves it open which (Kuperman and Bertram, Moving spaces: Spelling alternation in
English noun-noun compounds, 2013), and one folder holds both. What the articles never write is no
spelling of theirs.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

from index.analysis import Analyzer
from index.dictionary import is_english
from qa.questions import Asked, Wanted

SHORTEST_PART = 3
"""Letters of the shortest word that is taken for a part of another."""

PREFIXES = ("co", "re", "pre", "non", "anti", "multi", "semi", "sub", "post", "self")
"""What is parted from a word by a hyphen here and written with it as one there: "co-pay"."""

Stems = tuple[str, ...]


def written_as_one(
    asked: Asked, analyzer: Analyzer, holds_word: Callable[[str], bool]
) -> Iterator[tuple[int, Stems]]:
    """Where two neighbouring words of the question begin that the articles also write as one, with
    its stem; `holds_word` tells whether they hold a word as it is."""
    for i, (first, second) in enumerate(pairwise(asked.wanted)):
        whole = first.word + second.word
        words = whole.isalpha() and min(len(first.word), len(second.word)) > 1
        if words and _touch(first, second, asked.text) and holds_word(whole):
            yield i, tuple(word.stem for word in analyzer.content(whole))


def _touch(first: Wanted, second: Wanted, text: str) -> bool:
    """Whether nothing stands between two words of the text but a blank or a hyphen."""
    return any(f"{first.surface}{between}{second.surface}" in text for between in " -")


def written_as_two(
    asked: Asked, analyzer: Analyzer, neighbours: Callable[[str, str], bool]
) -> Iterator[tuple[int, Stems]]:
    """Which words of the question the articles also write as two, with their stems; `neighbours`
    tells whether two stems stand side by side in a passage."""
    for i, wanted in enumerate(asked.wanted):
        prefixed = 2 if wanted.word.startswith(PREFIXES) else SHORTEST_PART
        for cut in range(prefixed, len(wanted.word) - SHORTEST_PART + 1):
            parts = wanted.word[:cut], wanted.word[cut:]
            if parts[0] in PREFIXES or all(map(is_english, parts)):
                stems = tuple(word.stem for part in parts for word in analyzer.content(part))
                if len(stems) == len(parts) and neighbours(*stems):
                    yield i, stems
