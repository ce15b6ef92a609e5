"""The lines of a PDF page, put together from its glyphs and where they stand.

PDFium ends a line where the text stands higher or lower than before: behind each raised or lowered
figure. What goes on right there on about the same level is one line again, and raised figures are
written as Unicode has them, as 1990³ is no 19903.
"""

import re
from collections.abc import Iterator
from ctypes import byref, c_double, c_int, create_string_buffer
from dataclasses import dataclass, field
from itertools import groupby
from math import cos, pi, sin
from typing import TYPE_CHECKING, NamedTuple

from index.readers.drafts import raised
from index.readers.printed import Gap, Line, differs

if TYPE_CHECKING:
    from types import ModuleType

    from pypdfium2 import PdfTextPage  # type: ignore[import-untyped]

_LINE_END = re.compile(r"\r\n|[\r\n\x02\ufffe]")
_HYPHENS = ("\x02", "\ufffe")
"""What PDFium gives for a hyphen at the end of a line (one or the other, by version)."""

_PRINTED = str.maketrans({**dict.fromkeys(_HYPHENS, "-"), "\0": "\ufffd", "\r": " ", "\n": " "})
_FIGURES = frozenset("0123456789+-−")
_FIGURE = re.compile(r"[+−-]?[0-9]+")
_BOX_HEIGHT = 1.15
"""The height of a character's box in sizes, about alike for all fonts."""

# In sizes:
_WIDE_GAP = 1.1  # the words of a justified line stand closer
_WORD_GAP = 0.8  # between two words of a line
_NARROW_SPACE = 0.25  # no space is narrower
_LETTER_GAP = 0.15  # between two letters of a word
_LEVEL = 0.6  # how far a raised or lowered figure is from its line; the next line is farther
_RAISED = 0.25  # from which it is one
_SMALL = 0.9  # what a raised figure standing by itself is at most


class _Glyph(NamedTuple):  # of which there are many: half the time of a dataclass
    """Where a character stands, on a page that is turned until it is upright.

    `base` is the height of the line on which it stands.
    """

    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page's characters, one for each of PDFium's places, and those that were looked at."""

    text: "PdfTextPage"
    signs: str
    pdfium: "ModuleType"
    seen: dict[int, _Glyph] = field(default_factory=dict)

    def glyph(self, place: int) -> _Glyph:
        """Where the character at `place` stands."""
        if place not in self.seen:
            self.seen[place] = self._measured(place)
        return self.seen[place]

    def _measured(self, place: int) -> _Glyph:
        x, y, box = c_double(), c_double(), self.pdfium.FS_RECTF()
        self.pdfium.FPDFText_GetCharOrigin(self.text, place, x, y)
        self.pdfium.FPDFText_GetLooseCharBox(self.text, place, box)
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        base, angle = y.value, self.pdfium.FPDFText_GetCharAngle(self.text, place)
        if angle:
            base = y.value * cos(angle) + x.value * sin(angle)
            for _ in range(round(2 * angle / pi) % 4):
                left, bottom, right, top = -top, left, -bottom, right
        # The size that a font states may be scaled; the height of its box is what is printed.
        return _Glyph(left, right, base, (top - bottom) / _BOX_HEIGHT)

    def is_bold(self, place: int) -> bool:
        """Whether the font of the character at `place` says so."""
        name, flags = create_string_buffer(128), c_int()
        self.pdfium.FPDFText_GetFontInfo(self.text, place, name, len(name), byref(flags))
        return b"bold" in name.value.lower()

    def is_added(self, place: int) -> bool:
        """Whether PDFium put the character at `place` where white is printed."""
        return bool(self.pdfium.FPDFText_IsGenerated(self.text, place) == 1)


def lines_of(text: "PdfTextPage") -> Iterator[Line]:
    """The lines of a page in PDFium's order."""
    from pypdfium2 import raw

    sheet = _Sheet(text, _signs(text, raw), raw)
    for places in _places(sheet):
        yield _line(sheet, places)


def _signs(text: "PdfTextPage", pdfium: "ModuleType") -> str:
    count = text.count_chars()
    signs = text.get_text_range() if count else ""
    if len(signs) == count:
        return signs
    return "".join(_sign(pdfium.FPDFText_GetUnicode(text, at)) for at in range(count))


def _sign(code: int) -> str:
    return "\ufffd" if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)


