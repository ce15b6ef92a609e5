"""Which elements of a page no reader is meant to see: by attribute, by style, by a style rule that
is certain, or by a class that a program of many sites uses for it.

A rule counts only for a bare class or id, outside of media queries, and only where no other rule
shows the same class: text is rather kept than lost by a guess.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_STYLED_AWAY = re.compile(
    r"(?:^|[;\s{])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|(?:opacity|font-size)\s*:\s*0(?:\.0*)?(?:px|pt|em|rem|%)?\s*(?:;|!|$))",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"(?:^|[;\s])display\s*:\s*(?!none)\w", re.IGNORECASE)
_NAME = re.compile(r"[.#][\w-]+")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BRACE = re.compile(r"[{}]")
_FOR_EARS = frozenset({".sr-only", ".visually-hidden", ".visuallyhidden", ".screen-reader-text"})
_FOR_EDITORS = frozenset({".mw-editsection"})  # MediaWiki's links for changing a section
_UNREAD = _FOR_EARS | _FOR_EDITORS
_MOST_STYLE = 1_000_000
"""Characters of style sheets that are looked at."""


@dataclass(frozen=True, slots=True)
class Hiding:
    """The classes (".name") and ids ("#name") that a page's own style sheets hide."""

    names: frozenset[str] = _UNREAD

    def hides(self, element: "_Element") -> bool:
        """Whether `element` is out of sight with all that is in it."""
        if element.tag in ("html", "body"):  # hidden until a script has run, then shown
            return False
        if element.get("hidden") is not None or _STYLED_AWAY.search(element.get("style", "")):
            return True
        if element.tag == "dialog" and element.get("open") is None:
            return True
        named = {f".{name}" for name in element.get("class", "").split()}
        return not self.names.isdisjoint(named | {f"#{element.get('id')}"})


def hiding_of(root: "_Element") -> Hiding:
    """What the style sheets within a page hide."""
    css = "\n".join(style.text or "" for style in root.iter("style"))
    hidden: set[str] = set()
    shown: set[str] = set()
    for selectors, body in _rules(_COMMENT.sub(" ", css[:_MOST_STYLE])):
        for selector in selectors.split(","):
            names = _NAME.findall(selector)
            if _SHOWN.search(body):
                shown.update(names)
            elif _STYLED_AWAY.search(body) and names == [selector.strip()]:
                hidden.update(names)
    return Hiding(_UNREAD | (hidden - shown))


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of each rule that stands in no block."""
    depth, start, selectors = 0, 0, ""
    for brace in _BRACE.finditer(css):
        if brace.group() == "{":
            if depth == 0:
                selectors = css[start : brace.start()]
            depth += 1
        else:
            if depth == 1 and "@" not in selectors:
                yield selectors, css[start : brace.start()]
            depth = max(depth - 1, 0)
        start = brace.end()
