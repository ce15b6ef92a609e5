"""Passages as ranking looks at them: sentence by sentence, with the words' places."""

import math
import re
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from index.analysis import STOP_WORDS, Analyzer, Token
from index.articles import BlockKind
from index.passages import Passage
from index.searcher import context_texts
from index.spans import Span
from qa.sentences import sentence_spans

ANAPHORS = frozenset("it its he she they his her their this that these those such".split())
"""Words that, at a sentence's head, point back to the one before."""


REMEMBERED = 2_048
"""Views that are kept: 20 kB each."""


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence of a passage: `span` counts in the passage's text, `tokens` in the sentence's.

    `places` gives the positions of each stem among the sentence's content words, `length` the
    logarithm of how many there are, over 5.

    - `anaphor`: it begins with a word that points back. `asks`: it is a question itself.
    - `announces`: it ends in a colon or promises so many things, which stand below it.
    - `fragment`: it is prose without the stop or mark of a sentence, as titles are.
    """

    span: Span
    text: str
    tokens: tuple[Token, ...]
    places: dict[str, list[int]]
    words: frozenset[str]
    length: float
    anaphor: bool
    asks: bool
    announces: bool
    fragment: bool


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage with its sentences and the stems of its context."""

    passage: Passage
    sentences: tuple[SentenceView, ...]
    stems: frozenset[str]
    context_stems: frozenset[str]


class PassageViews:
    """Makes views, and remembers those of the passages that were looked at last."""

    def __init__(self, analyzer: Analyzer, *, remembered: int = REMEMBERED) -> None:
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
        _sentence_view(passage, span, analyzer)
        for span in sentence_spans(passage.text, passage.kind)
    )
    around = (analyzer.content(text) for text in context_texts(passage))
    return PassageView(
        passage,
        sentences,
        frozenset(stem for sentence in sentences for stem in sentence.places),
        frozenset(token.stem for tokens in around for token in tokens),
    )


def _sentence_view(passage: Passage, span: Span, analyzer: Analyzer) -> SentenceView:
    text = span.of(passage.text)
    tokens = tuple(analyzer.tokens(text))
    places: dict[str, list[int]] = {}
    content = [token for token in tokens if token.word not in STOP_WORDS]
    for position, token in enumerate(content):
        places.setdefault(token.stem, []).append(position)
    bare = text.rstrip("\"'”’)")
    return SentenceView(
        span=span,
        text=text,
        tokens=tokens,
        places=places,
        words=frozenset(token.word for token in content),
        length=math.log1p(len(content)) / 5,
        anaphor=bool(tokens) and tokens[0].word in ANAPHORS,
        asks=bare.endswith("?"),
        announces=bool(_PROMISE.search(text[-80:])),
        fragment=passage.kind is BlockKind.PARAGRAPH and not _ENDED.search(text[-12:]),
    )


_PROMISE = re.compile(
    r":$|\b(?:two|three|four|five|six|seven|eight|nine|ten|several|the following)"
    r" (?:\w+ ){0,2}\w+s\.$",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?:…。！？][\"'”’)\]0-9\[]*$")
