"""Which of the properties that programs write into documents are worth believing."""

import re
from datetime import date

_NO_TITLES = re.compile(
    r"(?:word document|(?:un|no )?title[d]?|document ?\d*|presentation ?\d*|(?:microsoft )?word\b.*"
    r"|.*\.(?:docx?|odt|pdf|indd|qxd|tex|dvi|rtf|txt|html?|xlsx?|pptx?)|slide \d+|layout \d+"
    r"|\(?(?:unspecified|anonymous|none|unknown)\)?|\W*|\d+)",
    re.IGNORECASE,
)
_NO_AUTHORS = re.compile(
    r"(?:python-docx|admin(?:istrator)?|users?|owner|author|unknown|anonymous|none|default|test|pc"
    r"|windows user|microsoft(?: office)?(?: user)?|\(?(?:unspecified|anonymous)\)?|\W*|\d+|.*@.*)",
    re.IGNORECASE,
)
_PDF_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")


def sane_title(value: str | None) -> str | None:
    """A title as a person would write it, on one line; None for what programs put in its place."""
    return _sane(value, _NO_TITLES, 300)


def sane_author(value: str | None) -> str | None:
    """A name; None for the names that programs and accounts have."""
    return _sane(value, _NO_AUTHORS, 200)


def sane_date(value: str | None) -> str | None:
    """The day of an ISO or a PDF date; None when it is no day of the last 150 years."""
    match = _PDF_DATE.match((value or "").strip().replace("-", ""))
    if match is None:
        return None
    try:
        day = date(*(int(part) for part in match.groups()))
    except ValueError:
        return None
    return day.isoformat() if 1875 <= day.year <= 2100 else None


def _sane(value: str | None, refused: re.Pattern[str], longest: int) -> str | None:
    line = " ".join((value or "").replace("\0", " ").split())
    return None if not line or len(line) > longest or refused.fullmatch(line) else line
