"""Web pages as articles: trafilatura says which of a page's pieces are its main text.

It is asked for nothing else. The words come from our own walk over the elements, because
trafilatura's own text drops repeated paragraphs and parts of sentences, and a quotation must stand
on the page as it is shown. What it leaves out between two main pieces of one box is kept, and so
are the headings between them, whatever box they have. A page in which it finds nothing (a short
one, a letter) is taken whole, but for menus and footers.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import takewhile
from typing import TYPE_CHECKING
from unicodedata import normalize

from index.articles import Article, BlockKind
from index.readers import NothingToRead, UnknownEncoding, Unreadable
from index.readers.drafts import About, article_of, with_levels
from index.readers.elements import Seen, seen_in
from index.readers.encoding import Decoded, decode
from index.readers.hiding import hiding_of
from index.readers.mastheads import is_masthead_line
from index.readers.pages import about_page

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_DEEPEST = 200
"""Levels of elements up to which trafilatura is asked: it recurses."""

_SHORT = 250
"""Characters; where trafilatura found less, the page is taken whole."""

_ASIDE = frozenset({"nav", "footer", "aside", "form"})
_WORD = re.compile(r"\w+")
_SHINGLE = 3
"""Words in a row by which a piece is recognised in trafilatura's text."""

_CHARSET = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})"
    rb"|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]{1,40})",
    re.IGNORECASE,
)
_CHARSETS = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252",
    "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "x-sjis": "cp932",
    "shift_jis": "cp932", "shift-jis": "cp932", "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
}  # fmt: skip
"""What browsers take these names for (WHATWG Encoding Standard)."""

_DECLARABLE = re.compile(
    r"(?:iso-?8859-\d{1,2}|windows-\d{3,4}|cp\d{3,4}|koi8-[ru]|macintosh|big5(?:-hkscs)?|gb18030"
    r"|euc-jp|iso-2022-jp|tis-620)"
)


def read_html(article_id: str, data: bytes) -> Article:
    """The article in a web page; ReadError when it holds none."""
    decoded = decode_page(data)
    root = parse_page(decoded.text)
    seen = seen_in(root, hiding_of(root))
    about = about_page(root, decoded.text, [s.piece for s in seen if _is_heading(s)])
    chosen = _with_head(_main(seen, _main_text(root)), seen, about)
    return article_of(
        article_id, with_levels(s.piece for s in chosen), about, notes=(decoded.note,)
    )


def decode_page(data: bytes) -> Decoded:
    """The text of a page: marked, UTF-8, or in the encoding that it declares, else as any text."""
    declared = _declared(data)
    if declared is None or _is_unicode(data):
        return decode(data)
    try:
        text = data.decode(declared)
    except UnicodeDecodeError as error:
        what = f"It declares {declared}, but byte {error.start + 1:,} is not"
        raise UnknownEncoding(what) from error
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), f"Read as {declared}.")


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:4_096])
    name = (match.group(1) or match.group(2)).decode("ascii", "replace").lower() if match else ""
    name = _CHARSETS.get(name, name)
    return name if _DECLARABLE.fullmatch(name) and _is_known(name) else None


