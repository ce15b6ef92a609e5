"""How a question is taken: continued, spelt and widened with the articles in mind, and said so."""

import pytest

from qa.answerer import Answerer
from qa.answers import NoteCode, Question, Reason, ReasonCode
from qa.typed import AnswerType
from qa.understanding import Understood
from tests.asking import answer, library_of, refusal

TREATY = """\
# The treaty

The treaty between Japan and Bhutan was signed in Thimphu. It covers defense and rice.

Bhutan exports cardamom. The Asian Development Bank (ADB) lends money.
"""


def taken(text: str, *history: str) -> Understood:
    """How a question is taken that can be searched for."""
    looked = Answerer(library_of(TREATY)).look(Question(text, history))
    assert not isinstance(looked, Reason)
    return looked.understood


def notes(understood: Understood, code: NoteCode) -> list[str]:
    """What is said of a kind."""
    return [note.text for note in understood.notes if note.code is code]


def test_a_misspelt_word_is_searched_as_the_articles_spell_it_and_that_is_said() -> None:
    found = taken("What does Bhuttan export?")
    (note,) = notes(found, NoteCode.SPELLING)
    assert "bhutan" in note
    assert "Bhuttan" in note
    assert "bhutan" in {wanted.word for wanted in found.asked.wanted}
    assert found.unknown == ()


def test_a_misspelt_everyday_word_that_no_article_uses_is_put_right_too() -> None:
    found = taken("How much mony does Bhutan make?")
    (note,) = notes(found, NoteCode.SPELLING)
    assert "“money” instead of “mony”" in note
    assert "mony" not in {wanted.word for wanted in found.asked.wanted}


@pytest.mark.parametrize("text", ["What does Bhutan export?", "Who exports cardamom?"])
def test_words_of_the_articles_are_left_as_they_are(text: str) -> None:
    assert notes(taken(text), NoteCode.SPELLING) == []


def test_a_real_word_is_not_taken_for_a_slip_of_another() -> None:
    answerer = Answerer(library_of("# The ship\n\nThe ship was sold. Its carvings were kept.\n"))
    for text, slips in (("Was the ship solid?", 0), ("Was the ship sodl?", 1)):
        looked = answerer.look(Question(text))
        assert not isinstance(looked, Reason)
        assert len(notes(looked.understood, NoteCode.SPELLING)) == slips, text


@pytest.mark.parametrize(
    ("typed", "read", "kind"),
    [
        ("wen was the treaty signed", "when", AnswerType.DATE),
        ("Wich state exports cardamom?", "which", AnswerType.OTHER),
        ("hwo mutch rice does Bhutan export", "how", AnswerType.NUMBER),
    ],
)
def test_a_little_word_is_put_right_for_it_tells_what_is_asked(
    typed: str, read: str, kind: AnswerType
) -> None:
    found = taken(typed)
    assert found.asked.kind is kind
    assert any(f"as “{read}”" in note for note in notes(found, NoteCode.SPELLING))
    assert typed.split(maxsplit=1)[0] not in {wanted.surface for wanted in found.asked.wanted}


@pytest.mark.parametrize("text", ["Who won the treaty?", "Did Wen export rice?"])
def test_a_word_is_not_taken_for_a_little_one(text: str) -> None:
    assert notes(taken(text), NoteCode.SPELLING) == []


HEALTH = """\
# Malaria

The World Health Organization (WHO) recommended a second vaccine in 2023. It was cheaper.

The WHO says that nets save lives. The head of IT disagrees.
"""


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("What is the WHO?", "The World Health Organization (WHO)"),
        ("What does WHO stand for?", "The World Health Organization (WHO)"),
        ("What does the WHO say about nets?", "nets save lives"),
        ("What did the World Health Organization say about nets?", "nets save lives"),
        ("Who is head of IT?", "The head of IT disagrees"),
        ("WHO RECOMMENDED A VACCINE?", "recommended a second vaccine"),
    ],
)
def test_a_little_word_in_capitals_is_a_name(text: str, quoted: str) -> None:
    assert quoted in answer(library_of(HEALTH), text).quotes[0].quote.text


@pytest.mark.parametrize("text", ["WHO signed the treaty?", "WHO SIGNED THE TREATY?"])
def test_capitals_may_only_shout(text: str) -> None:
    found = taken(text)
    assert found.asked.kind is AnswerType.PERSON
    assert [wanted.word for wanted in found.asked.wanted] == ["signed", "treaty"]


def test_a_name_in_capitals_that_no_article_has_is_said_to_be_unknown() -> None:
    assert "“WHO”" in refusal(library_of(TREATY), "What did the WHO say about rice?").reason.text


def test_a_word_that_only_frames_a_question_hardly_counts_if_no_article_has_it() -> None:
    bank, stand = taken("What does ADB stand for?").asked.wanted
    assert stand.weight < 0.2 < bank.weight


def test_a_word_of_no_article_is_unknown() -> None:
    found = taken("Does Bhutan export xylophones?")
    assert [wanted.surface for wanted in found.unknown] == ["xylophones"]


def test_another_spelling_of_a_word_is_not_unknown() -> None:
    assert taken("Does the treaty cover defence?").unknown == ()


@pytest.mark.parametrize(
    "text", ["What does the Asian Development Bank lend?", "What does the ADB lend?"]
)
def test_an_abbreviation_of_the_articles_and_its_words_are_one(text: str) -> None:
    assert taken(text).unknown == ()


def test_what_no_article_has_is_not_given_by_the_conversation() -> None:
    """Where the question before found only the nearest passage, that passage answered nothing."""
    ships = "# Ships\n\nEsteria built ships. Norland sold two ships to Kessel.\n"
    before = "How many zeppelins did Norland rent to Esteria?"
    library = library_of(ships, "# Rice\n\nKessel buys rice from Norland.\n")
    found = refusal(library, "and to Kessel?", before)
    assert [note.text for note in found.notes] == ["taken as: … many zeppelins Norland rent …"]


