"""What is seen of a sentence of a hit: a handful of numbers between 0 and about 1.

They compare the question with the sentence, its passage and its article; `qa.ranking` weighs
them. Nothing here depends on which engine found the passage, but for `engine` itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from index.readers.lines import ends_sentence
from index.spans import Span
from qa.defining import defined_thing, defines
from qa.holding import Words, held_words
from qa.questions import NEAR, Asked
from qa.shares import Shares, shares_held
from qa.typed import MEASURED, AnswerType, cell_figures, typed_spans
from qa.views import STEM, PassageView, SentenceView, is_item
from qa.weighing import Thread, Weighing

HARD = MEASURED | {
    AnswerType.DATE,
    AnswerType.NUMBER,
    AnswerType.MONEY,
    AnswerType.PERCENT,
    AnswerType.DURATION,
    AnswerType.AGE,
    AnswerType.FREQUENCY,
    AnswerType.PERSON,
    AnswerType.PLACE,
    AnswerType.NAME,
    AnswerType.EXPANSION,
}
"""Kinds of answer that can be pointed at in a sentence; the others only have cue words."""


class Features(NamedTuple):
    """What the linear model sees of a candidate.

    - `engine`: the passage's score by the engine, per unit of the question's idf mass.
    - `before`, `after`, `window`, `whole`, `so_far`, `context`: shares of the question that
      the sentence holds, alone or with what stands about it (`qa.shares.Shares`); `article`: that
      the passages found of its article hold together. `order`: of neighbouring words that it holds
      near each other.
    - `thread`: it stands in the section where the question before was answered.
    - `names`: share of the question's names and numbers held by passage and context.
    - `typed`, `cued`: a span of the asked kind (date, person, ...; cue words of a reason, a
      definition, ...) that the question did not bring itself.
    - `item`: several things are asked for, and it stands in a list.
    - `defines`: it is asked what something is, and the sentence says it.
    - `asks`: it is a question itself, which seldom answers another.
    - `dense`: share of its own content words that stand for words of the question.
    """

    engine: float
    before: float
    after: float
    window: float
    whole: float
    so_far: float
    context: float
    article: float
    order: float
    thread: float
    names: float
    typed: float
    cued: float
    item: float
    defines: float
    asks: float
    dense: float


Found = tuple[PassageView, float]
"""A passage and its score by the engine."""


@dataclass(frozen=True, slots=True)
class _Described:
    """A passage with how it holds the words of the question."""

    view: PassageView
    words: Words
    given: Sequence[bool]
    shares: Shares


def features_of(weighing: Weighing, found: Sequence[Found]) -> list[list[Features]]:
    """For each passage found, the features of each of its sentences."""
    described = []
    every = held_words(weighing.asked, [view for view, _ in found])
    for (view, _), words in zip(found, every, strict=True):
        given = weighing.given(view)
        shares = shares_held(weighing, words, given, view.sentences)
        described.append(_Described(view, words, given, shares))
    articles = _articles(described)
    return [
        _passage_features(
            weighing,
            passage,
            engine=score / weighing.mass,
            article=articles[passage.view.passage.article_id],
        )
        for passage, (_, score) in zip(described, found, strict=True)
    ]


def _articles(described: Sequence[_Described]) -> dict[str, float]:
    """For each article found, the share of the question that its passages hold together."""
    peaks: dict[str, list[float]] = {}
    for passage in described:
        ours, article = passage.shares.peaks, passage.view.passage.article_id
        peaks[article] = list(map(max, peaks.get(article, ours), ours))
    return {article: sum(held) for article, held in peaks.items()}


def _passage_features(
    weighing: Weighing, passage: _Described, *, engine: float, article: float
) -> list[Features]:
    asked, view, words, shares = weighing.asked, passage.view, passage.words, passage.shares
    names = _names_held(asked, words, passage.given)
    thread = float(_in_thread(weighing.thread, view))
    item = float(asked.kind is AnswerType.LIST and is_item(view.passage))
    hard = asked.kind in HARD
    thing = defined_thing(asked)
    stems = {stem for word in words if word for form in word.forms for stem in form.stems}
    every = []
    for i, sentence in enumerate(view.sentences):
        typed = float(bool(new_typed_spans(asked, sentence)))
        every.append(
            Features(
                engine=engine,
                before=shares.before[i],
                after=shares.after[i],
                window=shares.window[i],
                whole=shares.whole[i],
                so_far=shares.so_far[i],
                context=shares.context,
                article=article,
                order=shares.order[i],
                thread=thread,
                names=names,
                typed=typed if hard else 0.0,
                cued=0.0 if hard else typed,
                item=item,
                defines=defines(thing, sentence, view.sentences[i - 1] if i else None),
                asks=float(sentence.text.endswith("?")),
                dense=_density(sentence, stems),
            )
        )
    return every


def _in_thread(thread: Thread | None, view: PassageView) -> bool:
    """Whether the passage stands in the section where the question before was answered."""
    here = view.passage
    return thread is not None and (thread.article_id, thread.headings) == (
        here.article_id,
        here.context.headings,
    )


def _density(sentence: SentenceView, stems: set[str]) -> float:
    """Share of the sentence's content words whose stems are among `stems`."""
    content = sentence.content
    known = sum(map(stems.__contains__, map(STEM, content)))
    if known == len(content) and not ends_sentence(sentence.text):
        return 0.0  # a heading, or a part of one, that says what was asked again
    return known / len(content) if content else 0.0


