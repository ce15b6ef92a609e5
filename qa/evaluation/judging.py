"""One outcome held against what was expected of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from index.library import Library
from qa.answers import Answer, Citation, CitedQuote, NoAnswer, Outcome
from qa.evaluation.cases import Case
from qa.render.visible import visible


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came of one question, in plain values, so that a run can be stored as it is.

    - `case`: the digest of what was asked and expected.
    - `rank`: place of the first shown quote that holds an accepted string, from 1; 0 without one.
    - `paragraph`: whether the first quote stands in the right paragraph.
    - `covered`: how many of the `covers` strings the shown quotes hold.
    - `checked`, `verbatim`: quotes held against the article's text, and how many are equal to it.
    - `offered`, `offer_right`: whether there is a nearest quote, the first one of the answer or
      what a refusal was closest to, and whether it holds an accepted string.
    - `quote`, `article`: that nearest quote, control characters escaped, and where it stands.
    """

    id: str
    case: str
    question: str
    kind: str
    split: str | None
    answerable: bool
    answered: bool
    rank: int
    paragraph: bool
    covered: int
    covers: int
    lengths: tuple[int, ...]
    checked: int
    verbatim: int
    confidence: float
    offered: bool
    offer_right: bool
    quote: str | None
    article: str | None
    elapsed_ms: float

    def right_at(self, k: int) -> bool:
        """Whether one of the first `k` quotes is right; for the unanswerable, or refused."""
        return 0 < self.rank <= k or not (self.answerable or self.answered)


def judged(case: Case, outcome: Outcome, library: Library, *, elapsed_ms: float) -> Judgement:
    """How `outcome` fares against `case`."""
    shown = outcome.quotes if isinstance(outcome, Answer) else ()
    nearest = next(iter(shown or _closest(outcome)), None)
    found = [c for c in case.covers if any(holds(q, (c,), case.article) for q in shown)]
    ranks = [i for i, q in enumerate(shown, 1) if holds(q, case.answers, case.article)]
    every = _all_quotes(outcome)
    return Judgement(
        id=case.id,
        case=case.digest,
        question=case.question.text,
        kind=case.kind,
        split=case.split,
        answerable=case.answerable,
        answered=bool(shown),
        rank=min(ranks, default=0),
        paragraph=bool(shown) and _in_right_paragraph(shown[0], case, library),
        covered=len(found),
        covers=len(case.covers),
        lengths=tuple(len(cited.quote.text) for cited in shown),
        checked=len(every),
        verbatim=sum(_is_verbatim(cited, library) for cited in every),
        confidence=outcome.confidence,
        offered=nearest is not None,
        offer_right=nearest is not None and holds(nearest, case.answers, case.article),
        quote=visible(nearest.quote.text) if nearest else None,
        article=nearest.citation.article_id if nearest else None,
        elapsed_ms=elapsed_ms,
    )


def folded(text: str) -> str:
    """`text` with every run of white space as one space; case is kept."""
    return " ".join(text.split())


def holds(cited: CitedQuote, accepted: Iterable[str], article: str | None) -> bool:
    """Whether a quote holds an accepted string, and it or a twin of it stands in `article`."""
    text = folded(cited.quote.text)
    return any(folded(a) in text for a in accepted) and _in_article(cited, article)


def without_source(cases: Iterable[Case], library: Library) -> list[Case]:
    """The cases whose accepted strings stand in no article they may stand in.

    They can only be wrong: the question set was made for other articles, or these were edited.
    """
    texts = {article.id: folded(article.text) for article in library.articles}

    def stands(case: Case) -> bool:
        where = texts.values() if case.article is None else [texts.get(case.article, "")]
        return any(folded(answer) in text for answer in case.answers for text in where)

    return [case for case in cases if case.answers and not stands(case)]


def _in_right_paragraph(cited: CitedQuote, case: Case, library: Library) -> bool:
    if case.paragraph is not None:
        expected = (case.article, case.paragraph)
        return any((p.article_id, p.paragraph) == expected for p in _places(cited))
    if holds(cited, case.answers, case.article):  # a list's quote may run over several passages
        return True
    text = folded(library.passage(cited.passage_id).text)
    return any(folded(answer) in text for answer in case.answers) and _in_article(
        cited, case.article
    )


def _in_article(cited: CitedQuote, article: str | None) -> bool:
    return any(article in (None, place.article_id) for place in _places(cited))


def _places(cited: CitedQuote) -> tuple[Citation, ...]:
    return (cited.citation, *cited.also)


def _is_verbatim(cited: CitedQuote, library: Library) -> bool:
    """Whether the library's own copy of the cited article has these words at this place."""
    try:
        text = library.article(cited.citation.article_id).text
    except KeyError:
        return False
    return cited.quote.text == cited.quote.span.of(text)


def _all_quotes(outcome: Outcome) -> tuple[CitedQuote, ...]:
    if isinstance(outcome, Answer):
        return outcome.quotes + outcome.more
    return outcome.closest


def _closest(outcome: Outcome) -> tuple[CitedQuote, ...]:
    return outcome.closest if isinstance(outcome, NoAnswer) else ()
