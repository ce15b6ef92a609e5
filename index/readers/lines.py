"""The lines of a stored text, and which of them are one paragraph broken for width."""

from dataclasses import dataclass
from itertools import pairwise

LONG = 120
"""Characters; nobody wraps text wider, so that a longer line is a paragraph by itself."""

CLOSERS = "\"'”’»)]}*_"
_TERMINAL = (".", "!", "?", "…", "。", "！", "？", "؟", "।")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: `text` without its outer white space, which stands at `start`.

    `indent` counts the white space before it, `gap` says that a blank line stands above.
    """

    start: int
    text: str
    indent: int
    gap: bool

    @property
    def end(self) -> int:
        """Where the line's text ends."""
        return self.start + len(self.text)


def lines_of(text: str) -> list[Line]:
    """The lines of `text` that are not blank."""
    found, offset, gap = [], 0, False
    for raw in text.split("\n"):
        if words := raw.strip():
            indent = len(raw) - len(raw.lstrip())
            found.append(Line(offset + indent, words, indent, gap))
        gap = not words
        offset += len(raw) + 1
    return found


def ends_sentence(text: str) -> bool:
    """Whether `text` ends like a sentence, perhaps inside quotation marks or brackets."""
    return text.rstrip(CLOSERS).endswith(_TERMINAL)


def wrap_width(lines: list[Line]) -> int | None:
    """The width at which the lines' paragraphs are broken; None when a line is a paragraph."""
    pairs = [(a.text, b.text) for a, b in pairwise(lines) if not b.gap]
    pairs = [(a, b) for a, b in pairs if max(len(a), len(b)) <= LONG]
    long = sum(len(line.text) > LONG and " " in line.text for line in lines)
    if not pairs or long * 5 > len(lines):
        return None
    lengths = sorted(len(a) for a, _ in pairs)
    width = lengths[len(lengths) * 9 // 10]
    full = sum(_is_full(a, b, width) for a, b in pairs)
    open_ends = sum(not ends_sentence(a) for a, _ in pairs)
    wrapped = width >= 40 and full * 5 >= len(pairs) * 3 and open_ends * 2 >= len(pairs)
    return width if wrapped else None


def goes_on(above: str, below: str, width: int | None) -> bool:
    """Whether the paragraph of the line `above` goes on in the line `below`, next to it."""
    if max(len(above), len(below)) > LONG:
        return False
    if not ends_sentence(above) and not above.endswith((":", ";")):
        starts_small = below.lstrip("\"'“‘(")[:1].islower()
        if starts_small or above.endswith((",", "-", "–", "—")):
            return True
    return width is not None and _is_full(above, below, width)


def _is_full(above: str, below: str, width: int) -> bool:
    """Whether the first word of `below` would hardly have fitted at the end of `above`."""
    word = min(len(below.split(maxsplit=1)[0]), 20)
    return len(above) + 1 + word > width * 0.85
