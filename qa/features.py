"""What is seen of a sentence of a hit: a handful of numbers between 0 and about 1.

They compare the question with the sentence, its passage and its article; `qa.ranking` weighs
them. Nothing here depends on which engine found the passage, but for `engine` itself.
"""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from index.articles import BlockKind
from index.passages import Passage
from index.spans import Span
from qa.defining import defined_thing, defines
from qa.holding import Words, held_words
from qa.questions import NEAR, Asked
from qa.shares import shares_held
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


class Features(NamedTuple):
    """What the linear model sees of a candidate.

    - `engine`: the passage's score by the engine, per unit of the question's idf mass.
    - `sentence`: share of the question's idf mass that the sentence holds.
    - `neighbours`, `context`: share found only in the sentences beside it, only in the context.
    - `local`: share that the sentence holds, words that are rare in its article counting most:
      what all of an article is about tells its sentences not apart.
    - `akin`: share that only near-synonyms in the sentence stand for, the less the more passages
      hold one.
    - `words`: share of the question's words in their very form.
    - `evenly`: share of its words that the sentence holds, each counting the same.
    - `order`: neighbouring question words that stand near each other here, by their distance.
    - `names`: share of the question's names and numbers held by passage and context.
    - `typed`, `cued`: a span of the asked kind (date, person, ...; cue words of a reason, a
      definition, ...) that the question did not bring itself.
    - `bound`: how near such a span stands to the matched words.
    - `defines`: it is asked what something is, and the sentence says it.
    - `first`: begins the passage. `anaphor`: begins with a word that points back.
    - `length`: logarithm of its content words, over 5.
    - `announces`: it ends in a colon or promises so many things: they stand below it.
    - `listed`: a list is asked for, and this is an item of one; the share of the question that the
      item and its context hold.
    - `thread`: it stands near the passage that answered the question before this one (1), or
      elsewhere in that article (0.5). `told`: it was quoted then.
    """

    engine: float
    sentence: float
    neighbours: float
    context: float
    local: float
    akin: float
    words: float
    evenly: float
    order: float
    names: float
    typed: float
    cued: float
    bound: float
    defines: float
    first: float
    anaphor: float
    length: float
    announces: float
    listed: float
    thread: float
    told: float


Found = tuple[PassageView, float]
"""A passage and its score by the engine."""


def features_of(weighing: Weighing, found: Sequence[Found]) -> list[list[Features]]:
    """For each passage found, the features of each of its sentences."""
    words = [held_words(weighing, view) for view, _ in found]
    local = _local_shares(weighing, found, words)
    return [
        _passage_features(weighing, view, score, held, local[view.passage.article_id])
        for (view, score), held in zip(found, words, strict=True)
    ]


def _local_shares(
    weighing: Weighing, found: Sequence[Found], words: Sequence[Words]
) -> dict[str, tuple[float, ...]]:
    """For each article found, the question's shares by the words' rarity among its passages."""
    holders: dict[str, list[int]] = {}
    passages: dict[str, int] = {}
    for (view, _), held in zip(found, words, strict=True):
        article = view.passage.article_id
        passages[article] = passages.get(article, 0) + 1
        counts = holders.setdefault(article, [0] * len(held))
        for i, word in enumerate(held):
            counts[i] += word is not None and word.in_passage
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
    words: Words,
    local: tuple[float, ...],
) -> list[Features]:
    asked, passage, thread = weighing.asked, view.passage, weighing.thread
    given = _given(weighing, view)
    names = _names_held(asked, words, given)
    engine = engine_score / weighing.mass
    nearness = _nearness(thread, passage)
    listed = _is_item_of_asked_list(asked, view)
    hard = asked.kind in HARD
    thing = defined_thing(asked)
    shares = shares_held(weighing, view, words, given, local)
    every = []
    for i, sentence in enumerate(view.sentences):
        typed, bound = _typed(asked, sentence)
        every.append(
            Features(
                engine=engine,
                sentence=shares.here[i],
                neighbours=shares.near[i],
                context=shares.around[i],
                local=shares.local[i],
                akin=shares.akin[i],
                words=shares.exact[i],
                evenly=shares.even[i],
                order=shares.order[i],
                names=names,
                typed=typed if hard else 0.0,
                cued=0.0 if hard else typed,
                bound=bound if hard else 0.0,
                defines=defines(thing, sentence),
                first=0.0 if i else 1.0,
                anaphor=float(sentence.anaphor),
                length=sentence.length,
                announces=float(sentence.announces),
                listed=shares.here[i] + shares.around[i] if listed else 0.0,
                thread=nearness,
                told=float(thread is not None and (passage.id, i) in thread.told),
            )
        )
    return every


def _names_held(asked: Asked, words: Words, given: Sequence[bool]) -> float:
    """Share of the names held; of a follow-up's own, if it has any, for they are what is new."""
    held = [
        (wanted.carried, free or (word is not None and word.weight > NEAR))
        for wanted, word, free in zip(asked.wanted, words, given, strict=True)
        if wanted.name
    ]
    own = [there for carried, there in held if not carried] or [there for _, there in held]
    return sum(own) / len(own) if own else 1.0


def _given(weighing: Weighing, view: PassageView) -> list[bool]:
    """For each word, whether the conversation gives it: carried over, and this is the article."""
    thread = weighing.thread
    here = thread is not None and view.passage.article_id == thread.article_id
    return [here and wanted.carried for wanted in weighing.asked.wanted]


ITEMS = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})
"""Kinds of passage that stand in a row with others of their kind."""


def _is_item_of_asked_list(asked: Asked, view: PassageView) -> bool:
    return asked.kind is AnswerType.LIST and view.passage.kind in ITEMS


def _nearness(thread: Thread | None, passage: Passage) -> float:
    if thread is None or passage.article_id != thread.article_id:
        return 0.0
    return 1.0 if passage.id in thread.passages else 0.5


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
