"""Markdown: readable text made once, and blocks that point into it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.articles import Article, BlockKind
from index.readers.markdown import read_markdown


def read(text: str) -> Article:
    return read_markdown("a.md", text.encode())


def kinds(text: str) -> list[tuple[str, str]]:
    article = read(text)
    return [(str(b.kind), b.span.of(article.text)) for b in article.blocks]


INLINE = {
    "emphasis": ("a **b** _c_ ***d***", "a b c d"),
    "struck": ("a ~~b~~", "a"),
    "struck-marks": ("a ~~b **c** ![d](e)<br>~~ f", "a  f"),
    "not-struck": ("a ~~ b and ~~c", "a ~~ b and ~~c"),
    "deleted": ("a <del>b *c*</del> d", "a  d"),
    "struck-tags": ("a <s>b <strong>c</strong> d</s> e <strike>f</strike>", "a  e"),
    "strong": ("a <strong>b</strong> <span>c</span>", "a b c"),
    "link": ('a [b](http://x.y "t") c', "a b c"),
    "reference": ("a [b][r] c\n\n[r]: http://x.y", "a b c"),
    "autolink": ("a <http://x.y> b", "a http://x.y b"),
    "code": ("a `b * c` d", "a b * c d"),
    "entity": ("a &amp; &#8212; &lt;b&gt;", "a & — <b>"),
    "once": ("a &amp;amp; b", "a &amp; b"),
    "escape": (r"a \*b\* c", "a *b* c"),
    "soft": ("a\nb", "a\nb"),
    "hard": ("a  \nb\\\nc", "a\nb\nc"),
    "html": ("a <b>b</b> <!-- c --> d", "a b  d"),
    "br": ("a<br>b", "a\nb"),
    "quoted": ('a <img src="x" alt="a > b"> b', "a  b"),
    "apostrophe": ("<p title=it's>b</p>", "b"),
    "script": ("a <script>b()</script> c", "a  c"),
    "unclosed": ("a <script> b", "a"),
    "footnote": ("a[^1] b", "a[^1] b"),
    "nul": ("a\0b", "a\0b"),
    "unicode": ("İ “ä” 日本", "İ “ä” 日本"),
}


@pytest.mark.parametrize(("source", "shown"), INLINE.values(), ids=INLINE)
def test_marks_are_taken_off_and_words_stay(source: str, shown: str) -> None:
    assert read(source).text == shown


def test_blocks_and_rows_are_laid_out_readably() -> None:
    article = read(
        "# Title\n\nLead:\n\n- one\n  - two\n- three\n\n  more\n\n3. c\n4. d\n\n> q\n> r\n\n"
        "| A | B |\n|---|---|\n| 1 | 2 |\n|  | 3 |\n\n```py\n  x = 1\ny\n```\n\nEnd\n---\n"
    )
    assert article.text == (
        "Title\n\nLead:\n\n- one\n  - two\n- three\nmore\n\n3. c\n4. d\n\nq\nr\n\n"
        "A | B\n1 | 2\n | 3\n\nx = 1\ny\n\nEnd"
    )
    assert [(str(b.kind), b.level, b.span.of(article.text)) for b in article.blocks] == [
        ("title", 0, "Title"),
        ("paragraph", 0, "Lead:"),
        ("list item", 1, "one"),
        ("list item", 2, "two"),
        ("list item", 1, "three"),
        ("list item", 1, "more"),
        ("list item", 1, "c"),
        ("list item", 1, "d"),
        ("quote", 0, "q\nr"),
        ("table header", 0, "A | B"),
        ("table row", 0, "1 | 2"),
        ("table row", 0, "3"),
        ("code", 0, "x = 1\ny"),
        ("heading", 2, "End"),
    ]


def test_pictures_leave_their_captions() -> None:
    text = 'Text ![a *cat*](c.png) here.\n\n![a dog](d.png)\n\n![x1](e.png "A hen, in 2010")'
    assert kinds(text) == [
        ("paragraph", "Text  here."),
        ("caption", "a cat"),
        ("caption", "a dog"),
        ("caption", "A hen, in 2010"),
    ]


HIDDEN = {
    "comment": "<!-- secret\n\nsecret -->",
    "script": "<script>\nsecret\n\nsecret\n</script>",
    "inside-div": "<div><style>\nsecret\n\nsecret\n\n</style></div>",
    "deleted": "<del>\n\nsecret\n\n</del>",
    "struck": "~~secret~~",
    "attribute": '<img alt="secret" src="x">',
    "quoted": '<div><img alt="a > secret" src=\'"> secret\'></div>',
}


@pytest.mark.parametrize("source", HIDDEN.values(), ids=HIDDEN)
def test_what_html_hides_never_becomes_text(source: str) -> None:
    article = read(f"Before.\n\n{source}\n\nAfter.\n")
    assert article.text == "Before.\n\nAfter."


def test_text_below_an_unclosed_style_is_missed_aloud() -> None:
    assert any("<style>" in note for note in read("a\n\n<div><style>\n\nb\n").notes)


def test_words_of_an_html_block_are_paragraphs() -> None:
    assert kinds("<div>One &amp; <i>two</i></div>\n") == [("paragraph", "One & two")]


def test_bold_and_numbered_lines_are_headings_where_text_follows() -> None:
    text = (
        "**The canal**\n\nIt is old.\n\n2.10 The lower lock\n\nIt leaks.\n\n2.5 million came\n\n"
        "**Note:** It is shut.\n\n**By Ann Lee**\n\n**Ito**\n\n**Mori**\n\nThey came.\n\n**The end**"
    )
    headings = [words for kind, words in kinds(text) if kind == "heading"]
    assert headings == ["The canal", "2.10 The lower lock", "Mori"]


def test_each_footnote_is_a_paragraph_and_a_mere_link_none() -> None:
    text = (
        "It is old.[^1]\n\n[^1]: [The award](http://x.y/z)\n[^2]: See the report, which says more."
    )
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "furniture", "paragraph"]


def test_a_quotation_in_html_is_one() -> None:
    html = "He said:\n<blockquote>\n<p>It is old.</p>\n</blockquote>\n\nSo it was."
    assert [kind for kind, _ in kinds(html)] == ["paragraph", "quote", "paragraph"]


def test_a_footnote_with_a_link_is_no_reference() -> None:
    assert kinds("a[^1]\n\n[^1]: https://x.example/a")[1] == (
        "furniture",
        "[^1]: https://x.example/a",
    )


@pytest.mark.parametrize(
    "line",
    [
        "<sup>9</sup> [x.example/2017/why-it-cannot](https://www.x.example/2017/why-it-cannot)",
        "https://x.example/a",
        "[2] www.x.example/a",
    ],
)
def test_a_paragraph_that_is_nothing_but_an_address_is_furniture(line: str) -> None:
    article = read(f"Body text.\n\n{line}\n")
    assert article.blocks[-1].kind is BlockKind.FURNITURE


FRONT = {
    "plain": ("title: A Title\nauthor: Jane Doe", ("A Title", "Jane Doe", None, None)),
    "number": ("title: 2024", ("2024", None, None, None)),
    "no": ("title: No", ("No", None, None, None)),
    "null": ("title: null\nauthor: ~", (None, None, None, None)),
    "list": ("authors: [Jane Doe, John Roe]", (None, "Jane Doe, John Roe", None, None)),
    "mappings": ("authors:\n- name: Jane Doe\n  role: x", (None, "Jane Doe", None, None)),
    "date": ("date: 2025-03-12", (None, None, "2025-03-12", None)),
    "time": ("date: 2025-03-12T10:00:00Z", (None, None, "2025-03-12", None)),
    "month": ("date: 2025-03", (None, None, "2025-03", None)),
    "words": ("date: 12 March 2025", (None, None, "2025-03-12", None)),
    "year": ("date: 2025", (None, None, "2025", None)),
    "url": ("url: https://x.example", (None, None, None, "https://x.example")),
    "best": ("link: b\nsource: a", (None, None, None, "a")),
    "case": ("Title: 'Quoted: yes'", ("Quoted: yes", None, None, None)),
    "entity": ("title: Now &amp; then", ("Now & then", None, None, None)),
    "folded": ("title: >\n  two\n  lines", ("two lines", None, None, None)),
}


@pytest.mark.parametrize(("block", "known"), FRONT.values(), ids=FRONT)
def test_front_matter_is_told(block: str, known: tuple[str | None, ...]) -> None:
    article = read(f"---\n{block}\n---\nBody.\n")
    assert (article.title, article.author, article.date, article.source) == known
    assert article.text == "Body."


TOML = {
    "plain": ('title = "A Title"\nauthor = "Jane Doe"', ("A Title", "Jane Doe", None, None)),
    "comment": ('# Hugo\n[params]\ntitle = "x"', (None, None, None, None)),
    "number": ("title = 2024", ("2024", None, None, None)),
    "float": ("title = 1.10", ("1.10", None, None, None)),
    "list": ('Authors = ["Jane Doe", "John Roe"]', (None, "Jane Doe, John Roe", None, None)),
    "table": ('[author]\nname = "Jane Doe"', (None, "Jane Doe", None, None)),
    "date": ("date = 2025-03-12", (None, None, "2025-03-12", None)),
    "time": ("date = 2025-03-12T23:00:00-05:00", (None, None, "2025-03-12", None)),
    "clock": ("date = 10:00:00", (None, None, None, None)),
    "words": ('date = "12 March 2025"', (None, None, "2025-03-12", None)),
    "best": ('link = "b"\nsource = "a"', (None, None, None, "a")),
}


@pytest.mark.parametrize(("block", "known"), TOML.values(), ids=TOML)
def test_front_matter_of_toml_is_told(block: str, known: tuple[str | None, ...]) -> None:
    article = read(f"+++\n{block}\n+++\n\nBody.\n")
    assert (article.title, article.author, article.date, article.source) == known
    assert article.text == "Body."


@pytest.mark.parametrize(
    "block",
    [
        "title = [unclosed",
        'title = "a"\ntitle = "b"',
        "title = 1\na" + ".a" * 30_000 + " = 1",
        "a = " + "[" * 5_000,
    ],
    ids=["syntax", "twice", "parts", "deep"],
)
def test_broken_front_matter_of_toml_costs_the_metadata_alone(block: str) -> None:
    article = read(f"+++\n{block}\n+++\nBody.\n")
    assert (article.title, article.text) == (None, "Body.")
    assert any("front matter" in note for note in article.notes)


BROKEN = {
    "syntax": "title: [unclosed",
    "alias": "title: &a x\nauthor: *a",
    "bomb": "a: &a [x, x]\nb: &b [*a, *a]\ntitle: x",
    "object": "title: !!python/object/apply:os.system ['touch /tmp/planted']",
    "date": "date: 2025-13-45",
    "deep": "title: " + "[" * 3000,
    "control": "title: a\x01b",
    "size": "title: x\n" + "# comment\n" * 10_000,
    "two": "title: a\n--- b",
    "sentence": "title: a\nsummary: What is said\nruns on at the margin.",
}


@pytest.mark.parametrize("block", BROKEN.values(), ids=BROKEN)
def test_broken_front_matter_costs_the_metadata_alone(block: str) -> None:
    article = read(f"---\n{block}\n---\nBody.\n")
    assert (article.title, article.date) == (None, None)
    assert article.text == "Body."
    assert article.notes


@pytest.mark.parametrize(
    "above",
    [
        "Ordinary text.",
        "Note: this was written in haste.\n\nOrdinary text stands here.",
        "# A heading\n\n“Ordinary text stands here.”",
        "![A picture](x.png)\n\nOrdinary text stands here.",
        "Note: this is long.\n\n" + "Ordinary text stands here.\n\n" * 3_000,
    ],
    ids=["text", "note", "heading", "picture", "long"],
)
@pytest.mark.parametrize("rule", ["---", "+++"])
def test_a_rule_above_ordinary_text_is_no_front_matter(rule: str, above: str) -> None:
    article = read(f"{rule}\n{above}\n\n{rule}\n\nMore.\n")
    assert "Ordinary text" in article.text
    assert not any("front matter" in note for note in article.notes)


def test_an_article_within_the_front_matter_is_told() -> None:
    """Some page builders keep it there."""
    words = "The harbour was built of stone in a year of drought. " * 5
    sections = "".join(f"  - text: >-\n      {words}\n\n" for _ in range(3))
    article = read(f"---\ntitle: A Title\nsections:\n{sections}---\nBody.\n")
    assert article.title == "A Title"
    assert any("not read" in note for note in article.notes)
    assert not read(f"---\ntitle: A Title\ndescription: {words}\n---\nBody.\n").notes


def test_a_heading_that_repeats_the_front_matter_is_the_title() -> None:
    assert kinds("---\ntitle: A b\n---\n# A B\n\n# C\n\nText.\n")[:2] == [
        ("title", "A B"),
        ("heading", "C"),
    ]


def test_a_heading_below_text_is_no_title() -> None:
    article = read("Some text.\n\n# One\n\nText.\n")
    assert article.title is None
    assert any("No title" in note for note in article.notes)


def test_a_by_line_below_the_title_is_told() -> None:
    article = read("# T\n\n*By Jane Doe | 12 March 2025*\n\nText.\n")
    assert (article.author, article.date) == ("Jane Doe", "2025-03-12")
    assert article.blocks[1].kind is BlockKind.BYLINE


@pytest.mark.parametrize(
    "piece", ["[", "![", "<", "*", "_a_", "`", "> ", "- a\n", "&", "<a ", "<!--", "\\"]
)
def test_hostile_characters_are_read(piece: str) -> None:
    read("a\n" + (piece * 30_000)[:30_000])


PIECES = st.sampled_from(
    ["# H", "## H2", "para one\nline two", "- a\n- b\n  - c", "1. x\n\n   y", "> q\n> - z", "| a | b |\n|-|-|\n| | c |",
     "```\ncode\n```", "    code", "<div>x", "<!-- c -->", "![i](j)", "*e* [l](m) `n`", "Set\n===", "---", "[r]: x",
     "&amp;", "***", "<script>", "</script>", "- ", "> > deep\n\n", "\u2028", "1) \n"]
)  # fmt: skip


@given(
    st.lists(PIECES, max_size=12).map("\n\n".join)
    | st.text(alphabet="a #*_`[]()<>|-\n&;!\\1.", max_size=80)
)
def test_blocks_are_ordered_disjoint_and_trimmed(source: str) -> None:
    article = read(source + "\n\nend")
    at = 0
    for block in article.blocks:
        assert at <= block.span.start < block.span.end <= len(article.text)
        words = block.span.of(article.text)
        assert words == words.strip()
        assert article.text[at : block.span.start].strip("0123456789.-| \n") == ""
        at = block.span.end
    assert article.text[at:].strip() == ""
