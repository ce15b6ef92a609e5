"""Verbs of saying and of taking a stance: who says something, and whether somebody does."""

import re

SAYING = (
    r"(?:sa(?:id|ys)|stat(?:ed|es)|argu(?:ed|es)|explain(?:ed|s)|observ(?:ed|es)|not(?:ed|es)"
    r"|add(?:ed|s)|warn(?:ed|s)|wr(?:ote|ites)|told|tells|claim(?:ed|s)|believ(?:ed|es)"
    r"|suggest(?:ed|s)|declar(?:ed|es)|comment(?:ed|s)|remark(?:ed|s)|insist(?:ed|s)"
    r"|conclud(?:ed|es)|describ(?:ed|es)|contend(?:ed|s)|maintain(?:ed|s)|called|calls"
    r"|acknowledg(?:ed|es)|caution(?:ed|s)|assert(?:ed|s)|point(?:ed|s) out|according to"
    r"|announc(?:ed|es)|term(?:ed|s)|think(?:s)?|thought|reckon(?:s|ed)?|put(?:s)? it)"
)
_VIEWING = (
    r"(?:express(?:ed|es)|voic(?:ed|es)|view(?:ed|s)|regard(?:ed|s)|consider(?:ed|s)"
    r"|s(?:ees|aw|een) .{1,80}? as|stress(?:ed|es)|emphasi[sz](?:ed|es)|critici[sz](?:ed|es)"
    r"|prais(?:ed|es)|welcom(?:ed|es)|oppos(?:ed|es)|complain(?:ed|s)|fear(?:ed|s)|hop(?:ed|es)"
    r"|worr(?:ied|ies)|recogni[sz](?:ed|es)|admit(?:ted|s)|conced(?:ed|es)|den(?:ied|ies)"
    r"|doubt(?:ed|s that)|support(?:ed|s the)|favou?red|endors(?:ed|es)|condemn(?:ed|s)"
    r"|blam(?:ed|es)"
    r"|deem(?:ed|s)|expect(?:s|ed)|agree[sd]?|want(?:s|ed)|prefer(?:s|red)"
    r"|we (?:think|want|feel|see)|say|argue|believe)"
)
_SHOWING = (
    r"(?:highlight(?:ed|s)|reveal(?:ed|s)|show(?:ed|s)?|indicat(?:e|ed|es)|suggest|warn|found|finds"
    r"|report(?:ed|s)|estimat(?:ed|es)|predict(?:ed|s)|demand(?:ed|s)|urg(?:ed|es)"
    r"|reject(?:ed|s)|propos(?:ed|es)|recommend(?:ed|s)|promis(?:ed|es))"
)
SPEECH = re.compile(rf"\b{SAYING}\b", re.IGNORECASE)
"""A verb of saying."""
STATED = re.compile(rf"\b(?:{SAYING}|{_VIEWING})\b", re.IGNORECASE)
"""One of saying or of taking a stance."""
SPEAKS = re.compile(rf"(?i:\b(?:{SAYING}|{_VIEWING}|{_SHOWING})\b)|[\"“]|^[A-Z][\w .]{{0,40}}:\s")
"""One of these or of showing or demanding something, a quotation, or the label of who speaks in an
interview."""
