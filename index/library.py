"""The stored articles and their passages, as one snapshot that never changes."""

from collections.abc import Iterable

from index.articles import Article
from index.passages import Passage, passages_of


class Library:
    """Articles and passages, by id and in order."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = {article.id: article for article in articles}
        self._passages = {p.id: p for p in passages_of(self._articles.values())}
        self._order = tuple(self._passages.values())
        self._places = {passage.id: place for place, passage in enumerate(self._order)}

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles, in the order of their ids."""
        return tuple(self._articles.values())

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages, article by article, in the order of the text."""
        return self._order

    def article(self, article_id: str) -> Article:
        """The article of that id; KeyError when there is none."""
        return self._articles[article_id]

    def passage(self, passage_id: str) -> Passage:
        """The passage of that id; KeyError when there is none."""
        return self._passages[passage_id]

    def around(self, passage_id: str, *, reach: int = 1) -> tuple[Passage, ...]:
        """A passage with up to `reach` neighbours of its article on either side, in order."""
        place = self._places[passage_id]
        centre = self._order[place]
        nearby = self._order[max(0, place - reach) : place + reach + 1]
        return tuple(p for p in nearby if p.article_id == centre.article_id)
