"""Passages as ranking looks at them: sentence by sentence, with the words' places."""

import re
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from threading import Lock

from index.analysis import PARTICLES, Analyzer, Token, Word
from index.articles import BlockKind
from index.documents import context_texts
from index.passages import Passage
from index.spans import Span
from qa.sentences import sentence_spans

ANAPHORS = frozenset("it its he she they his her their this that these those such".split())
"""Words that, at a sentence's head, point back to the one before."""


ITEMS = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})
"""Kinds of passage that stand in a row with others of their kind."""

STEM: Callable[[Word], str] = attrgetter("stem")
"""The stem of a word; quicker than a loop over many."""

REMEMBERED = 2_048
"""Views that are kept: 20 kB each."""


@dataclass(frozen=True)
class SentenceView:
    """A sentence of a passage: `span` counts in the passage's text, `tokens` in the sentence's.

    `stems` are those of its content words, and its particles. A table's row is read with the words
    of its header.

    - `anaphor`: it begins with a word that points back.
    - `announces`: it ends in a colon or promises so many things, which stand below it.
    """

    span: Span
    text: str
    content: Sequence[Word]
    stems: frozenset[str]
    announces: bool
    analyzer: Analyzer = field(repr=False, compare=False)

    @cached_property
    def tokens(self) -> list[Token]:
        """Its words with their places: made when they are first needed, for few sentences are
        looked at so closely."""
        return self.analyzer.tokens(self.text)

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """The positions of each stem among its content words: few sentences are asked for them."""
        places: dict[str, list[int]] = {}
        for i, word in enumerate(self.content):
            places.setdefault(word.stem, []).append(i)
        return places

    @cached_property
    def words(self) -> frozenset[str]:
        """Its content words as they stand there, folded but not stemmed."""
        return frozenset(word for word, _ in self.content)

    @cached_property
    def anaphor(self) -> bool:
        """Whether it begins with a word that points back."""
        head = _FIRST.match(self.text)
        return head is not None and head.group(1).lower() in ANAPHORS


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage with its sentences and the stems of its context."""

    passage: Passage
    sentences: tuple[SentenceView, ...]
    stems: frozenset[str]
    context_stems: frozenset[str]

    @property
    def everywhere(self) -> frozenset[str]:
        """The stems of the passage and its context."""
        return self.stems | self.context_stems


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
    header = analyzer.content(passage.context.header or "")
    sentences = tuple(
        _sentence_view(span, span.of(passage.text), header, analyzer)
        for span in sentence_spans(passage.text, passage.kind)
    )
    return PassageView(
        passage,
        sentences,
        frozenset().union(*(sentence.stems for sentence in sentences)),
        frozenset(w.stem for text in context_texts(passage) for w in analyzer.content(text)),
    )


def _sentence_view(span: Span, text: str, header: list[Word], analyzer: Analyzer) -> SentenceView:
    content = analyzer.content(text) + header
    return SentenceView(
        span=span,
        text=text,
        content=content,
        stems=frozenset([*map(STEM, content), *_PARTICLE.findall(text)]),
        announces=text.endswith(_PROMISING) and bool(_PROMISE.search(text[-80:])),
        analyzer=analyzer,
    )


_PARTICLE = re.compile(rf"[\s-]({'|'.join(sorted(PARTICLES))})\b")
"""A particle has its verb before it: it never begins a sentence."""


_COUNTED_OFF = re.compile(
    r"(?:the |my |our )?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|last|final)(?:ly)?\b",
    re.IGNORECASE,
)


def is_item(passage: Passage) -> bool:
    """Whether the passage is an item of a list or table, or a paragraph that counts itself off."""
    return passage.kind in ITEMS or bool(_COUNTED_OFF.match(passage.text))


_FIRST = re.compile(r"[\W_]*+([^\W\d_]++)(?!\w)")
_PROMISING = (":", "s.", "S.")
_SHELL_NOUNS = (
    r"(?:advantages?|aims?|answers|areas|arguments|aspects|benefits|categories|causes|challenges"
    r"|changes|choices|conclusions|conditions|consequences|demands|developments|differences"
    r"|difficulties|drawbacks|effects|elements|examples|exceptions|explanations|facts|factors"
    r"|features|fields|findings|forms|functions|gaps|goals|grounds|groups|ideas|issues"
    r"|kinds|lessons|means|measures|methods|mistakes|objections|objectives|obstacles"
    r"|options|parts|phases|pillars|points|possibilities|principles|priorities|problems|proposals"
    r"|purposes|questions|reasons|recommendations|remedies|requirements|results|risks|roles|rules"
    r"|sections|signs|solutions|sorts|sources|stages|steps|strands|suggestions|tasks|things"
    r"|threats|topics|types|uses|ways|weaknesses|words)"
)
"""Nouns that only announce what the next sentences fill them with (Schmid, English Abstract Nouns
as Conceptual Shells, 2000)."""
_PROMISE = re.compile(
    r":$|\b(?:two|three|four|five|six|seven|eight|nine|ten|several|the following)"
    rf" (?:\w+ ){{0,2}}{_SHELL_NOUNS}\.$",
    re.IGNORECASE,
)
