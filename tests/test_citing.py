"""Citations: numbered as a reader meets them, and nothing in them that the article does not say."""

from dataclasses import replace

import pytest

from index.library import Library
from qa.answers import Citation
from qa.citing import citation_of
from tests.asking import answer, library_of
from tests.outcomes import shield

KNOWN = """\
---
title: The harbour treaty
author: Ada Ito
date: 2025-06-03
source: https://example.org/treaty
---

# The harbour treaty

Norland and Suderia are neighbours.

## What was agreed

The harbour treaty between Norland and Suderia was signed in 1998.
"""


def test_a_citation_tells_all_that_the_article_says() -> None:
    (cited,) = answer(library_of(treaty=KNOWN), "When was the harbour treaty signed?").quotes
    assert cited.citation == Citation(
        number=1,
        article_id="treaty.md",
        label="The harbour treaty",
        title="The harbour treaty",
        author="Ada Ito",
        date="2025-06-03",
        source="https://example.org/treaty",
        section="What was agreed",
        paragraph=2,
        page=None,
    )


def test_what_the_article_does_not_say_is_none_and_the_file_names_it() -> None:
    text = "The harbour treaty between Norland and Suderia was signed in 1998."
    (cited,) = answer(library_of(harbour=text), "When was the harbour treaty signed?").quotes
    found = cited.citation
    assert found.label == "harbour"
    assert (found.title, found.author, found.date, found.source) == (None, None, None, None)
    assert (found.section, found.page) == (None, None)


def test_a_list_is_cited_where_its_quotation_begins_and_not_where_the_item_stands() -> None:
    text = (
        "# Aims\n\nFirst words.\n\nThe aims of the treaty are:\n\n- rice\n- tea and silk\n- salt\n"
    )
    library = library_of(aims=text)
    (cited, *_) = answer(library, "What are the aims of the treaty on silk?").quotes
    assert cited.quote.text.startswith("The aims of the treaty are:")
    assert "tea and silk" in cited.quote.text
    assert cited.citation.paragraph == 2
    assert library.passage(cited.passage_id).text == "The aims of the treaty are:"
    assert cited.context.lead_in is None


def test_numbers_run_on_over_twins_and_further_quotes() -> None:
    same = "The harbour treaty between Norland and Suderia was signed in 1998."
    other = [f"The {name} treaty was signed in {year}." for name, year in OTHERS.items()]
    found = answer(library_of(same, same + " It holds.", *other), "When was the treaty signed?")
    every = [c for q in found.quotes + found.more for c in (q.citation, *q.also)]
    assert [citation.number for citation in every] == list(range(1, len(every) + 1))
    assert len(found.quotes) <= 3 < len(found.quotes + found.more)


OTHERS = {"fishing": 1975, "border": 1983, "railway": 2001, "copyright": 2011, "mountain": 1962}


@pytest.mark.parametrize("page", [None, 7])
def test_the_page_is_that_of_the_passage(page: int | None) -> None:
    article = shield()
    passage = replace(next(iter(Library.of([article]).passages)), page=page)
    assert citation_of(passage, article, 3).page == page
    assert citation_of(passage, article, 3).number == 3
