"""Follow-up questions: what they lack is taken from the questions before them."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from qa.questions import Asked
from qa.typed import AnswerType

CARRIED = 0.5
"""What a word counts that is taken over from the question before."""

_SWAP = re.compile(
    r"^(?:and|or|but|what about|how about|same for)\b"
    r"(?:,? (?P<behind>with|in|to|for|from|by|of|on|at|about|against|between|under|near)\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Continued:
    """A follow-up made whole; `taken` are the words it took over, as they were typed."""

    asked: Asked
    taken: tuple[str, ...]


def continued(asked: Asked, before: Asked) -> Continued:
    """`asked` with what it lacks from the question `before`."""
    own = {wanted.stem for wanted in asked.wanted}
    swapped = _swapped(asked, before)
    taken = [w for w in before.wanted if w.stem not in own and w.stem not in swapped]
    kind = before.kind if _asks_nothing_new(asked) else asked.kind
    carried = tuple(replace(w, weight=w.weight * CARRIED, carried=True) for w in taken)
    return Continued(
        replace(asked, kind=kind, wanted=asked.wanted + carried),
        tuple(wanted.surface for wanted in taken),
    )


def _swapped(asked: Asked, before: Asked) -> set[str]:
    """The stems of the name that "And India?" puts another in the place of: the only one of the
    question before, or the one that stood behind the same word: "agreed with Thailand?", "And with
    Cambodia?"."""
    lead = _SWAP.match(asked.text)
    if not lead or not any(wanted.name for wanted in asked.wanted):
        return set()
    names = {wanted.surface: wanted.stem for wanted in before.wanted if wanted.name}
    if len(names) > 1 and (behind := lead.group("behind")):
        words = before.text.replace(" the ", " ").split()
        followed = {after.strip(",.?!") for word, after in pairwise(words) if word == behind}
        names = {surface: stem for surface, stem in names.items() if surface in followed}
    return set(names.values()) if len(names) == 1 else set()


def _asks_nothing_new(asked: Asked) -> bool:
    """ "And India?" has no question word of its own: it asks for the same as before."""
    return asked.kind in (AnswerType.OTHER,) and not re.search(
        r"\b(?:what|which|how|does|do|did|is|are|was|were)\b(?! about)", asked.text, re.IGNORECASE
    )
