"""Lines looked up by bisection, and the list of English words, which is looked up so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.dictionary import english_frequency, is_english
from index.sorted_lines import value_in

KEYS = st.sets(st.text(alphabet="abé 'z", min_size=1), max_size=30)


@given(KEYS, KEYS)
def test_each_key_has_its_value_and_no_other_key_has_one(there: set[str], asked: set[str]) -> None:
    values = {key.encode(): str(i).encode() for i, key in enumerate(there)}
    lines = b"".join(b"%s\t%s\n" % (key, values[key]) for key in sorted(values))
    for key in map(str.encode, there | asked):
        assert value_in(b"# a heading\n" + lines, key, b"\t") == values.get(key, b"")


@pytest.mark.parametrize("lines", [b"", b"# a heading\n"])
def test_nothing_stands_in_no_lines(lines: bytes) -> None:
    assert value_in(lines, b"a", b"\t") == b""


@pytest.mark.parametrize("word", ["a", "ship", "ships", "zoo", "however"])
def test_words_are_english(word: str) -> None:
    assert is_english(word)


@pytest.mark.parametrize("word", ["", "shiip", "zzzzzz", '"', "ship\n"])
def test_what_is_no_word_is_not(word: str) -> None:
    assert not is_english(word)


def test_small_words_are_more_frequent_than_names() -> None:
    assert english_frequency("however") > english_frequency("japan") > english_frequency("shiip")
