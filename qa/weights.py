"""The weights of the two linear models, and where they come from.

`RANKING` orders candidates (features: `qa.features.Features`) and is made by
`bench/train_ranking.py`; `CONFIDENCE` decides whether to answer and is made by
`bench/train_confidence.py`. docs/quality.md says on what, and what they reach.
"""

from dataclasses import dataclass

from qa.features import Features

RANKING = Features(
    engine=2.98,
    sentence=2.76,
    passage=2.18,
    neighbours=1.92,
    context=0.29,
    local=2.68,
    akin=0.74,
    words=2.53,
    order=1.91,
    names=1.17,
    typed=1.95,
    cued=0.16,
    bound=0.67,
    first=0.59,
    anaphor=0.66,
    length=-0.13,
    asks=-0.04,
    prose=0.09,
    announces=1.51,
    thread=0.93,
    told=-1.06,
)


@dataclass(frozen=True, slots=True)
class Signals:
    """What the decision to answer sees; all between 0 and 1.

    - `cover`: share of the question that the quote holds, words near it and near-synonyms less.
    - `passage`: share that the passage with its context holds.
    - `named`: how well the question's names and numbers are held; `related`: its other words.
    - `unknown`: share of words that stand in no article; `unknown_name`: a name is among them.
    - `untyped`: a date, number, person, ... is asked for and none is in the quote.
    - `bound`: how near such a span stands to the matched words.
    - `uncounted`: "how many Xs", and no number stands before an X.
    - `other_year`: a year is named, and the passage speaks of other years only.
    - `margin`: how far the best candidate leads the next passage.
    - `length`: content words of the question, over 10.
    """

    cover: float
    passage: float
    named: float
    related: float
    unknown: float
    unknown_name: float
    untyped: float
    bound: float
    uncounted: float
    other_year: float
    margin: float
    length: float


CONFIDENCE = Signals(
    cover=0.34,
    passage=0.42,
    named=1.32,
    related=1.09,
    unknown=-0.97,
    unknown_name=0.01,
    untyped=-1.25,
    bound=0.70,
    uncounted=-1.68,
    other_year=-1.39,
    margin=0.43,
    length=0.14,
)
INTERCEPT = -2.90
