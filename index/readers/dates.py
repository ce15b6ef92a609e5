"""Dates as articles write them, turned into ISO 8601 only where they can be read in one way."""

import re
from dataclasses import dataclass
from datetime import date

from index.spans import Span

_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d)"

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}[-/](?P<month>\d\d?)(?:[-/](?P<day>\d\d?))?(?!\d)(?:T\d[\d:.+Z-]{{0,24}})?",
        rf"(?<![\d.,]){_DAY}(?: of)? {_MONTH},? {_YEAR}",
        rf"\b{_MONTH} {_DAY},? {_YEAR}",
        rf"\b{_MONTH},? {_YEAR}",
        rf"(?<!\d)(?P<first>\d\d?)(?P<sep>[/.-])(?P<second>\d\d?)(?P=sep){_YEAR}",
    )
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """Where a text names a date; `iso` is None when it can be read in two ways."""

    span: Span
    iso: str | None


def first_date(text: str) -> FoundDate | None:
    """The first date that `text` names, or None."""
    found = [m for form in _FORMS if (m := form.search(text))]
    if not found:
        return None
    match = min(found, key=lambda m: (m.start(), -m.end()))
    return FoundDate(Span(*match.span()), _iso(match))


def iso_date(text: str) -> str | None:
    """`text` as an ISO date when it is a date, a month or a year and nothing else."""
    text = text.strip()
    if re.fullmatch(r"(1[5-9]|20)\d\d", text):
        return text
    found = first_date(text)
    rest = text[: found.span.start] + text[found.span.end :] if found else text
    return found.iso if found and not _ASIDE.sub("", rest).strip(" \t,|.()-–—") else None


_ASIDE = re.compile(
    r"\b(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\.\d+)?\b|at\b|on\b|[ap]\.?m\b\.?"
    r"|(?:gmt|utc|est|edt|pst|pdt|cet|cest|bst|jst|ist|hrs?)\b|[+-]\d\d:?\d\d\b|z\b)"
    r"|(?<= )[+-]\d{4}\b",
    re.IGNORECASE,
)
"""What stands beside a date without changing it: weekday, time, zone."""


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if "first" in parts:
        return _numeric(int(parts["first"]), int(parts["second"]), year)
    named = parts["month"][:3].lower()
    month = _NAMES.index(named) + 1 if named in _NAMES else int(parts["month"])
    if parts.get("day") is None:
        return f"{year:04}-{month:02}" if 1 <= month <= 12 else None
    return _checked(year, month, int(parts["day"]))


def _numeric(first: int, second: int, year: int) -> str | None:
    """Day and month in either order, where only one order is possible or both say the same."""
    readings = {_checked(year, first, second), _checked(year, second, first)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _checked(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
