"""The stored articles and passages, as one snapshot."""

import pytest

from index.library import Library
from tests.outcomes import article_of

FIRST = article_of("One.\nTwo.\nThree.\n", name="a.md")
SECOND = article_of("Four.\nTwo.\n", name="b.md")
LIBRARY = Library.of([FIRST, SECOND])


def test_passages_stand_in_the_order_of_the_text_article_by_article() -> None:
    assert list(LIBRARY.articles) == [FIRST, SECOND]
    assert [(p.article_id, p.text) for p in LIBRARY.passages] == [
        ("a.md", "One."),
        ("a.md", "Two."),
        ("a.md", "Three."),
        ("b.md", "Four."),
        ("b.md", "Two."),
    ]


def test_articles_and_passages_are_found_by_their_ids() -> None:
    assert LIBRARY.article("b.md") == SECOND
    assert [LIBRARY.passage(p.id) for p in LIBRARY.passages] == list(LIBRARY.passages)


def test_equal_words_in_two_articles_are_two_passages() -> None:
    assert len({passage.id for passage in LIBRARY.passages}) == 5


@pytest.mark.parametrize("lookup", [LIBRARY.article, LIBRARY.passage, LIBRARY.around])
def test_an_unknown_id_is_a_key_error(lookup: object) -> None:
    assert callable(lookup)
    with pytest.raises(KeyError):
        lookup("nowhere")


@pytest.mark.parametrize(
    ("place", "reach", "expected"),
    [
        pytest.param(1, 1, ["One.", "Two.", "Three."], id="in the middle"),
        pytest.param(0, 1, ["One.", "Two."], id="first"),
        pytest.param(2, 1, ["Two.", "Three."], id="last of its article"),
        pytest.param(3, 2, ["Four.", "Two."], id="not into the article before"),
        pytest.param(1, 0, ["Two."], id="alone"),
        pytest.param(0, 99, ["One.", "Two.", "Three."], id="whole article"),
    ],
)
def test_the_passages_around_one_are_those_of_its_article(
    place: int, reach: int, expected: list[str]
) -> None:
    around = LIBRARY.around(list(LIBRARY.passages)[place].id, reach=reach)
    assert [passage.text for passage in around] == expected


def test_an_empty_library_has_nothing() -> None:
    empty = Library.of([])
    assert list(empty.articles) == []
    assert list(empty.passages) == []
