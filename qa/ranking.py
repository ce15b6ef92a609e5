"""The second look: from hits to sentences in the order in which they answer a question.

An engine ranks passages by their words alone. Here each sentence of the best passages becomes a
candidate, described by a handful of numbers between 0 and about 1 (`Features`), and a linear
model orders all candidates of all passages at once. Its weights stand in `qa/weights.py`.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass
from itertools import pairwise

from index.articles import BlockKind
from index.engine import Field, Term
from index.passages import Passage
from index.searcher import Found
from index.spans import Span
from qa.questions import NEAR, Asked, Wanted
from qa.typed import AnswerType, typed_spans
from qa.views import PassageView, SentenceView

SECOND_LOOK = 50
"""Passages that are looked at sentence by sentence; the right one is among the engine's first 50
in 97 of 100 questions of the public sets."""

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
    }
)
"""Kinds of answer that can be pointed at in a sentence; the others only have cue words."""

ANAPHORS = frozenset("it its he she they his her their this that these those such".split())
"""Words that, at a sentence's head, point back to the one before."""


@dataclass(frozen=True, slots=True)
class Features:
    """What the linear model sees of a candidate.

    - `engine`: the passage's score by the engine, per unit of the question's idf mass.
    - `sentence`, `passage`: share of the question's idf mass that the sentence, the passage with
      its context, holds.
    - `neighbours`, `context`: share found only in the sentences beside it, only in the context.
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
    - `announces`: it ends in a colon: what it promises stands below it.
    - `thread`: it stands near the passage that answered the question before this one (1), or
      elsewhere in that article (0.5). `told`: it was quoted then.
    """

    engine: float
    sentence: float
    passage: float
    neighbours: float
    context: float
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
    announces: float
    thread: float
    told: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of a hit, scored for a question; `ordinal` is its place in the passage."""

    view: PassageView
    ordinal: int
    features: Features
    score: float

    @property
    def sentence(self) -> SentenceView:
        """The sentence."""
        return self.view.sentences[self.ordinal]


@dataclass(frozen=True, slots=True)
class Thread:
    """Where the question before was answered: the passages there, and the sentences quoted, as
    passage ids with ordinals."""

    article_id: str
    passages: frozenset[str]
    told: frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Weighing:
    """A question's words with their shares of its idf mass; the shares add up to one."""

    asked: Asked
    shares: tuple[float, ...]
    mass: float
    thread: Thread | None = None


def weighing(
    asked: Asked, frequency: Callable[[str], int], size: int, thread: Thread | None = None
) -> Weighing:
    """How much each word of the question counts: by its rarity among `size` passages.

    A word that no passage holds counts as much as the rarest alternative that one does.
    """
    weights = [wanted.weight * _rarity(wanted, frequency, size) for wanted in asked.wanted]
    mass = sum(weights)
    return Weighing(asked, tuple(weight / mass for weight in weights), mass, thread)


def _rarity(wanted: Wanted, frequency: Callable[[str], int], size: int) -> float:
    n = frequency(wanted.stem)
    if n == 0:
        others = [min(map(frequency, other.stems)) for other in wanted.alternatives]
        n = min((count for count in others if count), default=0)
    return math.log(1 + (size - n + 0.5) / (n + 0.5))


def terms_of(asked: Asked) -> list[Term]:
    """What the engine looks for: stems, words and pairs of the question, and the alternatives."""
    terms: dict[tuple[Field, str], Term] = {}

    def add(field: Field, text: str, weight: float) -> None:
        known = terms.get((field, text))
        if known is None or known.weight < weight:
            terms[field, text] = Term(field, text, weight)

    for wanted in asked.wanted:
        add(Field.STEM, wanted.stem, wanted.weight)
        add(Field.WORD, wanted.word, wanted.weight)
        for other in wanted.alternatives:
            for stem in other.stems:
                add(Field.STEM, stem, wanted.weight * other.weight**2 / len(other.stems))
    for first, second in pairwise(asked.wanted):
        add(Field.BIGRAM, f"{first.stem} {second.stem}", min(first.weight, second.weight))
    return list(terms.values())


