"""Which open prose of a plain text is a title, a heading or furniture.

The rule behind the rules: what is in doubt is a paragraph. A heading is not quoted, so that a
false one hides text, whereas a heading taken for a paragraph costs next to nothing.
"""

import re

from index.articles import BlockKind
from index.readers.chunks import Chunk
from index.readers.lines import CLOSERS, LONG, ends_sentence

LONGEST_TITLE = 180
_SENTENCE_CASE = 80
"""Characters of the longest heading that need not be written in title case."""

_LINK = re.compile(r"://|www\.|\S@\S", re.IGNORECASE)
_KEY = re.compile(
    r"(?:present|attendees|attending|apologies|absent|date|time|location|place|venue|where|when"
    r"|contact|e-?mail|tel|phone|fax|chair|minutes|action|to|from|cc|note|ps|p\.s|re)\b[^:]{0,20}:",
    re.IGNORECASE,
)
_TURN = re.compile(r"(?:Q|A|Question|Answer|Interviewer)\d{0,3}[:.]")
_NUMBER = re.compile(r"(?:(\d{1,2}(?:\.\d{1,2}){0,4})\.?|([IVX]{1,5})\.)[ \t]+(?=[^\W\d_])")
_PART = re.compile(r"(?:part|chapter|section|appendix|annex) (?:\d{1,3}|[IVXA-Z]{1,5})\b", re.I)
_SMALL = frozenset(
    """a an and as at but by de for from in into is of on or over the to und vs vs. via with within
    without que la le du des et y del el los las""".split()
)
_FURNITURE = re.compile(
    r"(?:call us|contact us|share(?: this)?(?: (?:article|story|page|post))?"
    r"|read (?:more|next|also)"
    r"|related (?:articles?|stories|posts|topics|news|content)|more (?:from|on)|subscribe"
    r"|sign up|follow us|click here|advertisement|print this|e-?mail this|tweet|back to top"
    r"|leave a (?:comment|reply)|comments|all rights reserved|©|\(c\) \d{4}|copyright)\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:photo|image|picture|illustration|caption|credit|figure \d{1,3}|fig\. ?\d{1,3})s?"
    r"(?: credit| by)?[ \t]?[:.]",
    re.IGNORECASE,
)


def is_caption(text: str) -> bool:
    """Whether `text` says of itself that it is the caption of a picture."""
    return len(text) <= 400 and bool(_CAPTION.match(text))


_ADDRESS = re.compile(
    r"\W{0,3}(?:\d{1,3}\W{0,3}\s)?(?:https?://\S{3,400}|[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}/\S{1,400})"
)


def is_address(text: str) -> bool:
    """Whether `text` is nothing but a link's address, behind the number of a note if any."""
    return bool(_ADDRESS.fullmatch(text.strip()))


def is_furniture(text: str) -> bool:
    """Whether `text` is one of the short lines web pages put around every article."""
    if is_address(text):
        return True
    return len(text) <= 60 and bool(_FURNITURE.match(text)) and not ends_sentence(text)


def is_title_like(text: str) -> bool:
    """Whether `text` could stand above a whole article."""
    if len(text) > LONGEST_TITLE or text.count("\n") > 1 or _LINK.search(text):
        return False
    if _TURN.match(text) or _KEY.match(text) or sum(c.isalpha() for c in text) < 2:
        return False
    return text[-1] not in ".。;:,；：，…" or _is_upper(text)


def is_bare(text: str) -> bool:
    """Whether `text` is a short line without an end: the shape of a bare heading."""
    if len(text) > LONG or "\n" in text or _LINK.search(text) or text.startswith(("—", "–", "(")):
        return False
    if _TURN.match(text) or _KEY.match(text) or sum(c.isalpha() for c in text) < 2:
        return False
    if text[0].islower() or text.rstrip(CLOSERS)[-1:] in ".。!！;:,；：，…-–—":
        return False
    if text[-1] in "?？" or len(text) > _SENTENCE_CASE:
        return _in_title_case(text)
    return True


def numbered_level(text: str) -> int:
    """The level of a heading that begins with its number, "4.2 The canal", a dot each deeper from
    2; 0 for any other text."""
    number = _NUMBER.match(text)
    if number is None or not is_bare(text[number.end() :]):
        return 0
    return 2 + (number.group(1) or "").count(".")


def heading_level(chunks: list[Chunk], at: int) -> int:
    """The level of the heading that chunk `at` is, or 0 when it is none."""
    chunk = chunks[at]
    if not (chunk.open and _has_body(chunks, at) and _may_begin(chunks, at)):
        return 0
    if _NUMBER.match(chunk.text):
        return numbered_level(chunk.text)
    if _PART.match(chunk.text) and is_title_like(chunk.text):
        return 1
    if _is_upper(chunk.text) and len(chunk.text) <= LONG and "\n" not in chunk.text:
        return 1
    return 2 if is_bare(chunk.text) and _bare_run(chunks, at) <= 2 else 0


def is_substantive(chunk: Chunk) -> bool:
    """Whether a chunk is text that can stand below a heading."""
    if chunk.kind is not BlockKind.PARAGRAPH:
        return chunk.kind is not BlockKind.HEADING
    return len(chunk.text) > LONG or ends_sentence(chunk.text) or chunk.text.endswith((":", "："))


def _has_body(chunks: list[Chunk], at: int) -> bool:
    """Whether text follows, perhaps after one more heading or a caption."""
    for below in chunks[at + 1 : at + 3]:
        if is_substantive(below):
            return True
        if below.kind is not BlockKind.HEADING and not is_bare(below.text):
            return False
    return False


def _may_begin(chunks: list[Chunk], at: int) -> bool:
    """Whether nothing above is left open: a heading does not stand inside a sentence."""
    if at == 0 or chunks[at].gap:
        return True
    above = chunks[at - 1]
    return above.kind is not BlockKind.PARAGRAPH or is_substantive(above) or is_bare(above.text)


def _bare_run(chunks: list[Chunk], at: int) -> int:
    """How many short open lines stand together around chunk `at`: more than two are a list."""
    first, last = at, at
    while first > 0 and at - first < 3 and _is_short_line(chunks[first - 1]):
        first -= 1
    while last + 1 < len(chunks) and last - at < 3 and _is_short_line(chunks[last + 1]):
        last += 1
    return last - first + 1


def _is_short_line(chunk: Chunk) -> bool:
    return chunk.open and len(chunk.text) <= LONG and not is_substantive(chunk)


def _is_upper(text: str) -> bool:
    """Whether `text` is written in capitals, and in more of them than an abbreviation has."""
    return text.isupper() and sum(c.isalpha() for c in text) >= 4


def _in_title_case(text: str) -> bool:
    words = [word.strip("\"'“”‘’()") for word in text.split()]
    words = [word for word in words if word[:1].isalpha() and word.lower() not in _SMALL]
    return sum(not word[0].islower() for word in words) * 5 >= len(words) * 4 > 0
