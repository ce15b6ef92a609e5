"""Spans of a sentence that could answer a typed question: a date, a sum, a person, a place.

Patterns over surface forms, in the manner of the named-entity rules of early question answering
(Abney, Collins and Singhal, Answer Extraction, 2000): they say what *could* answer, ranking and
confidence weigh it. Every pattern is linear in the length of the text.
"""

import re
from enum import StrEnum
from functools import lru_cache

from index.spans import Span
from qa import quantities
from qa.names import AGENT, CAPITAL, MONTH, end_of_name, may_be_person, names
from qa.speech import STATED


class AnswerType(StrEnum):
    """What kind of thing a question asks for."""

    PERSON = "person"
    DATE = "date"
    PLACE = "place"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    DURATION = "duration"
    LENGTH = "length"
    WEIGHT = "weight"
    SPEED = "speed"
    TEMPERATURE = "temperature"
    AGE = "age"
    FREQUENCY = "frequency"
    NAME = "name"
    REASON = "reason"
    MANNER = "manner"
    DEFINITION = "definition"
    EXPANSION = "expansion"
    LIST = "list"
    SAID = "said"
    OTHER = "other"


MEASURED = frozenset(
    {AnswerType.LENGTH, AnswerType.WEIGHT, AnswerType.SPEED, AnswerType.TEMPERATURE}
)
"""Kinds of answer that are a number with a unit."""

_YEAR = r"(?:1[0-9]|20)\d\d"
_WORD_NUMBER = (
    r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
    r"|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|both|single|twice"
    r"|once|several)"
)
_WORD_NUMBERS = rf"{_WORD_NUMBER}(?:[\s-]{_WORD_NUMBER}){{0,4}}"
_TIME = r"(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centur(?:y|ies))"
# Where a pattern has a group, the group answers and what stands before it only leads to it.
_DATE = re.compile(
    r"(?<![$€£¥₹.,])\b(?:\d{1,2}[./]\d{1,2}[./](?:\d\d){1,2}\b"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}(?:,?\s+{_YEAR})?"
    rf"|{MONTH}\s+\d{{1,2}}(?!\d)(?:st|nd|rd|th)?(?:,?\s+{_YEAR})?"
    rf"|{MONTH},?\s+(?:of\s+)?{_YEAR}"
    rf"|\d{{4}}-\d\d-\d\d"
    r"|(?:(?:spring|summer|autumn|fall|winter)\s(?:of\s)?)?"
    rf"{_YEAR}(?:\s?[-–]\s?\d{{2,4}})?s?\b(?!\s?%|\.\d)"
    rf"|(?:last|next|early|late|mid)[\s-]{MONTH}\b(?!,?\s+(?:of\s+)?\d)"
    rf"|(?:in|since|until|by|during)\s(?P<month>{MONTH})\b(?!,?\s+(?:of\s+)?\d)"
    rf"|(?:\d{{1,3}}|an?|a\sfew|many|{_WORD_NUMBER})\s{_TIME}\sago\b"
    r"|\d{1,2}(?:st|nd|rd|th)[\s-]centur(?:y|ies)"
    r"|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
    r"|twenty-first)[\s-]centur(?:y|ies)"
    r"|\d{1,4}\s?(?:BC|AD|BCE|CE)\b"
    r"|(?:in|since|until|by)\s(?:about\s)?(?P<early>[1-9]\d\d)"
    r"(?=[,.;:)](?!\d)|\s(?:as|and|by|when|the|to|he|she|it|they|from|against|under)\b)"
    r"|(?i:during|after|before|until|since)\sthe\s(?:[A-Z]\w{1,15}\s){0,3}War\b"
    r"|(?i:the\s(?:next|following|previous|same)\s(?:day|morning|evening|week|month|spring|summer"
    r"|autumn|winter|year))\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?<![\d:.])(?:[01]?\d|2[0-4])(?::[0-5]\d(?![\d:%]|\.\d)(?:\s?[ap]\.?m\b)?"
    r"|\.[0-5]\d\s?[ap]\.?m\b)"
    r"|(?:\d{1,2}\s?[ap]\.?m\b|(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve)\so['’]clock))"
)
_FIGURE = r"\d+(?:,\d{2,3})*(?:\.\d+)?"
_DIGITS = rf"(?<![\w.])(?<!\d,)(?<![A-Za-z]-){_FIGURE}"  # not the 16 of F-16, nor a part
_SCALE = r"(?:[\s-]?(?:hundred|thousand|million|billion|trillion|bn|crore|lakh|m|k)\b)?"
_NUMBER = re.compile(
    rf"{_DIGITS}{_SCALE}(?!\w)|(?<![\w.]){_WORD_NUMBERS}(?!\w)"
    r"|\b(?:numerous|countless|scores of|an? (?:few|handful of|couple of))\b",
    re.IGNORECASE,
)
_CURRENCY = r"(?:US\$|A\$|S\$|[$€£¥₹]|USD|EUR|GBP|JPY|INR|CNY|Rs\.?|RMB)"
_UNIT_OF_MONEY = (
    r"(?:dollars?|euros?|pounds?|yen|rupees?|yuan|renminbi|francs?|cents?|roubles?|rubles?|pesos?"
    r"|marks?|crowns?|kron(?:a|e|er|or)|shillings?|pence|guilders?|lira|liras|dirhams?|dinars?"
    r"|riyals?|reals?|ringgit|zlotys?|ngultrum|baht|rupiah|rand|USD|EUR|GBP|JPY|INR|CNY"
    r"|(?<=lion\s)won)"  # five runners won, too
)
_MONEY = re.compile(
    rf"{_CURRENCY}\s?{_FIGURE}{_SCALE}"
    rf"|(?:{_DIGITS}{_SCALE}|\b{_WORD_NUMBERS})[\s-](?:[A-Z]\w{{1,15}}\s){{0,2}}"
    rf"(?i:{_UNIT_OF_MONEY})\b"
    r"|\bcosts?\s(?:(?:about|around|roughly|nearly|almost|some|only|just|over|between)\s)?"
    rf"(?P<cost>{_DIGITS}(?:\s?[-–]\s?{_FIGURE})?"
    rf"\s(?!(?:hundred|thousand|[mbtr]+illion|bn|crore|lakh|{_UNIT_OF_MONEY})\b)[a-z]+)"
)
_CELL_FIGURE = re.compile(rf"(?<![\w.,]){_DIGITS}(?=\s?(?:\||$))")
"""A figure that fills a table's cell: a sum, where header or row speak of money."""

