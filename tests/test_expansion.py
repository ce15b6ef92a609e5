"""What else the words of a question may be called: learned from the articles, or kept in tables.

The tables are tuned; these tests hold what is done with them, by entries that no tuning removes.
"""

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from index.abbreviations import abbreviations
from index.analysis import Analyzer
from qa.answers import Question
from qa.expansion import LEARNED, MOST_NEAR, Expander
from qa.questions import NEAR, Asked, asked
from qa.thesaurus import FOLDER, KIND, PLACE, SAME, WHOLE, Thesaurus
from tests.asking import library_of

ANALYZER = Analyzer()
FOIP = "Japan promotes a Free and Open Indo-Pacific (FOIP). The plan is old."


def everywhere(stem: str) -> int:
    """The frequency of a stem in articles that hold every word once."""
    return 1


def others(
    question: str, *texts: str, frequency: Callable[[str], int] = everywhere
) -> dict[str, dict[str, float]]:
    """For each word of the question that has alternatives: their stems and weights."""
    read = asked(Question(question), ANALYZER)
    assert isinstance(read, Asked)
    widened = Expander(ANALYZER, library_of(*texts).explained, frequency).expanded(read.wanted)
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
            FOIP, [("FOIP", "Free and Open Indo-Pacific")], id="a small word with a letter left out"
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


def test_a_learned_abbreviation_stands_for_its_words_fully() -> None:
    assert others("What is FOIP?", FOIP)["foip"] == {"free open indo pacif": LEARNED}


def test_and_the_words_stand_for_the_abbreviation() -> None:
    found = others("Who wants a free and open Indo-Pacific?", FOIP)
    weights = {word: those["foip"] for word, those in found.items() if "foip" in those}
    assert weights == dict.fromkeys(("free", "open", "indo", "pacific"), LEARNED)


@pytest.mark.parametrize("question", ["Is the Pacific free?", "an open and free Indo-Pacific"])
def test_a_phrase_must_be_asked_for_whole_and_in_order(question: str) -> None:
    assert all("foip" not in alternatives for alternatives in others(question, FOIP).values())


def test_nothing_is_learned_from_other_articles() -> None:
    assert others("What is FOIP?", "The plan is old.") == {}


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
    for wanted in Expander(ANALYZER, library_of().explained, everywhere).expanded(read.wanted):
        weights = [other.weight for other in wanted.alternatives]
        assert weights == sorted(weights, reverse=True)
        assert all(0 < weight <= 1 for weight in weights)
        assert (wanted.stem,) not in [other.stems for other in wanted.alternatives]


def test_a_kind_counts_more_for_what_it_is_one_of_than_the_other_way_round() -> None:
    assert others("Which vehicle came?")["vehicle"]["lorri"] == KIND
    assert others("Which lorry came?")["lorry"]["vehicl"] == WHOLE


def test_of_things_of_one_kind_none_stands_for_another() -> None:
    assert "trumpet" not in others("Who plays the violin?")["violin"]


def test_what_no_article_holds_stands_for_nothing() -> None:
    held = {"lorri", "tram"}
    found = others("Which vehicle came?", frequency=lambda stem: stem in held)
    assert found["vehicle"].keys() == held


def test_only_some_near_synonyms_are_kept_and_every_trusted_one() -> None:
    found = others("Which vehicle came from the United States?")
    assert sum(weight <= NEAR for weight in found["vehicle"].values()) == MOST_NEAR
    assert found["states"].keys() >= {"us", "usa"}


def test_the_same_word_has_the_same_others_in_every_process() -> None:
    """Of many, the first few are kept: their order must not hang on how sets are ordered."""
    script = (
        "from index.analysis import Analyzer; from qa.thesaurus import Thesaurus;"
        "print([list(Thesaurus(Analyzer()).others((w,))) for w in ('buy', 'begin', 'fall', 'rise')])"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=FOLDER.parents[1],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(runs) == 1


LINES = [
    pytest.param(line, id=f"{path.stem} {number}")
    for path in sorted(FOLDER.glob("*.txt"))
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    if number % 40 == 1
]


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_the_tables_is_found_by_its_own_words(line: str) -> None:
    """Short words end otherwise than their stems: "army" is looked for as "armi"."""
    thesaurus = Thesaurus(ANALYZER)
    parts = [
        [tuple(word.stem for word in ANALYZER.content(phrase)) for phrase in re.split("[,;]", part)]
        for part in re.split("[>:]", line)
    ]
    for asked_for in filter(None, parts[0]):
        written = {phrase for phrase in parts[-1] if phrase} - {asked_for}
        assert thesaurus.others(asked_for).keys() >= written


_PHRASE = r"(?:[a-z0-9'&]+ ?){1,8}(?<! )"
_WELL_FORMED = re.compile(
    rf"{_PHRASE}(?:, {_PHRASE})+|{_PHRASE} > {_PHRASE}(?:, {_PHRASE})*"
    rf"|{_PHRASE}: (?:{_PHRASE}(?:, {_PHRASE})*)?(?:; {_PHRASE}(?:, {_PHRASE})*)?"
)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_the_tables_are_plain_lines_each_said_once(path: Path) -> None:
    lines = path.read_text(encoding="ascii").splitlines()
    assert [line for line in lines if not _WELL_FORMED.fullmatch(line)] == []
    assert [line for line, times in Counter(lines).items() if times > 1] == []
    for line in lines:
        words = re.split(" ?[,>:;] ?", line)
        assert len(set(words)) == len(words) or ":" in line, line


def test_words_of_the_tables_and_of_abbreviations_are_real_words() -> None:
    expander = Expander(ANALYZER, library_of().explained, everywhere)
    assert all(map(expander.is_word, ("us", "japan")))
    assert not expander.is_word("foip")
