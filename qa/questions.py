"""What is asked: the words to look for, and the kind of thing that would answer."""

import re
from dataclasses import dataclass
from functools import cached_property

from index.analysis import STOP_WORDS, Analyzer, Token
from index.common_words import COMMON_WORDS
from qa.answers import Question, Reason, ReasonCode
from qa.kinds import FRAMES, GLUE, Breadth, breadth_of, kind_of
from qa.small_talk import wants_writing, without_small_talk
from qa.typed import AnswerType

LONGEST = 4_000
"""Characters of the longest question that is read; measured before anything else looks at it."""

MOST_WORDS = 64
"""Distinct content words of a question that are searched for; later ones are left out."""

FRAMING = 0.4
"""What a word counts that only says what kind of answer is wanted ("year" in "what year")."""

NEAR = 0.5
"""What an alternative counts at most that only often means the same, and need not here."""

CLOSE = 0.3
"""What an alternative counts at least that mostly means the same."""

GLUED = 0.1
"""What a word counts that only says that things are compared ("vs", "do the sources agree")."""

COMMON = 0.5
"""What a word counts that is common in all English; see `index.common_words`."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Other words for a word of the question: all of `stems` together, counting `weight` of it."""

    stems: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word asked for: as it was typed, as it is indexed, and what may stand for it.

    `weight` scales what it counts; `name` tells a name or a number, `carried` a word that a
    follow-up took over from the question before.
    """

    surface: str
    word: str
    stem: str
    name: bool = False
    weight: float = 1.0
    carried: bool = False
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True)
class Asked:
    """A question as the search needs it.

    `text` is the question without greetings and thanks, `kind` the kind of answer it wants,
    `wanted` its content words, each once and in order; `breadth` tells from how many places of
    the articles it is answered.
    """

    text: str
    kind: AnswerType
    wanted: tuple[Wanted, ...]
    breadth: Breadth = Breadth.ONE

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems asked for, without their alternatives."""
        return frozenset(wanted.stem for wanted in self.wanted)


def asked(question: Question, analyzer: Analyzer) -> Asked | Reason:
    """What `question` asks for by itself, or why it cannot be read.

    It may have no content words, as "why?" has: then only the question before can help.
    """
    if too_long := refused_length(question.text):
        return too_long
    text = _printable(question.text)
    if wants_writing(text):
        return _WRITES_NOTHING
    text = without_small_talk(text)
    tokens = analyzer.tokens(text)
    if not tokens:
        return Reason(ReasonCode.EMPTY, "There is no question here. Ask one in a few plain words.")
    kind, breadth = kind_of(text), breadth_of(text)
    framing = {token.stem for token in analyzer.tokens(FRAMES.get(kind, ""))}
    glue = {token.stem for token in analyzer.tokens(GLUE.get(breadth, ""))}
    return Asked(text, kind, _wanted(text, tokens, framing, glue), breadth)


_WRITES_NOTHING = Reason(
    ReasonCode.WRITES_NOTHING,
    "Nothing is written here, only quoted. Ask what the articles say of a thing, person or place.",
)


def refused_length(text: str) -> Reason | None:
    """The refusal of a question that is too long; None when it is not."""
    if len(text) <= LONGEST:
        return None
    return Reason(
        ReasonCode.TOO_LONG,
        f"The question has {len(text):,} characters; at most {LONGEST:,} are read."
        " Please ask it in fewer words.",
    )


def _wanted(
    text: str, tokens: list[Token], framing: set[str], glue: set[str]
) -> tuple[Wanted, ...]:
    shouting = text.isupper()
    found: dict[str, Wanted] = {}
    for i, token in enumerate(tokens):
        if token.word in STOP_WORDS or token.stem in found or len(found) == MOST_WORDS:
            continue
        surface = text[token.start : token.end]
        begins = i == 0 or text[: token.start].rstrip(" \"'“‘(").endswith((".", "?", "!"))
        capital = surface[0].isupper() and not shouting and (not begins or surface[1:2].isupper())
        found[token.stem] = Wanted(
            surface,
            token.word,
            token.stem,
            name=capital or surface[0].isdigit(),
            weight=_weight(token, framing, glue),
        )
    return _telling(list(found.values()))


def _weight(token: Token, framing: set[str], glue: set[str]) -> float:
    if token.stem in glue:
        return GLUED
    return FRAMING if token.stem in framing else plain_weight(token.word, token.stem)


def plain_weight(word: str, stem: str) -> float:
    """What a word counts that is part of what is asked: less where all English uses it often."""
    return COMMON if word in COMMON_WORDS or stem in COMMON_WORDS else 1.0


_HOLLOW = frozenset({"happen", "happened", "happens", "happening"})
"""Words that ask and say nothing of what is asked about, where other words do."""


def _telling(found: list[Wanted]) -> tuple[Wanted, ...]:
    return tuple(w for w in found if w.word not in _HOLLOW) or tuple(found)


_TERMINAL = re.compile(
    r"\x1b\[[0-?]{0,32}[ -/]{0,8}[@-~]"  # CSI: colours, cursor moves
    r"|\x1b\][^\x07\x1b]{0,256}(?:\x07|\x1b\\)?"  # OSC: titles, links
)


def _printable(text: str) -> str:
    """`text` without terminal sequences, other unprintable characters as spaces."""
    text = _TERMINAL.sub(" ", text)
    return "".join(c if c.isprintable() else " " for c in text).strip()