_PERCENT = re.compile(
    rf"(?:{_DIGITS}|\b{_WORD_NUMBERS})[\s-]?(?:%|percent\b|per\s?cent\b|percentage points?\b)"
    r"|\b(?:half|(?:an?|one)[\s-](?:third|quarter|fifth|sixth|eighth|tenth)"
    r"|(?:two|three|four|five|seven|nine)[\s-](?:thirds|quarters|fifths|sixths|eighths|tenths)"
    r"|majority)\b",
    re.IGNORECASE,
)
_DURATION = re.compile(
    rf"(?:{_DIGITS}(?:\s?[-–]\s?\d+)?|\b(?:{_WORD_NUMBERS}|a few|many))(?:[\s-]an?)?[\s-]{_TIME}\b"
    rf"|\ban?\s{_TIME}\b"
    rf"|\b(?:hundreds|thousands|millions|dozens|decades|years) of {_TIME}\b"
    rf"|\b(?:since|until|till|from)\s(?:[\w.-]{{1,15}}\s){{0,5}}?(?:{_YEAR}s?|century)\b"
    rf"|\b(?:dat|go|went|reach|stretch)\w*\sback\s(?:as\sfar\sas|to)\s"
    rf"(?:[\w.-]{{1,15}}\s){{0,5}}?(?:{_YEAR}s?|century)\b"
    rf"|\b{_YEAR}\s?[-–]\s?\d{{2,4}}\b",
    re.IGNORECASE,
)


def _measured(unit: str) -> re.Pattern[str]:
    """Numbers with a unit behind them."""
    return re.compile(
        rf"(?:{_DIGITS}(?:\s?[-–]\s?\d+)?{_SCALE}|\b(?i:{_WORD_NUMBERS}(?:\san?)?|an?))"
        rf"[\s-]?{unit}(?![\w/])"
    )


