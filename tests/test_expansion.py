"""What else the words of a question may be called: learned from the articles, or kept in the
thesaurus.

The thesaurus is tuned; these tests hold what is done with it, by entries that no tuning removes.
"""

import pytest

from bench.thesaurus import PLACE, SAME
from index.abbreviations import abbreviations, unexplained
from index.analysis import Analyzer
from qa.answers import Question
from qa.expansion import LEARNED, Expander
from qa.questions import NEAR, Asked, asked
from tests.asking import library_of

ANALYZER = Analyzer()
FOIC = "Japan promotes a Free and Open Inland Coast (FOIC). The plan is old."


class Holding:
    """Articles that hold every stem, or only these; and none of them beside another."""

    def __init__(self, stems: frozenset[str] | None = None) -> None:
        self._stems = stems

    def frequency(self, stem: str) -> int:
        return int(self._stems is None or stem in self._stems)

    def holds_word(self, word: str) -> bool:
        return False

    def are_neighbours(self, first: str, second: str) -> bool:
        return False


EVERYTHING = Holding()


def others(question: str, *texts: str, held: Holding = EVERYTHING) -> dict[str, dict[str, float]]:
    """For each word of the question that has alternatives: their stems and weights."""
    read = asked(Question(question), ANALYZER)
    assert isinstance(read, Asked)
    widened = Expander(ANALYZER, library_of(*texts).explained, held).expanded(read)
    assert [w.stem for w in widened] == [w.stem for w in read.wanted]
    return {
        w.word: {" ".join(other.stems): other.weight for other in w.alternatives}
        for w in widened
        if w.alternatives
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            FOIC, [("FOIC", "Free and Open Inland Coast")], id="a small word with a letter left out"
        ),
        pytest.param("the United Nations (UN)", [("UN", "United Nations")], id="two letters"),
        pytest.param(
            "the Department of Foreign Affairs (DFA)",
            [("DFA", "Department of Foreign Affairs")],
            id="a small word without a letter",
        ),
        pytest.param(
            "its Official Development Assistance (ODA) and the World Bank (WB)",
            [("ODA", "Official Development Assistance"), ("WB", "World Bank")],
            id="two in a text",
        ),
        pytest.param(
            "memorandums of understanding (MOUs)",
            [("MOUs", "memorandums of understanding")],
            id="plural, every letter used",
        ),
        pytest.param(
            "exclusive economic zones (EEZs)", [("EEZs", "exclusive economic zones")], id="plural"
        ),
        pytest.param("the U.S.-Japan pact (PACT)", [], id="initials that do not match"),
        pytest.param("he left (Tokyo)", [], id="no capitals inside"),
        pytest.param("a thing (A)", [], id="one letter"),
        pytest.param("(UN)", [], id="nothing before"),
        pytest.param("Nations (UN)", [], id="too few words before"),
        pytest.param("United Nations(UN", [], id="an open bracket"),
        pytest.param("", [], id="empty"),
    ],
)
def test_abbreviations_are_learned_where_they_are_explained(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert list(abbreviations([text])) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ["The Inland Coast Board met.", "The ICB said no.", "ICB members left."],
            [("ICB", "Inland Coast Board")],
        ),
        (
            ["The Board of Trade and Crafts met.", "BTC, BTC!"],
            [("BTC", "Board of Trade and Crafts")],
        ),
        (["The Inland Coast Board met.", "The ICB said no."], []),  # used once
        (["The Inland Coast Board and Ice Cream Bars.", "ICB and ICB"], []),  # which one?
        (["Greg Wilson came.", "GW and GW", "GW: GW left."], [("GW", "Greg Wilson")]),
        (["Gold and Wine came.", "GW and GW", "GW: GW left."], []),  # small words between
        (["Fine Art Trade fell.", "FAT and FAT"], []),  # a word
        (["The inland coast board met.", "ICB and ICB"], []),
    ],
    ids=[
        "initials",
        "small words",
        "once",
        "two names",
        "a person",
        "two things",
        "a word",
        "no name",
    ],
)
def test_abbreviations_are_told_by_the_only_name_with_their_initials(
    texts: list[str], expected: list[tuple[str, str]]
) -> None:
    assert list(unexplained(texts)) == expected


def test_a_learned_abbreviation_stands_for_its_words_fully() -> None:
    assert others("What is FOIC?", FOIC)["foic"] == {"free open inland coast": LEARNED}


def test_and_the_words_stand_for_the_abbreviation() -> None:
    found = others("Who wants a free and open Inland Coast?", FOIC)
    weights = {word: those["foic"] for word, those in found.items() if "foic" in those}
    assert weights == dict.fromkeys(("free", "open", "inland", "coast"), LEARNED)


