"""From text to tokens: what is one word, how it is folded and stemmed, where it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.analysis import LONGEST_TOKEN, STOP_WORDS, Analyzer, fold

ANALYZER = Analyzer()


def words(text: str) -> list[str]:
    return [token.word for token in ANALYZER.tokens(text)]


def stems(text: str) -> list[str]:
    return [token.stem for token in ANALYZER.tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="empty"),
        pytest.param(" \n\t…—“”!?", [], id="no word"),
        pytest.param("Japan signed it.", ["japan", "signed", "it"], id="plain"),
        pytest.param(
            "the U.S. Navy, e.g. ships", ["the", "us", "navy", "eg", "ships"], id="acronyms"
        ),
        pytest.param(
            "the WHO’s IT, W.H.O. or it", ["the", "WHO", "IT", "WHO", "or", "it"], id="names"
        ),
        pytest.param("1.8 1,000 10:30 3.12.1", ["1.8", "1000", "10:30", "3.12.1"], id="numbers"),
        pytest.param("F-16 Indo-Pacific", ["f", "16", "indo", "pacific"], id="hyphens"),
        pytest.param("Japan’s Modi's don't", ["japan", "modi", "don't"], id="apostrophes"),
        pytest.param("states’ 'states'", ["states", "states"], id="apostrophes at the borders"),
        pytest.param(
            "Café naïve Łódź Ångström", ["cafe", "naive", "łodz", "angstrom"], id="accents"
        ),
        pytest.param("Cafe\u0301", ["cafe"], id="combining accent"),
        pytest.param("STRASSE Straße ﬁne", ["strasse", "strasse", "fine"], id="case folding"),
        pytest.param("İstanbul", ["istanbul"], id="a letter that lower case makes longer"),
        pytest.param("snake_case _private", ["snake_case", "private"], id="underscores"),
        pytest.param("a\u200bb\u00adc", ["a", "b", "c"], id="invisible characters"),
        pytest.param(
            "an exam-\nple of eco-\n  nomic", ["an", "example", "of", "economic"], id="broken words"
        ),
        pytest.param("a govern-\nment’s", ["a", "government"], id="a broken possessive"),
        pytest.param("coop\u00aderation", ["cooperation"], id="a soft hyphen"),
        pytest.param(
            "a well-\nknown Indo-\nPacific",
            ["a", "well", "known", "indo", "pacific"],
            id="hyphens of their own at a line's end",
        ),
        pytest.param("日本 Токио", ["日本", "токио"], id="other scripts"),
        pytest.param("a@example.com", ["a", "example", "com"], id="e-mail"),
    ],
)
def test_words_are_found_and_folded(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "family",
    [
        "sign signs signed signing",
        "agreement agreements",
        "country countries country’s",
        "Cooperate cooperation COOPERATING",
        "US U.S. us",
        "go went gone",
        "NGO NGOs NGO’s NGOs’",
        "CFC CFCs",
    ],
)
def test_forms_of_a_word_share_a_stem(family: str) -> None:
    assert len(set(stems(family))) == 1


@pytest.mark.parametrize("pair", ["Japan Jordan", "1.8 18", "sign sight", "10:30 1030"])
def test_other_words_do_not(pair: str) -> None:
    assert len(set(stems(pair))) == 2


def test_content_words_leave_out_stop_words_in_any_spelling() -> None:
    text = "The minister DOESN’T say what’s in the treaty, but won't sign"
    assert [token.word for token in ANALYZER.content(text)] == ["minister", "say", "treaty", "sign"]


def test_a_run_of_letters_that_is_no_word_is_dropped() -> None:
    longest = "a" * LONGEST_TOKEN
    assert words(f"{longest} {longest}a end") == [longest, "end"]


def test_stop_words_are_written_as_words_are_folded() -> None:
    """Otherwise they would never be met."""
    assert {fold(word) for word in STOP_WORDS} == STOP_WORDS


def test_content_words_are_the_tokens_without_stop_words() -> None:
    text = "The govern-\nment’s well-\nknown exam-\nples, and Kyoto’s"
    tokens = [(t.word, t.stem) for t in ANALYZER.tokens(text) if not t.is_stop]
    assert [tuple(word) for word in ANALYZER.content(text)] == tokens


def test_a_broken_word_is_marked_whole() -> None:
    text = "an exam-\nple of it"
    assert [t.span.of(text) for t in ANALYZER.tokens(text)] == ["an", "exam-\nple", "of", "it"]


def test_analysis_does_not_depend_on_what_was_read_before() -> None:
    text = "Café signed Straße U.S."
    assert Analyzer().tokens(text) == ANALYZER.tokens(text)


@settings(deadline=None)
@given(st.text() | st.text(alphabet="aÀİß.’'_0,:-\u0301 \u0130ﬁ\ud800"))
def test_a_token_is_the_normal_form_of_its_span(text: str) -> None:
    end = 0
    for token in ANALYZER.tokens(text):
        assert end <= token.start < token.end <= len(text)
        (alone,) = ANALYZER.tokens(token.span.of(text))
        assert (alone.word, alone.stem) == (token.word, token.stem)
        assert token.word
        assert token.stem
        end = token.end


@settings(deadline=None)
@given(st.from_regex(r"[^\W_]{1,20}", fullmatch=True))
def test_folding_a_folded_word_changes_nothing(word: str) -> None:
    assert fold(fold(word) or "x") == (fold(word) or "x")
