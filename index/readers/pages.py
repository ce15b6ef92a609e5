"""What the head of a web page says of it: title, author, date, canonical link.

A value counts only where the page states it for machines; a date only when it is ISO already or
can be read in one way.
"""

import json
import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from index.readers.dates import first_date, iso_date
from index.readers.drafts import About, Piece

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title")
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author",
            "parsely-author", "sailthru.author", "byl")  # fmt: skip
_DATES = ("article:published_time", "datepublished", "dc.date", "dcterms.date", "dc.date.issued",
          "citation_publication_date", "parsely-pub-date", "sailthru.date", "pubdate", "date",
          "publish-date", "og:published_time")  # fmt: skip
_ARTICLES = frozenset(
    "Article NewsArticle BlogPosting Report ScholarlyArticle TechArticle OpinionNewsArticle"
    " AnalysisNewsArticle ReportageNewsArticle WebPage".split()
)
_SAVED = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S+)")
_SITE = re.compile(r"$|\s+[-–—|·•»:]+\s|\s*\|")
"""What parts a page's name from the site's."""

_MOST_JSON = 500_000
"""Characters of a page's linked data that are parsed."""


def about_page(root: "HtmlElement", source: str, headings: Sequence[Piece]) -> About:
    """What the page says of itself; `source` is its text, where a browser noted the address, and
    `headings` are those that are shown."""
    metas = _metas(root)
    linked = _linked_data(root)
    return About(
        title=_line(
            _first(metas, _TITLES)
            or _heading(root, metas.get("og:site_name"), headings)
            or _named(root)
        ),
        author=_author(_text(linked.get("author")) or _first(metas, _AUTHORS)),
        date=_date(_text(linked.get("datePublished")) or _first(metas, _DATES) or _time(root)),
        source=_address(root, metas, source),
    )


def _metas(root: "HtmlElement") -> dict[str, str]:
    """The first value of each named meta element, by its name in lower case."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if meta.get("content", "").strip():
            found.setdefault(name.lower(), meta.get("content", "").strip())
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _heading(root: "HtmlElement", site: str | None, headings: Sequence[Piece]) -> str | None:
    """The page's highest heading, where it has a single one that is not the site's name; a lower
    one where the page is named for that and for none of the highest."""
    said = [(piece.level, _line(piece.words)) for piece in headings]
    own = [(level, words) for level, words in said if words and words != _line(site)]
    highest = [words for level, words in own if level == 1]
    lower = [words for level, words in own if level > 1]
    named_for = partial(_is_named_for, _named(root) or "")
    if not any(map(named_for, highest)) and (found := next(filter(named_for, lower), None)):
        return found
    return highest[0] if len(highest) == 1 else None


def _named(root: "HtmlElement") -> str | None:
    return _line(root.findtext(".//title"))


def _is_named_for(named: str, words: str) -> bool:
    """Whether `named`, a page's name in its head, is `words`, or they and then the site's name."""
    said, rest = named[: len(words)], named[len(words) :]
    return bool(words) and said.casefold() == words.casefold() and bool(_SITE.match(rest))


def _linked_data(root: "HtmlElement") -> dict[str, object]:
    """The first article among the page's linked data (JSON-LD); empty when there is none."""
    for script in root.iter("script"):
        text = script.text or ""
        if script.get("type", "").lower() != "application/ld+json" or len(text) > _MOST_JSON:
            continue
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            if _ARTICLES.intersection(_listed(thing.get("@type"))):
                return thing
    return {}


def _things(data: object) -> Iterator[dict[str, object]]:
    for thing in _listed(data):
        if isinstance(thing, dict):
            yield thing
            yield from (t for t in _listed(thing.get("@graph")) if isinstance(t, dict))


def _listed(value: object) -> list[object]:
    return [t for t in value if not isinstance(t, list)] if isinstance(value, list) else [value]


def _text(value: object) -> str | None:
    """A string, a thing's name, or several of them in a row."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value[:20]))) or None
    return value.strip() or None if isinstance(value, str) else None


def _author(value: str | None) -> str | None:
    name = _line(value)
    return None if name is None or "://" in name or len(name) > 200 else name


def _date(value: str | None) -> str | None:
    if value is None:
        return None
    found = first_date(value[:40])
    return iso_date(value[:40]) or (found.iso if found and found.span.start == 0 else None)


def _time(root: "HtmlElement") -> str | None:
    """A time element that is marked as the date of publication, or the only one in the page."""
    times = [t for t in root.iter("time") if t.get("datetime")]
    marked = [
        t for t in times if t.get("pubdate") is not None or t.get("itemprop") == "datePublished"
    ]
    chosen = marked or (times if len(times) == 1 else [])
    return chosen[0].get("datetime") if chosen else None


def _address(root: "HtmlElement", metas: dict[str, str], source: str) -> str | None:
    """The page's canonical link; else where it says it is, or where a browser saved it from."""
    links = [ln.get("href") for ln in root.iter("link") if _is_canonical(ln.get("rel"))]
    saved = _SAVED.search(source[:4_000])
    base = _web(metas.get("og:url")) or _web(saved.group(1) if saved else None)
    if links and links[0]:
        joined = _web(urljoin(base, links[0]) if base else links[0])
        return joined or base
    return base


def _is_canonical(rel: str | None) -> bool:
    return "canonical" in (rel or "").lower().split()


def _web(address: str | None) -> str | None:
    """`address` when it is a web address and nothing else."""
    if address is None or len(address) > 2_000 or re.search(r"[\s<>\"\\\x00-\x1f]", address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None


def _line(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
