"""From chosen sentences to quotes with their citations, numbered as a reader meets them."""

from collections.abc import Iterable, Iterator
from itertools import count

from index.articles import Article
from index.library import Library
from index.passages import Passage
from qa.answers import Citation, CitedQuote, Quote
from qa.listing import REACH
from qa.selection import Selected


def cited(chosen: Iterable[Selected], library: Library) -> tuple[CitedQuote, ...]:
    """The quotes of the chosen stretches; each citation has a number of its own, from 1."""
    numbers = count(1)
    return tuple(_quote(selected, library, numbers) for selected in chosen)


def _quote(selected: Selected, library: Library, numbers: Iterator[int]) -> CitedQuote:
    passage = _begun_in(selected, library)
    article = library.quotable(passage, selected.span)
    return CitedQuote(
        quote=Quote(article, selected.span),
        citation=citation_of(passage, article, next(numbers)),
        passage_id=passage.id,
        highlights=selected.marks,
        context=passage.context,
        score=selected.best.score,
        also=tuple(
            citation_of(twin, library.quotable(twin, twin.span), next(numbers))
            for twin in (other.view.passage for other in selected.twins)
        ),
    )


def _begun_in(selected: Selected, library: Library) -> Passage:
    """The passage in which the quote begins: with its list, it may begin above the best one."""
    best, start = selected.best.view.passage, selected.span.start
    if best.span.start <= start:
        return best
    above = library.around(best.id, reach=REACH + 1)
    return next((p for p in above if p.span.start <= start < p.span.end), best)


def citation_of(passage: Passage, article: Article, number: int) -> Citation:
    """The citation of a passage."""
    return Citation(
        number=number,
        article_id=article.id,
        label=article.label,
        title=article.title,
        author=article.author,
        date=article.date,
        source=article.source,
        section=passage.context.section,
        paragraph=passage.paragraph,
        page=passage.page,
    )
