"""What is seen of a sentence of a hit: a handful of numbers between 0 and about 1.

They compare the question with the sentence, its passage and its article; `qa.ranking` weighs
them. Nothing here depends on which engine found the passage, but for `engine` itself.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.articles import BlockKind
from index.passages import Passage
from index.spans import Span
from qa.questions import NEAR, Asked
from qa.typed import AnswerType, typed_spans
from qa.views import PassageView, SentenceView
from qa.weighing import Thread, Weighing

HARD = frozenset(
    {
        AnswerType.DATE,
        AnswerType.NUMBER,
        AnswerType.MONEY,
        AnswerType.PERCENT,
        AnswerType.DURATION,
        AnswerType.PERSON,
        AnswerType.PLACE,
        AnswerType.NAME,
        AnswerType.EXPANSION,
    }
)
"""Kinds of answer that can be pointed at in a sentence; the others only have cue words."""


@dataclass(frozen=True, slots=True)
class Features:
    """What the linear model sees of a candidate.

    - `engine`: the passage's score by the engine, per unit of the question's idf mass.
    - `sentence`, `passage`: share of the question's idf mass that the sentence, the passage with
      its context, holds.
    - `neighbours`, `context`: share found only in the sentences beside it, only in the context.
    - `local`: share that the sentence holds, words that are rare in its article counting most:
      what all of an article is about tells its sentences not apart.
    - `akin`: share that only near-synonyms in the sentence stand for.
    - `words`: share of the question's words in their very form.
    - `order`: neighbouring question words that stand near each other here, by their distance.
    - `names`: share of the question's names and numbers held by passage and context.
    - `typed`, `cued`: a span of the asked kind (date, person, ...; cue words of a reason, a
      definition, ...) that the question did not bring itself.
    - `bound`: how near such a span stands to the matched words.
    - `first`: begins the passage. `anaphor`: begins with a word that points back.
    - `length`: logarithm of its content words, over 5. `asks`: it is a question itself.
    - `prose`: it is a sentence of a paragraph, not of a list, table or caption.
    - `fragment`: it is prose without the stop or mark of a sentence, as titles are.
    - `announces`: it ends in a colon or promises so many things: they stand below it.
    - `listed`: a list is asked for, and this is an item of one; the share of the question that the
      item and its context hold.
    - `thread`: it stands near the passage that answered the question before this one (1), or
      elsewhere in that article (0.5). `told`: it was quoted then.
    """

    engine: float
    sentence: float
    passage: float
    neighbours: float
    context: float
    local: float
    akin: float
    words: float
    order: float
    names: float
    typed: float
    cued: float
    bound: float
    first: float
    anaphor: float
    length: float
    asks: float
    prose: float
    fragment: float
    announces: float
    listed: float
    thread: float
    told: float


Found = tuple[PassageView, float]
"""A passage and its score by the engine."""


def features_of(weighing: Weighing, found: Sequence[Found]) -> list[list[Features]]:
    """For each passage found, the features of each of its sentences."""
    forms = [list(_forms(weighing, view)) for view, _ in found]
    local = _local_shares(weighing, found, forms)
    return [
        _passage_features(weighing, view, score, held, local[view.passage.article_id])
        for (view, score), held in zip(found, forms, strict=True)
    ]


def _local_shares(
    weighing: Weighing, found: Sequence[Found], forms: Sequence[list[list["_Form"]]]
) -> dict[str, tuple[float, ...]]:
    """For each article found, the question's shares by the words' rarity among its passages."""
    holders: dict[str, list[int]] = {}
    passages: dict[str, int] = {}
    for (view, _), held in zip(found, forms, strict=True):
        article = view.passage.article_id
        passages[article] = passages.get(article, 0) + 1
        counts = holders.setdefault(article, [0] * len(held))
        for i, those in enumerate(held):
            counts[i] += any(form.among(view.stems) for form in those)
    return {
        article: _normed(
            share * math.log(1 + passages[article] / (n + 0.5))
            for share, n in zip(weighing.shares, counts, strict=True)
        )
        for article, counts in holders.items()
    }


def _normed(values: Iterable[float]) -> tuple[float, ...]:
    listed = tuple(values)
    total = sum(listed)
    return tuple(value / total for value in listed) if total else listed


def _passage_features(
    weighing: Weighing,
    view: PassageView,
    engine_score: float,
    forms: list[list["_Form"]],
    local: tuple[float, ...],
) -> list[Features]:
    given = _given(weighing, view)
    passage = sum(
        share * max((f.weight for f in those), default=float(free))
        for share, those, free in zip(weighing.shares, forms, given, strict=True)
    )
    names = _names_held(weighing.asked, forms, given)
    engine = engine_score / weighing.mass
    look = _Look(weighing, view, forms, given, local, engine, passage, names)
    return [_features(look, i) for i in range(len(view.sentences))]


def _names_held(asked: Asked, forms: list[list["_Form"]], given: list[bool]) -> float:
    """Share of the names held; of a follow-up's own, if it has any, for they are what is new."""
    held = [
        (wanted.carried, bool(those) or free)
        for wanted, those, free in zip(asked.wanted, forms, given, strict=True)
        if wanted.name
    ]
    own = [there for carried, there in held if not carried] or [there for _, there in held]
    return sum(own) / len(own) if own else 1.0


