"""Fits the weights of `qa/weights.py` on the tuning halves of question sets.

    python -m bench.train ranking    FOLDER QUESTIONS [FOLDER QUESTIONS ...]
    python -m bench.train confidence FOLDER QUESTIONS [FOLDER QUESTIONS ...]

FOLDER holds articles, QUESTIONS is a file as `pullquote eval` reads it; only its questions with
"split": "tune" are looked at (all, when it names no split). Every set counts the same, whatever
its size. For the confidence, each set's questions are asked of the articles of every other set as
well, as questions on another topic. Prints the weights to be written into `qa/weights.py`;
docs/quality.md says which sets were used. The same sets give the same weights.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.folder import read_folder
from index.library import Library
from qa.answerer import Answerer, Looked
from qa.evaluation.cases import Case, cases_of
from qa.features import Features
from qa.listing import quotes_list, with_list
from qa.selection import selected_for
from qa.weights import SPEAK_AGAINST, AnswerSignals, TopicSignals

Floats = npt.NDArray[np.float64]

Pair = tuple[Path, Path]
"""A folder of articles and the file of its questions."""

OTHER_TOPIC = "other-topic"
"""The kind of questions that no article of their set has to do with."""

ANSWERABLE = 2 / 3
"""Share of the questions people ask that can be answered, as far as the weights assume one: more
would make every confidence higher, and change the order of few."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One question's candidates, a row each, which of them are right, and what it counts."""

    rows: Floats
    right: Floats
    weight: float


