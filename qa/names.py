"""Names in a sentence, by their capitals: where they stand, and whose they may be.

Without a list of people's names, a name is a person's if it has two words, a title or a verb of
saying beside it, and none of the words that make a name the name of something else.
"""

import re
from collections.abc import Sequence

from index.analysis import STOP_WORDS
from index.dictionary import english_frequency
from index.spans import Span
from qa.speech import SAYING

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'.&-]*"
_PROPER = re.compile(
    rf"\b{CAPITAL}(?:\s(?:(?:of|the|for|de|da|van|von|bin|ibn|al|and)\s(?:the\s)?|(?:al|el|ul)-)?"
    rf"{CAPITAL}){{0,7}}"
)
_TITLES = (
    r"(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Lord|Lady|President|Prime Minister|Premier|Minister"
    r"|Secretary|Ambassador|General|Admiral|Captain|Colonel|King|Queen|Prince|Princess|Emperor"
    r"|Pope|Bishop|Senator|Governor|Mayor|Chancellor|Director|Chairman|Chief|Judge|Justice)"
)
_RELATED = (
    r"(?:brother|sister|son|daughter|wife|husband|father|mother|uncle|aunt|nephew|niece|cousin|widow"
    r"|fianc[ée]e?|friend|rival|leader|ruler|king|queen|prince|princess|emperor|duke|count|earl"
    r"|writer|author|poet|painter|composer|scientist|scholar|engineer|physicist|chemist|economist"
    r"|historian|philosopher|explorer|inventor|founder|architect|general|admiral|activist|envoy)"
)
_PERSON_CUE = re.compile(rf"\b(?:{_TITLES}|{_RELATED})\.?$")
AGENT = re.compile(
    rf"\b[a-z]{{3,}}\sby\s(?:the\s)?(?P<agent>(?!{MONTH}\b|{_TITLES}\b)"
    rf"{CAPITAL}(?:\s(?:of\s)?{CAPITAL}){{0,5}})"
)
"""Who did something, person or not: "made by the Institute"."""
_NO_PERSON = frozenset(
    """
    States Kingdom Nations Union Republic Commonwealth Empire Ocean Sea Bay Gulf River Lake Island
    Islands Strait Straits Mountains Himalayas Pacific Atlantic Asia Africa Europe America Arctic
    University Institute Institution Foundation School College Academy Museum Library Hospital
    Church Cathedral Ministry Department Government Parliament Senate Congress Commission Committee
    Council Court Agency Authority Office Bureau Bank Fund Company Corporation Group Party Army
    Navy Force Forces Corps Association Organisation Organization League Alliance Forum Center
    Centre Society Club Times Post News Press Agreement Treaty Accord Pact Convention Charter
    Declaration Memorandum Act Law Article Strategy Plan Policy Programme Program Project Initiative
    War Battle Revolution Summit Conference Partnership Dialogue Street Road Avenue Square Park
    City County Province District New North South East West Northern Southern Eastern Western
    Prize Award Medal Cup Games Championship Caliphate Dynasty Duchy Transactions Journal Review
    Magazine Gazette Herald Tribune Bible Quran Edition Century Theorem System Network Railway
    Bridge Tower Canal Airport Station Theatre Theater Stadium Hotel Palace Castle Temple Mosque
    Greens Conservatives Democrats Republicans Liberals Tories Socialists Nationalists Communists
    Islamists Christians Muslims Jews Protestants Catholics Guard Guards Marines Rangers Airlines
    Abbey Desert Valley Peninsula Coast Port Harbour Harbor Mount Fort Building Christmas Easter
    Brigade Battalion Regiment Division Squadron Fleet Command Sector Conclave Exchange Facility
    Terminal Range Basin Plateau Glacier Survey Report Index Studies Research Security Energy Water
    Power Electricity Resources Defence Defense Affairs Trade Development Cooperation Education
    Environment Climate International National Global Regional Federal Board Trust Service Services
    Mission Panel Platform Framework Mechanism Compact Protocol Resolution Bill Code Rights
    Constitution Dam Reservoir Plant Corridor Highway Zone Territory Belt Reef Shoal Ridge
    """.split()
)
"""Words that make a run of capitalised words the name of something else."""


