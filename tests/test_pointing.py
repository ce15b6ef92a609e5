"""Which questions lean on the ones before them, read off their words."""

import pytest

from index.analysis import Analyzer
from qa.answers import Question
from qa.pointing import Leaning, leaning
from qa.questions import Asked, asked

ANALYZER = Analyzer()


def leaning_of(text: str) -> Leaning:
    """Whether a question leans."""
    found = asked(Question(text), ANALYZER)
    assert isinstance(found, Asked)
    return leaning(found, ANALYZER)


@pytest.mark.parametrize(
    "text",
    [
        "Why?",
        "And India?",
        "And who signed it?",
        "and what is the capital?",
        "And what is it?",
        "What about the harbour of Norland?",
        "what if the suburbs are included",
        "When was that?",
        "in what year?",
        "What did he say about aid?",
        "What did Kishida say about it?",
        "What makes Tokyo reconsider it?",
        "who came after him?",
        "who goes away with her",
        "What is her view?",
        "Which areas are covered by it?",
        "how many stars are in its catalogue?",
        "What did those treaties say?",
        "How long was the ship there?",
        "and since then?",
        "Who was king by then?",
        "Which one is the largest?",
        "Which other states have one?",
        "What is the latter?",
        "how did Japan react?",
        "in dollars?",
        "And to the northern valleys?",
        "How will the two states respond?",
    ],
)
def test_a_word_that_points_out_of_the_question_leans(text: str) -> None:
    assert leaning_of(text) is Leaning.YES


@pytest.mark.parametrize(
    "text",
    [
        "Which companies build the radar systems for Vietnam?",
        "Does Norland have one of the largest harbours?",
        "How much did Japanese exports to India reach in 2025?",
        "Where does Bhutan lie between China and India?",
        "How heavy is the radar that Bhutan got?",
        "Who thinks that Japan cannot be safe in its region unless Bhutan is stable?",
        "Why did Denmark abolish its tax on drinks?",
        "Why does a small kingdom worry about its own survival?",
        "Where was Amundsen when he announced his success?",
        "How many dogs did Amundsen have when they were counted?",
        "Which stone gave Smeaton the mortar he was looking for?",
        "What does it cost taxpayers to shuttle the members to Alsace?",
        "How cold was it on the first march of Amundsen?",
        "Who chairs the Paris Club these days?",
        "How many root servers are there in the world?",
        "Why was there friction between Japan and India?",
        "How many people worked in Panama then and later?",
        "How do the fees compare with those of the Panama Canal?",
        "Which nations does the critique of Japan look at one by one?",
        "Which former president signed the treaty of Norland?",
        "Who is Kenji Tanaka?",
        "and who is Kishida?",
        "What does Agarwal say?",
        "How did Japan react to the treaty?",
        "In which year did Bhutan join?",
        "Which technology do Japan and India share, and when did that begin?",
        "I read about a freighter that got stuck in Egypt, how long was it there?",
        "My boss says that smallpox is gone, but is there really none of it left?",
    ],
)
def test_a_question_that_says_what_it_is_about_does_not_lean(text: str) -> None:
    assert leaning_of(text) is Leaning.NO


@pytest.mark.parametrize(
    "text",
    [
        "radar upgrade",
        "What was the outcome?",
        "Why do the neighbours of Japan distrust it?",
        "What areas are covered?",
        "Where did they run the study that compared the new nets with ordinary ones?",
    ],
)
def test_words_alone_do_not_tell_where_little_is_said_or_much_beside_a_pronoun(text: str) -> None:
    assert leaning_of(text) is Leaning.PERHAPS
