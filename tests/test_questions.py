"""What is read off a question by itself: its words, its kind, or why it cannot be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import STOP_WORDS, Analyzer
from qa.answers import Question, Reason, ReasonCode
from qa.breadth import Breadth
from qa.questions import GLUED, LONGEST, MOST_WORDS, Asked, Wanted, asked
from qa.typed import AnswerType

ANALYZER = Analyzer()


def read(text: str) -> Asked:
    """A question that can be read."""
    found = asked(Question(text), ANALYZER)
    assert isinstance(found, Asked), found
    return found


def surfaces(text: str) -> list[str]:
    """The content words of a question, as they were typed."""
    return [wanted.surface for wanted in read(text).wanted]


def word(text: str, surface: str) -> Wanted:
    """One content word of a question."""
    return next(wanted for wanted in read(text).wanted if wanted.surface == surface)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When was the memorandum signed?", ["memorandum", "signed"]),
        ("sign signs signed signing", ["sign"]),
        ("What is the U.S. doing in Bhutan?", ["U.S.", "Bhutan"]),
        ("hi, could you tell me who signed it? thanks", ["signed"]),
        ("why?", []),
        ("Who was it?", []),
        ("memorandum\x00signed\u202e", ["memorandum", "signed"]),
        ("(memorandum AND signed) OR title*", ["memorandum", "signed", "title"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_content_words_once_and_in_order(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


@pytest.mark.parametrize("text", ["", "   ", "?!", "…", "\x00\x1b", "\n\t", "—"])
def test_without_words_there_is_no_question(text: str) -> None:
    found = asked(Question(text), ANALYZER)
    assert isinstance(found, Reason)
    assert found.code is ReasonCode.EMPTY


@pytest.mark.parametrize("length", [LONGEST + 1, 100_000])
def test_a_question_that_is_too_long_is_told_both_lengths(length: int) -> None:
    found = asked(Question("é" * length), ANALYZER)
    assert isinstance(found, Reason)
    assert found.code is ReasonCode.TOO_LONG
    assert f"{length:,}" in found.text
    assert f"{LONGEST:,}" in found.text


def test_the_longest_question_is_read() -> None:
    text = ("rice " * LONGEST)[:LONGEST]
    assert len(text) == LONGEST
    assert surfaces(text) == ["rice"]


def test_a_flood_of_words_is_cut_not_refused() -> None:
    assert len(read(" ".join(f"word{i}" for i in range(400))).wanted) == MOST_WORDS


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("What did Ito say?", "Ito", True),
        ("What did ito say?", "ito", False),
        ("Treaties were signed", "Treaties", False),
        ("NATO members", "NATO", True),
        ("What happened in 1998?", "1998", True),
        ("Was it 5% cheaper?", "5", True),
        ("WHAT DID ITO SAY?", "ITO", False),
        ("Eiffel Tower", "Eiffel", True),
        ("Harbour treaty", "Harbour", False),
    ],
)
def test_names_are_told_by_their_capitals_and_numbers_by_their_digits(
    text: str, surface: str, name: bool
) -> None:
    """A capital tells nothing at the head of a sentence, nor where all is in capitals."""
    assert word(text, surface).name is name


@pytest.mark.parametrize(
    ("text", "frame", "thing"),
    [
        ("In what year was the memorandum signed?", "year", "memorandum"),
        ("What does the acronym FOIP stand for?", "acronym", "FOIP"),
        ("Why? For what reason was the memorandum signed?", "reason", "memorandum"),
    ],
)
def test_words_that_only_frame_the_question_count_less(text: str, frame: str, thing: str) -> None:
    assert word(text, frame).weight < word(text, thing).weight


def test_a_word_that_frames_another_kind_counts_in_full() -> None:
    framing = word("In what year was it signed?", "year").weight
    assert word("Who opened the year?", "year").weight > framing


def test_greetings_do_not_change_what_is_asked() -> None:
    plain, polite = read("when was it signed"), read("Hi! Please tell me when was it signed?")
    assert (plain.kind, plain.wanted) == (polite.kind, polite.wanted)
    assert plain.kind is AnswerType.DATE


def test_stems_are_those_of_the_wanted_words() -> None:
    assert read("Which treaties were signed?").stems == {
        token.stem for token in ANALYZER.content("treaties signed")
    }


@pytest.mark.parametrize(
    ("question", "glue", "breadth"),
    [
        pytest.param("Copper vs lithium", {"vs"}, Breadth.SIDES, id="sides"),
        pytest.param(
            "When was it signed, and do both articles agree?",
            {"articles", "agree"},
            Breadth.SOURCES,
            id="sources",
        ),
        pytest.param("Did the ministers agree?", set(), Breadth.ONE, id="no-comparison"),
    ],
)
def test_words_that_only_hold_things_side_by_side_count_next_to_nothing(
    question: str, glue: set[str], breadth: Breadth
) -> None:
    found = read(question)
    assert found.breadth is breadth
    assert {wanted.word for wanted in found.wanted if wanted.weight == GLUED} == glue


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    found = asked(Question(text), ANALYZER)
    if isinstance(found, Asked):
        stems = [wanted.stem for wanted in found.wanted]
        assert len(set(stems)) == len(stems)
        assert not {wanted.word for wanted in found.wanted} & STOP_WORDS
        assert all(0 < wanted.weight <= 1 for wanted in found.wanted)


def test_forms_of_address_are_no_names() -> None:
    assert [w.word for w in read("Where did Madame Curie live?").wanted] == ["curie", "live"]


def test_what_happened_asks_for_nothing_by_itself() -> None:
    assert [w.word for w in read("What happened in Doklam?").wanted] == ["doklam"]
    assert [w.word for w in read("What happened?").wanted] == ["happened"]


@pytest.mark.parametrize(
    "text",
    ["which articles talk about rice?", "Do any reports mention rice?", "What article covers rice"],
)
def test_which_articles_speak_of_something_asks_for_all_that_do(text: str) -> None:
    found = read(text)
    assert [wanted.word for wanted in found.wanted] == ["rice"]
    assert (found.kind, found.breadth) == (AnswerType.LIST, Breadth.SEVERAL)
