"""The YAML or TOML block above a Markdown text: who wrote it, when, where it was published.

YAML's values are taken as they are written and never constructed, so that nothing in the block is
ever run and a title such as `2024` or `No` stays a title; TOML knows plain values alone. A broken
block costs the metadata alone.
"""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from index.readers.dates import first_date, iso_date

if TYPE_CHECKING:
    from yaml.nodes import Node

LARGEST = 64_000
"""Characters of the largest block of YAML that is parsed."""

LARGEST_TOML = 8_000
"""The same of TOML: the time for keys of very many parts grows with the square."""

_DASHES = re.compile(r"---[ \t]*\n")
_DASHES_AGAIN = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_PLUSES = re.compile(r"\+\+\+[ \t]*\n")
_PLUSES_AGAIN = re.compile(r"^\+\+\+[ \t]*(?:\n|\Z)", re.MULTILINE)
_KEY = re.compile(r"[\w\"'-][\w \"'-]{0,60}:(?:\s|$)")
_YAML = re.compile(rf"{_KEY.pattern}|[#{{!&]")
_TOML = re.compile(r"[\w\"'-][\w.\"' -]{0,60}=|[#\[]")
_AFTER_NAME = re.compile(r"[:=]")
_FIELDS = {
    "title": "title", "headline": "title",
    "author": "author", "authors": "author", "by": "author", "byline": "author",
    "date": "date", "published": "date", "publish_date": "date", "pubdate": "date",
    "source": "source", "url": "source", "link": "source", "canonical_url": "source",
}  # fmt: skip
_SCALARS = frozenset(
    f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "timestamp")
)
_COLLECTIONS = frozenset({"tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"})


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block says; the body of the text begins at `end`."""

    end: int = 0
    title: str | None = None
    author: str | None = None
    date: str | None = None
    source: str | None = None
    notes: tuple[str, ...] = ()


def front_matter(text: str) -> FrontMatter:
    """The front matter that `text` begins with; empty, with `end` 0, when there is none."""
    for form in _FORMS:
        opening = form.opening.match(text)
        closing = form.closing.search(text, opening.end()) if opening else None
        if opening and closing:
            return _read(text[opening.end() : closing.start()], closing.end(), form)
    return FrontMatter()


def _read(block: str, end: int, form: "_Form") -> FrontMatter:
    """What a block says that ends at `end`; nothing where it is text between two rules."""
    import yaml

    if not block.strip():
        return FrontMatter(end)
    if not form.beginning.match(block.lstrip()):
        return FrontMatter()
    try:
        if len(block) > form.largest:
            raise _TooLong(form.largest)
        said = _said(form.pairs(block), end)
        return replace(said, notes=(*said.notes, _UNREAD)) if _holds_text(block) else said
    # What PyYAML lets through of its own making, besides its errors.
    except (
        yaml.YAMLError,
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        RecursionError,
    ) as e:
        if _is_prose(block):
            return FrontMatter()
        what = str(getattr(e, "problem", None) or type(e).__name__)
        return FrontMatter(
            end, notes=(f"The front matter cannot be read and is left out: {what}.",)
        )


_UNREAD = "Paragraphs stand in the front matter and are not read: move them below its last line."
LONG_LINE, LONG_LINES = 200, 3
"""Characters of a line that is a paragraph rather than a description, and how many such lines make
an article of a block."""


def _holds_text(block: str) -> bool:
    lines = [line.strip() for line in block.splitlines() if len(line) >= LONG_LINE]
    return sum(map(_is_sentence, lines)) >= LONG_LINES


class _TooLong(ValueError):
    """The block is longer than the parser is given."""

    def __init__(self, largest: int) -> None:
        self.problem = f"it is over {largest:,} characters"


def _is_prose(block: str) -> bool:
    """Whether sentences stand in a block that is no metadata, and no field that we know."""
    lines = [line for line in block.splitlines() if line.strip()]
    names = {_AFTER_NAME.split(line, maxsplit=1)[0].strip(" \t\"'").lower() for line in lines}
    return names.isdisjoint(_FIELDS) and any(map(_is_sentence, lines))


def _is_sentence(line: str) -> bool:
    """Whether words at the margin end as a sentence does."""
    begins = line.lstrip("\"'“‘(")[:1].isalnum() and not _KEY.match(line)
    return begins and len(line.split()) > 2 and line.rstrip(" \t\"'”’)")[-1:] in tuple(".!?…")


def _said(pairs: Iterator[tuple[str, str]], end: int) -> FrontMatter:
    """What the keys that we know say, the best key of a field before its others."""
    ranked = list(_FIELDS)
    known = [(name, value) for name, value in pairs if name in _FIELDS and value]
    known.sort(key=lambda pair: ranked.index(pair[0]), reverse=True)
    found = {_FIELDS[name]: value for name, value in known}
    iso, note = _date(found.get("date"))
    return FrontMatter(
        end=end,
        title=_unescaped(found.get("title")),
        author=_unescaped(found.get("author")),
        date=iso,
        source=found.get("source"),
        notes=(note,) if note else (),
    )


def _unescaped(text: str | None) -> str | None:
    """The text as a page shows it: front matter may be written for HTML ("Now &amp; then")."""
    return html.unescape(text) if text else text


def _toml_pairs(block: str) -> Iterator[tuple[str, str]]:
    import tomllib

    for key, value in tomllib.loads(block, parse_float=str).items():
        yield key.lower(), _shown(value)


def _shown(value: object) -> str:
    """A value of TOML as YAML's are taken: of a list its members, of a table its name."""
    match value:
        case str() | int():
            return " ".join(str(value).split())
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case list():
            return ", ".join(filter(None, map(_shown, value)))
        case {"name": name}:
            return _shown(name)
    return ""


