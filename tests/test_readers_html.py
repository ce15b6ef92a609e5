"""Web pages: their main text as it is shown, and nothing that is not."""

import re
from html import escape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.passages import passages_of
from index.readers import NothingToRead, ReadError, UnknownEncoding, Unreadable
from index.readers.html import read_html
from index.spans import trimmed
from tests.documents import LONG, OTHER, are_exact, blocks, no_sockets, page, words_of
from tests.web import ARTICLE, read

__all__ = ["no_sockets"]
pytestmark = pytest.mark.usefixtures("no_sockets")


def test_the_main_text_is_kept_and_the_frame_is_not() -> None:
    article = read(
        f"<header><a href=/>The Daily Gull</a><nav><ul><li><a href=/n>News today and always</a>"
        f"</ul></nav></header><main><article>{ARTICLE}</article></main>"
        f"<aside><h3>Most read</h3><p><a href=/x>Ten ways to tie a knot</a></p></aside>"
        f"<footer><p>Copyright 2025 The Daily Gull. All rights reserved.</p></footer>"
    )
    assert blocks(article) == [("title", "Two Piers"), ("paragraph", LONG), ("paragraph", OTHER)]
    assert article.title == "Two Piers"


def test_headings_lists_and_tables_keep_their_shape() -> None:
    article = read(
        f"<article>{ARTICLE}<h2>What is planned</h2><p>The council wants three things:</p>"
        "<ul><li>A third pier<ul><li>made of stone</li></ul></li><li>A pilot</li></ul>"
        "<table><caption>Ships a year</caption><tr><th>Year</th><th>Ships</th></tr>"
        f"<tr><td>2024</td><td>31</td></tr></table><blockquote>We want it.</blockquote><p>{LONG}</p></article>"
    )
    assert blocks(article)[3:-1] == [
        ("heading", "What is planned"),
        ("paragraph", "The council wants three things:"),
        ("list item", "A third pier"),
        ("list item", "made of stone"),
        ("list item", "A pilot"),
        ("caption", "Ships a year"),
        ("table header", "Year | Ships"),
        ("table row", "2024 | 31"),
        ("quote", "We want it."),
    ]
    items = [p for p in passages_of(article) if p.text == "A pilot"]
    assert items[0].context.lead_in == "The council wants three things:"
    assert items[0].context.headings == ("What is planned",)
    rows = [p for p in passages_of(article) if p.text == "2024 | 31"]
    assert rows[0].context.header == "Year | Ships"


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>secret()</script>",
        "<style>.secret{}</style>",
        "<!-- secret -->",
        "<p hidden>secret</p>",
        '<p style="color:red; display : none">secret</p>',
        '<p style="visibility:hidden">secret</p>',
        '<div style="font-size:0;line-height:0">secret</div>',
        "<noscript>secret</noscript>",
        "<template><p>secret</p></template>",
        "<textarea>secret</textarea><button>secret</button><select><option>secret</option></select>",
        "<p class='sr-only'>secret</p>",
        "<p class='gone'>secret</p><p id=away>secret</p>",
        "<dialog>secret</dialog>",
        "<svg><text>secret</text></svg>",
        "<p><del>secret</del></p>",
        "<table><tr><th>A</th><th>B</th></tr><tr style='display:none'><td>secret</td><td>secret</td></tr></table>",
    ],
)
@pytest.mark.parametrize("around", [ARTICLE, "<p>Short.</p>"], ids=["article", "short-page"])
def test_what_is_not_shown_is_no_text(hidden: str, around: str) -> None:
    head = "<style>.gone{display:none} #away { display:none } @media print{p{display:none}}</style>"
    assert "secret" not in read(f"<article>{around}{hidden}</article>", head).text


