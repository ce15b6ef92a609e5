"""Where a passage's sentences begin and end.

Rules, not a model: a sentence ends at `.`, `!` or `?` with the quotation marks and brackets that
close behind it, unless what stands before is an abbreviation or what follows goes on with the
same sentence. In doubt it goes on: a quote of two sentences is better than one of a half. The
hard cases are a table in tests/test_sentences.py.
"""

import re
from functools import lru_cache

from index.articles import BlockKind
from index.spans import Span, trimmed

# A mark begins a run of marks and nothing behind it is given back: otherwise a long run would be
# read again from each of its marks.
_END = re.compile(
    r"[.!?…。！？](?:"  # begins with one set of marks, so that the search leaps from mark to mark
    r"(?<=[.!?…])(?<![.!?…].)"
    r"(?:(?<=\.)[ \u00a0](?:\.[ \u00a0]){1,3}\.|[.!?…]*+)"  # ". . ." is one mark
    r"(?:[\"'”’»)\]“‘«]|[ \u00a0\u202f]»(?=\s))*+"  # „…“, »…« and « … » close with these too
    r"(?:\[[^\[\]]{1,24}\]|[¹²³⁰-⁹])*+(?=\s)"  # marks of notes
    r"|(?<=[。！？])[。！？]*[」』”]*)"
)
_LAST_WORD = re.compile(r"(?<![^\W_])(?<![.&])[^\W_](?:[^\W_]|[.&])*+$")
_OPENING = "\"'“‘„«»([—–- "

_NEVER_LAST = frozenset(
    """
    dr mr mrs ms mme messrs msgr fr prof rev hon smt gen brig lt col maj capt cmdr adm sgt insp supt
    sen rep gov pres amb pvt vs v cf approx ca e.g i.e viz rs
    """.split()
)
_BEFORE_NUMBER = frozenset(
    "no nos art arts sec ch para paras fig figs eq vol vols p pp".split()
)  # some are also whole words: "The answer was no."
_NUMBER = re.compile(r"\d|#|(?:[IVXLC]{2,}|[VX])\b")
_PERHAPS_LAST = frozenset(
    """
    inc ltd co corp bros jr sr a.m p.m ph.d b.sc m.sc st mt ft ave blvd rd dept univ assn al ed eds
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues thu thur thurs fri
    """.split()
)
_ABBREVIATED = _NEVER_LAST | _BEFORE_NUMBER | _PERHAPS_LAST
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_INITIAL = re.compile(r"[^\W\d_]\.")
_STARTERS = frozenset(
    """
    a an the this that these those it its he she they his her their we our you your i my there here
    in on at by for from with without within after before during since while when where what who
    why how if as but and or so yet however moreover furthermore meanwhile although though because
    besides despite unlike similarly also of thus therefore hence instead indeed nonetheless
    nevertheless finally later today yesterday
    tomorrow perhaps one some many most all both each every neither either no nobody nothing
    everyone not now then even only still once such under over between among across until according
    is are was were has have had can could should would
    """.split()
)
_NO_WORD_YET = re.compile(r"\W*(?:\d{1,3}(?:\.\d{1,2})*|[^\W\d_]|[IVXLivxl]{2,5})?")
_LISTED = re.compile(r"[:;]\s(?:\d{1,2}|[a-z])$")
_LETTERED = re.compile(r"[a-z](?:\)|\.\s[A-Z])")
_SPEAKER = re.compile(
    r"(?:[A-Z][\w.’'-]*\s){1,4}(?:said|says|asked|asks|cried|replied|answered|added|wondered)\b"
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
        if _ends_sentence(text, start, match):
            if span := trimmed(text, start, match.end()):
                spans.append(span)
            start = match.end()
    if span := trimmed(text, start, len(text)):
        spans.append(span)
    return tuple(spans)


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark == "." and _is_plain_end(text, match.start()):
        return True
    if mark[0] in "。！？":
        return True
    following = text[match.end() : match.end() + 80].lstrip()
    if not following:
        return True
    if _only_begins(text, start, match) or _goes_on(mark, following):
        return False
    if mark[0] != "." or _is_ellipsis(mark):
        return True
    before = _LAST_WORD.search(text[max(0, match.start() - 40) : match.start()])
    return before is None or not _abbreviated(before.group(), mark, following)


def _is_plain_end(text: str, stop: int) -> bool:
    """Whether a long word stands before the full stop and a capital behind it: most ends are so,
    and need no closer look."""
    word = text[max(0, stop - 30) : stop].rpartition(" ")[2]
    behind = text[stop + 2 : stop + 3]
    return (
        behind.isupper() and len(word) > 5 and word.isalpha() and word.lower() not in _ABBREVIATED
    )


def _is_ellipsis(mark: str) -> bool:
    return mark.startswith(("…", "..", ". "))


def _only_begins(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the mark belongs to what opens a sentence or a part of it: "1.", "[...]", "“..."."""
    end = match.start()
    if end - start < 20 and _NO_WORD_YET.fullmatch(text, start, end):
        return True
    window = text[max(start, end - 5) : end]
    opened = window.endswith(("[", "(")) or (window[-1:] in "“‘«„" and _is_ellipsis(match.group()))
    return opened or bool(_LISTED.search(window))


def _goes_on(mark: str, following: str) -> bool:
    """Whether what follows is no new sentence: lower case, or the speaker of a quotation."""
    first = following.lstrip(_OPENING)[:2]
    if first[:1].islower():
        return not (first[1:].isupper() or _LETTERED.match(following))  # "iPhone", "b. Wait"
    if mark[-1] not in "\"'”’»“":
        return False
    named = _SPEAKER.match(following) and _first_word(following) not in _STARTERS
    return following[0] in "—–" or bool(named)


def _first_word(following: str) -> str:
    return re.split(r"\W", following.lstrip(_OPENING), maxsplit=1)[0].lower()


def _abbreviated(word: str, mark: str, following: str) -> bool:
    """Whether the full stop after `word` belongs to it and does not end the sentence."""
    name = word.lower()
    if _ACRONYM.fullmatch(word) and name not in _NEVER_LAST:
        return _first_word(following) not in _STARTERS
    if mark[1:2] and mark[1] in "\"'”’»“«":
        return False
    if name in _BEFORE_NUMBER and not _NUMBER.match(following):
        return False
    if name in _NEVER_LAST or name in _BEFORE_NUMBER:
        return True
    if len(word) == 1 and word.isalpha():
        return _is_initial(word, following)
    return name in _PERHAPS_LAST and _first_word(following) not in _STARTERS


def _is_initial(letter: str, following: str) -> bool:
    """Whether a single letter abbreviates: a name ("J. Smith"), or a word before a number."""
    if letter.islower():
        return following[0].isdigit()  # "c. 1200"
    if _INITIAL.match(following):
        return True
    return letter != "I" and _first_word(following) not in _STARTERS  # "World War I. Japan ..."