def _yaml_pairs(block: str) -> Iterator[tuple[str, str]]:
    from yaml.nodes import MappingNode

    root = _root(block)
    if not isinstance(root, MappingNode):
        raise ValueError("no mapping")
    for key, value in root.value:
        if isinstance(key.value, str):
            yield key.value.strip().lower(), _written(value)


def _root(block: str) -> "Node | None":
    """The parsed block as nodes: nothing is constructed of them."""
    import yaml
    from yaml.composer import ComposerError
    from yaml.events import AliasEvent

    class Loader(yaml.SafeLoader):
        """Refuses aliases, with which a small file could stand for a huge one."""

        def compose_node(self, parent: "Node | None", index: int) -> "Node | None":
            if self.check_event(AliasEvent):
                raise ComposerError(None, None, "it uses aliases", None)
            return super().compose_node(parent, index)

    loader = Loader(block)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def _written(node: "Node") -> str:
    """A value as it is written: of a list its members, of a mapping its name; else empty."""
    from yaml.nodes import MappingNode, ScalarNode, SequenceNode

    if isinstance(node, ScalarNode):
        return " ".join(node.value.split()) if node.tag in _SCALARS else ""
    if node.tag not in _COLLECTIONS:
        return ""
    if isinstance(node, SequenceNode):
        return ", ".join(filter(None, map(_written, node.value)))
    if isinstance(node, MappingNode):
        return next((_written(value) for key, value in node.value if key.value == "name"), "")
    return ""


def _date(written: str | None) -> tuple[str | None, str | None]:
    """A date in ISO form, and a note when what is written cannot be read with certainty."""
    if not written:
        return None, None
    found = first_date(written)
    iso = iso_date(written) or (found.iso if found else None)
    return iso, None if iso else f"The date {written!r} is not certain and is left out."


@dataclass(frozen=True, slots=True)
class _Form:
    """How a kind of front matter is fenced, how it begins, and what reads it."""

    opening: re.Pattern[str]
    closing: re.Pattern[str]
    beginning: re.Pattern[str]
    largest: int
    pairs: Callable[[str], Iterator[tuple[str, str]]]


_FORMS = (
    _Form(_DASHES, _DASHES_AGAIN, _YAML, LARGEST, _yaml_pairs),
    _Form(_PLUSES, _PLUSES_AGAIN, _TOML, LARGEST_TOML, _toml_pairs),
)
