"""Whether a sentence says what the asked thing is."""

import re
from collections.abc import Sequence

from index.analysis import STOP_WORDS, Token
from qa.questions import FRAMING, Asked
from qa.typed import AnswerType
from qa.views import SentenceView

_ASKS_WHAT_IT_IS = re.compile(r"(?:what|who)(?:['’]?s| is| are| was| were)\b", re.IGNORECASE)

_NO_THING = re.compile(
    r"^what (?:kind|sort|type) of (?:an? )?[\w-]+|,.*|\b(?:in practice|exactly|really)\b",
    re.IGNORECASE,
)
"""What of a question stands beside the thing that it asks the meaning of."""

_ASIDE = r"(?:\s\([^()]{1,60}\))?(?:,?\s(?:as|or)\s[^,]{1,60},|,[^,]{1,60},)?"
_QUOTES = "\"'”’“‘"
_SAYS = re.compile(
    rf"(?:,?[{_QUOTES}])?{_ASIDE},?(?:\s{{1,20}}(?:(?:is|are|was|were)\s(?:\w{{2,10}}ly\s)?(?:an?|the|one|any|some|what|either)\b"
    r"|(?:shall\s)?means?\b(?!-)|meant\b|(?:refers?|referred)\sto\b|denotes?\b|(?:represent|describe)s?\b"
    r"|(?:is|are)\sdefined\sas\b|consists?\sof\b))|:\s"
    rf"|[{_QUOTES}](?:\s\w+){{1,8}}\s(?:shall\s)?means\b",
    re.IGNORECASE,
)
_IT_IS = re.compile(
    r"(?:it|this|he|she|they|these)\s(?:is|are|was|were)\s(?:not\s)?(?:an?|the|one)\s",
    re.IGNORECASE,
)
_IN_PASSING = re.compile(
    r",\s(?:an?|the|which\s(?:is|are|was|were|will|would|aims|allows|gives))\s|\s[–—-]\s|\s\([^()]{3,80}\)",
    re.IGNORECASE,
)
_TERMED = re.compile(
    r"\b(?:called|termed|dubbed|named|known as|referred to as|abbreviated (?:as|to))"
    r"\s(?:an?\s|the\s)?[\"'“‘]?$"
    r"|\w\s\($|,\sor\s(?:an?\s|the\s)?$",
    re.IGNORECASE,
)
_OR = re.compile(r",\s(?:or|that is|i\.e\.)\b", re.IGNORECASE)

SAID, TERMED, IN_PASSING = 1.0, 0.8, 0.5
"""What a definition counts: as what the sentence is for, by its name, as an aside."""


def defined_thing(asked: Asked) -> frozenset[str]:
    """The stems of the thing that a question asks the meaning of; none when it asks for something
    else."""
    definition = asked.kind is AnswerType.DEFINITION
    person = asked.kind is AnswerType.PERSON and _ASKS_WHAT_IT_IS.match(asked.text)
    if not (definition or person):
        return frozenset()
    own = [w for w in asked.wanted if not w.carried and w.weight > FRAMING]
    named = _NO_THING.sub(" ", asked.text)
    return frozenset(w.stem for w in own if w.surface in named) or frozenset(w.stem for w in own)


def defines(
    thing: frozenset[str], sentence: SentenceView, above: SentenceView | None = None
) -> float:
    """How plainly the sentence says what a thing is: "X is a ...", "..., called X", "X, a ...", or
    "It is a ..." below the sentence `above` that holds it."""
    if not thing:
        return 0.0
    if not thing <= sentence.stems:
        told = above is not None and thing <= above.stems and _IT_IS.match(sentence.text)
        return IN_PASSING if told else 0.0
    found = _run(thing, sentence.tokens)
    if found is None:
        return 0.0
    start, end = found
    before, behind = sentence.text[:start], sentence.text[end:]
    if _SAYS.match(behind) or (behind.startswith(" | ") and not before):
        quoted = before.endswith(tuple(_QUOTES)) and behind.startswith(tuple(_QUOTES))
        return SAID if quoted or _only_stop_words(before) else IN_PASSING
    if _TERMED.search(before) or _OR.match(behind):
        return TERMED
    return IN_PASSING if _IN_PASSING.match(behind) else 0.0


def _run(thing: frozenset[str], tokens: Sequence[Token]) -> tuple[int, int] | None:
    """Where the thing is named whole for the first time: its words side by side."""
    left = set(thing)
    start = 0
    for token in tokens:
        if token.stem in thing:
            if left == thing:
                start = token.start
            left.discard(token.stem)
            if not left:
                return start, token.end
        elif token.word not in STOP_WORDS:
            left = set(thing)
    return None


def _only_stop_words(text: str) -> bool:
    return all(word.lower() in STOP_WORDS for word in re.findall(r"[^\W_]+", text))
