"""Which kind of thing would answer a question, read off its words.

The patterns are tried in order, the narrow ones first; what fits none is OTHER.
"""

import re
from enum import Enum, auto

from qa.typed import AnswerType

_OF_BE = r"(?:is|are|was|were|'s|’s)"
_FIRST_ASKED = r"^(?:(?!\b(?:who|whom|whose|what|which|when|where|why|how)\b).)*"
"""Up to the first word that asks: a later one only begins a clause, as in "who spoke when ...".

Not possessive (`*+`): Python's `re` gets that wrong around groups before 3.11.5."""
_ROLE = (
    r"(?:person|man|woman|scholar|expert|analyst|specialist|professor|researcher|scientist"
    r"|economist|historian|engineer|doctor|architect|inventor|author|writer|journalist|critic"
    r"|politician|minister|president|premier|leader|official|diplomat|ambassador|general|admiral"
    r"|officer|king|queen|emperor|ruler|prince|princess|actor|singer|composer|artist|painter|poet"
    r"|player|coach|founder|director|chairman|chairwoman|executive|judge|lawyer|mayor|governor"
    r"|senator|candidate|explorer|negotiator|spokesman|spokeswoman|spokesperson)"
)
_KINDS: tuple[tuple[AnswerType, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            AnswerType.SAID,
            r"^what (?:\w+ ){0,2}(?:did|does|do|has|have|is) .{2,120}?\b(?:say|said|think|argue"
            r"|claim|warn|comment|conclude|recommend|suggest|believe|stress|write|state|mean by)\b"
            r"|^how (?:did|does|do|has) .{2,120}?\b(?:describe|explain|see|view|put|justify|react"
            r"|respond|characteri[sz]e|judge)\b",
        ),
        (
            AnswerType.EXPANSION,
            r"\bstands? for\b|\b(?:full (?:form|name) of|abbreviation|acronym)\b",
        ),
        (
            AnswerType.PERCENT,
            r"\b(?:what|which|how (?:much|many|large|big)(?: of an?)?)(?: an?)?"
            r" (?:\w+ )?(?:percent(?:age)?|per ?cent|proportion|share|fraction|portion|rate)\b",
        ),
        (
            AnswerType.MONEY,
            r"\bhow much (?:money|cash|was (?:paid|spent|pledged)|(?:did|does|do|will|would)"
            r" .{1,80} (?:cost|pay|spend|pledge|invest|earn|charge))|\bhow (?:expensive|costly)\b"
            r"|\bset (?:you|me|us|one|them) back\b"
            r"|^(?!.*\b(?:why|when|who|where|how)\b).{0,80}\b(?:price|cost|sum|salary|wage"
            r"|budget|fee|fare|toll|rent|revenue|income|turnover|profit|dividend|value)\b",
        ),
        (AnswerType.DURATION, r"\bhow (?:long|many (?:years|months|weeks|days|hours|minutes))\b"),
        (
            AnswerType.NUMBER,
            r"\bhow (?:many|much|old|far|tall|high|large|big|small|deep|wide|thick|fast|quick"
            r"|quickly|often|heavy|hot|cold|steep|close)\b"
            r"|\b(?:what|which) (?:\w+ )?(?:number|total|quantity|figure|age|height|length|size)\b"
            r"|\b(?:number of|population|headcount|workforce size)\b",
        ),
        (
            AnswerType.DATE,
            rf"{_FIRST_ASKED}\bwhen\b|\b(?:what|which) (?:{_OF_BE} )?(?:the )?(?:\w+ )?"
            r"(?:year|date|day|month|decade|century|time period)s?\b",
        ),
        (
            AnswerType.REASON,
            rf"{_FIRST_ASKED}\bwhy\b|\bwhat (?:\w+ )?(?:reason|cause|motive|purpose)s?\b"
            r"|\bhow come\b",
        ),
        (
            AnswerType.LIST,
            r"^(?:list|name|enumerate) |\bname (?:all|some|the|two|three)\b"
            r"|\b(?:what|which) (?:are|were) (?:the|some|all|its|their)\b"
            r"|\b(?:what|which) (?:\w+ )?(?:countries|nations|states|areas|sectors|factors|steps"
            r"|measures|elements|challenges|reasons|members|partners|topics|kinds|types|pillars"
            r"|regions|examples|agreements|recommendations|priorities|obstacles|benefits)\b"
            r"|\blist (?:of|all|the)\b"
            r"|^(?:\w+ )?which (?!\w*(?:is|was|has|does|ss|us)\b)[a-z]{3,}s\b"
            r"|^(?:\w+ )?which \w+ (?!\w*(?:is|was|has|does|ss|us)\b)[a-z]{3,}s\b"
            r"(?! (?:that|the|an?|its|their|his|her|to|it|them|him|whether|how|why)\b)"
            r"|^what (?:\w+ )?(?!\w*(?:is|was|has|does|ss|us)\b)[a-z]{3,}s"
            r" (?:do|does|did|are|were)\b",
        ),
        (
            AnswerType.PERSON,
            rf"{_FIRST_ASKED}\bwho(?:se|m|'s|’s)?\b|\b(?:what|which) (?:\w+ ){{0,2}}{_ROLE}\b",
        ),
        (
            AnswerType.PLACE,
            rf"{_FIRST_ASKED}\bwhere\b"
            r"|\b(?:in|at|to|from|on) (?:what|which) (?:\w+ )?(?:country|city|place|town"
            r"|state|region|location|village|island|continent|venue|area|site|spot|building|room"
            r"|hall|port|harbou?r|street|district|province|county)\b"
            r"|\b(?:what|which) (?:country|city|place|town|location|venue)\b"
            r"|\b(?:location|whereabouts) of\b",
        ),
        (
            AnswerType.DEFINITION,
            rf"^(?:what|who) ?{_OF_BE} (?:meant by |the (?:meaning|definition) of |an? |the )?"
            r"(?!\S+(?: \S+)?['’]s )[\w'’“”\"-]+(?: [\w'’“”\"-]+){0,4}\??$"
            r"|\bdefin(?:e|ition)\b|\bmeaning of\b|\bmeant by\b|\bwhat does .{1,60} mean\b"
            r"|^(?:explain|describe) ",
        ),
        (
            AnswerType.NAME,
            r"\b(?:called|named|known as|nickname|name of|term(?:ed)? for)\b|^how .{1,120}\bcall\b"
            r"|\b(?:what|which) (?:\w+ )?(?:name|organi[sz]ation|company|group|party|treaty"
            r"|agreement|institute|institution|university|agency|team|language|programme|program"
            r"|exercise|base|book|firm|newspaper|magazine|journal|think tank|ship|law)\b",
        ),
        (
            AnswerType.SAID,
            r"\baccording to\b|\b(?:opinion|view|verdict|comments?|remarks?|position|stance|words)"
            r" (?:of|on|about|by)\b",
        ),
        (AnswerType.MANNER, r"\bhow\b"),
    )
)


def kind_of(text: str) -> AnswerType:
    """The kind of answer the question's words ask for."""
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), AnswerType.OTHER)


FRAMES: dict[AnswerType, str] = {
    AnswerType.SAID: "say said says think thinks argue claim opinion view stance position words"
    " describe explain comment remark according",
    AnswerType.DATE: "year date day month decade century time period",
    AnswerType.PERCENT: "percent percentage per cent proportion share fraction rate",
    AnswerType.MONEY: "much money price cost sum amount value",
    AnswerType.NUMBER: "many much number total quantity figure",
    AnswerType.DURATION: "long many years months weeks days hours minutes",
    AnswerType.REASON: "reason reasons cause purpose motive come",
    AnswerType.LIST: "list name names enumerate countries nations areas factors steps measures"
    " elements challenges examples kinds types key main",
    AnswerType.PERSON: "person man woman",
    AnswerType.PLACE: "country city place town state region location area",
    AnswerType.NAME: "called named known name nickname term termed",
    AnswerType.DEFINITION: "define definition mean meaning meant explain describe",
    AnswerType.EXPANSION: "stand stands full form name abbreviation acronym",
}
"""Words that, in a question of the kind, only say what kind of answer is wanted."""


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
