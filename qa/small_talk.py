"""Greetings, requests and thanks around a question, which are no part of what is asked."""

import re

_GREETING = re.compile(
    r"(?:hi|hiya|hello|hey|yo|greetings|dear(?: (?:all|bot|assistant|team|colleagues))?"
    r"|good (?:morning|afternoon|evening|day)|ok(?:ay)?|so|please|pls|thanks|thank you"
    r"|sorry(?: (?:to (?:bother|disturb|ask|trouble)|for|about|if)\b[^,.!?;:]{0,40})?|excuse me"
    r"|(?:(?:maybe|possibly) (?:a )?)?(?:quick|silly|dumb|stupid|simple|basic|random|odd)"
    r" (?:question|one|q)(?: (?:maybe|perhaps|but|(?:from|for) (?:me|you|my \w{1,20})))?"
    r"|(?:one )?(?:more )?question(?= ?[:,-])|just wondering|honestly|frankly|btw|by the way|anyway"
    r"|(?:i(?:['’]m| am) )(?:just )?(?:curious|wondering|trying to find out)|there|all|everyone"
    r"|everybody|folks|team|guys|bot|assistant|um+|uh+|well|hmm+|oh|ah)\b[\s,.!:;–—-]*",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"(?:(?:can|could|would|will) (?:you|u|anyone|someone|somebody) (?:please |kindly |maybe )?"
    r"(?:tell|remind|let|explain|show|give|help|find|say|look up|check)"
    r"(?: (?:me|us|to me|to us|out))?"
    r"|(?:please |kindly )?(?:tell|remind|show|give) (?:me|us)"
    r"|do (?:you|we) (?:happen to )?know|does any(?:one|body) know"
    r"|i(?:'d| would) (?:like|love|want) (?:you )?to (?:know|ask|find out|hear|understand)"
    r"|i(?:'m| am) looking for|i (?:want|need|have) (?:to (?:know|ask|find out))"
    r"|what (?:does|did) (?:the|this|that) (?:article|table|text|report|piece|op-?ed|paper|study"
    r"|document|figure|chart)"
    r" (?:say|state|mention|tell (?:me|us)|write|have to say) (?:about|on|of)"
    r"|i was wondering|any idea|what do the (?:articles|reports|documents|papers) say about"
    r"|(?:please )?(?:quote|cite|find|search for|look for|get|show|give|list)(?: me| us)?"
    r" (?:(?:the|some|any) (?:numbers|figures|facts|statistics|stats|data)"
    r"|something|anything|everything|all|passages?|sentences?|quotes?|quotations?)"
    r"(?: (?:you (?:have|know|can find)|there is))? (?:about|on|of|regarding)"
    r"|(?:(?:is|was) there |(?:do you|have you|you) (?:have|got) |(?:have|got) )?"
    r"(?:any|some|every)(?:thing(?: else)?"
    r"|(?: more)? (?:information|info|news|details|quotes?|quotations?))"
    r" (?:about|on|of|regarding|concerning)"
    r"|what can you tell (?:me|us) about|do the (?:articles|reports|documents) say"
    r"|(?:is there )?any mention of"
    r"|is it true(?= that| what)|know)"
    r"\b(?: (?:know|about|if|whether|that))?[\s,:–—-]*",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"(?<![\s,.!?;–—-])[\s,.!?;–—-]*\b(?:thanks(?: (?:a lot|so much|in advance|again|very much))?"
    r"|thank you(?: (?:so|very) much)?(?: in advance)?|thx|ty|cheers|please|pls|help"
    r"|lol|haha|hehe|btw"
    r"|many thanks(?: in advance)?|much appreciated|have a (?:nice|good|great) day)[\s.!:;)(]*$",
    re.IGNORECASE,
)


_WHICH_TEXTS = re.compile(
    r"(?:and )?(?:which|what|(?:do|does) (?:the|these|this|any|your)(?: of the)?)"
    r" (?:articles?|documents?|reports?|texts?|sources?)"
    r" (?:(?:talk|speak|tell|write|report)s? (?:about|of|on)|mentions?|discuss(?:es)?|covers?"
    r"|(?:are|is) about|deals? with"
    r"|(?:says?|have|has|contains?)(?: anything| something) (?:about|on))\b[\s,:–—-]*",
    re.IGNORECASE,
)


def asks_which_texts(text: str) -> bool:
    """Whether `text` asks which articles speak of something, or whether any does."""
    return bool(_WHICH_TEXTS.match(text))


def without_small_talk(text: str) -> str:
    """`text` without greetings and requests at its head and thanks at its end.

    What would leave nothing is left as it stands.
    """
    before = None
    while before != text:
        before = text
        for pattern in (_GREETING, _REQUEST, _WHICH_TEXTS):
            match = pattern.match(text)
            if match and re.search(r"\w", text[match.end() :]):
                text = text[match.end() :]
        if match := _THANKS.search(text, max(0, len(text) - 80)):
            shorter = text[: match.start()]
            text = shorter if re.search(r"\w", shorter) else text
    return text