def _names_held(asked: Asked, words: Words, given: Sequence[bool]) -> float:
    """Share of the names held; of a follow-up's own, if it has any, for they are what is new."""
    held = [
        (wanted.carried, free or (word is not None and word.weight > NEAR))
        for wanted, word, free in zip(asked.wanted, words, given, strict=True)
        if wanted.name
    ]
    own = [there for carried, there in held if not carried] or [there for _, there in held]
    return sum(own) / len(own) if own else 1.0


_TELL_OF = {
    AnswerType.MONEY: """
    money cost costs price prices budget fee fees fare fares wage wages salary revenue income profit
    turnover value sum sums worth spent spending paid pledged invested million billion usd eur gbp
    dollar dollars euro euros pound pounds yen rupee rupees yuan franc francs
    """,
    AnswerType.DURATION: "years months weeks days hours minutes seconds duration",
    AnswerType.LENGTH: """
    length height depth width altitude diameter thickness distance long tall high deep wide thick
    m km cm mm ft metres meters kilometres kilometers centimetres millimetres feet miles inches
    """,
    AnswerType.WEIGHT: "weight mass weighs kg g mg lb t kilograms grams tonnes tons pounds",
    AnswerType.SPEED: "speed fast kph mph knots",
    AnswerType.TEMPERATURE: "temperature celsius fahrenheit degrees c",
    AnswerType.AGE: "age aged old years born",
    AnswerType.FREQUENCY: "often frequency year years month week day times",
}
_TELLING = {kind: frozenset(words.split()) for kind, words in _TELL_OF.items()}
"""Words of a table's header or row that tell what its figures are."""


def new_typed_spans(asked: Asked, sentence: SentenceView) -> list[Span]:
    """Spans of the asked kind that hold a word the question does not.

    What an abbreviation stands for must hold the abbreviation as well.
    """
    spans = typed_spans(sentence.text, asked.kind)
    if not spans and not _TELLING.get(asked.kind, frozenset()).isdisjoint(sentence.words):
        spans = cell_figures(sentence.text)
    if not spans:
        return []
    stems = asked.stems
    known = {sentence.text[t.start : t.end] for t in sentence.tokens if t.stem in stems}
    new = [span for span in spans if not _all_known(span.of(sentence.text), known)]
    if asked.kind is AnswerType.EXPANSION:
        return [span for span in new if any(word in span.of(sentence.text) for word in known)]
    return new


_LINKS = frozenset({"of", "the"})
"""Words that link those of a name and are none of it."""


def _all_known(text: str, known: set[str]) -> bool:
    return known.union(_LINKS).issuperset(text.replace("-", " ").split())
