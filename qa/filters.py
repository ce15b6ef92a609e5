"""Filters that a person can type into a question: `author:`, `after:2025-06`, `-word`, `"…"`.

They narrow what is searched; the rest of the question is asked as usual. Any chat can send them,
and none of them reaches a query parser: they are compared with what the articles say.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from index.analysis import Analyzer
from index.articles import Article
from index.passages import Passage
from qa.answers import Question, Reason, ReasonCode

_FIELD = re.compile(
    r"(?<!\S)(title|author|in|after|before):(?:[\"“”]([^\"“”]{1,200})[\"“”]|(\S{1,200}))",
    re.IGNORECASE,
)
_EXCLUDED = re.compile(
    r"(?<!\S)-(?:[\"“”]([^\"“”]{1,200})[\"“”]|([^\W\d_](?:[\w'’-]{0,60}\w)?)(?![\w]))"
)
_PHRASE = re.compile(r"[\"“]([^\"“”]{2,200})[\"”]")
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


@dataclass(frozen=True, slots=True)
class Filters:
    """What a passage and its article must be like. Texts are compared word by word, folded.

    `after` and `before` are ISO dates, as precise as typed, and both exclude the date itself:
    nothing in June is after 2025-06, nothing of the year 2025 before 2025-03. An article that
    states no date passes neither.
    """

    title: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self != Filters()


def filtered(question: Question) -> tuple[Question, Filters] | Reason:
    """The question without its filters, and the filters; a reason when one cannot be read."""
    text, fields = question.text, _fields(question.text)
    for name in ("after", "before"):
        if not all(map(_is_date, fields[name])):
            return Reason(
                ReasonCode.BAD_FILTER, f"{name}: needs a date such as 2025, 2025-06 or 2025-06-03."
            )
    text = _FIELD.sub(" ", text)
    excluded = tuple(m.group(1) or m.group(2) for m in _EXCLUDED.finditer(text))
    text = _EXCLUDED.sub(" ", text)
    phrases = tuple(
        match.group(1) for match in _PHRASE.finditer(text) if re.search(r"\w", match.group(1))
    )
    found = Filters(
        title=fields["title"],
        author=fields["author"],
        within=fields["in"],
        after=fields["after"],
        before=fields["before"],
        excluded=excluded,
        phrases=phrases,
    )
    return replace(question, text=text.strip() if found else question.text), found


def _fields(text: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = dict.fromkeys(
        ("title", "author", "in", "after", "before"), ()
    )
    for match in _FIELD.finditer(text):
        found[match.group(1).lower()] += (match.group(2) or match.group(3),)
    return found


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(_first_day(text))
    except ValueError:
        return False
    return True


def passes(filters: Filters, passage: Passage, article: Article, analyzer: Analyzer) -> bool:
    """Whether a passage may be quoted under the filters."""
    context = passage.context
    places = (article.title, article.id, *context.headings)
    shown = (passage.text, context.lead_in, context.header)
    return (
        article_passes(filters, article, analyzer)
        and all(any(_says(place, words, analyzer) for place in places) for words in filters.within)
        and not any(_says(text, w, analyzer) for w in filters.excluded for text in shown)
        and all(_says(passage.text, phrase, analyzer) for phrase in filters.phrases)
    )


def article_passes(filters: Filters, article: Article, analyzer: Analyzer) -> bool:
    """Whether an article's title, author and date are such as the filters want."""
    title = article.title or article.label
    return (
        all(_says(title, words, analyzer) for words in filters.title)
        and all(_says(article.author, words, analyzer) for words in filters.author)
        and _dated(article.date, filters)
    )


def none_left(filters: Filters, articles: Iterable[Article], analyzer: Analyzer) -> Reason:
    """Why nothing is left under the filters: which of them no article passes, if it is one."""
    barring, dated = list(_each_of_articles(filters)), False
    for article in articles:
        if not barring:
            break
        barring = [one for one in barring if not article_passes(one, article, analyzer)]
        dated = dated or bool(article.date)
    if barring:
        first = barring[0]
        undated = " No article has a date." if (first.after or first.before) and not dated else ""
        return Reason(ReasonCode.FILTERED_OUT, f"No article passes: {described(first)}.{undated}")
    return Reason(
        ReasonCode.FILTERED_OUT,
        f"No passage that passes has a word of the question: {described(filters)}.",
    )


def _each_of_articles(filters: Filters) -> Iterator[Filters]:
    """The filters on articles one by one."""
    for name in ("title", "author", "after", "before"):
        for value in getattr(filters, name):
            yield replace(Filters(), **{name: (value,)})


def _says(text: str | None, words: str, analyzer: Analyzer) -> bool:
    return bool(text) and _holds(analyzer, text or "", words)


def _holds(analyzer: Analyzer, text: str, words: str) -> bool:
    """Whether the words of `words` stand in `text` side by side."""
    theirs = [token.word for token in analyzer.tokens(words)]
    if text.isascii() and "-\n" not in text:  # a word is letters of the text, but for their case
        lower = text.lower()
        if not all(word in lower for word in theirs):
            return False
    ours = [token.word for token in analyzer.tokens(text)]
    length = len(theirs)
    return bool(theirs) and any(
        ours[i : i + length] == theirs for i in range(len(ours) - length + 1)
    )


def _dated(stated: str | None, filters: Filters) -> bool:
    if not filters.after and not filters.before:
        return True
    return (
        stated is not None
        and all(_first_day(stated) > _last_day(after) for after in filters.after)
        and all(_last_day(stated) < _first_day(before) for before in filters.before)
    )


def _first_day(stated: str) -> str:
    """The first day of a date that may be a year or a month only."""
    return stated + "-01-01"[len(stated) - len("2025") :]


def _last_day(stated: str) -> str:
    """A day that no other day of the same year or month comes after."""
    return stated + "-12-31"[len(stated) - len("2025") :]


def described(filters: Filters) -> str:
    """The filters in words, for a person to see how the question was taken."""
    parts = [f"title has “{words}”" for words in filters.title]
    parts += [f"author has “{words}”" for words in filters.author]
    parts += [f"in “{words}”" for words in filters.within]
    parts += [f"after {day}" for day in filters.after]
    parts += [f"before {day}" for day in filters.before]
    parts += [f"without “{word}”" for word in filters.excluded]
    parts += [f"with the exact words “{phrase}”" for phrase in filters.phrases]
    return "; ".join(parts)