def test_a_class_that_another_rule_shows_is_not_hidden() -> None:
    head = "<style>.tab{display:none} .tab.active{display:block}</style>"
    assert "Shown words" in read("<p class='tab active'>Shown words here.</p>", head).text


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("Fish &amp; chips &lt;b&gt;", "Fish & chips <b>"),
        (
            "&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
        ),
        ("It is <em>not</em> al<b>low</b>ed<i>.</i>", "It is not allowed."),
        ("10<sup>6</sup> m<sup>2</sup> on the 1<sup>st</sup>", "10⁶ m² on the 1st"),
        ("CO<sub>2</sub>\n   and\n\t more", "CO2 and more"),
        ("He said <q>yes</q> then", "He said “yes” then"),
        ("one<br>two", "one\ntwo"),
        ("a&nbsp;b &#8217; &#x80;", "a\xa0b ’ €"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字", "漢字"),
        ("NUL\0 stays visible", "NUL\ufffd stays visible"),
    ],
)
def test_words_are_what_a_browser_shows(source: str, shown: str) -> None:
    assert words_of(read(f"<p>{source}</p>")) == [shown]


def test_a_repeated_paragraph_is_kept_as_often_as_it_stands_there() -> None:
    article = read(f"<article><h1>Twice</h1><p>{LONG}</p><p>{LONG}</p><p>{OTHER}</p></article>")
    assert words_of(article).count(LONG) == 2


def test_a_last_paragraph_of_two_words_is_kept() -> None:
    article = read(
        f"<article><h1>Brief</h1><p>{LONG}</p><p>{OTHER}</p><p>Japan refused.</p></article>"
    )
    assert words_of(article)[-1] == "Japan refused."


def boxed(words: str) -> str:
    return f"<div class=mw-heading><h2>{words}</h2></div>"


@pytest.mark.parametrize(
    "between",
    [
        boxed("Legacy"),
        f"{boxed('Past')}<div class=mw-heading><h3>Legacy</h3></div>",
        f"{boxed('Legacy')}<div role=note>Main article: <a href=/x>The legacy of two piers</a></div>",
        "<header><h2>Legacy</h2></header>",
    ],
    ids=["alone", "below-another", "above-a-link", "header"],
)
def test_a_brief_heading_in_a_box_of_its_own_heads_its_section(between: str) -> None:
    article = read(
        f"<h1>Two Piers</h1><div>{boxed('How the pier was built')}<p>{LONG}</p>{between}<p>{OTHER}</p></div>"
    )
    sections = [p.context.section for p in passages_of(article)]
    assert (sections[0], sections[-1]) == ("How the pier was built", "Legacy")


def test_the_heading_of_links_within_an_article_heads_nothing() -> None:
    links = "".join(f"<li><a href=/{n}>Another story of the gull {n}</a></li>" for n in range(4))
    related = f"<div><div><h3>Read more</h3></div><ul>{links}</ul></div>"
    article = read(f"<article><h1>Two Piers</h1><p>{LONG}</p>{related}<p>{OTHER}</p></article>")
    assert words_of(article) == ["Two Piers", LONG, OTHER]


def test_what_the_editors_of_a_page_click_on_is_no_part_of_its_headings() -> None:
    edit = "<span class=mw-editsection>[<a href=/e>edit</a>]</span>"
    article = read(
        f"<article><h1>Two Piers</h1><p>{LONG}</p><h2><span>Legacy</span>{edit}</h2><p>{OTHER}</p></article>"
    )
    assert words_of(article) == ["Two Piers", LONG, "Legacy", OTHER]


@pytest.mark.parametrize(
    ("last", "shown"),
    [
        ("Closed in 1990<sup>3</sup> after rain<sup>4</sup>, reopened<sup>5</sup>.", "Closed in 1990³ after rain⁴, reopened⁵."),
        ("The ad&shy;min&shy;is&shy;tra&shy;tion was dis&shy;solved in 1990.", "The ad\xadmin\xadis\xadtra\xadtion was dis\xadsolved in 1990."),
    ],
    ids=["raised", "soft-hyphens"],
)  # fmt: skip
def test_a_last_paragraph_is_known_whatever_stands_in_its_words(last: str, shown: str) -> None:
    body = f"<h1>Piers</h1><article><p>{LONG}</p><p>{OTHER}</p><p>{last}</p></article>"
    assert words_of(read(body))[-1] == shown


