"""Abbreviations that articles explain, "the World Bank (WB)", or use beside the only name that has
their initials."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from index.analysis import STOP_WORDS, Analyzer
from index.dictionary import is_english
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


_ACRONYM = re.compile(r"[A-Z](?<!\w[A-Z])[A-Z]{1,5}(?![\w&])")
_NAME = re.compile(
    r"[A-Z](?<!\w[A-Z])[a-z]+(?:[ -](?:(?:of|and|the|for|on|in|to) ){0,2}[A-Z][a-z]+){1,7}\b"
)
"""A letter first, what must not stand before it behind: so a search skips all small letters."""
_CAPITALISED = re.compile(r"[A-Z][a-z]+")
OFTEN, OFTEN_IF_SHORT = 2, 4
"""How often an article must use an abbreviation that it does not explain; one of two letters."""


def unexplained(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Abbreviations that one article uses beside the only name with these initials in it, without
    explaining them: "PHC" beside "Project Healthy Children"."""
    counted = Counter(short for text in texts for short in _ACRONYM.findall(text))
    used = {
        short
        for short, n in counted.items()
        if n >= (OFTEN if len(short) > 2 else OFTEN_IF_SHORT) and not is_english(short.lower())
    }
    named: dict[str, set[str]] = defaultdict(set)
    for name in (name.group() for text in texts for name in _NAME.finditer(text) if used):
        words = list(_CAPITALISED.finditer(name))
        initials = "".join(name[word.start()] for word in words)
        for short in used:
            for at in (i for i in range(len(initials)) if initials.startswith(short, i)):
                long = name[words[at].start() : words[at + len(short) - 1].end()]
                if len(short) > 2 or len(long.split()) == 2:
                    named[short].add(long)
    yield from ((short, min(names)) for short, names in sorted(named.items()) if len(names) == 1)


def phrase_of(text: str, analyzer: Analyzer) -> Phrase:
    """The stems of a text's content words."""
    return tuple(word.stem for word in analyzer.content(text))


def learned_from(passages: Sequence[Passage]) -> Iterator[tuple[str, str]]:
    """What the passages of an article call by two names: the stems of each, joined, in both
    directions."""
    contexts = [passage.context for passage in passages]
    above = {text for context in contexts for text in (context.title, *context.headings) if text}
    texts = [*sorted(above), *(passage.text for passage in passages)]
    for pair in chain(abbreviations(texts), unexplained(texts)):
        one, other = (" ".join(phrase_of(text, _ANALYZER)) for text in pair)
        if one and other and one != other:
            yield one, other
            yield other, one


_ANALYZER = Analyzer()
