"""Whether a sentence says what the asked thing is."""

import pytest

from index.analysis import Analyzer
from index.library import Library
from qa.answerer import Answerer
from qa.answers import Answer, Question
from qa.defining import IN_PASSING, SAID, TERMED, defined_thing, defines
from qa.questions import Asked, asked
from qa.views import view_of
from tests.asking import library_of
from tests.outcomes import article_of

ANALYZER = Analyzer()


def value(question: str, sentence: str) -> float:
    """What the sentence counts as a definition of what is asked for."""
    read = asked(Question(question), ANALYZER)
    assert isinstance(read, Asked)
    (passage,) = Library.of([article_of(sentence)]).passages
    (only,) = view_of(passage, ANALYZER).sentences
    return defines(defined_thing(read), only)


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        pytest.param("What is clinker?", "Clinker is the product of the kiln.", SAID, id="is the"),
        pytest.param("What is clinker?", "The clinker is cooled with air.", 0.0, id="passive"),
        pytest.param("What is clinker?", "There is less clinker now.", 0.0, id="elsewhere"),
        pytest.param("What is a super?", "Super: a box for honey.", SAID, id="glossary"),
        pytest.param(
            "What does decadence mean?", "Decadence means a falling away.", SAID, id="means"
        ),
        pytest.param(
            "What is the Kyoto Circle?",
            "The Kyoto Circle (KC) was a group of poets.",
            SAID,
            id="abbreviation between",
        ),
        pytest.param("What is a pilot?", "Such a guide is called a pilot.", TERMED, id="called so"),
        pytest.param(
            "What is the NCQ?",
            "The new quota is commonly abbreviated as “NCQ.”",
            TERMED,
            id="abbreviated as",
        ),
        pytest.param(
            "What is clinker?",
            "His idea is clinker, which will bind the sand.",
            IN_PASSING,
            id="which will",
        ),
        pytest.param("What is clinker?", "Clinker is essentially a stone.", SAID, id="essentially"),
        pytest.param(
            "What is clinker?", "The clinker means-tested plan failed.", 0.0, id="means-tested"
        ),
        pytest.param(
            "What is a pilot?", "Pilot | A guide of ships", SAID, id="a table's first cell"
        ),
        pytest.param(
            "What is a pilot?", 'A "pilot" means any guide of ships.', SAID, id="in quotation marks"
        ),
        pytest.param(
            "What is a pilot?",
            "In what follows, a “pilot” is any guide of ships.",
            SAID,
            id="in quotation marks, further on",
        ),
        pytest.param(
            "What does to pilot mean?", 'To "pilot" a ship means to guide it.', SAID, id="a verb"
        ),
        pytest.param(
            'What is the "pilot\'s shield"?',
            'This "pilot’s shield," as sailors call it, represents a change.',
            SAID,
            id="comma in quotation marks",
        ),
        pytest.param(
            "What kind of vessel is the Argo?", "The Argo is a ferry.", SAID, id="kind of thing"
        ),
        pytest.param(
            "What is meant by pilotage, in practice?",
            "They call this pilotage, a concept known as pilotage.",
            IN_PASSING,
            id="what stands beside the thing",
        ),
        pytest.param("What is a pilot?", '"Pilot"   shall mean any guide.', SAID, id="far apart"),
        pytest.param("What is a pilot?", "The pilot often says what he means.", 0.0, id="he means"),
        pytest.param("What is the TEU?", "They count in TEU, or boxes.", TERMED, id="or"),
        pytest.param("What is the TEU?", "A box, or TEU, is steel.", TERMED, id="or the other way"),
        pytest.param(
            "What is the TEU?", "The equal unit (TEU) is steel.", TERMED, id="in brackets"
        ),
        pytest.param(
            "Who is Hiroshi Ito?", "Hiroshi Ito, a senior fellow, agreed.", IN_PASSING, id="aside"
        ),
        pytest.param(
            "What is a pilot?",
            "In most ports a young pilot is a servant.",
            IN_PASSING,
            id="of some",
        ),
        pytest.param("When is a pilot on board?", "A pilot is a guide.", 0.0, id="asks when"),
        pytest.param(
            "What is the Kyoto Circle?", "Kyoto is a city.", 0.0, id="only a part of the name"
        ),
    ],
)
def test_what_a_sentence_counts_as_a_definition(
    question: str, sentence: str, expected: float
) -> None:
    assert value(question, sentence) == expected


def test_it_is_a_thing_that_the_sentence_above_names() -> None:
    text = "Many feared the blight. It is not a fungus but a mould. It spreads fast."
    (passage,) = Library.of([article_of(text)]).passages
    above, says, other = view_of(passage, ANALYZER).sentences
    thing = frozenset({"blight"})
    assert defines(thing, says, above) == IN_PASSING
    assert defines(thing, says) == 0.0
    assert defines(thing, other, says) == 0.0


def test_the_definition_is_quoted_before_other_sentences_with_the_word() -> None:
    texts = ("Less clinker is burnt.", "Clinker is what a kiln makes of lime and clay.")
    answer = Answerer(library_of(*texts)).answer(Question("What is clinker?"))
    assert isinstance(answer, Answer)
    assert answer.quotes[0].quote.text == texts[1]
