"""The weights of the linear models, and where they come from.

`RANKING` orders candidates (features: `qa.features.Features`); `TOPIC` and `ANSWER` decide
whether to answer. All are made by `bench/train.py`; docs/quality.md says on what, and what they
reach.
"""

from typing import NamedTuple

from qa.features import Features

RANKING = Features(
    engine=2.17,
    sentence=1.82,
    passage=0.89,
    neighbours=1.28,
    context=1.54,
    local=2.92,
    akin=1.74,
    words=2.66,
    order=1.09,
    names=1.36,
    typed=1.06,
    cued=0.70,
    bound=1.21,
    defines=1.87,
    first=0.16,
    anaphor=0.38,
    length=0.01,
    asks=0.06,
    prose=0.21,
    fragment=-0.07,
    announces=1.50,
    listed=0.76,
    thread=1.87,
    told=-0.40,
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
    - `uncounted`: "how many Xs", and no number stands before an X.
    - `other_year`: a year is named, and the quote does not name it.
    - `margin`: how far the best candidate leads the next passage. It tells nothing of whether there
      is an answer, but much of whether this is it.
    """

    related: float
    unrelated: float
    nameless: float
    untyped: float
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
        *("unrelated", "nameless", "untyped", "uncounted", "other_year"),
    }
)
"""Signals that never make an answer likelier; the others never make it less likely."""

TOPIC = TopicSignals(
    cover=2.12,
    words=1.46,
    matched=1.81,
    chance=-0.54,
    titled=2.07,
    unknown=0.00,
    unknown_name=-2.46,
)
TOPIC_INTERCEPT = -1.18

ANSWER = AnswerSignals(
    related=1.52,
    unrelated=-0.85,
    nameless=-1.48,
    untyped=-1.24,
    uncounted=-2.05,
    other_year=-0.42,
    margin=0.59,
)
ANSWER_INTERCEPT = -0.03
