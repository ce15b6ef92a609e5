"""What stands at the head of an article: by-lines, date lines, labelled lines."""

import re
from dataclasses import dataclass

from index.readers.dates import first_date, iso_date

LONGEST = 250
"""Characters of the longest line that is looked at."""

_LABELS = {
    "title": "title", "headline": "title", "subject": "title",
    "author": "author", "authors": "author", "by": "author", "byline": "author",
    "written by": "author", "from": "author",
    "date": "date", "dated": "date", "sent": "date", "published": "date",
    "published on": "date", "publication date": "date", "posted": "date", "posted on": "date",
    "updated": "updated", "updated on": "updated", "last updated": "updated",
    "last modified": "updated",
    "source": "source", "url": "source", "link": "source", "original": "source",
    "website": "source",
    "to": "", "cc": "", "bcc": "", "reply-to": "", "keywords": "", "tags": "", "category": "",
}  # fmt: skip
_LABELLED = re.compile(r"([A-Za-z][A-Za-z -]{1,17}?)[ \t]?:[ \t]*(\S.*)", re.DOTALL)
_DATE_LABEL = re.compile(
    r"\W*(?:(last updated|last modified|updated)|published|posted|dated?)(?: on| at)?\b:?",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:written |words |story |report )?by:?[ \t]+(?=\S)", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:staff|writer|correspondent|editor|editorial|reporter|analyst|columnist|contributor"
    r"|bureau|professor|fellow|director|special to|min(?:ute)?s? read)\b",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_PARTICLES = frozenset(
    "de der den van von da di du la le el al bin ibn ben dos das y e ter".split()
)
_AND = re.compile(r"(?<!\s)\s*(?:,? and |,? & |[,;])\s*")
_KICKERS = frozenset(
    {
        "advertisement", "analysis", "breaking", "breaking news", "commentary", "editorial",
        "exclusive", "feature", "features", "for immediate release", "interview", "news",
        "news release", "op-ed", "opinion", "press release",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Masthead:
    """What one line at the head says; `doubtful` is a date that can be read in two ways."""

    title: str | None = None
    author: str | None = None
    date: str | None = None
    updated: str | None = None
    source: str | None = None
    doubtful: str | None = None


def masthead_of(text: str) -> Masthead | None:
    """What `text` says as a line of a masthead; None when it is no such line."""
    if len(text) > LONGEST:
        return None
    return _labelled(text) or _date_line(text) or _by_line(text)


def is_masthead_line(text: str) -> bool:
    """Whether `text` is a by-line, a date line or a labelled line."""
    return masthead_of(text) is not None


def is_kicker(text: str) -> bool:
    """Whether `text` is one of the labels that newspapers print above a title."""
    return text.strip(" :-–—|*[]()").casefold() in _KICKERS


def _labelled(text: str) -> Masthead | None:
    match = _LABELLED.match(text)
    label = match.group(1).strip().lower() if match else ""
    if match is None or label not in _LABELS:
        return None
    value = match.group(2).strip()
    field = _LABELS[label]
    if field == "author":
        return _author(value, certain=label != "from")
    if field in ("date", "updated"):
        return _dated(value, updated=field == "updated")
    if field == "title":
        return Masthead(title=value)
    return Masthead(source=value if field == "source" else None)


def _author(value: str, *, certain: bool) -> Masthead | None:
    name = re.sub(r"(?<!\s)\s*<[^<>]{0,200}>", "", value).strip(" \t\"'")
    if not name:
        return Masthead()
    return Masthead(author=_names(name) or name) if certain or _names(name) else None


def _dated(value: str, *, updated: bool = False) -> Masthead:
    iso = iso_date(value) or getattr(first_date(value), "iso", None)
    doubtful = value if iso is None and first_date(value) else None
    if updated:
        return Masthead(updated=iso, doubtful=doubtful)
    return Masthead(date=iso, doubtful=doubtful)


def _date_line(text: str) -> Masthead | None:
    """A line that holds a date, its label, and nothing else; two dates where one is an update."""
    label = _DATE_LABEL.match(text)
    rest = text[label.end() :] if label else text
    found = first_date(rest)
    if found is None:
        return None
    after = rest[found.span.end :].strip(" \t|,;()·•-–—")
    alone = rest[: found.span.end] if after and _date_line(after) else rest
    if iso_date(alone) is None and (found.iso is not None or not _is_numeric(alone)):
        return None
    doubtful = rest.strip() if found.iso is None else None
    if label and label.group(1):
        return Masthead(updated=found.iso, doubtful=doubtful)
    return Masthead(date=found.iso, doubtful=doubtful)


def _is_numeric(text: str) -> bool:
    return not any(c.isalpha() for c in text)


def _by_line(text: str) -> Masthead | None:
    """A line such as "By Jane Doe and John Roe | 1 May 2025", or a name printed twice."""
    if name := _doubled(text):
        return Masthead(author=name)
    by = _BY.match(text)
    if not by:
        return None
    rest, found = text[by.end() :], first_date(text[by.end() :])
    if found:
        rest = f"{rest[: found.span.start]}|{rest[found.span.end :]}"
    parts = [part.strip(" \t,;()") for part in re.split(r"[|•·]|\s[–—-]\s", rest)]
    parts = [p for p in parts if p and not _says_no_name(p)]
    names = _names(parts[0]) if len(parts) <= 2 and parts else None
    if names is None:
        return None
    doubtful = found.span.of(text[by.end() :]) if found and found.iso is None else None
    return Masthead(author=names, date=found.iso if found else None, doubtful=doubtful)


def _says_no_name(part: str) -> bool:
    """Whether a part of a by-line is a role or the label of a date."""
    return bool(_DATE_LABEL.fullmatch(part)) or (bool(_ROLE.search(part)) and not _names(part))


def _doubled(text: str) -> str | None:
    """The name that `text` prints twice, as web pages do beside an author's picture."""
    half = len(text) // 2
    first, second = text[:half].strip(), text[half:].strip()
    return _names(first) if first == second and " " in first and len(first) < 60 else None


def _names(text: str) -> str | None:
    """`text` without roles, when it is one or more names of persons or of a paper."""
    parts = [p for p in _AND.split(text) if p]
    kept = [p for p in parts if not _ROLE.search(p)]
    if not kept or not all(map(_is_name, kept)):
        return None
    return text if len(kept) == len(parts) else " and ".join(kept)


def _is_name(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= 5 or not all(_NAME_WORD.fullmatch(word) for word in words):
        return False
    capital = [word for word in words if word not in _PARTICLES]
    return bool(capital) and not any(word[0].islower() for word in capital)
