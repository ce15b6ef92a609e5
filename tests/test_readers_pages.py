"""What web pages say of themselves: title, author, date and address."""

import pytest

from index.readers.html import read_html
from tests.documents import LONG, OTHER, blocks, no_sockets, page
from tests.web import ARTICLE, read

__all__ = ["no_sockets"]
pytestmark = pytest.mark.usefixtures("no_sockets")


def test_a_page_saved_from_the_browser_knows_where_it_is_from() -> None:
    data = b"<!-- saved from url=(0033)https://gull.example/news/piers -->\n" + page(ARTICLE)
    assert read_html("a.html", data).source == "https://gull.example/news/piers"


LINKED = """<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle",
"headline":"X","datePublished":"2025-03-04T08:00:00+01:00","author":[{"@type":"Person","name":"Ada Lind"},{"name":"Bo Ek"}]}]}</script>"""


@pytest.mark.parametrize(
    ("head", "known"),
    [
        ("<title>T - Gull</title>", {"title": "Two Piers"}),
        (
            "<meta property='og:title' content='Two Piers &amp; More'>",
            {"title": "Two Piers & More"},
        ),
        ("<meta name=author content='Ada Lind'>", {"author": "Ada Lind"}),
        ("<meta name=author content='https://x.example/ada'>", {"author": None}),
        (
            "<meta property='article:published_time' content='2025-03-04T23:30:00-05:00'>",
            {"date": "2025-03-04"},
        ),
        ("<meta name=date content='3/4/2025'>", {"date": None}),
        (
            "<link rel=canonical href='https://gull.example/piers'>",
            {"source": "https://gull.example/piers"},
        ),
        ("<link rel=canonical href='javascript:alert(1)'>", {"source": None}),
        (
            "<link rel=canonical href='/piers'><meta property='og:url' content='https://gull.example/x'>",
            {"source": "https://gull.example/piers"},
        ),
        (LINKED, {"date": "2025-03-04", "author": "Ada Lind, Bo Ek"}),
        ("<script type='application/ld+json'>{broken</script>", {"date": None}),
        ("<script type='application/ld+json'>" + "[" * 50_000 + "</script>", {"date": None}),
    ],
)
def test_what_the_head_says_is_kept_where_it_is_certain(
    head: str, known: dict[str, str | None]
) -> None:
    article = read(f"<article>{ARTICLE}</article>", head)
    assert {name: getattr(article, name) for name in known} == known


@pytest.mark.parametrize(
    ("above", "below", "title"),
    [
        ("<h1>Two Piers<br>for one harbour</h1>", "", "Two Piers for one harbour"),
        ("<h1><style>.a{color:red}</style>Two Piers</h1>", "", "Two Piers"),
        ("<header><h1>The Daily Gull</h1></header>", "<h2>A third pier</h2>", "A third pier"),
        ("<h1><a href=/><img src=gull.png></a></h1>", "<h2>A third pier</h2>", "A third pier"),
        ("<h1>The Daily Gull</h1>", "<h1>Two Piers</h1>", "Two Piers"),
        ("<header><h1>Two Piers</h1></header>", "<h2>A third</h2>", "Two Piers"),
        ("<h1>One</h1><h1>Two</h1>", "<h2>A</h2>", "A third pier | Gull"),
    ],
    ids="broken styled paper picture two-with-the-paper header several".split(),
)
def test_a_pages_title_is_its_own_and_as_it_is_shown(above: str, below: str, title: str) -> None:
    head = "<title>A third pier | Gull</title><meta property=og:site_name content='The Daily Gull'>"
    article = read(f"{above}<article>{below}<p>{LONG}</p><p>{OTHER}</p></article>", head)
    assert article.title == title


def test_a_papers_name_is_known_by_the_heading_that_the_page_is_named_for() -> None:
    article = read(
        f"<header><h1>The Daily Gull</h1></header><article><h2>A third pier</h2><p>{LONG}</p><p>{OTHER}</p></article>",
        "<title>A third pier - Gull</title>",
    )
    assert blocks(article)[0] == ("title", "A third pier")


def test_a_by_line_below_the_title_is_found_and_is_no_passage() -> None:
    article = read(
        f"<header><h1>Two Piers</h1><p>By Ada Lind | 3 May 2025</p></header><article><p>{LONG}</p><p>{OTHER}</p></article>"
    )
    assert (article.author, article.date) == ("Ada Lind", "2025-05-03")
    assert ("by-line", "By Ada Lind | 3 May 2025") in blocks(article)
