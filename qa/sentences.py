"""Where a passage's sentences begin and end.

Rules, not a model: a sentence ends at `.`, `!` or `?` with the quotation marks and brackets that
close behind it, unless what stands before is an abbreviation or what follows goes on in lower
case. The hard cases are a table in tests/test_sentences.py.
"""

import re
from functools import lru_cache

from index.articles import BlockKind
from index.spans import Span, trimmed

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?:\[\d{1,3}\])*(?=\s)|[。！？]+[」』”]*")
_LAST_WORD = re.compile(r"[^\s(\[“\"‘]+$")
_OPENING = "\"'“‘«([—–-"

_NEVER_LAST = frozenset(
    """
    dr mr mrs ms prof professor rev hon gen lt col maj capt cmdr adm sgt sen rep gov pres amb st mt
    ft vs cf fig figs eq vol vols ed eds pp p approx ca e.g i.e viz al dept univ assn messrs mme
    """.split()
)
_BEFORE_NUMBER = frozenset(
    "no nos art arts sec ch para paras jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_PERHAPS_LAST = frozenset("inc ltd co corp bros jr sr etc a.m p.m ph.d b.a m.a b.sc m.sc".split())
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
_STARTERS = frozenset(
    """
    a an the this that these those it its he she they his her their we our you i there here in on at
    by for from with after before during since while when where what who why how if as but and or so
    yet however moreover furthermore meanwhile although though because one some many most all both
    no not now then under over between among according to until
    """.split()
)


@lru_cache(maxsize=20_000)
def sentence_spans(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> tuple[Span, ...]:
    """The sentences of a passage's `text`, in order; they cover all but the white space between.

    A table row is one sentence, and so is code.
    """
    if kind in (BlockKind.TABLE_ROW, BlockKind.CODE):
        whole = trimmed(text, 0, len(text))
        return (whole,) if whole else ()
    spans = []
    start = 0
    for match in _END.finditer(text):
        if _ends_sentence(text, match):
            if span := trimmed(text, start, match.end()):
                spans.append(span)
            start = match.end()
    if span := trimmed(text, start, len(text)):
        spans.append(span)
    return tuple(spans)


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark[0] in "。！？":
        return True
    following = text[match.end() : match.end() + 80].lstrip()
    if not following:
        return True
    first = following.lstrip(_OPENING)[:1]
    if first.islower():
        return False
    if mark[0] != "." or mark.startswith(".."):
        return True
    before = _LAST_WORD.search(text[max(0, match.start() - 40) : match.start()])
    return before is None or not _abbreviated(before.group(), mark, following)


def _abbreviated(word: str, mark: str, following: str) -> bool:
    """Whether the full stop after `word` belongs to it and does not end the sentence."""
    if len(mark) > 1 and mark[1] in "”’\"'»":
        return False
    name = word.rstrip(".").lower().lstrip("$£€")
    if name in _NEVER_LAST:
        return True
    if name in _BEFORE_NUMBER:
        return following[:1].isdigit()
    next_word = re.split(r"[^\w]", following.lstrip(_OPENING), maxsplit=1)[0].lower()
    if len(word) == 1 and word.isalpha() and word.isupper():
        return word != "I" and next_word not in _STARTERS
    if name in _PERHAPS_LAST or _ACRONYM.match(word):
        return next_word not in _STARTERS
    return bool(re.fullmatch(r"\d{1,2}", word)) and following[:1].islower()
