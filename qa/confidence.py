"""Whether the best candidate answers the question, and the reason when it does not."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa.answers import Reason, ReasonCode
from qa.questions import Asked, Wanted
from qa.ranking import Candidate

LEAST_COVERAGE = 0.34
"""Share of the question's idf mass that the best passage must hold."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the decision stands on: the words of the question by fate, and how well it is met."""

    unknown: tuple[str, ...]
    missing: tuple[str, ...]
    coverage: float
    articles: int

    @property
    def confidence(self) -> float:
        """The estimated probability that the best candidate answers, 0 to 1."""
        return self.coverage


def evidence(
    asked: Asked, ranked: Sequence[Candidate], unknown: Sequence[Wanted], *, articles: int
) -> Evidence:
    """What speaks for and against the best candidate."""
    best = ranked[0].view if ranked else None
    held = best.stems | best.context_stems if best else frozenset()
    return Evidence(
        unknown=tuple(w.surface for w in unknown),
        missing=tuple(w.surface for w in asked.wanted if w.stem not in held),
        coverage=ranked[0].features.passage if ranked else 0.0,
        articles=articles,
    )


def refusal(found: Evidence) -> Reason | None:
    """Why not to answer; None when the best candidate may be quoted as an answer."""
    where = _articles(found.articles)
    if found.coverage == 0:
        return Reason(
            ReasonCode.UNKNOWN_WORDS,
            f"Nothing in {where} shares a word with the question.",
        )
    if found.coverage >= LEAST_COVERAGE:
        return None
    if found.unknown:
        return Reason(
            ReasonCode.UNKNOWN_WORDS, f"No passage in {where} mentions {_listed(found.unknown)}."
        )
    return Reason(
        ReasonCode.NOT_COVERED,
        f"No passage in {where} brings together what is asked;"
        f" the nearest lacks {_listed(found.missing)}.",
    )


def _articles(count: int) -> str:
    return f"{count:,} article{'' if count == 1 else 's'}"


def _listed(words: Sequence[str]) -> str:
    marked = [f"“{word}”" for word in words[:4]]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} or {marked[-1]}"