def is_of_a_thing(words: Sequence[str]) -> bool:
    """Whether a name is no person's, by one of its words: "World Bank"."""
    return not _NO_PERSON.isdisjoint(w.removesuffix("'s").removesuffix("’s") for w in words)


COUNTRIES = frozenset(
    """
    Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bahrain
    Bangladesh Belarus Belgium Belize Benin Bhutan Bolivia Bosnia Botswana Brazil Britain Bulgaria
    Burma Burundi Cambodia Cameroon Canada Chile China Colombia Congo Croatia Cyprus Denmark Ecuador
    Egypt England Eritrea Estonia Ethiopia Fiji Finland France Gabon Gambia Germany Ghana Greece
    Guatemala Guinea Guyana Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Italy
    Jamaica Japan Kazakhstan Kenya Kosovo Kuwait Kyrgyzstan Laos Latvia Lebanon Lesotho Liberia
    Libya Lithuania Luxembourg Macedonia Madagascar Malawi Malaysia Maldives Mali Malta Mauritania
    Mauritius Mexico Moldova Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nepal
    Netherlands Nicaragua Nigeria Norway Oman Pakistan Palestine Panama Paraguay Peru Philippines
    Poland Portugal Prussia Qatar Romania Russia Rwanda Samoa Scotland Senegal Serbia Singapore
    Slovakia Slovenia Somalia Spain Sudan Suriname Sweden Switzerland Syria Taiwan Tajikistan
    Tanzania Thailand Tibet Togo Tonga Tunisia Turkey Turkmenistan Uganda Ukraine Uruguay Uzbekistan
    Venezuela Vietnam Wales Yemen Yugoslavia Zambia Zimbabwe Arabia Lanka Korea
    """.split()
)
"""Countries, but for those that are names of people, too, as Jordan, Chad and Georgia are."""


def end_of_name(sentence: str, start: int, end: int) -> int:
    """`end`, or where a name ends before its possessive ending and full stops."""
    while end > start + 1 and sentence[end - 1] in ".'’&-":
        end -= 1
    return end - 2 if end > start + 2 and sentence[end - 2 : end] in ("'s", "’s") else end


def names(sentence: str) -> tuple[Span, ...]:
    """Runs of capitalised words, without the capital that only begins the sentence."""
    spans = []
    for match in _PROPER.finditer(sentence):
        start, end = match.span()
        first, _, rest = match.group().partition(" ")
        stop = first.lower().strip(".'’") in STOP_WORDS
        if not rest and (stop or _only_begins(sentence, start, first)):
            continue
        if stop:
            start += len(first) + 1
        if start < end and sentence[start].isupper():
            spans.append(Span(start, end_of_name(sentence, start, end)))
    return tuple(spans)


COMMON_IN_ENGLISH = 2_000
"""How often a word is counted that is no name, though it may be spelt like one."""


def _only_begins(sentence: str, start: int, word: str) -> bool:
    """Whether a word has its capital from the head of a sentence: a common one, or an adverb."""
    if sentence[:start].strip(" \"“‘'("):
        return False
    plain = word.lower().strip(".'’")
    return plain.endswith("ly") or english_frequency(plain) >= COMMON_IN_ENGLISH


def may_be_person(sentence: str, span: Span) -> bool:
    """Whether a name has two words, a title, or a verb of saying beside it."""
    whole = span.of(sentence)
    if any(map(_PERSON_CUE.search, whole.split())):
        return True
    parts = [part.partition(" of ")[0].split() for part in whole.split(" and ")]
    people = [part for part in parts if _NO_PERSON.isdisjoint(part) and COUNTRIES.isdisjoint(part)]
    if any(len(part) > 1 for part in people) or (len(people) == len(parts) > 1):
        return True
    if not people:
        return False
    before, after = sentence[max(0, span.start - 30) : span.start], sentence[span.end :][:30]
    return bool(
        _PERSON_CUE.search(before.rstrip())
        or re.match(rf"\W{{0,2}}\s?{SAYING}\b", after)
        or re.search(rf"{SAYING}\W?\s?$", before)
    )
