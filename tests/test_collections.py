"""The question sets that the program is fitted and reported on: they can be answered."""

from pathlib import Path

import pytest

from index.folder import read_folder
from index.library import Library
from qa.evaluation.cases import Case, cases_of
from qa.evaluation.judging import folded, without_source

ROOT = Path(__file__).parent.parent
COLLECTIONS = ROOT / "bench" / "collections"
SETS = {
    "seeds": (ROOT / "seeds", ROOT / "tests" / "data" / "seed-questions.jsonl"),
    **{f.name: (f / "articles", f / "questions.jsonl") for f in sorted(COLLECTIONS.iterdir())},
}

Set = tuple[tuple[Case, ...], Library]


@pytest.fixture(scope="module", params=SETS)
def questions(request: pytest.FixtureRequest) -> Set:
    """A set's questions and its articles."""
    folder, file = SETS[request.param]
    read = read_folder(folder)
    assert not read.skipped
    return cases_of(file.read_bytes()), Library.of(read.articles)


def test_every_accepted_string_stands_in_an_article(questions: Set) -> None:
    cases, library = questions
    assert [case.id for case in without_source(cases, library)] == []


def test_what_a_list_should_cover_stands_in_the_articles(questions: Set) -> None:
    cases, library = questions
    texts = {article.id: folded(article.text) for article in library.articles}
    for case in cases:
        where = texts.values() if case.article is None else [texts[case.article]]
        for string in case.covers:
            assert any(folded(string) in text for text in where), (case.id, string)


def test_questions_are_of_both_halves_and_many_kinds(questions: Set) -> None:
    cases, _ = questions
    assert {case.split for case in cases} == {"tune", "report"}
    assert {"list", "follow-up", "unanswerable", "other-topic"} <= {case.kind for case in cases}
