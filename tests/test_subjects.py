"""Names that a folder is about, and its passages need not repeat."""

import pytest

from qa.answers import Answer, NoAnswer
from qa.subjects import MOST_ARTICLES
from tests.asking import answer, library_of, outcome

FINE = """\
# Masks

In Norland masks are worn on trains.

Who breaks the quarantine pays a fine of 33,000 crowns. The money goes to the wards.

Buses ran late. Ferries did not run at all.

Shops were open. Schools were shut.
"""
ASKED = "How high is the fine for who breaks the quarantine in Norland?"


def others(count: int, name: str) -> list[str]:
    """Articles that have the name once each."""
    return [f"# Text {i}\n\nThe ports of {name} are old. Rice is dear.\n" for i in range(count)]


def test_what_nearly_all_articles_name_need_not_stand_beside_the_quotation() -> None:
    found = answer(library_of(FINE, *others(3, "Norland")), ASKED)
    assert "33,000 crowns" in found.quotes[0].quote.text


@pytest.mark.parametrize("articles", [others(3, "Suderia"), others(MOST_ARTICLES, "Norland")])
def test_what_few_name_and_many_articles_must(articles: list[str]) -> None:
    """A collection of more articles is not about one thing."""
    assert isinstance(outcome(library_of(FINE, *articles), ASKED), NoAnswer)


def test_a_name_of_no_article_is_no_subject() -> None:
    asked = ASKED.replace("Norland", "Esteria")
    assert not isinstance(outcome(library_of(FINE, *others(3, "Norland")), asked), Answer)
