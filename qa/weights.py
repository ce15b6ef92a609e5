"""The weights of the linear models, and where they come from.

`RANKING` orders candidates (features: `qa.features.Features`); `TOPIC` and `ANSWER` decide
whether to answer. All are made by `bench/train.py`; docs/quality.md says on what, and what they
reach.
"""

from dataclasses import dataclass

from qa.features import Features

RANKING = Features(
    engine=3.03,
    sentence=2.69,
    passage=2.12,
    neighbours=1.94,
    context=0.40,
    local=2.69,
    akin=0.73,
    words=2.47,
    order=1.98,
    names=1.15,
    typed=1.68,
    cued=0.46,
    bound=1.17,
    defines=2.00,
    first=0.62,
    anaphor=0.66,
    length=-0.21,
    asks=-0.03,
    prose=0.02,
    fragment=0.02,
    announces=0.65,
    listed=0.07,
    thread=0.93,
    told=-1.10,
)


@dataclass(frozen=True, slots=True)
class TopicSignals:
    """What tells whether the articles speak of what is asked at all; all between 0 and 1.

    - `cover`: share of the question's idf mass that the quote holds, words near it and
      near-synonyms less. `words`: share that it holds in the very form.
    - `matched`: how many of the question's words it holds, over 4; common words count half. One
      word in common is chance, whatever its share.
    - `titled`: how many of the words, but for common ones, stand in title, headings and the like,
      over 2.
    - `unknown`: share of words that stand in no article; `unknown_name`: a name is among them.
    """

    cover: float
    words: float
    matched: float
    titled: float
    unknown: float
    unknown_name: float


@dataclass(frozen=True, slots=True)
class AnswerSignals:
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


@dataclass(frozen=True, slots=True)
class Signals:
    """What the decision to answer sees."""

    topic: TopicSignals
    answer: AnswerSignals


TOPIC = TopicSignals(
    cover=2.89,
    words=2.44,
    matched=2.41,
    titled=2.47,
    unknown=-1.02,
    unknown_name=-1.73,
)
TOPIC_INTERCEPT = -2.43

ANSWER = AnswerSignals(
    related=1.14,
    unrelated=-1.31,
    nameless=-1.40,
    untyped=-1.53,
    uncounted=-2.09,
    other_year=-1.32,
    margin=0.53,
)
ANSWER_INTERCEPT = 0.17