_FREQUENCY = re.compile(
    rf"\b(?:(?:every|each)\s(?:\w+\s){{0,2}}?{_TIME}"
    rf"|(?:once|twice|times)\s(?:an?|per|each|every|in)\s(?:\w+\s)?{_TIME}"
    r"|daily|hourly|weekly|fortnightly|monthly|quarterly|yearly|annual(?:ly)?|biennial(?:ly)?"
    r"|every\s(?:other\s)?(?:spring|summer|autumn|winter|morning|evening|night"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"|(?:at|in)\s(?:\w+\s){0,2}intervals?|frequency"
    rf"|(?:{_FIGURE}|{_WORD_NUMBERS})\stimes"
    r"|once|twice|always|often|rarely|seldom|never|frequently|regularly|occasionally|sometimes)\b",
    re.IGNORECASE,
)
"""How often something happens, in numbers or not."""
_AGE = re.compile(
    rf"(?:{_DIGITS}|\b{_WORD_NUMBERS})(?:[\s-]an?)?[\s-]{_TIME}(?:[\s-]old)?\b"
    rf"|\b(?:aged?|age of|at|turned|(?:boy|girl|man|woman|child|son|daughter) of)"
    rf"\s(?:{_DIGITS}|{_WORD_NUMBERS})(?!\w|\s?%|\s?per\b)"
    rf"|(?:{_DIGITS}|{_WORD_NUMBERS})\s(?:and|or)\s(?:older|over|above|younger|under|up)\b"
    r"|\b(?:over|under)[\s-]\d{1,2}s?\b"
    r"|(?<=,\s)\d{1,2}(?=,)"
    r"|\b(?:is|was|were)\s(?:only\s|just\s|about\s|still\s)?\d{1,3}(?=\s(?:when|at the time|as)\b)"
    r"|\b(?:born|built|founded|established|made|began|begun|started|dates?|dated|since"
    rf"|go(?:es)? back)\s(?:\w+\s){{0,4}}?{_YEAR}\b",
    re.IGNORECASE,
)
_SPOT = (
    r"(?:kingdom|country|state|province|district|region|county|capital|city|town|village|suburb"
    r"|quarter|centre|center|street|square|park|garden|field|farm|forest|wood|desert|valley|plain"
    r"|plateau|hill|mountain|peak|slope|cave|mine|quarry|island|peninsula|coast|beach|shore|bay|cape"
    r"|sea|ocean|lake|river|delta|strait|canal|harbou?r|port|dock|quay|border|frontier|camp|base"
    r"|fort|mill|factory|plant|workshop|warehouse|laborator(?:y|ie)|office|building|tower|castle"
    r"|palace|temple|church|cathedral|monaster(?:y|ie)|museum|librar(?:y|ie)|hospital|school"
    r"|college|universit(?:y|ie)|academ(?:y|ie)|station|airport|prison|theatre|hotel|house|room"
    r"|hall|cellar|roof|north|south|east|west)"
)
_PLACE = re.compile(
    r"\b(?:in|at|on|near|from|across|throughout|outside|inside|within|to|of|off|between|around|over)"
    r"\s(?:the\s)?(?P<place>(?:(?:northern|southern|eastern|western|central)\s)?"
    rf"(?!{MONTH}\b|[A-Z][a-z]+day\b){CAPITAL}(?:\s(?:(?:of|the|and)\s(?:the\s)?)?{CAPITAL}){{0,5}})"
    rf"|\b(?:in|at|on|near|into|inside|outside|beneath|under|behind|from|to)\s(?:the|an?|its|their)"
    rf"\s(?P<spot>(?:[\w-]+\s){{0,3}}?{_SPOT}s?)\b"
)
"""Behind a word that says where: a name, or a thing that is a place."""
_REASON = re.compile(
    r"\b(?:because|due to|owing to|in order to|so that|so as to|as a result|thanks to|caused by"
    r"|driven by|given that|therefore|thus|hence|consequently|reasons?|aim(?:s|ed|ing)? (?:to|at)"
    r"|seek(?:s|ing)? to|sought to|meant to|designed to|intended to|lead(?:s|ing)? to|led to"
    r"|stems? from|since|motivat\w+|allow(?:s|ed|ing)?|fear\w*|worr\w+|concern\w*"
    r"|in response to|prompt(?:s|ed|ing)?|attributed to)\b|\bto (?:[a-z]+e|[a-z]+)\b",
    re.IGNORECASE,
)
_MANNER = re.compile(
    r"\b(?:by [a-z]+ing|through|via|using|with the help of|means of|thereby)\b", re.IGNORECASE
)
_DEFINING = re.compile(
    r"\b(?:is|are|was|were) (?:an?|the|one of|any|defined|known|called|termed)\b"
    r"|\b(?:known as|called|termed|dubbed|referred to as|defined as|refers? to|means|meaning"
    r"|describes?|consists? of|stands? for|short for|so-called|in other words)\b"
    r"|\([A-Z][\w&.-]{1,9}\)|, (?:an?|the) ",
)
_CALLED = re.compile(
    r"\b(?:called|known as|termed|named|dubbed|nicknamed|referred to as|calls? (?:it|this|them))"
    r"\s(?:the\s|an?\s)?[“\"‘]?(?P<name>\w[\w-]*(?:\s(?!(?:and|or|which|that|is|was|in|of|by|for|to)\b)"
    r"\w[\w-]*){0,3})",
    re.IGNORECASE,
)
_EXPANSION = re.compile(
    r"(?<![\w’'-])(?:[\w’'-]++\s){1,8}\((?:[A-Z]|[a-z](?=[A-Z]{2}))[\w&.-]{1,9}\)"
    r"|\b[A-Z]{2,8} or (?:the\s)?[A-Z][\w’'-]*(?:\s[\w’'-]{1,20}){1,6}"
    r"|\b[A-Z][A-Z&.]{1,9}s?(?:\s\([^()]{4,80}\)|,\s(?:or|short for|that is,?)\s[^,;.()]{4,80}"
    r"|\s(?:stands|is short|stood) for\s[^,;.()]{4,80})"
    r"|(?<![\w’'-])(?:[\w’'-]++\s){1,7}[\w’'-]++,\s(?:or|abbreviated|known as)\s(?:the\s)?"
    r"[A-Z][A-Z&.]{1,9}\b"
)
"""A long form with its abbreviation behind it, or the other way round."""

