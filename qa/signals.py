"""What speaks for the first quote as an answer, and against it: a handful of named signals.

Each says one thing a person would look for: are the words known here, are the names there, is the
relation, is the kind of thing that was asked for, is it the same year.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.documents import context_texts
from index.passages import Passage
from qa.breadth import Breadth
from qa.counted import uncounted
from qa.features import HARD, new_typed_spans
from qa.kinds import asks_for_name, insists
from qa.names import is_of_a_thing
from qa.questions import NEAR, TOLD, Asked, Wanted, in_full
from qa.ranking import Candidate
from qa.relation import unfounded, unrelated
from qa.selection import Selected
from qa.speech import SPEAKS
from qa.subjects import is_subject_of
from qa.typed import AnswerType
from qa.views import SentenceView
from qa.weighing import Weighing
from qa.weights import AnswerSignals, Signals, TopicSignals

NEAR_HELD = 0.7
"""What a near-synonym counts that no passage holds by chance."""

IN_CONTEXT = 0.7
"""What a word counts that stands in the passage or its context but not in the quote."""


CHANCE_WORDS, CHANCE_SHARE = 1.6, 0.4
"""How many words, and what share of its idf mass, a question has in common with articles on
anything: so little is matched by nearly all questions on another topic, and by one in ten others,
of which six in seven are answered wrongly anyway (docs/quality.md)."""


def signals(
    weighing: Weighing,
    selected: Selected,
    unknown: Sequence[Wanted],
    looked_at: Sequence[Candidate],
    unsaid: frozenset[str],
) -> Signals:
    """What speaks for and against the first quote, `selected`; `looked_at` are all candidates, and
    `unsaid` the stems of names that the quote need not repeat."""
    asked = weighing.asked
    given = weighing.given(selected.best.view)
    triples = zip(asked.wanted, weighing.akin, given, strict=True)
    around = selected.best.view.everywhere | unsaid
    own = [1.0 if gives else _held(selected, around, w, akin) for w, akin, gives in triples]
    held = _with_subjects(asked, own, selected, looked_at)
    return Signals(
        _topic_signals(weighing, selected.best, held, unknown),
        _answer_signals(weighing, selected, held),
    )


def _topic_signals(
    weighing: Weighing, best: Candidate, held: Sequence[float], unknown: Sequence[Wanted]
) -> TopicSignals:
    wanted, shares = weighing.asked.wanted, weighing.shares
    strange = {w.stem for w in unknown}
    titled = sum(w.weight == 1.0 and stand_in(best.view.context_stems, w) >= NEAR for w in wanted)
    cover = sum(share * h for share, h in zip(shares, held, strict=True))
    matched = sum(w.weight * h for w, h in zip(wanted, held, strict=True))
    return TopicSignals(
        cover=cover,
        words=_words_held(weighing, best.sentence),
        matched=min(matched, 4) / 4,
        chance=float(matched <= CHANCE_WORDS and cover <= CHANCE_SHARE),
        titled=min(titled, 2) / 2,
        unknown=sum(s for s, w in zip(shares, wanted, strict=True) if w.stem in strange),
        unknown_name=float(any(w.name and w.weight > TOLD for w in unknown)),
    )


def _words_held(weighing: Weighing, sentence: SentenceView) -> float:
    """Share of the question's idf mass that the sentence holds in the very form."""
    pairs = zip(weighing.asked.wanted, weighing.shares, strict=True)
    return sum(share for wanted, share in pairs if wanted.word in sentence.words)


def _answer_signals(weighing: Weighing, selected: Selected, held: Sequence[float]) -> AnswerSignals:
    asked = weighing.asked
    hard = asked.kind in HARD
    passage = selected.best.view.passage
    said = asked.kind is AnswerType.SAID and weighing.speaks(passage.article_id)
    giving = [s for s in selected.sentences if said or _gives(asked, passage, s)]
    plain = [h for w, h in zip(asked.wanted, held, strict=True) if not w.name]
    return AnswerSignals(
        related=sum(plain) / len(plain) if plain else 1.0,
        unrelated=float(unrelated(asked, held, selected.sentences)),
        unfounded=float(unfounded(asked, held)),
        absent=float(_absent(asked, held)),
        untyped=float(hard and not giving),
        bound=max((_share(weighing, s) for s in giving), default=0.0) if hard else 1.0,
        unmet=float(not giving and _unmet(asked, selected.sentences)),
        uncounted=float(uncounted(asked, selected.sentences)),
        other_year=float(bool(unnamed_years(asked, selected))),
        likely=_likely(selected),
    )


def _unmet(asked: Asked, sentences: Sequence[SentenceView]) -> bool:
    """Whether nothing but a thing of the asked kind answers, where the sentences have none."""
    if not insists(asked.text, asked.kind):
        return False
    somebody = asked.kind is AnswerType.PERSON
    return not (somebody and any(_names_somebody(asked, sentence) for sentence in sentences))


def _gives(asked: Asked, passage: Passage, sentence: SentenceView) -> bool:
    """Whether the sentence gives something of the asked kind; "what did he say?" brings the verb of
    saying itself, which may stand in what introduces the passage."""
    if asked.kind is AnswerType.SAID:
        return any(map(SPEAKS.search, (sentence.text, passage.context.lead_in or "")))
    return bool(new_typed_spans(asked, sentence))


