"""Which kind of thing would answer a question, read off its words.

The patterns are tried in order, the narrow ones first; what fits none is OTHER.
"""

import re

from qa import quantities
from qa.typed import MEASURED, AnswerType

_OF_BE = r"(?:is|are|was|were|'s|’s)"
ASKING_WORDS = ("who", "whom", "whose", "what", "which", "when", "where", "why", "how")
_NO_ASKING = rf"(?:(?!\b(?:{'|'.join(ASKING_WORDS)})\b).)*"
"""Not possessive (`*+`): Python's `re` gets that wrong around groups before 3.11.5."""
AUXILIARY = (
    r"(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|shall|should|may|might|must)"
)
_NO_YES = (
    rf"(?!(?:(?:and|but|or|so) )?{AUXILIARY}\b"
    r"(?!.{0,60}\b(?:know|known|clear|says?|said|stated?|mention|mentioned|tell|explain|specified)\b))"
)
"""No question for yes or no: in "was he poor when he was old?" no date is asked for."""
_FIRST_ASKED = f"^{_NO_YES}{_NO_ASKING}"
"""Up to the first word that asks: in "who spoke when ..." the later one only begins a clause."""
_NO_CLAUSE = (
    r"(?!when (?!did|do|does|was|were|is|are|has|have|had|will|would|can|could|should|must|may"
    r"|might|and|or|exactly)\b.{1,200}\b(?:what|which|who|whose|how|where|why)\b)"
)
"""No "when" that only begins a clause: "When it was signed, who ..."."""
_ROLE = (
    r"(?:person|man|woman|scholar|expert|analyst|specialist|professor|researcher|scientist"
    r"|economist|historian|engineer|doctor|architect|inventor|author|writer|journalist|critic"
    r"|politician|minister|president|premier|leader|diplomat|ambassador|admiral|officer|king|queen"
    r"|emperor|ruler|prince|princess|actor|singer|composer|artist|painter|poet|player|coach|founder"
    r"|director|chairman|chairwoman|judge|lawyer|mayor|governor|senator|candidate|explorer"
    r"|mathematician|physicist|chemist|biologist|philosopher|novelist|photographer|designer"
    r"|footballer|athlete|conductor|violinist|cellist|pianist|pope|bishop|archbishop|cardinal|monk"
    r"|sultan|caliph|tsar|czar|duke|earl|baron|pharaoh|shah|chancellor|dictator|colonel|captain"
    r"|astronaut|surgeon|nurse|businessman|businesswoman|entrepreneur|banker|activist|dissident"
    r"|alumnus|alumna|alumni|secretary"
    r"|negotiator|spokesman|spokeswoman|spokesperson"
    r"|(?:general|official|executive|commander)"
    rf"(?= (?:who|that|from|of|in|{AUXILIARY}|[a-z]+ed)\b))"
)
_NAMED_THING = (
    r"(?:organi[sz]ation|company|group|party|treaty|agreement|institute|institution|university|agency"
    r"|team|language|programme|program|country|city|town|exercise|base|book|firm|newspaper|magazine"
    r"|journal|think tank|ship|law|publisher|publishing house|studio|label|manufacturer|airline"
    r"|bank|brand|network|college|school|ministry|department|commission|committee|council|charity"
    r"|foundation|court|regiment|club|hotel|restaurant|band|film|novel|tool|app|software|platform"
    r"|insurer|provider|supplier|vendor)"
)
"""One thing that has a name."""
_PLURAL = r"(?!\w*(?:is|was|has|does|ss|us)\b)[a-z]{3,}s"
_CAUSED = (
    r"what (?:keeps?|kept|makes?|made|drives?|drove|explains?|explained|leads?|led|causes?|caused"
    r"|prompt(?:s|ed)|pushe[sd]|forced|stops?|stopped|prevent(?:s|ed))\b"
)
"""Asks for a reason without saying so: "what keeps the price so high?"."""
_COUNT = r"(?:\d+|two|three|four|five|six|seven|ten|twenty|thirty|hundred|thousand)"
_HAPPENS = (
    r"(?:(?:\w{3,}ed|said|done|known|written|shown|made|built|given|left|going) "
    r"|(?:new|wrong|different|special|important|unusual|happening) )"
    r"(?:about|with|on|in|at|for|to|of|between|during|after|before|by)\b"
)
"""No thing to be defined: "what was agreed on exports?"."""
_SUM = (
    r"(?:(?-i:(?<!\w )(?=[A-Z])|(?=[a-z]))"
    r"(?:price|cost|salary|wage|budget|fee|fare|rent|turnover|dividend|tuition|endowment"
    r"|deductible|premium|stipend|allowance|(?<!death )toll)"
    r"(?!s? (?:cap|policy|structure|system|scheme|plan|index|war|model|freeze|limit|control)s?\b))"
)
"""What something costs or brings; with a capital within a question it is part of a name ("Freedom
Dividend")."""
_FUNDS = "money|cash|revenue|funding|income|capital|equity|investment|compensation|rent|profit|debt"
"""What is counted in money, where "how much" stands before it."""
_WHICH_OTHER = (
    r"(?:(?:in|at|for|to|of|from|by|with) )?(?:which|what)"
    rf" (?!(?:\w+ )?{_SUM}\b|{AUXILIARY}\b)[a-z]"
)
"""Asks which of other things, if by what they cost."""
_CHANGES = (
    r"(?:rise|risen|rose|increas|grow|grew|fall|fell|drop|declin|chang|cut|reduc|rais|go(?:ne)? up"
    r"|went)"
)
"""Asks for a difference, which may be a share as well."""
_TALL = (
    r"(?:dam|tower|mountain|hill|peak|summit|range|wall|building|skyscraper|tree|waterfall|falls"
    r"|bridge|volcano|tsunami|wave|statue|fence|ceiling|pass|plateau|cliff|dune)"
)
"""What is so many metres high; a tax or a fever is high, too."""
_NAME_OF = rf"^what ?{_OF_BE} the (?:full |first |last )?names? (?:of|given to|for) "
"""Begins a question for a name, whatever else it tells of what has the name."""
_KINDS: tuple[tuple[AnswerType, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            AnswerType.PERSON,
            rf"{_NAME_OF}(?:(?:the|an?|its|their|his|her) )?(?:[\w'’-]+ ){{0,2}}{_ROLE}\b",
        ),
        (
            AnswerType.DEFINITION,
            r"^what (?:is|are|was|were) meant by\b"
            r"|^what (?:do|does|did) (?:they|you|we|people|the (?:article|author|text)s?)"
            r" mean by\b",
        ),
        (AnswerType.NAME, rf"{_NAME_OF}(?!.*\bwh(?:at|ich)\b)"),
        (
            AnswerType.SAID,
            r"^what (?:\w+ ){0,2}(?:did|does|do|has|have|is) .{2,120}?\b(?:sa(?:y|id)|think|thought"
            r"|argued?|claim(?:ed)?|warn(?:ed)?|comment(?:ed)?|conclude[d]?|recommend(?:ed)?"
            r"|suggest(?:ed)?|believed?|stress(?:ed)?|write|written|stated?|mean by)\b"
            r"|^how (?:did|does|do|has|have) .{2,120}?\b(?:described?|explain(?:ed)?|see|seen"
            r"|view(?:ed)?|put|justif(?:y|ied)|react(?:ed)?|respond(?:ed)?|characteri[sz]ed?|judged?|feel|felt)\b"
            rf"|^how {_OF_BE} .{{2,120}}?\b(?:react|respond|see|view|feel)ing\b"
            rf"|^what {_OF_BE} (?:the |\w+['’]s? |[a-z]+ese |[a-z]+an )?(?:reaction|response)\b"
            rf"|^what ?{_OF_BE} .{{1,60}}\b(?:attitude|stance|opinion)\b",
        ),
        (
            AnswerType.EXPANSION,
            r"\bstands? for\b|\b(?:full (?:form|name) of|abbreviation|acronym)\b",
        ),
        (
            AnswerType.PERCENT,
            r"\b(?:what|which|how (?:much|many|large|big)(?: of an?)?)(?: an?)?"
            r" (?:\w+ )?(?:percent(?:age)?|per ?cent|proportion|share|fraction|portion|rate)\b"
            r"|\b(?:fatality|mortality|survival|unemployment|inflation|literacy|vacancy|turnout|success"
            r"|response|vaccination|poverty) rates?\W*$",
        ),
        (
            AnswerType.MONEY,
            rf"\bhow much (?:(?:[\w-]+ ){{0,2}}(?:{_FUNDS})\b|was (?:paid|spent|pledged)"
            r"|(?:is|are|was|were) .{1,80}\b(?:costing|paying|spending|pledging|investing|earning"
            r"|charging|lending|donating|owing|borrowing)"
            r"|(?:did|does|do|will|would) .{1,80}"
            r" (?:cost|pay|spend|pledge|invest|earn|charge|lend|donate|owe|borrow)"
            r"|(?:is|are|was|were) the (?:\w+ ){0,2}"
            rf"(?:{_SUM}|fine|penalty|bill|bonus|grant|loan|debt))\b"
            r"|\bhow much .{1,80}\b(?:sell|sold|buy|bought|bid) .{1,80}\bfor\W*$"
            r"|\bhow much (?:is|are|was|were) .{1,60}\b(?:sold|bought|acquired|purchased) for\b"
            rf"|\bhow (?:much|big|large|high) (?!.*\b{_CHANGES}).{{1,60}}"
            rf"\b(?:{_SUM}|tax|subsidy|debt|loan|grant|fine)\b(?! (?:rate|share|percent))"
            r"|\bhow much .{1,60}\b(?:get|receive|make|take home)s? (?:a|per|each|every)"
            r" (?:hour|day|week|month|year)\b|^what (?:do|does|did|would|will|can) .{1,60}\bearn\b"
            r"|\bhow much .{1,80} worth\b|\bhow (?:expensive|costly|cheap)\b"
            r"|\bhow much (?:is|was|were|are) (?:it|that|this|they|an?|one)\b"
            rf"|^what ?{_OF_BE} the (?:\w+ ){{0,2}}{_SUM}s?\b"
            r"|\bset (?:you|me|us|one|them) back\b"
            r"|^what (?:do|does|did|would|must|will) .{1,60} pay (?:for|when|to)\b"
            r"|^what (?:is|are|was|were|will|would) .{1,60} paid\b"
            rf"|^(?!what (?:is|are) an?\b|{_CAUSED}|{_WHICH_OTHER}"
            r"|.*\b(?:why|when|who|where|how|reasons?)\b)"
            rf".{{0,80}}\b(?:{_SUM}(?! (?:more |fewer )?lives)|revenue|(?<!-)income|profit"
            r"|value of|(?:sum|value) (?:paid|spent|pledged))\b",
        ),
        (AnswerType.LENGTH, rf"\bhow high {_OF_BE} (?:the |an? )?(?:[\w-]+ ){{0,4}}{_TALL}\b"),
        (AnswerType.LENGTH, quantities.ASKED_LENGTH),
        (AnswerType.WEIGHT, quantities.ASKED_WEIGHT),
        (AnswerType.SPEED, quantities.ASKED_SPEED),
        (AnswerType.TEMPERATURE, quantities.ASKED_TEMPERATURE),
        (AnswerType.AGE, quantities.ASKED_AGE),
        (
            AnswerType.FREQUENCY,
            r"\bhow (?:often|frequent(?:ly)?|regularly)\b|\bhow many times (?:a|an|per|each) ",
        ),
        (
            AnswerType.DURATION,
            r"\bhow (?:long|many (?:years|months|weeks|days|hours|minutes)"
            r"|much (?:\w+ )?(?:time|notice)|far (?:ahead|in advance))\b",
        ),
        (
            AnswerType.NUMBER,
            rf"^{_NO_YES}.*?\bhow"
            r" (?:many|much|far|high|large|big|small|fast|quick|quickly|steep|close)\b"
            r"|\b(?:what|which) (?:\w+ )?(?:number|total|quantity|figure|size)\b"
            rf"|^{_NO_ASKING}(?:what .{{0,60}})?\b(?:number|population) of\b"
            r"|\b(?:headcount|workforce size)\b"
            rf"|\bwhat {_OF_BE} the (?:\w+ ){{0,2}}"
            r"(?:number|total|quantity|size|enrol?ment|capacity|turnout|death toll|magnitude"
            r"|voltage|circulation|density|intensity|output|yield|score|rating)\b"
            rf"|\bwhat {_OF_BE} .{{1,60}} population\b",
        ),
        (
            AnswerType.DATE,
            rf"^{_NO_YES}{_NO_CLAUSE}{_NO_ASKING}\bwhen\b"
            rf"|\b(?:what|which) (?:{_OF_BE} )?(?:the )?(?:(?!{_COUNT}\b)\w+ )?"
            r"(?:year|date|day(?! (?:county|length))|month|decade|century|time period)s?\b",
        ),
        (
            AnswerType.REASON,
            rf"{_FIRST_ASKED}\bwhy\b"
            rf"|^{_NO_ASKING}\bwhat (?:\w+ )?(?:reason|cause|motive|purpose)s?\b"
            rf"|\bhow come\b|^{_CAUSED}",
        ),
        (
            AnswerType.LIST,
            r"^what (?:(?:do|should|must|shall|can) (?:i|we|you|one) do|to do)"
            r" (?:if|when|in|about|with)\b"
            r"|^(?:list|name(?! of\b)|enumerate) |\bname (?:all|some|the|two|three)\b"
            r"|\b(?:what|which) (?:are|were) (?:the|some|all|its|their)\b"
            r"|\b(?:what|which) (?:\w+ )?(?:countries|nations|states|areas|sectors|factors|steps"
            r"|measures|elements|challenges|reasons|members|partners|topics|kinds|types|pillars"
            r"|regions|examples|agreements|recommendations|priorities|obstacles|benefits)\b"
            r"|\blist (?:of|all|the)\b"
            rf"|^(?:\w+ )?which {_PLURAL}\b"
            rf"|^(?:\w+ )?which (?!(?:{_NAMED_THING}|{_ROLE}|state|nation|place) )\w+ {_PLURAL}\b"
            r"(?! (?:that|the|an?|its|their|his|her|to|it|them|him|whether|how|why)\b)"
            rf"|^(?:what|which) (?:[\w-]+ ){{0,3}}{_PLURAL} {AUXILIARY}\b"
            r"|\bin (?:what|which) order\b|\b(?:point by point|step by step)\b",
        ),
        (
            AnswerType.PERSON,
            rf"{_FIRST_ASKED}\bwho(?:se|m|'s|’s)?\b"
            rf"|\b(?:what|which) (?!(?:kind|sort|type)\b)(?:(?!{AUXILIARY}\b)\w+ ){{0,2}}{_ROLE}\b"
            rf"|\bnames? of (?:(?:the|an?|its|their|his|her) )?(?:[\w'’]+ )?{_ROLE}\b",
        ),
        (
            AnswerType.PLACE,
            rf"{_FIRST_ASKED}\bwhere\b"
            r"|\b(?:in|at|to|from|on) (?:what|which) (?:\w+ )?(?:country|city|place|town"
            r"|state|region|location|village|island|continent|venue|area|site|spot|building|room"
            r"|hall|port|harbou?r|street|district|province|county)\b"
            r"|\b(?:what|which) (?:place|location|venue)\b"
            r"|\b(?:location|whereabouts) of\b",
        ),
        (
            AnswerType.DEFINITION,
            rf"^(?:what|who) ?{_OF_BE} (?:meant by |the (?:meaning|definition) of |an? |the )?"
            rf"(?!{_HAPPENS})"
            r"(?!\S+(?: \S+)?['’]s )[\w'’“”\"-]+(?: [\w'’“”\"-]+){0,4}\??$"
            rf"|^what {_OF_BE} (?:the |an? )?[\"“][^\"”]{{2,60}}[\"”]\W*$"
            rf"|^what (?:kind|sort|type) of (?:an? )?[\w-]+ {_OF_BE}"
            rf" (?!(?:there|they|he|she|it)\b|{_HAPPENS}|\w+ed\b)\w"
            r"|\bdefin(?:e|ition)\b|\bmeaning of\b|\bmeant by\b|\bwhat does .{1,60} mean\b"
            r"|^(?:explain|describe) ",
        ),
        (
            AnswerType.NAME,
            r"\b(?:called|named|known as|nickname|name of|term(?:ed)? for)\b|^how .{1,120}\bcall\b"
            rf"|\b(?:what|which) (?:\w+ )?(?:name|{_NAMED_THING})\b",
        ),
        (
            AnswerType.SAID,
            r"\baccording to\b|\b(?:opinion|view|verdict|comments?|remarks?|position|stance|words"
            r"|attitude) (?:of|on|about|by|to|towards?)\b|['’]s take on\b",
        ),
        (AnswerType.MANNER, rf"^{_NO_YES}.*?\bhow\b"),
    )
)


