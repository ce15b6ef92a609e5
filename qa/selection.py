"""Which sentences to quote, with which neighbours, and what to mark in them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from index.analysis import STOP_WORDS
from index.passages import Passage
from index.spans import Span
from qa.agreement import Comparison
from qa.breadth import Breadth
from qa.features import HARD, new_typed_spans
from qa.listing import Neighbours, quotes_list, with_list, with_speaker
from qa.questions import CLOSE, Asked
from qa.ranking import Candidate
from qa.speech import SPEECH
from qa.stretches import fits, likeliest
from qa.typed import AnswerType
from qa.views import ANAPHORS, PassageView, SentenceView

WIDEST_QUOTE = 700
"""Characters of the longest quote where several things are asked for or compared: they stand in one
paragraph often."""

WORTH_SHOWING, WORTH_SEVERAL = 6.0, 12.0
"""How far below the best candidate's score a further quote may lie, and how far where several
things are asked for. The scores are logarithms of odds."""

SAME_SECTION = 1.0
"""What a further candidate gains that stands in the section of the best one."""

OTHER_SIDE = 3.0
"""What one gains, where things are compared, that speaks of a name the best is silent about."""

SAME = 0.8
"""Share of common content words (Jaccard) from which two quotes count as the same."""


@dataclass(frozen=True, slots=True)
class Selected:
    """A stretch of an article to be quoted, and the candidate it was chosen for.

    `sentences` are those of the candidate's passage that are quoted; `span`, which may take in a
    whole list, and `marks` (the matched words and what answers) are spans of the article's text.
    `twins` say the same elsewhere.
    """

    best: Candidate
    sentences: tuple[SentenceView, ...]
    span: Span
    marks: tuple[Span, ...]
    twins: tuple[Candidate, ...] = ()


def select(
    asked: Asked,
    ranked: Sequence[Candidate],
    around: Neighbours,
    *,
    limit: int,
    comparison: Comparison,
) -> list[Selected]:
    """At most `limit` quotes from the ranked candidates: none overlaps another or repeats it.

    Where articles differ, their sides follow the best candidate at once.
    """
    chosen: list[Selected] = []
    twins: dict[int, list[Candidate]] = {0: list(comparison.same)}
    for candidate in _in_turn(asked, ranked, comparison):
        if _already_quoted(candidate, chosen) or candidate in comparison.same:
            continue
        twin = _twin(candidate, chosen)
        if twin is not None and candidate not in comparison.different:
            twins.setdefault(twin, []).append(candidate)
        elif len(chosen) < limit:
            chosen.append(selected_for(asked, candidate, around, chosen))
    return [replace(s, twins=tuple(twins.get(i, ()))) for i, s in enumerate(chosen)]


def _in_turn(
    asked: Asked, ranked: Sequence[Candidate], comparison: Comparison
) -> Iterator[Candidate]:
    """The best candidate, the sides that differ from it, and all others worth showing.

    Of these, what stands in the best one's section comes a little earlier, and what speaks of
    another side of a comparison earlier still.
    """
    if ranked:
        yield ranked[0]
        yield from comparison.different
        reach = WORTH_SHOWING if asked.breadth is Breadth.ONE else WORTH_SEVERAL
        least = max(candidate.score for candidate in ranked) - reach
        worth = (candidate for candidate in ranked[1:] if candidate.score >= least)
        home = _section(ranked[0])
        missing = (
            _names(asked) - ranked[0].view.everywhere if asked.breadth is Breadth.SIDES else set()
        )

        def rank(candidate: Candidate) -> float:
            gain = SAME_SECTION * (_section(candidate) == home)
            return -candidate.score - gain - OTHER_SIDE * bool(missing & candidate.view.everywhere)

        yield from sorted(worth, key=rank)


def _names(asked: Asked) -> frozenset[str]:
    return frozenset(wanted.stem for wanted in asked.wanted if wanted.name)


def _section(candidate: Candidate) -> tuple[str, tuple[str, ...]]:
    passage = candidate.view.passage
    return passage.article_id, passage.context.headings


def _already_quoted(candidate: Candidate, chosen: Iterable[Selected]) -> bool:
    """Whether a chosen quote shows the candidate's sentence.

    One that shows others of its passage does not count: of a long paragraph, further sentences
    may answer where the first did not.
    """
    passage = candidate.view.passage
    sentence = candidate.sentence.span.shifted(passage.span.start)
    return any(_shows(selected, passage, sentence) for selected in chosen)


def _shows(selected: Selected, passage: Passage, span: Span) -> bool:
    """Whether a quote and a span in the article of `passage` have characters in common."""
    same = selected.best.view.passage.article_id == passage.article_id
    return same and span.overlaps(selected.span)


def _twin(candidate: Candidate, chosen: Sequence[Selected]) -> int | None:
    """Which chosen quote says the same in the same words in another passage, if one does."""
    for i, selected in enumerate(chosen):
        elsewhere = selected.best.view.passage.id != candidate.view.passage.id
        if elsewhere and _says_the_same(candidate.sentence, selected.best.sentence):
            return i
    return None


def _says_the_same(one: SentenceView, other: SentenceView) -> bool:
    """Whether two sentences say the same in the same words."""
    ours, theirs = one.words, other.words
    if len(ours) < SAME * len(theirs) or len(theirs) < SAME * len(ours):
        return False  # the union alone is too large
    return bool(ours) and len(ours & theirs) >= SAME * len(ours | theirs)


def selected_for(
    asked: Asked, candidate: Candidate, around: Neighbours, chosen: Sequence[Selected] = ()
) -> Selected:
    """What is quoted when a candidate is chosen: its sentence with what it needs, or its list.

    Of that, what no `chosen` quote shows already.
    """
    passage = candidate.view.passage
    base = passage.span.start
    first, last = _not_shown(candidate, *extent(asked, candidate), chosen)
    sentences = candidate.view.sentences[first : last + 1]
    span = Span(sentences[0].span.start + base, sentences[-1].span.end + base)
    listed = quotes_list(asked, candidate) or sentences[-1].announces
    whole = (
        with_list(candidate.view, last, span, around)
        if listed
        else with_speaker(candidate.view, span, around)
    )
    span = span if any(_shows(s, passage, whole) for s in chosen) else whole
    found = marks(asked, sentences)
    return Selected(candidate, sentences, span, tuple(mark.shifted(base) for mark in found))


def _not_shown(
    candidate: Candidate, first: int, last: int, chosen: Sequence[Selected]
) -> tuple[int, int]:
    """Of the sentences `first` to `last`, those about the candidate that no quote shows yet, and
    none that says the same in the same words."""
    passage, i = candidate.view.passage, candidate.ordinal

    def shown(j: int) -> bool:
        sentence = candidate.view.sentences[j]
        span = sentence.span.shifted(passage.span.start)
        return any(
            _shows(selected, passage, span) or _says_the_same(sentence, selected.best.sentence)
            for selected in chosen
        )

    first = max([first, *(j + 1 for j in range(first, i) if shown(j))])
    last = min([last, *(j - 1 for j in range(i + 1, last + 1) if shown(j))])
    return first, last


def extent(asked: Asked, candidate: Candidate) -> tuple[int, int]:
    """The first and last sentence to quote with a candidate.

    It takes in the sentence that opens the quotation it stands in, the one that a pronoun at its
    head points back to when that brings words of the question, and what somebody says further.
    Beyond these the quote is the stretch of sentences that most likely holds the answer for its
    length; all there is room for where several things are asked for.
    """
    view, i = candidate.view, candidate.ordinal
    first = last = i
    while first > 0 and _inside_quotation(view, first) and fits(view, first - 1, last):
        first -= 1
    if first == i and _points_back(asked, view, i) and fits(view, i - 1, last):
        first = i - 1
    while _speaks_on(asked, view, last) and fits(view, first, last + 1):
        last += 1
    if asked.breadth is not Breadth.ONE:
        return _with_neighbours(view, first, last)
    return likeliest(view, candidate.chances, first, last)[1]


def _with_neighbours(view: PassageView, first: int, last: int) -> tuple[int, int]:
    """The sentences `first` to `last` with those that follow and those before, as many as fit."""
    while last + 1 < len(view.sentences) and fits(view, first, last + 1, WIDEST_QUOTE):
        last += 1
    while first > 0 and fits(view, first - 1, last, WIDEST_QUOTE):
        first -= 1
    return first, last


def _inside_quotation(view: PassageView, i: int) -> bool:
    """Whether sentence `i` begins within a quotation, or is one whose speaker stands before it."""
    sentence = view.sentences[i]
    before = view.passage.text[: sentence.span.start]
    if before.count("“") > before.count("”") or before.count('"') % 2:
        return True
    whole = sentence.text.startswith(("“", '"')) and sentence.text.endswith(("”", '"'))
    return (
        whole
        and not SPEECH.search(sentence.text)
        and bool(SPEECH.search(view.sentences[i - 1].text))
    )


def _points_back(asked: Asked, view: PassageView, i: int) -> bool:
    """Whether the sentence begins with a pronoun and the one before holds words asked for, or gives
    the kind of thing asked for that this one lacks, or is what this one gives its name: "This
    arrangement, called joint liability, ..."."""
    if i == 0 or not view.sentences[i].tokens:
        return False
    sentence, before = view.sentences[i], view.sentences[i - 1]
    if sentence.tokens[0].word not in ANAPHORS:
        return False
    brings = any(w.is_in(before.stems) and not w.is_in(sentence.stems) for w in asked.wanted)
    lacks = asked.kind in HARD and not new_typed_spans(asked, sentence)
    gives = lacks and bool(new_typed_spans(asked, before))
    return brings or gives or bool(_NAMES_IT.match(sentence.text))


