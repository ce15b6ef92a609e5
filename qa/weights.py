"""The weights of the linear models, and where they come from.

`RANKING` orders candidates (features: `qa.features.Features`); `TOPIC` and `ANSWER` decide
whether to answer. All are made by `bench/train.py`; docs/quality.md says on what, and what they
reach.
"""

from typing import NamedTuple

from qa.features import Features

RANKING = Features(
    engine=1.75,
    sentence=7.06,
    neighbours=7.19,
    context=8.38,
    akin=10.12,
    words=4.90,
    order=1.46,
    names=1.27,
    typed=1.88,
    cued=0.94,
    defines=4.14,
    pointing=2.86,
    dense=3.17,
    home=4.16,
    thread=2.78,
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
    - `unknown`: share of words that stand in no article; `unknown_name`: a name is among them.
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
    - `unmet`: it is, in words that nothing else answers: "when did", "how many".
    - `uncounted`: "how many Xs", and no number stands before an X.
    - `other_year`: a year is named, and the quote names others, but not this one.
    - `margin`: how far the best candidate leads the next passage. It tells nothing of whether there
      is an answer, but much of whether this is it.
    """

    related: float
    unrelated: float
    nameless: float
    untyped: float
    unmet: float
    uncounted: float
    other_year: float
    margin: float


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
    cover=1.73,
    words=1.12,
    matched=1.94,
    chance=-1.10,
    titled=2.15,
    unknown=-1.99,
    unknown_name=-1.99,
)
TOPIC_INTERCEPT = -0.05

ANSWER = AnswerSignals(
    related=2.02,
    unrelated=-0.35,
    nameless=-1.20,
    untyped=-1.72,
    unmet=-1.78,
    uncounted=-1.75,
    other_year=-1.70,
    margin=0.57,
)
ANSWER_INTERCEPT = -0.15