_LISTING = re.compile(r"(?:, [^,;.]{1,80}){2,}|: |;|\b(?:and|as well as|including|such as)\b")

_PATTERNS = {
    AnswerType.DATE: _DATE,
    AnswerType.NUMBER: _NUMBER,
    AnswerType.MONEY: _MONEY,
    AnswerType.PERCENT: _PERCENT,
    AnswerType.DURATION: _DURATION,
    AnswerType.LENGTH: _measured(quantities.LENGTH),
    AnswerType.WEIGHT: _measured(quantities.WEIGHT),
    AnswerType.SPEED: _measured(quantities.SPEED),
    AnswerType.TEMPERATURE: _measured(quantities.TEMPERATURE),
    AnswerType.AGE: _AGE,
    AnswerType.FREQUENCY: _FREQUENCY,
    AnswerType.PLACE: _PLACE,
    AnswerType.REASON: _REASON,
    AnswerType.MANNER: _MANNER,
    AnswerType.DEFINITION: _DEFINING,
    AnswerType.EXPANSION: _EXPANSION,
    AnswerType.LIST: _LISTING,
    AnswerType.SAID: STATED,
}


@lru_cache(maxsize=50_000)
def typed_spans(sentence: str, kind: AnswerType) -> tuple[Span, ...]:
    """The spans of `sentence` that are of the asked kind, in order; none for OTHER."""
    if kind is AnswerType.NAME:
        dates = typed_spans(sentence, AnswerType.DATE)
        named = [name for name in names(sentence) if not any(map(name.overlaps, dates))]
        called = [s for s in _found(_CALLED, sentence) if not any(map(s.overlaps, named))]
        return tuple(sorted(named + called))
    if kind is AnswerType.PERSON:
        named = [span for span in names(sentence) if may_be_person(sentence, span)]
        return tuple(sorted({*named, *_found(AGENT, sentence)}))
    if kind is AnswerType.NUMBER:
        return _no_dates(_found(_NUMBER, sentence), sentence)
    pattern = _PATTERNS.get(kind)
    return _found(pattern, sentence) if pattern else ()


def cell_figures(row: str) -> tuple[Span, ...]:
    """The figures that fill a cell of a table's row, but for dates."""
    return _no_dates(_found(_CELL_FIGURE, row), row)


def _no_dates(spans: tuple[Span, ...], sentence: str) -> tuple[Span, ...]:
    dates = typed_spans(sentence, AnswerType.DATE)
    return tuple(
        span
        for span in spans
        if _AMOUNTS_TO.search(sentence, 0, span.start) or not any(d.holds(span) for d in dates)
    )


_AMOUNTS_TO = re.compile(
    r"\b(?:is|are|was|were|totals?|totalled|reached|exceed(?:s|ed)|amounts? to|amounted to|numbered"
    r"|nearly|almost|roughly|approximately|(?:more|fewer|less) than)\s$"
)
"""Before a number that looks like a year: "the number of jets is 1250"."""


def _found(pattern: re.Pattern[str], sentence: str) -> tuple[Span, ...]:
    spans = (match.span(match.lastgroup or 0) for match in pattern.finditer(sentence))
    return tuple(Span(start, end_of_name(sentence, start, end)) for start, end in spans)