_LINKED = re.compile(r"^(?:and|but|so|then)[, ]+(?=\w)", re.IGNORECASE)
"""A word that only links a question to the one before."""

_THE_WHO = re.compile(r"\bWHO\b")


def kind_of(text: str) -> AnswerType:
    """The kind of answer the question's words ask for; "the WHO" asks for nobody."""
    text = text.lower() if text.isupper() else _THE_WHO.sub("W.H.O.", text)
    text = _LINKED.sub("", text)
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), AnswerType.OTHER)


_INSISTS = {
    kind: re.compile(pattern, re.IGNORECASE)
    for kind, pattern in (
        (
            AnswerType.DATE,
            rf"{_FIRST_ASKED}\bwhen (?:did|was|were|had|has|have|will|would)\b"
            r"|^(?:(?:since|by|until|from) )?when(?: exactly)?\W*$|^(?:by|since|until) when\b"
            r"|\b(?:what|which) (?:year|month|decade|century|date)\b",
        ),
        (
            AnswerType.NUMBER,
            r"\bhow (?:many|much|far|high)\b"
            r"|\bwhat .{1,20}\b(?:number|population) of\b",
        ),
        (
            AnswerType.SAID,
            r"^what (?:did|does|do|has|have) .{2,120}?\b(?:say|said|write|written|tell|told|think"
            r"|claim|warn|comment|answer|reply)\b",
        ),
        (
            AnswerType.PERSON,
            r"^who (?:first )?"
            r"(?:(?!need)\w{3,}ed|won|led|leads|heads|owns|runs|chairs|commands|manages|directs"
            r"|wrote|built|founded|became|took|brought|drew|ran"
            r"|made|sold|bought|found|gave|chose|spoke|held|began|met|paid|beat|shot|fought)\b"
            rf"|^who {_OF_BE} (?:the |its |their )?(?:\w+ ){{0,3}}?{_ROLE}\b"
            rf"|^which (?:\w+ )?{_ROLE}\b|{_NAME_OF}",
        ),
        (AnswerType.NAME, _NAME_OF),
        (AnswerType.DURATION, r"\bhow many\b|\bhow long (?:did|do|does|has|have|had|will|would)\b"),
    )
}