@pytest.mark.parametrize("question", ["Is the coast free?", "open and free Inland Coast"])
def test_a_phrase_must_be_asked_for_whole_and_in_order(question: str) -> None:
    assert all("foic" not in alternatives for alternatives in others(question, FOIC).values())


def test_nothing_is_learned_from_other_articles() -> None:
    assert others("What is FOIC?", "The plan is old.") == {}


@pytest.mark.parametrize(
    ("question", "word", "other", "weight"),
    [
        pytest.param("Where is the United States?", "united", "us", SAME, id="phrase to word"),
        pytest.param(
            "Where is the United States?", "states", "us", SAME, id="each word of a phrase"
        ),
        pytest.param("Where is the U.S.?", "us", "unit state", SAME, id="word to phrase"),
        pytest.param("What did Tokyo want?", "tokyo", "japan", PLACE, id="capital to country"),
        pytest.param("What did Japan want?", "japan", "tokyo", PLACE, id="country to capital"),
        pytest.param("Which British ships?", "british", "britain", SAME, id="people to country"),
        pytest.param("Which American ships?", "american", "us", SAME, id="people to short name"),
        pytest.param("Which Himalayan paths?", "himalayan", "himalaya", SAME, id="adjective"),
    ],
)
def test_kept_equivalents_work_both_ways(
    question: str, word: str, other: str, weight: float
) -> None:
    assert others(question)[word][other] == weight


def test_the_most_trusted_alternatives_come_first_and_none_is_the_word_itself() -> None:
    read = asked(Question("What did Japan want?"), ANALYZER)
    assert isinstance(read, Asked)
    for wanted in Expander(ANALYZER, library_of().explained, EVERYTHING).expanded(read):
        weights = [other.weight for other in wanted.alternatives]
        assert weights == sorted(weights, reverse=True)
        assert all(0 < weight <= 1 for weight in weights)
        assert (wanted.stem,) not in [other.stems for other in wanted.alternatives]


def test_what_no_article_holds_stands_for_nothing() -> None:
    held = frozenset({"lorri", "tram"})
    found = others("Which vehicle came?", held=Holding(held))
    assert found["vehicle"].keys() == held


@pytest.mark.parametrize("decade", ["1980s", "eighties"])
def test_a_decade_holds_its_years(decade: str) -> None:
    (found,) = (
        given for word, given in others(f"Who led in the {decade}?").items() if word == decade
    )
    assert {f"198{i}" for i in range(10)} <= found.keys()
    assert "1990" not in found


def test_what_is_near_a_name_does_not_stand_for_it() -> None:
    assert any(weight <= NEAR for weight in others("Which orchestra?")["orchestra"].values())
    found = others("Is it Norway?")["norway"]
    assert found["norwegian"] == SAME
    assert all(weight > NEAR for weight in found.values())


@pytest.mark.parametrize(
    ("question", "stands"),
    [
        ("Which Quad countries fly drones?", True),
        ("What did the Quad decide?", False),
        ("Is Bhutan a member of the Quad?", False),
    ],
)
def test_a_member_stands_for_the_members_of_its_group_and_not_for_the_group(
    question: str, stands: bool
) -> None:
    """What India does, the Quad need not do."""
    assert ("india" in others(question).get("quad", {})) is stands


def test_words_of_the_tables_and_of_abbreviations_are_real_words() -> None:
    expander = Expander(ANALYZER, library_of().explained, EVERYTHING)
    assert all(map(expander.is_word, ("us", "japan")))
    assert not expander.is_word("foic")


@pytest.mark.parametrize(
    ("question", "word", "meant", "not_meant"),
    [
        ("When was the ferry set up?", "set", "establish", "context"),
        ("Why was the vote put off?", "put", "postpon", "toler"),
        ("Who turned it down?", "turned", "reject", "rotat"),
        ("Who looks after the boats?", "looks", "care", "appear"),
    ],
)
def test_a_verb_with_a_particle_is_another_verb(
    question: str, word: str, meant: str, not_meant: str
) -> None:
    found = others(question)[word]
    assert meant in found
    assert not_meant not in found


def test_a_verb_with_a_particle_stands_for_another_in_an_article() -> None:
    assert "wipe out" in others("When was smallpox eradicated?")["eradicated"]


@pytest.mark.parametrize("word", ["four", "ninth", "Tuesday"])
def test_a_number_is_no_other_number(word: str) -> None:
    nearest = others(f"which talks were the {word.lower()}?").get(word.lower(), {})
    assert all(weight > NEAR for weight in nearest.values())
