"""Which kind of thing answers a question: the plain cases of each kind."""

import pytest

from qa.breadth import GLUE, Breadth, breadth_of
from qa.kinds import FRAMES, insists, kind_of
from qa.typed import AnswerType

PLAIN = {
    AnswerType.DATE: [
        "When was it signed?",
        "What year did the war end?",
        "Since when is it open?",
        "What was the launch date of the ship?",
    ],
    AnswerType.PERSON: [
        "Who signed it?",
        "Whose idea was it?",
        "By whom was it built?",
        "Who was there when it was signed?",
        "Which scholar insists that it failed?",
        "What is the name of the ship's captain?",
        "Who was put in charge of the search for what causes the fever?",
        "What is the name of the commanding officer who is paid by the day?",
    ],
    AnswerType.PLACE: [
        "In which country is the price highest?",
        "Where is Thimphu?",
        "In which city was it held?",
        "location of the dam",
    ],
    AnswerType.NUMBER: [
        "How many countries signed?",
        "What is the population of Bhutan?",
        "What was the death toll of the flood?",
        "What was the magnitude of the quake?",
        "How much did the price of oil increase?",
    ],
    AnswerType.MONEY: [
        "How much did it cost?",
        "What do I pay for a litre of milk?",
        "What is the governor paid?",
        "How much money was pledged?",
        "Which fee is due?",
        "What total cost arose?",
        "What does it set you back?",
        "What was the price of the boat when it was sold?",
        "tell me the price of the boat",
        "How much revenue did the tax raise?",
        "How much are the frozen reserves worth?",
        "How much was the fine for the breach?",
        "How much did they sell the boat for?",
        "What will the chairman be paid?",
        "How much is a room?",
        "What's the deductible?",
        "How much was the boat sold for?",
        "How much rent is due?",
        "What does a driver earn?",
        "How high is the carbon tax?",
        "How big is the stipend?",
    ],
    AnswerType.PERCENT: [
        "What percentage of exports goes to India?",
        "What portion is lost?",
        "plague fatality rate",
    ],
    AnswerType.LENGTH: [
        "How tall is the tower?",
        "How long is the Suez Canal?",
        "What is the average depth of the lake?",
        "How far can the drone fly?",
        "How high is the old dam?",
    ],
    AnswerType.WEIGHT: [
        "How heavy is a crane?",
        "How much does the bar weigh?",
        "What does it weigh?",
    ],
    AnswerType.SPEED: ["How fast can it fly?", "At what speed does it run?"],
    AnswerType.TEMPERATURE: ["How cold was it?", "What is the temperature of the water?"],
    AnswerType.AGE: [
        "How old is the bridge?",
        "What's the greatest age that it has reached?",
        "At what age do they retire?",
    ],
    AnswerType.FREQUENCY: ["How often does it sail?", "How many times a year do they meet?"],
    AnswerType.DURATION: [
        "How long did the talks last?",
        "How many years did it take?",
        "How much notice is due?",
        "How far ahead must I book?",
    ],
    AnswerType.REASON: ["Why did it fail?", "What keeps the price of rice so high?"],
    AnswerType.MANNER: ["How does it work?", "How do people live where it rains?"],
    AnswerType.DEFINITION: [
        "What is a memorandum?",
        "What is a budget?",
        "What does “deterrent” mean?",
        "What kind of ship is the Argo?",
        "And what is a kickoff?",
        'What is the "dragon\'s shield"?',
        "What is the hundred years war?",
        "What do they mean by an allowance?",
    ],
    AnswerType.EXPANSION: ["What does FOIP stand for?"],
    AnswerType.SAID: [
        "What did Ito say about India?",
        "How did the minister describe the talks?",
        "How has China reacted to the visit?",
        "How is India responding to the visit?",
        "What was China's reaction to the visit?",
        "What has India said about it?",
        "What is the attitude to late boats?",
        "What was Ito's take on the treaty?",
    ],
    AnswerType.LIST: [
        "Which countries signed it?",
        "List the members of the Quad",
        "Which foreign ministers met?",
        "Which South East Asian states does it name?",
        "What rules should walkers keep to?",
        "What should a mayor do, and in which order?",
    ],
    AnswerType.NAME: [
        "Which company built it?",
        "Which publisher brought it out?",
        "name of the treaty",
        "What is the name of the boat whose price fell?",
        "Which country rationed oil?",
        "Which company exports rice?",
        "How do analysts call it?",
        "Which firm pays the lowest wage?",
    ],
    AnswerType.OTHER: [
        "critical minerals",
        "Do they keep their distance from China?",
        "the length of time for which a visa is good",
        "Did they agree?",
        "When a cell is eaten, what becomes of it?",
        "What general idea is behind it?",
        "What was agreed on exports?",
        "What is new in the treaty?",
        "Are boats dearer in lower-income countries?",
        "Is she worried about how many boats come?",
        "",
        "?!",
    ],
}

