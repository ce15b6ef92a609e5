"""The weights of the linear model that orders candidates, and where they come from.

Made by `bench/train_ranking.py`; what each feature means stands at `qa.ranking.Features`.
"""

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
    thread=1.5,
)