def _forms(weighing: Weighing, view: PassageView) -> Iterator[list["_Form"]]:
    """For each word of the question, its own or other forms that the passage or context holds."""
    everywhere = view.stems | view.context_stems
    for wanted in weighing.asked.wanted:
        forms = [_Form((wanted.stem,), 1.0)] if wanted.stem in everywhere else []
        forms += [
            _Form(other.stems, other.weight)
            for other in wanted.alternatives
            if all(stem in everywhere for stem in other.stems)
        ]
        yield forms


def _given(weighing: Weighing, view: PassageView) -> list[bool]:
    """For each word, whether the conversation gives it: carried over, and this is the article."""
    thread = weighing.thread
    here = thread is not None and view.passage.article_id == thread.article_id
    return [here and wanted.carried for wanted in weighing.asked.wanted]


@dataclass(frozen=True, slots=True)
class _Form:
    stems: tuple[str, ...]
    weight: float

    def places(self, sentence: SentenceView) -> list[int] | None:
        """Where this form stands in the sentence; None when it does not."""
        if len(self.stems) == 1:
            return sentence.places.get(self.stems[0])
        every = [sentence.places.get(stem) for stem in self.stems]
        return every[0] if all(every) else None

    def among(self, stems: frozenset[str]) -> bool:
        return all(stem in stems for stem in self.stems)


@dataclass(frozen=True, slots=True)
class _Look:
    """What is the same for all sentences of one passage."""

    weighing: Weighing
    view: PassageView
    forms: list[list[_Form]]
    given: list[bool]
    local: tuple[float, ...]
    engine: float
    passage: float
    names: float


def _features(look: _Look, i: int) -> Features:
    view, asked = look.view, look.weighing.asked
    sentence = view.sentences[i]
    held = _held(look, i)
    typed, bound = _typed(asked, sentence)
    hard = asked.kind in HARD
    return Features(
        engine=look.engine,
        sentence=held.here,
        passage=look.passage,
        neighbours=held.near,
        context=held.around,
        local=held.local,
        akin=held.akin,
        words=_exact(look.weighing, sentence),
        order=_order(look.weighing.shares, held.places),
        names=look.names,
        typed=typed if hard else 0.0,
        cued=0.0 if hard else typed,
        bound=bound if hard else 0.0,
        first=float(i == 0),
        anaphor=float(sentence.anaphor),
        length=sentence.length,
        asks=float(sentence.asks),
        prose=float(view.passage.kind is BlockKind.PARAGRAPH),
        fragment=float(sentence.fragment),
        announces=float(sentence.announces),
        listed=held.here + held.around if _is_item_of_asked_list(asked, view) else 0.0,
        thread=_nearness(look.weighing.thread, view.passage),
        told=float(_was_told(look.weighing.thread, view.passage, i)),
    )


