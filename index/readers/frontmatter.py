"""The YAML block above a Markdown text: who wrote it, when, where it was published.

Values are taken as they are written and never constructed, so that nothing in the block is ever
run, a title such as `2024` or `No` stays a title, and a broken block costs the metadata alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.readers.dates import first_date, iso_date

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node

LARGEST = 64_000
"""Characters of the largest block that is parsed."""

_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_KEY = re.compile(r"[\w\"'-][\w \"'-]{0,60}:(?:\s|$)")
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
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if not opening or not closing:
        return FrontMatter()
    block, end = text[opening.end() : closing.start()], closing.end()
    if not block.strip():
        return FrontMatter(end)
    start = block.lstrip()
    if not (_KEY.match(start) or start.startswith(("#", "{", "!", "&"))):
        return FrontMatter()  # a rule of dashes above ordinary text
    if len(block) > LARGEST:
        return FrontMatter(
            end, notes=(f"The front matter is over {LARGEST:,} characters: left out.",)
        )
    return _parsed(block, end)


def _parsed(block: str, end: int) -> FrontMatter:
    import yaml

    try:
        values = _values(block)
    # What PyYAML lets through of its own making, besides its errors.
    except (
        yaml.YAMLError,
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        RecursionError,
    ) as e:
        what = str(getattr(e, "problem", None) or type(e).__name__)
        return FrontMatter(
            end, notes=(f"The front matter cannot be read and is left out: {what}.",)
        )
    found = {field: value for field, value in values if value}
    date, note = _date(found.get("date"))
    return FrontMatter(
        end=end,
        title=found.get("title"),
        author=found.get("author"),
        date=date,
        source=found.get("source"),
        notes=(note,) if note else (),
    )


def _values(block: str) -> list[tuple[str, str]]:
    """The fields we know with their values, the best key of a field last."""
    from yaml.nodes import MappingNode

    root = _root(block)
    if not isinstance(root, MappingNode):
        raise ValueError("no mapping")
    ranked = list(_FIELDS)
    pairs = sorted(_pairs(root), key=lambda pair: ranked.index(pair[0]), reverse=True)
    return [(_FIELDS[key], value) for key, value in pairs]


def _pairs(root: "MappingNode") -> Iterator[tuple[str, str]]:
    for key, value in root.value:
        name = str(key.value).strip().lower() if isinstance(key.value, str) else ""
        if name in _FIELDS:
            yield name, _written(value)


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
