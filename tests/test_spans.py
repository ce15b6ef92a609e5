"""Spans guard themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.spans import Span, trimmed


@pytest.mark.parametrize(
    ("start", "end"), [(0, 0), (3, 2), (-1, 2)], ids=["empty", "reversed", "negative"]
)
def test_a_span_that_is_no_range_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="empty or reversed"):
        Span(start, end)


def test_a_span_knows_its_length_its_text_and_what_it_holds() -> None:
    span = Span(2, 5)
    assert len(span) == 3
    assert span.of("abcdefg") == "cde"
    assert span.shifted(-2) == Span(0, 3)
    assert span.holds(Span(3, 5))
    assert not span.holds(Span(1, 5))
    assert span.overlaps(Span(4, 9))
    assert not span.overlaps(Span(5, 9))
    assert sorted([Span(2, 4), Span(1, 9), Span(2, 3)])[0] == Span(1, 9)


@given(st.text(alphabet="ab \n\t\u00a0\u2028"))
def test_trimmed_text_is_what_strip_leaves(text: str) -> None:
    span = trimmed(text, 0, len(text))
    assert (span.of(text) if span else "") == text.strip()
