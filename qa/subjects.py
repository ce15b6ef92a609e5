"""What a small folder is about: names that nearly all of its articles have, and that a passage need
not repeat.

Of a folder on Taiwan it is asked "how high is the fine in Taiwan?", and the passage on the fine
does not say where.
"""

from functools import lru_cache

from index.searcher import Searcher
from qa.questions import Asked

MOST_ARTICLES, FEWEST_ARTICLES = 50, 3
"""Articles of a folder that may be about one thing."""

SHARE = 0.8
"""The share of them that have its name."""

MOST_PASSAGES = 500
"""Passages with a name that are looked at for their articles."""


class Subjects:
    """Knows what the articles of one library have in common."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher
        self._is_subject = lru_cache(maxsize=1_024)(self._in_nearly_all)

    def among(self, asked: Asked) -> frozenset[str]:
        """The stems of those names in a question that the folder is about."""
        if not FEWEST_ARTICLES <= self._searcher.library.article_count <= MOST_ARTICLES:
            return frozenset()
        return frozenset(w.stem for w in asked.wanted if w.name and self._is_subject(w.stem))

    def _in_nearly_all(self, stem: str) -> bool:
        passages = self._searcher.holding([[stem]], limit=MOST_PASSAGES)
        articles = {passage.article_id for passage in passages}
        return len(articles) >= SHARE * self._searcher.library.article_count
