"""Whether to answer, and what is said when not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.answers import Answer, NoAnswer, ReasonCode
from qa.confidence import LEAST, Strictness, answering, confidence, is_sure, on_topic
from qa.weights import SPEAK_AGAINST, AnswerSignals, Signals, TopicSignals
from tests.asking import answer, library_of, outcome, refusal

UNIT = st.floats(0, 1)


def units(kind: type[TopicSignals] | type[AnswerSignals]) -> st.SearchStrategy[object]:
    """All that a kind of signals can be."""
    return st.builds(kind, **dict.fromkeys(kind._fields, UNIT))


SIGNALS = st.builds(Signals, units(TopicSignals), units(AnswerSignals))

NAMES = [
    (half, name)
    for half, kind in (("topic", TopicSignals), ("answer", AnswerSignals))
    for name in kind._fields
]
FOR = [(half, name) for half, name in NAMES if name not in SPEAK_AGAINST]
AGAINST = [(half, name) for half, name in NAMES if name in SPEAK_AGAINST]


def at_most(found: Signals, half: str, name: str) -> Signals:
    """The same signals with one as strong as it can be."""
    return found._replace(**{half: getattr(found, half)._replace(**{name: 1.0})})


@given(SIGNALS)
def test_confidence_is_a_probability(found: Signals) -> None:
    assert 0 < confidence(found) < 1


@given(SIGNALS)
def test_being_sure_of_the_topic_never_makes_up_for_an_answer_that_is_not_there(
    found: Signals,
) -> None:
    assert confidence(found) <= min(on_topic(found), answering(found))


@pytest.mark.parametrize(("half", "name"), FOR)
@given(found=SIGNALS)
def test_what_speaks_for_a_quote_never_lowers_confidence(
    half: str, name: str, found: Signals
) -> None:
    assert confidence(at_most(found, half, name)) >= confidence(found)


@pytest.mark.parametrize(("half", "name"), AGAINST)
@given(found=SIGNALS)
def test_what_speaks_against_it_never_raises_confidence(
    half: str, name: str, found: Signals
) -> None:
    assert confidence(at_most(found, half, name)) <= confidence(found)


def test_the_stricter_the_surer() -> None:
    low, normal, high = (LEAST[strictness] for strictness in Strictness)
    assert 0 < low.topic < normal.topic <= high.topic < 1
    assert 0 < low.both < normal.both < high.both < 1


@given(found=SIGNALS, strictness=st.sampled_from(Strictness))
def test_an_answer_needs_its_topic(found: Signals, strictness: Strictness) -> None:
    if is_sure(found, strictness):
        assert on_topic(found) >= LEAST[strictness].topic
        assert confidence(found) >= LEAST[strictness].both


@given(SIGNALS)
def test_a_name_of_no_article_is_not_answered_for_unless_that_is_wanted(found: Signals) -> None:
    if found.topic.unknown_name:
        assert not is_sure(found, Strictness.NORMAL)


@given(SIGNALS)
def test_what_only_a_date_or_a_figure_answers_is_not_answered_without(found: Signals) -> None:
    if found.answer.unmet:
        assert not is_sure(found, Strictness.NORMAL)


@given(SIGNALS)
def test_a_quote_about_another_year_is_no_answer_unless_that_is_wanted(found: Signals) -> None:
    if found.answer.other_year:
        assert not is_sure(found, Strictness.NORMAL)


TREATY = """\
# The harbour treaty

The harbour treaty between Norland and Suderia was signed by both. It covers fish and salt.

In Esteria the price of rice rose by five percent in 2003.
"""


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("When was the harbour treaty between Norland and Suderia signed?", "date"),
        ("How many fish does the harbour treaty between Norland and Suderia cover?", "number"),
        ("What percentage of the salt does the harbour treaty cover?", "percentage"),
    ],
)
def test_an_attribute_that_no_article_gives_is_refused_saying_so(question: str, thing: str) -> None:
    found = refusal(library_of(TREATY), question, strictness=Strictness.HIGH)
    assert found.reason.code is ReasonCode.NOT_COVERED
    assert f"no {thing}" in found.reason.text
    assert "treaty" in found.reason.text


@pytest.mark.parametrize("name", ["Maldives", "Zanzibar", "Kowalski"])
def test_a_name_of_no_article_is_refused_naming_it(name: str) -> None:
    found = refusal(library_of(TREATY), f"What did {name} say about the harbour treaty?")
    assert found.reason.code is ReasonCode.UNKNOWN_WORDS
    assert name in found.reason.text
    assert "1 article" in found.reason.text


@given(SIGNALS)
def test_a_date_of_something_else_is_no_answer_unless_that_is_wanted(found: Signals) -> None:
    if found.answer.unrelated:
        assert not is_sure(found, Strictness.NORMAL)


WAGES = """\
# Wages from abroad

