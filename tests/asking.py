"""A few lines of Markdown as a library, and what it answers: for tests of the whole search."""

from pathlib import Path

from index.folder import read_folder
from index.library import Library
from index.readers import reader_for
from qa.answerer import Answerer, AnswerOptions
from qa.answers import Answer, CitedQuote, NoAnswer, Outcome, Question

SEEDS = Path(__file__).parent.parent / "seeds"


def library_of(*texts: str, **named: str) -> Library:
    """The library of articles written in Markdown; those without a name are called 1.md, 2.md."""
    files = {f"{i}.md": text for i, text in enumerate(texts, 1)}
    files |= {f"{name}.md": text for name, text in named.items()}
    return Library.of([reader_for(name)(name, text.encode()) for name, text in files.items()])


def seeds() -> Library:
    """The library of the sample articles."""
    return Library.of(read_folder(SEEDS).articles)


def outcome(library: Library, text: str, *history: str, **options: object) -> Outcome:
    """What comes of a question, the earlier ones oldest first."""
    given = AnswerOptions(**options)  # type: ignore[arg-type]
    return Answerer(library, options=given).answer(Question(text, history))


def answer(library: Library, text: str, *history: str, **options: object) -> Answer:
    """The answer to a question that must be answered."""
    found = outcome(library, text, *history, **options)
    assert isinstance(found, Answer), found
    return found


def refusal(library: Library, text: str, *history: str, **options: object) -> NoAnswer:
    """The refusal of a question that must be refused."""
    found = outcome(library, text, *history, **options)
    assert isinstance(found, NoAnswer), found
    return found


def words(quotes: tuple[CitedQuote, ...]) -> list[str]:
    """The quoted words."""
    return [cited.quote.text for cited in quotes]


def all_quotes(found: Outcome) -> tuple[CitedQuote, ...]:
    """Every quote of an outcome, those not shown at first as well."""
    return found.quotes + found.more if isinstance(found, Answer) else found.closest
