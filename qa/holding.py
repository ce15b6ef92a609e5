"""Where the words of a question stand in a passage: in which sentence, in which form."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from qa.questions import Asked, Wanted
from qa.views import PassageView, SentenceView


class Form(NamedTuple):
    """A word of the question itself, or what may stand for it, counting `weight` of it."""

    stems: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Held:
    """A word of the question that a passage or its context holds.

    `forms` are those that it is held in, best first. `best` says for each sentence which of them
    is the first to stand there; `around` which one the context holds. The number of forms stands
    for none.
    """

    forms: tuple[Form, ...]
    best: tuple[int, ...]
    around: int

    @property
    def weight(self) -> float:
        """What the best form counts."""
        return max(form.weight for form in self.forms)

    def places_in(self, ordinal: int, sentence: SentenceView) -> Sequence[int]:
        """Where it stands among the content words of the passage's sentence of that number: the
        first of its words, if they are several."""
        best = self.best[ordinal]
        if best == len(self.forms):
            return ()
        return sentence.places.get(self.forms[best].stems[0], ())


Words = Sequence[Held | None]
"""How a passage holds the words of the question, one by one."""


def held_words(asked: Asked, views: Sequence[PassageView]) -> list[Words]:
    """How each passage holds the words of the question."""
    heads = [frozenset(o.stems[0] for o in wanted.alternatives) for wanted in asked.wanted]
    found: list[Words] = []
    for view in views:
        everywhere = view.everywhere
        forms = (_forms(w, h, everywhere) for w, h in zip(asked.wanted, heads, strict=True))
        found.append([_held(those, view) if those else None for those in forms])
    return found


def _forms(wanted: Wanted, heads: frozenset[str], everywhere: frozenset[str]) -> tuple[Form, ...]:
    """The forms in which `everywhere` holds a word; `heads` are the first stems of its
    alternatives, of which most passages hold none."""
    own = (Form((wanted.stem,), 1.0),) if wanted.stem in everywhere else ()
    if heads.isdisjoint(everywhere):
        return own
    others = (o for o in wanted.alternatives if everywhere.issuperset(o.stems))
    return own + tuple(Form(other.stems, other.weight) for other in others)


def _held(forms: tuple[Form, ...], view: PassageView) -> Held:
    best = tuple(_first(forms, sentence.stems) for sentence in view.sentences)
    return Held(forms, best, _first(forms, view.context_stems))


def _first(forms: tuple[Form, ...], stems: frozenset[str]) -> int:
    """The first form that the stems hold."""
    return next((i for i, form in enumerate(forms) if stems.issuperset(form.stems)), len(forms))
