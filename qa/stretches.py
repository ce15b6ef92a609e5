"""The stretch of sentences that most likely holds the answer for its length."""

from collections.abc import Sequence

from qa.views import PassageView

LONGEST_QUOTE = 600
"""Characters up to which a sentence takes in its neighbours; one long sentence may be longer."""

MOST_SENTENCES = 3
"""Sentences of the longest quote that is no list."""

USUAL_QUOTE = 200
"""Characters that most quotes have at most."""

COST, COST_BEYOND = 1e-4, 6e-4
"""What a character of a quote costs, up to its usual length and beyond, in chances of holding the
answer: beyond it, another sentence of 200 characters is quoted when one in eight such would answer
(docs/quality.md)."""

Stretch = tuple[int, int]
"""The first and the last sentence of a part of a passage."""


def fits(view: PassageView, first: int, last: int, room: int = LONGEST_QUOTE) -> bool:
    """Whether the sentences have at most `room` characters."""
    sentences = view.sentences
    return sentences[last].span.end - sentences[first].span.start <= room


def likeliest(
    view: PassageView, chances: Sequence[float], first: int, last: int
) -> tuple[float, Stretch]:
    """The stretch about the sentences `first` to `last` whose chance to hold the answer, less what
    its length costs, is greatest; and that difference."""
    every = [
        (begin, end)
        for begin in range(max(0, last - MOST_SENTENCES + 1), first + 1)
        for end in range(last, min(len(view.sentences), begin + MOST_SENTENCES))
        if fits(view, begin, end)
    ]
    return max(
        ((_worth(view, chances, stretch), stretch) for stretch in every or [(first, last)]),
        key=lambda found: found[0],
    )


def _worth(view: PassageView, chances: Sequence[float], stretch: Stretch) -> float:
    begin, end = stretch
    length = view.sentences[end].span.end - view.sentences[begin].span.start
    beyond = max(0, length - USUAL_QUOTE)
    return sum(chances[begin : end + 1]) - COST * (length - beyond) - COST_BEYOND * beyond
