"""Where sentences begin and end, by a table of hard cases; then what holds for every text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.articles import BlockKind
from index.spans import Span
from qa.sentences import sentence_spans

HOSTILE_LENGTH = 100_000


def sentences(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    return [span.of(text) for span in sentence_spans(text, kind)]


def one(case: str, *expected: str) -> object:
    """A case of the table: its sentences, which stand in the text with a space between them."""
    return pytest.param(expected, id=case)


HARD_CASES = (
    # What is plain.
    one("two", "Japan is an island.", "Bhutan is not."),
    one("three marks", "Who came?", "Nobody!", "Then it rained."),
    one("question and exclamation mark", "You did what?!", "Nobody believed it."),
    one("many marks", "Enough!!!", "We leave."),
    one("no full stop at the end", "Japan is an island.", "Bhutan is not"),
    one("heading", "Who wants what"),
    one("heading that asks", "What next?"),
    one("no space after the stop", "It grew.Then it fell."),
    one("begins with a figure", "It fell.", "20 people left."),
    one("begins with a camel-case name", "It fell again.", "iPhone sales rose."),
    one("begins in lower case", "What is it? he wondered."),
    # Titles of persons.
    one("Dr. Mr. Mrs.", "Dr. Smith met Mr. Jones and Mrs. Brown.", "They left."),
    one("Prof. Gen. Sen.", "Prof. Lee, Gen. Rawat and Sen. Kaine came."),
    one("two titles", "Maj. Gen. Smith and Lt. Col. Jones came.", "They left."),
    one("title after a dash", "One man—Mr. Smith—came."),
    one("title in brackets", "The envoy (Dr. Smith) came.", "He left."),
    one("title in quotation marks", "“Mr. Smith left,” he said."),
    one("Jr.", "Martin Luther King Jr. Day is in January.", "It is a holiday."),
    one("Jr. ends", "They honour Martin Luther King Jr.", "He was a pastor."),
    one("professor as a word", "He is a professor.", "The chair is old."),
    # Initials.
    one("initials with spaces", "It was written by J. R. R. Tolkien.", "He was English."),
    one("initials without spaces", "J.R.R. Tolkien wrote it.", "It sold well."),
    one("middle initial", "George W. Bush and John F. Kennedy were presidents."),
    one("initial that is a word", "T. A. Edison invented it.", "It works."),
    one("initial I first", "I. M. Pei designed it.", "It stands."),
    one("initial I inside", "The architect I. M. Pei designed it."),
    # Single letters that are no initials.
    one("vitamin C", "Scurvy is a lack of vitamin C.", "The body cannot make it."),
    one("Plan B", "They chose Plan B.", "Then they left."),
    one("World War I", "Japan fought in World War I.", "The war ended in 1918."),
    one("World War I, then a name", "It began in World War I.", "Japan joined late."),
    one("World War II", "It began in World War II.", "Japan lost."),
    # Acronyms with full stops.
    one("U.S. inside", "The U.S. Navy sailed.", "The U.S. and Japan agreed."),
    one("U.S. before a noun", "A U.S. State Department official spoke."),
    one("U.S. ends", "He lives in the U.S.", "The visit was short."),
    one("U.N. before a title", "U.N. Secretary-General Guterres spoke."),
    one("U.S. after a hyphen", "The Anglo-U.S. Fleet sailed."),
    one("U.S. in quotation marks", "The “U.S.” Navy sailed."),
    one("U.S. ends a quotation", "They call it “the U.S.”", "The name is short."),
    one("D.C. ends", "She works in Washington, D.C.", "The city is hot."),
    one("Ph.D.", "He has a Ph.D. in physics.", "She has a Ph.D.", "They teach."),
    # Abbreviations.
    one("e.g. and i.e.", "Allies, e.g. Japan, and the host, i.e. India, agree."),
    one("e.g. before an article", "Read a paper, e.g. The Hindu or The Times."),
    one("etc. inside", "Roads, bridges, etc. are built."),
    one("etc. ends", "They build roads, bridges, etc.", "Japan pays."),
    one("Inc. inside", "Apple Inc. is large.", "Foo Ltd. Chairman Bar spoke."),
    one("Inc. ends", "He works at Apple Inc.", "The firm is large."),
    one("Pvt. Ltd.", "Tata Pvt. Ltd. Managing Director Rao spoke."),
    one("vs.", "It was India vs. Japan."),
    one("v.", "Brown v. Board of Education was decided."),
    one(
        "et al.", "Smith et al. (2020) found it.", "It was checked by Smith et al.", "They agreed."
    ),
    one("St. and Mt.", "They saw St. Petersburg, Mt. Fuji and Ft. Worth."),
    one("St. ends", "He lives on Main St.", "The house is old."),
    one("ft. ends", "The wall is 6 ft.", "The fence is lower."),
    one("party and state", "Sen. Tim Kaine (D-Va.) said so.", "Rep. Lee, R-Calif., agreed."),
    one("approx. and ca.", "It cost approx. 500 yen ca. 1900."),
    one("c. and b.", "The temple (c. 1200) was built by Ito (b. 1170)."),
    one("Rs.", "It cost Rs. 500 crore.", "India paid."),
    # Times and dates.
    one("p.m. inside", "It began at 5 p.m. on Monday.", "It ended at 6 p.m. Tuesday."),
    one("p.m. ends", "It ended at 5 p.m.", "The crowd left."),
    one("month and day", "It was signed on Jan. 5, 2024, and ended in Sept. 2025."),
    one("month and year in brackets", "It was signed (Dec. 2024).", "Nobody knew."),
    one("weekday and month", "They met on Mon. Jan. 5 in Tokyo."),
    one("month ends", "It was signed in Dec.", "The ink was blue."),
    # Numbers.
    one("No. 5", "It was No. 5 on the list.", "He lives at No. 10 Downing Street."),
    one("the word no", "The answer was no.", "Nobody was surprised."),
    one("the answer No", "Was it so?", "No.", "It was not."),
    one("Fig. and vol.", "See Fig. 2 in vol. 3, pp. 5–7, Art. IX.", "It is clear."),
    one("the word fig", "He ate a fig.", "The tree was old."),
    one("decimal", "It grew 3.5 percent.", "It then fell by .5 percent."),
    one("decimal ends", "The rate was 3.5.", "It fell."),
    one("sum ends", "It cost $1.8 billion.", "That is much."),
    one("figure ends", "He scored 5.", "Then he left."),
    one("year ends", "It was signed in 1998.", "Japan paid."),
    one("version", "Python 3.12.1 is out.", "They use 3.12.1.", "It works."),
    # Enumerations inside a text.
    one("numbered item", "1. Sign the paper."),
    one("numbered items", "The steps are: 1. Sign the paper.", "2. Wait for the answer.", "3. Go."),
    one("lettered items", "a. Sign the paper.", "b. Wait."),
    one("roman items", "IV. The last days.", "They were short."),
    one("section number", "1.2. Scope of the treaty.", "It is wide."),
    one("number in brackets", "(1) Sign the paper.", "(2) Wait."),
    one("bullets", "• Japan signs.", "• India waits."),
    one("dash as bullet", "– Japan signs.", "– India waits."),
    # Quotations.
    one("quotation ends", "“We agree.”", "The minister left."),
    one("quotation after a verb", "He said, “We will go.”", "Then he left."),
    one("stop outside the marks", "He said “no”.", 'She said "yes".', "They left."),
    one("straight quotation marks", 'He said, "We will go."', "Then he left."),
    one("single quotation marks", "He said, ‘We will go.’", "Then he left."),
    one("comma inside", "“We agree,” he said.", "She did not."),
    one("question goes on", "“Really?” he asked.", "Nobody answered."),
    one("exclamation goes on", "“Stop!” he cried."),
    one("question inside", "He asked, “Why?” and left."),
    one("question, then a speaker", "“Why not?” Modi asked.", "Nobody knew."),
    one("question, then a speaker with a title", "“Why not?” President Xi asked."),
    one("question ends", "“Really?”", "Nobody answered."),
    one("two sentences in a quotation", "“We agree.", "We will sign.”", "Then he left."),
    one("quotation in a quotation", "“He said ‘no.’”", "Then she left."),
    one("quotation with its source", "“We agree.” — Narendra Modi, 2024"),
    one("dash goes on", "“Go!” — and he went."),
    one("German", "„Wir gehen.“", "Danach ging er.", "Sie sagte: „Ja.“"),
    one("German pointed", "»Wir gehen.«", "Danach ging er."),
    one("French", "« Nous partons. »", "Puis il partit."),
    # Ellipses, notes, brackets.
    one("ellipsis inside", "He waited ... and left.", "She waited… and stayed."),
    one("ellipsis ends", "He waited...", "Then he left."),
    one("ellipsis character ends", "He waited…", "Then he left."),
    one("spaced ellipsis", "He waited . . . and left.", "It rained."),
    one("ellipsis first", "... Japan must act.", "He said, “... Japan must act.”", "It did."),
    one("elision in brackets", "We agree [...] Japan must act.", "[…] It did."),
    one("note mark", "It grew.[1]", "Japan followed.[2][3]", "It fell[4].", "It ended.[note 5]"),
    one("raised note mark", "It grew.¹", "Japan followed.²³", "It fell."),
    one("brackets around a sentence", "(He left.)", "Then he came."),
    one("bracket at the end", "He left (see fig. 2).", "Then he came."),
    one("mark in brackets", "He came (really!) and left."),
    # Full stops that are no full stops.
    one("address", "See https://example.com/a.b?c=d.html.", "Then go to www.example.org.", "Wait."),
    one("e-mail", "Write to a.b@example.co.jp.", "Then wait."),
    one("dotted names", "They use Node.js and .NET daily.", "Nobody minds."),
    one("file name", "Open README.md.", "It is short."),
)


@pytest.mark.parametrize("expected", HARD_CASES)
def test_sentences_end_where_a_reader_ends_them(expected: tuple[str, ...]) -> None:
    assert sentences(" ".join(expected)) == list(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="empty"),
        pytest.param(" \n\t\u3000 ", [], id="blank"),
        pytest.param("...", ["..."], id="only marks"),
        pytest.param("  It grew.\n  It fell.\n", ["It grew.", "It fell."], id="space around"),
        pytest.param("It\nwas so.\nIt fell.", ["It\nwas so.", "It fell."], id="wrapped lines"),
        pytest.param("It grew.\u00a0It fell.", ["It grew.", "It fell."], id="no-break space"),
        pytest.param(
            "日本は島国です。首都は東京です。",
            ["日本は島国です。", "首都は東京です。"],
            id="Japanese",
        ),
        pytest.param("你去吗？！我去。", ["你去吗？！", "我去。"], id="Chinese question"),
        pytest.param(
            "他说：“我去。”他走了。", ["他说：“我去。”", "他走了。"], id="Chinese quotation"
        ),
    ],
)
def test_white_space_and_scripts_without_it(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        pytest.param(BlockKind.TABLE_ROW, "1998 | Signed. Then paid. | Tokyo", id="table row"),
        pytest.param(BlockKind.CODE, "a = 1. \nB = 2.\nC.", id="code"),
    ],
)
def test_what_is_no_prose_is_one_sentence(kind: BlockKind, text: str) -> None:
    assert sentences(f" {text}\n", kind) == [text]


def test_a_list_item_is_cut_like_a_paragraph() -> None:
    assert sentences("Trade: tariffs fall. Exports rise", BlockKind.LIST_ITEM) == [
        "Trade: tariffs fall.",
        "Exports rise",
    ]


def assert_ordered_and_complete(text: str, spans: tuple[Span, ...]) -> None:
    """In order, disjoint, without white space at the borders, all else of the text in them."""
    borders = [0, *(place for span in spans for place in (span.start, span.end)), len(text)]
    assert borders == sorted(borders)
    gaps = [text[borders[i] : borders[i + 1]] for i in range(0, len(borders), 2)]
    assert not "".join(gaps).strip()
    assert all(span.of(text) == span.of(text).strip() for span in spans)


@given(st.text() | st.text(alphabet="aA1IU.!?…。 \n”“\"'()[]»«-—$"), st.sampled_from(BlockKind))
def test_sentences_are_in_order_and_cover_all_but_white_space(text: str, kind: BlockKind) -> None:
    assert_ordered_and_complete(text, sentence_spans(text, kind))


@given(st.lists(st.sampled_from("The he U.S. 5. 5 Dr. I. J. end. “Go! ?” … [1] (a) 。".split())))
def test_what_looks_like_prose_is_covered_too(words: list[str]) -> None:
    text = " ".join(words)
    assert_ordered_and_complete(text, sentence_spans(text))


@pytest.mark.parametrize(
    "shape",
    [
        ".",
        "!?",
        ". ",
        " .",
        "。",
        ".”",
        ".”)",
        ".[1]",
        ".[",
        "A. ",
        "A.",
        "1. ",
        "a ",
        "…",
        " ",
        "(",
        "“.",
        "U.S. ",
        ". »",
        "?” A ",
    ],
)
def test_hostile_texts_are_cut_in_linear_time(shape: str) -> None:
    """A quadratic cut of these takes minutes, and the run's own time limit ends it."""
    text = (shape * HOSTILE_LENGTH)[:HOSTILE_LENGTH] + "x"
    assert_ordered_and_complete(text, sentence_spans(text))
