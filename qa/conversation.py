"""Follow-up questions: what they lack is taken from the questions before them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.analysis import Analyzer, Token
from qa.questions import Asked, Wanted
from qa.typed import AnswerType

CARRIED = 0.5
"""What a word counts that is taken over from the question before."""

FEW = 2
"""Content words up to which a question after another is taken as a follow-up."""

_LEAD = re.compile(
    r"(?:and|but|or|so|also|then|what about|how about|what else|anything else|same for)\b",
    re.IGNORECASE,
)
_POINTERS = frozenset(
    "it its he him his she her hers they them their theirs that this those these there then"
    " one ones former latter same else".split()
)
_NEXT_CLAUSE = re.compile(r"[,;] (?:and|but|or|so)\b", re.IGNORECASE)
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


def continued(asked: Asked, before: Asked, analyzer: Analyzer) -> Continued | None:
    """`asked` with what it lacks from the question `before`; None when it stands on its own."""
    if not leans(asked, analyzer):
        return None
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


def leans(asked: Asked, analyzer: Analyzer) -> bool:
    """Whether the question points back: by its first words, a pronoun, or by saying little.

    What is told beside it, or asked before, is what its pronoun points to: "which tech is shared,
    and when did that begin?"
    """
    if asked.told:
        return False
    if _LEAD.match(asked.text):
        return True
    if len(asked.wanted) <= FEW and not _several_names(asked.wanted):
        return True
    words = analyzer.tokens(_NEXT_CLAUSE.split(asked.text)[0])
    return any(w.word in _POINTERS and not _is_relative(words, i) for i, w in enumerate(words))


def _is_relative(words: Sequence[Token], i: int) -> bool:
    """Whether a "that" only ties a clause to the noun before it: "the radar that Bhutan got"."""
    between = 0 < i < len(words) - 1
    return between and words[i].word == "that" and not words[i - 1].is_stop


def _several_names(wanted: Sequence[Wanted]) -> bool:
    return sum(w.name for w in wanted) > 1


def _asks_nothing_new(asked: Asked) -> bool:
    """ "And India?" has no question word of its own: it asks for the same as before."""
    return asked.kind in (AnswerType.OTHER,) and not re.search(
        r"\b(?:what|which|how|does|do|did|is|are|was|were)\b(?! about)", asked.text, re.IGNORECASE
    )
