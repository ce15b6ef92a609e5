"""Filters typed into a question: how they are read, and what they let pass."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import Analyzer
from index.articles import Article, BlockKind
from index.passages import Context, Passage
from index.spans import Span
from qa.answers import NoteCode, Question, Reason, ReasonCode
from qa.filters import Filters, described, filtered, passes
from tests.asking import answer, library_of, refusal, words

TEXT = "The treaty between Japan and Bhutan covers rice."
ARTICLE = Article("asia/treaty.md", TEXT, "The Treaty", author="Natasha Agarwal", date="2025-06-03")
PASSAGE = Passage(
    id="p",
    article_id=ARTICLE.id,
    span=Span(0, len(TEXT)),
    text=TEXT,
    kind=BlockKind.PARAGRAPH,
    paragraph=1,
    context=Context(ARTICLE.title, ("What was agreed",)),
)


def read(text: str) -> tuple[str, Filters]:
    """What is left of a question without its filters, and these."""
    found = filtered(Question(text))
    assert not isinstance(found, Reason)
    return found[0].text, found[1]


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("title:shield", Filters(title=("shield",))),
        ('title:"the shield"', Filters(title=("the shield",))),
        ("title:“the shield”", Filters(title=("the shield",))),
        ("TITLE:Shield", Filters(title=("Shield",))),
        ("author:agarwal", Filters(author=("agarwal",))),
        ('in:"Who wants what"', Filters(within=("Who wants what",))),
        ("after:2025", Filters(after=("2025",))),
        ("before:2025-06", Filters(before=("2025-06",))),
        ("after:2024 before:2025-06-03", Filters(after=("2024",), before=("2025-06-03",))),
        ("after:2024 after:2025", Filters(after=("2024", "2025"))),
        ("-rice", Filters(excluded=("rice",))),
        ('-"peace treaty"', Filters(excluded=("peace treaty",))),
        ('"peace treaty"', Filters(phrases=("peace treaty",))),
        ("“peace treaty”", Filters(phrases=("peace treaty",))),
        ("author:a author:b -c -d", Filters(author=("a", "b"), excluded=("c", "d"))),
    ],
)
def test_a_filter_is_read_wherever_it_stands(text: str, filters: Filters) -> None:
    assert read(f"{text} who signed it")[1] == filters
    assert read(f"who signed {text} it")[1] == filters
    assert read(f"who signed it {text}")[1] == filters


@pytest.mark.parametrize(
    "text",
    [
        "Who lives in the Indo-Pacific?",
        "Was it 3 - 2 or 2-3?",
        "What happened in: Japan?",
        "subtitle:x or http://author:b@example.org/",
        "the before: and the after:",
        "He said -",
        "It's the '80s",
        "He is 6' 2\" tall",
    ],
)
def test_what_only_looks_like_a_filter_stays_in_the_question(text: str) -> None:
    assert read(text) == (text, Filters())


@pytest.mark.parametrize(
    "text", ["after:soon", "before:2025-13", "after:2025-02-31", "after:２０２４", "after:-1"]
)
def test_a_date_that_is_none_is_refused_with_an_example(text: str) -> None:
    found = filtered(Question(f"who signed it {text}"))
    assert isinstance(found, Reason)
    assert found.code is ReasonCode.BAD_FILTER
    assert "2025-06" in found.text


@pytest.mark.parametrize(
    ("filters", "let_pass"),
    [
        (Filters(), True),
        (Filters(title=("treaty",)), True),
        (Filters(title=("TREATY",)), True),
        (Filters(title=("treat",)), False),
        (Filters(title=("the treaty",)), True),
        (Filters(title=("treaty the",)), False),
        (Filters(author=("Agarwal",)), True),
        (Filters(author=("Agarwal", "Tanaka")), False),
        (Filters(within=("What was agreed",)), True),
        (Filters(within=("asia",)), True),
        (Filters(within=("africa",)), False),
        (Filters(after=("2024",)), True),
        (Filters(after=("2025",)), False),
        (Filters(after=("2025-05",)), True),
        (Filters(after=("2025-06-03",)), False),
        (Filters(before=("2026",)), True),
        (Filters(before=("2025-06-04",)), True),
        (Filters(before=("2025-06",)), False),
        (Filters(after=("2025-06-02",), before=("2025-06-04",)), True),
        (Filters(excluded=("rice",)), False),
        (Filters(excluded=("wheat",)), True),
        (Filters(phrases=("Japan and Bhutan",)), True),
        (Filters(phrases=("Bhutan and Japan",)), False),
        (Filters(phrases=("Japan and Bhutan",), author=("Tanaka",)), False),
    ],
    ids=lambda value: described(value) or "none" if isinstance(value, Filters) else str(value),
)
def test_all_filters_must_let_a_passage_pass(filters: Filters, let_pass: bool) -> None:
    assert passes(filters, PASSAGE, ARTICLE, Analyzer()) is let_pass


@pytest.mark.parametrize(
    ("stated", "filters", "let_pass"),
    [
        ("2025", Filters(before=("2025-03",)), False),
        ("2025", Filters(after=("2025-03",)), False),
        ("2025-05", Filters(before=("2025-05-01",)), False),
        ("2025-05", Filters(before=("2025-06-01",)), True),
        ("2025-05", Filters(after=("2025", "2025-04")), False),
        ("2026-05", Filters(after=("2025", "2025-04")), True),
    ],
)
def test_a_date_that_is_known_less_exactly_passes_where_all_its_days_do(
    stated: str, filters: Filters, let_pass: bool
) -> None:
    assert passes(filters, PASSAGE, replace(ARTICLE, date=stated), Analyzer()) is let_pass


@pytest.mark.parametrize("filters", [Filters(after=("1900",)), Filters(before=("2100",))])
def test_an_article_without_a_date_passes_no_dates(filters: Filters) -> None:
    assert not passes(filters, PASSAGE, replace(ARTICLE, date=None), Analyzer())


def test_an_unknown_author_passes_no_author() -> None:
    unsigned = replace(ARTICLE, author=None)
    assert not passes(Filters(author=("Agarwal",)), PASSAGE, unsigned, Analyzer())


def test_without_a_title_the_file_is_named() -> None:
    untitled = replace(ARTICLE, title=None)
    assert passes(Filters(title=("treaty",)), PASSAGE, untitled, Analyzer())


def test_every_filter_is_said_in_words() -> None:
    _, filters = read('title:a author:b in:c after:2024 before:2026 -d "e f" who')
    assert all(part in described(filters) for part in ("a", "b", "c", "2024", "2026", "d", "e f"))


@given(st.text(alphabet='author:"“” -after202', max_size=60))
def test_any_text_is_read(text: str) -> None:
    filtered(Question(text))


OLD = (
    "---\nauthor: Ada Old\ndate: 2024-01-01\n---\n# Old\n\nThe treaty on rice was signed in 1998.\n"
)
NEW = "---\nauthor: Bo New\ndate: 2026-01-01\n---\n# New\n\nThe treaty on rice was signed anew in 1999.\n"


@pytest.mark.parametrize(
    ("filters", "year"),
    [
        ("author:old", "1998"),
        ('author:"Bo New"', "1999"),
        ("title:old", "1998"),
        ("after:2025", "1999"),
        ("before:2025", "1998"),
        ("in:new", "1999"),
        ('"signed anew"', "1999"),
    ],
)
def test_an_answer_comes_from_what_passes_alone(filters: str, year: str) -> None:
    found = answer(library_of(old=OLD, new=NEW), f"When was the treaty on rice signed? {filters}")
    assert all(year in text for text in words(found.quotes + found.more))
    assert NoteCode.FILTER in {note.code for note in found.notes}


def test_where_nothing_passes_nothing_is_quoted() -> None:
    found = refusal(library_of(old=OLD), "When was the treaty on rice signed? author:nobody")
    assert found.closest == ()
    assert NoteCode.FILTER in {note.code for note in found.notes}


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        ("author:nobody", "No article passes: author has “nobody”."),
        ("title:old author:nobody", "No article passes: author has “nobody”."),
        ("after:2030", "No article passes: after 2030."),
        ('"signed twice"', "with the exact words “signed twice”."),
        ("author:old after:2025", "author has “old”; after 2025."),
    ],
)
def test_where_filters_leave_nothing_it_says_which(filters: str, told: str) -> None:
    found = refusal(library_of(old=OLD, new=NEW), f"When was the rice treaty signed? {filters}")
    assert found.reason.code is ReasonCode.FILTERED_OUT
    assert found.reason.text.endswith(told)


def test_where_no_article_has_a_date_it_says_so() -> None:
    found = refusal(library_of("The rice treaty was signed."), "rice treaty after:2020")
    assert found.reason.text == "No article passes: after 2020. No article has a date."


def test_an_excluded_word_is_not_shown_above_a_quotation_either() -> None:
    table = "| Country | Ties with Suderia |\n| --- | --- |\n| Norland | rice and tea |\n"
    library = library_of(f"# Ties\n\n{table}\nNorland sells rice and tea.\n")
    found = answer(library, "What does Norland sell? -suderia")
    assert [quote.context.header for quote in found.quotes + found.more] == [None]


def test_a_list_is_quoted_only_as_far_as_it_passes() -> None:
    text = "# Aims\n\nThe aims of the treaty are:\n\n- rice\n- tea\n- silk\n- salt\n"
    whole = answer(library_of(text), "What are the aims of the treaty?").quotes[0].quote.text
    assert all(item in whole for item in ("rice", "tea", "silk", "salt"))
    found = answer(library_of(text), "What are the aims of the treaty? -silk")
    assert all("silk" not in quote.quote.text for quote in found.quotes + found.more)
    assert "tea" in found.quotes[0].quote.text
