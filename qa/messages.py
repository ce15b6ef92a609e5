"""A message as people write it, taken apart: what asks, and what is told beside it.

"Hi! I was telling a friend about the freighter that got stuck in Egypt, how long was it stuck?"
asks "how long was it stuck"; that a freighter got stuck in Egypt is the setting, which says what
"it" is. Who wants to know, and why, is no part of either.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qa.kinds import ASKING_WORDS, AUXILIARY
from qa.sentences import sentence_spans
from qa.small_talk import without_small_talk

_KIN = (
    r"(?:friends?|colleagues?|boss|manager|editor|client|customer|professor|prof|teacher|tutor"
    r"|teammate|team|group|class|kids?|child|children|son|daughter|wife|husband|partner|mum|mom|dad"
    r"|mother|father|parents|grandma|grandmother|grandpa|grandfather|sister|brother|uncle|aunt"
    r"|cousin|neighbou?r|flatmate|roommate|doctor|students?|pupils?|people|everyone|everybody)"
)
_WORK = (
    r"(?:homework|essay|paper|thesis|report|article|piece|column|talk|lecture|speech|presentation"
    r"|slides?|memo|note|brief(?:ing)?|quiz|exam|assignment|project|sentence|line|paragraph|number"
    r"|figure|quote|answer|book|blog|story|deadline|bet|question)"
)
_SELF = rf"(?:i|we|(?:my|our) (?:\w{{1,20}} )?{_KIN}|some(?:one|body)|(?:a|an old|one) {_KIN})"
_MANNER = (
    r"(?: (?:am|was|were|are|is|have|has|had|do|did|does|don['’]t|didn['’]t|can|can['’]t|cannot"
    r"|could|couldn['’]t|would|will|just|really|always|still|also|only|once|never|even|kind of"
    r"|keep|kept|been|being|recently|today|yesterday|the other day|(?:need|want|like|love|have|seem"
    r"|try|trying|tried|got|going) to|and i))"
)
_MINDS = (
    r"(?:ask(?:s|ed|ing)?|tell(?:s|ing)?|told|read(?:s|ing)?|hear(?:s|d|ing)?|wonder(?:s|ed|ing)?"
    r"|remember(?:s|ed|ing)?|recall(?:s|ed)?|know(?:s)?|knew|think(?:s|ing)?|thought|believe[sd]?"
    r"|says?|said|saying|argue[sd]?|arguing|agree[sd]?|discuss(?:es|ed|ing)?|talk(?:s|ed|ing)?"
    r"|writ(?:e|es|ing)|prepar(?:e|es|ing)|research(?:ing)?|look(?:ing)? (?:for|into|up|at)"
    r"|want(?:s|ed)?|need(?:s|ed)?|learn(?:ed|t|ing)?|saw|seen?|understand|check(?:ing)?|find out"
    r"|mention(?:s|ed)?|claim(?:s|ed)?|insist(?:s|ed)?|swears?|reckons?|help(?:ing)?|guess"
    r"|suppose|figure out|settle|study(?:ing)?|stud(?:y|ies|ied))"
)
_BESIDE = (
    r"(?: (?:(?:to |with )?(?:me|us|you|him|her|them|each other)"
    r"|(?:to |with |for )?(?:a|an|the|my|our|some|one|any|his|her) (?:\w{1,20} )?"
    rf"(?:{_KIN}|{_WORK})"
    rf"|(?:with )?{_WORK}|somewhere|something|anything|recently|today|yesterday|once|again"
    r"|the other day|last (?:week|month|year|night)|no idea|no clue))"
)
_LINK = r"(?:[\s,:–—-]*\b(?:that|about|on|if|whether|of|for|regarding|concerning|to know)\b)?"
_NOT_ASKED_OF_US = "".join(
    f"(?<!{word} )"
    for word in "do does did can could shall should may might must will would are am".split()
)
"""In "what should we check?" the checking is asked about."""
_FRAME = re.compile(
    rf"(?:\b(?:and|but|so|because|since|as) )?\b{_NOT_ASKED_OF_US}(?:"
    rf"{_SELF}(?:['’](?:m|ve|d|re|ll|s))?{_MANNER}{{0,5}} {_MINDS}"
    rf"|{_SELF}(?:['’](?:m|ve|d))? ?(?:have|had|got|am|on|is|has)?"
    rf"(?= (?:no|a|an|on a|the) (?:idea|clue|{_WORK}))"
    rf"|(?:and|but) (?:seem|want|need|trying) to {_MINDS}|^(?:just )?trying to {_MINDS}"
    r"|(?:just )?need(?= a)|(?:he|she|they) (?:needs?|wants?|asks?|asked))\b"
    rf"{_BESIDE}{{0,3}}{_LINK}[\s,:–—-]*",
    re.IGNORECASE,
)
"""Who wants to know and why: "my boss is asking whether", "I read somewhere that"."""

_PERSONAL = re.compile(r"\b(?:i|we|my|our|me|(?-i:us))\b", re.IGNORECASE)
"""Who asks speaks of themselves; "US" is a country."""

_TAG = re.compile(
    r"\W*(?:(?:and |but |or |so )?(?:do (?:you|we) (?:happen to )?know(?: (?:it|that|this))?"
    r"|any(?:thing| ideas?| clue| thoughts?| hints?| help| info)(?: (?:on|about) (?:that|this|it))?"
    r"|(?:is )?(?:that|this|it|he|she)?(?: (?:really|actually))? ?(?:right|true|correct|so)"
    r"|am i (?:right|wrong)|what was (?:that|it)(?: again)?|no idea|not sure|help|great news|no"
    r"|can(?:not| not|['’]t) (?:find|remember) (?:it|that)(?: anywhere)?"
    r"|(?:can|could|would) (?:you|anyone|somebody|someone) (?:please )?"
    r"(?:tell me|help(?: me)?|check|explain)(?: (?:that|this|it))?"
    r"|please|asking for a friend|asap|urgent(?:ly)?))?\W*",
    re.IGNORECASE,
)
"""A piece that only asks for a reply: "do you know?", "is that right?", "anything?"."""

_WH = rf"(?:{'|'.join(ASKING_WORDS)})"
_PIECE_END = re.compile(
    r"(?<![!?…])[!?…]+\s+|(?<!\.)\.{2,}\s+|[;:]\s+|\s[-–—]+\s|—"
    r"|(?:,|(?<=\w\w\w)\.)\s+(?=(?:(?:and|but|so|or) )?"
    rf"(?:(?:\w{{1,13}} )?{_WH}|{AUXILIARY}|am|i|we|you"
    r"|he|she|they|it|there|someone|somebody|my|our|any)\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\W*(?:(?:and|but|so|or|then) )?(?:(?:about|in|at|by|from|to|for|on|of|with|since|until"
    rf"|through|under|roughly|exactly) )?(?:{_WH}\b|(?:{AUXILIARY}|am) )",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Message:
    """What of a message asks, and what is told beside it; both without small talk."""

    asking: str
    setting: str = ""


def taken_apart(text: str) -> Message:
    """What of `text` asks, and its setting.

    Only a message that speaks of who asks is taken apart, or one of several sentences: "When it
    was signed, who paid?" is one question. What would leave nothing is left as it stands.
    """
    text = _without_emphasis(without_small_talk(text))
    pieces, personal = [], bool(_PERSONAL.search(text))
    for piece in _pieces(text):
        plain = _FRAME.sub(" ", piece)
        personal = personal or plain != piece
        plain = without_small_talk(plain.strip(" ,;:-–—"))
        if not _TAG.fullmatch(plain):
            pieces.append(plain)
    if not pieces or not (personal or len(sentence_spans(text)) > 1):
        return Message(text)
    asking = [piece for piece in pieces if _ASKS.match(piece)]
    if not asking or len(asking) == len(pieces):
        return Message(" ".join(pieces))
    return Message(" ".join(asking), " ".join(p for p in pieces if p not in asking))


_EMPHASIS = re.compile(
    r"\b(?:exactly|precisely|actually|really|basically|literally|truly)\b\s?", re.IGNORECASE
)


def _without_emphasis(text: str) -> str:
    """`text` without words that only press for an answer: "what exactly is a fab?"."""
    plain = _EMPHASIS.sub("", text)
    return plain if re.search(r"\w", plain) else text


def _pieces(text: str) -> Iterator[str]:
    for sentence in sentence_spans(text):
        start = sentence.start
        for match in _PIECE_END.finditer(text, start, sentence.end):
            yield text[start : match.end()].strip()
            start = match.end()
        yield text[start : sentence.end].strip()
