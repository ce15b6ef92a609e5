"""What an article or a small folder is about: names that a passage of it need not repeat.

Of a folder on Taiwan it is asked "how high is the fine in Taiwan?", and the passage on the fine
does not say where.
"""

from collections.abc import Sequence
from functools import lru_cache

from index.searcher import Searcher
from qa.questions import Asked, Wanted
from qa.views import PassageView

OF_PASSAGES, FEWEST_PASSAGES = 0.5, 3
"""The share of an article's passages, of those that were looked at, that have the name of what it
is about; and of how many at least."""

MOST_ARTICLES, FEWEST_ARTICLES = 50, 3
"""Articles of a folder that may be about one thing."""

OF_ARTICLES = 0.8
"""The share of them that have its name."""

MOST_PASSAGES = 500
"""Passages with a name that are looked at for their articles."""


def is_subject_of(views: Sequence[PassageView], wanted: Wanted) -> bool:
    """Whether an article is about a name, by those of its passages that were looked at."""
    if len(views) < FEWEST_PASSAGES:
        return False
    return sum(wanted.is_in(view.stems) for view in views) >= OF_PASSAGES * len(views)


class Subjects:
    """Knows what the articles of one library have in common, where they are few."""

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
        return len(articles) >= OF_ARTICLES * self._searcher.library.article_count
