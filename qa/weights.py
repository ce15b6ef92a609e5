"""The weights of the two linear models, and where they come from.

`RANKING` orders candidates (features: `qa.features.Features`) and is made by
`bench/train_ranking.py`; `CONFIDENCE` decides whether to answer and is made by
`bench/train_confidence.py`. docs/quality.md says on what, and what they reach.
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
    - `attribute`: how well the thing is held that stands behind "what" or "which".
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
    attribute: float
    margin: float
    length: float


CONFIDENCE = Signals(
    cover=0.38,
    passage=0.36,
    named=1.55,
    related=1.16,
    unknown=-0.95,
    unknown_name=0.09,
    untyped=-1.05,
    bound=0.69,
    uncounted=-1.68,
    other_year=-1.34,
    attribute=0.23,
    margin=0.36,
    length=0.13,
)
INTERCEPT = -3.32