CASES = [
    pytest.param(question, kind, id=f"{kind.name}: {question}")
    for kind, questions in PLAIN.items()
    for question in questions
]


@pytest.mark.parametrize(("question", "kind"), CASES)
def test_a_question_asks_for_a_kind_of_thing(question: str, kind: AnswerType) -> None:
    assert kind_of(question) is kind


def test_a_sum_in_a_name_asks_for_no_money() -> None:
    assert kind_of("What is the Freedom Dividend?") is AnswerType.DEFINITION


def test_the_who_is_nobody() -> None:
    assert kind_of("In the WHO list, what are streptococci resistant to?") is AnswerType.OTHER
    assert kind_of("who is in the WHO list?") is AnswerType.PERSON


@pytest.mark.parametrize(("question", "kind"), CASES)
def test_capitals_make_no_difference(question: str, kind: AnswerType) -> None:
    assert kind_of(question.upper()) is kind
    assert kind_of(question.lower()) is kind


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("When was it signed?", True),
        ("What is the governor paid?", True),
        ("When do treaties apply?", False),
        ("In what year did it end?", True),
        ("How many ships came?", True),
        ("How often do ships come?", True),
        ("And since when?", True),
        ("when?", True),
        ("When do ships come?", False),
        ("What is the population of Bhutan?", True),
        ("How much did it cost?", True),
        ("What does it set you back?", True),
        ("What share is lost?", True),
        ("How long did it last?", True),
        ("How long is the wall?", True),
        ("How long is it?", False),
        ("What did Ito say of the treaty?", True),
        ("How did Ito describe the treaty?", False),
        ("Who signed it?", True),
        ("Who was the minister of trade?", True),
        ("Who gets it?", False),
        ("How much are the reserves worth?", True),
        ("critical minerals", False),
    ],
)
def test_some_questions_are_answered_by_a_date_or_a_figure_alone(
    question: str, wanted: bool
) -> None:
    assert insists(question, kind_of(question)) is wanted


def test_every_kind_has_a_plain_case() -> None:
    assert set(PLAIN) == set(AnswerType)


def test_words_that_frame_a_question_are_those_of_a_kind() -> None:
    assert set(FRAMES) <= set(AnswerType)
    assert AnswerType.OTHER not in FRAMES


PLACES = {
    Breadth.ONE: [
        "When was it signed?",
        "Who signed it, or was it left unsigned by all?",
        "What source of water does the town have?",
        "Where does the report see ships?",
        "What did the ministers say to each other?",
        "",
    ],
    Breadth.SEVERAL: [
        "Which countries signed it?",
        "What are the reasons for the delay?",
        "What does the report recommend?",
        "What do I need to bring to the harbour?",
        "What should the new treaty contain?",
    ],
    Breadth.SIDES: [
        "How do the two ports differ?",
        "Norland vs Suderia",
        "Compare the fleets of Norland and Suderia",
        "What do both ports have?",
        "Is the fleet of Norland larger than that of Suderia?",
        "Did it begin in 1979 or in 1998?",
        "What came first: the pier or the railway?",
        "Norland and Suderia - how did each pay for its ships?",
    ],
    Breadth.SOURCES: [
        "Do the articles agree on the date?",
        "When was it signed according to each source?",
        "How many ships are there, and do both reports say so?",
        "What do the two studies expect?",
    ],
}


@pytest.mark.parametrize(
    ("question", "breadth"),
    [
        pytest.param(question, breadth, id=f"{breadth.name}: {question}")
        for breadth, questions in PLACES.items()
        for question in questions
    ],
)
def test_a_question_is_answered_from_one_place_or_from_several(
    question: str, breadth: Breadth
) -> None:
    assert breadth_of(question) is breadth
    assert breadth_of(question.upper()) is breadth


def test_only_comparisons_are_worded_with_glue() -> None:
    assert set(GLUE) == {Breadth.SIDES, Breadth.SOURCES}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Was he poor when he was old?", AnswerType.OTHER),
        ("but did somebody look after him when he was old?", AnswerType.OTHER),
        ("Is Ito the man who built it?", AnswerType.OTHER),
        ("Is it known when he died?", AnswerType.DATE),
        ("When was he born?", AnswerType.DATE),
    ],
)
def test_what_is_answered_by_yes_or_no_asks_for_no_date_or_person(
    text: str, kind: AnswerType
) -> None:
    assert kind_of(text) is kind
