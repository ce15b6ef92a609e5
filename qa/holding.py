"""Where the words of a question stand in a passage: in which sentence, in which form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from qa.questions import Wanted
from qa.views import PassageView, SentenceView
from qa.weighing import Weighing


class Form(NamedTuple):
    """A word of the question itself, or what may stand for it, counting `weight` of it."""

    stems: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Held:
    """A word of the question that a passage or its context holds.

    `forms` are those that it is held in, best first. `best` says for each sentence which of them
    is the first to stand there, `places` where it does; `around` which one the context holds.
    The number of forms stands for none.
    """

    forms: tuple[Form, ...]
    best: tuple[int, ...]
    places: tuple[Sequence[int], ...]
    around: int

    @property
    def weight(self) -> float:
        """What the best form counts."""
        return max(form.weight for form in self.forms)

    @property
    def none(self) -> int:
        """What `best` and `around` say where no form stands."""
        return len(self.forms)


Words = Sequence[Held | None]
"""How a passage holds the words of the question, one by one."""


def held_words(weighing: Weighing, view: PassageView) -> Words:
    """For each word of the question how the passage or its context holds it, if they do."""
    everywhere = view.stems | view.context_stems
    return [
        _held(tuple(forms), view) if (forms := list(_forms(wanted, everywhere))) else None
        for wanted in weighing.asked.wanted
    ]


def _forms(wanted: Wanted, everywhere: frozenset[str]) -> Iterator[Form]:
    if wanted.stem in everywhere:
        yield Form((wanted.stem,), 1.0)
    for other in wanted.alternatives:
        if everywhere.issuperset(other.stems):
            yield Form(other.stems, other.weight)


def _held(forms: tuple[Form, ...], view: PassageView) -> Held:
    best, places = [], []
    for sentence in view.sentences:
        number, there = _first(forms, sentence)
        best.append(number)
        places.append(there)
    context = view.context_stems
    around = next((i for i, f in enumerate(forms) if context.issuperset(f.stems)), len(forms))
    return Held(forms, tuple(best), tuple(places), around)


def _first(forms: tuple[Form, ...], sentence: SentenceView) -> tuple[int, Sequence[int]]:
    """The first form that the sentence holds, and where: the first of its words, if they are
    several."""
    held = sentence.places
    for number, (stems, _) in enumerate(forms):
        there = held.get(stems[0])
        if there is not None and all(stem in held for stem in stems[1:]):
            return number, there
    return len(forms), ()