def _is_known(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True


def _is_unicode(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\x1b$" not in data


def parse_page(text: str) -> "HtmlElement":
    """The elements of a page; Unreadable where they are nested beyond all measure."""
    import lxml.html
    from lxml.etree import ParserError

    # `huge_tree` lifts the limits on depth and text; the file's size is limited already.
    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except ParserError as error:
        raise NothingToRead from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise Unreadable("Its elements are nested too deeply", "Save its text as a text file.")
    return root


def _main_text(root: "HtmlElement") -> str:
    """What trafilatura takes for the page's main text; empty when it finds none."""
    if _depth(root) > _DEEPEST:
        return ""
    from trafilatura import bare_extraction

    # A copy, because trafilatura takes the tree apart.
    found = bare_extraction(
        deepcopy(root), include_comments=False, favor_recall=True, with_metadata=False
    )
    text = getattr(found, "text", None) or ""
    return text if len(text) >= _SHORT else ""


def _depth(root: "_Element") -> int:
    deepest, waiting = 0, [(root, 1)]
    while waiting:
        element, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting.extend((child, depth + 1) for child in element)
    return deepest


def _main(seen: list[Seen], text: str) -> list[Seen]:
    """The pieces that `text` holds, and what stands between them in their boxes."""
    known = _shingles(_words(text))
    held = {at for at, s in enumerate(seen) if _is_in(s.piece.words, known)}
    if not held:
        return [s for s in seen if not _is_aside(s)] or seen
    boxes = {seen[at].box for at in held}
    belongs = [at in held or (s.box in boxes and not _is_aside(s)) for at, s in enumerate(seen)]
    first, last = min(held), max(held)
    while first > 0 and belongs[first - 1] and _is_brief(seen[first - 1]):
        first -= 1
    while last + 1 < len(seen) and belongs[last + 1] and _is_brief(seen[last + 1]):
        last += 1
    heads = _head_boxes(seen, held)
    return [
        s
        for at, s in enumerate(seen[first : last + 1], start=first)
        if belongs[at] or (_is_heading(s) and s.box in heads and not _is_aside(s))
    ]


def _head_boxes(seen: list[Seen], held: set[int]) -> "set[_Element]":
    """The boxes of headings above main text: the nearest box that holds more has some of it."""
    filled = _boxes_of(s for s in seen if not _is_heading(s))
    main = _boxes_of(s for at, s in enumerate(seen) if at in held and not _is_heading(s))
    heads = {s.box for s in seen if _is_heading(s)}
    return {
        head for head in heads if next(filter(filled.__contains__, _upwards(head)), None) in main
    }


def _is_heading(seen: Seen) -> bool:
    return seen.piece.kind is BlockKind.HEADING


def _boxes_of(pieces: "Iterable[Seen]") -> "set[_Element]":
    """The boxes that hold a piece, however deep."""
    found: set[_Element] = set()
    for piece in pieces:
        found.update(takewhile(lambda box: box not in found, _upwards(piece.box)))
    return found


def _upwards(box: "_Element") -> "Iterator[_Element]":
    yield box
    yield from box.iterancestors()


def _words(text: str) -> list[str]:
    """The words by which a text is recognised: trafilatura has plain figures for raised ones, and
    no soft hyphens."""
    return _WORD.findall(normalize("NFKC", text).replace("\xad", ""))


def _shingles(words: list[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(*(words[at:] for at in range(_SHINGLE)), strict=False))


def _is_in(words: str, known: frozenset[tuple[str, ...]]) -> bool:
    shingles = _shingles(_words(words))
    return bool(shingles) and len(shingles & known) * 2 >= len(shingles)


def _is_brief(seen: Seen) -> bool:
    """Whether a piece has too few words to be recognised."""
    return len(_words(seen.piece.words)) < _SHINGLE


def _is_aside(seen: Seen) -> bool:
    """Whether a piece is navigation: it stands in a menu or a footer, or is links for the most."""
    if seen.linked * 2 > len(seen.piece.words) and not _is_heading(seen):
        return True
    return any(box.tag in _ASIDE for box in _upwards(seen.box))


def _with_head(chosen: list[Seen], seen: list[Seen], about: About) -> list[Seen]:
    """The page's own title and by-line above its text, where trafilatura left them out."""
    if about.title is None or any(_is_title(s, about.title) for s in chosen):
        return chosen
    above = seen[: seen.index(chosen[0])] if chosen else []
    at = next((i for i in reversed(range(len(above))) if _is_title(above[i], about.title)), None)
    if at is None:
        return chosen
    lines = [s for s in above[at + 1 :] if is_masthead_line(s.piece.words)]
    return [above[at], *lines, *chosen]


def _is_title(seen: Seen, title: str) -> bool:
    words = " ".join(seen.piece.words.split())
    return _is_heading(seen) and words.casefold() in title.casefold()
