"""Why a question is not answered, in words a person can read."""

import re
from collections.abc import Sequence
from itertools import islice

from index.articles import Article
from index.library import Library
from qa.answers import Reason, ReasonCode
from qa.confidence import answering, on_topic
from qa.no_question import ASK
from qa.questions import COMMON, FRAMING, Asked, Wanted
from qa.relation import deed_of
from qa.selection import Selected
from qa.signals import stands_near, unnamed_years
from qa.typed import AnswerType
from qa.understanding import Understood
from qa.weights import Signals

_GIVES_NO = {
    AnswerType.DATE: "date",
    AnswerType.NUMBER: "number",
    AnswerType.MONEY: "sum",
    AnswerType.PERCENT: "percentage",
    AnswerType.DURATION: "length of time",
    AnswerType.LENGTH: "length",
    AnswerType.WEIGHT: "weight",
    AnswerType.SPEED: "speed",
    AnswerType.TEMPERATURE: "temperature",
    AnswerType.AGE: "age",
    AnswerType.FREQUENCY: "frequency",
    AnswerType.PERSON: "person",
    AnswerType.PLACE: "place",
    AnswerType.NAME: "name",
    AnswerType.EXPANSION: "long form",
    AnswerType.SAID: "statement",
}


def nothing_shared(articles: int) -> Reason:
    """The reason when no passage holds any word of the question."""
    return Reason(
        ReasonCode.UNKNOWN_WORDS, f"Nothing in {_articles(articles)} shares a word with it."
    )


def folder_named(library: Library) -> Reason:
    """What is in the folder, for a question about that."""
    count = library.article_count
    named = [_introduced(article) for article in islice(library.articles, MOST_NAMED)]
    among = ": " if count <= MOST_NAMED else ", among them "
    return Reason(
        ReasonCode.OF_THE_FOLDER,
        f"There {'is' if count == 1 else 'are'} {_articles(count)}{among}{_joined(named, 'and')}."
        f" {ASK}",
    )


def _introduced(article: Article) -> str:
    """An article's title, and who wrote it when, as far as it says."""
    known = ", ".join(filter(None, (article.author, article.date)))
    return f"“{article.label}” ({known})" if known else f"“{article.label}”"


def why_not(found: Signals, understood: Understood, selected: Selected, *, articles: int) -> Reason:
    """The reason for a refusal, from the signal that speaks loudest against the first quote."""
    asked, unknown = understood.asked, understood.unknown
    telling = [w for w in unknown if w.weight > COMMON or w.carried]
    strange = _typed([w for w in unknown if w.name], asked) or _named(telling, asked)
    if found.topic.unknown_name or (strange and found.topic.unknown >= 0.5):
        return Reason(
            ReasonCode.UNKNOWN_WORDS,
            f"No passage in {_articles(articles)} mentions {listed(strange)}.",
        )
    named = not found.answer.absent and on_topic(found) >= answering(found)
    if named and (lack := _lack(found, understood, selected)):
        return Reason(ReasonCode.NOT_COVERED, lack)
    far = [w for w in asked.wanted if not stands_near(selected, w)]
    telling = [w for w in far if w.name or w.carried or w.weight > COMMON]
    missing = _named(telling or far, asked) or strange
    lacks = f"; the nearest says nothing of {listed(missing)}" if missing else ""
    return Reason(
        ReasonCode.NOT_COVERED,
        f"No passage in {_articles(articles)} brings together what is asked{lacks}.",
    )


def _lack(found: Signals, understood: Understood, selected: Selected) -> str:
    """What passages on the topic do not give; empty where no one signal says."""
    asked = understood.asked
    deed = deed_of(asked) if found.answer.unfounded else None
    if deed or found.answer.unrelated:
        return _unrelated(asked, selected, [deed] if deed else asked.wanted)
    about = _named([w for w in asked.wanted if w not in understood.unknown], asked)
    if max(found.answer.untyped, found.answer.unmet, found.answer.uncounted) and about:
        return (
            f"The articles mention {listed(about, last='and')}"
            f" but give no {_GIVES_NO[asked.kind]} for what is asked."
        )
    if years := unnamed_years(asked, selected):
        return f"The nearest passage is not about {years[0]}."
    return ""


def _unrelated(asked: Asked, selected: Selected, words: Sequence[Wanted]) -> str:
    """That the nearest passage has the names and not, of `words`, what is asked of them."""
    there = _named([w for w in asked.wanted if w.name and stands_near(selected, w)], asked)
    lacking = _with_particles([w for w in words if not w.name], asked)
    nearest = f"The nearest passage on {listed(there, 'and')}" if there else "The nearest passage"
    return f"{nearest} says nothing of {listed(lacking)}."


def _with_particles(words: Sequence[Wanted], asked: Asked) -> list[str]:
    """The words as they were typed, with the particle that makes another verb of one: "give up"."""
    telling = [w for w in words if w.weight > FRAMING] or words
    whole = (f"{w.surface} {w.particle}".strip() for w in telling)
    return [both if both in asked.text else both.partition(" ")[0] for both in whole]


def _named(words: Sequence[Wanted], asked: Asked) -> list[str]:
    """The words as they were typed, but for those that only say what kind of answer is wanted."""
    return _typed([w for w in words if w.weight > FRAMING], asked)


def _typed(words: Sequence[Wanted], asked: Asked) -> list[str]:
    """The words as they were typed, each once; a part of "op-ed" is named with all of it."""
    compounds = _COMPOUND.findall(asked.text)
    whole = {part: compound for compound in compounds for part in compound.split("-")}
    return list(dict.fromkeys(whole.get(w.surface, w.surface) for w in words))


_COMPOUND = re.compile(r"\b\w++(?:-\w+)+")


def _articles(count: int) -> str:
    return f"{count:,} article{'' if count == 1 else 's'}"


MOST_NAMED = 4
"""Words or titles that a sentence names."""


def listed(words: Sequence[str], last: str = "or") -> str:
    """The words in quotation marks, at most `MOST_NAMED` of them, as a sentence names them."""
    return _joined([f"“{word}”" for word in words[:MOST_NAMED]], last)


def _joined(marked: Sequence[str], last: str) -> str:
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} {last} {marked[-1]}"
