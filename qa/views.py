"""Passages as ranking looks at them: sentence by sentence, with the words' places."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from index.analysis import STOP_WORDS, Analyzer, Token
from index.passages import Passage
from index.searcher import context_texts
from index.spans import Span
from qa.sentences import sentence_spans


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence of a passage: `span` counts in the passage's text, `tokens` in the sentence's.

    `places` gives the positions of each stem among the sentence's content words.
    """

    span: Span
    text: str
    tokens: tuple[Token, ...]
    places: dict[str, list[int]]
    words: frozenset[str]
    content: int


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage with its sentences and the stems of its context."""

    passage: Passage
    sentences: tuple[SentenceView, ...]
    stems: frozenset[str]
    context_stems: frozenset[str]


class PassageViews:
    """Makes views, and remembers those of the passages that were looked at last."""

    def __init__(self, analyzer: Analyzer, *, remembered: int = 8_192) -> None:
        self._analyzer = analyzer
        self._remembered = remembered
        self._views: OrderedDict[str, PassageView] = OrderedDict()
        self._lock = Lock()

    def view(self, passage: Passage) -> PassageView:
        """The view of `passage`."""
        with self._lock:
            if found := self._views.get(passage.id):
                self._views.move_to_end(passage.id)
                return found
        made = view_of(passage, self._analyzer)
        with self._lock:
            self._views[passage.id] = made
            while len(self._views) > self._remembered:
                self._views.popitem(last=False)
        return made


def view_of(passage: Passage, analyzer: Analyzer) -> PassageView:
    """`passage` cut into sentences and words."""
    sentences = tuple(
        _sentence_view(passage.text, span, analyzer)
        for span in sentence_spans(passage.text, passage.kind)
    )
    around = (analyzer.content(text) for text in context_texts(passage))
    return PassageView(
        passage,
        sentences,
        frozenset(stem for sentence in sentences for stem in sentence.places),
        frozenset(token.stem for tokens in around for token in tokens),
    )


def _sentence_view(text: str, span: Span, analyzer: Analyzer) -> SentenceView:
    words = span.of(text)
    tokens = tuple(analyzer.tokens(words))
    places: dict[str, list[int]] = {}
    position = 0
    for token in tokens:
        if token.word not in STOP_WORDS:
            places.setdefault(token.stem, []).append(position)
            position += 1
    content = frozenset(t.word for t in tokens if t.word not in STOP_WORDS)
    return SentenceView(span, words, tokens, places, content, position)
