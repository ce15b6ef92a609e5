"""The one way from text to tokens, for articles and questions alike."""

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple, TypeVar

import Stemmer

from index.apart import APART
from index.dictionary import is_english
from index.irregular import REGULAR
from index.spans import Span

VERSION = "5"
"""Stated by every saved index; changes whenever the same text would give other tokens."""

LONGEST_TOKEN = 64
"""Characters; a longer run of letters is data, not a word, and is dropped."""

_WORD = re.compile(
    r"[A-Za-z]++(?![\w.'’\u0300-\u036f])"  # most words: the others would find them, only slower
    r"|(?:[^\W\d_]\.){2,}"  # U.S., e.g.
    r"|\d+(?:[.,:]\d+)+"  # 1.8, 1,000, 10:30
    r"|[^\W_][\w\u0300-\u036f]*(?:['’][^\W_]+)*"
)

STOP_WORDS = frozenset(
    """
    a about above after again all also am an and any are aren't as at be because been before being
    below between both but by can can't cannot could couldn't did didn't do does doesn't doing don't
    down during each either else ever every few for from further get gets got had hadn't has hasn't
    have haven't having he he'd he'll he's her here hers herself him himself his how i i'd i'll i'm
    i've if in into is isn't it its itself just let let's like me might mine more most much must
    my myself neither no nor not now of off on once only onto or other our ours ourselves out over
    own per same shall shan't she she'd she'll she's should shouldn't since so some such than that
    that's the their theirs them themselves then there there's these they they'd they'll they're
    they've this those though through thus to too under until up upon very via was wasn't we we'd
    we'll we're we've were weren't what what's when when's where where's whether which while who
    who's whom whose why why's will with within without won't would wouldn't yet you you'd you'll
    you're you've your yours yourself yourselves
    aint arent cant couldnt didnt doesnt dont hadnt hasnt havent hes heres hows im isnt ive lets
    shes shouldnt thats theres theyre theyve wasnt werent weve whats whens wheres whos whys wont
    wouldnt youre youve pls plz thx u ur gonna wanna gotta btw fyi asap
    """.split()
)

"""Words that carry no meaning of their own. They are not indexed."""

ACRONYMS = frozenset({"WHO", "IT"})
"""Stop words that are names in capitals: the World Health Organization, information technology.
They are indexed as they are written."""

PARTICLES = frozenset({"up", "out", "off", "down", "over"})
"""Stop words that make another verb of the one before them: "set up"."""

_T = TypeVar("_T")


class Word(NamedTuple):
    """A word without its place: its folded form, and the stem that is indexed."""

    word: str
    stem: str


class Token(NamedTuple):
    """A word of a text: where it stands, its folded form, and the stem that is indexed."""

    start: int
    end: int
    word: str
    stem: str

    @property
    def span(self) -> Span:
        """Where the token stands in the text it was read from."""
        return Span(self.start, self.end)

    @property
    def is_stop(self) -> bool:
        """Whether the word carries no meaning of its own."""
        return self.word in STOP_WORDS


class Analyzer:
    """Words with their places: case and accents folded, possessives cut, irregular forms made
    regular, Porter2 stems.

    Folding happens word by word, on copies: the places are always those of the given text
    (folding a whole text could change its length). A word that is broken at the end of a line is
    one word, as long as it is one in English: "exam-" and "ple", not "well-" and "known".
    """

    def __init__(self) -> None:
        self._stem = Stemmer.Stemmer("english", 0).stemWord
        self._content = _Remembered(self._content_word)
        self._stop = _Remembered(self._normal)

    def tokens(self, text: str) -> list[Token]:
        """The words of `text` in order, stop words included."""
        found: list[Token] = []
        done = 0
        for start, end, whole in _broken_words(text):
            found += self._unbroken(text, done, start)
            found.append(Token(start, end, *(self._content[whole] or self._stop[whole])))
            done = end
        return found + self._unbroken(text, done, len(text))

    def _unbroken(self, text: str, begin: int, end: int) -> list[Token]:
        found = []
        for match in _WORD.finditer(text, begin, end):
            surface = match.group()
            if len(surface) <= LONGEST_TOKEN:
                word = self._content[surface] or self._stop[surface]
                found.append(Token(*match.span(), *word))
        return found

    def content(self, text: str) -> list[Word]:
        """The words of `text` that are no stop words, in order.

        Nothing here is done word by word in Python: an index is made of nothing else, and a
        question looks at thousands of words.
        """
        for start, end, whole in reversed(_broken_words(text)):
            text = text[:start] + whole + text[end:]
        return list(filter(None, map(self._content.__getitem__, _WORD.findall(text))))

    def _content_word(self, surface: str) -> Word | None:
        """The word; None for a stop word, and for what is too long to be a word."""
        if len(surface) > LONGEST_TOKEN:
            return None
        found = self._normal(surface)
        return None if found.word in STOP_WORDS else found

    def _normal(self, surface: str) -> Word:
        if (letters := surface.replace(".", "").removesuffix("'s").removesuffix("’s")) in ACRONYMS:
            return Word(letters, letters)
        word = fold(surface) or surface
        if apart := APART.get(word):
            return Word(word, apart)
        if _ACRONYMS_PLURAL.fullmatch(surface):
            return Word(word, self._stem(word[:-1]))
        return Word(word, self._stem(REGULAR.get(word, word).replace("'", "")) or word)


class _Remembered(dict[str, _T]):
    """What a function says of each word it was asked for: an `lru_cache` takes four times as long
    to look up. Begins anew when it is full; several threads may use it."""

    def __init__(self, function: Callable[[str], _T], *, most: int = 200_000) -> None:
        super().__init__()
        self._function = function
        self._most = most

    def __missing__(self, word: str) -> _T:
        if len(self) >= self._most:
            self.clear()
        found = self[word] = self._function(word)
        return found


_ACRONYMS_PLURAL = re.compile(r"[A-Z]{2,}s")
"""Porter2 takes the ending off most of these, and leaves it to "NGOs" and "CFCs"."""

_BROKEN = re.compile(
    r"(?<![\w'’-])([^\W\d_]{2,}+)(?:[-\u2010]\s?\n\s*+|\u00ad\s*+)([^\W\d_]{2,}+(?:['’]s)?)(?![\w-])"
)


def _broken_words(text: str) -> list[tuple[int, int, str]]:
    """The words that a hyphen breaks over two lines, or a soft hyphen anywhere: where each stands,
    and the whole word."""
    if "-\n" not in text and "\u00ad" not in text and "\u2010" not in text:
        return []
    found = []
    for match in _BROKEN.finditer(text):
        first, second = match.groups()
        if second.islower() and len(first) + len(second) <= LONGEST_TOKEN:
            whole = first + second
            if "\u00ad" in match.group() or is_english(fold(whole)):
                found.append((*match.span(), whole))
    return found


def fold(word: str) -> str:
    """`word` without case, accents, typographic apostrophes and a possessive ending."""
    if word.isascii() and word.isalpha():
        return word.lower()
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word.replace("’", "'"))
        word = "".join(c for c in decomposed if not unicodedata.combining(c))
    word = word.casefold().rstrip("_")
    if word.endswith("'s") and word not in STOP_WORDS:
        word = word[:-2]
    if word[0].isdigit():
        return word.replace(",", "")
    return word.replace(".", "") if word.endswith(".") else word