@dataclass(slots=True)
class _Held:
    """Where each question word stands in a sentence, and what shares are held how."""

    places: list[list[int] | None]
    here: float = 0.0
    local: float = 0.0
    akin: float = 0.0
    near: float = 0.0
    around: float = 0.0


def _held(look: _Look, i: int) -> _Held:
    sentences = look.view.sentences
    beside = [sentences[j] for j in (i - 1, i + 1) if 0 <= j < len(sentences)]
    held = _Held([])
    for word, forms in enumerate(look.forms):
        share, local = look.weighing.shares[word], look.local[word]
        form, there = _first_form(forms, sentences[i])
        held.places.append(there)
        if look.given[word]:
            held.here += share
            held.local += local
        elif form and form.weight > NEAR:
            held.here += share * form.weight
            held.local += local * form.weight
        elif form:
            held.akin += share
            held.local += local * form.weight
        else:
            _count_around(held, share, forms, beside, look.view)
    return held


def _first_form(
    forms: Sequence[_Form], sentence: SentenceView
) -> tuple[_Form | None, list[int] | None]:
    """The best form of a word that the sentence holds, and its places there."""
    for form in forms:
        if there := form.places(sentence):
            return form, there
    return None, None


def _count_around(
    held: _Held,
    share: float,
    forms: Sequence[_Form],
    beside: Sequence[SentenceView],
    view: PassageView,
) -> None:
    """Counts a word that the sentence does not hold: beside it, or in the context."""
    for form in forms:
        if any(form.places(other) for other in beside):
            held.near += share * form.weight
            return
        if form.among(view.context_stems):
            held.around += share * form.weight
            return


ITEMS = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})
"""Kinds of passage that stand in a row with others of their kind."""


def _is_item_of_asked_list(asked: Asked, view: PassageView) -> bool:
    return asked.kind is AnswerType.LIST and view.passage.kind in ITEMS


def _nearness(thread: Thread | None, passage: Passage) -> float:
    if thread is None or passage.article_id != thread.article_id:
        return 0.0
    return 1.0 if passage.id in thread.passages else 0.5


def _was_told(thread: Thread | None, passage: Passage, i: int) -> bool:
    return thread is not None and (passage.id, i) in thread.told


def _exact(weighing: Weighing, sentence: SentenceView) -> float:
    words = sentence.words
    pairs = zip(weighing.asked.wanted, weighing.shares, strict=True)
    return sum(share for wanted, share in pairs if wanted.word in words)


def _order(shares: Sequence[float], places: Sequence[list[int] | None]) -> float:
    """Neighbouring question words near each other, after Tao and Zhai (2007), by idf share."""
    total = 0.0
    for i in range(len(places) - 1):
        ours, theirs = places[i], places[i + 1]
        if ours and theirs:
            distance = min(abs(b - a) + (b < a) for a in ours for b in theirs)
            total += (shares[i] + shares[i + 1]) / 2 / max(distance, 1)
    return total


def _typed(asked: Asked, sentence: SentenceView) -> tuple[float, float]:
    """Whether a span of the asked kind is here, and how near it is to the matched words."""
    spans = new_typed_spans(asked, sentence)
    if not spans:
        return 0.0, 0.0
    stems = asked.stems
    matched = [token.start for token in sentence.tokens if token.stem in stems]
    if not matched:
        return 1.0, 0.0
    gap = min(max(s.start - m, m - s.end, 0) for s in spans for m in matched)
    return 1.0, 1 / (1 + gap / 30)


def new_typed_spans(asked: Asked, sentence: SentenceView) -> list[Span]:
    """Spans of the asked kind that hold a word the question does not.

    What an abbreviation stands for must hold the abbreviation as well.
    """
    spans = typed_spans(sentence.text, asked.kind)
    if not spans:
        return []
    stems = asked.stems
    known = {sentence.text[t.start : t.end] for t in sentence.tokens if t.stem in stems}
    new = [span for span in spans if not _all_known(span.of(sentence.text), known)]
    if asked.kind is AnswerType.EXPANSION:
        return [span for span in new if any(word in span.of(sentence.text) for word in known)]
    return new


def _all_known(text: str, known: set[str]) -> bool:
    return all(word in known for word in text.replace("-", " ").split())
