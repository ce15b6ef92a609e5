"""What a pronoun of a sentence may stand for: the names in the passages above.

Which of them it is is left open. It is asked only whether a name that the question has may be
meant, where the sentence holds the rest of it.
"""

import re
from collections.abc import Sequence

from qa.views import PassageView

REACH = 2
"""Passages above the one with the pronoun, at most, in which a name is looked for."""

_PRONOUN = re.compile(r"\b(?:he|she|his|hers?|him|they|their|them)\b", re.IGNORECASE)


def leans(text: str) -> bool:
    """Whether a sentence has a pronoun that may stand for somebody named before."""
    return bool(_PRONOUN.search(text))


def capitalised(views: Sequence[PassageView]) -> frozenset[str]:
    """The stems of all words in passages that begin with a capital letter."""
    return frozenset(
        token.stem
        for view in views
        for sentence in view.sentences
        for token in sentence.tokens
        if sentence.text[token.start].isupper()
    )