def test_what_a_follow_up_took_over_is_said() -> None:
    found = taken("And where?", "When was the treaty signed?")
    (note,) = notes(found, NoteCode.FOLLOW_UP)
    assert "treaty" in note
    assert "signed" in note


def test_a_follow_up_reaches_back_over_another() -> None:
    found = taken("Why?", "When was the treaty signed?", "And where?")
    (note,) = notes(found, NoteCode.FOLLOW_UP)
    assert "treaty" in note


def test_a_new_topic_drops_the_old_one() -> None:
    found = taken("How much cardamom does Bhutan export to Bangladesh?", "Who signed the treaty?")
    assert notes(found, NoteCode.FOLLOW_UP) == []
    assert "treaty" not in {wanted.word for wanted in found.asked.wanted}


@pytest.mark.parametrize(
    "text", ["cardamom exports", "Asian Development Bank", "Taiwan", "what is ADB"]
)
def test_few_words_that_answer_or_are_strange_by_themselves_are_taken_by_themselves(
    text: str,
) -> None:
    found = taken(text, "When was the treaty with Bhutan signed?")
    assert notes(found, NoteCode.FOLLOW_UP) == []
    assert found.before is None


def test_few_words_that_answer_better_with_the_question_before_are_a_follow_up() -> None:
    found = taken("rice and defense", "What does Bhutan export?")
    assert len(notes(found, NoteCode.FOLLOW_UP)) == 1


def test_a_question_that_says_too_little_leans_on_the_one_before() -> None:
    found = taken("who pays?", "When was the treaty with Bhutan signed?")
    assert notes(found, NoteCode.FOLLOW_UP) == ["taken as: … treaty Bhutan signed …"]


@pytest.mark.parametrize("between", ["who said so?", "blorptious details", "thanks!", "why?"])
def test_what_tells_nothing_leaves_the_talk_where_it_was(between: str) -> None:
    found = taken("And where?", "When was the treaty with Bhutan signed?", between)
    (note,) = notes(found, NoteCode.FOLLOW_UP)
    assert all(word in note for word in ("treaty", "Bhutan", "signed"))
    assert "details" not in note


def test_each_name_of_a_row_of_follow_ups_takes_the_place_of_the_one_before() -> None:
    found = taken("and rice?", "What does the treaty say of Japan?", "and Bhutan?", "and Thimphu?")
    words = {wanted.word for wanted in found.asked.wanted}
    assert "bhutan" not in words


def test_filters_of_an_earlier_question_are_no_words_of_it() -> None:
    found = taken("And where?", "When was the treaty signed? -china author:smith before:2027")
    (note,) = notes(found, NoteCode.FOLLOW_UP)
    assert note == "taken as: … treaty signed …"


def test_without_a_question_before_nothing_is_taken_over() -> None:
    assert notes(taken("And the treaty?"), NoteCode.FOLLOW_UP) == []


@pytest.mark.parametrize("text", ["why?", "what is it?", "and when was that?", "who are they"])
def test_only_words_that_every_article_uses_are_no_question(text: str) -> None:
    looked = Answerer(library_of(TREATY)).look(Question(text))
    assert isinstance(looked, Reason)
    assert looked.code is ReasonCode.NO_CONTENT_WORDS


@pytest.mark.parametrize("before", ["", "?!", "why?", "x" * 5_000], ids=["", "?!", "why", "long"])
def test_an_earlier_question_that_cannot_be_read_does_no_harm(before: str) -> None:
    assert taken("When was the treaty signed?", before).asked.wanted


RELATIONS = """\
# {0}

{0} and Norland established relations in {1}. They remained limited for a long time after that.
"""


def test_a_name_that_takes_the_place_of_another_may_stand_in_another_article() -> None:
    """There the words that are taken over are no longer given: "established" is quoted anew."""
    library = library_of(RELATIONS.format("Esteria", 1971), RELATIONS.format("Suderia", 1979))
    before = "When did Norland and Esteria establish relations?"
    assert "1971" in answer(library, before).quotes[0].quote.text
    assert "1979" in answer(library, "and Suderia?", before).quotes[0].quote.text


def test_two_words_of_any_article_lean_on_the_question_before() -> None:
    found = taken("Who takes part?", "What is the treaty of Bhutan?")
    assert found.before is not None
    assert taken("Who takes part?").before is None
    assert taken("Does it go on?", "What is the treaty of Bhutan?").before is not None
    assert taken("The result?", "What is the treaty of Bhutan?").before is not None
    assert taken("What was the result?", "What is the treaty of Bhutan?").before is not None
    assert taken("What is money?", "What is the treaty of Bhutan?").before is None
    assert taken("What is rice?", "What is the treaty of Bhutan?").before is None


def test_a_single_word_that_is_taken_over_is_enough() -> None:
    """It counts no more than a common word does, but is none."""
    library = library_of("Clinker is hard because it was burnt. The kiln is hot.")
    assert "burnt" in answer(library, "why?", "what is clinker").quotes[0].quote.text
    assert "quartz" in refusal(library, "who has a kiln for it?", "what is quartz").reason.text


def test_what_a_follow_up_asked_of_its_topic_is_no_part_of_the_topic() -> None:
    history = ("What is the treaty of Bhutan?", "What does it cover?")
    found = taken("When was it signed?", *history)
    assert {w.surface for w in found.asked.wanted} == {"signed", "treaty", "Bhutan"}
    found = taken("By whom?", *history)
    assert {w.surface for w in found.asked.wanted} == {"cover", "treaty", "Bhutan"}