_ALWAYS = MEASURED | {AnswerType.MONEY, AnswerType.PERCENT, AnswerType.AGE, AnswerType.FREQUENCY}


def asks_for_name(text: str) -> bool:
    """Whether it is a name that is asked for, and no pronoun would do."""
    return bool(re.match(_NAME_OF, _LINKED.sub("", text), re.IGNORECASE))


def insists(text: str, kind: AnswerType) -> bool:
    """Whether nothing answers a question of the kind but a span of that kind: "when did" asks for
    a date, "when do" for a condition just as well."""
    if kind in _ALWAYS:
        return True
    pattern = _INSISTS.get(kind)
    return pattern is not None and bool(pattern.search(_LINKED.sub("", text)))


FRAMES: dict[AnswerType, str] = {
    AnswerType.SAID: "say said says think thinks argue claim opinion view stance position words"
    " attitude take"
    " describe explain comment remark according react reacted reacting reaction respond responded"
    " responding response feel see view",
    AnswerType.DATE: "year date day month decade century time period",
    AnswerType.PERCENT: "percent percentage per cent proportion share fraction rate",
    AnswerType.MONEY: "much money price cost sum amount value",
    AnswerType.NUMBER: "many much number total quantity figure altogether overall",
    AnswerType.DURATION: "long many years months weeks days hours minutes far ahead advance",
    AnswerType.LENGTH: "far long length tall height high deep depth wide width thick distance",
    AnswerType.WEIGHT: "much heavy weigh weight mass",
    AnswerType.SPEED: "fast speed",
    AnswerType.TEMPERATURE: "hot cold warm temperature",
    AnswerType.AGE: "old age",
    AnswerType.FREQUENCY: "often frequently frequent regularly many times",
    AnswerType.REASON: "reason reasons cause purpose motive come",
    AnswerType.LIST: "list name names enumerate countries nations areas factors steps measures"
    " elements challenges examples kinds types key main",
    AnswerType.PERSON: "person man woman",
    AnswerType.PLACE: "country city place town state region location area",
    AnswerType.NAME: "called named known name nickname term termed country city town",
    AnswerType.DEFINITION: "define definition mean meaning meant explain describe kind sort type",
    AnswerType.EXPANSION: "stand stands full form name abbreviation acronym meaning mean",
}
"""Words that, in a question of the kind, only say what kind of answer is wanted."""
