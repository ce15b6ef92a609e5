"""Whether a quotation tells what is asked about the names in a question, or only has the names.

A date, a number or a reason stands in every other sentence: that one is there tells little where
the words that say of what are not.
"""

import re
from collections.abc import Sequence

from qa.features import HARD
from qa.kinds import AUXILIARY
from qa.questions import COMMON, Asked, Wanted
from qa.typed import AnswerType
from qa.views import SentenceView

FEW_WORDS, HARDLY = 3, 0.3
"""So many plain words at most, which together are held so little, not all of them common ones: one
in eight such questions is answered. Of more words some are always held in others."""

_RELATING = HARD - {AnswerType.EXPANSION} | {AnswerType.REASON}
_LIFE = frozenset("born birth die died death".split())
_LIFE_DATES = re.compile(r"\([^()]{0,80}\d{3}[^()]{0,80}\)")

NEXT_TO_NAME = 20
"""Characters between a name and the brackets behind it, at most."""


def unrelated(asked: Asked, held: Sequence[float], sentences: Sequence[SentenceView]) -> bool:
    """Whether the few words that say what is asked of the names are not held, not even nearly: a
    date or a reason stands everywhere, and tells nothing by itself."""
    plain = [(w, h) for w, h in zip(asked.wanted, held, strict=True) if not w.name]
    telling = any(w.weight > COMMON for w, _ in plain) and len(plain) <= FEW_WORDS
    if asked.kind not in _RELATING or not telling or sum(h for _, h in plain) >= HARDLY:
        return False
    of_a_life = any(w.word in _LIFE for w, _ in plain)
    return not (of_a_life and any(_dates_a_life(asked, s) for s in sentences))


def _dates_a_life(asked: Asked, sentence: SentenceView) -> bool:
    """Whether dates in brackets stand behind a word of the question: "Bolyai (1802–1860)"."""
    ends = [token.end for token in sentence.tokens if token.stem in asked.stems]
    brackets = _LIFE_DATES.finditer(sentence.text)
    return any(0 < match.start() - end <= NEXT_TO_NAME for match in brackets for end in ends)


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
