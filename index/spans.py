"""Ranges of characters in a stored text: the only way anything points into an article."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters, `[start, end)`, into a stored text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span [{self.start}, {self.end}) is empty or reversed")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` in this range."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> "Span":
        """The same range `by` characters further on."""
        return Span(self.start + by, self.end + by)

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


def trimmed(text: str, start: int, end: int) -> Span | None:
    """`[start, end)` of `text` without white space at its borders; None when nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
