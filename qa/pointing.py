"""Whether a question points back to the ones before it, by its words alone.

A pronoun that has what it stands for in the question itself points nowhere else: "did Denmark
abolish its tax?". So it does with one behind another clause ("the tower that fell because the rock
under it gave way"), for a pronoun never stands for the subject of its own clause (Chomsky, Lectures
on Government and Binding, 1981): "what did Japan say about it?" points back.
"""

import re
from collections.abc import Sequence
from enum import IntEnum
from itertools import pairwise

from index.analysis import STOP_WORDS, Analyzer, Token
from qa.kinds import ASKING_WORDS, AUXILIARY
from qa.questions import FRAMING, Asked
from qa.typed import AnswerType

FEW, MANY = 2, 4
"""Content words up to which a question may lack something, though no word of it points back, and
from which on it may lack nothing, though one does."""


class Leaning(IntEnum):
    """Whether a question leans on the ones before it: certainly not, perhaps, certainly."""

    NO = 0
    PERHAPS = 1
    YES = 2


_LEAD = re.compile(
    r"(?:and|but|or|so|also|then|what (?:about|if|else)|how about|anything else|same for)\b",
    re.IGNORECASE,
)
_WHO_IS = re.compile(r"(?:and|but|so) (?:who|what) (?:is|are|was|were)\b", re.IGNORECASE)
_NEXT_CLAUSE = re.compile(r"[,;] (?:and|but|or|so)\b", re.IGNORECASE)

_TO_WHAT = re.compile(
    r"(?:and |but |so )?how (?:do|does|did|has|have|will|would|should) (?:[\w'’-]+ ){1,4}"
    r"(?:react|respond|reply|answer)(?:ed)?\W*$",
    re.IGNORECASE,
)
"""Does not say to what: "how did Japan react?"."""

_FRAGMENT = re.compile(
    r"(?:and |but |or )?(?:in|by|for|to|with|since|until|at|from|under|against)"
    rf"(?: (?!(?:{'|'.join(ASKING_WORDS)})\b|{AUXILIARY}\b)[\w'’-]+){{1,3}}\?*",
    re.IGNORECASE,
)
"""What only adds to a question: "in dollars?", "to Bhutan?"."""

THE_ONE = re.compile(r"what(?:['’]s| is| are| was| were) the [\w-]+\W*$", re.IGNORECASE)
"""A thing that is told only by its kind: "what was the result?"."""

_SUBJECTS = frozenset("it he she they".split())
_PERSONAL = frozenset("it he him she her they them".split())
_POSSESSIVE = frozenset("its his her hers their theirs".split())
_DEMONSTRATIVE = frozenset("this that these those".split())
PRONOUNS = _PERSONAL | _POSSESSIVE | _DEMONSTRATIVE | {"there"}
"""Words that may stand for what was asked about before."""
_BEGIN_CLAUSE = frozenset(
    """
    when if because so that before after once while where although though as until since whether
    what how why who which and but or
    """.split()
)
_DEICTIC = frozenset("day days week month year century decade planet world morning".split())
"""What "this" and "these" before them tell of when and where the question is asked."""
_WHICH_ONE = frozenset("the which that this other first second last".split())
_HAS_ONE = frozenset(
    "have has had get got need want sign signed build built buy bought own owns make made".split()
)
_BE = frozenset("is are was were be been isn't aren't wasn't weren't".split())
_AUXILIARIES = _BE | frozenset("do does did has have had can could will would should".split())
_EXPLETIVE = re.compile(
    r"\bit (?:(?!and\b)[\w'’-]+ ){0,4}?(?:to|that|if|when|whether|for|before|until|the)\b"
    r"|\b(?:how|too|so) (?:hot|cold|warm|dark|late|far|light) (?:is|was|does|did) it\b",
    re.IGNORECASE,
)
"""An "it" that stands for what follows, or for nothing: "what does it cost to get there?"."""


