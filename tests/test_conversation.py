"""Follow-ups: what they take from the question before, and when they take nothing."""

import pytest

from index.analysis import Analyzer
from qa.answers import Question
from qa.conversation import Continued, continued
from qa.questions import Asked, asked
from qa.typed import AnswerType

ANALYZER = Analyzer()


def read(text: str) -> Asked:
    """A question by itself."""
    found = asked(Question(text), ANALYZER)
    assert isinstance(found, Asked)
    return found


def follow(before: str, text: str) -> Continued:
    """A question after another."""
    return continued(read(text), read(before))


@pytest.mark.parametrize(
    ("before", "text", "taken"),
    [
        ("When was the memorandum signed?", "Why?", {"memorandum", "signed"}),
        ("When was the memorandum signed?", "And who signed it?", {"memorandum"}),
        ("Who is Kenji Tanaka?", "What did he say about aid?", {"Kenji", "Tanaka"}),
        ("What did Japan offer Bhutan?", "When was that?", {"Japan", "offer", "Bhutan"}),
        ("What is the treaty?", "Which areas are covered by it?", {"treaty"}),
    ],
)
def test_a_follow_up_takes_what_it_lacks(before: str, text: str, taken: set[str]) -> None:
    found = follow(before, text)
    assert set(found.taken) == taken


def test_another_name_takes_the_place_of_the_one_before() -> None:
    found = follow("What does Thailand buy?", "And Vietnam?")
    assert "Thailand" not in found.taken
    assert {wanted.surface for wanted in found.asked.wanted} == {"Vietnam", "buy"}


@pytest.mark.parametrize(
    ("before", "text", "taken"),
    [
        ("What has Japan agreed with Thailand?", "And with Vietnam?", {"Japan", "agreed"}),
        ("What has Japan agreed with the Quad?", "what about with Vietnam", {"Japan", "agreed"}),
        ("What has Japan agreed with Thailand?", "And Vietnam?", {"Japan", "agreed", "Thailand"}),
        (
            "What has Japan agreed with Thailand?",
            "And for Vietnam?",
            {"Japan", "agreed", "Thailand"},
        ),
        ("When did Japan and Thailand meet?", "And Vietnam?", {"Japan", "meet"}),
        ("What came in December 2024?", "And in June 2025?", {"came"}),
        ("What has Japan agreed with Thailand?", "with Vietnam?", {"Japan", "agreed"}),
        ("Who is Ito?", "in Tokyo?", {"Ito"}),
        ("When did Japan and Thailand meet?", "And with Vietnam?", {"Japan", "meet"}),
    ],
)
def test_of_several_names_it_takes_the_place_of_the_one_behind_the_same_word(
    before: str, text: str, taken: set[str]
) -> None:
    found = follow(before, text)
    assert set(found.taken) == taken


def test_a_year_takes_the_place_of_a_year_and_of_nothing_else() -> None:
    found = follow("How much did Korea export in 2022?", "And in 2023?")
    assert set(found.taken) == {"Korea", "export"}


def test_what_came_last_is_replaced_first() -> None:
    talk = follow("How does China regard the steps of Japan?", "And India?").asked
    found = continued(read("And Bhutan?"), talk)
    assert {w.surface for w in found.asked.wanted if w.name} == {"Bhutan", "China", "Japan"}


def test_a_bare_name_asks_for_the_same_kind_of_thing() -> None:
    found = follow("When did Thailand sign?", "And Vietnam?")
    assert found.asked.kind is AnswerType.DATE


def test_a_question_word_of_its_own_decides_the_kind() -> None:
    found = follow("When did Thailand sign?", "And where?")
    assert found.asked.kind is AnswerType.PLACE


def test_a_follow_up_that_names_a_thing_gives_the_next_one_its_topic() -> None:
    kickoffs = follow("What are heartbeats?", "And what are kickoffs?").asked
    assert set(continued(read("Who writes them?"), kickoffs).taken) == {"kickoffs", "heartbeats"}
    signed = follow("What is the treaty?", "When was it signed?").asked
    assert set(continued(read("What does it cover?"), signed).taken) == {"treaty"}


def test_what_is_carried_over_counts_less_and_is_known_as_such() -> None:
    found = follow("When was the memorandum signed?", "And who wrote it?")
    own = {w.surface: w for w in found.asked.wanted if not w.carried}
    carried = {w.surface: w for w in found.asked.wanted if w.carried}
    assert set(own) == {"wrote"}
    assert set(carried) == {"memorandum", "signed"}
    before = {w.surface: w.weight for w in read("When was the memorandum signed?").wanted}
    assert all(w.weight < before[w.surface] for w in carried.values())


def test_a_word_that_both_have_is_not_taken_twice() -> None:
    found = follow("Who signed the treaty?", "And when was it signed?")
    assert found.taken == ("treaty",)
    assert sorted(w.surface for w in found.asked.wanted) == ["signed", "treaty"]


@pytest.mark.parametrize(
    ("before", "text", "year", "gone"),
    [
        ("How high were exports in 2025?", "and the year before?", "2024", "2025"),
        ("How high were exports in 2025?", "What about the following year?", "2026", "2025"),
        ("How did Japan help in the 1980s?", "and the decade before?", "1970s", "1980s"),
        ("How did Japan help in the 1980s?", "And the next decade?", "1990s", "1980s"),
    ],
)
def test_the_year_before_is_reckoned_from_the_year_asked_for(
    before: str, text: str, year: str, gone: str
) -> None:
    found = follow(before, text)
    words = {wanted.word for wanted in found.asked.wanted}
    assert year in words
    assert gone not in words
    assert year in found.asked.text
    assert year in found.taken
    assert found.asked.kind is read(before).kind


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("How high were exports from 2020 to 2025?", "and the year before?"),
        ("How high were exports?", "and the year before?"),
        ("How did Japan help in the 1980s?", "and the year after?"),
    ],
)
def test_without_one_year_to_reckon_from_nothing_is_reckoned(before: str, text: str) -> None:
    assert follow(before, text).asked.text == text
