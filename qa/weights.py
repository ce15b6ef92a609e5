"""The weights of the linear models, and where they come from.

`RANKING` orders candidates (features: `qa.features.Features`); `TOPIC` and `ANSWER` decide
whether to answer. All are made by `bench/train.py`; docs/quality.md says on what, and what they
reach.
"""

from typing import NamedTuple

from qa.features import Features

RANKING = Features(
    engine=2.77,
    sentence=-0.10,
    neighbours=1.42,
    context=2.65,
    local=3.02,
    akin=2.53,
    words=2.01,
    evenly=3.59,
    order=1.89,
    names=0.91,
    typed=1.45,
    cued=0.31,
    bound=0.58,
    defines=2.07,
    first=0.24,
    anaphor=0.08,
    length=-0.14,
    announces=1.46,
    listed=0.60,
    thread=1.51,
    told=-1.17,
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
    - `other_year`: a year is named, and the quote names others, but not this one.
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
    cover=2.31,
    words=1.17,
    matched=2.01,
    chance=-0.87,
    titled=2.12,
    unknown=-1.16,
    unknown_name=-2.56,
)
TOPIC_INTERCEPT = -0.70

ANSWER = AnswerSignals(
    related=2.07,
    unrelated=-0.85,
    nameless=-1.45,
    untyped=-1.95,
    uncounted=-2.40,
    other_year=0.00,
    margin=0.61,
)
ANSWER_INTERCEPT = -0.15