def candidates(
    weighing: Weighing,
    found: Sequence[Found],
    view: Callable[[Passage], PassageView],
    weights: Features,
) -> list[Candidate]:
    """All sentences of the found passages, best first; ties in the engine's order."""
    numbers = astuple(weights)
    listed = [
        Candidate(passage_view, i, features, score_of(features, numbers))
        for hit in found
        for passage_view in (view(hit.passage),)
        for i, features in enumerate(features_of(weighing, passage_view, hit.score))
    ]
    return sorted(listed, key=lambda candidate: -candidate.score)


def score_of(features: Features, weights: Sequence[float]) -> float:
    """The sum of the features, each times its weight."""
    f = features
    values = (
        f.engine, f.sentence, f.passage, f.neighbours, f.context, f.akin, f.words, f.order, f.names,
        f.typed, f.cued, f.bound, f.first, f.anaphor, f.length, f.asks, f.prose, f.announces,
        f.thread, f.told,
    )  # fmt: skip  # astuple() copies deeply and takes ten times as long
    return sum(value * weight for value, weight in zip(values, weights, strict=True))


def features_of(weighing: Weighing, view: PassageView, engine_score: float) -> list[Features]:
    """The features of each sentence of a passage."""
    forms = list(_forms(weighing, view))
    given = _given(weighing, view)
    passage = sum(
        share * max((f.weight for f in those), default=float(free))
        for share, those, free in zip(weighing.shares, forms, given, strict=True)
    )
    named = [
        bool(those) or free
        for w, those, free in zip(weighing.asked.wanted, forms, given, strict=True)
        if w.name
    ]
    names = sum(named) / len(named) if named else 1.0
    look = _Look(weighing, view, forms, given, engine_score / weighing.mass, passage, names)
    return [_features(look, i) for i in range(len(view.sentences))]


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
        akin=held.akin,
        words=_exact(look.weighing, sentence),
        order=_order(look.weighing.shares, held.places),
        names=look.names,
        typed=typed if hard else 0.0,
        cued=0.0 if hard else typed,
        bound=bound if hard else 0.0,
        first=float(i == 0),
        anaphor=float(bool(sentence.tokens) and sentence.tokens[0].word in ANAPHORS),
        length=math.log1p(sentence.content) / 5,
        asks=float(sentence.text.rstrip("\"'”’)").endswith("?")),
        prose=float(view.passage.kind is BlockKind.PARAGRAPH),
        announces=float(sentence.text.endswith(":")),
        thread=_nearness(look.weighing.thread, view.passage),
        told=float(_was_told(look.weighing.thread, view.passage, i)),
    )


@dataclass(slots=True)
class _Held:
    """Where each question word stands in a sentence, and what shares are held how."""

    places: list[list[int] | None]
    here: float = 0.0
    akin: float = 0.0
    near: float = 0.0
    around: float = 0.0


def _held(look: _Look, i: int) -> _Held:
    sentences = look.view.sentences
    beside = [sentences[j] for j in (i - 1, i + 1) if 0 <= j < len(sentences)]
    held = _Held([])
    for share, forms, given in zip(look.weighing.shares, look.forms, look.given, strict=True):
        there = _count(held, 0.0 if given else share, forms, sentences[i], beside, look.view)
        held.places.append(there)
        held.here += share * given
    return held


def _count(
    held: _Held,
    share: float,
    forms: list[_Form],
    sentence: SentenceView,
    beside: list[SentenceView],
    view: PassageView,
) -> list[int] | None:
    """Counts one question word where its best form is found; its places in the sentence."""
    for form in forms:
        if there := form.places(sentence):
            if form.weight > NEAR:
                held.here += share * form.weight
            else:
                held.akin += share
            return there
    for form in forms:
        if any(form.places(other) for other in beside):
            held.near += share * form.weight
            return None
        if form.among(view.context_stems):
            held.around += share * form.weight
            return None
    return None


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
    """Spans of the asked kind that hold a word the question does not."""
    spans = typed_spans(sentence.text, asked.kind)
    if not spans:
        return []
    stems = asked.stems
    known = {sentence.text[t.start : t.end] for t in sentence.tokens if t.stem in stems}
    return [span for span in spans if not _all_known(span.of(sentence.text), known)]


def _all_known(text: str, known: set[str]) -> bool:
    return all(word in known for word in text.replace("-", " ").split())
