"""What is asked: the words to look for, and the kind of thing that would answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from index.analysis import PARTICLES, STOP_WORDS, Analyzer, Token
from index.common_words import COMMON_WORDS
from qa.answers import Question, Reason, ReasonCode
from qa.breadth import GLUE, Breadth, breadth_of
from qa.kinds import FRAMES, kind_of
from qa.messages import taken_apart
from qa.names import COUNTRIES
from qa.no_question import no_question
from qa.shorthand import written_out
from qa.small_talk import asks_which_texts
from qa.typed import AnswerType

LONGEST = 4_000
"""Characters of the longest question that is read; measured before anything else looks at it."""

MOST_WORDS = 64
"""Distinct content words of a question that are searched for; later ones are left out."""

FRAMING = 0.4
"""What a word counts that only says what kind of answer is wanted ("year" in "what year")."""

NEAR = 0.5
"""What an alternative counts at most that only often means the same, and need not here."""

WITHIN = 0.52
"""What a place counts for the country or the region that it lies in, also where that is a name."""

CLOSE = 0.3
"""What an alternative counts at least that mostly means the same."""

GLUED = 0.1
"""What a word counts that only says that things are compared ("vs", "do the sources agree")."""

TOLD = 0.7
"""What a word counts that is only told beside a question, of its setting."""

COMMON = 0.5
"""What a word counts that is common in all English; see `index.common_words`."""


def in_full(weight: float) -> float:
    """What an alternative of that weight counts where near-synonyms count in full, 0 to 1."""
    return min(1.0, weight / NEAR)


@dataclass(frozen=True, slots=True)
class Alternative:
    """Other words for a word of the question: all of `stems` together, counting `weight` of it."""

    stems: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word asked for: as it was typed, as it is indexed, and what may stand for it.

    `weight` scales what it counts; `name` tells a name or a number, `carried` a word that a
    follow-up took over from the question before. `particle` is the little word that may make
    another verb of it: "up" in "when was it set up".
    """

    surface: str
    word: str
    stem: str
    name: bool = False
    weight: float = 1.0
    carried: bool = False
    particle: str = ""
    alternatives: tuple[Alternative, ...] = ()

    def is_in(self, stems: frozenset[str]) -> bool:
        """Whether `stems` hold the word, if in another form; near-synonyms are other words."""
        same = (other for other in self.alternatives if other.weight > NEAR)
        return self.stem in stems or any(stems.issuperset(other.stems) for other in same)


@dataclass(frozen=True)
class Asked:
    """A question as the search needs it.

    `text` is the question without greetings and thanks, `kind` the kind of answer it wants,
    `wanted` its content words, each once and in order; `breadth` tells from how many places of
    the articles it is answered; `told` whether words of it are only told beside what asks.
    """

    text: str
    kind: AnswerType
    wanted: tuple[Wanted, ...]
    breadth: Breadth = Breadth.ONE
    told: bool = False

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
    text = written_out(_printable(question.text))
    if reason := no_question(text):
        return reason
    of_texts = asks_which_texts(text)
    message = taken_apart(text)
    text = message.asking
    tokens = analyzer.tokens(text)
    if not tokens:
        return Reason(ReasonCode.EMPTY, "There is no question here. Ask one in a few plain words.")
    kind, breadth = kind_of(text), breadth_of(text)
    if of_texts:
        kind, breadth = AnswerType.LIST, Breadth.SEVERAL
    framing = {token.stem for token in analyzer.tokens(FRAMES.get(kind, ""))}
    glue = {token.stem for token in analyzer.tokens(GLUE.get(breadth, ""))}
    wanted = _wanted(text, tokens, framing, glue)
    told = _told(message.setting, wanted, analyzer)
    return Asked(text, kind, wanted + told, breadth, bool(told))


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
    shouting, small = text.isupper(), text.islower()
    titled = len(tokens) > 1 and all(text[token.start].isupper() for token in tokens)
    found: dict[str, Wanted] = {}
    for i, token in enumerate(tokens):
        if token.word in STOP_WORDS or token.stem in found or len(found) == MOST_WORDS:
            continue
        surface = text[token.start : token.end]
        begins = i == 0 or text[: token.start].rstrip(" \"'“‘(").endswith((".", "?", "!"))
        begins = begins and not titled and not surface[1:2].isupper()
        capital = surface[0].isupper() and not shouting and not begins
        country = small and surface.capitalize() in COUNTRIES
        found[token.stem] = Wanted(
            surface,
            token.word,
            token.stem,
            name=capital or country or surface[0].isdigit(),
            weight=_weight(token, framing, glue),
            particle=_particle(tokens[i + 1 : i + 3]),
        )
    return _telling(list(found.values()))


_ASKED_WITH = PARTICLES | {"through", "after", "into", "on", "for", "with", "about"}
"""Particles of a question's verbs; in an article most of these say where, or when."""
_PARTED_BY = frozenset("it him her them this that".split())


def _particle(following: Sequence[Token]) -> str:
    """The particle that goes with a verb, of the two words that follow it: "turned it down"."""
    words = [token.word for token in following if token.word not in _PARTED_BY]
    return words[0] if words and words[0] in _ASKED_WITH else ""


def _weight(token: Token, framing: set[str], glue: set[str]) -> float:
    if token.stem in glue:
        return GLUED
    return FRAMING if token.stem in framing else plain_weight(token.word, token.stem)


def plain_weight(word: str, stem: str) -> float:
    """What a word counts that is part of what is asked: less where all English uses it often."""
    return COMMON if word in COMMON_WORDS or stem in COMMON_WORDS else 1.0


def _told(text: str, asked: tuple[Wanted, ...], analyzer: Analyzer) -> tuple[Wanted, ...]:
    """The words of a question's setting that it does not ask for itself."""
    known = {wanted.stem for wanted in asked}
    told = _wanted(text, analyzer.tokens(text), set(), set())
    return tuple(replace(w, weight=w.weight * TOLD) for w in told if w.stem not in known)


_HOLLOW = frozenset(
    """
    happen happened happens happening mr mrs ms miss dr prof sir dame madam madame mme monsieur
    """.split()
)
"""Words that say nothing of what is asked about, where other words do: forms of address, too, for
articles seldom use the same."""


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
