"""Web pages for the tests, and the articles in them."""

from index.articles import Article
from index.readers.html import read_html
from tests.documents import LONG, OTHER, are_exact, page

ARTICLE = f"<h1>Two Piers</h1><p>{LONG}</p><p>{OTHER}</p>"


def read(body: str, head: str = "") -> Article:
    """The article in a page of that body."""
    article = read_html("a.html", page(body, head))
    assert are_exact(article)
    return article
