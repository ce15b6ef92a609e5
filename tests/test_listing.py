"""Which list is quoted for a question, and how much of it."""

import pytest

from qa.listing import LONGEST_LIST
from tests.asking import answer, library_of

REVIEW = """\
# Review of the Norland ferry

The review of the Norland ferry gives its recommendations to the council. The Norland ferry has a
crew of nine.

## Recommendations

- Buy a spare engine for the boat.
- Train two more pilots.
- Close the bar at ten.

## Costs

| Part | Price |
| --- | --- |
| Engine | 900 |
| Bar | 30 |
"""


def first(text: str, question: str) -> str:
    return answer(library_of(text), question).quotes[0].quote.text


def test_a_list_is_found_by_its_heading_before_a_sentence_that_only_names_it() -> None:
    quote = first(REVIEW, "What are the recommendations of the review of the Norland ferry?")
    assert quote.startswith("Buy a spare engine")
    assert quote.endswith("Close the bar at ten.")


def test_where_no_list_is_asked_for_the_sentence_comes_first() -> None:
    quote = first(REVIEW, "Who gives recommendations to the council on the Norland ferry?")
    assert quote.startswith("The review of the Norland ferry")


def test_a_list_of_another_article_does_not_come_first() -> None:
    other = "# The pier\n\nThe harbour pier of Suderia has several owners, Ito and Hall.\n"
    library = library_of(REVIEW, other)
    found = answer(
        library, "Which recommendations do the owners of the harbour pier of Suderia have?"
    )
    assert "owners" in found.quotes[0].quote.text


COUNTED_OFF = """\
# Letter to the editor

By Renner, who runs the ferry. I have three suggestions.

First, raise the fare by one crown.

Second, paint the boats of the ferry.

Third, pay the crew on Fridays.

The weather was fine on the day of writing.
"""


def test_paragraphs_that_count_themselves_off_are_a_list() -> None:
    quote = first(COUNTED_OFF, "What three suggestions does Renner have for the ferry?")
    assert "I have three suggestions." in quote
    assert quote.endswith("pay the crew on Fridays.")


def test_one_paragraph_that_begins_with_an_ordinal_is_no_list() -> None:
    text = "Renner has two ideas.\n\nFirst light is at five in Norland.\n\nFish are caught.\n"
    assert "First light" not in first(text, "What ideas does Renner have?")


@pytest.mark.parametrize("name", ["Norland ferry", "The ferry"])
def test_a_name_that_only_one_item_has_singles_it_out(name: str) -> None:
    text = f"# {name}\n\nThese boats call:\n\n- Ada from Suderia\n- Bea from Esteria\n"
    quote = first(text, "Which boats from Esteria call?")
    assert "Bea" in quote
    assert "Ada" not in quote


def test_of_a_list_that_is_too_long_as_many_items_are_quoted_as_fit() -> None:
    items = "".join(f"- No. {i}: {'keep off the grass ' * 6}\n" for i in range(30))
    text = f"The park of Norland has these rules:\n\n{items}"
    quote = first(text, "What are the rules of the park of Norland?")
    assert quote.startswith("The park of Norland has these rules:")
    assert LONGEST_LIST * 0.8 < len(quote) <= LONGEST_LIST


ANNOUNCED = """\
# The pier

The pier was opened in 1950. Nobody liked it. It was closed for these reasons:

- The planks of the pier are rotten.
- Ships have grown too long for the pier.
"""


def test_a_list_is_quoted_with_the_sentence_that_announces_it() -> None:
    quote = first(ANNOUNCED, "What are the reasons that the pier was closed?")
    assert quote.startswith("It was closed for these reasons:")
    assert quote.endswith("too long for the pier.")


SAID = """\
# The ferry

Of the fares much has been said. The mayor told the council of the ferry:

> The fares are too low, and the boat is too old.

The council listened.
"""


@pytest.mark.parametrize(
    "question", ["What did the mayor tell the council of the ferry?", "What is said of the fares?"]
)
def test_words_below_a_colon_are_quoted_with_who_says_them(question: str) -> None:
    quote = first(SAID, question)
    assert "The mayor told the council" in quote
    assert quote.endswith("the boat is too old.")
