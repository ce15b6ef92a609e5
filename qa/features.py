"""What is seen of a sentence of a hit: a handful of numbers between 0 and about 1.

They compare the question with the sentence, its passage and its article; `qa.ranking` weighs
them. Nothing here depends on which engine found the passage, but for `engine` itself.
"""

from collections.abc import Sequence
from typing import NamedTuple

from index.passages import Passage
from index.spans import Span
from qa.defining import defined_thing, defines
from qa.holding import Words, held_words
from qa.questions import NEAR, Asked
from qa.shares import shares_held
from qa.typed import AnswerType, cell_figures, typed_spans
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
    - `akin`: share that only near-synonyms in the sentence stand for, by how near they are.
    - `words`: share of the question's words in their very form.
    - `order`: neighbouring question words that stand near each other here, by their distance.
    - `names`: share of the question's names and numbers held by passage and context.
    - `typed`, `cued`: a span of the asked kind (date, person, ...; cue words of a reason, a
      definition, ...) that the question did not bring itself.
    - `defines`: it is asked what something is, and the sentence says it.
    - `pointing`: share found only beside it, if it points back.
    - `dense`: share of its own content words that stand for words of the question.
    - `home`: how good the three best passages of its article are, by the engine, beside the best.
    - `thread`: it stands near the passage that answered the question before this one (1), or
      elsewhere in that article (0.5).
    """

    engine: float
    sentence: float
    neighbours: float
    context: float
    akin: float
    words: float
    order: float
    names: float
    typed: float
    cued: float
    defines: float
    pointing: float
    dense: float
    home: float
    thread: float


HOME = 3
"""Passages by which it is told how much an article is about what is asked."""

Found = tuple[PassageView, float]
"""A passage and its score by the engine."""


def features_of(weighing: Weighing, found: Sequence[Found]) -> list[list[Features]]:
    """For each passage found, the features of each of its sentences."""
    words = held_words(weighing.asked, [view for view, _ in found])
    homes = _homes(found)
    return [
        _passage_features(weighing, view, score, held, homes[view.passage.article_id])
        for (view, score), held in zip(found, words, strict=True)
    ]


def _homes(found: Sequence[Found]) -> dict[str, float]:
    """For each article found, the mean score of its three best passages beside the best of all."""
    scores: dict[str, list[float]] = {}
    for view, score in found:
        scores.setdefault(view.passage.article_id, []).append(score)
    best = max((score for _, score in found), default=1.0)
    return {
        article: sum(sorted(ours, reverse=True)[:HOME]) / HOME / best
        for article, ours in scores.items()
    }


def _passage_features(
    weighing: Weighing, view: PassageView, engine_score: float, words: Words, home: float
) -> list[Features]:
    asked, passage, thread = weighing.asked, view.passage, weighing.thread
    given = _given(weighing, view)
    names = _names_held(asked, words, given)
    engine = engine_score / weighing.mass
    nearness = _nearness(thread, passage)
    hard = asked.kind in HARD
    thing = defined_thing(asked)
    shares = shares_held(weighing, view, words, given)
    stems = {stem for word in words if word for form in word.forms for stem in form.stems}
    every = []
    for i, sentence in enumerate(view.sentences):
        typed = float(bool(new_typed_spans(asked, sentence)))
        every.append(
            Features(
                engine=engine,
                sentence=shares.here[i],
                neighbours=shares.near[i],
                context=shares.around[i],
                akin=shares.akin[i],
                words=shares.exact[i],
                order=shares.order[i],
                names=names,
                typed=typed if hard else 0.0,
                cued=0.0 if hard else typed,
                defines=defines(thing, sentence),
                pointing=shares.near[i] if sentence.anaphor else 0.0,
                dense=_density(sentence, stems),
                home=home,
                thread=nearness,
            )
        )
    return every


def _density(sentence: SentenceView, stems: set[str]) -> float:
    """Share of the sentence's content words whose stems are among `stems`."""
    content = sentence.content
    return sum(word.stem in stems for word in content) / len(content) if content else 0.0


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


_OF_MONEY = frozenset(
    """
    money cost costs price prices budget fee fees fare fares wage wages salary revenue income profit
    turnover value sum sums worth spent spending paid pledged invested million billion usd eur gbp
    dollar dollars euro euros pound pounds yen rupee rupees yuan franc francs
    """.split()
)
"""Words of a table's header or row that make its figures sums."""


def _nearness(thread: Thread | None, passage: Passage) -> float:
    if thread is None or passage.article_id != thread.article_id:
        return 0.0
    return 1.0 if passage.id in thread.passages else 0.5


def new_typed_spans(asked: Asked, sentence: SentenceView) -> list[Span]:
    """Spans of the asked kind that hold a word the question does not.

    What an abbreviation stands for must hold the abbreviation as well.
    """
    spans = typed_spans(sentence.text, asked.kind)
    if not spans and asked.kind is AnswerType.MONEY and not _OF_MONEY.isdisjoint(sentence.words):
        spans = cell_figures(sentence.text)
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