_NAMES_IT = re.compile(
    r"\W?(?:this|that|these|those|such)\b[^.,;:]{0,50},?"
    r" (?:(?:is|was|are|were) )?(?:called|termed|dubbed|named|known as)\b",
    re.IGNORECASE,
)


def _speaks_on(asked: Asked, view: PassageView, last: int) -> bool:
    """Whether it is asked what somebody says, and the sentence after `last` goes on with it: in
    their quotation, or as "She adds ..."."""
    if asked.kind is not AnswerType.SAID or last + 1 >= len(view.sentences):
        return False
    following = view.sentences[last + 1]
    goes_on = bool(following.tokens) and following.tokens[0].word in ANAPHORS
    return goes_on or following.text.startswith(("“", '"')) or _inside_quotation(view, last + 1)


def marks(asked: Asked, sentences: Sequence[SentenceView]) -> list[Span]:
    """What to mark in the sentences: matched words and spans of the asked kind, merged."""
    others = {
        other.stems
        for wanted in asked.wanted
        for other in wanted.alternatives
        if other.weight >= CLOSE
    }
    found = []
    for sentence in sentences:
        base = sentence.span.start
        whole = (stems for stems in others if sentence.stems.issuperset(stems))
        stems = asked.stems.union(*whole)
        found += [
            token.span.shifted(base)
            for token in sentence.tokens
            if token.stem in stems and token.word not in STOP_WORDS
        ]
        if asked.kind in HARD:
            found += [span.shifted(base) for span in new_typed_spans(asked, sentence)]
    return merged(found)


def merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap or touch made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
