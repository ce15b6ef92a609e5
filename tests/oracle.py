"""BM25 as it stands in the books, slow and plain: what every engine must agree with."""

import math
from collections.abc import Sequence

from index.engine import Document, Scoring, Term


def bm25(
    documents: Sequence[Document], terms: Sequence[Term], scoring: Scoring
) -> dict[str, float]:
    """The score of each document that holds a term, with Lucene's idf, summed over the fields."""
    scores: dict[str, float] = {}
    for term in terms:
        texts = {d.passage_id: d.terms(term.field) for d in documents}
        holders = [name for name, words in texts.items() if term.text in words]
        idf = math.log(1 + (len(texts) - len(holders) + 0.5) / (len(holders) + 0.5))
        average = sum(map(len, texts.values())) / max(len(texts), 1)
        for name in holders:
            tf = texts[name].count(term.text)
            norm = scoring.k1 * (1 - scoring.b + scoring.b * len(texts[name]) / average)
            gain = idf * tf * (scoring.k1 + 1) / (tf + norm)
            scores[name] = scores.get(name, 0) + term.weight * scoring.weight(term.field) * gain
    return scores


def ranked(scores: dict[str, float], limit: int) -> list[str]:
    """The ids of the best, ties by id; scores that differ by rounding alone are a tie."""
    return sorted(scores, key=lambda name: (-round(scores[name], 9), name))[: max(limit, 0)]