@dataclass(frozen=True, slots=True)
class Decision:
    """Signals of one question's first quote, whether they should let it pass, what it counts."""

    row: Floats
    answer: float
    weight: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Reads the command line, fits, prints."""
    parser = argparse.ArgumentParser(prog="bench.train", description=__doc__)
    parser.add_argument("model", choices=["ranking", "confidence"])
    parser.add_argument("sets", nargs="+", type=Path, metavar="FOLDER QUESTIONS")
    parser.add_argument("--prior", type=float, help="strength of the pull towards zero")
    given = parser.parse_args(arguments)
    if len(given.sets) % 2:
        parser.error("each FOLDER needs its QUESTIONS")
    pairs = list(zip(given.sets[::2], given.sets[1::2], strict=True))
    if given.model == "ranking":
        weights = fitted_ranking([c for pair in pairs for c in choices(*pair)], given.prior or 3e-5)
        _show("RANKING = Features", Features._fields, weights)
    else:
        _show_decision("TOPIC", TopicSignals, topic_decisions(pairs), given.prior or 1e-3)
        _show_decision("ANSWER", AnswerSignals, answer_decisions(pairs), given.prior or 1e-3)
    return 0


def _show_decision(
    name: str,
    kind: type[TopicSignals] | type[AnswerSignals],
    sample: Sequence[Decision],
    prior: float,
) -> None:
    names = kind._fields
    signs = np.array([-1.0 if name in SPEAK_AGAINST else 1.0 for name in names])
    weights = fitted_decision(sample, prior, signs)
    _show(f"{name} = {kind.__name__}", names, weights[:-1])
    print(f"{name}_INTERCEPT = {weights[-1]:.2f}")


def _show(made: str, names: Sequence[str], weights: Floats) -> None:
    print(f"{made}(")
    for name, weight in zip(names, weights, strict=True):
        print(f"    {name}={weight:.2f},")
    print(")")


def _looked(folder: Path, questions: Path) -> Iterator[tuple[Case, Looked, Library]]:
    """Each tuning question with what the answerer saw, before it chose or refused."""
    library = Library.of(read_folder(folder).articles)
    answerer = Answerer(library)
    every = cases_of(questions.read_bytes())
    tuning = [case for case in every if case.split == "tune"]
    for case in tuning or every:
        looked = answerer.look(case.question)
        if isinstance(looked, Looked) and looked.ranked:
            yield case, looked, library


def _holds(case: Case, library: Library, looked: Looked, i: int) -> bool:
    """Whether the quote made of candidate `i` holds an accepted string of the right article."""
    chosen = selected_for(looked.understood.asked, looked.ranked[i], looked.around)
    article_id = chosen.best.view.passage.article_id
    if case.article not in (None, article_id):
        return False
    return _accepted(case, chosen.span.of(library.article(article_id).text))


def _stands_at(case: Case, library: Library, looked: Looked, i: int) -> bool:
    """Whether an accepted string stands in candidate `i` itself, or in its list.

    What else is quoted with a sentence depends on the weights that are to be found.
    """
    candidate = looked.ranked[i]
    view, article_id = candidate.view, candidate.view.passage.article_id
    if case.article not in (None, article_id):
        return False
    span = candidate.sentence.span.shifted(view.passage.span.start)
    if quotes_list(looked.understood.asked, candidate):
        span = with_list(view, candidate.ordinal, span, looked.around)
    return _accepted(case, span.of(library.article(article_id).text))


def _accepted(case: Case, text: str) -> bool:
    text = " ".join(text.split())
    return any(" ".join(answer.split()) in text for answer in case.answers)


def choices(folder: Path, questions: Path) -> list[Choice]:
    """The answerable questions of a set of which some candidate is right."""
    found = []
    for case, looked, library in _looked(folder, questions):
        right = [_stands_at(case, library, looked, i) for i in range(len(looked.ranked))]
        if case.answerable and any(right):
            rows = np.array([c.features for c in looked.ranked])
            found.append((rows, np.array(right, dtype=np.float64)))
    return [Choice(rows, right, 1 / len(found)) for rows, right in found]


def topic_decisions(sets: Sequence[Pair]) -> list[Decision]:
    """What answerable questions find, right or wrong, and what those on another topic find.

    Few sets hold many questions on another topic, but each set's questions are such questions to
    the articles of every other set.
    """
    found = []
    for folder, questions in sets:
        own = list(_looked(folder, questions))
        yes = [_topic_row(looked) for case, looked, _ in own if case.answerable]
        no = [_topic_row(looked) for case, looked, _ in own if case.kind == OTHER_TOPIC]
        for elsewhere, others in sets:
            if elsewhere != folder:
                no += [
                    _topic_row(looked)
                    for case, looked, _ in _looked(folder, others)
                    if case.kind != OTHER_TOPIC and not case.question.history
                ]
        found += _balanced(yes, no)
    return found


def answer_decisions(sets: Sequence[Pair]) -> list[Decision]:
    """First quotes that are right, and those of questions on the topic that have no answer.

    Wrong quotes of answerable questions are left out: refusing them is neither right nor wrong.
    """
    found = []
    for folder, questions in sets:
        rows: dict[bool, list[Floats]] = {True: [], False: []}
        for case, looked, library in _looked(folder, questions):
            if case.kind != OTHER_TOPIC and case.answerable == _holds(case, library, looked, 0):
                rows[case.answerable].append(np.array(looked.signals.answer))
        found += _balanced(rows[True], rows[False])
    return found


def _topic_row(looked: Looked) -> Floats:
    return np.array(looked.signals.topic)


def _balanced(yes: Sequence[Floats], no: Sequence[Floats]) -> list[Decision]:
    """Both sides with weights that do not depend on how many of each a set happens to hold."""
    return [
        *(Decision(row, 1.0, ANSWERABLE / len(yes)) for row in yes),
        *(Decision(row, 0.0, (1 - ANSWERABLE) / len(no)) for row in no),
    ]


def fitted_ranking(sample: Sequence[Choice], prior: float) -> Floats:
    """Weights under which a right candidate is likely to stand first (conditional logit:
    McFadden, 1974), held near zero by a Gaussian prior."""
    total = sum(choice.weight for choice in sample)

    def loss(weights: Floats) -> tuple[float, Floats]:
        value, gradient = prior * float(weights @ weights), 2 * prior * weights
        for choice in sample:
            odds = np.exp(choice.rows @ weights - np.max(choice.rows @ weights))
            chance, hope = odds / odds.sum(), odds * choice.right
            share = choice.weight / total
            value -= share * float(np.log(hope.sum() / odds.sum()))
            gradient -= share * (choice.rows.T @ (hope / hope.sum() - chance))
        return value, gradient

    return minimised(loss, sample[0].rows.shape[1])


def fitted_decision(sample: Sequence[Decision], prior: float, signs: Floats) -> Floats:
    """Weights and, last, the intercept of a logistic regression with a Gaussian prior.

    A signal whose weight would have another sign than its own is left out (its weight is 0), and
    the others are fitted again.
    """
    rows = np.array([[*decision.row, 1.0] for decision in sample])
    labels = np.array([decision.answer for decision in sample])
    shares = np.array([decision.weight for decision in sample])
    shares = shares / shares.sum()
    pull = np.array([*([prior] * (rows.shape[1] - 1)), 0.0])

    def loss(weights: Floats) -> tuple[float, Floats]:
        chance = 1 / (1 + np.exp(-rows @ weights))
        likely = np.where(labels == 1, chance, 1 - chance)
        value = -float(shares @ np.log(likely)) + float(pull @ weights**2)
        return value, rows.T @ (shares * (chance - labels)) + 2 * pull * weights

    while True:
        weights = minimised(loss, rows.shape[1])
        wrong = weights[:-1] * signs < 0
        if not wrong.any():
            return weights
        rows[:, :-1][:, wrong] = 0.0


def minimised(
    loss: Callable[[Floats], tuple[float, Floats]], size: int, *, steps: int = 400
) -> Floats:
    """Where a convex function is least: gradient descent, the step length found by halving
    (Armijo, 1966) and grown again after each success (Barzilai and Borwein, 1988)."""
    point = np.zeros(size)
    value, gradient = loss(point)
    length = 1.0
    for _ in range(steps):
        slope = float(gradient @ gradient)
        if slope < 1e-10:
            break
        while True:
            ahead = point - length * gradient
            there, turned = loss(ahead)
            if there <= value - 1e-4 * length * slope or length < 1e-12:
                break
            length /= 2
        step, bend = ahead - point, turned - gradient
        point, value, gradient = ahead, there, turned
        length = float(step @ step) / max(float(step @ bend), 1e-12)
    return point


if __name__ == "__main__":
    sys.exit(main())
