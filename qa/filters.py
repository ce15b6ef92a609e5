"""Filters that a person can type into a question: `author:`, `after:2025-06`, `-word`, `"…"`.

They narrow what is searched; the rest of the question is asked as usual. Any chat can send them,
and none of them reaches a query parser: they are compared with what the articles say.
"""

import re
from dataclasses import dataclass, replace

from index.analysis import Analyzer
from index.articles import Article
from index.passages import Passage
from qa.answers import Question, Reason, ReasonCode

_FIELD = re.compile(
    r"(?<!\S)(title|author|in|after|before):(?:[\"“”]([^\"“”]{1,200})[\"“”]|(\S{1,200}))",
    re.IGNORECASE,
)
_EXCLUDED = re.compile(r"(?<!\S)-([^\W\d_](?:[\w'’-]{0,60}\w)?)(?![\w])")
_PHRASE = re.compile(r"[\"“]([^\"“”]{2,200})[\"”]")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Filters:
    """What a passage and its article must be like. Texts are compared word by word, folded.

    `after` and `before` are ISO dates, as precise as typed, and both exclude the date itself;
    an article that states no date passes neither.
    """

    title: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    after: str | None = None
    before: str | None = None
    excluded: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self != Filters()


def filtered(question: Question) -> tuple[Question, Filters] | Reason:
    """The question without its filters, and the filters; a reason when one cannot be read."""
    text, fields = question.text, _fields(question.text)
    for name in ("after", "before"):
        if any(not _DATE.fullmatch(value) for value in fields[name]):
            return Reason(
                ReasonCode.BAD_FILTER, f"{name}: needs a date such as 2025, 2025-06 or 2025-06-03."
            )
    text = _FIELD.sub(" ", text)
    excluded = tuple(match.group(1) for match in _EXCLUDED.finditer(text))
    text = _EXCLUDED.sub(" ", text)
    phrases = tuple(
        match.group(1) for match in _PHRASE.finditer(text) if re.search(r"\w", match.group(1))
    )
    found = Filters(
        title=fields["title"],
        author=fields["author"],
        within=fields["in"],
        after=max(fields["after"], default=None),
        before=min(fields["before"], default=None),
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


def passes(filters: Filters, passage: Passage, article: Article, analyzer: Analyzer) -> bool:
    """Whether a passage may be quoted under the filters."""

    def says(text: str | None, words: str) -> bool:
        return bool(text) and _holds(analyzer, text or "", words)

    places = (article.title, article.id, *passage.context.headings)
    return (
        all(says(article.title or article.label, words) for words in filters.title)
        and all(says(article.author, words) for words in filters.author)
        and all(any(says(place, words) for place in places) for words in filters.within)
        and _dated(article.date, filters)
        and not any(says(passage.text, word) for word in filters.excluded)
        and all(says(passage.text, phrase) for phrase in filters.phrases)
    )


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


def _dated(date: str | None, filters: Filters) -> bool:
    if filters.after is None and filters.before is None:
        return True
    if date is None:
        return False
    after, before = filters.after, filters.before
    late_enough = after is None or date[: len(after)] > after
    early_enough = before is None or date[: len(before)] < before
    return late_enough and early_enough


def described(filters: Filters) -> str:
    """The filters in words, for a person to see how the question was taken."""
    parts = [f"title has “{words}”" for words in filters.title]
    parts += [f"author has “{words}”" for words in filters.author]
    parts += [f"in “{words}”" for words in filters.within]
    parts += [f"after {filters.after}"] if filters.after else []
    parts += [f"before {filters.before}"] if filters.before else []
    parts += [f"without “{word}”" for word in filters.excluded]
    parts += [f"with the exact words “{phrase}”" for phrase in filters.phrases]
    return "; ".join(parts)