Workers sent home 40 million crowns in wages from abroad in 2003, Mori of the bank of Norland reckons.

Esteria lies far from the sea, and Akira Kano lives there.
"""


def test_a_name_that_is_not_near_the_quote_is_no_answer_unless_that_is_wanted() -> None:
    asked = "How much in wages from abroad did Esteria receive in 2003?"
    assert "“Esteria”" in refusal(library_of(WAGES), asked).reason.text
    assert isinstance(outcome(library_of(WAGES), asked, strictness=Strictness.LOW), Answer)


@pytest.mark.parametrize(
    "question",
    [
        "What does the bank of Norland reckon that workers sent home in 2003?",
        "Did workers send home more wages from abroad in Norland or in Esteria?",
        "What does Akira Mori of the bank of Norland reckon of wages from abroad?",
    ],
    ids=["there", "one of two that are compared", "the last of a person's"],
)
def test_a_name_that_is_near_the_quote_is_enough(question: str) -> None:
    assert isinstance(outcome(library_of(WAGES), question), Answer)


@pytest.mark.parametrize(
    ("name", "missing"), [("World Bank", "World"), ("Norland Council", "Council")]
)
def test_of_an_institution_one_word_is_not(name: str, missing: str) -> None:
    elsewhere = "# Of all\n\nThe world is large. A council met.\n"
    asked = f"What does the {name} reckon of wages from abroad?"
    assert f"“{missing}”" in refusal(library_of(WAGES, elsewhere), asked).reason.text


MET = """\
# A visit

Ada Ito met the minister of Norland at the harbour in 2003, before the treaty was signed.

Bo Kano praised the treaty of the harbour: "It will feed us," he told the minister of Norland.

Mori: The treaty is a burden to the harbour, and the minister of Norland should have known it.
"""


def test_where_somebody_speaks_of_nothing_there_is_no_statement() -> None:
    asked = "What did Ada Ito say to the minister of Norland at the harbour?"
    assert "no statement" in refusal(library_of(MET), asked).reason.text


@pytest.mark.parametrize(
    ("speaker", "words"), [("Bo Kano", "It will feed us"), ("Mori", "a burden to the harbour")]
)
def test_a_quotation_or_the_label_of_a_speaker_is_one(speaker: str, words: str) -> None:
    found = answer(library_of(MET), f"What did {speaker} say of the treaty of the harbour?")
    assert words in found.quotes[0].quote.text


VIEWS = """\
# The canal

Norland, glad as it is of the trade, has expressed concern about the garrison at the canal.

Suderia regards the canal as an intrusion.

Figures of the Harbour Board show a rise of tolls at the canal.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What does Norland think of the garrison at the canal?", "expressed concern"),
        ("How does Suderia see the canal?", "an intrusion"),
        ("What does the Harbour Board say of the canal?", "a rise of tolls"),
    ],
)
def test_who_takes_a_stance_or_shows_figures_says_something(question: str, words: str) -> None:
    assert words in answer(library_of(VIEWS), question).quotes[0].quote.text


PRICES = """\
# The mills

The mill of Norland was sold in spring. The one in Esteria, much smaller, had cost nine million
dollars two years before, and nobody had thought that it would ever be worth so much to anyone.
"""


def test_a_sum_that_stands_with_something_else_makes_less_sure() -> None:
    sure = outcome(library_of(PRICES), "What did the mill of Esteria cost?").confidence
    assert outcome(library_of(PRICES), "What did the mill of Norland cost?").confidence < sure


def test_a_name_that_is_only_told_beside_the_question_may_be_unknown() -> None:
    told = "I was in Zanzibar last week. Which two signed the harbour treaty, Norland and Suderia?"
    assert isinstance(outcome(library_of(TREATY), told), Answer)


def test_words_that_only_say_what_kind_of_answer_is_wanted_are_not_missed() -> None:
    found = refusal(library_of(TREATY), "Number of xylophones in Norland?")
    assert "xylophones" in found.reason.text
    assert "Number" not in found.reason.text


def test_words_that_stand_far_apart_are_refused_saying_what_the_nearest_lacks() -> None:
    found = refusal(
        library_of(TREATY),
        "Was the price of salt in Esteria signed by Norland?",
        strictness=Strictness.HIGH,
    )
    assert found.reason.code is ReasonCode.NOT_COVERED


@pytest.mark.parametrize(
    "question",
    [
        "How do I sign a birthday card for a colleague?",
        "Which five cheeses are best with salt and pepper?",
        "What is the price of a ticket to the opera?",
    ],
)
def test_a_word_in_common_by_chance_makes_no_topic(question: str) -> None:
    assert isinstance(outcome(library_of(TREATY), question), NoAnswer)


