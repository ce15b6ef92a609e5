"""Abbreviations that texts explain themselves: "the World Bank (WB)"."""

import re
from collections.abc import Iterable, Iterator

from index.analysis import STOP_WORDS, Analyzer
from index.passages import Passage

Phrase = tuple[str, ...]
"""The stems of one or more words that stand together."""

_SHORT = re.compile(r"\(([A-Z][A-Za-z&.-]{1,9})\)")
_WORD = re.compile(r"[^\W_]+")


def abbreviations(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Abbreviations with what they stand for, where a text explains one in parentheses.

    After Schwartz and Hearst (2003), with initials only: each letter of "(FOIP)" begins one of
    the words before it, small words left out where need be.
    """
    for text in texts:
        for match in _SHORT.finditer(text):
            short = match.group(1)
            if sum(c.isupper() for c in short) >= 2:
                long = _long_form(short, text[max(0, match.start() - 120) : match.start()])
                if long:
                    yield short, long


def _long_form(short: str, before: str) -> str | None:
    """The words at the end of `before` whose initials make `short`."""
    letters = [c.lower() for c in short if c.isalnum()]
    if len(letters) > 1 and short.endswith("s") and letters[-1] == "s" and short[-2].isupper():
        letters = letters[:-1]
    words = list(_WORD.finditer(before))
    i = len(words) - 1
    for letter in reversed(letters):
        while i >= 0 and words[i].group()[0].lower() != letter:
            if words[i].group().lower() not in STOP_WORDS:
                return None
            i -= 1
        i -= 1
        if i < -1:
            return None
    return before[words[i + 1].start() :].strip()


def phrase_of(text: str, analyzer: Analyzer) -> Phrase:
    """The stems of a text's content words."""
    return tuple(word.stem for word in analyzer.content(text))


def explained_in(passages: Iterable[Passage]) -> Iterator[tuple[str, str]]:
    """What the passages call by two names: the stems of each, joined, in both directions."""
    for pair in abbreviations(passage.text for passage in passages):
        one, other = (" ".join(phrase_of(text, _ANALYZER)) for text in pair)
        if one and other and one != other:
            yield one, other
            yield other, one


_ANALYZER = Analyzer()
