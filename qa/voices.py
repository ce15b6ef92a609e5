"""Who speaks in an article, though its passages do not say so: its author, and of an interview the
person who is asked.

"What does Agarwal say about rice?" is answered by a passage of her op-ed that names nobody, and by
an answer in an interview whose first lines alone introduce her.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from index.analysis import Analyzer
from index.articles import BODY, Article, BlockKind
from index.searcher import Searcher
from qa.authors import ATTRIBUTED, Authors, asks_what_is_said
from qa.kinds import AUXILIARY
from qa.questions import Asked

QUESTIONS = 3
"""Blocks of an interview that are questions, at least."""

LESS = 0.4
"""What the name of who is interviewed counts: it is where they are introduced, and not in what
they say."""

MOST_NAMES, MOST_PASSAGES, MOST_ARTICLES = 4, 12, 6
"""How many names, passages with one and articles of these are looked at for an interview that
begins with the name."""

Speaking = Callable[[str], frozenset[str]]
"""For the id of an article, the stems of those names in a question that belong to who speaks
there."""


class Voices:
    """Knows who speaks in the articles of one library."""

    def __init__(self, searcher: Searcher, analyzer: Analyzer, authors: Authors) -> None:
        self._searcher = searcher
        self._analyzer = analyzer
        self._authors = authors

    def heard(self, asked: Asked) -> tuple[Asked, Speaking | None]:
        """A question, in which the name of who is interviewed counts less than what they are asked
        about, and where those speak whom it names; None if it does not ask what they say."""
        if not asks_what_is_said(asked):
            return asked, None
        known = [w for w in asked.wanted if w.name or self._authors.has(w)]
        words = _asked_of(asked.text)
        names = frozenset(w.stem for w in known if w.surface in words)
        if not names:
            return asked, None
        interviewed = self._interviewed(names)
        less = frozenset().union(*interviewed.values()) & names
        wanted = (replace(w, weight=w.weight * LESS) if w.stem in less else w for w in asked.wanted)
        nobody: frozenset[str] = frozenset()
        speaking = cache(lambda id: names & (self._authors.of(id) | interviewed.get(id, nobody)))
        return replace(asked, wanted=tuple(wanted)), speaking

    def _interviewed(self, names: frozenset[str]) -> Mapping[str, frozenset[str]]:
        """For each article found with one of the names, the stems of who is interviewed there."""
        found: dict[str, frozenset[str]] = {}
        for name in sorted(names)[:MOST_NAMES]:
            passages = self._searcher.holding([[name]], limit=MOST_PASSAGES)
            for id in list(dict.fromkeys(p.article_id for p in passages))[:MOST_ARTICLES]:
                if id not in found:
                    found[id] = self._introduced(self._searcher.library.article(id))
        return found

    def _introduced(self, article: Article) -> frozenset[str]:
        """The stems of the words that introduce an interview; none if it is none."""
        asks = [block for block in article.blocks if _asks(block.kind, block.span.of(article.text))]
        if len(asks) < QUESTIONS:
            return frozenset()
        words = self._analyzer.content(f"{article.title}\n{article.text[: asks[0].span.start]}")
        return frozenset(word.stem for word in words)


_WORD = r"[\w’'-]{1,40}"
_ASKED_OF = re.compile(
    rf"\b(?:{AUXILIARY}|according to|by|in)\s(?P<words>(?:{_WORD}\s){{0,2}}{_WORD})", re.IGNORECASE
)
_WHO_SAYS = re.compile(
    rf"\b(?=(?P<words>{_WORD})\s(?:\w{{1,20}}\s)?{ATTRIBUTED.pattern})", re.IGNORECASE
)


def _asked_of(question: str) -> frozenset[str]:
    """The words of a question among which are the names of those whose words it asks for."""
    found = (m["words"].split() for p in (_ASKED_OF, _WHO_SAYS) for m in p.finditer(question))
    return frozenset(word for words in found for word in words)


def _asks(kind: BlockKind, text: str) -> bool:
    return (kind in BODY or kind is BlockKind.HEADING) and text.rstrip("\"'”’").endswith("?")
