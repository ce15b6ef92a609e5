"""Passages: what of an article is indexed, where it stands and in which context."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.articles import BODY, Article, Block, BlockKind
from index.passages import LONGEST, Context, Passage, passages_of
from index.readers.markdown import read_markdown
from index.readers.plain import read_plain
from index.spans import Span

TEXT = """The River Report

Floods

The river rose twice. The council named these causes:
- heavy rain in May
- a blocked weir

Year | Level
--- | ---
2019 | 4 m
2021 | 5 m

Repairs

The weir was mended. It holds.
"""


def passages(text: str, article_id: str = "a.txt") -> list[Passage]:
    return list(passages_of(read_plain(article_id, text.encode())))


def one(found: list[Passage], words: str) -> Passage:
    return next(p for p in found if words in p.text)


def test_titles_headings_and_table_heads_are_no_passages() -> None:
    assert [p.text for p in passages(TEXT)] == [
        "The river rose twice. The council named these causes:",
        "heavy rain in May",
        "a blocked weir",
        "2019 | 4 m",
        "2021 | 5 m",
        "The weir was mended. It holds.",
    ]


def test_a_list_item_keeps_the_sentence_that_introduces_its_list() -> None:
    assert one(passages(TEXT), "weir").context == Context(
        title="The River Report",
        headings=("Floods",),
        lead_in="The council named these causes:",
    )


def test_words_below_a_colon_keep_who_says_them() -> None:
    text = "The Weir\n\nThe mayor had the last word:\n\n“We will mend it.”\n\nSo it was. They agreed:\n\nThe weir is old."
    found = passages(text)
    assert one(found, "mend").context.lead_in == "The mayor had the last word:"
    assert one(found, "old").context.lead_in is None


@pytest.mark.parametrize(
    ("name", "title"),
    [("2019/weir-repairs_2.txt", "weir repairs 2"), ("000_b608eef.txt", None), ("1.md", None)],
)
def test_the_files_name_stands_in_for_a_missing_title(name: str, title: str | None) -> None:
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, 9)),)
    (passage,) = passages_of(Article(name, "It holds.", blocks=blocks))
    assert passage.context.title == title


def test_an_answer_keeps_its_question() -> None:
    text = (
        "# Talk\n\n### Ito:\n\nIt is old. Why is it still there?\n\n### Mori:\n\nNobody pays.\n\n"
        "It leaks.\n\nWho asks?\n\nWho does?\n\n## Later\n\nIt went."
    )
    found = list(passages_of(read_markdown("a.md", text.encode())))
    answered = {p.text: p.context.lead_in for p in found if p.context.lead_in}
    assert answered == {"Nobody pays.": "Why is it still there?"}


def test_a_table_row_keeps_its_header_and_not_the_list_above() -> None:
    context = one(passages(TEXT), "2021").context
    assert (context.header, context.lead_in) == ("Year | Level", None)


def test_a_heading_ends_the_section_above_it() -> None:
    context = one(passages(TEXT), "mended").context
    assert (context.section, context.header) == ("Repairs", None)


def test_a_deeper_heading_stands_below_the_one_above() -> None:
    found = passages("# T\n\n# One\n\n## Two\n\nHere is text.\n\n# Three\n\nMore is here.\n")
    assert one(found, "Here").context.headings == ("One", "Two")
    assert one(found, "More").context.headings == ("Three",)


def test_paragraphs_are_counted_from_one() -> None:
    assert [p.paragraph for p in passages(TEXT)] == [1, 2, 3, 4, 5, 6]


def test_pieces_of_a_long_paragraph_share_its_number_and_end_with_sentences() -> None:
    sentence = "The quick brown fox jumps over the lazy dog in the yard. "
    found = passages(sentence * 120)
    assert len(found) == 3
    assert {p.paragraph for p in found} == {1}
    assert all(p.text.endswith(".") for p in found)


def test_the_same_words_have_the_same_id_in_another_file() -> None:
    before, after = passages(TEXT), passages(TEXT, "renamed.txt")
    assert [p.id for p in before] == [p.id for p in after]


def test_repeated_words_get_ids_of_their_own() -> None:
    ids = [p.id for p in passages("The same words.\n\nOther words.\n\nThe same words.\n")]
    assert len(set(ids)) == len(ids) == 3
    assert ids[2] == f"{ids[0]}.2"


def _article(words: list[tuple[BlockKind, str]]) -> Article:
    text, blocks = "", []
    for kind, part in words:
        start = len(text)
        text += part
        blocks.append(Block(kind, Span(start, len(text))))
        text += "\n"
    return Article("a.txt", text, blocks=tuple(blocks))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(BlockKind),
            st.text(min_size=1, max_size=40)
            | st.text(min_size=1, max_size=9).map(lambda s: s * 900),
        )
    )
)
def test_passages_are_slices_in_order_and_disjoint(words: list[tuple[BlockKind, str]]) -> None:
    article = _article(words)
    found = list(passages_of(article))
    ends = [0, *(p.span.end for p in found)]
    assert all(p.span.start >= end for p, end in zip(found, ends, strict=False))
    assert all(p.text == p.span.of(article.text) == p.text.strip() for p in found)
    assert all(len(p.text) <= LONGEST for p in found)
    body = [b.span.of(article.text) for b in article.blocks if b.kind in BODY]
    kept = "".join("".join(p.text.split()) for p in found)
    assert kept == "".join("".join(part.split()) for part in body)
