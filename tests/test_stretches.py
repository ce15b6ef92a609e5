"""Which sentences about one are quoted with it."""

import pytest

from index.analysis import Analyzer
from qa.stretches import LONGEST_QUOTE, USUAL_QUOTE, likeliest
from qa.views import PassageView, view_of
from tests.asking import library_of

SHORT = "It rains. It snows. It thaws. It dries."


def seen(text: str) -> PassageView:
    """The view of an article's one passage."""
    (passage,) = library_of(text).passages
    return view_of(passage, Analyzer())


@pytest.mark.parametrize(
    ("chances", "stretch"),
    [
        ((0.0, 1.0, 0.0, 0.0), (1, 1)),
        ((0.0, 0.5, 0.4, 0.0), (1, 2)),
        ((0.3, 0.5, 0.2, 0.0), (0, 2)),
        ((0.1, 0.5, 0.2, 0.2), (1, 3)),
    ],
)
def test_as_many_sentences_are_quoted_as_may_hold_the_answer(
    chances: tuple[float, ...], stretch: tuple[int, int]
) -> None:
    assert likeliest(seen(SHORT), chances, 1, 1)[1] == stretch


def test_what_must_be_quoted_is_in_the_stretch() -> None:
    assert likeliest(seen(SHORT), (0.9, 0.1, 0.0, 0.0), 1, 2)[1] == (0, 2)
    assert likeliest(seen(SHORT), (0.9, 0.0, 0.0, 0.1), 2, 3)[1] == (2, 3)


def test_two_sentences_that_may_answer_are_worth_more_than_one_that_is_a_little_likelier() -> None:
    view = seen(SHORT)
    pair, _ = likeliest(view, (0.0, 0.3, 0.3, 0.0), 1, 1)
    single, _ = likeliest(view, (0.4, 0.0, 0.0, 0.0), 0, 0)
    assert pair > single


def test_what_makes_a_quote_long_must_be_likelier() -> None:
    words = "rice " * (USUAL_QUOTE // 5)
    view = seen(f"It rains. It sells {words}today.")
    assert likeliest(view, (0.9, 0.01), 0, 0)[1] == (0, 0)
    assert likeliest(view, (0.6, 0.4), 0, 0)[1] == (0, 1)


def test_no_stretch_is_longer_than_the_longest_quote_but_for_one_sentence() -> None:
    words = "rice " * (LONGEST_QUOTE // 5)
    view = seen(f"It sells {words}today. It rains.")
    assert likeliest(view, (0.5, 0.5), 0, 0)[1] == (0, 0)
