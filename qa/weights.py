"""The weights of the two linear models, and where they come from.

`RANKING` orders candidates (features: `qa.ranking.Features`) and is made by
`bench/train_ranking.py`; `CONFIDENCE` decides whether to answer and is made by
`bench/train_confidence.py`. docs/quality.md says on what, and what they reach.
"""

from dataclasses import dataclass

from qa.ranking import Features

RANKING = Features(
    engine=4.2,
    sentence=4.4,
    passage=1.7,
    neighbours=1.4,
    context=0.0,
    akin=1.0,
    words=2.6,
    order=2.1,
    names=1.3,
    typed=1.0,
    cued=0.45,
    bound=0.95,
    first=0.1,
    anaphor=0.6,
    length=0.0,
    asks=0.1,
    prose=0.0,
    announces=0.0,
    thread=2.0,
    told=-3.0,
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
    cover=2.5,
    passage=1.5,
    named=2.0,
    related=1.0,
    unknown=-1.0,
    unknown_name=-0.5,
    untyped=-1.2,
    bound=1.5,
    uncounted=-0.5,
    other_year=-1.0,
    margin=0.5,
    length=0.5,
)
INTERCEPT = -5.0
