"""What is asked and what comes back: quotes with their citations, or a reason for silence.

These types know nothing of how an answer is found or shown.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from index.articles import Article
from index.passages import Context
from index.spans import Span


@dataclass(frozen=True, slots=True)
class Question:
    """What a person asked, with the earlier questions of the conversation, oldest first."""

    text: str
    history: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article, exactly as they stand there."""

    article: Article
    span: Span

    def __post_init__(self) -> None:
        if self.span.end > len(self.article.text):
            raise ValueError(f"{self.span} runs past the end of {self.article.id!r}")

    @property
    def text(self) -> str:
        """The quoted words."""
        return self.span.of(self.article.text)


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a quote stands. `number` is what the answer calls it, `[1]`.

    `article_id` is the path below the articles folder; `label` the title or, without one, the
    file's name; what the article does not say is None.
    """

    number: int
    article_id: str
    label: str
    title: str | None
    author: str | None
    date: str | None
    source: str | None
    section: str | None
    paragraph: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class CitedQuote:
    """A quote with its citation.

    `highlights` are spans of the article's text inside the quote, in order and disjoint: the
    words that matched and the span that answers. `context` helps to read the quote and is no part
    of it. `also` cites the same words or the same fact elsewhere.
    """

    quote: Quote
    citation: Citation
    passage_id: str
    highlights: tuple[Span, ...] = ()
    context: Context = field(default_factory=Context)
    score: float = 0.0
    also: tuple[Citation, ...] = ()

    @property
    def relative_highlights(self) -> tuple[tuple[int, int], ...]:
        """The highlights as `(start, end)` offsets into the quote's own text."""
        base = self.quote.span.start
        return tuple((h.start - base, h.end - base) for h in self.highlights)


class NoteCode(StrEnum):
    """What an answer says about itself, beside its quotes."""

    SPELLING = "spelling"
    FOLLOW_UP = "follow_up"
    FILTER = "filter"
    COUNT = "count"
    DIFFER = "differ"
    UNMATCHED = "unmatched"


@dataclass(frozen=True, slots=True)
class Note:
    """One sentence of ours about the search, never mixed with the quotes."""

    code: NoteCode
    text: str


class ReasonCode(StrEnum):
    """Why there is no answer."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NO_CONTENT_WORDS = "no_content_words"
    WRITES_NOTHING = "writes_nothing"
    SMALL_TALK = "small_talk"
    OF_THE_FOLDER = "of_the_folder"
    BAD_FILTER = "bad_filter"
    FILTERED_OUT = "filtered_out"
    NO_ARTICLES = "no_articles"
    UNKNOWN_WORDS = "unknown_words"
    NOT_COVERED = "not_covered"
    LIBRARY_DAMAGED = "library_damaged"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why there is no answer: a code for programs, a sentence for people."""

    code: ReasonCode
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Quotes that answer, best first. `more` are further ones a person may ask to see.

    With `differ`, the articles disagree: the first quotes are the sides, in no order of merit.
    `confidence` is the estimated probability that the first quote answers, 0 to 1.
    """

    question: Question
    quotes: tuple[CitedQuote, ...]
    more: tuple[CitedQuote, ...] = ()
    notes: tuple[Note, ...] = ()
    differ: bool = False
    confidence: float = 1.0

    def __post_init__(self) -> None:
        if not self.quotes:
            raise ValueError("an answer has at least one quote; without one it is a NoAnswer")


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """A refusal with its reason; `closest` are the nearest passages, which do not answer.

    `confidence` is the estimated probability that the first of them would have answered.
    """

    question: Question
    reason: Reason
    closest: tuple[CitedQuote, ...] = ()
    notes: tuple[Note, ...] = ()
    confidence: float = 0.0


Outcome = Answer | NoAnswer
