"""The weights of the linear models, and where they come from.

`RANKING` orders candidates (features: `qa.features.Features`); `TOPIC` and `ANSWER` decide
whether to answer. All are made by `bench/train.py`; docs/quality.md says on what, and what they
reach.
"""

from typing import NamedTuple

from qa.features import Features

RANKING = Features(
    engine=2.83,
    before=5.08,
    after=1.96,
    window=-3.98,
    whole=3.15,
    so_far=4.02,
    context=3.48,
    article=3.42,
    order=0.99,
    thread=2.06,
    names=0.07,
    typed=3.22,
    cued=1.35,
    item=1.05,
    defines=5.07,
    asks=-3.27,
    dense=2.94,
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
      names, each counting the same: it is the small words that ask.
    - `unrelated`: a date, a person, a reason, ... is asked for in a few plain words, and hardly one
      of these is held: "when did he die?" of a passage on his birth.
    - `unfounded`: it is asked why somebody did a thing, and that alone is not held.
    - `absent`: a name stands neither in the quote nor about it, in whatever form.
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
    unfounded: float
    absent: float
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
        *("unrelated", "unfounded", "absent"),
        *("untyped", "unmet", "uncounted", "other_year"),
    }
)
"""Signals that never make an answer likelier; the others never make it less likely."""

TOPIC = TopicSignals(
    cover=1.93,
    words=1.32,
    matched=1.59,
    chance=-0.93,
    titled=1.93,
    unknown=-2.29,
    unknown_name=-2.54,
)
TOPIC_INTERCEPT = -0.10

ANSWER = AnswerSignals(
    related=1.12,
    unrelated=-0.62,
    unfounded=-1.81,
    absent=-2.54,
    untyped=-0.53,
    bound=1.93,
    unmet=-2.11,
    uncounted=-1.94,
    other_year=-2.48,
    likely=1.10,
)
ANSWER_INTERCEPT = -1.54