def _places(sheet: _Sheet) -> Iterator[list[int]]:
    """The places of each line's characters, white space around it left out."""
    places: list[int] = []
    for stretch in _stretches(sheet.signs):
        white = _white(sheet, places[-1], stretch[0]) if places else None
        if white is None and places:
            yield places
            places = []
        if white is not None and white > _LETTER_GAP:
            places.append(places[-1] + 1)
        places += stretch
    if places:
        yield places


def _stretches(signs: str) -> Iterator[range]:
    """What PDFium takes for lines."""
    start = 0
    for end in [match.end() for match in _LINE_END.finditer(signs)] + [len(signs)]:
        words = signs[start:end]
        if stripped := words.strip():
            lead = start + len(words) - len(words.lstrip())
            yield range(lead, lead + len(stripped))
        start = end


def _white(sheet: _Sheet, one: int, other: int) -> float | None:
    """The white between two characters in sizes; None where they stand in different lines."""
    if sheet.signs[one] in _HYPHENS:
        return None
    a, b = sheet.glyph(one), sheet.glyph(other)
    size = max(a.size, b.size, 0.1)
    white = (b.left - a.right) / size
    return white if abs(a.base - b.base) < _LEVEL * size and abs(white) < _WORD_GAP else None


def _line(sheet: _Sheet, places: list[int]) -> Line:
    places = [p for p in places if sheet.signs[p] != " " or not _is_no_space(sheet, p)]
    words = "".join(sheet.signs[place] for place in places).translate(_PRINTED)
    letter = next((at for at, sign in enumerate(words) if sign.isalnum()), 0)
    starts = [at for at in _starts(words) if words[at].isalnum()] or [letter]
    usual = _usual([sheet.glyph(places[at]) for at in starts])
    gaps = (
        Gap(at, sheet.glyph(places[at - 1]).right, sheet.glyph(places[at + 1]).left)
        for at in (match.start() for match in re.finditer(r"(?<! ) (?! )", words))
    )
    return Line(
        words=_with_raised(sheet, words, places, usual),
        left=sheet.glyph(places[0]).left,
        right=sheet.glyph(places[-1]).right,
        bottom=usual.base,
        size=usual.size,
        bold=sheet.is_bold(places[letter]) and sheet.is_bold(places[-1]),
        gaps=tuple(gap for gap in gaps if gap.right - gap.left > _WIDE_GAP * usual.size),
    )


def _is_no_space(sheet: _Sheet, place: int) -> bool:
    """Whether PDFium put a space where a raised or lowered figure stands at its word."""
    in_word = sheet.signs[place - 1].isalnum() and sheet.signs[place + 1].isdigit()
    if not (in_word and sheet.is_added(place)):
        return False
    one, other = sheet.glyph(place - 1), sheet.glyph(place + 1)
    size = max(one.size, other.size)
    moved = abs(one.base - other.base) > _RAISED * size
    return moved and other.left - one.right < _NARROW_SPACE * size


def _starts(words: str) -> Iterator[int]:
    """Where words begin."""
    return (match.start() for match in re.finditer(r"\S+", words))


def _usual(glyphs: list[_Glyph]) -> _Glyph:
    """One of the usual size and level: neither a raised figure nor an initial."""
    middle = sorted(glyphs, key=_size)[len(glyphs) // 2]
    # The boxes of letters with accents or swashes are somewhat higher.
    return min((glyph for glyph in glyphs if not differs(glyph.size, middle.size)), key=_size)


def _size(glyph: _Glyph) -> float:
    return glyph.size


def _with_raised(sheet: _Sheet, words: str, places: list[int], usual: _Glyph) -> str:
    """`words` with what of their figures stands above the line written so."""
    level = usual.base + _RAISED * usual.size
    figures = [at for at, sign in enumerate(words) if sign in _FIGURES]
    up = frozenset(at for at in figures if sheet.glyph(places[at]).base > level)
    if not up:
        return words
    done = ""
    for is_up, ats in groupby(range(len(words)), up.__contains__):
        run = list(ats)
        part = words[run[0] : run[-1] + 1]
        # A figure of full size that stands apart is a cell of a table.
        attached = words[run[0] - 1 : run[0]].strip() != ""
        small = sheet.glyph(places[run[0]]).size < _SMALL * usual.size
        is_raised = is_up and (attached or small)
        done += _FIGURE.sub(lambda figure: raised(figure.group()), part) if is_raised else part
    return done
