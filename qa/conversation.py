"""Follow-up questions: what they lack is taken from the questions before them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from qa.pointing import PRONOUNS
from qa.questions import Asked, Wanted
from qa.typed import AnswerType

CARRIED = 0.5
"""What a word counts that is taken over from the question before."""

_SWAP = re.compile(
    r"^(?P<lead>(?:and|or|but|what about|how about|same for)\b,? ?)?"
    r"(?P<behind>(?:with|in|to|for|from|by|of|on|at|about|against|between|under|near)\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Continued:
    """A follow-up made whole; `taken` are the words it took over, as they were typed, and the year
    that was reckoned."""

    asked: Asked
    taken: tuple[str, ...]


def continued(asked: Asked, before: Asked) -> Continued:
    """`asked` with what it lacks from the question `before`."""
    reckoned = _reckoned(asked, before)
    whole, swapped = reckoned or (asked, _swapped(asked, before))
    own = {wanted.stem for wanted in whole.wanted}
    taken = [w for w in _lent(asked, before) if w.stem not in own and w.stem not in swapped]
    said = [w.surface for w in taken] + [w.surface for w in whole.wanted if w not in asked.wanted]
    kind = before.kind if _asks_nothing_new(asked) else asked.kind
    carried = tuple(replace(w, weight=w.weight * CARRIED, carried=True) for w in taken)
    return Continued(replace(whole, kind=kind, wanted=whole.wanted + carried), tuple(said))


def _lent(asked: Asked, before: Asked) -> tuple[Wanted, ...]:
    """The words of the question before that a follow-up may take over.

    What only that one asked of the topic it had taken over itself is no part of it, if the
    follow-up asks something of its own: "what does it cover?", "when was it signed?".
    """
    asks = any(not wanted.name for wanted in asked.wanted)
    topic = _points_back(before.text) and any(wanted.carried for wanted in before.wanted)
    if not (asks and topic):
        return before.wanted
    return tuple(wanted for wanted in before.wanted if wanted.carried or wanted.name)


def _points_back(text: str) -> bool:
    """Whether it has a pronoun, or is one word: "Why?"."""
    words = re.findall(r"\w+", text.lower())
    return len(words) == 1 or not PRONOUNS.isdisjoint(words)


def _swapped(asked: Asked, before: Asked) -> set[str]:
    """The stems of the name that "And India?" puts another in the place of: the only one of the
    question before, or the one that stood behind the same word: "agreed with Thailand?", "And with
    Cambodia?"; of two that "and" joins the second. A year takes the place of a year, and what came
    last is replaced first."""
    lead = _SWAP.match(asked.text)
    if not lead or not lead.group():
        return set()
    swapped: set[str] = set()
    for figure in (False, True):
        alike = [w for w in before.wanted if w.name and _is_figure(w) == figure]
        if any(w.name and _is_figure(w) == figure for w in asked.wanted):
            latest = [wanted for wanted in alike if not wanted.carried] or alike
            swapped |= _only_one(latest, lead, before.text)
    return swapped


def _only_one(names: Sequence[Wanted], lead: re.Match[str], before: str) -> set[str]:
    """The stem of the one of the names that another may take the place of; none if it is not
    clear which."""
    stems = {wanted.surface: wanted.stem for wanted in names}
    if len(stems) > 1 or not lead.group("lead"):
        behind = {lead.group("behind") or "and"}
        behind |= {"and"} if behind <= {"with", "between"} else set()
        words = before.replace(" the ", " ").split()
        followed = {after.strip(",.?!") for word, after in pairwise(words) if word in behind}
        stems = {surface: stem for surface, stem in stems.items() if surface in followed}
    return set(stems.values()) if len(stems) == 1 else set()


def _is_figure(wanted: Wanted) -> bool:
    return wanted.surface[0].isdigit()


_TIME = re.compile(r"(\d{3}\d)(s?)")
_RELATIVE = re.compile(
    r"\b(?:the )?(?:(previous|preceding|prior|next|following) (year|decade)"
    r"|(year|decade) (before|earlier|prior|after|later))\b",
    re.IGNORECASE,
)
_EARLIER = frozenset("previous preceding prior before earlier".split())


def _reckoned(asked: Asked, before: Asked) -> tuple[Asked, set[str]] | None:
    """`asked` with "the year before" reckoned from the only year of the question before, or the
    decade, and the stem of that; None where there is nothing to reckon from."""
    times = [(w, match) for w in before.wanted if (match := _TIME.fullmatch(w.word))]
    relative = _RELATIVE.search(asked.text)
    if relative is None or len(times) != 1:
        return None
    (old, match), words = times[0], relative.group().lower().split()
    decades = "decade" in words
    if decades != bool(match.group(2)):
        return None
    step = (10 if decades else 1) * (1 if _EARLIER.isdisjoint(words) else -1)
    new = f"{int(match.group(1)) + step}{match.group(2)}"
    kept = tuple(w for w in asked.wanted if w.word not in words)
    text = asked.text[: relative.start()] + new + asked.text[relative.end() :]
    return replace(asked, text=text, wanted=(*kept, Wanted(new, new, new, name=True))), {old.stem}


def _asks_nothing_new(asked: Asked) -> bool:
    """ "And India?" has no question word of its own: it asks for the same as before."""
    return asked.kind in (AnswerType.OTHER,) and not re.search(
        r"\b(?:what|which|how|does|do|did|is|are|was|were)\b(?! about)", asked.text, re.IGNORECASE
    )
