"""Questions that the articles are known to answer, for people who do not know what to ask."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from index.articles import Article
from index.library import Library
from qa.answers import Answer, Outcome, Question

TRIED = 60
"""Questions that are tried at most."""
PASSAGES = 2_000
"""Passages whose headings are looked at: the bot is to start at once, however many there are."""
WORDS = 3
"""A heading of fewer words is too little of a question."""


def examples_of(
    library: Library,
    answer: Callable[[Question], Outcome],
    *,
    known: Iterable[str] = (),
    limit: int = 4,
) -> tuple[str, ...]:
    """At most `limit` questions: of the `known` ones and of the articles' own headings, those
    that are answered by the article they were taken from."""
    return tuple(islice(_answered(library, answer, known), limit))


def _answered(
    library: Library, answer: Callable[[Question], Outcome], known: Iterable[str]
) -> Iterator[str]:
    for text in known:
        if isinstance(answer(Question(text)), Answer):
            yield text
    for article, text in islice(_asked(library), TRIED):
        outcome = answer(Question(text))
        if isinstance(outcome, Answer) and outcome.quotes[0].quote.article.id == article.id:
            yield text


def _asked(library: Library) -> Iterator[tuple[Article, str]]:
    """A heading of each article in turn, as a question; then the next of each."""
    headings: dict[str, list[str]] = {}
    for passage in islice(library.passages, PASSAGES):
        of_article = headings.setdefault(passage.article_id, [])
        section = passage.context.section
        if section and section not in of_article and len(section.split()) >= WORDS:
            of_article.append(section)
    longest = max(map(len, headings.values()), default=0)
    for place in range(longest):
        for article_id, sections in headings.items():
            if place < len(sections):
                yield library.article(article_id), _as_question(sections[place])


def _as_question(heading: str) -> str:
    """Without quotation marks: those would ask for the very words."""
    return heading if heading.endswith("?") else f"What do the articles say about: {heading}?"