def leaning(asked: Asked, analyzer: Analyzer) -> Leaning:
    """Whether the question points back: by its first words, a pronoun, or by saying little.

    What is told beside it, or asked before, is what its pronoun points to: "which tech is shared,
    and when did that begin?"
    """
    if asked.told:
        return Leaning.NO
    own = [wanted for wanted in asked.wanted if wanted.weight > FRAMING]
    clause = _NEXT_CLAUSE.split(asked.text)[0]
    words = analyzer.tokens(clause)
    names = frozenset(wanted.stem for wanted in own if wanted.name)
    if not own or any(_points(words, i, names, clause) for i in range(len(words))):
        whole = len(own) >= MANY or _names_a_possessor(words, names)
        return Leaning.PERHAPS if whole else Leaning.YES
    if _TO_WHAT.match(asked.text) or _FRAGMENT.fullmatch(asked.text):
        return Leaning.YES
    if _is_whole(asked.kind, asked.text, named=bool(names)):
        return Leaning.NO
    if _LEAD.match(asked.text):
        return Leaning.YES
    return Leaning.PERHAPS if len(asked.wanted) <= FEW and len(names) <= 1 else Leaning.NO


def _is_whole(kind: AnswerType, text: str, *, named: bool) -> bool:
    """Whether few words are all that such a question needs: "what is clinker?", "and who is Ito?",
    "what did Ito say?"."""
    if _LEAD.match(text):
        return named and bool(_WHO_IS.match(text))
    if not named and THE_ONE.match(text):
        return False
    return kind in (AnswerType.DEFINITION, AnswerType.EXPANSION) or (
        kind is AnswerType.SAID and named
    )


def _points(words: Sequence[Token], i: int, names: frozenset[str], text: str) -> bool:
    """Whether one word of a question points out of it."""
    word = words[i].word
    before, after = (words[j].word if 0 <= j < len(words) else "" for j in (i - 1, i + 1))
    if word in _POSSESSIVE and (word != "her" or after not in STOP_WORDS | {""}):
        nouns = _nouns(words[:i])
        return _free(nouns, names) and not (nouns and after == "own")
    if word in _PERSONAL:
        return _personal(words, i, names, text)
    if word in _DEMONSTRATIVE:
        return _demonstrative(words, i)
    return _little(word, before, after)


def _names_a_possessor(words: Sequence[Token], names: frozenset[str]) -> bool:
    """Whether a name stands behind "of": a pronoun of the same clause may stand for it, as it may
    not for the subject: "why do the neighbours of Japan distrust it?"."""
    plain = [token for token in words if token.word not in ("the", "a", "an")]
    return any(one.word == "of" and two.stem in names for one, two in pairwise(plain))


def _little(word: str, before: str, after: str) -> bool:
    """Whether a little word between two others stands for a place, a time or a thing before."""
    match word:
        case "there":
            return after not in _BE and before not in _BE | {"has", "have", "out", "up", "over"}
        case "then":
            return not after or before in ("since", "by", "until")
        case "one" | "ones":
            ends = after in STOP_WORDS | {""} and after != "of"
            return ends and before in _WHICH_ONE | _HAS_ONE
        case "former" | "latter":
            return after in STOP_WORDS | {""}
        case _:
            return False


def _personal(words: Sequence[Token], i: int, names: frozenset[str], text: str) -> bool:
    if words[i].word == "it" and _EXPLETIVE.search(text):
        return False
    subject = words[i].word in _SUBJECTS and i + 1 < len(words)
    starts = [j for j in range(1, i) if words[j].word in _BEGIN_CLAUSE and (subject or j < i - 1)]
    if subject and i and not words[i - 1].is_stop and words[i + 1].word in _AUXILIARIES:
        starts.append(i)  # "the mortar he was looking for"
    return _free(_nouns(words[: starts[-1]]) if starts else [], names)


def _demonstrative(words: Sequence[Token], i: int) -> bool:
    following = words[i + 1].word if i + 1 < len(words) else ""
    if following in _DEICTIC or following in ("who", "of", "in", "on", "whose"):
        return False
    ties = words[i].word == "that" and i and following and not words[i - 1].is_stop
    return not ties


def _nouns(words: Sequence[Token]) -> list[Token]:
    """The words that a pronoun behind them may stand for."""
    return [token for token in words if not token.is_stop]


def _free(nouns: Sequence[Token], names: frozenset[str]) -> bool:
    """Whether a pronoun stands for none of the names before it: a common noun may be no more than
    what is asked for, "how many stars are in its catalogue?"."""
    return all(token.stem not in names for token in nouns)
