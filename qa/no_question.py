"""What people type that asks nothing of the articles: small talk, commissions, the folder."""

import re

from qa.answers import Reason, ReasonCode

ASK = "Ask what the articles say of a thing, a person, a place or a date."

_TALK = frozenset(
    phrase.strip()
    for phrase in """
    hi, hiya, hello, hey, yo, greetings, good morning, good afternoon, good evening, good day
    bye, good night, goodbye, good bye, ciao, there, all, everyone, bot, again, thanks
    thank you, thx, ty, cheers, many, much, a lot, so much, very much, in advance, appreciated
    for that, for this, for it, for the help, for your help, help, help me, please, pls, sorry
    ok, okay, k, kk, yes, yep, yeah, yup, no, nope, nah, sure, right, true, fine, good, great
    nice, cool, perfect, excellent, awesome, amazing, brilliant, wonderful, lovely, super
    interesting, wow, lol, haha, hm, hmm, um, oh, ah, well, got it, i see, understood
    never mind, nevermind, no problem, welcome, you're welcome, good job, nice job, great job
    good work, nice work, nice one, good point, well done, that helps, that helped, this helps
    that's it, that's all, that's great, that's helpful, that's good, that's fine, that's right
    that's wrong, test, testing, who are you, what are you, how are you, are you sure
    are you there, are you a bot, are you human, are you real, what can you do, what do you do
    how do you work, how does it work, how does this work, what is this, can you help
    can you help me, you are useless, you're useless, you are stupid, you're stupid
    you are wrong, you're wrong, you are great, you're great, really, whatever, go on, continue
    new topic, forget it, start over, start again, never mind that, are you an ai
    which model are you, what model are you, what do you know, why should i trust you
    tell me more, more details, more, show me more, can you explain, is that true, is that right
    is that all, source, your source, how are you doing
    """.replace("\n", ",").split(",")
) - {""}
"""What people say to whoever answers; a message of nothing else asks nothing."""

_LONGEST_PHRASE = 5
"""Words of the longest of these."""

_PLEASE = r"\W*(?:(?:can|could|would|will) (?:you|u) |please |kindly ){0,3}"
_MAIN = r"(?:(?:main|key|important|central|overall) )?"
_OF_TEXTS = (
    r"(?:of|in|from) (?:the|this|these|that|all)(?: of)?(?: the| these)?"
    r" (?:articles?|texts?|reports?|documents?|papers?|pieces?|columns?|op-?eds?)"
)
_COMMISSION = re.compile(
    _PLEASE
    + r"(?:(?:write|compose|draft|make up|invent|sing|generate|create|tell|give|do|draw|paint)"
    r" (?:(?:me|us|my \w+) )?(?:an? |some |another )(?:[\w-]+ ){0,2}"
    r"(?:poem|haiku|limerick|song|lyrics|rap|joke|riddle|story|fairy tale|essay|novel|email|e-mail"
    r"|letter|tweet|speech|code|script|program|picture|drawing|image|summary|abstract|translation)\b"
    rf"|what(?:['’]s| is| are) (?:the |your )?"
    rf"(?:{_MAIN}(?:points?|take-?aways?|gist|summary|tl;?dr)(?: {_OF_TEXTS})?"
    rf"|{_MAIN}(?:argument|thesis|message|idea|conclusion)s? {_OF_TEXTS})\W*$"
    r"|(?:summari[sz]e|translate|paraphrase|rephrase|reword|rewrite)\b|sum up\b|tl;?dr\b)",
    re.IGNORECASE,
)
_TEXTS = r"(?:articles?|documents?|files?|sources?|texts?|reports?|papers?|pdfs?)"
_ONE_TEXT = r"(?:the|this|that|these|those|your|each) (?:articles?|op-?eds?|pieces?|columns?)"
_OF_THE_FOLDER = re.compile(
    rf"{_PLEASE}(?:(?:how many|which|what)(?: other)? {_TEXTS}"
    r" (?:are there|do you (?:have|know|search|use)|have you(?: got| read)?|can you (?:search|see)"
    r"|are (?:you using|in (?:the|this|your) (?:folder|library|index)|available|indexed|loaded))"
    rf"|(?:list|show|name|give)(?: me| us)?(?: all)?(?: of)?(?: the| your| available)* {_TEXTS}"
    rf"|what(?: is|['’]s) in (?:the|this|your) (?:folder|library|index)"
    rf"|what are (?:the|these|your|all)(?: the)? {_TEXTS} about"
    rf"|what(?: is|['’]s) {_ONE_TEXT} about"
    rf"|who (?:wrote|writes|published) {_ONE_TEXT}"
    rf"|who(?: is|['’]s| are) the (?:authors?|writers?)(?: of {_ONE_TEXT})?"
    r"|(?:what|which|when)(?:['’]s| is| was)(?: the)?(?: date of)?(?: the)?"
    r" (?:latest|newest|oldest|most recent) (?:article|document|text|report|file|op-?ed)"
    rf"|(?:when|in (?:what|which) year) (?:was|were|is) {_ONE_TEXT} (?:written|published|dated)"
    r")\W*",
    re.IGNORECASE,
)


def no_question(text: str) -> Reason | None:
    """Why `text` asks nothing of the articles; None where it may."""
    if _is_talk(re.findall(r"[\w']+", text.lower().replace("’", "'"))):
        return Reason(ReasonCode.SMALL_TALK, f"I answer with quotations from the articles. {ASK}")
    if _COMMISSION.match(text):
        return Reason(ReasonCode.WRITES_NOTHING, f"Nothing is written here, only quoted. {ASK}")
    if _OF_THE_FOLDER.fullmatch(text):
        return Reason(ReasonCode.OF_THE_FOLDER, f"That asks of the folder itself. {ASK}")
    return None


def _is_talk(words: list[str]) -> bool:
    """Whether words are phrases of small talk one after the other, the longest first."""
    at = 0
    while at < len(words):
        ends = range(min(at + _LONGEST_PHRASE, len(words)), at, -1)
        end = next((end for end in ends if " ".join(words[at:end]) in _TALK), at)
        if end == at:
            return False
        at = end
    return bool(words)
