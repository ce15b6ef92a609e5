"""A passage as engines index it: its terms, in three fields, and those of what stands around it.

What an index on disk holds comes from this file: any change of it makes them anew.
"""

from collections.abc import Iterable
from itertools import pairwise

from index.analysis import Analyzer, Word
from index.engine import Document
from index.passages import Passage

CONTEXT_REPEATS = 2
"""How often the words of title, headings, lead-in and table header are indexed with a passage."""


def document_of(passage: Passage, analyzer: Analyzer) -> Document:
    """A passage's terms, those of its context repeated."""
    body = analyzer.content(passage.text)
    around = [analyzer.content(text) for text in context_texts(passage)]
    everything = body + [word for words in around for word in words] * CONTEXT_REPEATS
    return Document(
        passage.id,
        stems=tuple(stem for _, stem in everything),
        words=tuple(word for word, _ in everything),
        bigrams=tuple(pair for words in (body, *around) for pair in bigrams(words)),
    )


def context_texts(passage: Passage) -> tuple[str, ...]:
    """The texts that are indexed with a passage: title, headings, lead-in, table header."""
    context = passage.context
    known = (context.title, *context.headings, context.lead_in, context.header)
    return tuple(text for text in known if text)


def bigrams(content: Iterable[Word]) -> list[str]:
    """Pairs of neighbouring stems of content words: the stop words between them do not count."""
    return [f"{first} {second}" for first, second in pairwise(stem for _, stem in content)]
