"""Untidy plain text: what is found in it, and that nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.articles import Article, BlockKind
from index.readers.plain import read_plain

LONG = (
    "The harbour was dredged again in the spring, after two ships had run aground at its mouth, and "
    "the council has since paid for a pilot who boards every ship at the outer buoy."
)
OTHER = (
    "Nobody in the town remembers who first asked for the second pier, but everybody remembers who "
    "refused it, and the argument has outlived three mayors and a newspaper."
)


def read(text: str) -> Article:
    return read_plain("a.txt", text.encode())


def kinds(text: str) -> list[tuple[str, str]]:
    """The blocks of `text` as (kind, words)."""
    article = read(text)
    return [(str(b.kind), b.span.of(article.text)) for b in article.blocks]


def of_kind(text: str, kind: BlockKind) -> list[str]:
    return [words for found, words in kinds(text) if found == kind]


def test_one_line_a_paragraph_without_a_title_says_so() -> None:
    article = read(f"{LONG}\nA Pier and Its Enemies\n{OTHER}\nWhat Is Next (2025-2027)\n{LONG}x\n")
    assert article.title is None
    assert any("No title" in note for note in article.notes)
    assert [b.kind for b in article.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
    ]


def test_title_subtitle_and_a_name_printed_twice() -> None:
    text = f"Harbour Lights\n\nWhy the town cannot agree on anything\n\nAnn LeeAnn Lee\n\n{LONG}\n"
    article = read(text)
    assert (article.title, article.author) == ("Harbour Lights", "Ann Lee")
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "by-line", "paragraph"]


def test_a_caption_printed_twice_is_kept_once() -> None:
    caption = "The mayor with the harbour master on the second pier"
    text = f"Harbour Lights\n\n{LONG}\n\n{caption}\n{caption}\n\n\nThe Vote\n\n{OTHER}\n"
    assert kinds(text)[2:4] == [("caption", caption), ("furniture", caption)]


@pytest.mark.parametrize("last", ["Call us", "Share this article", "Read more", "Our Newsletter"])
def test_a_heading_without_a_body_at_the_end_is_furniture(last: str) -> None:
    assert kinds(f"Harbour Lights\n\n{LONG}\n\n\n{last}\n")[-1] == ("furniture", last)


HEADINGS = {
    "bare": "Tighter Rules",
    "sentence-case": "What the rules mean for small ports",
    "colon": "Historical Context: A Legacy of Mud and Good Will",
    "parentheses": "Recent Events (2023-2025)",
    "ampersand": "Costs & Benefits",
    "long": "Balancing the Interests of the Fishermen and the Ferry Companies in a Crowded Harbour Mouth",
    "capitals": "THE RULES IN FORCE",
    "numbered": "2. The Rules",
    "deep": "2.1 The Rules of 2024",
    "hashes": "## The rules",
    "question": "Who Pays for the Pilot?",
    "part": "Part 2: The years of the pilot",
}


@pytest.mark.parametrize("heading", HEADINGS.values(), ids=HEADINGS)
@pytest.mark.parametrize("blank", ["\n", "\n\n"], ids=["tight", "spaced"])
def test_a_short_line_above_a_paragraph_is_a_heading(heading: str, blank: str) -> None:
    found = of_kind(f"{LONG}{blank}{heading}{blank}{OTHER}\n", BlockKind.HEADING)
    assert found == [heading.lstrip("# ")]


PARAGRAPHS = {
    "sentence": "The rules are strict.",
    "label": "Short-term (next 6 months): The pilot will be paid by the ferry companies.",
    "lead-in": "The rules name three duties:",
    "question": "So who is to pay for all of this?",
    "inline-numbers": "Ports that (1) have no pilot; and (2) are open to ships of any size.",
    "link": "More at https://harbour.example/rules",
    "key": "Present: A. Lee (chair), B. Moe",
    "turn": "Q: Who pays for it",
    "lower": "and then some",
    "comma": "Dear readers,",
    "long-sentence-case": "A very long line without an end that was plainly written as an ordinary "
    "sentence about ports and pilots",
}


@pytest.mark.parametrize("line", PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_what_is_in_doubt_is_a_paragraph(line: str) -> None:
    assert ("paragraph", line) in kinds(f"{LONG}\n{line}\n{OTHER}\n")


def test_underlines_and_hashes_give_levels() -> None:
    article = read(
        f"A Title\n=======\n\n{LONG}\n\nPart One\n--------\n{OTHER}\n\n### Deep\n{LONG}\n"
    )
    assert article.title == "A Title"
    assert [b.level for b in article.blocks if b.kind is BlockKind.HEADING] == [1, 2]


def test_capitals_stand_above_bare_headings() -> None:
    article = read(f"REPORT\n\nTHE HARBOUR\n\n{LONG}\n\nThe Mouth\n\n{OTHER}\n")
    assert [b.level for b in article.blocks if b.kind is BlockKind.HEADING] == [1, 2]


def test_hard_wrapped_lines_are_one_paragraph_with_its_newlines() -> None:
    paragraph = (
        "Bees have been kept for at least four thousand years. The oldest\n"
        "pictures of honey gathering are older still, and they show people\n"
        "who climbed to wild nests with baskets."
    )
    text = f"On Bees\n\n{paragraph}\n\nWhat They Need\n{paragraph}\n"
    assert of_kind(text, BlockKind.PARAGRAPH) == [paragraph, paragraph]
    assert of_kind(text, BlockKind.HEADING) == ["What They Need"]


def test_a_wrapped_line_that_begins_with_a_dash_or_a_number_is_no_item() -> None:
    paragraph = (
        "The number of hives in the valley has risen every year by about\n"
        "12. per cent, says the survey, and the number of keepers has risen\n"
        "- as one of them put it in a letter - by rather more than that has."
    )
    assert of_kind(f"On Bees\n\n{paragraph}\n", BlockKind.PARAGRAPH) == [paragraph]


def test_verse_stays_together_and_short_lines_stay_apart() -> None:
    verse = "The lamp goes round above the bay,\nIt counts the ships that come to stay,\nand goes"
    assert of_kind(f"The Lamp\n\n{verse}\n", BlockKind.PARAGRAPH) == [verse]
    assert kinds("Milk\nEggs\nBread\n") == [
        (BlockKind.PARAGRAPH, w) for w in ("Milk", "Eggs", "Bread")
    ]


BYLINES = {
    "by": ("By Jane Doe", "Jane Doe", None),
    "two": ("By Jane Doe and John Roe | 12 March 2025", "Jane Doe and John Roe", "2025-03-12"),
    "role": ("By Jane Doe, Staff Writer", "Jane Doe", None),
    "particles": ("by Ludwig van der Berg – March 12, 2025", "Ludwig van der Berg", "2025-03-12"),
    "label": ("Author: J. Doe", "J. Doe", None),
    "doubled": ("Jane Doe Jane Doe", "Jane Doe", None),
    "date": ("March 12, 2025", None, "2025-03-12"),
    "weekday": ("Wednesday, 12 March 2025, 10:30 GMT", None, "2025-03-12"),
    "iso": ("2025-03-12", None, "2025-03-12"),
    "published": ("Published: 12th March 2025", None, "2025-03-12"),
    "updated": ("Updated March 2025", None, "2025-03"),
    "both": ("Published 1 March 2025 | Updated 2 March 2025", None, "2025-03-01"),
    "certain": ("25/12/2024", None, "2024-12-25"),
    "ambiguous": ("03/04/2025", None, None),
    "impossible": ("31/31/2025", None, None),
}


@pytest.mark.parametrize(("line", "author", "date"), BYLINES.values(), ids=BYLINES)
def test_by_lines_and_dates_are_told(line: str, author: str | None, date: str | None) -> None:
    article = read(f"Harbour Lights\n{line}\n\n{LONG}\n")
    assert (article.title, article.author, article.date) == ("Harbour Lights", author, date)
    assert article.blocks[1].kind is BlockKind.BYLINE


def test_an_ambiguous_date_is_noted() -> None:
    assert any("03/04/2025" in n for n in read(f"Lights\n03/04/2025\n\n{LONG}\n").notes)


@pytest.mark.parametrize(
    "line", ["By the time it ended, few were left", "Election Night, 5 May 2024"]
)
def test_a_line_that_only_resembles_a_by_line_is_none(line: str) -> None:
    article = read(f"Harbour Lights\n\n{line}\n\n{LONG}\n")
    assert (article.author, article.date) == (None, None)


def test_source_lines_at_the_head_give_the_source_and_a_link_wins() -> None:
    article = read(f"Lights\nSource: Daily News\nURL: https://news.example/a\n\n{LONG}\n")
    assert article.source == "https://news.example/a"


def test_an_email_gives_its_subject_its_sender_and_its_date() -> None:
    article = read(
        "From: Jane Doe <jane@x.example>\nTo: John Roe\nSubject: The boiler\n"
        f"Date: Wed, 12 Mar 2025 10:00:00 +0000\n\nDear John,\n\n{LONG}\n\n> Can we wait\n> until May?\n"
    )
    assert (article.title, article.author) == ("The boiler", "Jane Doe")
    assert article.date == "2025-03-12"
    assert article.blocks[-1].kind is BlockKind.QUOTE
    assert article.blocks[-1].span.of(article.text) == "Can we wait\n> until May?"


def test_a_kicker_is_not_the_title() -> None:
    article = read(f"FOR IMMEDIATE RELEASE\n\nAcme Opens a Plant\n\n{LONG}\n")
    assert article.title == "Acme Opens a Plant"


LISTS = {
    "dash": "- one\n- two",
    "star": "* one\n* two",
    "bullet": "• one\n• two",
    "en-dash": "– one\n– two",
    "numbers": "1. one\n2. two",
    "brackets": "(1) one\n(2) two",
    "letters": "(a) one\n(b) two",
    "roman": "(ii) one\n(iii) two",
    "spaced": "1) one\n\n2) two",
}


@pytest.mark.parametrize("items", LISTS.values(), ids=LISTS)
def test_items_stand_without_their_markers(items: str) -> None:
    assert of_kind(f"{LONG}\nThey are:\n{items}\n{OTHER}\n", BlockKind.LIST_ITEM) == ["one", "two"]


def test_items_below_items_are_deeper_and_wrapped_items_stay_whole() -> None:
    article = read("Things:\n- one\n  - two\n    and more\n  - three\n- four\n")
    items = [b for b in article.blocks if b.kind is BlockKind.LIST_ITEM]
    assert [b.level for b in items] == [1, 2, 2, 1]
    assert items[1].span.of(article.text) == "two\n    and more"


def test_numbered_headings_with_bodies_are_no_list() -> None:
    text = f"{LONG}\n1. Introduction\n{OTHER}\n2. Methods\n{LONG}x\n"
    assert of_kind(text, BlockKind.HEADING) == ["1. Introduction", "2. Methods"]


TABLES = {
    "outer-bars": "| Year | Level |\n|------|:-----:|\n| 2019 | 4 m |\n| 2021 | 5 m |",
    "no-outer-bars": "Year | Level\n---|---\n2019 | 4 m\n2021 | 5 m",
    "trailing-bars": "Year | Level |\n---|---|\n2019 | 4 m |\n2021 | 5 m |",
    "grid": "+--+--+\n| Year | Level |\n+==+==+\n| 2019 | 4 m |\n+--+--+\n| 2021 | 5 m |\n+--+--+",
    "no-rule": "Year | Level\n2019 | 4 m\n2021 | 5 m",
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_rows_run_from_first_cell_to_last(table: str) -> None:
    text = f"{LONG}\n\n{table}\n\n{OTHER}\n"
    assert of_kind(text, BlockKind.TABLE_HEADER) == ["Year | Level"]
    assert of_kind(text, BlockKind.TABLE_ROW) == ["2019 | 4 m", "2021 | 5 m"]


def test_rows_may_be_parted_by_tabs() -> None:
    text = f"{LONG}\n\nYear\tLevel\n2019\t4 m\n2021\t5 m\n\n{OTHER}\n"
    assert of_kind(text, BlockKind.TABLE_HEADER) == ["Year\tLevel"]
    assert of_kind(text, BlockKind.TABLE_ROW) == ["2019\t4 m", "2021\t5 m"]


def test_rows_of_words_without_a_rule_hide_no_row_as_header() -> None:
    text = f"{LONG}\n\ntea | hot\nmilk | cold\nrum | warm\n\n{OTHER}\n"
    assert len(of_kind(text, BlockKind.TABLE_ROW)) == 3


def test_an_interview_keeps_its_turns_apart() -> None:
    turns = ["Q: When did you run?", "A: In the spring.", "Q: Do you regret it?", "A: No."]
    text = "A Talk\nBy Ann Lee\n\n" + "\n".join(turns)
    assert of_kind(text, BlockKind.PARAGRAPH) == turns


def test_names_below_a_lead_in_are_neither_headings_nor_furniture() -> None:
    text = f"{LONG}\n\nThese were elected:\nJane Doe\nJohn Roe\n"
    assert of_kind(text, BlockKind.PARAGRAPH)[-2:] == ["Jane Doe", "John Roe"]


def test_one_enormous_line_is_one_paragraph() -> None:
    assert len(read("word " * 50_000).blocks) == 1


PIECES = st.sampled_from(
    [LONG, "Title Case Line", "CAPS LINE", "- item", "1. one", "2. two", "(a) x", "a | b", "---|---",
     "> quoted", "> > deeper", "# Head", "=====", "-----", "* * *", "By Ann Lee", "12 May 2024", "Q: why", "x\ty",
     "Source: y", "lower case line", "ends here.", "", "", "   indented text", "|", "…", "\x0c", "Read more",
     "Photo: a cat", "•", "#", ">", "| |", "-\u00a0item", "日本の背景"]
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=14).map("\n".join) | st.text(
    alphabet="aB1 .:,-|>#*=\t\n()•–\u00a0\u2028İ", max_size=80
)


@given(TEXTS.filter(str.strip))
def test_blocks_are_ordered_disjoint_and_leave_out_nothing_but_markers(text: str) -> None:
    article = read(text)
    at, left = 0, []
    for block in article.blocks:
        assert at <= block.span.start
        assert block.span.end <= len(article.text)
        words = block.span.of(article.text)
        assert words == words.strip()
        left.append(article.text[at : block.span.start])
        at = block.span.end
    left.append(article.text[at:])
    for gap in left:
        for word in gap.split():
            assert set(word) <= set("-=_*~#+.·•—–|:>") or len(word.strip("().")) <= 5, gap


HOSTILE = ["-", "- ", "> ", "#", "|", "a|b\n", "a\tb\n", "a\n", ".\n", "By A, ", "Jan 1, 2025 ", "1/", "AB: ",
           "Q: a\n", "1. a\n", "\u0301", "(a) a\n", "\r", "A ", "2025-", "a@b ", "”)", "IV. ", "---\n", "é"]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("head", ["", "By ", "Title: ", "Date: "])
def test_a_hundred_thousand_hostile_characters_are_read(piece: str, head: str) -> None:
    assert read((head + piece * 100_000)[:100_000] + "\nend").blocks
