"""From a file's bytes to its text: marked, UTF-8, UTF-16, or a legacy encoding that is certain.

Never a guess: bytes that could be read in two ways are refused, since a quote with wrong letters
is worse than a file that is not read.
"""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from index.readers import NothingToRead, UnknownEncoding, Unreadable


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text with line ends as newlines; `note` says how it was read where that matters."""

    text: str
    note: str | None = None


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16 LE, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "a database"),
)

_NOT_TEXT = frozenset({"Cc", "Cn", "Co", "Cs"})
_CONTROL = re.compile(r"[\x00-\x07\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes) -> Decoded:
    """The text of `data`; Unreadable, UnknownEncoding or NothingToRead when there is none."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise Unreadable(f"It is {what}, not text", "Save it as text in UTF-8.")
    decoded = _marked(data) or _unicode(data) or _legacy(data)
    _refuse_binary(decoded.text)
    if not decoded.text.strip():
        raise NothingToRead
    return Decoded(_with_newlines(decoded.text), decoded.note)


def _with_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _marked(data: bytes) -> Decoded | None:
    """The text after a byte order mark."""
    mark = next((m for m in _MARKS if data.startswith(m[0])), None)
    if mark is None:
        return None
    bom, encoding = mark
    try:
        return Decoded(data[len(bom) :].decode(encoding))
    except UnicodeDecodeError as error:
        raise UnknownEncoding(
            f"Its mark says {encoding.upper()}, but byte {len(bom) + error.start + 1:,} is not"
        ) from error


def _unicode(data: bytes) -> Decoded | None:
    """UTF-8, or UTF-16 without a mark where that is unmistakable."""
    if data.isascii() and (b"\x1b$B" in data or b"\x1b$@" in data):
        raise UnknownEncoding("It is in a seven-bit encoding (ISO-2022)")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _unmarked_utf16(data)
    # UTF-16 may be valid UTF-8, but then it is full of NULs and other controls.
    wide = _unmarked_utf16(data) if _has_many_controls(text) else None
    return wide or Decoded(text)


def _unmarked_utf16(data: bytes) -> Decoded | None:
    """UTF-16 when some of its units have a zero high byte and hardly any a zero low one."""
    units = len(data) // 2
    if units < 2 or len(data) % 2:
        return None
    even, odd = data[0::2].count(0), data[1::2].count(0)
    high, low = max(even, odd), min(even, odd)
    if high * 50 < units or low * 20 > high:
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    odd_ones = sum(unicodedata.category(c) in _NOT_TEXT for c in set(text) - set("\t\n\r\f"))
    return (
        None if odd_ones else Decoded(text, f"Read as {encoding.upper()}, which it does not say.")
    )


_NOT_TEXT = frozenset({"Cc", "Cn", "Co", "Cs"})


def _legacy(data: bytes) -> Decoded:
    """`data` in the one encoding from before Unicode that makes sense of it."""
    from index.readers.legacy import readings, utf8_share

    texts = readings(data)
    if len(set(texts.values())) == 1:
        encoding, text = next(iter(texts.items()))
        return Decoded(text, f"Read as {encoding}, since it is not UTF-8.")
    if texts:
        raise UnknownEncoding(f"It is not UTF-8, and could be any of: {', '.join(texts)}")
    if utf8_share(data) > 0.5:
        raise UnknownEncoding(f"It is UTF-8, but damaged at byte {_first_fault(data) + 1:,}")
    raise UnknownEncoding("It is not UTF-8, and no other encoding fits it with certainty")


def _first_fault(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return len(data)


def _refuse_binary(text: str) -> None:
    if _has_many_controls(text):
        what = "It is full of control characters, so that it is data rather than text"
        raise Unreadable(what, "Save it as text in UTF-8.")


def _has_many_controls(text: str) -> bool:
    controls = len(_CONTROL.findall(text))
    return controls > 3 and controls * 20 > len(text)