@pytest.mark.parametrize("word", ["ratified", "concluded", "endorsed"])
def test_a_word_that_no_article_has_is_forgiven_where_the_rest_is_there(word: str) -> None:
    """People ask in words of their own."""
    question = f"Was the harbour treaty between Norland and Suderia {word} by both?"
    assert isinstance(outcome(library_of(TREATY), question), Answer)


def test_another_year_than_the_one_that_is_asked_for_is_less_sure() -> None:
    library = library_of(TREATY)
    this, other = (
        outcome(library, f"By how much did the price of rice rise in Esteria in {year}?")
        for year in (2003, 1998)
    )
    assert isinstance(this, Answer)
    assert other.confidence < this.confidence


def test_a_refused_year_is_named() -> None:
    found = refusal(
        library_of(TREATY, "# Esteria\n\nEsteria lies on the coast. In 1998 it had a flood.\n"),
        "By how much did the price of rice rise in Esteria in 1998?",
        strictness=Strictness.HIGH,
    )
    assert found.reason.code is ReasonCode.NOT_COVERED
    assert "1998" in found.reason.text


@pytest.mark.parametrize("strictness", Strictness)
def test_a_refusal_offers_what_it_would_have_quoted(strictness: Strictness) -> None:
    """Answer or not, the same words are shown; only what they are called differs."""
    question = "When was the harbour treaty between Norland and Suderia signed?"
    found = outcome(library_of(TREATY), question, strictness=strictness)
    quotes = found.quotes if isinstance(found, Answer) else found.closest
    assert quotes[0].quote.text.startswith("The harbour treaty between Norland and Suderia")


def test_nothing_in_common_is_no_quote_at_all() -> None:
    found = refusal(library_of(TREATY), "Why do cats purr?")
    assert isinstance(found, NoAnswer)
    assert (found.closest, found.confidence) == ((), 0.0)
    assert found.reason.code is ReasonCode.UNKNOWN_WORDS
    assert "1 article" in found.reason.text


def test_a_part_of_a_compound_is_named_with_all_of_it() -> None:
    found = refusal(library_of(TREATY), "Which co-op sells xylophone-shaped bells to Norland?")
    assert "“xylophone-shaped”" in found.reason.text
    assert found.reason.text.count("xylophone") == 1


def test_a_common_word_that_no_article_has_is_not_what_is_missing() -> None:
    reason = refusal(library_of(MET), "How big is the harbour of Norland?").reason
    assert "no number" in reason.text
    assert "big" not in reason.text


BREWERY = """\
# The brewery

Hall Brewery of Norland opened a hall for guests. Hall Brewery brews three beers there.

Hall Brewery sells its beer in barrels. Hall Brewery buys barley in Suderia.

Hall Brewery pays its workers each month.

The cellars were dug into the rock so that the barrels stay cool.
"""


def test_what_most_of_an_article_names_need_not_stand_beside_the_answer() -> None:
    found = answer(library_of(BREWERY), "Why did Hall Brewery dig cellars into the rock?")
    assert "stay cool" in found.quotes[0].quote.text
    elsewhere = refusal(library_of(BREWERY), "Why did Suderia dig cellars into the rock?")
    assert "“Suderia”" in elsewhere.reason.text


SIGNED = """\
# The treaty

The treaty of the harbour was signed in 1900 after long talks about the fish of the bay.

The lighthouse was designed by the Institute. She painted its lamp herself.
"""


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("Who signed the treaty of the harbour?", False),
        ("Who was the minister of the treaty of the harbour?", False),
        ("Who designed the lighthouse?", True),
        ("Who painted the lamp of the lighthouse?", True),
    ],
)
def test_who_did_it_is_told_by_a_name_or_by_a_pronoun_for_one(
    question: str, answered: bool
) -> None:
    assert isinstance(outcome(library_of(SIGNED), question), Answer) is answered


def test_a_year_that_stands_above_in_the_passage_is_the_year_of_the_quote() -> None:
    plan = (
        "# The plan\n\nThe planner of the city came in 1928, when the trams were still new and the"
        " harbour was small. He expected a million people in the city by 1960.\n"
    )
    asked = "How many people did the planner of 1928 expect in the city?"
    assert "a million" in answer(library_of(plan), asked).quotes[0].quote.text


def test_a_country_is_a_name_in_small_letters_too() -> None:
    found = refusal(library_of(TREATY), "why did japan sign the harbour treaty of norland")
    assert found.reason.code is ReasonCode.UNKNOWN_WORDS
    assert "“japan”" in found.reason.text
