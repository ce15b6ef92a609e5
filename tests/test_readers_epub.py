"""E-books: chapters in reading order, in one article."""

import pytest

from index.articles import Article
from index.passages import passages_of
from index.readers import NothingToRead, ReadError, Unreadable
from index.readers.archives import Encrypted, Expanded
from index.readers.epub import read_epub
from tests.documents import LONG, OTHER, are_exact, blocks, epub, no_sockets, words_of, zipped

__all__ = ["no_sockets"]
pytestmark = pytest.mark.usefixtures("no_sockets")

LOCK = '<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptionMethod Algorithm="{}"/></encryption>'


def read(chapters: dict[str, str], labels: dict[str, str] | None = None) -> Article:
    article = read_epub("a.epub", epub(chapters, labels=labels), expanded_bytes=10_000_000)
    assert are_exact(article)
    return article


def test_chapters_are_headings_in_one_article() -> None:
    article = read(
        {
            "b.xhtml": f"<h1>The First</h1><p>{LONG}</p>",
            "a.xhtml": f"<h1>The Second</h1><p>{OTHER}</p>",
        }
    )
    assert blocks(article) == [
        ("heading", "The First"),
        ("paragraph", LONG),
        ("heading", "The Second"),
        ("paragraph", OTHER),
    ]
    assert (article.title, article.author, article.date) == (
        "The Harbour",
        "Ada Lind",
        "2024-05-01",
    )
    assert [p.context.section for p in passages_of(article)] == ["The First", "The Second"]


def test_a_chapter_without_a_heading_takes_the_one_of_the_contents() -> None:
    article = read({"a.xhtml": f"<p>{LONG}</p>"}, {"a.xhtml": "The First"})
    assert blocks(article)[0] == ("heading", "The First")


def test_empty_xml_elements_swallow_nothing() -> None:
    article = read({"a.xhtml": f'<a id="x"/><p>{LONG}<span/></p><div/><p>{OTHER}</p>'})
    assert words_of(article) == [LONG, OTHER]


def test_locked_fonts_do_not_lock_a_book() -> None:
    book = epub(
        {"a.xhtml": f"<p>{LONG}</p>"}, extra=LOCK.format("http://www.idpf.org/2008/embedding")
    )
    assert LONG in read_epub("a.epub", book, expanded_bytes=10_000_000).text


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (
            epub(
                {"a.xhtml": "<p>x</p>"},
                extra=LOCK.format("http://www.w3.org/2001/04/xmlenc#aes256-cbc"),
            ),
            Encrypted,
        ),
        (epub({"a.xhtml": ""}), NothingToRead),
        (epub({}), NothingToRead),
        (epub({"a.xhtml": "<p>" + "a" * 3_000_000}), Expanded),
        (
            zipped({"META-INF/container.xml": "<!DOCTYPE c [<!ENTITY a 'b'>]><c>&a;</c>"}),
            Unreadable,
        ),
        (zipped({"META-INF/container.xml": "<c/>"}), Unreadable),
        (zipped({"a": "b"}), Unreadable),
        (b"PK", Unreadable),
    ],
    ids="locked blank no-chapters bomb entities no-root no-container garbage".split(),
)
def test_what_is_no_book_says_what_it_is(data: bytes, error: type[ReadError]) -> None:
    with pytest.raises(error):
        read_epub("a.epub", data, expanded_bytes=2_000_000)
