"""Passages as ranking looks at them: sentences, and where the words stand in them."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.analysis import Analyzer
from index.articles import BlockKind
from index.library import Library
from index.passages import Passage
from index.spans import Span
from qa.views import PassageView, PassageViews, view_of
from tests.asking import library_of
from tests.outcomes import article_of

ANALYZER = Analyzer()


def view(text: str, *, title: str | None = None) -> PassageView:
    return view_of(passage(text, title=title), ANALYZER)


def passage(text: str, *, title: str | None = None) -> Passage:
    (only,) = Library.of([article_of(text, title=title)]).passages
    return only


def test_each_sentence_knows_its_words_and_their_places() -> None:
    first, second = view("The treaty was signed. Japan signed the treaty twice.").sentences
    assert first.text == "The treaty was signed."
    assert second.places == {"japan": [0], "sign": [1], "treati": [2], "twice": [3]}
    assert second.words == {"japan", "signed", "treaty", "twice"}


def test_a_word_that_comes_twice_has_two_places() -> None:
    (only,) = view("Japan paid and Japan left.").sentences
    assert only.places["japan"] == [0, 2]


def test_the_context_is_kept_apart_from_the_words_of_the_passage() -> None:
    seen = view("It was signed.", title="The Bhutan treaty")
    assert seen.stems == {"sign"}
    assert seen.context_stems == {"bhutan", "treati"}


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("The envoy gave three reasons.", True),
        ("It rests on the following two principles.", True),
        ("These are the ports:", True),
        ("The price doubled within four months.", False),
        ("It runs three ferries.", False),
    ],
)
def test_a_sentence_announces_what_it_only_counts(text: str, announced: bool) -> None:
    assert view(text).sentences[0].announces is announced


def test_a_table_row_is_one_sentence() -> None:
    text = "1998 | Signed. Paid. | Tokyo"
    (row,) = Library.of([article_of(text, kinds=(BlockKind.TABLE_ROW,))]).passages
    assert [sentence.text for sentence in view_of(row, ANALYZER).sentences] == [text]


def test_a_table_row_is_read_with_its_header() -> None:
    text = "| Canal | Suez |\n|---|---|\n| Length | 193 km |\n| Depth | 24 m |\n"
    row, _ = library_of(text).passages
    (only,) = view_of(row, ANALYZER).sentences
    assert list(only.places) == ["length", "193", "km", "canal", "suez"]
    assert [token.word for token in only.tokens] == ["length", "193", "km"]


@settings(deadline=None)
@given(st.text(alphabet="abS .!?’\u0301İ“”", min_size=1).filter(lambda t: bool(t.strip())))
def test_spans_count_in_the_passage_and_tokens_in_the_sentence(text: str) -> None:
    whole = next(Library.of([article_of(text.strip())]).passages)
    for sentence in view_of(whole, ANALYZER).sentences:
        assert sentence.span.of(whole.text) == sentence.text
        for token in sentence.tokens:
            assert Span(0, len(sentence.text)).holds(token.span)


def test_views_are_remembered_and_the_oldest_forgotten() -> None:
    views = PassageViews(ANALYZER, remembered=2)
    one, two, three = (passage(text) for text in ("One.", "Two.", "Three."))
    first, second = views.view(one), views.view(two)
    assert views.view(one) is first  # now `two` was looked at longest ago
    views.view(three)
    assert views.view(one) is first
    assert views.view(two) is not second
    assert views.view(two) == second


def test_threads_see_the_same_views() -> None:
    views = PassageViews(ANALYZER, remembered=4)
    passages = [passage(f"Passage number {i} is here.") for i in range(12)]
    with ThreadPoolExecutor(8) as pool:
        seen = list(pool.map(views.view, passages * 20))
    assert seen == [view_of(p, ANALYZER) for p in passages] * 20
