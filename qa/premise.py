"""What a question takes for granted: that somebody did what it asks the reason of."""

import re
from collections.abc import Sequence

from qa.kinds import AUXILIARY
from qa.questions import Asked, Wanted
from qa.typed import AnswerType

HARDLY_HELD, HELD = 0.2, 0.5
"""How little of the deed is held, and how much of all else on the average, where nobody did it:
six in seven such questions have no answer."""

_SUBJECT = re.compile(
    rf"\b{AUXILIARY}(?:n['’]t)?\s+(?:(?:the|its|their|an?)\s)?(.*)", re.IGNORECASE
)
_WORD = re.compile(r"\w(?:[\w'’&-]|\.(?=\w))*")
_LINKS = frozenset("of and the de".split())
_ADVERBS = frozenset("not also so ever still even then first finally really actually".split())


def unfounded(asked: Asked, held: Sequence[float]) -> bool:
    """Whether it is asked why somebody, by name, did a thing, and of all that the question says the
    deed alone is not held: "why did Norland reject the treaty?" of a passage on how it was signed.

    `held` is how well each word of the question is, 0 to 1.
    """
    deed = deed_of(asked) if asked.kind is AnswerType.REASON else None
    if deed is None:
        return False
    plain = [(w, h) for w, h in zip(asked.wanted, held, strict=True) if not w.name]
    rest = [h for w, h in plain if w is not deed]
    done = next(h for w, h in plain if w is deed)
    return done < HARDLY_HELD and sum(rest) >= HELD * len(rest)


def deed_of(asked: Asked) -> Wanted | None:
    """The word behind the names of who did it: "reject" in "why did Norland reject it?"; None
    where no names stand there, or something of theirs."""
    match = _SUBJECT.search(asked.text)
    words = _WORD.findall(match.group(1)) if match else []
    named = {w.surface for w in asked.wanted if w.name}
    plain = {w.surface: w for w in asked.wanted if not w.name}
    begun = False
    for word in words:
        if word in named and not word.endswith(("'s", "’s")):
            begun = True
        elif not begun:
            return None
        elif word not in _LINKS and word.lower() not in _ADVERBS:
            return plain.get(word)
    return None
