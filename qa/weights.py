"""The weights of the linear models, and where they come from.

`RANKING` orders candidates (features: `qa.features.Features`); `TOPIC` and `ANSWER` decide
whether to answer. All are made by `bench/train.py`; docs/quality.md says on what, and what they
reach.
"""

from typing import NamedTuple

from qa.features import Features

RANKING = Features(
    engine=3.20,
    before=5.65,
    after=2.23,
    window=-4.02,
    whole=2.40,
    so_far=3.43,
    context=3.92,
    article=3.76,
    order=0.74,
    thread=1.46,
    names=0.18,
    typed=2.80,
    cued=1.44,
    item=1.17,
    defines=4.74,
    dense=2.86,
)


class TopicSignals(NamedTuple):
    """What tells whether the articles speak of what is asked at all; all between 0 and 1.

    - `cover`: share of the question's idf mass that the quote holds, words near it and
      near-synonyms less. `words`: share that it holds in the very form.
    - `matched`: how many of the question's words it holds, over 4; common words count half. One
      word in common is chance, whatever its share.
    - `chance`: hardly more than one word is held, and little of the mass: all texts have so much in
      common.
    - `titled`: how many of the words, but for common ones, stand in title, headings and the like,
      over 2.
    - `unknown`: share of words that stand in no article; `unknown_name`: a name is among them
      that is asked for, not only told beside the question.
    """

    cover: float
    words: float
    matched: float
    chance: float
    titled: float
    unknown: float
    unknown_name: float


class AnswerSignals(NamedTuple):
    """What tells whether a quote on the topic answers; all between 0 and 1.

    - `related`: how well the question's plain words are held, which say what is asked *about* its
      names, each counting the same: it is the small words that ask. `unrelated`: none of them is.
    - `nameless`: how much the name or number that is held worst lacks.
    - `untyped`: a date, number, person, ... is asked for and none is in the quote.
    - `bound`: how much of the question's idf mass the sentence with it holds; all, where no such
      thing is asked for.
    - `unmet`: it is, in words that nothing else answers: "when did", "how many".
    - `uncounted`: "how many Xs", and no number stands before an X.
    - `other_year`: a year is named, and the quote names others, but not this one.
    - `likely`: the chance that of all candidates the quoted ones answer. It tells little of whether
      there is an answer, but much of whether this is it.
    """

    related: float
    unrelated: float
    nameless: float
    untyped: float
    bound: float
    unmet: float
    uncounted: float
    other_year: float
    likely: float


class Signals(NamedTuple):
    """What the decision to answer sees."""

    topic: TopicSignals
    answer: AnswerSignals


SPEAK_AGAINST = frozenset(
    {
        *("chance", "unknown", "unknown_name"),
        *("unrelated", "nameless", "untyped", "unmet", "uncounted", "other_year"),
    }
)
"""Signals that never make an answer likelier; the others never make it less likely."""

TOPIC = TopicSignals(
    cover=1.80,
    words=1.15,
    matched=1.57,
    chance=-1.07,
    titled=1.95,
    unknown=-2.33,
    unknown_name=-2.20,
)
TOPIC_INTERCEPT = 0.21

ANSWER = AnswerSignals(
    related=1.91,
    unrelated=0.00,
    nameless=-1.33,
    untyped=-0.63,
    bound=1.34,
    unmet=-1.69,
    uncounted=-1.76,
    other_year=-1.85,
    likely=1.21,
)
ANSWER_INTERCEPT = -1.74
