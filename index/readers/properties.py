"""Which of the properties that programs write into documents are worth believing."""

import re
from datetime import date

_NO_TITLES = re.compile(
    r"(?:word document|(?:un|no )?titled?|document ?\d*|presentation ?\d*|(?:microsoft )?word\b.*"
    r"|slide \d+|layout \d+|unspecified|anonymous|none|unknown|\d+)",
    re.IGNORECASE,
)
_FILE_ENDINGS = tuple(
    ".doc .docx .odt .pdf .indd .qxd .tex .dvi .rtf .txt .htm .html .xls .xlsx .ppt .pptx".split()
)
_NO_AUTHORS = re.compile(
    r"(?:python-docx|admin(?:istrator)?|users?|owner|author|unknown|anonymous|none|default|test|pc"
    r"|windows user|microsoft(?: office)?(?: user)?|unspecified|\d+)",
    re.IGNORECASE,
)
_PDF_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")


def sane_title(value: str | None) -> str | None:
    """A title as a person would write it, on one line; None for what programs put in its place."""
    line = _line(value, longest=300)
    if line.lower().endswith(_FILE_ENDINGS) or _NO_TITLES.fullmatch(line.strip("()")):
        return None
    return line or None


def sane_author(value: str | None) -> str | None:
    """A name; None for the names that programs and accounts have."""
    line = _line(value, longest=200)
    return None if "@" in line or _NO_AUTHORS.fullmatch(line.strip("()")) else line or None


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


def _line(value: str | None, *, longest: int) -> str:
    """`value` on one line; empty when it holds no letter or figure, or is too long."""
    line = " ".join((value or "").replace("\0", " ").split())
    return line if len(line) <= longest and any(c.isalnum() for c in line) else ""