def test_a_short_page_is_taken_whole_but_for_its_menu() -> None:
    article = read(
        "<nav><a href=/>Home page of all</a></nav><p>Closed on Monday.</p><p>Open else.</p>"
    )
    assert words_of(article) == ["Closed on Monday.", "Open else."]


def test_a_newsletter_of_nested_tables_is_read_as_text() -> None:
    def cell(title: str, words: str) -> str:
        return f"<tr><td><table role=presentation><tr><td><h2>{title}</h2><p>{words}</p></td></tr></table></td></tr>"

    letter = (
        '<div style="display:none;max-height:0">Preview text of the letter</div><table width="600"><tr><td>'
        f"<table>{cell('Harbour news', LONG)}{cell('Pier news', OTHER)}</table></td></tr></table>"
    )
    article = read(letter)
    assert words_of(article) == ["Harbour news", LONG, "Pier news", OTHER]


FRENCH = "Les élèves ont été reçus à l'école, où ils étaient déjà après la fête."


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b"<meta charset=windows-1252>", "cp1252"),
        (
            b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">',
            "iso8859-15",
        ),
        (b"<meta charset=windows-1252>", "utf-8"),
        (b"", "utf-8-sig"),
        (b"", "utf-16"),
    ],
    ids=["declared", "http-equiv", "declared-falsely", "utf-8-mark", "utf-16-mark"],
)
def test_the_charset_is_taken_from_mark_utf8_or_declaration(head: bytes, encoding: str) -> None:
    text = f"<html><head>{head.decode()}</head><body><p>{FRENCH}</p></body></html>"
    assert words_of(read_html("a.html", text.encode(encoding))) == [FRENCH]


def test_a_declaration_that_the_bytes_break_is_refused() -> None:
    data = b"<meta charset=iso-2022-jp><p>caf\xe9 and more words</p>"
    with pytest.raises(UnknownEncoding):
        read_html("a.html", data)


@pytest.mark.parametrize("depth", [300, 1_900])
def test_deep_nesting_loses_no_text(depth: int) -> None:
    assert words_of(read("<div>" * depth + "<p>At the bottom.</p>" + "</div>" * depth)) == [
        "At the bottom."
    ]


def test_absurd_nesting_is_refused_and_not_cut() -> None:
    with pytest.raises(Unreadable, match="nested too deeply"):
        read("<div>" * 100_000 + "words")


@pytest.mark.parametrize("data", [b"<html></html>", page("<script>x</script>"), b"<!-- only -->"])
def test_a_page_without_words_says_so(data: bytes) -> None:
    with pytest.raises(NothingToRead):
        read_html("a.html", data)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), max_size=8))
@example(["0" * 120, "0" * 115 + "\u02d20\u02d20"])
def test_every_paragraph_stands_in_the_text_word_for_word(paragraphs: list[str]) -> None:
    article = read("".join(f"<p>{escape(words)}</p>" for words in [*paragraphs, "end"]))
    shown = [trimmed(words, 0, len(words)) for words in map(spaced, paragraphs)]
    assert words_of(article) == [
        *(span.of(spaced(w)) for w, span in zip(paragraphs, shown, strict=True) if span),
        "end",
    ]


def spaced(words: str) -> str:
    return re.sub(r" +", " ", words)


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"<p>", b"<table><tr><td>", b"<meta charset=koi8-r>"]),
)
def test_any_bytes_make_an_article_with_exact_blocks_or_a_refusal(
    data: bytes, before: bytes
) -> None:
    try:
        article = read_html("a.html", before + data)
    except ReadError:
        return
    assert are_exact(article)
