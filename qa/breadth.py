"""From how many places of the articles a question is answered, read off its words."""

import re
from enum import Enum, auto

from qa.kinds import kind_of
from qa.typed import AnswerType


class Breadth(Enum):
    """How many places of the articles an answer draws on: one, several of a kind, the sides of a
    comparison, or what each source says."""

    ONE = auto()
    SEVERAL = auto()
    SIDES = auto()
    SOURCES = auto()


_TEXT = r"(?:article|source|piece|text|document|report|account|author|study)"
_TEXTS = r"(?:articles|sources|pieces|texts|documents|reports|accounts|authors|studies)"
_BREADTHS: tuple[tuple[Breadth, re.Pattern[str]], ...] = tuple(
    (breadth, re.compile(pattern, re.IGNORECASE))
    for breadth, pattern in (
        (
            Breadth.SOURCES,
            rf"\b(?:do|did|does) (?:(?:all|both|of|the|these|those|two|three) ){{1,3}}{_TEXTS}\b"
            rf"|\b(?:both|all|each of|either of)(?: the| these| those)? {_TEXTS}\b"
            rf"|\b(?:each|every|either) {_TEXT}\b",
        ),
        (
            Breadth.SIDES,
            r"\b(?:vs|versus|compare[ds]?|comparing|comparison|differ|differs|differed|differently"
            r"|differences?|both|similarit(?:y|ies)|alike|in common|respectively)\b"
            r"|\b(?:do|does|did|has|have|is|are|was|were) (?:each|either)\b(?! other)"
            r"|\b(?:more|less|fewer|[a-z]{2,12}er)\b.{0,40}\bthan\b"
            r"|(?:^(?:is|are|was|were|do|does|did|has|have|can|will|would|which)\b|:).{1,200}\bor\b",
        ),
        (
            Breadth.SEVERAL,
            r"^what (?:do|does|did|must|should|is|are|was|were) .{0,80}\b(?:recommend|propos"
            r"|suggest|advise|urge|demand|expect|need|requir|contain|includ)",
        ),
    )
)


def breadth_of(text: str) -> Breadth:
    """How many places an answer to the question's words draws on."""
    for breadth, pattern in _BREADTHS:
        if pattern.search(text):
            return breadth
    return Breadth.SEVERAL if kind_of(text) is AnswerType.LIST else Breadth.ONE


GLUE: dict[Breadth, str] = {
    Breadth.SIDES: "vs versus compare comparison differ difference similar similarity alike common"
    " respectively",
    Breadth.SOURCES: "article source piece text document report account author study agree disagree"
    " match differ difference consistent contradict same number figure give say two three compare",
}
"""Words that, in a question of the breadth, only say that things are to be held side by side."""