_SOMEBODY = re.compile(r"\b(?:he|she|they)\b", re.IGNORECASE)
_WHO_IS = re.compile(r"who (?:is|are|was|were)\b", re.IGNORECASE)


def _names_somebody(asked: Asked, sentence: SentenceView) -> bool:
    """Whether the sentence may say who: by a pronoun, or by any name that is not the question's
    where it is asked who did something: "the Institute"."""
    if asks_for_name(asked.text):
        return False
    if _SOMEBODY.search(sentence.text):
        return True
    anything = replace(asked, kind=AnswerType.NAME)
    return not _WHO_IS.match(asked.text) and bool(new_typed_spans(anything, sentence))


def _share(weighing: Weighing, sentence: SentenceView) -> float:
    """Share of the question's idf mass that the sentence holds by itself, near-synonyms in full."""
    pairs = zip(weighing.asked.wanted, weighing.shares, strict=True)
    return sum(share * in_full(_best_in(sentence.stems, wanted)) for wanted, share in pairs)


def _likely(selected: Selected) -> float:
    candidate = selected.best
    pairs = zip(candidate.view.sentences, candidate.chances, strict=True)
    return sum(chance for sentence, chance in pairs if sentence in selected.sentences)


def _held(selected: Selected, around: frozenset[str], wanted: Wanted, akin: float) -> float:
    """How well the quote, or else the stems `around` it, hold a word of the question."""
    quoted = frozenset().union(*(sentence.stems for sentence in selected.sentences))
    return max(stand_in(quoted, wanted, akin), IN_CONTEXT * stand_in(around, wanted, akin))


def _with_subjects(
    asked: Asked, held: Sequence[float], selected: Selected, looked_at: Sequence[Candidate]
) -> list[float]:
    """How well each word of the question is held, where a name counts as one of the context that
    most of the passages of the article have: it is what the article is about."""
    article = selected.best.view.passage.article_id
    views = {c.view.passage.id: c.view for c in looked_at}
    every = [view for view in views.values() if view.passage.article_id == article]
    return [
        IN_CONTEXT if h <= 0 and wanted.name and is_subject_of(every, wanted) else h
        for wanted, h in zip(asked.wanted, held, strict=True)
    ]


def stand_in(stems: frozenset[str], wanted: Wanted, akin: float = 1.0) -> float:
    """How well `stems` hold a word of the question: itself, or an alternative by its weight.

    A near-synonym counts the less, the more passages hold one by chance (`akin`).
    """
    best = _best_in(stems, wanted)
    return best if best > NEAR else NEAR_HELD * akin * best / NEAR


def _best_in(stems: frozenset[str], wanted: Wanted) -> float:
    """What the best form of a word counts that `stems` hold."""
    if wanted.stem in stems:
        return 1.0
    return max((o.weight for o in wanted.alternatives if stems.issuperset(o.stems)), default=0.0)


def _absent(asked: Asked, held: Sequence[float]) -> bool:
    """Whether neither the quote nor what stands about it has a name that is asked for, in any form;
    where things are compared, whether it has none of the names.

    Figures may be written in words. Names of everyday words alone, and such as are only told beside
    the question, are not asked for.
    """
    names: list[list[tuple[Wanted, float]]] = []
    before = ""
    for wanted, h in zip(asked.wanted, held, strict=True):
        named = wanted.name and not wanted.surface[0].isdigit()
        goes_on = bool(before) and f"{before} {wanted.surface}" in asked.text
        if named and not (goes_on and not before.endswith(("'s", "’s"))):
            names.append([])
        if named:
            names[-1].append((wanted, h))
        before = wanted.surface if named else ""
    lacking = [_lacks(name) for name in names if any(w.weight > TOLD for w, _ in name)]
    every = asked.breadth is Breadth.SIDES
    return bool(lacking) and (all(lacking) if every else any(lacking))


def _lacks(name: Sequence[tuple[Wanted, float]]) -> bool:
    """Whether of a name, its words with how well each is held, too little is: of a person's, the
    last word is enough ("Morris Chang"), of another all are needed ("World Bank")."""
    words = [wanted.surface for wanted, _ in name]
    needed = [h for _, h in name]
    if not is_of_a_thing(words):
        needed = [h for w, h in name if not _ORDINAL.fullmatch(w.surface)][-1:]
    return any(h <= 0 for h in needed)


_ORDINAL = re.compile(r"[IVX]+")


_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def unnamed_years(asked: Asked, selected: Selected) -> list[str]:
    """The years that the question names, if the quote names others and none of them.

    A year in the title, a heading or a sentence of its passage above the quote is its year, too.
    """
    years: list[str] = _YEAR.findall(asked.text)
    quoted = {year for s in selected.sentences for year in _YEAR.findall(s.text)}
    passage = selected.best.view.passage
    above = [*context_texts(passage), passage.text[: selected.sentences[0].span.start]]
    here = quoted.union(_YEAR.findall(" ".join(above)))
    return years if quoted and here.isdisjoint(years) else []


def stands_near(selected: Selected, wanted: Wanted) -> bool:
    """Whether the quote's passage or its context has the word in any form."""
    return stand_in(selected.best.view.everywhere, wanted) > 0
